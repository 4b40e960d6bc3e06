"""Positions of values in a text."""

from __future__ import annotations

from liveschema.engine.record import Record


class Span(Record):
    """A range of a text.

    Args:
        start: The offset of its first code point, counted from 0.
        end: The offset after its last code point.
        line: The line of its start, counted from 1.
        column: The column of its start, counted from 1 in code points.
        end_line: The line of its end.
        end_column: The column after its last code point.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def range(self) -> tuple[int, int]:
        """Its two offsets."""
        return self.start, self.end

    @property
    def position(self) -> tuple[int, int]:
        """The line and the column of its start."""
        return self.line, self.column


class Place(Record):
    """The position of a value in a document.

    Args:
        value: The range of the value.
        key: The range of its key, including quotes; None for an item of a
            list and for the root.
    """

    value: Span
    key: Span | None = None
