"""One document of a file: its value, the faults of its text, and where its values stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import attrs

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Path, Problem
from liveschema.text.positions import Lines, Place
from liveschema.text.read import UNREADABLE

Locator = Callable[[Iterable[Path]], Mapping[Path, Place]]
"""From paths to their places, for as many of them as there are."""

NOTHING: Final = object()
"""In place of a value, that there is no payload, only faults."""

ALL: Final = frozenset({"*"})
"""In place of rules, that a comment takes all of them back."""


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
