"""Strings, symbols and heredocs in Ruby."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from weakref import WeakKeyDictionary

from tree_sitter import Node, QueryCursor

from liveschema.lint.inputs.code.language import query_of
from liveschema.lint.inputs.code.scalars import unescaped
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Opaque, Piece, Text, View
from liveschema.lint.inputs.literals import Range

_ESCAPED: Final = re.compile(r"\\(['\\])|[^\\]+|\\")
"""The pieces of a string in single quotes."""
_BYTE: Final = re.compile(r"\\(?:x[89a-fA-F][0-9a-fA-F]|[23][0-7]{2})\Z")
"""An escape that stands for one byte of a character."""
_BEGINNING: Final = re.compile(r"<<([~-]?)([\"'`]?)(.*?)\2\Z", re.DOTALL)
_HEREDOCS: Final = "(heredoc_beginning) @beginning (heredoc_body) @body"
_bodies: WeakKeyDictionary[Source, Mapping[int, Node]] = WeakKeyDictionary()


def text_in(node: Node | None) -> str:
    """Return the text of a node; empty for none."""
    return "" if node is None or node.text is None else node.text.decode(errors="replace")


def field(node: Node, name: str) -> Node:
    """Return a part of a node that all nodes of its type have."""
    found = node.child_by_field_name(name)
    return next(iter(node.children), node) if found is None else found


def string(node: Node, source: Source) -> View:
    """Return the form of a string, or of a symbol that is written like one."""
    return Text(list(_pieces(node, source)))


def _pieces(node: Node, source: Source) -> Iterator[Piece]:
    """Yield the pieces of a string or a symbol."""
    opening = "" if node.child_count == 0 else source.text(node.children[0])
    for child in node.children:
        place = source.range(child)
        if child.type == "escape_sequence":
            yield Piece(_unescaped(source.text(child)), place)
        elif child.type == "interpolation":
            yield Piece(_put_in(child), place)
        elif child.type == "string_content":
            yield from _content(source.text(child), place, opening)
        elif child.is_error or child.is_missing:
            yield Piece(None, place)


def _put_in(node: Node) -> Node | None:
    """Return the expression that is put into a string."""
    inside = [child for child in node.named_children if child.type != "comment"]
    return inside[0] if len(inside) == 1 else None


def _unescaped(escape: str) -> str | None:
    return None if _BYTE.match(escape) else unescaped(escape)


def _content(text: str, place: Range, opening: str) -> Iterator[Piece]:
    """Yield the pieces of a part of a string, which has escapes of its own if it is in single quotes."""
    if "\\" not in text:
        yield Piece(text, place)
    elif opening in ("'", ":'"):
        for found in _ESCAPED.finditer(text):
            yield Piece(found[1] or found[0], Range(place.start + found.start(), place.start + found.end()))
    else:
        yield Piece(None, place)  # such as in `%q(…)`, in which the delimiters can be escaped, too


def chained_string(node: Node, source: Source) -> View:
    """Return the form of strings side by side, which are one."""
    return Text([piece for child in node.named_children for piece in _pieces(child, source)])


def symbol(node: Node, source: Source) -> View:
    """Return the form of a symbol, which is sent as a text."""
    return Text([Piece(source.text(node)[1:], source.range(node))])


def character(node: Node, source: Source) -> View:
    """Return the form of a string of one character, such as ``?a``."""
    view = symbol(node, source)
    return view if len(source.text(node)) == len("?a") else Opaque(("string",))


def heredoc(node: Node, source: Source) -> View:
    """Return the form of a heredoc, whose body stands elsewhere than its beginning."""
    body = _bodies_of(source).get(node.start_byte)
    beginning = _BEGINNING.match(source.text(node))
    if body is None or beginning is None or text_in(body.children[-1]).strip() != beginning[3]:
        return Opaque(("string",))
    if beginning[2] == "`":
        return Opaque(("string",))
    pieces = list(_heredoc_pieces(body, source))
    if pieces and _begins_line(pieces[-1], source) and _is_blank(pieces[-1]):
        del pieces[-1]  # the indent of the end
    return Text(pieces if beginning[1] != "~" else list(_dedented(pieces, source)))


def _bodies_of(source: Source) -> Mapping[int, Node]:
    """Return the bodies of the heredocs, which stand after the line of the beginning, by where that stands."""
    found = _bodies.get(source)
    if found is None:
        parts = QueryCursor(query_of(source.grammar, _HEREDOCS)).captures(source.root)
        # The bodies stand in the same order as the beginnings, even if one is inside another.
        starts = sorted(node.start_byte for node in parts.get("beginning", ()))
        bodies = sorted(parts.get("body", ()), key=lambda node: node.start_byte)
        found = _bodies[source] = dict(zip(starts, bodies, strict=False))
    return found


def _heredoc_pieces(body: Node, source: Source) -> Iterator[Piece]:
    """Yield the pieces of a heredoc, each line as one of its own."""
    for index, child in enumerate(body.children):
        place = source.range(child)
        if child.type == "heredoc_content":
            lines = source.text(child).split("\n")
            start = place.start
            for at, line in enumerate(lines):
                end = start + len(line) + 1 if at + 1 < len(lines) else place.end
                if (index or at) and end > start:  # the first one is the end of the line that the heredoc begins in
                    yield Piece(source.fragment.text[start:end], Range(start, end))
                start = end
        elif child.type == "escape_sequence":
            yield Piece(_unescaped(source.text(child)), place)
        elif child.type == "interpolation":
            yield Piece(_put_in(child), place)


def _dedented(pieces: Sequence[Piece], source: Source) -> Iterator[Piece]:
    """Yield the pieces of a heredoc without the indent that its lines have in common."""
    lines = [_begins_line(piece, source) for piece in pieces]
    indents = [
        _indent(piece)
        for piece, begins in zip(pieces, lines, strict=True)
        if begins and not (_is_blank(piece) and str(piece.content).endswith("\n"))
    ]
    least = min(indents, default=0)
    for piece, begins in zip(pieces, lines, strict=True):
        width = min(least, _indent(piece)) if begins else 0
        start, end = piece.place
        yield Piece(str(piece.content)[width:], Range(start + width, end)) if width else piece


def _begins_line(piece: Piece, source: Source) -> bool:
    return source.fragment.text[piece.place.start - 1] == "\n"


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece.content, str) and not piece.content.strip()


def _indent(piece: Piece) -> int:
    content = piece.content if isinstance(piece.content, str) else ""
    return len(content) - len(content.lstrip(" \t"))
