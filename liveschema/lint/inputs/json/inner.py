"""The reader of JSON texts in strings of other documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.lint.inputs.document import Document
from liveschema.text.first_given import with_line_of_file
from liveschema.text.lines import Lines
from liveschema.text.positions import Place, Span
from liveschema.text.read import locate, read_json

_ESCAPE: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]"


def inner_document(outer: Document, path: Path, text: str, find: Callable[[Path], Place]) -> Document:
    """Read a JSON text in a string of another document.

    Args:
        outer: The document that contains the string.
        path: The path of the string in the outer document.
        text: The string.
        find: Finds the place of a path in the outer text; called only if a place is needed.

    Returns:
        A document whose places are in the outer text: exact if the outer text
        writes the string as a JSON string, otherwise the place of the whole string.
    """
    value, faults = read_json(text)

    @cache
    def offsets() -> list[int]:
        return _offsets(outer.text, find(path).value, text)

    def span(inside: Span) -> Span:
        return outer.lines.span(offsets()[inside.start], offsets()[inside.end])

    def locator(paths: Iterable[Path]) -> dict[Path, Place]:
        return {
            at: Place(span(place.value), None if place.key is None else span(place.key))
            for at, place in locate(text, paths).items()
        }

    def line_of(line: int) -> int:
        return outer.lines.at(offsets()[lines.starts[line - 1]])[0] + outer.first_line - 1

    lines = Lines(text)
    moved = []
    for fault in faults:
        line, column = outer.lines.at(offsets()[lines.offset(fault.line or 1, fault.column or 1)])
        hint = with_line_of_file(fault.hint, line_of)
        moved.append(evolve(fault, line=line, column=column, hint=hint))
    return evolve(outer, value=value, faults=moved, locator=locator, base=outer.base + path)


def _offsets(outer: str, span: Span, text: str) -> list[int]:
    """Return the offset in the outer text of each code point of a string and of its end."""
    raw = outer[span.start + 1 : span.end - 1]
    pieces = [span.start + 1 + piece.start() for piece in re.finditer(_ESCAPE, raw)]
    if len(pieces) == len(text) and outer[span.start] == '"':
        return [*pieces, span.end - 1]
    return [span.start] * len(text) + [span.end]
