"""From what a class declares of an object to the JSON Schema of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from liveschema.constraints import AnyOf, Context, Field, ObjectSpec, spec_of
from liveschema.constraints._base import Constraint
from liveschema.constraints._families import Family
from liveschema.vocabulary import Operation

Json = dict[str, Any]


@attrs.define
class Definitions:
    """The ``$defs`` of one document, each named by its model class.

    Args:
        context: The operation that the document is for.
        bounded: Whether lists keep their bounds.
        place: Where references lead.
        made: The definitions, by name, in the order they were asked for.
    """

    context: Context
    bounded: bool = True
    place: str = "#/$defs/"
    made: dict[str, Json] = attrs.field(factory=dict)
    _names: dict[object, str] = attrs.field(factory=dict)

    def ref(self, cls: type) -> Json:
        """Refer to the schema of a model class, which is made on first use."""
        return self.refer(cls, cls.__name__, lambda: self.object(spec_of(cls)))

    def refer(self, key: object, name: str, make: Callable[[], Json]) -> Json:
        """Refer to a definition; a second one of the same name gets a number.

        Args:
            key: What is defined.
            name: What to call it.
            make: Makes its schema.

        Returns:
            The reference.
        """
        if key not in self._names:
            taken = set(self._names.values())
            unique, count = name, 1
            while unique in taken:
                count += 1
                unique = f"{name}{count}"
            self._names[key] = unique
            self.made[unique] = {}  # keeps its place while what it refers to is made
            self.made[unique] = {"title": unique, **make()}
        return {"$ref": self.place + self._names[key]}

    def value(self, constraint: Constraint) -> Json:
        """Give the schema of a value."""
        if isinstance(constraint, Family):
            return self.refer(constraint, constraint.what.capitalize(), lambda: self.dispatch(constraint))
        schema = constraint.schema(self.ref)
        if not self.bounded and schema.get("type") == "array":
            schema = {key: bound for key, bound in schema.items() if key not in {"minItems", "maxItems"}}
        return schema

    def dispatch(self, family: Family) -> Json:
        """Give the schema of a family: by ``type``, so that one mistake is one error."""
        return {
            "type": "object",
            "properties": {"type": {"type": "string", "enum": list(family.specs)}},
            "required": ["type"],
            "allOf": [{"if": tagged(tag), "then": self.ref(spec.cls)} for tag, spec in family.specs.items()],
        }

    def union(self, family: Family) -> Json:
        """Give the schema of a family as generators want it: named alternatives."""
        return {"oneOf": [self.ref(spec.cls) for spec in family.specs.values()]}

    def property(self, field: Field) -> Json:
        """Give the schema of a field with what is told of it."""
        schema = self.value(field.constraint)
        told = described(field)
        if field.default is not None:
            told["default"] = field.plain_default
        return schema | told

    def object(self, spec: ObjectSpec, replaced: Json | None = None) -> Json:
        """Give the schema of an object.

        Args:
            spec: What its class declares.
            replaced: Schemas that take the place of those of some fields.

        Returns:
            A closed object schema.
        """
        given = replaced or {}
        properties = {
            name: given[name] if name in given else self.property(field)
            for name, field in spec.fields.items()
            if field.fits(self.context)
        }
        properties |= {name: inert(field) for name, field in spec.tolerated.items()}
        needs = spec.needs_on(self.context.operation)
        required = [need.groups[0][0] for need in needs if need.single]
        tag = spec.fields.get("type")
        if tag is not None and (self.context.operation in tag.required_on or not is_state(spec)):
            required.append("type")
        schema: Json = {"description": headline(spec.cls), "type": "object", "properties": properties}
        if required:
            schema["required"] = [name for name in properties if name in required]
        schema["additionalProperties"] = False
        pairs = [group for need in needs for group in need.pairs()]
        if pairs:
            schema["dependentRequired"] = {
                name: [other for other in group if other != name] for group in pairs for name in group
            }
        conditions = [condition(need) for need in needs if not need.single]
        return schema | ({"allOf": conditions} if conditions else {})


def is_state(spec: ObjectSpec) -> bool:
    """Say whether an object may leave its ``type`` to the activity there is."""
    field = spec.fields["type"]
    return field.required_on != frozenset(Operation) and spec.noun == "content_state"


def headline(cls: type) -> str:
    """Give the first sentence of what a class says of itself."""
    return (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ").replace("``", "`")


def described(field: Field) -> Json:
    """Tell of a field what it is for and where the service documents it."""
    return {"description": f"{field.doc} Source: {field.source}."}


def inert(field: Field) -> Json:
    """Give the schema of a field that is tolerated at its default."""
    default = field.plain_default
    return {
        "type": "boolean" if isinstance(default, bool) else "string",
        "const": default,
        "description": "Accepted at its default, as the official SDK sends it; without effect here.",
    }


def having(*names: str) -> Json:
    """Test that an object has some fields, as strict validators want it written."""
    return {"type": "object", "properties": dict.fromkeys(names, True), "required": list(names)}


def having_any(names: Iterable[str]) -> list[Json]:
    """Test for each of some fields on its own."""
    return [having(name) for name in names]


def tagged(tag: str) -> Json:
    """Test that an object has a type."""
    return {"type": "object", "properties": {"type": {"type": "string", "const": tag}}, "required": ["type"]}


def condition(need: AnyOf) -> Json:
    """Write a need as a condition: without what would lift it, the first group is asked for.

    The first group is what an error names; the other groups, and the value
    that lifts the need, are what the condition looks for.
    """
    first, *others = need.groups
    lifted = having_any(name for group in others for name in group)
    if need.unless is not None:
        name, value = need.unless
        lifted.append({"type": "object", "properties": {name: {"const": value}}, "required": [name]})
    return {"if": {"not": {"anyOf": lifted}}, "then": having(*first)}


__all__ = ["Definitions", "Json", "described", "having", "having_any", "headline", "tagged"]
