"""An assertion on a payload, whose failure is told as the linter tells it."""

from __future__ import annotations

import io
import json

from liveschema.contract.base import SentModel
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.convert import dump, merged
from liveschema.engine.plain import plain
from liveschema.engine.problems import InvalidPayload, Problem, Severity
from liveschema.lint.findings import plural
from liveschema.lint.inputs.json import json_document
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.reporters.text import Full
from liveschema.lint.run.place import UnplacedProblem, placed
from liveschema.text.read import read_json
from liveschema.verdicts import check


def assert_valid(
    payload: object,
    operation: Operation | str,
    *,
    activity_type: ActivityType | str | None = None,
    warnings: bool = False,
) -> None:
    """Assert that a payload breaks no rule.

    Args:
        payload: What would be sent: plain data, a request model, or JSON text
            as a string or bytes.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.
        warnings: Whether a warning fails the assertion too.

    Raises:
        AssertionError: If there is a problem; it shows each one as
            ``liveschema check`` does, with the line of the payload, and its hint.
        ValueError: If there is no such operation or activity type.

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
        text = _written(value)
        problems = check(value, operation, activity_type=activity_type)
    failing = [problem for problem in problems if warnings or problem.severity is Severity.ERROR]
    if failing:
        counted = plural(len(failing), "problem")
        msg = f"not a valid {operation} payload: {counted}\n\n{_told(failing, text, operation)}"
        raise AssertionError(msg)


def _written(payload: object) -> str | None:
    """Write a payload as one would in a file; None where JSON has no form for it."""
    value = plain(payload)
    try:
        return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        return None


def _told(problems: list[Problem], text: str | bytes | None, operation: Operation) -> str:
    if text is None:
        return str(InvalidPayload(problems))
    document = json_document(text)
    out = io.StringIO()
    report = Full(out, ReportStyle(color=False))
    for finding in placed([UnplacedProblem(document, problem, (), operation) for problem in problems], "payload"):
        report.finding(finding)
    return out.getvalue().rstrip("\n")
