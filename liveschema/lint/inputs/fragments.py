"""Texts that stand in a file in another form, such as a script in a YAML string, with the position of each character.

A fragment may be a part of another fragment: JSON in quotes of a shell script, which stands in an indented YAML block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple, Self

from liveschema.engine.record import evolve
from liveschema.lint.inputs.document import Document
from liveschema.text.first_given import with_line_of_file
from liveschema.text.lines import Lines
from liveschema.text.positions import Place, Span


class _Run(NamedTuple):
    """A run of characters of a fragment.

    Args:
        begins: The offset in the fragment.
        start: The offset in the outer text.
        end: The offset after the run in the outer text.
        is_copy: Whether the characters are the same in both; if not, each stands for the whole range of the outer text.
    """

    begins: int
    start: int
    end: int
    is_copy: bool


class Fragment:
    """A text in a file, and where each of its characters stands there.

    Args:
        text: The text.
        lines: The lines of the file.
        outer: The text that this one is a part of, in another form; None for the file itself.
        runs: How the text is made of parts of the outer one, in order; empty for the file itself.

    Attributes:
        text: The text.
        lines: The lines of the file.
    """

    def __init__(self, text: str, lines: Lines, outer: Fragment | None = None, runs: Iterable[_Run] = ()) -> None:
        self.text = text
        self.lines = lines
        self._outer = outer
        self._runs = list(runs)
        self._begins = [run.begins for run in self._runs]

    @classmethod
    def whole(cls, text: str, lines: Lines | None = None) -> Self:
        """Return the fragment that is a whole file."""
        return cls(text, lines or Lines(text))

    def part(self, start: int, end: int) -> Fragment:
        """Return the fragment that is a range of this one, unchanged."""
        writer = FragmentWriter(self)
        writer.copy(start, end)
        return writer.finish()

    @cached_property
    def own_lines(self) -> Lines:
        """The lines of the text."""
        return self.lines if self._outer is None else Lines(self.text)

    def part_of(self, document: Document) -> Fragment:
        """Return the part of this fragment that a document was read from, which begins at its first line."""
        if len(document.text) == len(self.text):
            return self
        start = self.own_lines.starts[document.first_line - 1]
        return self.part(start, start + len(document.text))

    def start(self, offset: int) -> int:
        """Return the offset in the file at which the character at an offset begins, or at which the text ends."""
        if self._outer is None:
            return offset
        if offset >= len(self.text):
            return self.end(len(self.text))
        run = self._runs[bisect_right(self._begins, offset) - 1]
        return self._outer.start(run.start + (offset - run.begins if run.is_copy else 0))

    def end(self, offset: int) -> int:
        """Return the offset in the file after the character before an offset."""
        if self._outer is None:
            return offset
        if not self._runs:
            return 0
        run = self._runs[max(bisect_right(self._begins, offset - 1) - 1, 0)]
        return self._outer.end(min(run.start + offset - run.begins, run.end) if run.is_copy else run.end)

    def span(self, start: int, end: int) -> Span:
        """Return the range of the file in which a range of this text stands."""
        first = self.start(start)
        return self.lines.span(first, max(self.end(end), first) if end > start else first)

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column in the file of the character at an offset."""
        return self.lines.at(self.start(offset))

    def document(self, document: Document, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
        """Return a document that was read from this text with all its places in the file.

        Args:
            document: The document.
            about: Fields of the `Document` to change.

        Returns:
            The document, whose text is that of the file.
        """

        def locator(paths: Iterable[Any]) -> dict[Any, Place]:
            return {
                path: Place(self.span(*place.value.range), None if place.key is None else self.span(*place.key.range))
                for path, place in document.locator(paths).items()
            }

        def line_of(line: int) -> int:
            return self.at(document.lines.starts[line - document.first_line])[0]

        faults = []
        for fault in document.faults:
            line, column = self.at(document.lines.offset(fault.line or 1, fault.column or 1))
            hint = with_line_of_file(fault.hint, line_of)
            faults.append(evolve(fault, line=line, column=column, hint=hint))
        changed = {
            "text": self.lines.text,
            "lines": self.lines,
            "own_text": self.text,
            "locator": locator,
            "faults": faults,
            "first_line": 1,
        }
        return evolve(document, **{**changed, **about})


class FragmentWriter:
    """A writer of a fragment, part by part in the order of the outer text.

    Args:
        outer: The text that the fragment is a part of.
    """

    def __init__(self, outer: Fragment) -> None:
        self.outer = outer
        self._pieces: list[str] = []
        self._runs: list[_Run] = []
        self._length = 0

    def copy(self, start: int, end: int) -> None:
        """Add a range of the outer text as it is."""
        self._add(self.outer.text[start:end], start, end, is_copy=True)

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text, each character of which stands for a whole range of the outer text."""
        self._add(text, start, end, is_copy=False)

    def _add(self, text: str, start: int, end: int, *, is_copy: bool) -> None:
        if text or not self._runs:
            if not self._length:
                self._runs.clear()  # an empty part is kept only to say where a text stands of which there is nothing
            self._pieces.append(text)
            self._runs.append(_Run(self._length, start, end, is_copy))
            self._length += len(text)

    def finish(self) -> Fragment:
        """Return the fragment."""
        return Fragment("".join(self._pieces), self.outer.lines, self.outer, self._runs)
