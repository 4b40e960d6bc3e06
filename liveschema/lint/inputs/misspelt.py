"""Misspelt names of the state, with at most two letters wrong, missing or too many, in values and in texts."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from liveschema._generated.field_names import STATE

_MOST_EDITS: Final = 2
"""How many letters of the name of the state may be wrong."""
_NAME: Final = STATE.encode()
_INTACT: Final = [STATE[start:end] for start, end in pairwise((0, 3, 6, 9, len(STATE)))]
_ESCAPED: Final = re.compile(rb"\\u[dD][89abAB]..\\u....|\\U.{8}|\\u....|\\x..|\\.")
_LONGEST_ESCAPE: Final = len(rb"\ud83d\ude00")
_BEFORE_FLOW_KEY: Final = re.compile(rb"[{,\[]")
_PROPERTY: Final = re.compile(rb"[&!]\S*[ \t]+")
"""An anchor or a tag before a key in YAML."""
_SIMPLE: Final = re.compile(rb"""(?:[\s{,\[?-](["'])(?P<quoted>[\w-]+)\1|[\r\n][ \t]*(?P<alone>[\w-]+))[ \t]*\Z""")
"""A key without escapes in quotes, or alone at the beginning of a line, at the end of a text."""
_LONGEST_NAME: Final = len(STATE) + _MOST_EDITS * _LONGEST_ESCAPE


def _pieces(text: str, number: int) -> list[str]:
    """Cut a text into pieces of about the same length; fewer mistakes than there are pieces leave one intact."""
    cuts = [round(len(text) * cut / number) for cut in range(number + 1)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _one_of(pieces: list[str]) -> bytes:
    return b"(?:%s)" % b"|".join(piece.encode() for piece in pieces)


_START, _MIDDLE, _END = _pieces(STATE, _MOST_EDITS + 1)
"""Pieces of the name of the state, one of which is intact; Python finds shorter ones several times more slowly."""


def _up_to_colon(rest: str, intact: bytes = b"") -> re.Pattern[bytes]:
    """Return a pattern for what stands between a piece of the name of the state and the colon after the key.

    Args:
        rest: The rest of the name, if nothing is wrong.
        intact: A pattern for pieces, one of which is there.
    """
    least, most = max(len(rest) - _MOST_EDITS, 0), len(rest) + _MOST_EDITS * _LONGEST_ESCAPE + len("'")
    return re.compile(rb"(?=[^:\n]{0,%d}?%s)[^:\n]{%d,%d}\s*:" % (most, intact, least, most))


class _Searched(NamedTuple):
    """A piece of the name of the state that is searched for.

    Args:
        piece: The piece.
        before: A pattern for what stands somewhere before it.
        up_to_colon: A pattern for what stands between it and the colon after the key.
    """

    piece: bytes
    before: re.Pattern[bytes]
    up_to_colon: re.Pattern[bytes]


# If the first piece is not intact, it has one wrong letter at least, and the third piece one at most. If the second
# piece is not intact either, each of the two has one wrong letter.
_AFTER_START: Final = _up_to_colon(_MIDDLE + _END, _one_of(_pieces(_MIDDLE + _END, _MOST_EDITS + 1)))
_AFTER_MIDDLE: Final = _up_to_colon(_END, _one_of(_pieces(_END, _MOST_EDITS)))
_BEFORE_END: Final = re.compile(rb"%s[^\n]*%s" % (_one_of(_pieces(_START, 2)), _one_of(_pieces(_MIDDLE, 2))))
_SEARCHED_FIRST: Final = _Searched(_MIDDLE.encode(), re.compile(b""), _AFTER_MIDDLE)
_SEARCHED_NEXT: Final = (
    _Searched(_START.encode(), re.compile(b""), _AFTER_START),
    _Searched(_END.encode(), _BEFORE_END, _up_to_colon("")),
)


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


def may_have_state_name(source: bytes) -> bool:
    """Return whether a text may have the name of the state, or a key that is a misspelling of it.

    Args:
        source: The bytes of a JSON, YAML, JSON Lines or Markdown text.

    Returns:
        False if it certainly has neither.
    """
    if source.find(_SEARCHED_FIRST.piece) >= 0 and (_NAME in source or _has_near_key(source, _SEARCHED_FIRST)):
        return True
    return any(_has_near_key(source, searched) for searched in _SEARCHED_NEXT)


def _has_near_key(source: bytes, searched: _Searched) -> bool:
    """Return whether a text has a key with a piece of the name of the state that is a misspelling of it."""
    piece, before, up_to_colon = searched
    at = source.find(piece)
    while at >= 0:
        found = up_to_colon.match(source, at + len(piece))
        start = max(at - _LONGEST_NAME, 0)
        if found and before.search(source, start, at) and _ends_in_misspelt_state(source[start : found.end() - 1]):
            return True
        at = source.find(piece, at + 1)
    return False


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
