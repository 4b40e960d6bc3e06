"""Which operation a payload is for: by name, by schema, by shape."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.engine.report import errors_of, shared_problems
from liveschema.engine.rules import MISPLACED_FIELD, MISSING_FIELD, UNKNOWN_FIELD
from liveschema.engine.wording import listed
from liveschema.lint.inputs.operations import operation_named
from liveschema.lint.rules.unknown_operation import UNKNOWN_OPERATION
from liveschema.verdicts import check, is_valid

_SCHEMA: Final = re.compile(r"(?:^|/)(start|update|end|stream|end_stream)\.schema\.json#?\Z")
_FOREIGN: Final = frozenset({UNKNOWN_FIELD.id, MISPLACED_FIELD.id})
_STATE_FIELD: Final = 2
"""How long the path of a field of the state is; operations differ in fields down to there."""


def named_by_path(path: PurePath) -> Operation | None:
    """Find the operation that a file or its folders name, the nearest name first.

    Args:
        path: Such as ``update/web-1.json`` or ``deploy.end.json``.

    Returns:
        The operation, or None.
    """
    for word in (*reversed(path.name.split(".")[:-1] or [path.name]), *reversed(path.parts[:-1])):
        operation = operation_named(word)
        if operation is not None:
            return operation
    return None


def named_by_schema(payload: object) -> Operation | None:
    """Find the operation whose schema a payload names in ``$schema``.

    Args:
        payload: Any value.

    Returns:
        The operation, or None.
    """
    if isinstance(payload, dict) and isinstance(payload.get("$schema"), str):
        found = _SCHEMA.search(payload["$schema"])
        if found:
            return Operation(found[1])
    return None


class Judgement(NamedTuple):
    """What a payload without a known operation is found to be.

    Args:
        problems: What is wrong with it.
        operation: What its shape says it is for; None where several or no
            operations can hold it.
        how: How that was told, for ``--verbose``.
    """

    problems: list[Problem]
    operation: Operation | None
    how: str


def judge_by_shape(payload: object, enable: Collection[str] = ()) -> Judgement:
    """Judge a payload by the operations that can hold its shape.

    Where one operation alone can, that one decides. Where several can, what
    they all report is reported, if one of them reports nothing else.

    Args:
        payload: Any value.
        enable: Rules to apply although they are off by default.

    Returns:
        The problems, and the operation if there is one.
    """
    fitting = [operation for operation in Operation if is_valid(payload, operation)]
    readings = {operation: check(payload, operation, enable=enable) for operation in fitting or Operation}
    least = 0
    if not fitting:
        misfits = {operation: sum(map(_misfit, problems)) for operation, problems in readings.items()}
        least = min(misfits.values())
        fitting = [operation for operation, count in misfits.items() if count == least]
    if len(fitting) == 1:
        return Judgement(readings[fitting[0]], fitting[0], "its shape")
    shared = shared_problems([readings[operation] for operation in fitting])
    names = listed(fitting)
    alike = {operation for operation in fitting if errors_of(readings[operation]) <= errors_of(shared)}
    if alike:
        how = f"{names} judge alike" if len(alike) == len(fitting) else f"{names} can have; they all report this"
        return Judgement(shared, None, f"its shape, which {how}")
    if least:
        message = "the operation must be told, got fields that no operation takes together"
    else:
        message = f"the operation must be told, got a payload that {names} judge differently"
    hint = "use --operation, or name the file or its folder after the operation: deploy.end.json, update/web-1.json"
    return Judgement([UNKNOWN_OPERATION.at((), message, hint), *shared], None, "nothing")


def _misfit(problem: Problem) -> bool:
    """Say whether a problem is that another operation's field is there, or that one of this operation's is not."""
    if problem.rule == MISSING_FIELD.id:
        return not problem.path
    return problem.rule in _FOREIGN and len(problem.path) <= _STATE_FIELD


def without_schema(payload: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Leave out a ``$schema`` that names one of our schemas: it is for the editor, not for the service.

    Args:
        payload: Any value.

    Returns:
        The payload, or a copy without that key.
    """
    if named_by_schema(payload) is None:
        return payload
    return {key: value for key, value in payload.items() if key != "$schema"}
