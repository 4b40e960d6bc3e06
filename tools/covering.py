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
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs
import figures
from covering_judges import Court
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


def _written(folder: Path | None, operation: Operation, strength: int, court: Court) -> Iterator[Result]:
    """Run the suites of an operation; with a folder, write its payloads to a file there."""
    if folder is None:
        yield from run(operation, strength, court, lambda _: None)
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{operation}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        yield from run(operation, strength, court, lambda payload: print(vector(payload), file=file))


def remarks(court: Court, strength: int) -> list[str]:
    """Return sentences on how many payloads were judged, and on which of them a judge could not say anything."""
    silent = ", ".join(f"{name} {court.silent[name]:,}" for name in court.judges if court.silent[name]) or "none"
    heard = f"{court.heard:,} payloads with the combinations of {strength} fields"
    return [f"{heard}. Payloads about which a judge cannot say anything: {silent}."]


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
    given = parser.parse_args(arguments)
    court, lines, disagreements = Court(), [*HEAD], 0
    print(*HEAD, sep="\n")
    for operation in given.operation or Operation:
        for result in _written(given.write, operation, given.strength, court):
            lines.append(result.row())
            disagreements += result.disagreements
            print(lines[-1], flush=True)
    lines += ["", *remarks(court, given.strength)]
    print(*lines[-2:], sep="\n")
    if given.record:
        figures.record("covering", lines)
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
