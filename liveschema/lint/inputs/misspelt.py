"""Misspelt names of the state, with at most two letters wrong, missing or too many, in values and in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from liveschema._generated.field_names import STATE

_MOST_EDITS: Final = 2
"""How many letters of the name of the state may be wrong."""
_INTACT: Final = [STATE[start:end] for start, end in pairwise((0, 3, 6, 9, len(STATE)))]
_ESCAPED: Final = re.compile(rb"\\u[dD][89abAB]..\\u....|\\U.{8}|\\u....|\\x..|\\.")
_LONGEST_ESCAPE: Final = len(rb"\ud83d\ude00")
_BEFORE_FLOW_KEY: Final = re.compile(rb"[{,\[?]")
_PROPERTY: Final = re.compile(rb"[&!]\S*[ \t]+")
"""An anchor or a tag before a key in YAML."""
_SIMPLE: Final = re.compile(rb"""(?:[\s{,\[?-](["'])(?P<quoted>[\w-]+)\1|[\r\n][ \t]*(?P<alone>[\w-]+))[ \t]*\Z""")
"""A key without escapes in quotes, or alone at the beginning of a line, at the end of a text."""
_LONGEST_NAME: Final = len(STATE) + _MOST_EDITS * _LONGEST_ESCAPE
_CUTS: Final = (0, 4, 8, len(STATE))
"""Where to cut the name of the state into pieces, one more than it may have wrong letters, so that one is intact.

Python finds pieces of this length several times faster than shorter ones.
"""


def _up_to_colon(rest: int) -> re.Pattern[bytes]:
    """Return a pattern for the rest of a key of about the right length, after a piece of the name of the state."""
    least, most = max(rest - _MOST_EDITS, 0), rest + _MOST_EDITS * _LONGEST_ESCAPE
    return re.compile(rb"[^:\n]{%d,%d}\s*:" % (least, most))


_PIECES: Final = [(STATE[start:end].encode(), _up_to_colon(len(STATE) - end)) for start, end in pairwise(_CUTS)]


def is_misspelt_state(name: object) -> bool:
    """Return whether a key is the name of the state with at most two letters wrong, missing or too many."""
    return isinstance(name, str) and abs(len(name) - len(STATE)) <= _MOST_EDITS and _is_near(name)


@lru_cache(maxsize=1000)  # the files of a repository have many of their keys in common
def _is_near(name: str) -> bool:
    """Return whether a name of about the right length is the name of the state with few mistakes."""
    if sum(piece in name for piece in _INTACT) < len(_INTACT) - _MOST_EDITS:
        return False  # the wrong letters would be in more pieces than there may be
    edits = list(range(len(STATE) + 1))
    for row, char in enumerate(name, start=1):
        diagonal, edits[0] = edits[0], row
        for column, other in enumerate(STATE, start=1):
            replaced = diagonal + (char != other)
            diagonal = edits[column]
            edits[column] = min(replaced, diagonal + 1, edits[column - 1] + 1)
    return edits[-1] <= _MOST_EDITS


def may_have_misspelt_state(source: bytes) -> bool:
    """Return whether a text may have a key that is a misspelt name of the state.

    Args:
        source: The bytes of a JSON, YAML, JSON Lines or Markdown text.

    Returns:
        False if it certainly has none.
    """
    return any(map(_ends_in_misspelt_state, _near_keys(source)))


def _near_keys(source: bytes) -> Iterator[bytes]:
    """Yield the ends of the texts before a colon that have a piece of the name of the state."""
    for piece, up_to_colon in _PIECES:
        at = source.find(piece)
        while at >= 0:
            found = up_to_colon.match(source, at + len(piece))
            if found:
                yield source[max(at - _LONGEST_NAME, 0) : found.end() - 1]
            at = source.find(piece, at + 1)


def _ends_in_misspelt_state(before_colon: bytes) -> bool:
    """Return whether the text before a colon ends in a key that is a misspelt name of the state."""
    simple = _SIMPLE.search(before_colon)
    if simple:  # as most keys are
        return is_misspelt_state((simple["quoted"] or simple["alone"]).decode())
    text = before_colon.rstrip()
    line = text.replace(b"\r", b"\n").rpartition(b"\n")[2]
    keys = {line, _BEFORE_FLOW_KEY.split(line)[-1]}
    if text[-1:] in (b'"', b"'"):
        keys.add(text[:-1].replace(b'\\"', b"??").rpartition(text[-1:])[2])
    return any(is_misspelt_state(_plain_key(key)) for key in keys)


def _plain_key(key: bytes) -> str:
    """Return a key without what stands around it, with a character in place of each escape."""
    key = key.strip(b" \t-?")
    while found := _PROPERTY.match(key):
        key = key[found.end() :]
    return _ESCAPED.sub(b"?", key.strip(b"\"'")).decode(errors="replace")
