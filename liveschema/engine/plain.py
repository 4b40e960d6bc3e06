"""Conversion of Python objects to plain values: the Python types that correspond to JSON."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from liveschema.engine.support import Opaque
from liveschema.engine.wording import type_name

MAX_DEPTH: Final = 200
"""The most levels that free content may have: more than any real content, fewer than any parser's limit."""

DEPTH_READ: Final = MAX_DEPTH + 10
"""The most levels of a payload that are read; anything deeper is invalid, so it need not be read."""

TOO_DEEP: Final = Opaque(f"more than {MAX_DEPTH} levels")
SURROGATE: Final = "[\ud800-\udfff]"
_find_surrogate = re.compile(SURROGATE).search
_BINARY = (bytes, bytearray, memoryview)
_SCALARS = frozenset({str, int, float, bool, type(None)})


def plain(value: object) -> object:
    """Copy a value into plain dicts, lists, strings and numbers.

    Any Mapping becomes a dict and any Sequence a list; members of a StrEnum
    and subclasses of str, int and float become the built-in value; a model
    becomes the dict that it would be sent as. Any other object becomes an
    `Opaque` that names its type, so that it is reported.
    The function never raises.

    Args:
        value: Any object; it is not changed.

    Returns:
        The plain copy.
    """
    try:
        return _plain(value, 0)
    except RecursionError:
        return TOO_DEEP


def _plain(value: Any, depth: int) -> object:  # noqa: ANN401 - any object
    kind = type(value)
    if kind in _SCALARS:
        return value
    if depth < DEPTH_READ:
        # The fast path, for dicts and lists as JSON parsers return them.
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
    except Exception:  # noqa: BLE001 - reading a foreign object may raise anything
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
        # Without the slice, an iterator that does not end after len(value) items would hang the caller.
        return [_plain(item, depth + 1) for item in itertools.islice(value, len(value))]
    model_to_dict = getattr(type(value), "__plain__", None)
    if model_to_dict is not None:
        return model_to_dict(value)
    return _opaque(value)


def _mapping(value: Mapping[object, object], depth: int) -> dict[object, object]:
    made: dict[object, object] = {}
    for key, item in value.items():
        name = key if type(key) is str else _key(key)
        if name in made:
            # Two keys become the same string: keep both, so that the second does not replace the first.
            name = Opaque(type_name(key))
        made[name] = item if type(item) in _SCALARS else _plain(item, depth + 1)
    return made


def _key(key: object) -> object:
    if isinstance(key, Opaque):
        return key
    return str.__str__(key) if isinstance(key, str) else _opaque(key)


def _opaque(value: object) -> object:
    # A value that is not known yet says itself how it is reported; its module need not be imported here.
    of_unknown = getattr(type(value), "__opaque__", None)
    return Opaque(type_name(value)) if of_unknown is None else of_unknown(value)


def encodable(text: str) -> bool:
    """Return whether a string can be encoded as UTF-8, that is, contains no lone surrogate."""
    return text.isascii() or _find_surrogate(text) is None


def deeper_than(value: object, levels: int) -> bool:
    """Return whether a value has more than a number of levels of dicts and lists.

    It goes level by level, so deep values do not exhaust the call stack.

    Args:
        value: A plain value.
        levels: The most levels that are allowed.

    Returns:
        True if there is a dict or a list below the last allowed level.
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
