"""The places of payloads that the contract declares, and strategies of payloads with a given value at a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, singledispatch
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import ListOf, MapOf
from liveschema.engine.objects import ObjectSpec, spec_of
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.testing.context import GenerationContext, Strategy
from liveschema.testing.objects import objects
from liveschema.testing.values import values

Steps = tuple[str, ...]

_EACH: Final = "*"
"""The step to any item of a list or any entry of a mapping."""


@attrs.frozen
class Place:
    """A place in the payloads of a context.

    Args:
        path: The steps to it. A step is the name of a field, ``*`` for any
            item, or the tag of a member of a union.
        name: The name of the field.
        constraint: The constraint on the value.
        spec: The declaration of the objects at this place; None if the value is not an object of one class.
        nullable: Whether null is tolerated there.
    """

    path: Steps
    name: str
    constraint: Constraint
    spec: ObjectSpec | None = None
    nullable: bool = False

    @property
    def of_member(self) -> bool:
        """Whether it is the place of one member of a union, which has a separate place as a whole."""
        return self.spec is not None and self.spec.tag_needed


def root(context: GenerationContext) -> Nested:
    """Return the constraint on a whole payload.

    Args:
        context: The context of the payloads, with an operation.

    Returns:
        The constraint.
    """
    return Nested(CONTRACT.root(context.operation).cls)


@cache
def places(context: GenerationContext) -> tuple[Place, ...]:
    """Return the places of the payloads of a context, the root first.

    Args:
        context: The context of the payloads, with an operation and an activity type.

    Returns:
        The places.
    """
    return tuple(_places(root(context), context, (), ""))


@singledispatch
def _places(constraint: Constraint, context: GenerationContext, path: Steps, name: str) -> Iterator[Place]:
    """Yield the place of a value and the places inside it."""
    del context
    yield Place(path, name, constraint)


@_places.register
def _(constraint: ListOf, context: GenerationContext, path: Steps, name: str) -> Iterator[Place]:
    yield Place(path, name, constraint)
    yield from _places(constraint.item, context, (*path, _EACH), name)


@_places.register
def _(constraint: MapOf, context: GenerationContext, path: Steps, name: str) -> Iterator[Place]:
    yield Place(path, name, constraint)
    yield from _places(constraint.value, context, (*path, _EACH), "")


@_places.register
def _(constraint: Nested, context: GenerationContext, path: Steps, name: str) -> Iterator[Place]:
    yield from _places_of_object(Place(path, name, constraint, spec_of(constraint.cls)), context)


@_places.register
def _(constraint: TaggedUnion, context: GenerationContext, path: Steps, name: str) -> Iterator[Place]:
    yield Place(path, name, constraint)
    for tag, spec in constraint.specs.items():
        yield from _places_of_object(Place((*path, tag), name, constraint, spec), context)


@_places.register
def _(constraint: InferredUnion, context: GenerationContext, path: Steps, name: str) -> Iterator[Place]:
    yield from _places_of_object(Place(path, name, constraint, constraint.specs[context.activity_type or ""]), context)


def _places_of_object(place: Place, context: GenerationContext) -> Iterator[Place]:
    yield place
    for name, field in place.spec.fields.items() if place.spec else ():
        if field.fits(context.of_report):
            whole, *inner = _places(field.constraint, context, (*place.path, name), name)
            yield attrs.evolve(whole, nullable=field.nullable)
            yield from inner


def around(place: Place, context: GenerationContext, leaf: Strategy) -> Strategy:
    """Return a strategy of payloads that have a given value at a place.

    Args:
        place: The place.
        context: The context of the payloads.
        leaf: A strategy of the value.

    Returns:
        The strategy; except for the value, the payloads conform to the rules.
    """
    return _holding(root(context), context, place.path, "", leaf)


def _holding(constraint: Constraint, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    """Return a strategy of values that have a given value at a path inside them."""
    return _around(constraint, context, path, name, leaf) if path else leaf


@singledispatch
def _around(constraint: Constraint, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    """Return a strategy of values that have a given value at a path of at least one step inside them.

    Registered for the classes of constraints that have places inside their values.
    """
    raise NotImplementedError


@_around.register
def _(constraint: ListOf, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    items = st.lists(values(constraint.item, context, name), max_size=1)
    return st.builds(_between, items, _holding(constraint.item, context, path[1:], name, leaf), items)


def _between(before: list[Any], item: object, after: list[Any]) -> list[Any]:
    return [*before, item, *after]


@_around.register
def _(constraint: MapOf, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    del name
    others = st.dictionaries(st.sampled_from(["region", "build"]), values(constraint.value, context), max_size=1)
    held = _holding(constraint.value, context, path[1:], "", leaf)
    return st.builds(lambda entries, value: {**entries, "host": value}, others, held)


@_around.register
def _(constraint: Nested, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    del name
    return _around_field(spec_of(constraint.cls), context, path, leaf)


@_around.register
def _(constraint: TaggedUnion, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    del name
    tag, *inner = path
    return _around_field(constraint.specs[tag], context, tuple(inner), leaf)


@_around.register
def _(constraint: InferredUnion, context: GenerationContext, path: Steps, name: str, leaf: Strategy) -> Strategy:
    del name
    return _around_field(constraint.specs[context.activity_type or ""], context, path, leaf)


def _around_field(spec: ObjectSpec, context: GenerationContext, path: Steps, leaf: Strategy) -> Strategy:
    if not path:  # the object itself, as a member of a union
        return leaf
    name = path[0]
    return objects(spec, context, {name: _holding(spec.fields[name].constraint, context, path[1:], name, leaf)})
