"""The rows of the library: what one call takes in a running process, next to a peer.

Every statement is timed with every payload in short runs; in each round, the
two of a row run one after the other. A time is the median over the payloads of
the medians over the rounds, and a ratio the same of the ratios within a round.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs
import bench_pydantic
from bench_corpus import Case, corpus
from bench_rows import Limit, Row
from bench_timing import Peer, measure, ratio_of
from pydantic import ValidationError

import liveschema

METRICS: Final = (
    'metrics=[Metric(label="CPU", value=27, unit="%"), Metric(label="Memory", value=61.5, unit="%", color="red")]'
)
BUTTON: Final = 'title="Open", url="https://ci.example.com/runs/8812"'
BUILD: Final = """request(
    activity_id="act_51f0",
    content_state=state(title="Server health", {metrics}{tag}),
    action=button({button}{button_tag}),
)"""
"""Builds a request with metrics and a button; pydantic needs the tags of the state and of the button as fields."""
ERRORS: Final = """
try:
    validate(payload)
except ValidationError as error:
    error.errors()
"""


@attrs.frozen
class CallPath:
    """A row that compares two statements.

    Args:
        name: What is measured.
        ours: Our statement, in which the public names of liveschema are known, and those of `_names`.
        peer: The name of the peer.
        theirs: The statement of the peer, in which the names of `_names` are known.
        limit: What the ratio must be.
        cases: The payloads.
    """

    name: str
    ours: str
    peer: str
    theirs: str
    limit: Limit
    cases: Sequence[Case]

    def row(self, rounds: int) -> Row:
        """Measure the path."""
        peers = (Peer("ours", self.ours, _our_names), Peer("peer", self.theirs, _their_names))
        times = measure(peers, self.cases, rounds)
        ours, theirs = ([times[peer.name, case.name] for case in self.cases] for peer in peers)
        return Row(
            "library",
            self.name,
            statistics.median(map(statistics.median, ours)),
            self.peer,
            statistics.median(map(statistics.median, theirs)),
            statistics.median(map(ratio_of, ours, theirs)),
            self.limit,
        )


def _names(case: Case) -> dict[str, Any]:
    """Return the names that the statements of both sides use."""
    return {"payload": case.payload, "text": json.dumps(case.payload), "operation": case.operation}


def _our_names(case: Case) -> dict[str, Any]:
    names = {name: getattr(liveschema, name) for name in liveschema.__all__}
    # Only the rows on valid payloads use the request.
    loaded = (
        liveschema.load(case.payload, case.operation) if liveschema.is_valid(case.payload, case.operation) else None
    )
    built = {"request": liveschema.UpdateRequest, "state": liveschema.Metrics, "button": liveschema.OpenUrlAction}
    return {**names, **_names(case), **built, "loaded": loaded}


def _their_names(case: Case) -> dict[str, Any]:
    names = _names(case)
    model = bench_pydantic.request(case.operation)
    if liveschema.is_valid(case.payload, case.operation):
        names["plain"] = liveschema.dump(liveschema.load(case.payload, case.operation))
    return {
        **names,
        "json_loads": json.loads,
        "json_dumps": json.dumps,
        "ValidationError": ValidationError,
        "validate": model.model_validate,
        "validate_json": model.model_validate_json,
        "request": model,
        "state": bench_pydantic.variant(case.operation, "metrics", typed=True),
        "button": bench_pydantic.OpenUrl,
        "Metric": bench_pydantic.Metric,
    }


def refused_by(validate: Callable[[str], Callable[[Any], object]], cases: Sequence[Case]) -> list[Case]:
    """Return the payloads that pydantic finds invalid, too."""
    found = []
    for case in cases:
        try:
            validate(case.operation)(case.payload)
        except ValidationError:
            found.append(case)
    return found


def paths() -> list[CallPath]:
    """Return the rows to measure."""
    valid = corpus("valid")
    invalid = refused_by(lambda operation: bench_pydantic.request(operation).model_validate, corpus("invalid"))
    update = [case for case in valid if case.operation == "update"][:1]
    ours = BUILD.format(metrics=METRICS, button=BUTTON, tag="", button_tag="")
    theirs = BUILD.format(metrics=METRICS, button=BUTTON, tag=', type="metrics"', button_tag=', type="open_url"')
    return [
        CallPath("build a request with metrics and a button", ours, "pydantic", theirs, Limit(1.0, 0.6), update),
        CallPath(
            "load", "load(payload, operation)", "pydantic model_validate", "validate(payload)", Limit(0.9, 0.6), valid
        ),
        CallPath(
            "loads",
            "loads(text, operation)",
            "pydantic model_validate_json",
            "validate_json(text)",
            Limit(2.0, 1.2),
            valid,
        ),
        CallPath(
            "check, every problem of an invalid payload",
            "check(payload, operation)",
            "pydantic errors()",
            ERRORS,
            Limit(4.0, 2.0),
            invalid,
        ),
        CallPath("dumps", "dumps(loaded)", "json.dumps of the same dict", "json_dumps(plain)", Limit(1.3, 0.6), valid),
        CallPath(
            "is_valid of a valid payload",
            "is_valid(payload, operation)",
            "json.loads of its text",
            "json_loads(text)",
            Limit(0.61, 0.40),
            valid,
        ),
    ]


def library_rows(rounds: int) -> list[Row]:
    """Measure the paths of the library.

    Args:
        rounds: The number of runs of each statement per payload.

    Returns:
        The rows.
    """
    return [path.row(rounds) for path in paths()]
