"""Functions that generated predicates call. It imports nothing, which keeps the first check of a payload fast."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Any

    Function = Callable[..., Any]


class Opaque:
    """A placeholder in plain values for a Python object that JSON cannot represent.

    Args:
        label: The noun phrase for the object in messages, such as ``a datetime``.
        hint: What to use instead of the object; None if that is not known.
        stands_for: The object itself, if it is a value that is not known yet; otherwise None.
    """

    __slots__ = ("hint", "label", "stands_for")

    def __init__(self, label: str, hint: str | None = None, stands_for: object = None) -> None:
        self.label: str = label
        self.hint: str | None = hint
        self.stands_for: object = stands_for


PLAIN = frozenset(map(id, (str, int, float, bool, type(None), dict, list, Opaque)))
"""The identities of the types of plain values: those that correspond to JSON, and the placeholder for other objects.

The class of a class may define what it is equal to.
"""


def unsure(value: object, data: Mapping[object, object] | None = None) -> bool | None:
    """Return the result of a predicate for a value that does not have the required type.

    Args:
        value: The value; None if it is missing.
        data: The object that must have the value, if it may be missing.

    Returns:
        False if the value is plain, and therefore invalid; None if it may be
        valid after conversion to a plain value.
    """
    if value is None and data is not None:
        return misfit(data)
    return False if id(type(value)) in PLAIN else None


def misfit(data: Mapping[object, object]) -> bool | None:
    """Return the result of a predicate for an object with a missing or an unknown field.

    Args:
        data: The object.

    Returns:
        False if all keys are plain; None if a key may become the name of a
        field after conversion to a plain value.
    """
    return False if all(id(type(key)) in PLAIN for key in data) else None


def type_inference(
    predicates: Mapping[str, Function],
    tags_by_field: Mapping[str, tuple[str, ...]],
    tags_without_fields: tuple[str, ...],
    tags_beside: Mapping[str, frozenset[str]],
    *,
    sized: bool = False,
) -> Function:
    """Create the function that finds the tag of an object without one, without trying all tags.

    Args:
        predicates: The predicates on the object, by tag.
        tags_by_field: For each field that is valid only with some tags, whatever its value: these tags.
        tags_without_fields: The tags that require none of these fields.
        tags_beside: For fields of the payload that are allowed only with some tags: these tags.
        sized: Whether the predicates return a size, which the function returns, too.

    Returns:
        A function of the object, its tag if the caller knows it, and the
        payload. It returns the first tag by whose rules the object is valid,
        with `sized` as a pair with what the predicate returned; False if there
        is none; None if it cannot decide before the payload is converted to
        plain values.
    """
    owners_of, beside_fields = tags_by_field.get, tuple(tags_beside.items())

    def infer(data: dict[str, object], known: str | None, request: dict[str, object]) -> object:
        tags: Collection[str] = tags_without_fields if known is None else (known,)
        if known is None:
            for name in data:
                owners = owners_of(name)
                if owners is not None:  # one such field is enough: it is invalid with any other tag
                    tags = owners
                    break
        for name, beside in beside_fields:
            if name in request:
                tags = [tag for tag in tags if tag in beside]
        answer: bool | None = False
        for tag in tags:
            taken = predicates[tag](data, len(data))
            if taken:
                return (tag, taken) if sized else tag
            if taken is None:
                answer = None
        return answer

    return infer


def deferred(members: Mapping[str, Callable[[], Function]]) -> dict[str, Function]:
    """Create a dict of functions, each of which is loaded on its first call.

    If two threads load a function at the same time, both get the same one.

    Args:
        members: Callables that load and return the functions, by key of the dict.

    Returns:
        The dict.
    """
    table: dict[str, Function] = {}

    def stand_in(key: str, load: Callable[[], Function]) -> Function:
        def first_call(*arguments: object) -> object:
            function = table[key] = load()
            return function(*arguments)

        return first_call

    for key, load in members.items():
        table[key] = stand_in(key, load)
    return table


def compact_size(value: object) -> int:
    """Return the size of a value as compact UTF-8 JSON.

    Args:
        value: A plain value.

    Returns:
        The number of bytes; a lone surrogate counts as three.
    """
    import json  # noqa: PLC0415 - few objects are large enough to need it

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


BYTES_PER_CHARACTER = 6
"""The most bytes that one character takes in JSON, written as an escape."""


def characters(size: int) -> int:
    """Return the least number of characters that may take a number of bytes in JSON."""
    return -(-size // BYTES_PER_CHARACTER)


def total_size(**parts: object) -> int:
    """Return the size of an object with some members as compact UTF-8 JSON; members that are None are left out."""
    return compact_size({name: part for name, part in parts.items() if part is not None})
