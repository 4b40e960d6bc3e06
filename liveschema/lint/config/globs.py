"""Glob patterns of the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from liveschema.lint.config.wildcards import ONE, Wildcard, joined

_PIECE: Final = re.compile(
    r"(?P<folders>(?:(?<=/)|(?<![\s\S]))\*{2,}/)|(?P<any>\*{2,})|(?P<some>\*)|(?P<one>\?)"
    r"|\[(?P<of>[!^]?+\]?+[^\]]*)\]|(?P<plain>.)",
    re.DOTALL,
)
_ITEM: Final = re.compile(r"(.)-(.)|(.)", re.DOTALL)


class PatternError(ValueError):
    """A pattern that has no meaning; the text says why, as a phrase that follows the key or the option."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    rooted = "/" in pattern.rstrip("/")
    parts = _parts(pattern.removeprefix("./").strip("/"))
    return re.compile(joined(parts if rooted else (Wildcard.FOLDERS, *parts), r"(?=/|\Z)"), re.DOTALL)


def _parts(pattern: str) -> Iterator[Wildcard | str]:
    for piece in _PIECE.finditer(pattern):
        if piece["folders"]:
            yield Wildcard.FOLDERS
        elif piece["any"]:
            yield Wildcard.ANY
        elif piece["some"]:
            yield Wildcard.IN_NAME
        elif piece["one"]:
            yield ONE
        elif piece["of"]:
            yield _one_of(piece["of"], pattern)
        else:
            yield re.escape(piece[0])


def _one_of(inside: str, pattern: str) -> str:
    """Return the regular expression for the characters in brackets."""
    negated = inside[0] in "!^"
    written = ""
    for low, high, one in _ITEM.findall(inside[negated:]):
        if low > high:
            msg = f"in the pattern {pattern!r}, the range {low}-{high} ends before it begins"
            raise PatternError(msg)
        written += re.escape(one) or f"{re.escape(low)}-{re.escape(high)}"
    return f"(?!/)[{'^' if negated else ''}{written}]"


def check_pattern(pattern: str) -> None:
    """Check that a pattern has a meaning.

    Args:
        pattern: The pattern.

    Raises:
        PatternError: If it has none.
    """
    _compiled(pattern)


def matches(path: str, pattern: str) -> bool:
    """Return whether a path or a folder above it matches a pattern.

    Args:
        path: A path with slashes, relative to the folder of the configuration file.
        pattern: The pattern. ``*`` and ``?`` match within a name, ``**``
            matches across folders; a pattern without a slash matches at any depth.

    Returns:
        Whether it matches.
    """
    return _compiled(pattern).match(path) is not None
