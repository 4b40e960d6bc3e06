"""The recognition of texts in other formats that are read as JSON, to say so instead of pointing at a character."""

from __future__ import annotations

import re
from typing import Final

from liveschema.engine.record import evolve
from liveschema.engine.rules import INVALID_JSON
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json.text import json_document
from liveschema.text import UNREADABLE

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


def with_format_named(document: Document) -> Document:
    """Return the document of a JSON file that cannot be read; if it seems to have another format, its problem says so.

    Args:
        document: The document.
    """
    fault = document.faults[-1]
    if fault.rule != INVALID_JSON.id:
        return document
    found = other_format(document.text, document.lines.offset(fault.line or 1, fault.column or 1))
    return document if found is None else _in_other_format(document, "JSON", *found)


def _in_other_format(document: Document, expected: str, name: str, hint: str) -> Document:
    """Return a document that cannot be read with one problem, which says what format it seems to have."""
    problem = INVALID_JSON.at((), f"this is no {expected} file; it looks like {name}", hint)
    return evolve(document, value=UNREADABLE, faults=[evolve(problem, line=1, column=1)])


def not_json_lines(beginning: bytes, *, is_whole: bool = True) -> Document | None:
    """Return a document with one problem if a text that should be JSON Lines is in another format; else None.

    Args:
        beginning: The beginning of the text, which ends with a line, or all of it.
        is_whole: Whether it is all of it.
    """
    first = json_document(next((line for line in beginning.split(b"\n") if line.strip()), b"{}"))
    if first.readable or first.faults[-1].rule != INVALID_JSON.id:
        return None
    whole = json_document(beginning)
    if whole.readable or (not is_whole and _breaks_off(whole)):
        return _in_other_format(
            whole, "JSON Lines", "one JSON document", "name the file .json, or write it on one line"
        )
    found = None if first.text.lstrip().startswith(("{", "[")) else other_format(whole.text, 0)
    return None if found is None else _in_other_format(whole, "JSON Lines", *found)


def _breaks_off(document: Document) -> bool:
    """Return whether nothing is wrong with a text but that its end is missing."""
    fault = document.faults[-1]
    return document.lines.offset(fault.line or 1, fault.column or 1) == len(document.text)
