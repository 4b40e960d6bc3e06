"""Recorded requests as a table: those of the fixtures, and some to other services."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pyarrow as pa

_TESTS = str(Path(__file__).resolve().parents[1])
if _TESTS not in sys.path:  # pytest has it there
    sys.path.append(_TESTS)

from fixture_files import fixtures  # noqa: E402 - found by the path

from liveschema.contract.vocabulary import ENDPOINTS  # noqa: E402 - as above

Row = tuple[str | None, str | None, bytes | None]
OTHERS: list[Row] = [
    ("GET", "/health", None),
    ("POST", "/push-notification", b"{}"),
    ("POST", "/live-activity/begin", b"{}"),
    ("PUT", None, b"{}"),
    (None, "/live-activity/start", b"{}"),
    ("DELETE", "https://activitysmith.com/api/live-activity/stream/prod", None),
    ("PUT", "https://activitysmith.com/api/live-activity/stream/prod%20web", b"{}"),
]


def requests() -> list[Row]:
    """Return the method, path and body of every fixture, and of some other requests."""
    rows: list[Row] = list(OTHERS)
    for fixture in fixtures():
        method, path = ENDPOINTS[fixture.operation]
        rows.append((method, "/api" + path.format(stream_key="prod"), fixture.source))
    return rows


def chosen(count: int, seed: int = 1) -> Iterator[Row]:
    """Return requests, most of them without a problem, as it is in recorded traffic."""
    chance, every = Random(seed), requests()  # noqa: S311 - not for secrets
    valid = [row for row in every if row[2] in {fixture.source for fixture in fixtures("valid")}]
    for _ in range(count):
        yield chance.choice(every) if chance.random() < 0.1 else chance.choice(valid)


def as_table(rows: Sequence[Row], first: int = 0, *, text: bool = False) -> pa.Table:
    """Return requests as a table with a number for each, from `first` on.

    Args:
        rows: The requests.
        first: The number of the first one.
        text: Whether bodies are strings, instead of binary values; what is not UTF-8 is then replaced.
    """
    methods, paths, bodies = zip(*rows, strict=True)
    if text:
        bodies = tuple(body and body.decode("utf-8", "replace") for body in bodies)
    return pa.table(
        {
            "id": pa.array(range(first, first + len(rows)), pa.int64()),
            "method": pa.array(methods, pa.string()),
            "path": pa.array(paths, pa.string()),
            "body": pa.array(bodies, pa.string() if text else pa.binary()),
        }
    )
