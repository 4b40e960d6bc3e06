"""The lines of a text: conversion between offsets and the lines and columns that editors show."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from array import array
    from typing import Final

    from liveschema.text.positions import Span

BOM: Final = "\ufeff"
_LINE_END: Final = r"\r\n|\r|\n"


class Lines:
    """The lines of a text, counted as in editors.

    A line ends with LF, CRLF or CR. A byte order mark does not count as a column.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._margin = 1 if text.startswith(BOM) else 0

    @cached_property
    def starts(self) -> array[int]:
        """The offsets of the first code points of the lines."""
        from array import array  # noqa: PLC0415 - a text without a problem needs no positions

        # An array takes a fifth of the memory of a list.
        return array("q", chain((0,), (end.end() for end in re.finditer(_LINE_END, self.text))))

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset.

        Args:
            offset: The offset, from 0 to the length of the text.

        Returns:
            The line and the column, both counted from 1.
        """
        from bisect import bisect_right  # noqa: PLC0415 - as in `starts`

        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return line, max(column - self._margin, 1) if line == 1 else column

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, both counted from 1; the inverse of `at`."""
        return self.starts[line - 1] + column - 1 + (self._margin if line == 1 else 0)

    def span(self, start: int, end: int) -> Span:
        """Create the `Span` of a range of the text.

        Args:
            start: The offset of its first code point.
            end: The offset after its last code point.

        Returns:
            The range with its lines and columns.
        """
        from liveschema.text.positions import Span  # noqa: PLC0415 - as in `starts`

        return Span(start, end, *self.at(start), *self.at(end))

    def line(self, number: int) -> tuple[int, int]:
        """Return the range of a line, without its line ending and without a byte order mark.

        Args:
            number: The number of the line, counted from 1.

        Returns:
            The offsets of its first code point and after its last one.
        """
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return (max(start, self._margin) if number == 1 else start), end
