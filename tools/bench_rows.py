"""The rows of the benchmark: one for each path, as a line of a table and as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal

import attrs

GROUPS: Final = ("start", "command", "library", "size")
COLUMNS: Final = ("path", "ours", "peer", "its figure", "ratio", "must", "aim", "")


@attrs.frozen
class Limit:
    """What the ratio of a path must be, and what it should become.

    Args:
        must: The largest ratio that is accepted; None for a row that only informs.
        aim: The ratio to aim for; None for none.
    """

    must: float | None = None
    aim: float | None = None


@attrs.frozen
class Row:
    """The figures of one path.

    Args:
        group: One of `GROUPS`.
        name: What is measured.
        ours: Our seconds, or MiB.
        peer: What it is compared with; empty for nothing.
        theirs: The seconds or MiB of the peer.
        ratio: The median of the ratios within each round; for memory, the MiB above the peer.
        limit: What the ratio must be.
        unit: The unit of the figures.
    """

    group: str
    name: str
    ours: float
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    limit: Limit = Limit()
    unit: Literal["s", "MiB"] = "s"

    @property
    def verdict(self) -> str:
        """Whether the limit is met: ``MISSED``, ``ok`` or ``aim met``; empty for a row that only informs."""
        if self.ratio is None or self.limit.must is None:
            return ""
        if self.ratio > self.limit.must:
            return "MISSED"
        return "aim met" if self.limit.aim is not None and self.ratio <= self.limit.aim else "ok"

    @property
    def cells(self) -> list[str]:
        """The cells of the row in the table."""
        unit = "" if self.unit == "s" else f" {self.unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}{unit}"
        limits = ["" if bound is None else f"{bound:g}{unit}" for bound in (self.limit.must, self.limit.aim)]
        theirs = "" if self.theirs is None else shown(self.theirs, self.unit)
        return [self.name, shown(self.ours, self.unit), self.peer, theirs, ratio, *limits, self.verdict]


def shown(figure: float, unit: str) -> str:
    """Return a figure with three digits, seconds in µs or ms if they are few."""
    if unit == "s":
        figure, unit = next(
            (figure * factor, name)
            for least, factor, name in ((1, 1, "s"), (1e-3, 1e3, "ms"), (-math.inf, 1e6, "µs"))
            if figure >= least
        )
    return f"{figure:.{2 if figure < 10 else 1 if figure < 100 else 0}f} {unit}"  # noqa: PLR2004 - three digits


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [COLUMNS, ("---", "---:", "---", *["---:"] * 4, "---"), *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def write_json(file: Path, rows: Sequence[Row], about: dict[str, Any]) -> None:
    """Write the rows to a JSON file, to compare them later.

    Args:
        file: The file.
        rows: The rows.
        about: How they were measured.
    """
    found = {**about, "rows": [{**attrs.asdict(row), "verdict": row.verdict} for row in rows]}
    file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


def missed(rows: Sequence[Row]) -> list[str]:
    """Return which rows miss what they must reach."""
    return [f"{row.name} ({row.peer})" for row in rows if row.verdict == "MISSED"]
