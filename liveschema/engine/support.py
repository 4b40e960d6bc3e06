"""What generated predicates call while they run. It imports nothing, so that a verdict starts at once."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Any

    Function = Callable[..., Any]


class Opaque:
    """Stands in for a Python object that JSON has no form for.

    Args:
        label: How a message names what came, such as ``a datetime``.
    """

    __slots__ = ("label",)

    def __init__(self, label: str) -> None:
        self.label = label


PLAIN = frozenset({str, int, float, bool, type(None), dict, list, Opaque})
"""The types of plain values: what JSON has, and what stands in for all else."""


def unsure(value: object, data: Mapping[object, object] | None = None) -> bool | None:
    """Answer for a predicate that met a value of another type than it asks for.

    Args:
        value: The value; None where it is missing.
        data: The object that must have it.

    Returns:
        False where the value is plain, so surely of the wrong type; None
        where it may turn out right once it has been made plain.
    """
    if value is None and data is not None:
        return misfit(data)
    return False if type(value) in PLAIN else None


def misfit(data: Mapping[object, object]) -> bool | None:
    """Answer for a predicate that met an object with a field too many or too few.

    Args:
        data: The object.

    Returns:
        False where all keys are plain; None where one of them may turn
        into the name of a field once it has been made plain.
    """
    return False if all(type(key) in PLAIN for key in data) else None


def type_inference(
    predicates: Mapping[str, Function],
    tags_by_field: Mapping[str, tuple[str, ...]],
    tags_without_fields: tuple[str, ...],
    tags_beside: Mapping[str, frozenset[str]],
) -> Function:
    """Make the function that finds the tag of an object without one, without trying all of them.

    Args:
        predicates: By tag, the predicate on the object.
        tags_by_field: The tags that have a field, for each field that tells of the tag whatever its value.
        tags_without_fields: The tags that need none of these fields.
        tags_beside: By field of the object around it, the tags that it can stand beside.

    Returns:
        A function of the object, of the tag that the caller says it has, and of
        the object around it. It gives the first tag that takes the object;
        False where there is none, None where that cannot be told.
    """
    owners_of, beside_fields = tags_by_field.get, tuple(tags_beside.items())

    def infer(data: dict[str, object], known: str | None, request: dict[str, object]) -> str | bool | None:
        tags: Collection[str] = tags_without_fields if known is None else (known,)
        if known is None:
            for name in data:
                owners = owners_of(name)
                if owners is not None:  # one such field will do: no other tag takes it
                    tags = owners
                    break
        for name, beside in beside_fields:
            if name in request:
                tags = [tag for tag in tags if tag in beside]
        answer: bool | None = False
        for tag in tags:
            taken = predicates[tag](data, len(data))
            if taken:
                return tag
            if taken is None:
                answer = None
        return answer

    return infer


def deferred(members: Mapping[str, Callable[[], Function]]) -> dict[str, Function]:
    """Make a table of functions, each loaded when it is first called.

    Two threads may both load one; they get the same function.

    Args:
        members: From the keys of the table to what loads the functions.

    Returns:
        The table.
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
    """Count the bytes of a value as compact UTF-8 JSON.

    Args:
        value: A plain value.

    Returns:
        The count; a lone surrogate counts as the three bytes it would take.
    """
    import json  # noqa: PLC0415 - few objects come near the bound

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
