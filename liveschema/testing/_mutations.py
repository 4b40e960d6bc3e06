"""Payloads damaged by one step."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from liveschema.constraints import Constraint, Family, Field, ListOf, ObjectSpec, Part, States, spec_of
from liveschema.models import ACTIONS, REQUESTS, STATES
from liveschema.models.parts import Badge, Icon, Metric, PushAlert, Target
from liveschema.testing._beyond import breaches
from liveschema.testing._values import JSON, Aim, Strategy, values
from liveschema.vocabulary import ActivityType, Operation

_SPECS: Final = (
    *(spec_of(cls) for cls in (*REQUESTS.values(), Metric, Icon, Badge, PushAlert, Target)),
    *STATES.specs.values(),
    *ACTIONS.specs.values(),
)
Payload = dict[str, Any]
OWNERS: Final = {name: field.constraint for spec in _SPECS for name, field in spec.fields.items()}
"""Every field there is, with what its value may be."""


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
    yield from _members(spec_of(REQUESTS[operation]).fields, payload)


def _members(fields: dict[str, Field], data: dict[Any, Any]) -> Iterator[Site]:
    for name in data:
        if name in fields:
            site = Site(data, name, fields[name].constraint, name)
            yield site
            yield from _inside(site)


def _inside(site: Site) -> Iterator[Site]:
    value, constraint = site.holder[site.key], site.constraint
    if isinstance(constraint, ListOf) and isinstance(value, list):
        for index in range(len(value)):
            item = Site(value, index, constraint.item, site.name)
            yield item
            yield from _inside(item)
    elif isinstance(value, dict):
        spec = _spec_for(constraint, value)
        if spec is not None:
            yield from _members(spec.fields, value)
        elif isinstance(constraint, States):
            fields = {name: field for each in constraint.specs.values() for name, field in each.fields.items()}
            yield from _members(fields, value)


def _spec_for(constraint: Constraint, value: dict[Any, Any]) -> ObjectSpec | None:
    if isinstance(constraint, Part):
        return spec_of(constraint.cls)
    return constraint.select(value) if isinstance(constraint, Family) else None


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
        changed = draw(st.sampled_from([f"{name}s", name.title(), name[1:]]) | st.sampled_from(list(OWNERS)))
        holder[changed] = holder.pop(name)


def _add(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    """Add a field of another type, operation or object, or one that no object has."""
    holder = draw(st.sampled_from(_objects(payload) or [{}]))
    name = draw(st.sampled_from(list(OWNERS)))
    if draw(st.integers(0, 3)) == 3:  # noqa: PLR2004 - one time in four
        holder[draw(st.text(max_size=4))] = draw(JSON)
    else:
        holder[name] = draw(_fitting(name))


@cache
def _fitting(name: str) -> Strategy:
    return values(OWNERS[name], Aim(Operation.STREAM), name)


def _move(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    member = _any_member(draw, payload)
    if member is not None:
        value = member[0].pop(member[1])
        draw(st.sampled_from(_objects(payload) or [{}]))[str(member[1])] = value


def _push(draw: st.DrawFn, payload: Payload, operation: Operation) -> None:
    """Put a value in place of another that its field refuses, or warns about."""
    found = list(sites(payload, operation))
    if found:
        site = draw(st.sampled_from(found))
        site.holder[site.key] = draw(_beyond(site.constraint, operation, site.name))


@cache
def _beyond(constraint: Constraint, operation: Operation, name: str) -> Strategy:
    aim = Aim(operation, ActivityType.PROGRESS)
    return st.one_of(list(breaches(constraint, aim, name).values()))


def _change_type(draw: st.DrawFn, payload: Payload, _: Operation) -> None:
    state = payload.get("content_state")
    if isinstance(state, dict):
        state["type"] = str(draw(st.sampled_from(ActivityType)))


_STEPS: Final[tuple[Callable[[st.DrawFn, Payload, Operation], None], ...]] = (
    _drop,
    _retype,
    _push,
    _push,
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
