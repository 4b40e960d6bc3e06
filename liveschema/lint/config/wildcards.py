"""Regular expressions with wildcards, whose cost does not explode with the number of the wildcards."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final


class Wildcard(Enum):
    """A part of a pattern that fits texts of any length; the value is a regular expression that tries short ones first.

    `FOLDERS` stands only at the beginning of a name.
    """

    IN_NAME = "[^/]*?"
    FOLDERS = "(?:[^/]*+/)*?"
    ANY = ".*?"


ONE: Final = "[^/]"
"""The regular expression of any character of a name."""


def joined(parts: Iterable[Wildcard | str], end: str) -> str:
    """Return a regular expression for the parts of a pattern.

    What stands between two wildcards is taken where it fits first, and never looked for at a later place, which would
    leave less for the rest of the pattern and nothing more, since the parts without a wildcard are of fixed length.
    Otherwise the cost would grow as a power of the length of the path, by the number of wildcards.

    Args:
        parts: Wildcards, and regular expressions for texts of fixed length.
        end: The regular expression for the end of the pattern, of any length.

    Returns:
        The regular expression, in which ``.`` must fit any character.
    """
    written, in_name, beyond = "", "", ""
    for part in parts:
        if part is Wildcard.IN_NAME:
            written += f"{in_name}(?>{part.value}"
            in_name = ")"
        elif isinstance(part, Wildcard):
            written += f"{in_name}{beyond}(?>{part.value}"
            in_name, beyond = "", ")"
        else:
            written += part
    return f"{written}{end}{in_name}{beyond}"
