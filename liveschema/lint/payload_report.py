"""The report on one payload, as ``liveschema check`` writes it with ``full``."""

from __future__ import annotations

import io
import json

from liveschema.contract.vocabulary import Operation
from liveschema.engine.plain import plain
from liveschema.engine.problems import InvalidPayload, Problem
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.reporters.text import Full
from liveschema.lint.run.place import UnplacedProblem, placed


def written(payload: object) -> str | None:
    """Return the JSON text of a payload, indented; None if JSON cannot represent it."""
    value = plain(payload)
    try:
        return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        return None


def report(problems: list[Problem], text: str | bytes | None, operation: Operation) -> str:
    """Return problems as the linter reports them.

    Args:
        problems: The problems.
        text: The JSON text of the payload; None if there is none, so that no line can be shown.
        operation: The operation.
    """
    if text is None:
        return str(InvalidPayload(problems))
    document = json_document(text)
    out = io.StringIO()
    reporter = Full(out, ReportStyle(color=False))
    for finding in placed([UnplacedProblem(document, problem, (), operation) for problem in problems], "payload"):
        reporter.finding(finding)
    return out.getvalue().rstrip("\n")
