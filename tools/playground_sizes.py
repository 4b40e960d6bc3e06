"""The figures of the playground: the size of each part as browsers load it, and how long it takes to start."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

_PARTS: Final = {
    "the page: HTML, style, scripts, examples": ("*.html", "*.css", "*.js", "*.svg", "*.json"),
    "Python for browsers: the interpreter": ("pyodide/*.mjs", "pyodide/*.wasm", "pyodide/*.json"),
    "its standard library": ("pyodide/*.zip",),
    "liveschema, attrs, cattrs, PyYAML": ("library.zip",),
}


def figures_of(folder: Path, times: dict[str, Any]) -> Iterator[str]:
    """Return the lines of the tables of sizes and times.

    Args:
        folder: The playground.
        times: What the browser measured, by the name of the figure.
    """
    yield f"{datetime.now(UTC):%Y-%m-%d}, {times['browser']}:"
    yield ""
    yield "| part | size | compressed by gzip |"
    yield "| --- | --- | --- |"
    total = packed = 0
    for name, patterns in _PARTS.items():
        files = [file for pattern in patterns for file in sorted(folder.glob(pattern))]
        size = sum(file.stat().st_size for file in files)
        small = sum(min(len(gzip.compress(file.read_bytes(), 9)), file.stat().st_size) for file in files)
        total, packed = total + size, packed + small
        yield f"| {name} | {_amount(size)} | {_amount(small)} |"
    yield f"| all | {_amount(total)} | {_amount(packed)} |"
    yield ""
    yield "| what | time |"
    yield "| --- | --- |"
    for name, milliseconds in times["times"].items():
        yield f"| {name} | {_time(milliseconds)} |"


def _amount(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{round(size / 1000)} kB"  # noqa: PLR2004 - a megabyte


def _time(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 1000 else f"{milliseconds:.1f} ms"  # noqa: PLR2004 - a second
