"""The validation form: dispatched by type, so that one mistake gives one error at its place."""

from __future__ import annotations

from collections.abc import Iterator

from liveschema.constraints import Field, ObjectSpec, spec_of
from liveschema.export._objects import Definitions, Json, described, having, having_any, tagged
from liveschema.models import REQUESTS, STATES
from liveschema.vocabulary import ActivityType, Operation


def request_schema(operation: Operation, definitions: Definitions) -> Json:
    """Give the schema of a request, without its definitions.

    Args:
        operation: What the request is for.
        definitions: Takes what the schema refers to.

    Returns:
        The schema.
    """
    spec = spec_of(REQUESTS[operation])
    state = definitions.refer(STATES, "State", lambda: _state(operation, definitions))
    field = spec.fields["content_state"]
    schema = definitions.object(spec, {"content_state": state | described(field)})
    schema["allOf"] = [
        _restricted(name, each, operation) for name, each in spec.fields.items() if each.types is not None
    ]
    return schema


def _state(operation: Operation, definitions: Definitions) -> Json:
    """Dispatch on the type; without one, on the fields that only some types have."""
    schema: Json = {
        "description": "What the card shows, by activity type.",
        "type": "object",
        "properties": {"type": {"type": "string", "enum": list(STATES.specs)}},
    }
    branches = [{"if": tagged(tag), "then": definitions.ref(spec.cls)} for tag, spec in STATES.specs.items()]
    if operation in STATES.type_field.required_on:
        schema["required"] = ["type"]
    else:
        branches += [
            {"if": test, "then": definitions.ref(STATES.specs[kind].cls)} for kind, test in _untyped(operation)
        ]
    return schema | {"allOf": branches}


def _owned(operation: Operation) -> dict[str, tuple[list[str], Field]]:
    """Find the types that have each field which not all of them have."""
    owned: dict[str, tuple[list[str], Field]] = {}
    for name in STATES.names:
        having_it = [(tag, spec.fields[name]) for tag, spec in STATES.specs.items() if name in spec.fields]
        if len(having_it) < len(STATES.specs) and operation in having_it[0][1].allowed_on:
            owned[name] = ([tag for tag, _ in having_it], having_it[0][1])
    return owned


def _meant(name: str, field: Field) -> Json:
    """Test that a field is there, and, where its default is tolerated anywhere, that it is not that."""
    if not field.tolerated:
        return having(name)
    value = {"not": {"const": field.plain_default}}
    return {"type": "object", "properties": {name: value}, "required": [name]}


def _needs_none_of(spec: ObjectSpec, operation: Operation, names: set[str]) -> bool:
    """Say whether an object can do without some fields."""
    return all(any(not names.intersection(group) for group in need.groups) for need in spec.needs_on(operation))


def _untyped(operation: Operation) -> Iterator[tuple[str, Json]]:
    """Give, for states without a type, the type that each field leads to, with the test for it.

    A field of one type alone leads to that type. Where there is none of these,
    a field that some of the remaining types need leads to the first of them.
    Where there is none of those either, the state is of a type that needs none.
    """
    owned = _owned(operation)
    own = {name for name, (owners, _) in owned.items() if len(owners) == 1}
    untyped = {"not": having("type")}
    for tag in STATES.specs:
        tests = [_meant(name, field) for name, (owners, field) in owned.items() if owners == [tag]]
        if tests:
            yield tag, {"type": "object", "allOf": [untyped], "anyOf": tests}
    without_own = [_meant(name, owned[name][1]) for name in owned if name in own]
    left = [tag for tag, spec in STATES.specs.items() if _needs_none_of(spec, operation, own)]
    told: list[str] = []
    for name, (owners, _) in owned.items():
        needing = [tag for tag in left if tag in owners and not _needs_none_of(STATES.specs[tag], operation, {name})]
        if needing:
            told.append(name)
            yield needing[0], {"allOf": [untyped, {"not": {"anyOf": without_own}}, having(name)]}
    bare = next(tag for tag in left if _needs_none_of(STATES.specs[tag], operation, set(told)))
    none = {"not": {"anyOf": [*without_own, *having_any(told)]}}
    yield bare, {"allOf": [untyped, none, {"type": "object"}]}


def _restricted(name: str, field: Field, operation: Operation) -> Json:
    """Restrict a field of the request to some types; the error stands at the type.

    Without a type, a field that only those types have tells that it is one of them.
    """
    kinds = [str(kind) for kind in ActivityType if field.types is not None and kind in field.types]
    state: Json = {"type": "object", "properties": {"type": {"enum": kinds}}}
    if operation not in STATES.type_field.required_on:
        telling = [own for own, (owners, _) in _owned(operation).items() if set(owners) <= set(kinds)]
        state |= {"if": {"not": {"anyOf": having_any(["type", *telling])}}, "then": having("type")}
    return {"if": having(name), "then": {"type": "object", "properties": {"content_state": state}}}
