"""Strings of Go: literals, those that are joined, and those that are formatted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.scalars import unescaped
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Opaque, Piece, Spread, Text, text_of
from liveschema.lint.inputs.literals import Range

STRINGS: Final = frozenset({"interpreted_string_literal", "raw_string_literal"})
_CONTENTS: Final = frozenset({"interpreted_string_literal_content", "raw_string_literal_content"})
_BYTE: Final = re.compile(r"\\(?:x[89a-fA-F]|[2367])")
"""The beginning of an escape for a byte that is only a part of a character, or none."""
_VERB: Final = re.compile(r"%(?P<verb>[a-zA-Z%])|%[-+# 0]*[\d*]*(?:\.[\d*]*)?(?:\[\d+\][\d.*]*)*[a-zA-Z]?")
_PLAIN: Final = frozenset("dsv")
"""The verbs that put in a value as it is."""
_ORDERED: Final = re.compile(r"%[^a-zA-Z%]*[\[*]")
"""A verb that takes another argument than the next one, or more than one."""
_LONGEST_CHAIN: Final = 100


def string(node: Node, source: Source) -> Text | Opaque:
    """Return a literal."""
    if node.has_error:
        return Opaque(("string",))
    return Text([piece for child in node.named_children for piece in _pieces(child, source)])


def _pieces(node: Node, source: Source) -> Iterator[Piece]:
    """Yield the pieces of a part of a literal."""
    text, place = source.text(node), source.range(node)
    if node.type not in _CONTENTS:
        yield Piece(None if _BYTE.match(text) else unescaped(text), place)
    elif node.type == "raw_string_literal_content":
        # Carriage returns do not belong to the string.
        for found in re.finditer(r"[^\r]+", text):
            yield Piece(found[0], Range(place.start + found.start(), place.start + found.end()))
    else:
        yield Piece(text, place)


def joined_text(node: Node, source: Source) -> Text | Opaque | None:
    """Return a string that is joined from others by ``+``; None if none of them is a literal."""
    operands: list[Node] = []
    left: Node | None = node
    while left is not None and left.type == "binary_expression" and len(operands) <= _LONGEST_CHAIN:
        sign, right = left.child_by_field_name("operator"), left.child_by_field_name("right")
        if sign is None or sign.type != "+" or right is None:
            break
        operands.append(right)
        left = left.child_by_field_name("left")
    if left is None or all(each.type not in STRINGS for each in [left, *operands]):
        return None
    if len(operands) > _LONGEST_CHAIN:
        return Opaque(("string",))
    return Text([piece for each in [left, *reversed(operands)] for piece in _of_operand(each, source)])


def _of_operand(node: Node, source: Source) -> Sequence[Piece]:
    text = string(node, source) if node.type in STRINGS else None
    return text.pieces if isinstance(text, Text) else [Piece(node, source.range(node))]


def formatted(arguments: Sequence[Node | Spread], source: Source) -> Text | Opaque:
    """Return the string that ``fmt.Sprintf`` makes of a format and its arguments."""
    first = arguments[0] if arguments else None
    text = string(first, source) if isinstance(first, Node) and first.type in STRINGS else None
    if not isinstance(text, Text):
        return Opaque(("string",))
    rest = list(arguments[1:])
    is_plain = not any(isinstance(each, Spread) for each in rest)
    is_plain = is_plain and not any(isinstance(each, str) and _ORDERED.search(each) for each, _ in text.pieces)
    values = iter(rest if is_plain else ())
    return Text([made for piece in text.pieces for made in _put_in(piece, values)])


def _put_in(piece: Piece, values: Iterator[Node | Spread]) -> Iterator[Piece]:
    """Yield the pieces of a piece of a format, with the arguments at their places."""
    text, place = piece
    if not isinstance(text, str) or place.end - place.start != len(text):
        yield piece
        return
    end = 0
    for found in _VERB.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()], Range(place.start + end, place.start + found.start()))
        end = found.end()
        at = Range(place.start + found.start(), place.start + end)
        if found["verb"] == "%":
            yield Piece("%", at)
            continue
        value = next(values, None)
        is_plain = found["verb"] in _PLAIN if found["verb"] else False
        yield Piece(value if is_plain and isinstance(value, Node) else None, at)
    if end < len(text):
        yield Piece(text[end:], Range(place.start + end, place.end))


def joined_path(parts: Sequence[Node], source: Source) -> Text:
    """Return the URL that is joined from parts by ``url.JoinPath``; the first one may have a path."""
    pieces: list[Piece] = []
    for index, part in enumerate(parts):
        place = source.range(part)
        if index:
            pieces.append(Piece("/", Range(place.start, place.start)))
        text = string(part, source) if part.type in STRINGS else None
        if isinstance(text, Text) and len(text.pieces) == 1 and isinstance(text.pieces[0].content, str):
            pieces.append(Piece(text.pieces[0].content.strip("/"), place))
        else:
            pieces.append(Piece(part, place))
    return Text(pieces)


def text_of_string(node: Node, source: Source) -> str | None:
    """Return the text of a literal; None for any other expression."""
    return text_of(string(node, source)) if node.type in STRINGS else None
