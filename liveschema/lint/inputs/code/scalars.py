"""Numbers and escapes in strings, which the languages write in much the same way."""

from __future__ import annotations

import math
import re
from typing import Final

_BASES: Final = {16: re.compile(r"0x([0-9a-f]+)\Z"), 8: re.compile(r"0o?([0-7]+)\Z"), 2: re.compile(r"0b([01]+)\Z")}
_DECIMAL: Final = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?\Z")
_LONGEST: Final = 400
"""The most digits of a number that is read; no field takes one that is longer."""
_NAMED: Final = {
    **dict(zip("ntrbfvaes0", "\n\t\r\b\f\v\a\x1b \0", strict=True)),
    "\n": "",  # a line that is continued
    "\r\n": "",
}
_LAST_CHARACTER: Final = 0x10FFFF
_CODE: Final = re.compile(r"[xuU]\{?([0-9a-fA-F]+)\}?\Z|([0-7]{1,3})\Z")


def number(text: str) -> int | float | None:
    """Return the number that a literal means; None if it is none of JSON, or is too long to be meant."""
    text = text.replace("_", "").lower()
    if len(text) > _LONGEST:
        return None
    for base, pattern in _BASES.items():
        digits = pattern.match(text)
        if digits:
            return int(digits[1], base)
    if not _DECIMAL.match(text):
        return None
    return int(text) if text.isdecimal() else _finite(float(text))


def _finite(value: float) -> int | float | None:
    """Return a number as JSON has it; None for one that is too large."""
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def unescaped(escape: str) -> str | None:
    r"""Return the text that an escape in a string stands for, such as ``\n``; None if it is not known."""
    rest = escape[1:]
    if rest in _NAMED:
        return _NAMED[rest]
    code = _CODE.match(rest)
    if code is None:
        return rest if len(rest) == 1 else None
    value = int(code[1], 16) if code[1] else int(code[2], 8)
    return chr(value) if value <= _LAST_CHARACTER else None


def with_pairs(text: str) -> str | None:
    """Return a text in which two surrogates side by side are one character; None if one stands alone."""
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None
