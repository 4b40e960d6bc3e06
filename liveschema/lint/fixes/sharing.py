"""What of a file is used more than once, so that a change for one request may change something else."""

from __future__ import annotations

import re
from typing import Final

from liveschema.engine.problems import Path
from liveschema.lint.fixes.layout import UneditableError
from liveschema.lint.inputs.document import Document

_ANCHOR: Final = "&"
_NAME: Final = re.compile(r"[$@]?(\w+)")
_ASSIGNMENT: Final = re.compile(r"(\w+)[ \t]*(?::[ \t]*[\w.<>\[\], |]+)?:?=[ \t]*(?:\([ \t]*)?\Z")
_BEFORE_ARGUMENT: Final = re.compile(r"[(,]\s*\Z")
_CALL: Final = re.compile(r"(?!array\b|dict\b)(?:await\s+)?\$?\w+(?:(?:[.:?&]+|->)\w+)*\(")
_LONGEST: Final = 200
"""The most characters of an assignment before its value."""


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
        name = _ASSIGNMENT.search(text[max(start - _LONGEST, 0) : start])
        if name is None or _BEFORE_ARGUMENT.search(name.string[: name.start()]) or _CALL.match(text, start):
            return True
    reads = re.compile(rf"(?<![\w-]){name[1]}\b(?![ \t]*:?=(?!=)|:)")
    return sum(1 for _ in reads.finditer(text)) <= 1
