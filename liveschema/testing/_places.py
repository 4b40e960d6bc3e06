"""The places of a payload that the declarations know, and payloads with a given value at one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

import attrs
from hypothesis import strategies as st

from liveschema.constraints import (
    Constraint,
    Entries,
    Family,
    ListOf,
    ObjectSpec,
    Part,
    States,
    spec_of,
)
from liveschema.models import REQUESTS
from liveschema.testing._objects import objects
from liveschema.testing._values import Aim, Strategy, values
from liveschema.vocabulary import Operation

_EACH: Final = "*"
"""The step into a list or into entries."""


@attrs.frozen
class Place:
    """A place in the payloads that an aim describes.

    Args:
        path: The steps to it: the name of a field, ``*`` for any item, the
            type of a member of a family.
        name: The name of the field it is in.
        constraint: What a value may be there.
        spec: What the class declares whose objects stand there, if it is one.
        in_family: Whether its type must be named.
    """

    path: tuple[str, ...]
    name: str
    constraint: Constraint
    spec: ObjectSpec | None = None
    in_family: bool = False


def root(aim: Aim) -> Part:
    """Give the constraint on a whole payload."""
    return Part(REQUESTS[Operation(aim.operation or "")])


def places(aim: Aim) -> list[Place]:
    """List the places of the payloads that an aim describes, the root first.

    Args:
        aim: What the payloads are made for; with an operation and an activity type.

    Returns:
        The places.
    """
    return list(_places(root(aim), aim, (), ""))


def _places(constraint: Constraint, aim: Aim, path: tuple[str, ...], name: str) -> Iterator[Place]:
    if isinstance(constraint, States):
        spec = constraint.specs[aim.kind or ""]
        yield Place(path, name, constraint, spec)
        yield from _fields(spec, aim, path)
    elif isinstance(constraint, Part):
        spec = spec_of(constraint.cls)
        yield Place(path, name, constraint, spec)
        yield from _fields(spec, aim, path)
    elif isinstance(constraint, Family):
        yield Place(path, name, constraint)
        for tag, spec in constraint.specs.items():
            yield Place((*path, tag), name, constraint, spec, in_family=True)
            yield from _fields(spec, aim, (*path, tag))
    else:
        yield Place(path, name, constraint)
        if isinstance(constraint, ListOf):
            yield from _places(constraint.item, aim, (*path, _EACH), name)
        elif isinstance(constraint, Entries):
            yield from _places(constraint.value, aim, (*path, _EACH), "")


def _fields(spec: ObjectSpec, aim: Aim, path: tuple[str, ...]) -> Iterator[Place]:
    for name, field in spec.fields.items():
        if field.fits(aim.context):
            yield from _places(field.constraint, aim, (*path, name), name)


def around(place: Place, aim: Aim, leaf: Strategy) -> Strategy:
    """Make a strategy of payloads that have a given value at a place.

    Args:
        place: The place.
        aim: What the payloads are made for.
        leaf: A strategy of the value.

    Returns:
        The strategy; but for the value the payloads keep the rules.
    """
    return _around(root(aim), aim, place.path, "", leaf)


def _around(constraint: Constraint, aim: Aim, path: tuple[str, ...], name: str, leaf: Strategy) -> Strategy:
    if not path:
        return leaf
    first, *others = path
    rest = tuple(others)
    if isinstance(constraint, ListOf):
        items = st.lists(values(constraint.item, aim, name), max_size=1)
        return st.builds(_between, items, _around(constraint.item, aim, rest, name, leaf), items)
    if isinstance(constraint, Entries):
        few = st.dictionaries(st.sampled_from(["region", "build"]), values(constraint.value, aim), max_size=1)
        return st.builds(lambda entries, value: {**entries, "host": value}, few, leaf)
    if isinstance(constraint, States):
        spec = constraint.specs[aim.kind or ""]
    elif isinstance(constraint, Family):
        if not rest:
            return leaf
        spec, first, rest = constraint.specs[first], rest[0], rest[1:]
    else:
        spec = spec_of(cast("Part", constraint).cls)
    inner = _around(spec.fields[first].constraint, aim, rest, first, leaf)
    return objects(spec, aim, {first: inner}, needs_type=isinstance(constraint, Family))


def _between(before: list[Any], item: object, after: list[Any]) -> list[Any]:
    return [*before, item, *after]
