"""The rows of whole processes: what a user waits for, next to the bare interpreter and to check-jsonschema.

All processes run in turn within a round. A time is the median over the rounds,
and a ratio the median of the ratios within a round.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Collection
from typing import Any, Final

import attrs
from bench_corpus import payload, write_payloads
from bench_installed import Command, Installed, seconds_in_turn
from bench_rows import Limit, Row
from bench_timing import ratio_of

BARE: Final = "bare Python"
PEER: Final = "check-jsonschema"
FILES: Final = 2_000
VERDICT: Final = f"import liveschema; liveschema.is_valid({payload(1)!r}, 'update')"
WRONG: Final[dict[str, Any]] = {**payload(1), "content_state": {**payload(1)["content_state"], "percentage": 142}}


@attrs.frozen
class ProcessPath:
    """A row that compares two processes.

    Args:
        group: The group of the row.
        name: What is measured.
        ours: The name of our command.
        peer: The name of the command that it is compared with.
        limit: What the ratio must be.
        label: The name of the peer in the table; empty for that of its command.
    """

    group: str
    name: str
    ours: str
    peer: str
    limit: Limit
    label: str = ""

    def row(self, times: dict[str, list[float]]) -> Row:
        """Return the row of measured times."""
        ours, theirs = times[self.ours], times[self.peer]
        return Row(
            self.group,
            self.name,
            statistics.median(ours),
            self.label or self.peer,
            statistics.median(theirs),
            ratio_of(ours, theirs),
            self.limit,
        )


def paths(count: int) -> list[ProcessPath]:
    """Return the rows to measure, with a number of files for the longest ones."""
    many = f"check {count:,} clean files"
    return [
        ProcessPath("start", "import liveschema and one verdict", "verdict", BARE, Limit(2.0, 1.2)),
        ProcessPath("start", "for comparison: import attrs", "attrs", BARE, Limit()),
        ProcessPath("start", "for comparison: import pydantic", "pydantic", BARE, Limit()),
        ProcessPath("command", "check one clean file", "clean", BARE, Limit(4.0, 3.0)),
        ProcessPath("command", "check one file with a finding, full report", "finding", BARE, Limit(6.0, 4.0)),
        ProcessPath("command", "check one clean file", "clean", "peer, clean", Limit(0.25, 0.2), PEER),
        ProcessPath("command", many, "many", "peer, many", Limit(0.2, 0.15), PEER),
    ]


def commands(installed: Installed, count: int) -> dict[str, Callable[[], Command]]:
    """Write the files that the commands read, and return functions that make the commands, by name."""
    files = write_payloads(installed.folder / "many", count)
    wrong = installed.folder / "wrong.json"
    wrong.write_text(json.dumps(WRONG, indent=2), "utf-8")

    def python(code: str) -> Callable[[], Command]:
        return lambda: Command((str(installed.python), "-c", code))

    def check(*words: str, code: int = 0) -> Callable[[], Command]:
        return lambda: Command((installed.script("liveschema"), "check", "--operation", "update", *words), code)

    def peer(*words: str) -> Callable[[], Command]:
        return lambda: Command((installed.script(PEER), "--schemafile", _schema(installed), *words))

    return {
        BARE: python("pass"),
        "verdict": python(VERDICT),
        "attrs": python("import attrs"),
        "pydantic": python("import pydantic; pydantic.BaseModel"),
        "clean": check(files[0]),
        "finding": check("--format", "full", str(wrong), code=1),
        "peer, clean": peer(files[0]),
        "many": check(*files),
        "peer, many": peer(*files),
    }


def _schema(installed: Installed) -> str:
    """Return a file with the schema that the environment exports for updates."""
    file = installed.folder / "update.schema.json"
    if not file.exists():
        file.write_text(installed.printed("-m", "liveschema", "schema", "update"), "utf-8")
    return str(file)


def process_rows(installed: Installed, groups: Collection[str], rounds: int, count: int = FILES) -> list[Row]:
    """Measure the paths that are whole processes.

    Args:
        installed: The environment in which they run; the files that they read are written to its folder.
        groups: The groups of rows to measure.
        rounds: How often each process runs.
        count: The number of files of the longest rows.

    Returns:
        The rows.
    """
    chosen = [path for path in paths(count) if path.group in groups]
    used = {name for path in chosen for name in (path.ours, path.peer)}
    made = {name: make() for name, make in commands(installed, count).items() if name in used}
    times = seconds_in_turn(installed, made, rounds)
    return [path.row(times) for path in chosen]
