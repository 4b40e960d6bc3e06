"""The parser of the standard library, made strict: it reads texts that certainly have no fault.

Hooks of the parser would take most of the time. So what it does not refuse by itself is looked for afterwards, in the
text and in its value.
"""

from __future__ import annotations

import json
import re
from sys import intern

from liveschema.engine.limits import DEPTH_READ, encodable

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any, Final

_SPACE: Final = " \t\r\n"
_LONE_HALF: Final = re.compile(
    r"\\u[dD](?:[89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..\\u[dD])[c-fC-F])", re.DOTALL
)
_LARGEST: Final = float("1.7976931348623157e308")


def refuse_constant(literal: str) -> object:
    """Raise ValueError for NaN and Infinity: the ``parse_constant`` of a strict decoder."""
    raise ValueError(literal)


def _with_shared_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Create a dict with keys that the parts of a text share; the parser shares those of one part."""
    return {intern(key): value for key, value in pairs}


_scan: Final = json.JSONDecoder(parse_constant=refuse_constant).scan_once  # type: ignore[attr-defined]  # json.loads without its checks of white space
_scan_part: Final = json.JSONDecoder(  # type: ignore[attr-defined]  # as above
    object_pairs_hook=_with_shared_keys, parse_constant=refuse_constant
).scan_once
_LENIENT: Final = json.JSONDecoder(parse_int=float)
"""A parser that takes all numbers and duplicate keys; `int` refuses thousands of digits."""


def parsed(text: str) -> Any:  # noqa: ANN401 - any JSON value
    """Parse a JSON text whose syntax has no fault; numbers, strings, levels and lost keys remain to be looked at.

    Args:
        text: The text.

    Returns:
        Its value.

    Raises:
        ValueError: If there may be a fault.
        RecursionError: If it is nested too deep for the parser.
    """
    start = 0 if text[:1] == "{" else len(text) - len(text.lstrip(_SPACE))
    try:
        value, end = _scan(text, start)
    except StopIteration as nothing:
        raise ValueError from nothing
    if end != len(text) and text[end:].strip(_SPACE):
        raise ValueError
    return value


def strict_value(text: str) -> object:
    """Parse a JSON text without faults.

    Args:
        text: The text.

    Returns:
        Its value.

    Raises:
        ValueError: If there may be a fault.
        RecursionError: If it is nested too deep for the parser.
    """
    value = parsed(text)
    _refuse_doubtful(text, value)
    return value


def has_every_key(text: str, value: object, keys: int) -> bool:
    """Return whether no key of a text was lost, since it occurs twice.

    Args:
        text: The text.
        value: Its value, which has no other fault.
        keys: The number of keys in the value.
    """
    # Each key is followed by a colon, and no key by the beginning of a URL.
    colons = text.count(":")
    if colons == keys or colons - text.count("://") == keys:
        return True
    try:
        _refuse_doubtful(text, value)
    except ValueError:
        return False
    return True


def _refuse_doubtful(text: str, value: object, levels: int = DEPTH_READ) -> None:
    """Raise ValueError if a text may have a fault that the parser does not find, or too many levels."""
    quotes = text.count('"')
    if "\\" in text or not text.isascii():
        quotes -= _escaped_quotes(text)
    if quotes != 2 * _strings_in(value, levels):
        raise ValueError  # a key was lost, with its value


def _escaped_quotes(text: str) -> int:
    """Count the quotes inside the strings of a JSON text; raise ValueError if there may be a lone surrogate."""
    if not encodable(text):
        raise ValueError
    if "\\\\" in text:
        text = text.replace("\\\\", "//")  # each backslash that is left begins another escape
    if "\\u" in text and _LONE_HALF.search(text):
        raise ValueError
    return text.count('\\"')


def _strings_in(value: object, levels: int) -> int:
    """Count the strings and keys in a value; raise ValueError for a number beyond a double, or too many levels."""
    count, lowest, highest = 0, -_LARGEST, _LARGEST
    level: list[Any] = [[value]]
    for _ in range(levels + 1):  # the first one is the list around the value
        below = []
        for each in level:
            items = each
            if type(each) is dict:
                count += len(each)
                items = each.values()
            for item in items:
                kind = type(item)
                if kind is str:
                    count += 1
                elif kind is dict or kind is list:
                    below.append(item)
                elif item is not None and not lowest <= item <= highest:
                    raise ValueError
        if not below:
            return count
        level = below
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
        value, end = _scan_part(text, start)
        _refuse_doubtful(text[start:end], value, levels)
    except (StopIteration, ValueError, RecursionError):
        return None
    return value, end


def end_of_value(text: str, start: int) -> int:
    """Return the offset after the value that begins at an offset of a JSON text.

    Args:
        text: A text from which `read_json` can read a value.
        start: The offset of the first code point of the value.
    """
    return _LENIENT.raw_decode(text, start)[1]
