"""Strategies of payloads that are changed by one mutation."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from functools import cache, singledispatch
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityType, Operation, OperationLike
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
"""The constraint of every field of the contract, by name."""


@cache
def fitting_value(name: str) -> Strategy:
    """Return a strategy of values that some object accepts for a field.

    Args:
        name: The name of a field in the contract.

    Returns:
        The strategy.
    """
    return values(FIELDS[name], GenerationContext(Operation.STREAM), name)


@attrs.frozen
class Site:
    """A member of a payload that the contract declares.

    Args:
        holder: The dict or list that contains it.
        key: The key or index.
        constraint: The constraint on the value.
        name: The name of the field.
    """

    holder: Any
    key: Any
    constraint: Constraint
    name: str


def sites(payload: Payload, operation: Operation) -> Iterator[Site]:
    """Find the members of a payload that the contract declares.

    Args:
        payload: The payload, as plain data; members that the contract does not declare are skipped.
        operation: The operation.

    Yields:
        Each declared member, outer ones first.
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
    """Find the declared members inside a value that has the type that its constraint requires."""
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
    """Add a field of any type, operation or object, or an unknown field."""
    holder = draw(st.sampled_from(_objects(payload) or [{}]))
    name = draw(st.sampled_from(list(FIELDS)))
    if draw(st.integers(0, 3)) == 3:  # noqa: PLR2004 - one in four
        holder[draw(st.text(max_size=4))] = draw(JSON)
    else:
        holder[name] = draw(fitting_value(name))


def _move(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    member = _any_member(draw, payload)
    if member is not None:
        value = member[0].pop(member[1])
        draw(st.sampled_from(_objects(payload) or [{}]))[str(member[1])] = value


def _spoil(draw: st.DrawFn, payload: Payload, operation: Operation) -> None:
    """Replace a value by one that its field rejects or warns about."""
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
def mutated(draw: st.DrawFn, payloads: Strategy, operation: OperationLike) -> Any:  # noqa: ANN401 - what the payloads are
    """Return a strategy of payloads that are changed by one mutation and may be valid or invalid.

    Args:
        draw: Passed by hypothesis; callers leave it out.
        payloads: A strategy of the payloads to change, as dicts of plain data.
        operation: The operation.

    Returns:
        A strategy of changed copies. In each, a field is removed, added,
        renamed or moved, a value is replaced by one of another type or one
        that its field rejects, or the activity type is changed. One in 32 is
        any JSON value instead of a payload.

    Raises:
        ValueError: While drawing, if the operation is unknown.

    .. versionadded:: 0.1.0
    """
    payload = copy.deepcopy(draw(payloads))
    if draw(st.integers(0, 31)) == 31:  # noqa: PLR2004 - one in 32
        return draw(JSON)
    draw(st.sampled_from(_STEPS))(draw, payload, Operation(operation))
    return payload
