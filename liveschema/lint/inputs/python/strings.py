"""What is known of strings that Python source code puts together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Formatter
from typing import Final

from liveschema.engine.unknown import PartialText, Unknown
from liveschema.lint.inputs.strings import joined, pieces_of

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
