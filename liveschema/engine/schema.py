"""From what a class declares of an object to the JSON Schema of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from liveschema.engine.constraint import Context, Json
from liveschema.engine.objects import Field, ObjectSpec
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.unions import TaggedUnion


@attrs.define
class Definitions:
    """The ``$defs`` of one document, each named by its model class.

    Args:
        context: The mode that the document is for.
        bounded: Whether lists keep their bounds.
        place: Where references lead.
        made: The definitions, by name, in the order they were asked for.
    """

    context: Context
    bounded: bool = True
    place: str = "#/$defs/"
    made: dict[str, Json] = attrs.field(factory=dict)
    _names: dict[object, str] = attrs.field(factory=dict)

    def ref(self, spec: ObjectSpec) -> Json:
        """Refer to the schema of a model class, which is made on first use."""
        return self.refer(spec.cls, spec.cls.__name__, lambda: self.object(spec))

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

    def tagged_union(self, union: TaggedUnion) -> Json:
        """Refer to the schema of a tagged union."""
        return self.refer(union, union.label.capitalize(), lambda: self.alternatives(union))

    def alternatives(self, union: TaggedUnion) -> Json:
        """Give the schema of a tagged union: chosen by the tag, so that one mistake is one error."""
        tag = union.tag_field.name
        return {
            "type": "object",
            "properties": {tag: {"type": "string", "enum": list(union.specs)}},
            "required": [tag],
            "allOf": [{"if": tagged(tag, value), "then": self.ref(spec)} for value, spec in union.specs.items()],
        }

    def property(self, field: Field) -> Json:
        """Give the schema of a field with its description."""
        told = described(field)
        default = field.default_for(self.context.mode)
        if default is not None:
            told["default"] = default
        return field.constraint.schema(self) | told

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
        properties |= {name: tolerated(field) for name, field in spec.tolerated.items()}
        required = spec.required(self.context.mode)
        names = [each.groups[0][0] for each in required if each.single]
        if spec.tag_field is not None and spec.needs_tag(self.context.mode):
            names.append(spec.tag_field.name)
        schema: Json = {"description": headline(spec.cls), "type": "object", "properties": properties}
        if names:
            schema["required"] = [name for name in properties if name in names]
        schema["additionalProperties"] = False
        pairs = [group for each in required for group in each.pairs]
        if pairs:
            schema["dependentRequired"] = {
                name: [other for other in group if other != name] for group in pairs for name in group
            }
        conditions = [condition(each) for each in required if not each.single]
        return schema | ({"allOf": conditions} if conditions else {})


def headline(cls: type) -> str:
    """Give the first sentence of what a class says of itself."""
    return (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ").replace("``", "`")


def described(field: Field) -> Json:
    """Give the description of a field: what it is for, and where the service documents it."""
    return {"description": f"{field.doc} Source: {field.source}."}


def tolerated(field: Field) -> Json:
    """Give the schema of a field that is tolerated at its default."""
    default = field.plain_default
    return {
        "type": "boolean" if isinstance(default, bool) else "string",
        "const": default,
        "description": field.tolerance,
    }


def having(*names: str) -> Json:
    """Test that an object has some fields, as strict validators want it written."""
    return {"type": "object", "properties": dict.fromkeys(names, True), "required": list(names)}


def having_any(names: Iterable[str]) -> list[Json]:
    """Test for each of some fields on its own."""
    return [having(name) for name in names]


def tagged(tag: str, value: str) -> Json:
    """Test that an object has a tag."""
    return {"type": "object", "properties": {tag: {"type": "string", "const": value}}, "required": [tag]}


def condition(required: RequiredGroups) -> Json:
    """Write a requirement as a condition: without what would lift it, the first group is asked for.

    The first group is what an error names; the other groups, and the value
    that lifts the requirement, are what the condition looks for.
    """
    first, *others = required.groups
    lifted: list[Any] = having_any(name for group in others for name in group)
    if required.unless is not None:
        name, value = required.unless
        lifted.append({"type": "object", "properties": {name: {"const": value}}, "required": [name]})
    return {"if": {"not": {"anyOf": lifted}}, "then": having(*first)}
