"""Short ways to write the payloads that show the rules."""

from __future__ import annotations

from typing import Any

from liveschema.rules._rule import Example
from liveschema.vocabulary import ActivityType, Operation

Json = dict[str, Any]

PROGRESS: Json = {"title": "Nightly backup", "type": "progress", "percentage": 42}
ALERT: Json = {"title": "Deploy", "type": "alert", "message": "Waiting for approval"}
TIMER: Json = {"title": "Benchmark", "type": "timer", "duration_seconds": 900}
STEPS: Json = {"title": "Release", "type": "segmented_progress", "number_of_steps": 4, "current_step": 2}
CPU: Json = {"label": "CPU", "value": 27, "unit": "%"}
MEMORY: Json = {"label": "Memory", "value": 61, "unit": "%"}
OPEN: Json = {"title": "Open", "type": "open_url", "url": "https://ci.example.com/run/7"}
RERUN: Json = {"title": "Run again", "type": "webhook", "url": "https://ci.example.com/run"}


def metrics(*items: Json, kind: str = "metrics") -> Json:
    """Write a state of metrics or stats."""
    return {"title": "web-1", "type": kind, "metrics": list(items)}


def start(state: Json, pointer: str = "", **fields: object) -> Example:
    """Write an example of a start."""
    return Example(Operation.START, {"content_state": state, **fields}, pointer)


def update(state: Json, pointer: str = "", *, activity_type: ActivityType | None = None, **fields: object) -> Example:
    """Write an example of an update."""
    payload = {"activity_id": "act_7", "content_state": state, **fields}
    return Example(Operation.UPDATE, payload, pointer, activity_type)


def end(state: Json, pointer: str = "", **fields: object) -> Example:
    """Write an example of an end."""
    return Example(Operation.END, {"activity_id": "act_7", "content_state": state, **fields}, pointer)


def stream(state: Json, pointer: str = "", **fields: object) -> Example:
    """Write an example of a stream."""
    return Example(Operation.STREAM, {"content_state": state, **fields}, pointer)


def text(body: str | bytes, pointer: str = "") -> Example:
    """Write an example whose fault is in the text of an update."""
    return Example(Operation.UPDATE, body, pointer)
