"""The covering suite: payloads with each combination of classes of a few fields, about which all judges must agree.

For each operation there are two suites. In the suite of all classes, each
combination of classes of three fields occurs at least once, whatever the other
fields are; most of its payloads have many faults. In the suite of one fault,
each combination with at most one faulty class occurs while all other fields are
sound, so that the verdict depends on these. Fields, bounds and rules are read
from the contract. With ``--strength 2``, the combinations are those of two fields.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import attrs
import figures
from covering_judges import JUDGES, Court
from covering_payloads import Payload, Payloads
from covering_suites import SUITES, Suite

from liveschema import Operation, Severity, check

SHOWN = 5
"""How many disagreements of a suite are printed."""


@attrs.frozen
class Result:
    """What came out for a suite of an operation.

    Args:
        operation: The operation.
        suite: The suite.
        valid: The number of valid payloads.
        making: The seconds that it took to make the suite.
        judging: The seconds that it took to make and judge the payloads.
        disagreements: The number of payloads about which the judges disagree.
    """

    operation: Operation
    suite: Suite
    valid: int
    making: float
    judging: float
    disagreements: int

    def row(self) -> str:
        """Return the row of the table."""
        numbers = (
            len(self.suite.structure.payloads.places),
            self.suite.classes,
            self.suite.covered,
            self.suite.excluded,
            len(self.suite.cases),
            self.valid,
        )
        cells = [self.operation, self.suite.name, *(f"{number:,}" for number in numbers)]
        cells += [f"{self.making:.0f} s", f"{self.judging:.0f} s", f"{self.disagreements:,}"]
        return f"| {' | '.join(cells)} |"


COLUMNS = (
    *("operation", "suite", "fields", "classes", "combinations", "excluded", "payloads", "valid"),
    *("to make", "to judge", "disagreements"),
)
HEAD = (f"| {' | '.join(COLUMNS)} |", f"|{' --- |' * 2}{' ---: |' * (len(COLUMNS) - 2)}")


def run(operation: Operation, strength: int, court: Court, write: Callable[[Payload], None]) -> Iterator[Result]:
    """Ask the judges about the suites of an operation, and print the payloads about which they disagree.

    Args:
        operation: The operation.
        strength: The number of fields in a combination.
        court: The judges.
        write: What else is done with each payload.

    Yields:
        The result of each suite.
    """
    payloads = Payloads(operation)
    for make in SUITES:
        start = time.perf_counter()
        suite = make(payloads, strength)
        made = time.perf_counter()
        counts = Counter[str]()
        for case in suite.cases:
            payload = suite.payload(case)
            write(payload)
            lines = court.hear(payload)
            counts["valid"] += court.found_valid
            counts["disagreements"] += bool(lines)
            if lines and counts["disagreements"] <= SHOWN:
                print(f"\n{operation}: {json.dumps(payload.payload)}", *lines, sep="\n  ")
        judged = time.perf_counter() - made
        yield Result(operation, suite, counts["valid"], made - start, judged, counts["disagreements"])


def vector(payload: Payload) -> str:
    """Return a payload as a line of JSON, with its verdict and its problems, for tests of ports to other languages."""
    problems = check(payload.payload, payload.operation)
    return json.dumps(
        {
            "operation": payload.operation,
            "payload": payload.payload,
            "valid": all(problem.severity is not Severity.ERROR for problem in problems),
            "problems": [
                {"rule": problem.rule, "pointer": problem.pointer, "severity": problem.severity} for problem in problems
            ],
        }
    )


@attrs.frozen
class Judged:
    """What came out for an operation.

    Args:
        rows: The rows of the table.
        heard: How many payloads were judged.
        silent: About how many of them a judge could not say anything.
        disagreements: About how many of them the judges disagree.
    """

    rows: list[str]
    heard: int
    silent: Counter[str]
    disagreements: int


def judged(operation: Operation, strength: int, folder: Path | None) -> Judged:
    """Ask the judges about all suites of an operation.

    Args:
        operation: The operation.
        strength: The number of fields in a combination.
        folder: Where to write its payloads; None if they are not written.
    """
    court = Court()
    with contextlib.ExitStack() as stack:
        write: Callable[[Payload], None] = lambda _: None  # noqa: E731 - the other function needs the file
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            file = stack.enter_context((folder / f"{operation}.jsonl").open("w", encoding="utf-8", newline="\n"))
            write = lambda payload: print(vector(payload), file=file)  # noqa: E731 - as above
        results = list(run(operation, strength, court, write))
    return Judged(
        [result.row() for result in results], court.heard, court.silent, sum(each.disagreements for each in results)
    )


def remarks(all_judged: Sequence[Judged], strength: int) -> str:
    """Return sentences on how many payloads were judged, and on which of them a judge could not say anything."""
    silent = sum((each.silent for each in all_judged), Counter[str]())
    listed = ", ".join(f"{name} {silent[name]:,}" for name in JUDGES if silent[name]) or "none"
    heard = f"{sum(each.heard for each in all_judged):,} payloads with the combinations of {strength} fields"
    return f"{heard}. Payloads about which a judge cannot say anything: {listed}."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suites.

    Args:
        arguments: The arguments of the command; None for those of the process.

    Returns:
        The exit code: 0 if all judges agree about all payloads, otherwise 1.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strength", type=int, choices=(2, 3), default=3, help="fields in a combination (default: 3)")
    parser.add_argument("--operation", type=Operation, choices=list(Operation), action="append", help="only this one")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the payloads with their problems there")
    parser.add_argument("--record", action="store_true", help=f"write the figures to docs/{figures.PAGE.name}")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="how many processes to use (default: 1)")
    given = parser.parse_args(arguments)
    print(*HEAD, sep="\n", flush=True)
    all_judged = []
    for each in _in_order(given.operation or list(Operation), given):
        all_judged.append(each)
        print(*each.rows, sep="\n", flush=True)
    about = remarks(all_judged, given.strength)
    print("", about, sep="\n")
    if given.record:
        rows = [row for each in all_judged for row in each.rows]
        figures.record("covering", [f"{dt.datetime.now(dt.UTC).date()}: {about}", "", *HEAD, *rows])
    return int(any(each.disagreements for each in all_judged))


def _in_order(operations: Sequence[Operation], given: argparse.Namespace) -> Iterator[Judged]:
    if given.jobs == 1:
        for each in operations:
            yield judged(each, given.strength, given.write)
        return
    with ProcessPoolExecutor(given.jobs, multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(judged, each, given.strength, given.write) for each in operations]
        for future in waiting:
            yield future.result()


if __name__ == "__main__":
    sys.exit(main())
