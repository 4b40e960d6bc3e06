"""What the web worker of the playground calls."""

from __future__ import annotations

import json
from typing import Final

from liveschema.contract.vocabulary import Operation
from liveschema.lint.editor import text_report

_HINTS: Final = {
    "unknown-operation": "choose the operation above the text",
    "no-request": "the body of a request has content_state; only for end_stream it may be empty",
    "invalid-json": "choose the format above the text",
}
"""What to do about a rule in place of a hint that names an option of the command."""


def answer(text: str, form: str, operation: str) -> str:
    """Check a text.

    Args:
        text: The text.
        form: The name of its format; empty to tell it by the text.
        operation: The operation; empty to infer it.

    Returns:
        The report of `text_report`, as JSON.
    """
    report = text_report(text, form or None, Operation(operation) if operation else None)
    for finding in report["findings"]:
        if "--" in (finding["hint"] or ""):
            finding["hint"] = _HINTS.get(finding["rule"])
    return json.dumps(report)
