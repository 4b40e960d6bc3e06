"""Example payloads made from the declarations: as little as is needed, or all there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from liveschema._samples import samples
from liveschema.constraints import (
    Boolean,
    Choice,
    Constraint,
    Context,
    Cross,
    Entries,
    Family,
    Field,
    FreeObject,
    ListOf,
    Number,
    ObjectSpec,
    Part,
    States,
    Tag,
    spec_of,
)
from liveschema.constraints._describe import did_you_mean
from liveschema.constraints._objects import EVERY_OPERATION
from liveschema.models import REQUESTS, STATES
from liveschema.vocabulary import ActivityType, Operation

Wanted = dict[str, Any]
"""A tree of the names of fields."""

_STATE: Final = "content_state"
_MOST: Final = 8


def example(
    kind: ActivityType | str, operation: Operation | str, *, full: bool = False, fields: Collection[str] = ()
) -> dict[str, Any]:
    """Make an example payload.

    Args:
        kind: The activity type it is for.
        operation: What it is sent for.
        full: Whether it holds every field that earns no warning beside the
            others, rather than those that are needed.
        fields: Fields that it holds in any case, of the request or of its
            state; a dot leads into an object, as in ``icon.color``.

    Returns:
        The payload: valid, and without a warning but for what ``fields`` bring in.

    Raises:
        ValueError: If there is no such operation or type, or no such field there.

    .. versionadded:: 0.1.0
    """
    operation, kind = Operation(operation), ActivityType(kind)
    context = Context(operation=operation, kind=kind, known=kind)
    spec = spec_of(REQUESTS[operation])
    wanted: Wanted = {_STATE: {}}
    for path in fields:
        names = path.split(".")
        own = STATES.specs[kind].fields
        if names[0] in own and names[0] not in spec.fields:
            names.insert(0, _STATE)
        branch = wanted
        for name in names:
            branch = branch.setdefault(name, {})
    return _object(spec, context, wanted, f"{operation} requests of {kind} activities", full=full)


def _object(spec: ObjectSpec, context: Context, wanted: Wanted, said: str, *, full: bool) -> dict[str, Any]:
    taken = {name: field for name, field in spec.fields.items() if field.fits(context)}
    for name in wanted:
        if name not in taken:
            known = STATES.specs[context.kind or ""].fields if _STATE in taken else {}
            near = did_you_mean(name, [*taken, *known])
            msg = f"{said} have no field {name}{f'; {near}' if near else ''}"
            raise ValueError(msg)
    chosen = _needed(spec, context, wanted) | wanted.keys() | ({"type"} if spec.tag else set())
    crosses = [
        cross
        for cross in spec.crosses
        if context.operation in cross.on or (context.operation is None and cross.on == EVERY_OPERATION)
    ]
    if full:
        for name in taken:
            if not _in_the_way(spec, crosses, chosen | {name}):
                chosen.add(name)
    data = {
        name: _value(field, context, wanted.get(name, {}), said, full=full)
        for name, field in taken.items()
        if name in chosen
    }
    for cross in crosses:
        _settle(cross, data)
    return data


def _needed(spec: ObjectSpec, context: Context, wanted: Collection[str]) -> set[str]:
    """Choose of what is asked for the ways that have the fields that are wanted, or else the first."""
    needs = spec.needs_on(context.operation)
    if context.operation is Operation.STREAM:
        needs += spec.fresh_needs()
    chosen: set[str] = set()
    for need in needs:
        asked = [group for group in need.groups if set(group) & set(wanted)]
        chosen.update(name for group in asked or need.groups[:1] for name in group)
    return chosen


def _in_the_way(spec: ObjectSpec, crosses: Iterable[Cross], names: set[str]) -> bool:
    """Say whether the presence of some fields earns a warning, or is half of what goes together."""
    if any(cross.holds is None and not cross.without and set(cross.fields) <= names for cross in crosses):
        return True
    pairs = [set(pair) for need in spec.needs for pair in need.pairs()]
    return any(pair & names and not pair <= names for pair in pairs)


def _settle(cross: Cross, data: dict[str, Any]) -> None:
    """Keep a rule on the values of several fields by the length of a list."""
    if not _broken(cross, data):
        return
    for name in cross.fields:
        items = data[name]
        if isinstance(items, list):
            lengths = [items[:1] * length for length in range(_MOST + 1)]
            data[name] = next((each for each in lengths if not _broken(cross, {**data, name: each})), items)


def _broken(cross: Cross, data: Mapping[str, Any]) -> bool:
    present = all(name in data for name in cross.fields) and not any(name in data for name in cross.without)
    return present and (cross.holds is None or not cross.holds(*(data[name] for name in cross.fields)))


def _value(field: Field, context: Context, wanted: Wanted, said: str, *, full: bool) -> Any:  # noqa: ANN401 - JSON
    constraint, name = field.constraint, field.name
    inside = _members(constraint, context, wanted)
    if inside is not None:
        where = f"{name} of {said}" if name != _STATE else said
        return _object(inside, context, wanted, where, full=full)
    if wanted:
        msg = f"{name} of {said} has no fields, got {next(iter(wanted))}"
        raise ValueError(msg)
    if isinstance(constraint, ListOf):
        return _items(constraint, name, context, full=full)
    if field.default is not None:
        return field.default if isinstance(constraint, Boolean | Number) else str(field.default)
    return _scalar(constraint, name, context)


def _members(constraint: Constraint, context: Context, wanted: Wanted) -> ObjectSpec | None:
    if isinstance(constraint, States):
        return constraint.specs[context.kind or ""]
    if isinstance(constraint, Family):
        specs = list(constraint.specs.values())
        return next((spec for spec in specs if wanted.keys() <= spec.fields.keys()), specs[0])
    return spec_of(constraint.cls) if isinstance(constraint, Part) else None


def _items(constraint: ListOf, name: str, context: Context, *, full: bool) -> list[Any]:
    count = 2 if full else 1
    if not isinstance(constraint.item, Part):
        return samples(name, constraint.item, context.kind)[:count]
    spec = spec_of(constraint.item.cls)
    made = [_object(spec, context, {}, name, full=full) for _ in range(count)]
    names = [each for each in spec.fields if len({item.get(each) for item in made}) == 1][:1]
    for each in names:
        for item, value in zip(made, samples(each, spec.fields[each].constraint, context.kind), strict=False):
            item[each] = value
    return made


def _scalar(constraint: Constraint, name: str, context: Context) -> Any:  # noqa: ANN401 - JSON
    if isinstance(constraint, Entries):
        return {"host": "web-1"}
    if isinstance(constraint, FreeObject):
        return {"run": 7}
    if isinstance(constraint, Tag):
        return str(constraint.value)
    if isinstance(constraint, Choice):
        return next(iter(constraint.by_value))
    found = samples(name, constraint, context.kind)
    if found:
        return found[0]
    return 1 if isinstance(constraint, Number) else "Disk 2 of 3"


__all__ = ["example"]
