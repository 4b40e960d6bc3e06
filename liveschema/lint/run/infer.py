"""The inference of the operation of a payload from its shape, with the problems that it then has."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from itertools import chain

from liveschema._generated.field_names import IDENTIFIERS
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.engine.record import Record, evolve
from liveschema.engine.report import errors_of, shared_problems
from liveschema.engine.rules import MISPLACED_FIELD, MISSING_FIELD, UNKNOWN_FIELD
from liveschema.engine.wording import listed, named
from liveschema.lint.rules.unknown_operation import UNKNOWN_OPERATION
from liveschema.verdicts import check, is_valid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FOREIGN = frozenset({UNKNOWN_FIELD.id, MISPLACED_FIELD.id})
_STATE_FIELD = 2
"""The length of the path of a field of the state, the deepest level at which operations have different fields."""


class Judgement(Record):
    """The result of checking a payload whose operation is not known.

    Args:
        problems: The problems.
        operation: The operation that the shape implies; None if several
            operations or none fit.
        how: How the operation was inferred, for ``--verbose``.
    """

    problems: list[Problem]
    operation: Operation | None
    how: str


def judge_by_shape(payload: object, enable: Collection[str] = ()) -> Judgement:
    """Check a payload against the operations that fit its shape.

    If only one operation fits, its problems are reported. If several fit, the
    problems that all of them report are reported; if each of them also reports
    other errors, ``unknown-operation`` is reported as well. Fields that no
    operation has are reported, and do not count for the shape.

    Args:
        payload: Any value.
        enable: The ids of rules to apply that are off by default.

    Returns:
        The problems, and the operation if only one fits.
    """
    fitting = [operation for operation in Operation if is_valid(payload, operation)]
    readings = {operation: check(payload, operation, enable=enable) for operation in fitting or Operation}
    return _judge(payload, fitting, readings, partial(judge_by_shape, enable=enable))


def judge_partial_by_shape(payload: object, enable: Collection[str] = ()) -> Judgement:
    """Check a payload that is not fully known as `judge_by_shape` does; the operations that may fit count as fitting.

    Args:
        payload: The payload, as for `liveschema.partial.check_partial`.
        enable: The ids of rules to apply that are off by default.

    Returns:
        The problems that are certain, and the operation if only one may fit.
    """
    from liveschema.partial import check_partial  # noqa: PLC0415 - most payloads are whole

    readings = {operation: check_partial(payload, operation, enable=enable) for operation in Operation}
    fitting = [operation for operation in Operation if not errors_of(readings[operation])]
    return _judge(payload, fitting, readings, partial(judge_partial_by_shape, enable=enable))


def _judge(
    payload: object,
    fitting: list[Operation],
    readings: dict[Operation, list[Problem]],
    judge_again: Callable[[object], Judgement],
) -> Judgement:
    """Choose the operation and the problems of a payload.

    Args:
        payload: The payload.
        fitting: The operations for which it has no error.
        readings: Its problems for each of these operations; if there are none, for every operation.
        judge_again: Checks the payload without some of its fields.
    """
    least = 0
    if not fitting:
        foreign = _foreign_fields([*readings.values()])
        if foreign and isinstance(payload, dict):
            return _without(foreign, payload, readings, judge_again)
        misfits = {operation: sum(map(_misfit, problems)) for operation, problems in readings.items()}
        least = min(misfits.values())
        fitting = [operation for operation, count in misfits.items() if count == least]
    if len(fitting) == 1:
        return Judgement(readings[fitting[0]], fitting[0], "its shape")
    shared = shared_problems([readings[operation] for operation in fitting])
    names = listed(fitting)
    alike = {operation for operation in fitting if errors_of(readings[operation]) <= errors_of(shared)}
    if alike:
        how = "the same findings" if len(alike) == len(fitting) else "the findings that they share"
        return Judgement(shared, None, f"its shape, which fits {names}: {how}")
    if least:
        fields = {
            named(str(each.path[-1])): None
            for each in chain.from_iterable(readings[operation] for operation in fitting)
            if _misfit(each) and each.path
        }
        message = f"the operation must be clear, got fields that no single operation has: {listed(fields)}"
    else:
        message = f"the operation must be clear, got a payload with different findings for {names}"
    hint = "use --operation, or name the file or its folder after the operation: deploy.end.json, update/web-1.json"
    return Judgement([UNKNOWN_OPERATION.at((), message, hint), *shared], None, "nothing")


def _foreign_fields(readings: list[list[Problem]]) -> dict[str | int, Problem]:
    """Return the fields that no operation has, with the problem that says most about each."""
    fields = [{each.path[0]: each for each in problems if _is_foreign(each, 1)} for problems in readings]
    shared = [name for name in fields[0] if all(name in each for each in fields)]
    return {name: max((each[name] for each in fields), key=_how_telling) for name in shared}


def _how_telling(problem: Problem) -> int:
    return 2 if problem.rule == MISPLACED_FIELD.id else 1 if problem.hint else 0


def _without(
    foreign: dict[str | int, Problem],
    payload: dict[str, Any],
    readings: dict[Operation, list[Problem]],
    judge_again: Callable[[object], Judgement],
) -> Judgement:
    """Check a payload by the shape that it has without the fields that no operation has."""
    rest = judge_again({name: value for name, value in payload.items() if name not in foreign})
    if rest.operation is not None:
        return evolve(rest, problems=readings[rest.operation])
    return evolve(rest, problems=[*foreign.values(), *rest.problems])


def _misfit(problem: Problem) -> int:
    """Return how much a problem speaks against an operation: a field of another one, or a missing field."""
    if problem.rule == MISSING_FIELD.id:
        return 0 if problem.path else 1
    if not _is_foreign(problem, _STATE_FIELD):
        return 0
    return 2 if problem.path[0] in IDENTIFIERS else 1  # nobody adds the id of an activity by mistake


def _is_foreign(problem: Problem, depth: int) -> bool:
    """Return whether a problem is a field that the operation does not have, down to a depth."""
    return problem.rule in _FOREIGN and len(problem.path) <= depth
