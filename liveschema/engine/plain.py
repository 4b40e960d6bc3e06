"""From what senders hold in memory to the plain values JSON has."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from liveschema.engine.support import Opaque
from liveschema.engine.wording import type_name

MAX_DEPTH: Final = 200
"""How deeply free content may nest: far past any real one, short of every parser's limit."""

DEPTH_READ: Final = MAX_DEPTH + 10
"""How deeply a payload is read: what is left out below cannot have been right."""

TOO_DEEP: Final = Opaque(f"more than {MAX_DEPTH} levels")
SURROGATE: Final = "[\ud800-\udfff]"
_find_surrogate = re.compile(SURROGATE).search
_BINARY = (bytes, bytearray, memoryview)
_SCALARS = frozenset({str, int, float, bool, type(None)})


def plain(value: object) -> object:
    """Copy a value into plain dicts, lists, strings and numbers.

    Any Mapping becomes a dict and any Sequence a list; members of a StrEnum
    and subclasses of str, int and float become the value they carry. What JSON
    has no form for becomes an `Opaque` that says what it was, so that it is
    reported and never raises.

    Args:
        value: Any object.

    Returns:
        The plain copy; the argument is left as it was.
    """
    try:
        return _plain(value, 0)
    except RecursionError:
        return TOO_DEEP


def _plain(value: Any, depth: int) -> object:  # noqa: ANN401 - whatever a caller has
    kind = type(value)
    if kind in _SCALARS:
        return value
    if depth < DEPTH_READ:
        # What JSON parsers give is copied here; the rest goes the long way.
        if kind is dict:
            return _mapping(value, depth)
        if kind is list:
            return [item if type(item) in _SCALARS else _plain(item, depth + 1) for item in value]
    if depth >= DEPTH_READ and isinstance(value, Mapping | Sequence) and not isinstance(value, str):
        return TOO_DEEP
    try:
        return _container_or_scalar(value, depth)
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001 - an object may raise whatever it likes when it is read
        return Opaque(f"{type_name(value)} that cannot be read")


def _container_or_scalar(value: object, depth: int) -> object:
    if isinstance(value, Opaque):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, Mapping):
        return _mapping(value, depth)
    if isinstance(value, Sequence) and not isinstance(value, _BINARY):
        # A Sequence is finite by contract; the slice keeps one that lies from hanging the caller.
        return [_plain(item, depth + 1) for item in itertools.islice(value, len(value))]
    return Opaque(type_name(value))


def _mapping(value: Mapping[object, object], depth: int) -> dict[object, object]:
    made: dict[object, object] = {}
    for key, item in value.items():
        name = key if type(key) is str else _key(key)
        if name in made:
            # Two keys that say the same: the one must not hide the other.
            name = Opaque(type_name(key))
        made[name] = item if type(item) in _SCALARS else _plain(item, depth + 1)
    return made


def _key(key: object) -> object:
    return str.__str__(key) if isinstance(key, str) else Opaque(type_name(key))


def encodable(text: str) -> bool:
    """Say whether a string can be sent as UTF-8, that is, holds no lone surrogate."""
    return text.isascii() or _find_surrogate(text) is None


def deeper_than(value: object, levels: int) -> bool:
    """Say whether a value nests deeper than so many levels, counting level by level.

    Args:
        value: A plain value.
        levels: How many levels of dicts and lists it may have.

    Returns:
        Whether there is a dict or a list on the next level.
    """
    level = [value]
    for _ in range(levels):
        level = [
            item
            for each in level
            if isinstance(each, list | dict)
            for item in (each.values() if isinstance(each, dict) else each)
        ]
    return any(isinstance(each, list | dict) for each in level)
