"""What is known of strings that source code puts together, in any language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from liveschema.engine.unknown import PartialText, Unknown

_STRING: Final = Unknown({"string"})


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
