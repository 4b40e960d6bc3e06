"""One document of a file: its value, the faults of its text, and where its values stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

import attrs

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Path, Problem
from liveschema.text.positions import Lines, Place, Span
from liveschema.text.read import UNREADABLE, locate, read_json

Locator = Callable[[Iterable[Path]], Mapping[Path, Place]]
"""From paths to their places, for as many of them as there are."""

NOTHING: Final = object()
"""In place of a value, that there is no payload, only faults."""

ALL: Final = frozenset({"*"})
"""In place of rules, that a comment takes all of them back."""

_ESCAPE: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]"


@attrs.frozen(eq=False, repr=False)
class Document:
    """One document of a file.

    Args:
        text: The text that its places refer to: the file, or a stretch of it.
        value: What it holds, `UNREADABLE`, or `NOTHING`.
        faults: What is wrong with the text, by line and column of ``text``.
        locator: Finds places in ``text``.
        first_line: The line of the file that ``text`` begins on.
        index: Which document of the file it is, counted from 1, where the file
            holds several.
        base: The path of ``value`` in the file, for a text inside a text.
        ignores: By line of ``text``, the rules that comments take back there.
        operation: What the file says at this place that it is sent for.
        lines: The lines of ``text``, found once for all that stands in it.
    """

    text: str
    value: Any
    faults: list[Problem]
    locator: Locator
    first_line: int = 1
    index: int | None = None
    base: Path = ()
    ignores: Mapping[int, frozenset[str]] = attrs.field(factory=dict)
    operation: Operation | None = None
    lines: Lines = attrs.field(default=attrs.Factory(lambda self: Lines(self.text), takes_self=True))

    @property
    def readable(self) -> bool:
        """Whether there is a value."""
        return self.value is not UNREADABLE


def json_document(text: str | bytes, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Read a JSON text as a document.

    Args:
        text: The text, or its bytes.
        about: Further fields of the document.

    Returns:
        The document.
    """
    value, faults = read_json(text)
    whole = text if isinstance(text, str) else text.decode(errors="replace")
    return Document(whole, value, faults, lambda paths: locate(whole, paths), **about)


def inner_document(outer: Document, path: Path, text: str, find: Callable[[Path], Place]) -> Document:
    """Read a JSON text that stands in a string of another document.

    Args:
        outer: The document that holds the string.
        path: The path of the string in it.
        text: The string.
        find: Finds the string in the outer text; asked only if it must be.

    Returns:
        A document whose places are those in the outer text: exact where the
        string is JSON too, otherwise the string as a whole.
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

    lines = Lines(text)
    moved = []
    for fault in faults:
        line, column = outer.lines.at(offsets()[lines.offset(fault.line or 1, fault.column or 1)])
        moved.append(attrs.evolve(fault, line=line, column=column))
    return attrs.evolve(outer, value=value, faults=moved, locator=locator, base=outer.base + path)


def _offsets(outer: str, span: Span, text: str) -> list[int]:
    """Find for each code point of a string, and for its end, the offset in the text that writes it."""
    raw = outer[span.start + 1 : span.end - 1]
    pieces = [span.start + 1 + piece.start() for piece in re.finditer(_ESCAPE, raw)]
    if len(pieces) == len(text) and outer[span.start] == '"':
        return [*pieces, span.end - 1]
    return [span.start] * len(text) + [span.end]
