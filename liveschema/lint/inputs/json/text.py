"""The reader of JSON texts, also of those in strings of other documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

import attrs

from liveschema.engine.problems import Path
from liveschema.lint.inputs.document import Document
from liveschema.text.first_given import with_line_of_file
from liveschema.text.positions import Lines, Place, Span
from liveschema.text.read import locate, read_json

_ESCAPE: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]"


def json_document(text: str | bytes, first_line: int = 1, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Read a JSON text as a document.

    Args:
        text: The text, or its bytes.
        first_line: The line of the file at which the text begins.
        about: Further fields of the `Document`.

    Returns:
        The document.
    """
    value, faults = read_json(text, first_line)
    whole = text if isinstance(text, str) else text.decode(errors="replace")
    return Document(whole, value, faults, lambda paths: locate(whole, paths), first_line, **about)


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
        moved.append(attrs.evolve(fault, line=line, column=column, hint=hint))
    return attrs.evolve(outer, value=value, faults=moved, locator=locator, base=outer.base + path)


def _offsets(outer: str, span: Span, text: str) -> list[int]:
    """Return the offset in the outer text of each code point of a string and of its end."""
    raw = outer[span.start + 1 : span.end - 1]
    pieces = [span.start + 1 + piece.start() for piece in re.finditer(_ESCAPE, raw)]
    if len(pieces) == len(text) and outer[span.start] == '"':
        return [*pieces, span.end - 1]
    return [span.start] * len(text) + [span.end]
