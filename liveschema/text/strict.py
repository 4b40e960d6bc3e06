"""The parser of the standard library, made strict: it reads texts that certainly have no fault."""

from __future__ import annotations

import json
import re
from sys import intern
from typing import Any, Final

from liveschema.engine.plain import DEPTH_READ, deeper_than, encodable

_HALF_OF_A_PAIR: Final = re.compile(r"\\u[dD][89a-fA-F]")
_FEWEST_DIGITS: Final = 309
_ENDLESS: Final = re.compile(rf"(?<![0-9])[0-9]{{{_FEWEST_DIGITS}}}")
_LARGEST: Final = float("1.7976931348623157e308")


def refuse_constant(literal: str) -> object:
    """Raise ValueError for NaN and Infinity: the ``parse_constant`` of a strict decoder."""
    raise ValueError(literal)


def _finite(literal: str) -> float:
    value = float(literal)
    if -_LARGEST <= value <= _LARGEST:
        return value
    raise ValueError(literal)


def refuse_duplicate_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Create a dict, or raise ValueError if a key occurs twice: the ``object_pairs_hook`` of a strict decoder."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=refuse_duplicate_keys, parse_float=_finite, parse_constant=refuse_constant
)


def _with_shared_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Do as `refuse_duplicate_keys`, with keys that the parts of a text share; the decoder shares those of one part."""
    found = {intern(key): value for key, value in pairs}
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


_PARTS: Final = json.JSONDecoder(
    object_pairs_hook=_with_shared_keys, parse_float=_finite, parse_constant=refuse_constant
)
_LENIENT: Final = json.JSONDecoder(parse_int=float)
"""A decoder that takes all numbers and duplicate keys; `int` refuses thousands of digits."""


def strict_value(text: str) -> object:
    """Parse a JSON text without faults.

    Args:
        text: The text.

    Returns:
        Its value.

    Raises:
        ValueError: If there may be a fault.
        RecursionError: If it is nested too deep for the decoder.
    """
    _refuse_doubtful(text)
    value = _DECODER.decode(text)
    if text.count("[") + text.count("{") > DEPTH_READ and deeper_than(value, DEPTH_READ):
        raise ValueError
    return value


def _refuse_doubtful(text: str) -> None:
    """Raise ValueError if a text may have a fault that the decoder does not find."""
    if "\\u" in text and _HALF_OF_A_PAIR.search(text):
        raise ValueError
    if not (text.isascii() or encodable(text)):
        raise ValueError
    if len(text) >= _FEWEST_DIGITS and _ENDLESS.search(text):
        raise ValueError


def read_part(text: str, start: int, levels: int) -> tuple[Any, int] | None:
    """Parse an object or a list inside a JSON text quickly.

    Args:
        text: The text.
        start: The offset of the bracket that opens the object or the list.
        levels: The most levels that it may have.

    Returns:
        Its value and the offset after it; None if it may have a fault.
    """
    try:
        value, end = _PARTS.raw_decode(text, start)
        _refuse_doubtful(text[start:end])
    except (ValueError, RecursionError):
        return None
    brackets = text.count("[", start, end) + text.count("{", start, end)
    return None if brackets > levels and deeper_than(value, levels) else (value, end)


def end_of_value(text: str, start: int) -> int:
    """Return the offset after the value that begins at an offset of a JSON text.

    Args:
        text: A text from which `read_json` can read a value.
        start: The offset of the first code point of the value.
    """
    try:
        return _DECODER.raw_decode(text, start)[1]
    except ValueError:
        return _LENIENT.raw_decode(text, start)[1]
