"""The crosschecks of Python: classes from datamodel-code-generator, and payloads generated from the schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from _bundle import LARGE_NUMBERS, requests_of, sent
from _committed import settle_column
from _mistakes import MISTAKES, cells
from _tools import (
    HERE,
    OPERATIONS,
    PYTHON,
    ROOT,
    FailedError,
    as_doubles,
    class_of,
    command,
    kind_of,
    payloads,
    run,
    same,
    whole,
    within_schema,
)

from liveschema import is_valid


@attrs.frozen
class Case:
    """A payload, and the generated classes that may read it.

    Args:
        module: The module of the classes.
        classes: The names of the classes.
        operation: The operation of the payload.
        payload: The payload.
        valid: Whether it is valid.
    """

    module: str
    classes: list[str]
    operation: str
    payload: Any
    valid: bool


@attrs.frozen
class Kind:
    """A kind of class that datamodel-code-generator makes.

    Args:
        name: Its name in the command.
        title: What the table of mistakes calls it.
        bundled: Whether the command reads the schema of all operations, in
            which each variant of a request is a class.
        floats: Whether the classes accept 2.0 as a whole number.
        refuses: The least share of the invalid payloads that the classes must
            refuse, from 0 to 1.
    """

    name: str
    title: str
    bundled: bool
    floats: bool
    refuses: float

    def check(self, folder: Path) -> str:
        """Generate the classes, read the fixtures with them, and judge what they write back."""
        cases = [case for case in self.cases() if self.floats or whole(case.payload)]
        mistakes = [self.case("update", each.payload, [each.cls], valid=False) for each in MISTAKES]
        answers = self.answers(folder, [*mistakes, *cases])
        refused = [each.name for each, answer in zip(MISTAKES, answers, strict=False) if answer is None]
        settle_column(self.title, cells((), refused))
        return _judged(cases, answers[len(mistakes) :], self.refuses)

    def answers(self, folder: Path, cases: list[Case]) -> list[Any]:
        """Return each payload as the classes write it back; None for one that they refuse."""
        commands = []
        for module in dict.fromkeys(case.module for case in cases):
            words = [word.replace("update", module) for word in command(self.name)[1:]]
            commands.append([str(ROOT / word) if word.startswith("schemas/") else word for word in words])
        question = {"commands": commands, "tasks": [attrs.asdict(case) for case in cases]}
        answers: list[Any] = json.loads(
            run([str(PYTHON), str(HERE / "drivers" / "feed.py")], folder, json.dumps(question))
        )
        return answers

    def case(self, operation: str, payload: Any, classes: list[str], *, valid: bool) -> Case:  # noqa: ANN401 - any JSON value
        """Return a payload with the classes that may read it: the given ones, or the only one of its operation."""
        if self.bundled:
            return Case("requests", classes, operation, payload, valid)
        return Case(operation, [class_of(operation)], operation, payload, valid)

    def cases(self) -> Iterator[Case]:
        """Yield the fixtures that the classes can read or should refuse."""
        if self.bundled:
            for each in sent():
                yield self.case(each.operation, each.payload, [each.name], valid=True)
        else:
            for operation in OPERATIONS:
                for path in payloads(operation):
                    yield self.case(operation, json.loads(path.read_bytes()), [], valid=True)
            for each in LARGE_NUMBERS:
                yield self.case(each.operation, each.payload, [each.name], valid=True)
        for operation in OPERATIONS:
            for path in payloads(operation, side="invalid"):
                payload = json.loads(path.read_bytes())
                classes = requests_of(operation, kind_of(payload))
                if within_schema(payload, operation) and (classes or not self.bundled):
                    yield self.case(operation, payload, classes, valid=False)


def _judged(cases: list[Case], answers: list[Any], refuses: float) -> str:
    """Return what the classes did, or fail if they lost something of a valid payload or took too many others."""
    taken = refused = invalid = 0
    for case, answer in zip(cases, answers, strict=True):
        if not case.valid:
            invalid += 1
            refused += answer is None
            continue
        taken += 1
        # Both take the numbers of metadata and metrics for doubles.
        large = any(case.payload is each.payload for each in LARGE_NUMBERS)
        if not same(
            *([as_doubles(answer), as_doubles(case.payload)] if large else [answer, case.payload])
        ) or not is_valid(answer, case.operation):  # type: ignore[arg-type] # one of `OPERATIONS`
            msg = f"{json.dumps(case.payload)} was returned as {json.dumps(answer)}"
            raise FailedError(msg)
    if refused < refuses * invalid:
        msg = f"refuses {refused} of {invalid} invalid payloads, expected at least {refuses:.0%}"
        raise FailedError(msg)
    return f"{taken} valid payloads come back, and are valid; {refused} of {invalid} invalid ones refused"


KINDS = (
    Kind("pydantic_v2.BaseModel", "pydantic", bundled=False, floats=True, refuses=0.85),
    Kind("msgspec.Struct", "msgspec", bundled=True, floats=False, refuses=0.75),
)
CHECKS = tuple(("python", kind.title, kind.check) for kind in KINDS)


def generated(folder: Path) -> str:
    """Compare the schemas with the rules on payloads that hypothesis-jsonschema generates from the schemas."""
    return run([str(PYTHON), str(HERE / "drivers" / "generated.py")], folder, PYTHONPATH=str(ROOT)).strip()
