"""Checks of a payload: whether it is valid, and which problems it has.

A payload without problems needs only the generated predicates. The models and
the report are imported when the first problem is found, which keeps the import
of the package fast.
"""

from __future__ import annotations

from itertools import islice

from liveschema._generated.requests import NO_WARNINGS, VALID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

    from liveschema.contract.vocabulary import ActivityTypeLike, OperationLike
    from liveschema.engine.problems import Problem
    from liveschema.engine.support import Function


_NO_RULES: Collection[str] = ()
_EMPTY = (tuple, list, set, frozenset, type(None))
_MOST_RULES = 1000
_RULES_SHOWN = 5


def is_valid(payload: object, operation: OperationLike, *, activity_type: ActivityTypeLike | None = None) -> bool:
    """Return whether a payload has no error; it may have warnings.

    Args:
        payload: The payload: a Mapping that contains Mappings, Sequences,
            strings, numbers and booleans. It is not changed. A model, also
            inside the payload, is checked as what it would be sent as. Any
            other object is invalid and does not raise an exception; so is
            what may have no end, as for `check`.
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
    try:  # as in `ask`, whose call would take a tenth of the time of a small payload
        answer = VALID[operation](payload, None if activity_type is None else type_named(activity_type))
    except Exception as error:  # noqa: BLE001 - as in `ask`
        excused(error, payload, operation, activity_type)
        answer = None
    if answer is None:
        answer, _ = run_on_copy(VALID, payload, operation, activity_type)
    return answer is not False


def check(
    payload: object,
    operation: OperationLike,
    *,
    activity_type: ActivityTypeLike | None = None,
    enable: Collection[str] = _NO_RULES,
) -> list[Problem]:
    """Find every problem of a payload, errors and warnings.

    Args:
        payload: The payload: a Mapping that contains Mappings, Sequences,
            strings, numbers and booleans. It is not changed. A model, also
            inside the payload, is checked as what it would be sent as. Any
            other object is reported and does not raise an exception. So is
            what may have no end: a webhook body of more than 2,000,000
            values, where a list counts each time that it is met, and more
            than 500,000 values from containers other than dict and list. For a
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
    if enable is not _NO_RULES:
        enable = known_rules(enable)
    if not enable:
        try:  # as in `is_valid`
            answer = NO_WARNINGS[operation](payload, None if activity_type is None else type_named(activity_type))
        except Exception as error:  # noqa: BLE001 - as in `ask`
            excused(error, payload, operation, activity_type)
            answer = None
        # The verdict is that of `is_valid`, which may need no copy.
        if answer is None and ask(VALID, payload, operation, activity_type) is None:
            answer, payload = run_on_copy(NO_WARNINGS, payload, operation, activity_type)
        if answer:
            return []
    return find_problems(payload, operation, activity_type, enable)


def find_problems(
    payload: object,
    operation: OperationLike,
    activity_type: ActivityTypeLike | None,
    enable: Collection[str] = _NO_RULES,
) -> list[Problem]:
    """Find every problem of a payload, without a quick test of whether it has any.

    A key may be found by another text than its own, if its class says so. Such
    a key counts as what the predicate finds it by, so that all functions agree.

    Args:
        payload: As for `check`.
        operation: As for `check`.
        activity_type: As for `check`.
        enable: The ids of rules to apply that are off by default.

    Returns:
        The problems, as for `check`.
    """
    from liveschema.engine.plain import is_plain, plain  # noqa: PLC0415 - as in `_load_report`

    if is_plain(payload):
        return _report(payload, operation, activity_type, enable)
    problems = _report(payload, operation, activity_type, enable, copy=plain(payload))
    answer = ask(VALID, payload, operation, activity_type)
    warnings = [problem for problem in problems if problem.severity == "warning"]
    if answer is None or bool(answer) == (len(warnings) == len(problems)):
        return problems
    if answer:
        return warnings
    return _report(payload, operation, activity_type, enable, copy=plain(payload, built_in_keys=True))


def known_rules(enable: Collection[Any] | None) -> frozenset[str]:
    """Return the rule ids in the argument ``enable``, which is read once.

    Args:
        enable: The rule ids.

    Raises:
        ValueError: If a rule does not exist, or the argument is no collection.
    """
    if not enable and type(enable) in _EMPTY:
        return frozenset()
    from liveschema._generated.rule_index import SEVERITIES  # noqa: PLC0415 - rules are rarely enabled
    from liveschema.engine.plain import argument, attempt  # noqa: PLC0415
    from liveschema.engine.wording import did_you_mean  # noqa: PLC0415

    is_text = issubclass(type(enable), str | bytes | bytearray)
    names: Any = [enable] if is_text else attempt(lambda each: [*islice(each, _MOST_RULES)], enable)
    if type(names) is not list:  # it is no iterable
        names, is_text = [enable], True
    names = [str.__str__(name) if issubclass(type(name), str) else name for name in names]
    unknown = [name for name in names if type(name) is not str or name not in SEVERITIES]
    if is_text or unknown or len(names) == _MOST_RULES:
        hints = [hint for name in unknown if type(name) is str and (hint := did_you_mean(name, SEVERITIES))]
        if is_text:
            hints = [] if unknown else [f"write {names!r}"]
        advice = f": {hints[0]}" if hints else ""
        shown = ", ".join(map(argument, (names if is_text else unknown)[:_RULES_SHOWN])) or "more of them"
        msg = f"enable must be a collection of rule ids, got {shown}{advice}"
        raise ValueError(msg)
    return frozenset(names)


def _load_report(*arguments: Any, **options: Any) -> list[Problem]:  # noqa: ANN401 - those of the report
    """Import the report on first use, and replace this function with it."""
    global _report  # noqa: PLW0603 - the replacement
    from liveschema.reports import report  # noqa: PLC0415 - most payloads have no problem

    _report = report
    return report(*arguments, **options)


_report: Callable[..., list[Problem]] = _load_report


def ask(
    predicates: dict[str, Function],
    payload: object,
    operation: OperationLike,
    known: ActivityTypeLike | None,
) -> str | bool | None:
    """Find the activity type by whose rules a payload is valid, without a conversion.

    Args:
        predicates: The table of predicates, `VALID` or `NO_WARNINGS`.
        payload: Any object.
        operation: The operation of the payload.
        known: The type of the existing activity; None if it is not known.

    Returns:
        The activity type, or ``"untagged"`` for a valid payload without a
        state; False for an invalid payload; None if the predicate cannot
        decide before the payload is converted to plain values.

    Raises:
        ValueError: If the operation or the activity type does not exist.
    """
    try:
        answer: str | bool | None = predicates[operation](payload, None if known is None else type_named(known))
    except Exception as error:  # noqa: BLE001 - comparing a name with a foreign object may raise anything
        excused(error, payload, operation, known)
        return None
    return answer


def excused(error: Exception, payload: object, operation: OperationLike, known: ActivityTypeLike | None) -> None:
    """Return if a predicate raised an exception because of what it was given; otherwise raise it again.

    The only foreign code that a predicate runs is that of the keys of dicts
    and of the names, which are compared with strings. Whatever else raises
    has interrupted the predicate, such as a signal handler or a full stack.

    Args:
        error: The exception, which is being handled.
        payload: The payload.
        operation: The operation.
        known: The type of the existing activity; None if it is not known.

    Raises:
        ValueError: If the operation or the activity type does not exist.
    """
    from liveschema.contract.vocabulary import ActivityType, Operation  # noqa: PLC0415 - as in `_load_report`
    from liveschema.engine.plain import is_of_signal, is_plain  # noqa: PLC0415

    try:
        _ = Operation(operation), None if known is None else ActivityType(known)
    except ValueError as wrong_name:
        raise wrong_name from None
    built_in = type(operation) in {str, Operation} and is_plain(payload)
    if built_in or isinstance(error, MemoryError) or is_of_signal(error):
        raise error


def run_on_copy(
    predicates: dict[str, Function],
    payload: object,
    operation: OperationLike,
    known: ActivityTypeLike | None,
) -> tuple[str | bool | None, object]:
    """Do as `ask` for a payload about which the predicate cannot decide before its conversion.

    Returns:
        The result, and the payload that it is about: the conversion, or bytes as they are.
    """
    from liveschema.contract.vocabulary import Operation  # noqa: PLC0415 - as in `_load_report`
    from liveschema.engine.plain import plain  # noqa: PLC0415

    predicate = predicates[Operation(operation)]
    converted = plain(payload)
    answer = predicate(converted, None if known is None else type_named(known))
    # The report recognises bytes as JSON text.
    return answer, payload if issubclass(type(payload), bytes | bytearray) else converted


def type_named(known: ActivityTypeLike) -> str:
    """Return the value of an activity type that a caller names, by a member or its value.

    Raises:
        ValueError: If the activity type does not exist.
    """
    from liveschema.contract.vocabulary import ActivityType  # noqa: PLC0415 - as in `_load_report`

    return ActivityType(known).value
