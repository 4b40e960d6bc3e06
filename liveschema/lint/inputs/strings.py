"""What is known of strings that source code puts together, in any language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from liveschema.engine.unknown import PartialText, Unknown

_STRING: Final = Unknown({"string"})
_MOST_LETTERS: Final = 100_000


def pieces_of(value: object) -> list[str | None]:
    """Return the known pieces of a value that is put into a string, with None for each unknown one."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]
    if isinstance(value, PartialText):
        first, *rest = value.pieces
        return [first, *(each for piece in rest for each in (None, piece))]
    return [None]


def joined(pieces: Iterable[str | None]) -> str | PartialText | Unknown:
    """Return what is known of a string that has some pieces, of which those that are None are not known."""
    known: list[list[str]] = [[]]
    for piece in pieces:
        if piece is None:
            known.append([])
        else:
            known[-1].append(piece)
    texts = ["".join(each) for each in known]
    if len(texts) == 1:
        return texts[0]
    # Two unknown pieces side by side are one.
    texts = [texts[0], *(text for text in texts[1:-1] if text), texts[-1]]
    return PartialText(texts) if any(texts) else _STRING


class Valued(Protocol):
    """What has a value, such as a `Literal`."""

    @property
    def value(self) -> object:
        """The value."""


def summed(operands: Iterable[Valued]) -> str | PartialText | Unknown:
    """Return what is known of the sum of values of which one is a string, all at once, since there may be many."""
    return joined(piece for operand in operands for piece in pieces_of(operand.value))


class LettersLeft:
    """How many characters variables may still stand for, so that long texts in variables in variables cost little.

    Args:
        text: The source code.
    """

    def __init__(self, text: str) -> None:
        self._left = _MOST_LETTERS + 2 * len(text)

    def allow(self, value: object) -> bool:
        """Count the characters of the value of a variable, and return whether there were enough left."""
        if isinstance(value, str):
            self._left -= len(value)
        elif isinstance(value, PartialText):
            self._left -= sum(map(len, value.pieces))
        return self._left >= 0
