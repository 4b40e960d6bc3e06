"""The recognition of what this command itself has written."""

from __future__ import annotations

import json
import re
from typing import Final

from liveschema.lint.inputs.marks import is_own_value

_REPORT: Final = rb"""(?mx)
    \A <\?xml[^>]*> \s* <testsuites\ name="liveschema">         # junit
    | \A ::(?:error|warning)\ file=.*,title=[\w-]+.*::           # github
    | \A \S.*:\d+:\d+:\ (?:error|warning)\[[\w-]+\]\             # full, concise
    | \A <!DOCTYPE\ html>\s<html[^>]*>\s<head>\s<meta\ charset="utf-8">\s<meta\ name="generator"\ content="liveschema">
    | \A <svg\ [^>]*>\s<title\ id="card-1-title">               # preview
    | ^ (?:                                                      # their summary
        [\d,]+\ (?:errors?|warnings?)\ .*in\ [\d,]+\ of\ [\d,]+\ files?\ \(.*
        | [\d,]+\ payloads?\ in\ [\d,]+\ files?:\ no\ problems.*
        | no\ Live\ Activity\ request\ in\ [\d,]+\ files?.*
        | no\ file\ was\ checked.*
      ) \s* \Z
    """
_COLORS: Final = rb"\x1b\[[\d;]*m"
_ROW: Final = frozenset({"path", "line", "column", "operation", "stream_key", "payload", "unknown", "reader"})


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
