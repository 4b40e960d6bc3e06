"""What of a file is used more than once, so that a change for one request may change something else."""

from __future__ import annotations

import re
from typing import Final

from liveschema.engine.problems import Path
from liveschema.lint.fixes.layout import UneditableError
from liveschema.lint.inputs.document import Document

_ANCHOR: Final = "&"
_ANCHORED: Final = re.compile(r"^([ \t]*+(?>(?:- +)*))((?:[^\r\n]*?[\s\[{,])?)(&[\w-][^\r\n]*)", re.MULTILINE)
"""A line of YAML with an anchor: what stands before the key of the first node with one, the key, and the rest."""
_NAME: Final = re.compile(r"[$@]?(\w+)")
_WRITER: Final = r"(?:(?:json\.dumps|JSON\.(?:stringify|generate|dump)|json_encode|\[\]byte)?\(\s*)?"
"""A bracket before a value, perhaps of a call whose result is the text of the value."""
_ASSIGNMENT: Final = re.compile(rf"(?<![\w-])(\w+)[ \t]*(?::[ \t]*[\w.<>\[\], |]+)?:?=[ \t]*{_WRITER}\Z")
_QUOTE: Final = re.compile(r"(?<!\w)[A-Za-z$]{0,2}[\\\"'`]+\s*\Z")
"""The beginning of a string, with white space in it."""
_HERE_DOCUMENT: Final = re.compile(r"(?:\$\([ \t]*cat[ \t]*)?<<[<~-]?[ \t]*[\\\"']?\w+[\"']?[^\r\n]*[\r\n]\s*\Z")
_READ: Final = re.compile(r"\bread\b[^\r\n|;&]*?[ \t](\w+)[ \t]*\Z")
"""A command of a shell that assigns a here-document to a variable."""
_BEFORE_ARGUMENT: Final = re.compile(r"[(,]\s*\Z")
_TYPE: Final = re.compile(r"[\w.\[\]*&]+\Z")
_CALL: Final = re.compile(r"(?!array\b|dict\b)(?:await\s+)?\$?\w+(?:(?:[.:?&]+|->)\w+)*\(")
_RESULT: Final = re.compile(
    r"(?:\breturn|(?:[)>}\]]|(?<![:$\w])\w+)\s*=>|\blambda[^:\r\n]*:|\bdef[ \t][^\r\n]*[\r\n])"
    rf"\s*{_WRITER}\Z"
)
"""What stands before the value that a function returns."""
_DEFINITION: Final = re.compile(
    r"^(?P<margin>[ \t]*)(?:export[ \t]+|default[ \t]+|async[ \t]+|static[ \t]+|public[ \t]+|private[ \t]+)*"
    r"(?:(?:def|function|func|fn)[ \t]+(?:\([^()\r\n]*\)[ \t]*)?(?P<function>\w+)[ \t]*\("
    r"|(?:(?:const|let|var)[ \t]+)?\$?(?P<variable>\w+)[ \t]*=[ \t]*"
    r"(?:lambda\b|(?:async[ \t]+)?(?:(?:function|fn|func)\b|\(|\w+[ \t]*=>)))",
    re.MULTILINE,
)
"""A line that begins with the definition of a function."""
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
    places = document.locator([path])
    if path in places and _has_alias(text, places[path].value.start):
        raise UneditableError
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


def _has_alias(text: str, start: int) -> bool:
    """Return whether a value is in a node of YAML with an anchor to which an alias refers, perhaps in a text."""
    for each in _ANCHORED.finditer(text, 0, start):
        margin, key, rest = each.groups()
        column = len(margin) if key else max(len(margin.rstrip()) - 1, 0)
        items = rf"| {{{column}}}- " if key else ""  # they may stand as far left as their key
        end = re.compile(rf"^(?! {{{column + 1}}}|[ \t]*(?:#|$){items})", re.MULTILINE)
        names = "|".join(re.findall(r"(?<=&)[\w-]+", rest))
        if not end.search(text, each.end(), start) and re.search(rf"(?<![^\s\[{{,])\*(?:{names})(?![\w-])", text):
            return True
    return False


def _is_own(text: str, outer: tuple[int, int], start: int) -> bool:
    """Return whether a value that is not in the place of its object is in no variable, or in one that is read once."""
    name = _NAME.fullmatch(text, *outer)
    if name is None:
        start = _before_quote(text, start)
        is_whole = _is_result(text, start) or _assignment(text, start)
        opening = start if is_whole else _opening_before(text, start)
        if _is_result(text, opening) and (is_whole or not _CALL.match(text, opening)):
            return _is_called_once(text, opening)
        name = _assignment(text, opening)
        if name is None or _CALL.match(text, opening):
            return True
    return _is_read_once(text, name[1])


def _is_result(text: str, start: int) -> bool:
    """Return whether a value is what a function returns."""
    return _RESULT.search(text, max(start - _LONGEST, 0), start) is not None


def _is_called_once(text: str, start: int) -> bool:
    """Return whether the function that returns a value is known, is used once, and its result is read once."""
    name = _function_around(text, start)
    uses = [] if name is None else [*re.finditer(rf"(?<![\w-]){name}\b", text)]
    if len(uses) != 2 or not text.startswith("(", uses[1].end()):  # noqa: PLR2004 - the definition, and a call
        return False
    call = uses[1]
    before = re.sub(r"(?:\bawait\s+)?[$\w.>-]*\Z", "", text[max(call.start() - _LONGEST, 0) : call.start()])
    if _RESULT.search(before):
        return False
    variable = _ASSIGNMENT.search(before)
    if variable is None or _BEFORE_ARGUMENT.search(before[: variable.start()]):
        return True
    reads = _reads(text, variable[1])
    return len(reads) <= 1 and not any(_is_result(text, each.start()) for each in reads)


def _function_around(text: str, start: int) -> str | None:
    """Return the name of the function whose value stands at an offset, if its lines are indented more than its head."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    margin = len(text[first:start]) - len(text[first:start].lstrip())
    found = None
    for each in _DEFINITION.finditer(text, max(start - _FARTHEST, 0), start):
        if each.start() == first or len(each["margin"]) < margin:
            found = each
    return None if found is None else found["function"] or found["variable"]


def _is_read_once(text: str, name: str) -> bool:
    """Return whether a variable is read at most once, and what a function returns of it as well."""
    reads = _reads(text, name)
    if len(reads) != 1 or not _is_result(text, reads[0].start()):
        return len(reads) <= 1
    return _is_called_once(text, reads[0].start())


def _reads(text: str, name: str) -> list[re.Match[str]]:
    """Return where a variable is read, or might be."""
    written = (
        rf"(?<![\w-]){name}\b(?![ \t]*:?=(?!=)|:)"
        rf"|\$\{{{name}:"  # in a shell, with a default
        rf"|(?<![\w-]){name}:[ \t]*(?:#.*)?$"  # the end of a head in Python
    )
    return [*re.finditer(written, text, re.MULTILINE)]


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
