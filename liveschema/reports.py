"""The report on a payload that is known to have problems."""

from __future__ import annotations

from collections.abc import Collection

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.engine import report as engine_report
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def report(
    payload: object,
    operation: OperationLike,
    activity_type: ActivityTypeLike | None,
    enable: Collection[str] = (),
    *,
    copy: object = None,
) -> list[Problem]:
    """Find every problem of a payload, without a quick test of whether it has any.

    Args:
        payload: As for `liveschema.check`.
        operation: As for `liveschema.check`.
        activity_type: As for `liveschema.check`.
        enable: As for `liveschema.check`.
        copy: The plain copy of the payload; None if it is plain itself.

    Returns:
        The problems, as for `liveschema.check`.
    """
    mode, known = require_known_names(operation, activity_type)
    problems = engine_report.report(CONTRACT, payload if copy is None else copy, mode, known, enable)
    if _is_json_text(payload):
        return [evolve(each, hint="it is JSON text: use loads, or parse it first") for each in problems]
    return problems


def _is_json_text(payload: Any) -> bool:  # noqa: ANN401 - any object
    """Return whether a payload is a text that begins like a JSON object."""
    # The methods are those of the built-in types, since those of a subclass may raise anything.
    kind: type = type(payload)  # it may be another than the attribute `__class__` says
    if issubclass(kind, str):
        return str.lstrip(payload).startswith("{")
    if issubclass(kind, bytes):
        return bytes.lstrip(payload).startswith(b"{")
    return issubclass(kind, bytearray) and bytearray.lstrip(payload).startswith(b"{")


def require_known_names(
    operation: OperationLike, activity_type: ActivityTypeLike | None
) -> tuple[Operation, ActivityType | None]:
    """Convert the names that a caller gives to members.

    Args:
        operation: The operation, or its value.
        activity_type: The activity type, or its value; None if it is not known.

    Returns:
        The two members; None for an activity type that is not known.

    Raises:
        ValueError: If the operation or the activity type does not exist.
    """
    return Operation(operation), None if activity_type is None else ActivityType(activity_type)
