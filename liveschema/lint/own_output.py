"""The recognition of what this command itself has written."""

from __future__ import annotations

import json
import re

from liveschema.lint.inputs.marks import PROJECT

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any, Final

_REPORT: Final = rb"""(?mx)
    \A <\?xml[^>]*> \s* <testsuites\ name="liveschema">         # junit
    | \A ::(?:error|warning)\ file=.*,title=[\w-]+.*::           # github
    | \A \S.*:\d+:\d+:\ (?:error|warning)\[[\w-]+\]\             # full, concise
    | ^ (?:                                                      # their summary
        [\d,]+\ (?:errors?|warnings?)\ .*in\ [\d,]+\ of\ [\d,]+\ files?\ \(.*
        | [\d,]+\ payloads?\ in\ [\d,]+\ files?:\ no\ problems.*
        | no\ Live\ Activity\ request\ in\ [\d,]+\ files?.*
        | no\ file\ was\ checked.*
      ) \s* \Z
    """
_COLORS: Final = rb"\x1b\[[\d;]*m"
_ROW: Final = frozenset({"path", "line", "column", "operation", "stream_key", "payload", "unknown", "reader"})


def is_own_value(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value is a report or a baseline."""
    if isinstance(value, list):
        return (
            bool(value) and isinstance(value[0], dict) and {"check_name", "fingerprint", "location"} <= value[0].keys()
        )
    if not isinstance(value, dict):
        return False
    findings, runs = value.get("findings"), value.get("runs")
    if isinstance(findings, list) and value.get("version") == 1 and all(map(_is_finding, findings)):
        return True
    return isinstance(runs, list) and bool(runs) and _tool_of(runs[0]) == PROJECT


def is_own_report(content: bytes) -> bool:
    """Return whether the content of a file is a report or what ``extract`` writes, so that it can be made again.

    Args:
        content: The content. An empty one is a report without findings; a baseline is no report.

    Returns:
        Whether it is.
    """
    text = re.sub(_COLORS, b"", content).strip()
    if text in {b"", b"[]"} or re.search(_REPORT, text):
        return True
    row = _json(text.split(b"\n", 1)[0])
    if isinstance(row, dict) and row.keys() == _ROW:
        return True
    return is_own_value(_json(text)) and not is_baseline(content)


def is_baseline(content: bytes) -> bool:
    """Return whether the content of a file is a baseline, with what a person has accepted."""
    value = _json(content)
    return is_own_value(value) and isinstance(value, dict) and "findings" in value and "summary" not in value


def _json(text: bytes) -> object:
    """Return the value of a JSON text; None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_finding(value: object) -> bool:
    return isinstance(value, dict) and {"rule", "pointer"} <= value.keys()


def _tool_of(run: object) -> object:
    """Return the name of the tool of a run in a SARIF log."""
    for key in ("tool", "driver", "name"):
        run = run.get(key) if isinstance(run, dict) else None
    return run
