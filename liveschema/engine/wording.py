"""Words for messages: what came, lists of names, near misses."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from liveschema.engine.support import Opaque

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liveschema.engine.problems import Path

_SHOWN = 40
_INDEXES_SHOWN = 3
_TEXTS_SHOWN = 5
_PAIR = 2
_DIGITS_SHOWN = 20
_PLAIN_WORD = re.compile(r"[\w.-]+").fullmatch
_VOWEL = re.compile(r"[aeioAEIO]|up|un(?!i)").match  # a unit and a UUID, but an update
_LOG10_2 = math.log10(2)


def type_name(value: object) -> str:
    """Name the type of a Python object with its article.

    Args:
        value: Any object.

    Returns:
        Such as ``a Decimal``.
    """
    return a(type(value).__name__)


def a(noun: str) -> str:
    """Put the indefinite article before a noun.

    Args:
        noun: A singular noun.

    Returns:
        The noun with ``a`` or ``an``.
    """
    return f"an {noun}" if _VOWEL(noun) else f"a {noun}"


def number(value: float) -> str:
    """Write a number for a message, however long it is.

    Args:
        value: Any int or float.

    Returns:
        The number as JSON writes it; a long integer by its count of digits.
    """
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return repr(value)
    if value.bit_length() * _LOG10_2 > _DIGITS_SHOWN:
        return f"an integer of about {int(value.bit_length() * _LOG10_2) + 1} digits"
    return str(value)


def quoted(text: str) -> str:
    """Quote a string for a message, on one line and not too long.

    Args:
        text: Any string, lone surrogates and control characters included.

    Returns:
        A JSON string, cut after 40 characters.
    """
    import json  # noqa: PLC0415 - a message is rarely wanted

    cut = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    quoted_text = json.dumps(cut, ensure_ascii=False)
    return quoted_text if quoted_text.isprintable() else json.dumps(cut)


def named(name: str) -> str:
    """Write the name of a field for a message.

    Args:
        name: Any key of an object.

    Returns:
        The name as it is where it is a short word, else quoted and cut.
    """
    return name if len(name) <= _SHOWN and name.isidentifier() else quoted(name)


def some(texts: Iterable[str]) -> str:
    """Join texts as a sentence does, on one line and not too many.

    Args:
        texts: At least one string, of any length and content.

    Returns:
        The first five, each as it is where that can be read, else quoted and
        cut, and how many are left.
    """
    every = list(texts)
    shown = [text if len(text) <= _SHOWN and _PLAIN_WORD(text) else quoted(text) for text in every[:_TEXTS_SHOWN]]
    left = len(every) - len(shown)
    return listed([*shown, f"{left} more"] if left else shown)


def got(value: object) -> str:
    """Name what came, as a message says it.

    Args:
        value: A plain value.

    Returns:
        A noun phrase.
    """
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the string {quoted(value)}" if value else "an empty string"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return value.label if isinstance(value, Opaque) else type_name(value)


def listed(names: Iterable[str], conjunction: str = "and") -> str:
    """Join names as a sentence does.

    Args:
        names: At least one name.
        conjunction: ``and`` or ``or``.

    Returns:
        ``a``, ``a and b``, or ``a, b and c``.
    """
    *head, last = names
    return f"{', '.join(head)} {conjunction} {last}" if head else last


def one_of(names: Iterable[str]) -> str:
    """Name a choice as a message does.

    Args:
        names: At least one name.

    Returns:
        ``a or b``, or ``one of a, b or c``.
    """
    options = list(names)
    return ("one of " if len(options) > _PAIR else "") + listed(options, "or")


def subject(path: Path, root: str = "the request") -> str:
    """Name the value at a path as a message does.

    Args:
        path: Keys and indexes from the root.
        root: What to call the root.

    Returns:
        The last key, with the indexes that follow it: ``items[2]``.
    """
    indexes: list[str] = []
    name = root
    for step in reversed(path):
        if isinstance(step, str):
            name = named(step)
            break
        indexes.append(f"[{step}]")
    if len(indexes) > _INDEXES_SHOWN:
        indexes[1:-1] = ["[…]"]
    return name + "".join(reversed(indexes))


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Suggest the known name that is nearest to a misspelt one.

    Args:
        name: What was written.
        known: The names that would have been right.

    Returns:
        A hint, or None where nothing is near.
    """
    import difflib  # noqa: PLC0415 - as in `quoted`

    by_folded = {other.casefold(): other for other in known}
    folded = name[:_SHOWN].casefold().replace("-", "_").replace(" ", "_")
    near = difflib.get_close_matches(folded, by_folded, n=1, cutoff=0.65)
    return f"did you mean {by_folded[near[0]]}?" if near else None
