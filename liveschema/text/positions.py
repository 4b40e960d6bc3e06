"""Places in a text: from offsets to the lines and columns that editors show."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final, NamedTuple

BOM: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A stretch of a text.

    Args:
        start: The offset of its first code point.
        end: The offset past its last one.
        line: The line of its start, counted from 1.
        column: The column of its start, counted from 1 in code points.
        end_line: The line of its end.
        end_column: The column past its last code point.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """Where a value of a document stands.

    Args:
        value: The value itself.
        key: The key that names it, quotes included; None for an item of a
            list and for the root.
    """

    value: Span
    key: Span | None = None


class Lines:
    """The lines of a text, counted as editors do.

    A line ends with LF, CRLF or CR. A byte order mark takes no column.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._margin = 1 if text.startswith(BOM) else 0

    @cached_property
    def starts(self) -> list[int]:
        """The offset of the first code point of each line."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Find the line and the column of an offset.

        Args:
            offset: From 0 to the length of the text.

        Returns:
            Both, counted from 1.
        """
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return line, max(column - self._margin, 1) if line == 1 else column

    def offset(self, line: int, column: int) -> int:
        """Find the offset of a line and a column, as `at` gave them."""
        return self.starts[line - 1] + column - 1 + (self._margin if line == 1 else 0)

    def span(self, start: int, end: int) -> Span:
        """Describe a stretch of the text.

        Args:
            start: The offset of its first code point.
            end: The offset past its last one.

        Returns:
            The stretch with its lines and columns.
        """
        return Span(start, end, *self.at(start), *self.at(end))

    def line(self, number: int) -> tuple[int, int]:
        """Find the stretch of a line, without its line end and a byte order mark.

        Args:
            number: The line, counted from 1.

        Returns:
            The offsets of its first code point and past its last one.
        """
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return (max(start, self._margin) if number == 1 else start), end
