"""The recognition of texts in other formats that are read as JSON, to say so instead of pointing at a character."""

from __future__ import annotations

import re
from typing import Final

_SCRIPT: Final = re.compile(r"#!|(?:curl|set -|export |echo |activitysmith )\S*")
_TABLE: Final = re.compile(r"\[\[?[\w.-]+\]?\]\s*(?:#.*)?$")
_MARKUP: Final = re.compile(r"<[!?A-Za-z]")
_ASSIGNMENT: Final = re.compile(r"[\w.\"'-]+\s*=\s*\S")
_MAPPING: Final = re.compile(r"(?:- )?[\w$\"'-]+\s*:(?:\s|$)|---$")
_JSON5: Final = re.compile(r"//|/\*|'|[A-Za-z_$][\w$]*\s*:")
_BEGINNING: Final = 4096
_ROWS: Final = 2
_NOT_READ: Final = "requests are read from JSON, JSON Lines, YAML, HAR, Markdown and scripts"
_NAME_OF_SCRIPT: Final = "name the file .sh, or begin it with a line such as #!/bin/sh"


def other_format(text: str, fault: int) -> tuple[str, str] | None:
    """Return the format that a text has, if it is likely not meant to be JSON.

    Args:
        text: A text that is no JSON.
        fault: The offset at which it stops being JSON.

    Returns:
        The name of the format with its article, and what to do; None if the text may be JSON with a mistake.
    """
    lines = [line.strip() for line in text[:_BEGINNING].splitlines() if line.strip()]
    first = next((line for line in lines if not line.startswith("#")), "")
    if not first:
        return None
    if _SCRIPT.match(lines[0]) or _SCRIPT.match(first):
        return "a script", _NAME_OF_SCRIPT
    if _MARKUP.match(first):
        return "XML or HTML", _NOT_READ
    if _TABLE.match(first) or _ASSIGNMENT.match(first):
        return "TOML", _NOT_READ
    if _MAPPING.match(first):
        return "YAML", "name the file .yaml, or give --stdin-filename a name that ends in .yaml"
    if first[0] in "{[":
        return ("JSON5, or JSON with comments", "write it as JSON or YAML") if _JSON5.match(text, fault) else None
    commas = {line.count(",") for line in lines[:_ROWS]}
    return ("CSV", _NOT_READ) if len(lines) >= _ROWS and len(commas) == 1 and commas != {0} else None
