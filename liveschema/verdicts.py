"""Verdicts on a payload: whether it is valid, and every problem it has.

The verdict that all is well needs the emitted predicates alone; the models and
the report are imported where there is a problem to tell of.
"""

from __future__ import annotations

from liveschema._generated.requests import NO_WARNINGS, VALID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

    from liveschema.contract.vocabulary import ActivityType, Operation
    from liveschema.engine.problems import Problem
    from liveschema.engine.support import Function


def is_valid(payload: object, operation: Operation | str, *, activity_type: ActivityType | str | None = None) -> bool:
    """Say whether a payload breaks no rule that is an error.

    Args:
        payload: What would be sent: any Mapping, of Mappings, Sequences,
            strings, numbers and booleans. It is never changed, and nothing
            that it holds makes this function raise.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.
            It decides; without it, a payload without a type is valid where
            some type takes it.

    Returns:
        True exactly where `check` gives no error.

    Raises:
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    if activity_type is None:
        try:
            answer = VALID[operation](payload, None)
        except Exception:  # noqa: BLE001 - an operation may be none, an object may raise when it is read
            answer = None
        if answer is not None:
            return answer is not False
    return run_predicate(VALID, payload, operation, activity_type)[0] is not False


def check(
    payload: object,
    operation: Operation | str,
    *,
    activity_type: ActivityType | str | None = None,
    enable: Collection[str] = (),
) -> list[Problem]:
    """Find every problem of a payload, errors and warnings.

    Args:
        payload: As for `is_valid`. A request that is sent without a body, as
            an ``end_stream`` may be, is checked as ``{}``.
        operation: As for `is_valid`.
        activity_type: As for `is_valid`.
        enable: Ids of rules to apply although they are off by default, such
            as ``legacy-operation``.

    Returns:
        The problems in document order, each once: an object's own problems
        come before those of its members.

    Raises:
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    if not enable:
        answer, payload = run_predicate(NO_WARNINGS, payload, operation, activity_type)
        if answer is not False:
            return []
    return _report(payload, operation, activity_type, enable)


def _load_report(*arguments: Any) -> list[Problem]:  # noqa: ANN401 - those of the report
    """Import the report when it is first needed, and leave it in this function's place."""
    global _report  # noqa: PLW0603 - as said
    from liveschema.reports import report  # noqa: PLC0415 - most payloads have no problem

    _report = report
    return report(*arguments)


_report: Callable[..., list[Problem]] = _load_report


def run_predicate(
    predicates: dict[str, Function],
    payload: object,
    operation: Operation | str,
    known: ActivityType | str | None,
) -> tuple[str | bool | None, object]:
    """Find the activity type by whose rules a payload is valid, whatever the payload is.

    Args:
        predicates: `VALID` or `NO_WARNINGS`.
        payload: Any object.
        operation: What it is sent for.
        known: The type the existing activity is known to have.

    Returns:
        The type, or a word in its place where the payload has no state;
        False if there is none; and the payload, made plain if that was needed
        to tell.

    Raises:
        ValueError: If there is no such operation or activity type.
    """
    try:
        answer = predicates[operation](payload, None if known is None else _type_named(known))
    except Exception:  # noqa: BLE001 - there may be no such operation, or an object that raises when it is read
        answer = None
    if answer is None:
        from liveschema.contract.vocabulary import Operation  # noqa: PLC0415 - as in `check`
        from liveschema.engine.plain import plain  # noqa: PLC0415

        predicate = predicates[Operation(operation)]
        payload = plain(payload)
        answer = predicate(payload, None if known is None else _type_named(known))
    return answer, payload


def _type_named(known: ActivityType | str) -> str:
    from liveschema.contract.vocabulary import ActivityType  # noqa: PLC0415 - as in `check`

    return ActivityType(known).value
