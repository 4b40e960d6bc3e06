"""An assertion that a payload is valid, which reports problems as the linter does."""

from __future__ import annotations

from liveschema.contract.base import SentModel
from liveschema.contract.vocabulary import ActivityTypeLike, Operation, OperationLike
from liveschema.convert import dump, merged
from liveschema.lint.payload_report import report, written
from liveschema.lint.results import plural
from liveschema.text.read import read_json
from liveschema.verdicts import check


def assert_valid(
    payload: object,
    operation: OperationLike,
    *,
    activity_type: ActivityTypeLike | None = None,
    warnings: bool = False,
) -> None:
    """Assert that a payload is valid for an operation.

    Args:
        payload: The payload: plain data, a request model, or JSON text as a
            string or bytes.
        operation: The operation.
        activity_type: The type of the existing activity; None if unknown.
        warnings: Whether warnings fail the assertion, too.

    Raises:
        AssertionError: If the payload has an error, or with ``warnings`` a
            warning. The message shows each problem as ``liveschema check``
            does, with the line of the payload and the hint.
        ValueError: If the operation or the activity type is unknown.

    .. versionadded:: 0.1.0
    """
    __tracebackhide__ = True
    operation = Operation(operation)
    if isinstance(payload, str | bytes | bytearray):
        text: str | bytes | None = bytes(payload) if isinstance(payload, bytearray) else payload
        value, faults = read_json(payload)
        problems = merged(value, faults, operation, activity_type)
    else:
        value = dump(payload) if isinstance(payload, SentModel) else payload
        text = written(value)
        problems = check(value, operation, activity_type=activity_type)
    failing = [problem for problem in problems if warnings or problem.is_error]
    if failing:
        counted = plural(len(failing), "problem")
        msg = f"not a valid {operation} payload: {counted}\n\n{report(failing, text, operation)}"
        raise AssertionError(msg)
