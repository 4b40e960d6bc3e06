"""Parts of messages: noun phrases for values, lists of names, suggestions for misspelt names."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from liveschema.engine.support import Opaque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from liveschema.engine.problems import Path

_SHOWN = 40
_INDEXES_SHOWN = 3
_TEXTS_SHOWN = 5
_PAIR = 2
_DIGITS_SHOWN = 20
_PLAIN_WORD = re.compile(r"[\w.-]+").fullmatch
_VOWEL = re.compile(r"[aeioAEIO]|[Uu]p|[Uu]n(?!i)").match  # a unit and a UUID, but an update
_LOG10_2 = math.log10(2)
_name_of = type.__dict__["__name__"].__get__  # the class of a class may have another attribute of this name


def encodable(text: str) -> str:
    """Return a text as UTF-8 can hold it: half of a surrogate pair becomes an escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def type_name(value: object) -> str:
    """Return the name of the type of a Python object with its article, such as ``a Decimal``, on one line and cut."""
    return a(named(_name_of(type(value))))


def a(noun: str) -> str:
    """Return a singular noun with its indefinite article, ``a`` or ``an``."""
    return f"an {noun}" if _VOWEL(noun) else f"a {noun}"


def number(value: float) -> str:
    """Format a number for a message.

    Args:
        value: Any int or float.

    Returns:
        The number as in JSON; an integer with more than 20 digits is
        described by its number of digits.
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


def shortened(text: str) -> str:
    """Return a string, cut after 40 characters."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def quoted(text: str) -> str:
    """Quote a string for a message, on one line and shortened.

    Args:
        text: Any string, which may contain lone surrogates and control characters.

    Returns:
        A JSON string, cut after 40 characters.
    """
    import json  # noqa: PLC0415 - most payloads need no message

    cut = shortened(text)
    quoted_text = json.dumps(cut, ensure_ascii=False)
    return quoted_text if quoted_text.isprintable() else json.dumps(cut)


def named(name: str) -> str:
    """Format the name of a field for a message.

    Args:
        name: Any key of an object.

    Returns:
        The name itself if it is an identifier of at most 40 characters;
        otherwise the name quoted and cut.
    """
    return name if len(name) <= _SHOWN and name.isidentifier() else quoted(name)


def some(texts: Iterable[str]) -> str:
    """Join the first of several strings for a message, on one line.

    Args:
        texts: At least one string, of any length and content.

    Returns:
        The first five strings and the number of the others. Strings that are
        not short plain words are quoted and cut.
    """
    every = list(texts)
    shown = [text if len(text) <= _SHOWN and _PLAIN_WORD(text) else quoted(text) for text in every[:_TEXTS_SHOWN]]
    left = len(every) - len(shown)
    return listed([*shown, f"{left} more"] if left else shown)


def got(value: object) -> str:
    """Return a noun phrase for a plain value in a message, such as ``the string "x"``."""
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
    """Join names with commas and a conjunction.

    Args:
        names: At least one name.
        conjunction: ``and`` or ``or``.

    Returns:
        Text such as ``a``, ``a and b``, or ``a, b and c``.
    """
    *head, last = names
    return f"{', '.join(head)} {conjunction} {last}" if head else last


def one_of(names: Iterable[str]) -> str:
    """Join the names of a choice.

    Args:
        names: At least one name.

    Returns:
        Text such as ``a or b``, or ``one of a, b or c``.
    """
    options = list(names)
    return ("one of " if len(options) > _PAIR else "") + listed(options, "or")


def subject(path: Path, root: str = "the request") -> str:
    """Return the name of the value at a path for a message.

    Args:
        path: The keys and indexes that lead from the root to the value.
        root: The name of the root.

    Returns:
        The last key, with the indexes that follow it, such as ``items[2]``.
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
    """Suggest the valid name that is most similar to a misspelt one.

    Args:
        name: The misspelt name.
        known: The valid names.

    Returns:
        A hint, or None if no name is similar.
    """
    near = nearest(name[:_SHOWN], tuple(known))
    return None if near is None else f"did you mean {near}?"


@lru_cache  # the same mistake is often made again
def nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the valid name that is most similar to a misspelt one; None if no name is similar."""
    import difflib  # noqa: PLC0415 - as in `quoted`

    by_folded = {_folded(other): other for other in known}
    near = difflib.get_close_matches(_folded(name), by_folded, n=1, cutoff=0.65)
    return by_folded[near[0]] if near else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """Suggest the valid name that is most similar to a misspelt one, at the end of a message.

    Args:
        name: The misspelt name.
        known: The valid names.

    Returns:
        A semicolon and the hint, or an empty string if no name is similar.
    """
    near = did_you_mean(name, known)
    return f"; {near}" if near else ""


def _folded(name: str) -> str:
    """Return a name with the differences removed that a misspelling often is: case, hyphens and spaces."""
    return name.casefold().replace("-", "_").replace(" ", "_")
