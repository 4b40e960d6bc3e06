"""Checks of a payload: whether it is valid, and which problems it has.

A payload without problems needs only the generated predicates. The models and
the report are imported when the first problem is found, which keeps the import
of the package fast.
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
    """Return whether a payload has no error; it may have warnings.

    Args:
        payload: The payload: a Mapping that contains Mappings, Sequences,
            strings, numbers and booleans. It is not changed. A model, also
            inside the payload, is checked as what it would be sent as. Any
            other object is invalid and does not raise an exception.
        operation: The operation of the payload, an `Operation` or its value.
        activity_type: The type of the existing activity, an `ActivityType` or
            its value. With it, the payload is checked by the rules of this
            type. With None, a payload without a type is valid if it is valid
            by the rules of at least one type.

    Returns:
        True if `check` would return no error.

    Raises:
        ValueError: If the operation or the activity type does not exist.

    .. versionadded:: 0.1.0
    """
    try:  # as in `run_predicate`, whose call would take a tenth of the time of a small payload
        answer = VALID[operation](payload, None if activity_type is None else _type_named(activity_type))
    except Exception:  # noqa: BLE001 - as in `run_predicate`
        answer = None
    if answer is None:
        answer, _ = _run_on_copy(VALID, payload, operation, activity_type)
    return answer is not False


def check(
    payload: object,
    operation: Operation | str,
    *,
    activity_type: ActivityType | str | None = None,
    enable: Collection[str] = (),
) -> list[Problem]:
    """Find every problem of a payload, errors and warnings.

    Args:
        payload: The payload: a Mapping that contains Mappings, Sequences,
            strings, numbers and booleans. It is not changed. A model, also
            inside the payload, is checked as what it would be sent as. Any
            other object is reported and does not raise an exception. For a
            request without a body, which ``end_stream`` allows, pass ``{}``.
        operation: The operation of the payload, an `Operation` or its value.
        activity_type: The type of the existing activity, an `ActivityType` or
            its value. With it, the payload is checked by the rules of this
            type. With None, a payload without a type is valid if it is valid
            by the rules of at least one type.
        enable: Ids of rules to apply that are off by default, such as
            ``legacy-operation``.

    Returns:
        The problems in document order, without duplicates; the problems of an
        object come before those of its members. An empty list if there are none.

    Raises:
        ValueError: If the operation, the activity type or a rule to enable does not exist.

    .. versionadded:: 0.1.0
    """
    if enable:
        require_known_rules(enable)
    else:
        try:  # as in `is_valid`
            answer = NO_WARNINGS[operation](payload, None if activity_type is None else _type_named(activity_type))
        except Exception:  # noqa: BLE001 - as in `run_predicate`
            answer = None
        if answer is None:
            answer, payload = _run_on_copy(NO_WARNINGS, payload, operation, activity_type)
        if answer is not False:
            return []
    return _report(payload, operation, activity_type, enable)


def require_known_rules(enable: Collection[Any]) -> None:
    """Raise ValueError if a rule id in the argument ``enable`` does not exist.

    Args:
        enable: The rule ids.
    """
    from liveschema._generated.rule_index import SEVERITIES  # noqa: PLC0415 - rules are rarely enabled

    if isinstance(enable, str):
        unknown = [enable]
    else:
        unknown = [name for name in enable if not isinstance(name, str) or name not in SEVERITIES]
    if unknown:
        from liveschema.engine.wording import did_you_mean  # noqa: PLC0415 - as above

        hints = [hint for name in unknown if (hint := did_you_mean(str(name), SEVERITIES))]
        if isinstance(enable, str):
            hints = [f"write [{enable!r}]"] if enable in SEVERITIES else []
        advice = f": {hints[0]}" if hints else ""
        msg = f"enable must be a collection of rule ids, got {', '.join(map(repr, unknown))}{advice}"
        raise ValueError(msg)


def _load_report(*arguments: Any) -> list[Problem]:  # noqa: ANN401 - those of the report
    """Import the report on first use, and replace this function with it."""
    global _report  # noqa: PLW0603 - the replacement
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
    """Find the activity type by whose rules a payload is valid.

    Args:
        predicates: The table of predicates, `VALID` or `NO_WARNINGS`.
        payload: Any object.
        operation: The operation of the payload.
        known: The type of the existing activity; None if it is not known.

    Returns:
        The result and the payload. The result is the activity type, or
        ``"untagged"`` for a valid payload without a state, or False for an
        invalid payload. The payload is the same object, or its conversion to
        plain values if the predicate needed that.

    Raises:
        ValueError: If the operation or the activity type does not exist.
    """
    try:
        answer = predicates[operation](payload, None if known is None else _type_named(known))
    except Exception:  # noqa: BLE001 - the operation may not exist, and reading a foreign object may raise anything
        answer = None
    return _run_on_copy(predicates, payload, operation, known) if answer is None else (answer, payload)


def _run_on_copy(
    predicates: dict[str, Function],
    payload: object,
    operation: Operation | str,
    known: ActivityType | str | None,
) -> tuple[str | bool | None, object]:
    """Do as `run_predicate` for a payload about which the predicate cannot decide before its conversion."""
    from liveschema.contract.vocabulary import Operation  # noqa: PLC0415 - as in `_load_report`
    from liveschema.engine.plain import plain  # noqa: PLC0415

    predicate = predicates[Operation(operation)]
    converted = plain(payload)
    answer = predicate(converted, None if known is None else _type_named(known))
    # The report recognises bytes as JSON text.
    return answer, payload if isinstance(payload, bytes | bytearray) else converted


def _type_named(known: ActivityType | str) -> str:
    from liveschema.contract.vocabulary import ActivityType  # noqa: PLC0415 - as in `_load_report`

    return ActivityType(known).value
