"""What is certain about a value that is not fully known: its type, its length, its text, its size."""

from __future__ import annotations

from typing import Any, Final

from liveschema.engine.support import Opaque
from liveschema.engine.unknown import MORE, More, PartialText, Unknown
from liveschema.engine.value_tests import ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, TypeTest
from liveschema.engine.wording import a, got, listed

_TYPES: Final = (STRING, NUMBER, BOOLEAN, OBJECT, ARRAY, NULL)
_LEAST: Final[dict[str, object]] = {"number": 0, "string": "", "array": [], "object": {}, "boolean": True, "null": None}
"""For each type, a value that is shortest as JSON; the shortest first."""
HOLE: Final = "…"
"""How messages show an unknown piece of a string."""


def restored(value: object) -> object:
    """Put the placeholders back into a plain copy of a payload, and replace those that are fully known.

    Args:
        value: A plain value, in which each placeholder is an `Opaque` that stands for it. It is changed.

    Returns:
        The value with the placeholders. `MORE` as the value of a member stays an `Opaque`, since it has no meaning.
    """
    if isinstance(value, Opaque) and value.stands_for is not None:
        return _simplest(value.stands_for)
    if isinstance(value, list):
        value[:] = [MORE if _is_more(item) else restored(item) for item in value]
    elif isinstance(value, dict):
        members = list(value.items())
        value.clear()
        for key, item in members:
            if _is_more(key):
                value[MORE] = None
            else:
                value[key] = restored(item)
    return value


def _is_more(value: object) -> bool:
    return isinstance(value, Opaque) and isinstance(value.stands_for, More)


def _simplest(placeholder: object) -> object:
    if isinstance(placeholder, More):
        return Opaque("MORE", "MORE is a key of an object, or an item of a list")
    if isinstance(placeholder, PartialText) and len(placeholder.pieces) == 1:
        return str.__str__(placeholder.pieces[0])
    if isinstance(placeholder, Unknown) and placeholder.types == {NULL.name} and not placeholder.may_be_missing:
        return None
    return placeholder


def may_be_missing(value: object) -> bool:
    """Return whether a member or an item may be left out."""
    return isinstance(value, More) or (isinstance(value, Unknown) and value.may_be_missing)


def has_more(value: dict[Any, object] | list[object]) -> bool:
    """Return whether an object or a list may have further members or items."""
    return any(isinstance(each, More) for each in value)


def types_of(value: object) -> frozenset[str]:
    """Return the JSON types that a value may have, by their names in JSON Schema; none for an `Opaque`."""
    if isinstance(value, Unknown):
        return value.types
    if isinstance(value, PartialText):
        return frozenset({STRING.name})
    return frozenset(each.name for each in _TYPES if each.holds(value))


def has_certainly(type_test: TypeTest, value: object) -> bool:
    """Return whether a value certainly has a type; numbers that are not known may be whole or not."""
    known_by_name = type_test in _TYPES and not may_be_missing(value)
    return type_test.holds(value) or (known_by_name and types_of(value) == {type_test.name})


def may_spell(text: PartialText, wanted: str) -> bool:
    """Return whether a partial text may become a given string."""
    first, *middle = text.pieces
    last = middle.pop() if middle else ""
    at, end = len(first), len(wanted) - len(last)
    if at > end or not (wanted.startswith(first) and wanted.endswith(last)):
        return False
    for piece in middle:
        found = wanted.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def may_equal(value: object, wanted: object) -> bool:
    """Return whether a value may become a given scalar; 1 is not True."""
    if isinstance(value, PartialText):
        return isinstance(wanted, str) and may_spell(value, wanted)
    if isinstance(value, Unknown):
        return types_of(wanted) <= value.types
    return type(value) is type(wanted) and value == wanted


def length_bounds(value: Any) -> tuple[int, int | None]:  # noqa: ANN401 - whatever has a length, or is not known
    """Return the least and the greatest number of characters, items or members; None if there is no greatest."""
    if isinstance(value, Unknown):
        return 0, None
    if isinstance(value, PartialText):
        return sum(map(len, value.pieces)), None
    if isinstance(value, str):
        return len(value), len(value)
    items = value.values() if isinstance(value, dict) else value
    most = None if has_more(value) else len(value)
    # The value of `MORE` in an object is None, so its key is not counted as a member.
    return len(value) - sum(map(may_be_missing, items)) - (isinstance(value, dict) and most is None), most


def length_text(value: object) -> str:
    """Return the length of a value as text for a message."""
    low, high = length_bounds(value)
    return at_least(low, exact=low == high)


def at_least(number: int, *, exact: bool) -> str:
    """Return a number as text for a message, which may be a lower bound."""
    return f"{number:,}" if exact else f"at least {number:,}"


def shown(text: PartialText) -> str:
    """Return a partial text as messages show it."""
    return HOLE.join(text.pieces)


def described(value: object) -> object:
    """Return a value for a slot of a message; what is not known as text."""
    if isinstance(value, PartialText):
        return shown(value)
    return _of_unknown(value) if isinstance(value, Unknown) else value


def as_opaque(value: Unknown | PartialText) -> Opaque:
    """Return an `Opaque` that messages show as what is known of the value."""
    if isinstance(value, Unknown):
        return Opaque(_of_unknown(value))
    return Opaque(got(shown(value)) if any(value.pieces) else _of_unknown(Unknown(frozenset({STRING.name}))))


def _of_unknown(value: Unknown) -> str:
    if len(value.types) == len(_TYPES):
        return "a value that is not known yet"
    names = (each.name if each is NULL else a(each.name) for each in _TYPES if each.name in value.types)
    return f"{listed(names, 'or')} that is not known yet"


def outline(value: object) -> object:
    """Return a copy in which what is not known has valid values, at the same paths; further members are left out."""
    if isinstance(value, PartialText):
        return shown(value)
    if isinstance(value, Unknown | More):
        return None
    if isinstance(value, list):
        return [outline(item) for item in value]
    if isinstance(value, dict):
        return {key: outline(item) for key, item in value.items() if not isinstance(key, More)}
    return value


def least(value: object) -> object:
    """Return the whole value of the least size, as compact JSON, that a value may become."""
    if isinstance(value, PartialText):
        return "".join(value.pieces)
    if isinstance(value, Unknown):
        return next(short for name, short in _LEAST.items() if name in value.types)
    if isinstance(value, list):
        return [least(item) for item in value if not may_be_missing(item)]
    if isinstance(value, dict):
        members = value.items()
        return {key: least(item) for key, item in members if not may_be_missing(item) and not isinstance(key, More)}
    return value
