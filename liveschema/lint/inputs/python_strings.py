"""What is known of strings that Python source code puts together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import Formatter
from typing import Final

from liveschema.engine.unknown import PartialText, Unknown

_PERCENT: Final = re.compile(r"%(?:\([^)]*\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])")
_STRING: Final = Unknown({"string"})
STRING_METHODS: Final = frozenset(
    (
        *("join", "format", "format_map", "upper", "lower", "title", "capitalize"),
        *("casefold", "swapcase", "strip", "lstrip", "rstrip", "replace", "removeprefix"),
        *("removesuffix", "zfill", "center", "ljust", "rjust", "translate", "expandtabs"),
    )
)
"""The methods of strings that return a string."""


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


def formatted(template: str, values: Sequence[object]) -> str | PartialText | Unknown:
    """Return what is known of a string from `str.format`.

    Args:
        template: The string that has the fields.
        values: The arguments without names, as far as they are known.
    """
    pieces: list[str | None] = []
    number = 0
    try:
        for text, name, spec, conversion in Formatter().parse(template):
            pieces.append(text)
            if name is None:
                continue
            index, number = (number, number + 1) if not name else (int(name) if name.isdecimal() else -1, number)
            is_plain = not spec and not conversion and 0 <= index < len(values)
            pieces += pieces_of(values[index]) if is_plain else [None]
    except ValueError:  # no template
        return _STRING
    return joined(pieces)


def percent_formatted(template: str) -> str | PartialText | Unknown:
    """Return what is known of a string from the operator ``%``, whose values are not looked at."""
    pieces: list[str | None] = []
    done = 0
    for found in _PERCENT.finditer(template):
        pieces += [template[done : found.start()], "%" if found[1] == "%" else None]
        done = found.end()
    pieces.append(template[done:])
    if any(piece and piece != "%" and "%" in piece for piece in pieces):
        return _STRING
    return joined(pieces)
