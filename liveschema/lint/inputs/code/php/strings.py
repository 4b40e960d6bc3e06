"""Strings of PHP: in quotes, heredocs and nowdocs, and those that are joined or formatted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Piece, Text
from liveschema.lint.inputs.literals import Range

_CONTENT: Final = frozenset({"string_content", "nowdoc_string"})
_QUOTES: Final = frozenset({"'", '"'})
_NAMED: Final = dict(zip("ntrvef\\$", "\n\t\r\v\x1b\f\\$", strict=True))
_CODE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u\{([0-9a-fA-F]{1,8})\})\Z")
_LAST_CHARACTER: Final = 0x10FFFF
_FORMAT: Final = re.compile(r"%(?:%|(?:\d{1,3}\$)?(?:[-+ 0]|'.){0,5}\d{0,4}(?:\.\d{1,4})?[bcdeEfFgGhHosuxX])?")
"""A placeholder, or a sign that begins none, whose meaning is not known; bounded, so that no text takes long."""


def text_of_node(node: Node, source: Source) -> Text:
    """Return the form of a string in quotes, a heredoc or a nowdoc."""
    if node.type in ("heredoc", "nowdoc"):
        return _document(node, source)
    quote = '"' if node.type == "encapsed_string" else "'"
    children = node.children
    if len(children) == 3 and children[1].type in _CONTENT:  # noqa: PLR2004 - a text between quotes, as most are
        return Text((Piece(source.text(children[1]), source.range(children[1])),))
    first, last = children[0], children[-1]
    start = first.end_byte if first.type in _QUOTES and len(children) > 1 else first.start_byte
    end = last.start_byte if last.type in _QUOTES else last.end_byte
    place = Range(source.offset(start), source.offset(end))
    return Text(list(_pieces(children, place, source, lambda escape: _unescaped(escape, quote))))


def joined_text(operands: Sequence[Node], source: Source) -> Text:
    """Return the form of a string that an operator joins, in which the pieces of literals are its own."""
    pieces: list[Piece] = []
    for node in operands:
        if node.type in STRINGS:
            pieces += text_of_node(node, source).pieces
        else:
            pieces.append(Piece(node, source.range(node)))
    return Text(pieces)


def formatted(text: Text, source: Source) -> Text:
    """Return the form of what ``sprintf`` makes of a format, whose placeholders are not known."""
    pieces: list[Piece] = []
    for content, place in text.pieces:
        if isinstance(content, str):
            pieces += _formatted(content, place, is_copy=source.fragment.text[slice(*place)] == content)
        else:
            pieces.append(Piece(content, place))
    return Text(pieces)


def _formatted(content: str, place: Range, *, is_copy: bool) -> Iterator[Piece]:
    def at(start: int, end: int) -> Range:
        return Range(place.start + start, place.start + end) if is_copy else place

    cursor = 0
    for found in _FORMAT.finditer(content):
        yield Piece(content[cursor : found.start()], at(cursor, found.start()))
        yield Piece("%" if found[0] == "%%" else None, at(*found.span()))
        cursor = found.end()
    yield Piece(content[cursor:], at(cursor, len(content)))


def _document(node: Node, source: Source) -> Text:
    """Return the form of a heredoc or nowdoc, whose lines lose the indentation of the closing identifier."""
    name, closing = node.child_by_field_name("identifier"), node.child_by_field_name("end_tag")
    body = node.child_by_field_name("value")
    if name is None or closing is None or body is None:
        return Text([])
    text = source.fragment.text
    start = text.find("\n", source.offset(name.end_byte)) + 1
    until = source.offset(closing.end_byte)
    end = text.rfind("\n", start, until)
    line = text[end + 1 : until]
    indent = len(line) - len(line.lstrip(" \t"))
    if text[end - 1 : end] == "\r":
        end -= 1
    return Text(list(_pieces(body.children, Range(start, max(start, end)), source, _unescaped, indent)))


def _pieces(
    children: Sequence[Node], place: Range, source: Source, unescape: Callable[[str], str | None], indent: int = 0
) -> Iterator[Piece]:
    """Yield the pieces of a string; what stands between the other nodes is text."""
    cursor = place.start
    for child in children:
        start, end = source.range(child)
        if child.type in _CONTENT or start < cursor or end > place.end:
            continue
        yield from _texts(Range(cursor, start), place, source, indent)
        cursor = end
        if child.type == "escape_sequence":
            yield Piece(unescape(source.text(child)), Range(start, end))
        elif child.is_named:
            yield Piece(None if child.is_error else child, Range(start, end))
    yield from _texts(Range(cursor, place.end), place, source, indent)


def _texts(part: Range, whole: Range, source: Source, indent: int) -> Iterator[Piece]:
    """Yield a part of the text, line by line if the lines are indented."""
    text = source.fragment.text
    cursor = part.start
    while cursor < part.end:
        end = (text.find("\n", cursor, part.end) + 1 or part.end) if indent else part.end
        is_line = cursor == whole.start or text[cursor - 1] == "\n"
        line = text[cursor:end]
        margin = min(len(line) - len(line.lstrip(" \t")), indent) if is_line else 0
        yield Piece(line[margin:], Range(cursor + margin, end))
        cursor = end


def _unescaped(escape: str, quote: str = "") -> str | None:
    """Return the text that an escape stands for; None if it is not known, as half of a character."""
    rest = escape[1:]
    if quote == "'":
        return rest
    if rest in _NAMED:
        return _NAMED[rest]
    code = _CODE.match(escape)
    if code is None:
        return quote if rest == quote else escape
    value = int(code[3], 16) if code[3] else int(code[1], 16) if code[1] else int(code[2], 8) & 0xFF
    if not code[3]:
        return chr(value) if value < 0x80 else None  # noqa: PLR2004 - a byte of a character that has several
    is_character = value <= _LAST_CHARACTER and not 0xD800 <= value < 0xE000  # noqa: PLR2004 - the surrogates
    return chr(value) if is_character else None


STRINGS: Final = frozenset({"string", "encapsed_string", "heredoc", "nowdoc"})
"""The nodes of strings."""
