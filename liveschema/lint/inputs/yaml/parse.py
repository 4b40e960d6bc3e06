"""The parsing of one piece of a YAML text, which mostly is one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import yaml

from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.inputs.yaml.builder import Builder, RefusedError
from liveschema.lint.inputs.yaml.messages import explain
from liveschema.lint.inputs.yaml.parser import DOUBTFUL, FORBIDDEN, StrictParser
from liveschema.lint.rules.invalid_yaml import INVALID_YAML
from liveschema.text.lines import BOM, Lines

_NEXT: Final = "---\n"
"""What the parser reads after a document that is not the last one."""
_NO_CHARACTER: Final = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text needs, in contrast to those that YAML wants to be escaped."""


class Piece(NamedTuple):
    """A piece of a text that is read by itself.

    Args:
        text: The piece, and the line after it, at which a problem may be.
        length: The length of the piece without that line.
        lines: The lines of ``text``.
        first_line: The line of the file at which the piece begins.
        is_last: Whether the text ends with it, so that no document follows.
    """

    text: str
    length: int
    lines: Lines
    first_line: int
    is_last: bool

    @property
    def margin(self) -> int:
        """The length of the byte order mark."""
        return int(self.text.startswith(BOM))

    def builder(self, begins: int = 0) -> Builder:
        """Return a builder of a document in this piece."""
        return Builder(self.text, self.lines, self.first_line, begins)


def built(piece: Piece) -> list[Builder]:
    """Build the document of a piece of a text.

    Args:
        piece: The piece.

    Returns:
        The builder of the document, which is incomplete if it cannot be read. What cannot be read after a complete
        document has a builder of its own.
    """
    forbidden = FORBIDDEN.search(piece.text, piece.margin, piece.length)
    if forbidden:
        return [_refused(piece, forbidden)]
    fed = piece.text[piece.margin : piece.length] + ("" if piece.is_last else _NEXT)
    if yaml_parser.FastParser is not None and not DOUBTFUL.search(fed):
        builders = _parsed(yaml_parser.FastParser, fed, piece)
        if all(builder.whole and not builder.faults and not builder.doubtful for builder in builders):
            return builders
    # The parser in Python decides about a text that has a fault.
    return _parsed(StrictParser, fed, piece)


def _refused(piece: Piece, forbidden: re.Match[str]) -> Builder:
    """Return a document with a character that it must not have."""
    shown = f"{ord(forbidden[0]):04X}"
    if _NO_CHARACTER.match(forbidden[0]):
        message, hint = f"a character must be one that YAML allows, got U+{shown}", None
    else:
        message, hint = f"a character must be escaped, got U+{shown}", f'write "\\u{shown}", in double quotes'
    builder = piece.builder()
    builder.fault(INVALID_YAML, (), forbidden.start(), message, hint)
    return builder


def _parsed(parser_type: Callable[[str], Any], fed: str, piece: Piece) -> list[Builder]:
    """Build the document of a piece of a text.

    Args:
        parser_type: The parser.
        fed: What it reads: the piece without a byte order mark, and the marker of the next document if one follows.
        piece: The piece.
    """
    builders = [piece.builder()]

    def unfinished() -> Builder:
        if builders[-1].whole:
            builders.append(piece.builder(builders[-1].ends))
        return builders[-1]

    try:
        for event, start, end in _events(parser_type(fed), piece):
            if type(event) is yaml.DocumentEndEvent:
                builders[-1].whole, builders[-1].ends = True, start
            else:
                unfinished().take(event, start, end)
    except RefusedError:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index + piece.margin, piece.length) if mark is not None else 0
        unfinished().fault(INVALID_YAML, (), offset, *explain(error))
    else:
        if not builders[0].whole:
            message = "expected a document, got the end of the text"
            hint = None if piece.text.strip() else "the text is empty"
            builders[0].fault(INVALID_YAML, (), piece.length, message, hint)
    return builders


def _events(parser: Any, piece: Piece) -> Iterator[tuple[Any, int, int]]:  # noqa: ANN401 - PyYAML is not typed
    """Yield the events of the values in a piece and of the ends of documents, each with its range.

    A range has no white space at its end.
    """
    text, length, margin = piece.text, piece.length, piece.margin
    while parser.check_event():
        event = parser.get_event()
        kind = type(event)
        if kind is yaml.StreamStartEvent or kind is yaml.StreamEndEvent:
            continue
        start = min(event.start_mark.index + margin, length)
        end = min(event.end_mark.index + margin, length)
        while end > start and text[end - 1].isspace():
            end -= 1
        if kind is not yaml.DocumentStartEvent:
            yield event, start, end
        elif start == length:
            return  # the next document
