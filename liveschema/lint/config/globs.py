"""Glob patterns of the configuration."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_PIECE: Final = re.compile(r"(?P<any>\*\*/?)|(?P<some>\*)|(?P<one>\?)|(?P<of>\[!?\]?[^\]]*\])|(?P<plain>.)", re.DOTALL)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    rooted = "/" in pattern.rstrip("/")
    pattern = pattern.removeprefix("./").strip("/")
    written = "" if rooted else "(?:.*/)?"
    for piece in _PIECE.finditer(pattern):
        text = piece[0]
        if piece["any"]:
            written += "(?:.*/)?" if text.endswith("/") else ".*"
        elif piece["some"]:
            written += "[^/]*"
        elif piece["one"]:
            written += "[^/]"
        elif piece["of"]:
            inside = text[1:-1].replace("\\", r"\\").replace("[", r"\[")
            written += f"(?!/)[{'^' + inside[1:] if inside.startswith('!') else inside}]"
        else:
            written += re.escape(text)
    return re.compile(rf"{written}(?:/.*)?\Z", re.DOTALL)


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
