"""The crosschecks of Python: classes from datamodel-code-generator, and payloads generated from the schemas."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
from _bundle import requests_of, variants_of
from _tools import (
    HERE,
    OPERATIONS,
    PYTHON,
    ROOT,
    FailedError,
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


def datamodel(kind: str, *, refuses: float, bundled: bool, floats: bool = True) -> Callable[[Path], str]:
    """Return the check of one kind of class.

    Args:
        kind: The name of the kind in datamodel-code-generator.
        refuses: The least share of the invalid payloads, from 0 to 1, that the classes must refuse.
        bundled: Whether the command reads the schema of all operations, in which each variant is a class.
        floats: Whether the classes accept 2.0 as a whole number.

    Returns:
        The check.
    """

    def check(folder: Path) -> str:
        """Generate the classes, read the fixtures with them, and judge what they write back."""
        cases = [case for case in _cases(bundled=bundled) if floats or whole(case.payload)]
        words = command(kind)[1:]
        modules = dict.fromkeys(case.module for case in cases)
        question = {
            "commands": [[str(ROOT / word) if "/" in word else word for word in _for(words, each)] for each in modules],
            "tasks": [attrs.asdict(case) for case in cases],
        }
        answers = json.loads(run([str(PYTHON), str(HERE / "drivers" / "feed.py")], folder, json.dumps(question)))
        return _judged(cases, answers, refuses)

    return check


def _for(words: list[str], module: str) -> list[str]:
    return [word.replace("update", module) for word in words]


def _cases(*, bundled: bool) -> Iterator[Case]:
    """Yield the fixtures that the classes can read or should refuse."""
    for operation in OPERATIONS:
        for valid in (True, False):
            for path in payloads(operation, side="valid" if valid else "invalid"):
                payload = json.loads(path.read_bytes())
                if not valid and not within_schema(payload, operation):
                    continue
                if not bundled:
                    yield Case(operation, [class_of(operation)], operation, payload, valid)
                    continue
                classes = variants_of(payload, operation) if valid else requests_of(operation, kind_of(payload))
                if classes:  # a state in the schema of all operations has a type
                    yield Case("requests", classes, operation, payload, valid)


def _judged(cases: list[Case], answers: list[Any], refuses: float) -> str:
    """Return what the classes did, or fail if they lost something of a valid payload or took too many others."""
    taken = refused = invalid = 0
    for case, answer in zip(cases, answers, strict=True):
        if not case.valid:
            invalid += 1
            refused += answer is None
            continue
        taken += 1
        if not same(answer, case.payload) or not is_valid(answer, case.operation):  # type: ignore[arg-type] # one of `OPERATIONS`
            msg = f"{json.dumps(case.payload)} was returned as {json.dumps(answer)}"
            raise FailedError(msg)
    if refused < refuses * invalid:
        msg = f"refuses {refused} of {invalid} invalid payloads, expected at least {refuses:.0%}"
        raise FailedError(msg)
    return f"{taken} valid payloads written back as they were, {refused} of {invalid} invalid ones refused"


def generated(folder: Path) -> str:
    """Compare the schemas with the rules on payloads that hypothesis-jsonschema generates from the schemas."""
    return run([str(PYTHON), str(HERE / "drivers" / "generated.py")], folder, PYTHONPATH=str(ROOT)).strip()
