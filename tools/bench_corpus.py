"""The payloads of the benchmarks: those of ``tools/bench/``, and numbered small ones for files of any length."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import attrs

from liveschema import OperationLike

HERE: Final = Path(__file__).parent
STATES: Final[list[dict[str, Any]]] = [
    {"title": "Deploying", "type": "segmented_progress", "number_of_steps": 4, "current_step": 2},
    {"title": "Nightly backup", "subtitle": "db-1", "type": "progress", "percentage": 42, "color": "lime"},
    {
        "title": "Server health",
        "type": "metrics",
        "metrics": [{"label": "CPU", "value": 27, "unit": "%"}, {"label": "Memory", "value": 61.5, "unit": "%"}],
    },
    {"title": "Sales today", "type": "stats", "metrics": [{"label": "Orders", "value": 128}]},
    {"title": "Checkout", "type": "alert", "message": "p95 is above 900 ms", "icon": {"symbol": "bolt.fill"}},
    {"title": "Benchmark run", "type": "timer", "duration_seconds": 900},
    {"title": "Visitors now", "type": "value", "value": 1423},
]


@attrs.frozen
class Case:
    """One payload of the corpus.

    Args:
        name: A short description.
        operation: The operation.
        payload: The payload.
    """

    name: str
    operation: OperationLike
    payload: dict[str, Any]


def corpus(name: str) -> list[Case]:
    """Read one half of the corpus.

    Args:
        name: ``valid`` or ``invalid``.

    Returns:
        The payloads.
    """
    return [Case(**each) for each in json.loads((HERE / "bench" / f"{name}.json").read_text("utf-8"))]


def payload(number: int) -> dict[str, Any]:
    """Return the small valid payload of an update with a given number."""
    return {"activity_id": f"act_{number}", "content_state": STATES[number % len(STATES)]}


def write_payloads(folder: Path, count: int) -> list[str]:
    """Write small payloads to a file each, and return the paths."""
    folder.mkdir()
    files = []
    for number in range(count):
        file = folder / f"{number:05}.json"
        file.write_text(json.dumps(payload(number), indent=2), "utf-8")
        files.append(str(file))
    return files
