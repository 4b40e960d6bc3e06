"""Payloads damaged by one step."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from functools import cache, singledispatch
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import ListOf
from liveschema.engine.emit import specs_of
from liveschema.engine.objects import Field, spec_of
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.testing.context import GenerationContext, Strategy
from liveschema.testing.invalid_values import invalid_values
from liveschema.testing.values import JSON, values

Payload = dict[str, Any]

FIELDS: Final = {name: field.constraint for spec in specs_of(CONTRACT) for name, field in spec.fields.items()}
"""Every field there is, with what its value may be."""


@cache
def fitting_value(name: str) -> Strategy:
    """Make a strategy of values that some object takes for a field.

    Args:
        name: A field that the contract knows.

    Returns:
        The strategy.
    """
    return values(FIELDS[name], GenerationContext(Operation.STREAM), name)


@attrs.frozen
class Site:
    """A member of a payload that a class declares.

    Args:
        holder: The dict or list it stands in.
        key: Its key or index.
        constraint: What its value may be.
        name: The name of the field.
    """

    holder: Any
    key: Any
    constraint: Constraint
    name: str


def sites(payload: Payload, operation: Operation) -> Iterator[Site]:
    """Walk a payload along the declarations.

    Args:
        payload: A plain object; what in it does not fit the declarations is passed over.
        operation: What it is sent for.

    Yields:
        Each member that the declarations know, outer ones first.
    """
    yield from _members(CONTRACT.root(operation).fields, payload)


def _members(fields: Mapping[str, Field], data: dict[Any, Any]) -> Iterator[Site]:
    for name in data:
        if name in fields:
            yield from _at(Site(data, name, fields[name].constraint, name))


def _at(site: Site) -> Iterator[Site]:
    value = site.holder[site.key]
    yield site
    yield from _inside(site.constraint, value, site.name) if site.constraint.has_type(value) else ()


@singledispatch
def _inside(constraint: Constraint, value: Any, name: str) -> Iterator[Site]:  # noqa: ANN401 - of the constraint's type
    """Walk what a value holds, which has the type that its constraint asks for, by the class of the constraint."""
    del constraint, value, name
    yield from ()


@_inside.register
def _(constraint: ListOf, value: list[Any], name: str) -> Iterator[Site]:
    for index in range(len(value)):
        yield from _at(Site(value, index, constraint.item, name))


@_inside.register
def _(constraint: Nested, value: dict[Any, Any], name: str) -> Iterator[Site]:
    del name
    yield from _members(spec_of(constraint.cls).fields, value)


@_inside.register
def _(constraint: TaggedUnion, value: dict[Any, Any], name: str) -> Iterator[Site]:
    del name
    spec = constraint.select(value)
    yield from _members(spec.fields if spec else {}, value)


@_inside.register
def _(constraint: InferredUnion, value: dict[Any, Any], name: str) -> Iterator[Site]:
    del name
    spec = constraint.select(value)
    specs = [spec] if spec else constraint.specs.values()
    yield from _members({name: field for each in specs for name, field in each.fields.items()}, value)


def _holders(value: object) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for item in list(value.values() if isinstance(value, dict) else value):
            yield from _holders(item)


def _objects(payload: object) -> list[dict[Any, Any]]:
    return [holder for holder in _holders(payload) if isinstance(holder, dict)]


def _any_member(draw: st.DrawFn, payload: object) -> tuple[Any, Any] | None:
    held = [holder for holder in _holders(payload) if holder]
    if not held:
        return None
    holder = draw(st.sampled_from(held))
    return holder, draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))


def _drop(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    member = _any_member(draw, payload)
    if member is not None:
        del member[0][member[1]]


def _retype(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    member = _any_member(draw, payload)
    if member is not None:
        member[0][member[1]] = draw(JSON)


def _rename(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    held = [holder for holder in _objects(payload) if holder]
    if held:
        holder = draw(st.sampled_from(held))
        name = draw(st.sampled_from(list(holder)))
        changed = draw(st.sampled_from([f"{name}s", name.title(), name[1:]]) | st.sampled_from(list(FIELDS)))
        holder[changed] = holder.pop(name)


def _add(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    """Add a field of another type, operation or object, or one that no object has."""
    holder = draw(st.sampled_from(_objects(payload) or [{}]))
    name = draw(st.sampled_from(list(FIELDS)))
    if draw(st.integers(0, 3)) == 3:  # noqa: PLR2004 - one time in four
        holder[draw(st.text(max_size=4))] = draw(JSON)
    else:
        holder[name] = draw(fitting_value(name))


def _move(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    member = _any_member(draw, payload)
    if member is not None:
        value = member[0].pop(member[1])
        draw(st.sampled_from(_objects(payload) or [{}]))[str(member[1])] = value


def _spoil(draw: st.DrawFn, payload: Payload, operation: Operation) -> None:
    """Put a value in place of another that its field refuses, or warns about."""
    found = list(sites(payload, operation))
    if found:
        site = draw(st.sampled_from(found))
        site.holder[site.key] = draw(_refused(site.constraint, operation, site.name))


@cache
def _refused(constraint: Constraint, operation: Operation, name: str) -> Strategy:
    context = GenerationContext(operation, ActivityType.PROGRESS)
    return st.one_of(list(invalid_values(constraint, context, name).values()))


def _change_type(draw: st.DrawFn, payload: Payload, operation: Operation) -> None:
    field, union = CONTRACT.inferred_fields[operation], CONTRACT.inferred_union(operation)
    state = payload.get(field.name)
    if union is not None and isinstance(state, dict):
        state[union.tag_field.name] = draw(st.sampled_from(list(union.specs)))


_STEPS: Final[tuple[Callable[[st.DrawFn, Payload, Operation], None], ...]] = (
    _drop,
    _retype,
    _spoil,
    _spoil,
    _add,
    _add,
    _rename,
    _move,
    _change_type,
)


@st.composite
def mutated(draw: st.DrawFn, payloads: Strategy, operation: Operation | str) -> Any:  # noqa: ANN401 - as the payloads are
    """Make a strategy of payloads changed by one step, without a promise that they are now invalid.

    Args:
        draw: Given by hypothesis.
        payloads: A strategy of the payloads to start from: objects, plain.
        operation: What they are sent for.

    Returns:
        A strategy of copies in which one field is dropped, added, renamed,
        moved, taken from another type or object, given a value of another
        type or one past a bound, or the type is changed.

    .. versionadded:: 0.1.0
    """
    payload = copy.deepcopy(draw(payloads))
    if draw(st.integers(0, 31)) == 31:  # noqa: PLR2004 - once in a while
        return draw(JSON)
    draw(st.sampled_from(_STEPS))(draw, payload, Operation(operation))
    return payload
