"""Edits of a text: the ranges to replace so that a document has a fix, and everything else stays as it is.

What is written is a copy of what stands there: a new member has the quotes, the separator, the line ends and the
indentation of its neighbours. So the same code edits JSON, YAML, a call in a program, and JSON in quotes of a script.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from liveschema.engine.fixes import AddMember, Fix, MoveMember, RemoveMember, RenameMember, ReplaceValue, value_at
from liveschema.engine.problems import Path
from liveschema.lint.fixes.layout import Members, UneditableError, indented, line_end, name_in, own_value, placed_value
from liveschema.lint.fixes.sharing import refuse_shared
from liveschema.lint.inputs.document import Document

_QUOTES: Final = re.compile(r"[\\\"'`]+")


class Edit(NamedTuple):
    """The replacement of a range of a text.

    Args:
        start: The offset of its first character.
        end: The offset after its last character.
        text: The text to put there.
    """

    start: int
    end: int
    text: str


def edits_of(fix: Fix, document: Document, base: Path) -> list[Edit] | None:
    """Return the edits of the text of a document that make a fix.

    Args:
        fix: The fix.
        document: The document.
        base: The path in the document that the path of the fix is relative to.

    Returns:
        The edits in order; None if the text has another form than the one that is known how to edit, such as a
        comment at the place, a name that is written with escapes, or a value that stands elsewhere.
    """
    try:
        refuse_shared(document, base + fix.path)
        return sorted(_EDITS[type(fix)](fix, document, base))
    except LookupError:
        return None


def _rename(fix: RenameMember, document: Document, base: Path) -> list[Edit]:
    place = placed_value(document, base + fix.path)
    old = str(fix.path[-1])
    start = name_in(document.text, place.key.range, old)
    return [Edit(start, start + len(old), fix.name)]


def _replace(fix: ReplaceValue, document: Document, base: Path) -> list[Edit]:
    path = base + fix.path
    start, end = own_value(document, path)
    old: Any = value_at(document.value, path)
    written = document.text[start:end]
    if not isinstance(fix.value, str):
        quote = _QUOTES.match(written)
        if quote is None or written != f"{quote[0]}{old}{quote[0]}":
            raise UneditableError
        return [Edit(start, end, old)]
    start = name_in(document.text, (start, end), old)
    return [Edit(start, start + len(old), fix.value)]


def _remove(fix: RemoveMember | MoveMember, document: Document, base: Path) -> list[Edit]:
    members = Members.of(document, base + fix.path[:-1])
    return [Edit(start, end, "") for start, end in members.without(str(fix.path[-1]))]


def _add(fix: AddMember, document: Document, base: Path) -> list[Edit]:
    members = Members.of(document, base + fix.path[:-1])
    return [_added(members, members.like_a_string(str(fix.path[-1]), fix.value))]


def _move(fix: MoveMember, document: Document, base: Path) -> list[Edit]:
    source = Members.of(document, base + fix.path[:-1])
    target = Members.of(document, base + fix.target)
    if source.is_block != target.is_block:
        raise UneditableError
    name = str(fix.path[-1])
    member = source.by_name[name]
    written = document.text[member.start : member.end]
    moved = indented(written, source.indentation, target.indentation, is_block=source.is_block)
    return [*_remove(fix, document, base), _added(target, moved)]


def _added(members: Members, written: str) -> Edit:
    """Return the edit that adds a member, as it is written, at the end of an object."""
    last = members.sorted[-1]
    at = line_end(members.text, last.end) if members.is_block else last.end
    return Edit(at, at, members.gap + written)


_EDITS: Final[dict[type[Fix], Any]] = {
    RenameMember: _rename,
    ReplaceValue: _replace,
    RemoveMember: _remove,
    AddMember: _add,
    MoveMember: _move,
}
