"""Judge many random payloads of each operation, about which all judges must agree.

The judges are those of the covering suite, and the validators of the schemas
in all forms. About a third of the payloads are valid; the others are changed in
one or two places, or are any JSON value.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Final

import attrs
import hypothesis
from covering_judges import Court  # puts the folders of the tests on the path
from covering_payloads import Payload
from figures import record

# isort: split
from agreement_kit import Agreement, vectors

from liveschema import Operation

EXAMPLES: Final = 100_000


@attrs.frozen
class Result:
    """What came out for an operation.

    Args:
        operation: The operation.
        seen: How many payloads were judged, by kind.
        seconds: How long it took.
        disagreement: The smallest payload about which the judges disagree, and what they say; empty if there is none.
    """

    operation: Operation
    seen: dict[str, int]
    seconds: float
    disagreement: str


def run(operation: Operation, examples: int, seed: int) -> Result:
    """Judge random payloads of one operation.

    Args:
        operation: The operation.
        examples: How many payloads.
        seed: Chooses the payloads.
    """
    agreement, court = Agreement(operation), Court(seed=seed)
    start = time.monotonic()

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=examples,
        database=None,
        deadline=None,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(payload=vectors(operation))
    def judge(payload: Any) -> None:  # noqa: ANN401 - any JSON value
        lines = [*agreement.differences(payload), *court.hear(Payload(payload, operation))]
        if lines:
            raise _DisagreementError(payload, lines)

    try:
        judge()
    except _DisagreementError as error:
        return Result(operation, dict(agreement.seen), time.monotonic() - start, str(error))
    return Result(operation, dict(agreement.seen), time.monotonic() - start, "")


class _DisagreementError(Exception):
    def __init__(self, payload: object, lines: Sequence[str]) -> None:
        super().__init__("\n  ".join([repr(payload), *lines]))


def table(results: Sequence[Result]) -> Iterator[str]:
    """Return the lines of a Markdown table of the operations."""
    yield "| operation | payloads | valid | invalid | of which no schema says why | with additions | time | agreed |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    for result in results:
        counts = [f"{result.seen.get(kind, 0):,}" for kind in ("all", "valid", "invalid", "beyond", "added")]
        agreed = "no" if result.disagreement else "yes"
        yield f"| {result.operation} | {' | '.join(counts)} | {result.seconds / 60:.1f} min | {agreed} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        The exit code: 0 if all judges agree about all payloads, otherwise 1.
    """
    today = dt.datetime.now(dt.UTC).date()
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("operations", nargs="*", type=Operation, metavar="OPERATION", help="only these operations")
    parser.add_argument(
        "--examples", type=int, default=EXAMPLES, metavar="N", help="payloads of each (default: 100,000)"
    )
    parser.add_argument(
        "--seed", type=int, default=today.toordinal(), metavar="N", help="chooses them (default: new each day)"
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many processes to use (default: 2)")
    parser.add_argument("--record", action="store_true", help="write the table to docs/verification.md")
    options = parser.parse_args(arguments)
    if options.examples < 1 or options.jobs < 1:
        parser.error("--examples and --jobs must be at least 1")
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(run, each, options.examples, options.seed) for each in options.operations or Operation]
        results = [each.result() for each in waiting]
    lines = [f"{today}, seed {options.seed}:", "", *table(results)]
    print("\n".join(lines))
    for result in results:
        if result.disagreement:
            print(f"\n{result.operation}: {result.disagreement}")
    if options.record:
        record("chance", lines)
    return int(any(result.disagreement for result in results))


if __name__ == "__main__":
    sys.exit(main())
