"""What libFuzzer says in its output: the figures of a run, and what it found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import attrs

_PULSE: Final = re.compile(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+)", re.MULTILINE)
_STATISTIC: Final = re.compile(r"^stat::(\w+):\s+(\d+)$", re.MULTILINE)
_ARTIFACT: Final = re.compile(r"Test unit written to (.*)$", re.MULTILINE)
_EXCEPTION: Final = re.compile(r"=== Uncaught Python exception: ===\n(.*)$", re.MULTILINE)
_SUMMARY: Final = re.compile(r"^SUMMARY: libFuzzer: (.*)$", re.MULTILINE)
_ERROR: Final = re.compile(r"ERROR: libFuzzer: (.*)$", re.MULTILINE)
LONGEST: Final = 200
"""The most characters of what an exception says."""


@attrs.frozen
class Figures:
    """The figures of a run of a target.

    Args:
        runs: How many inputs were tried.
        per_second: How many in a second.
        edges: How many edges of the code were reached.
        features: How many features, which also count how often an edge was taken.
        new: How many inputs were added to the corpus.
        trouble: What was found, in a line; empty if nothing was.
        artifact: The file with the input for which it was found.
    """

    runs: int = 0
    per_second: int = 0
    edges: int = 0
    features: int = 0
    new: int = 0
    trouble: str = ""
    artifact: Path | None = None


def read_output(text: str, code: int) -> Figures:
    """Read the output of a process.

    Args:
        text: The output.
        code: The exit code of the process.

    Returns:
        The figures. A process that failed has trouble even if libFuzzer said nothing.
    """
    pulses = _PULSE.findall(text)
    last = pulses[-1] if pulses else ("0", "0", "0")
    statistics = {name: int(number) for name, number in _STATISTIC.findall(text)}
    written = _ARTIFACT.search(text)
    return Figures(
        runs=statistics.get("number_of_executed_units", int(last[0])),
        per_second=statistics.get("average_exec_per_sec", 0),
        edges=int(last[1]),
        features=int(last[2]),
        new=statistics.get("new_units_added", 0),
        trouble=_trouble(text, code) if code or written else "",
        artifact=Path(written[1].strip()) if written else None,
    )


def _trouble(text: str, code: int) -> str:
    """Return what was found: the exception, else what libFuzzer says, else the last line."""
    for pattern in (_EXCEPTION, _SUMMARY, _ERROR):
        found = pattern.search(text)
        if found:
            return found[1].strip()[:LONGEST]
    lines = text.strip().splitlines()
    return f"the process ended with {code}: {lines[-1] if lines else 'no output'}"[:LONGEST]
