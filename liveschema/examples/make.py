"""Generation of example payloads from the contract, with the required fields or with all fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import singledispatch
from typing import Any, Final

import attrs

from liveschema.contract.requests import CONTRACT
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.containers import JsonObject, ListOf, MapOf
from liveschema.engine.objects import ActiveRule, Field, ObjectSpec, spec_of
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.scalars import EnumOf, Number, Tag
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.engine.wording import suggestion
from liveschema.examples.samples import samples

Wanted = dict[str, Any]
"""A tree of the names of wanted fields."""

_MOST: Final = 8


def example(
    activity_type: ActivityTypeLike, operation: OperationLike, *, full: bool = False, fields: Collection[str] = ()
) -> dict[str, Any]:
    """Generate an example payload.

    Args:
        activity_type: The activity type.
        operation: The operation of the payload.
        full: Whether the payload has all fields that can be combined without
            a warning, instead of only the required ones.
        fields: Additional fields of the request or of its state; a dot leads
            into an object, as in ``icon.color``.

    Returns:
        The payload. It is valid, and has no warnings except those that
        ``fields`` cause.

    Raises:
        ValueError: If the operation, the activity type or a field does not exist there.

    .. versionadded:: 0.1.0
    """
    operation, activity_type = Operation(operation), ActivityType(activity_type)
    spec, state = CONTRACT.root(operation), CONTRACT.inferred_fields[operation].name
    wanted: Wanted = {state: {}}
    for path in fields:
        names = path.split(".")
        if names[0] in STATES.specs[activity_type].fields and names[0] not in spec.fields:
            names.insert(0, state)
        branch = wanted
        for name in names:
            branch = branch.setdefault(name, {})
    context = Context(mode=operation, tag=activity_type, known=activity_type, contract=CONTRACT)
    return _object(spec, _Request(context, wanted, f"{operation} requests of {activity_type} activities", full))


def part(spec: ObjectSpec, operation: Operation) -> dict[str, Any]:
    """Generate an example of an object that is part of a payload.

    Args:
        spec: The specification of its class.
        operation: The operation of the payload.

    Returns:
        The object with the required fields, or with all if it requires none.
    """
    context = Context(mode=operation, contract=CONTRACT)
    request = _Request(context, {}, spec.label, full=not spec.required(operation))
    return _object(spec, request)


@attrs.frozen
class _Request:
    """A request to generate one value of a payload.

    Args:
        context: The context with the operation and the activity type of the payload.
        wanted: The fields that the value must have.
        label: What errors call the value.
        full: Whether the value has all fields.
        name: The name of the field that holds the value.
    """

    context: Context
    wanted: Wanted
    label: str
    full: bool
    name: str = ""

    @property
    def tag(self) -> str:
        """The activity type."""
        return self.context.tag or ""

    def for_field(self, name: str) -> _Request:
        """Create the request for the value of a field of this object."""
        outer = CONTRACT.inferred_fields.get(str(self.context.mode))
        label = self.label if outer is not None and name == outer.name else f"{name} of {self.label}"
        return attrs.evolve(self, wanted=self.wanted.get(name, {}), label=label, name=name)


def _object(spec: ObjectSpec, request: _Request) -> dict[str, Any]:
    context = request.context
    taken = {name: field for name, field in spec.fields.items() if field.fits(context)}
    _refuse_unknown(taken, request)
    chosen = _needed(spec, request) | request.wanted.keys() | ({spec.tag_field.name} if spec.tag_field else set())
    rules = spec.active_rules(context.mode)
    if request.full:
        for name in taken:
            if not _conflicts(spec, rules, chosen | {name}):
                chosen.add(name)
    data = {name: _field_value(field, request.for_field(name)) for name, field in taken.items() if name in chosen}
    for rule, _ in rules:
        _satisfy(rule, data)
    return data


def _refuse_unknown(taken: Mapping[str, Field], request: _Request) -> None:
    for name in request.wanted:
        if name not in taken:
            whole = any(isinstance(field.constraint, InferredUnion) for field in taken.values())
            known = STATES.specs[request.tag].fields if whole else {}
            msg = f"{request.label} have no field {name}{suggestion(name, [*taken, *known])}"
            raise ValueError(msg)


def _needed(spec: ObjectSpec, request: _Request) -> set[str]:
    """Choose the fields for each requirement: the groups with wanted fields, otherwise the first group."""
    mode = request.context.mode
    chosen: set[str] = set()
    for required in [*spec.required(mode), *spec.advised(mode)]:
        asked = [group for group in required.groups if set(group) & set(request.wanted)]
        chosen.update(name for group in asked or required.groups[:1] for name in group)
    return chosen


def _conflicts(spec: ObjectSpec, rules: Sequence[ActiveRule], names: set[str]) -> bool:
    """Return whether some fields break a rule by their presence, or contain only a part of a group of fields."""
    if any(rule.test.on_presence and set(group) <= names for rule, group in rules):
        return True
    pairs = [set(pair) for required in spec.requirements for pair in required.pairs]
    return any(pair & names and not pair <= names for pair in pairs)


def _satisfy(rule: CrossFieldRule, data: dict[str, Any]) -> None:
    """Change the length of a list so that the object conforms to a rule on several fields."""
    if not rule.broken_by(data):
        return
    for name in rule.test.fields:
        items = data.get(name)
        if isinstance(items, list):
            lengths = [items[:1] * length for length in range(_MOST + 1)]
            data[name] = next((each for each in lengths if not rule.broken_by({**data, name: each})), items)


def _field_value(field: Field, request: _Request) -> Any:  # noqa: ANN401 - JSON
    default = field.default_for(request.context.mode)
    return _value(field.constraint, request) if default is None or request.wanted else default


@singledispatch
def _value(constraint: Constraint, request: _Request) -> Any:  # noqa: ANN401 - JSON
    """Generate a valid value for a constraint, by the class of the constraint."""
    _refuse_fields(request)
    found = samples(request.name, constraint, request.tag or None)
    return found[0] if found else "Disk 2 of 3"


def _refuse_fields(request: _Request) -> None:
    if request.wanted:
        msg = f"{request.label} has no fields, got {next(iter(request.wanted))}"
        raise ValueError(msg)


@_value.register
def _(constraint: Number, request: _Request) -> Any:  # noqa: ANN401 - JSON
    _refuse_fields(request)
    found = samples(request.name, constraint, request.tag or None)
    return found[0] if found else 1


@_value.register
def _(constraint: MapOf, request: _Request) -> Any:  # noqa: ANN401 - JSON
    del constraint
    _refuse_fields(request)
    return {"host": "web-1"}


@_value.register
def _(constraint: JsonObject, request: _Request) -> Any:  # noqa: ANN401 - JSON
    del constraint
    _refuse_fields(request)
    return {"run": 7}


@_value.register
def _(constraint: Tag, request: _Request) -> Any:  # noqa: ANN401 - JSON
    _refuse_fields(request)
    return str(constraint.value)


@_value.register
def _(constraint: EnumOf, request: _Request) -> Any:  # noqa: ANN401 - JSON
    _refuse_fields(request)
    return next(iter(constraint.by_value))


@_value.register
def _(constraint: Nested, request: _Request) -> Any:  # noqa: ANN401 - JSON
    return _object(spec_of(constraint.cls), request)


@_value.register
def _(constraint: TaggedUnion, request: _Request) -> Any:  # noqa: ANN401 - JSON
    specs = list(constraint.specs.values())
    return _object(next((each for each in specs if request.wanted.keys() <= each.fields.keys()), specs[0]), request)


@_value.register
def _(constraint: InferredUnion, request: _Request) -> Any:  # noqa: ANN401 - JSON
    return _object(constraint.specs[request.tag], request)


@_value.register
def _(constraint: ListOf, request: _Request) -> Any:  # noqa: ANN401 - JSON
    _refuse_fields(request)
    count = 2 if request.full else 1
    if not constraint.item.specs:
        return samples(request.name, constraint.item, request.tag or None)[:count]
    asked = attrs.evolve(request, label=request.name)
    made = [_value(constraint.item, asked) for _ in range(count)]
    _make_distinct(next(iter(constraint.item.specs.values())), made, request)
    return made


def _make_distinct(spec: ObjectSpec, made: list[dict[str, Any]], request: _Request) -> None:
    """Make the objects of a list different in the first field in which they are equal."""
    alike = [name for name in spec.fields if len({item.get(name) for item in made}) == 1][:1]
    for name in alike:
        found = samples(name, spec.fields[name].constraint, request.tag or None)
        for item, value in zip(made, found, strict=False):
            item[name] = value
