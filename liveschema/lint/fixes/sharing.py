"""What of a file is used more than once, so that a change for one request may change something else."""

from __future__ import annotations

import re
from typing import Final

from liveschema.engine.problems import Path
from liveschema.lint.fixes.layout import UneditableError
from liveschema.lint.inputs.document import Document

_ANCHOR: Final = "&"
_NAME: Final = re.compile(r"[$@]?(\w+)")
_ASSIGNMENT: Final = re.compile(r"(?<![\w-])(\w+)[ \t]*(?::[ \t]*[\w.<>\[\], |]+)?:?=[ \t]*(?:\(\s*)?\Z")
_QUOTE: Final = re.compile(r"(?<!\w)[A-Za-z$]{0,2}[\\\"'`]+\s*\Z")
"""The beginning of a string, with white space in it."""
_HERE_DOCUMENT: Final = re.compile(r"(?:\$\([ \t]*cat[ \t]*)?<<[<~-]?[ \t]*[\\\"']?\w+[\"']?[^\r\n]*[\r\n]\s*\Z")
_READ: Final = re.compile(r"\bread\b[^\r\n|;&]*?[ \t](\w+)[ \t]*\Z")
"""A command of a shell that assigns a here-document to a variable."""
_BEFORE_ARGUMENT: Final = re.compile(r"[(,]\s*\Z")
_TYPE: Final = re.compile(r"[\w.\[\]*&]+\Z")
_CALL: Final = re.compile(r"(?!array\b|dict\b)(?:await\s+)?\$?\w+(?:(?:[.:?&]+|->)\w+)*\(")
_LONGEST: Final = 200
"""The most characters of an assignment before its value."""
_FARTHEST: Final = 2000
"""The most characters between the bracket of an object and one of its members."""


def refuse_shared(document: Document, path: Path) -> None:
    """Refuse to change a value that may be used elsewhere, or a value in such a one.

    What several requests share is noticed when they are read again; but other code may read the fields of a payload in
    a variable, and other parts of a YAML file may have an alias of it.

    Raises:
        UneditableError: If it has an anchor, or its variable is read more than once.
    """
    text = document.text
    ways = [path[:steps] for steps in range(len(path) + 1)]
    places = document.locator(ways)
    outer = (0, 0)
    for each in ways:
        if each in places:
            start, end = places[each].value.range
            is_inside = outer[0] <= start <= end <= outer[1]
            if text.startswith(_ANCHOR, start) or not (is_inside or _is_own(text, outer, start)):
                raise UneditableError
            outer = start, end


def _is_own(text: str, outer: tuple[int, int], start: int) -> bool:
    """Return whether a value that is not in the place of its object is in no variable, or in one that is read once."""
    name = _NAME.fullmatch(text, *outer)
    if name is None:
        start = _before_quote(text, start)
        opening = start if _assignment(text, start) else _opening_before(text, start)
        name = _assignment(text, opening)
        if name is None or _CALL.match(text, opening):
            return True
    return _reads(text, name[1]) <= 1


def _reads(text: str, name: str) -> int:
    """Return how often a variable is read, or might be."""
    reads = re.compile(
        rf"(?<![\w-]){name}\b(?![ \t]*:?=(?!=)|:)|\$\{{{name}:|(?<![\w-]){name}:[ \t]*(?:#.*)?$", re.MULTILINE
    )
    return sum(1 for _ in reads.finditer(text))


def _assignment(text: str, start: int) -> re.Match[str] | None:
    """Return the name of the variable to which a value is assigned."""
    before = text[max(start - _LONGEST, 0) : start]
    found = _ASSIGNMENT.search(before) or _READ.search(before)
    return None if found is None or _BEFORE_ARGUMENT.search(before[: found.start()]) else found


def _before_quote(text: str, start: int) -> int:
    """Return where the string begins whose text begins with a value; the offset of the value if it is in none."""
    before = text[max(start - _LONGEST, 0) : start]
    found = _QUOTE.search(before) or _HERE_DOCUMENT.search(before)
    return start if found is None else start - len(before) + found.start()


def _opening_before(text: str, start: int) -> int:
    """Return where the object begins that a member is in, perhaps with a type; the offset of the member if nowhere."""
    depth = 0
    for at in range(start - 1, max(start - _FARTHEST, -1), -1):
        depth += (text[at] in ")]}") - (text[at] in "([{")
        if depth < 0:
            type_name = _TYPE.search(text[max(at - _LONGEST, 0) : at])
            return at - len(type_name[0]) if type_name else at
    return start
