"""JSON Schemas of objects, made from the specifications of their classes."""

from __future__ import annotations

from liveschema.engine.value_tests import BOOLEAN, NULL, STRING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import StrEnum
    from typing import Any

    from liveschema.engine.constraint import Context, Json
    from liveschema.engine.objects import Field, ObjectSpec
    from liveschema.engine.requirements import RequiredGroups
    from liveschema.engine.unions import TaggedUnion


class Definitions:
    """The ``$defs`` of one document, each named after its model class.

    Args:
        context: The context with the mode that the document is for.
        tolerant: Whether schemas accept values that are only tolerated.
        place: The prefix of references.

    Attributes:
        made: The definitions by name, in the order in which they were first referred to.
    """

    def __init__(self, context: Context, *, tolerant: bool = True, place: str = "#/$defs/") -> None:
        self.context: Context = context
        self.tolerant = tolerant
        self.place = place
        self.made: dict[str, Json] = {}
        self._names: dict[object, str] = {}

    def enter(self, context: Context) -> None:
        """Make the next definitions for another context, for a document of several modes."""
        self.context = context

    def ref(self, spec: ObjectSpec) -> Json:
        """Return a reference to the schema of a model class, which is added on first use."""
        return self.refer(spec.cls, spec.cls.__name__, lambda: self.object(spec))

    def refer(self, key: object, name: str, make: Callable[[], Json]) -> Json:
        """Return a reference to a definition, which is added on first use.

        Args:
            key: The key that identifies the definition.
            name: The name of the definition; a number is appended if another key has the same name.
            make: Returns its schema.

        Returns:
            A schema with a ``$ref``.
        """
        if key not in self._names:
            taken = set(self._names.values())
            unique, count = name, 1
            while unique in taken:
                count += 1
                unique = f"{name}{count}"
            self._names[key] = unique
            self.made[unique] = {}  # reserves its place in the order before the definitions that it refers to
            self.made[unique] = self.named(unique, make())
        return {"$ref": self.place + self._names[key]}

    def named(self, name: str, schema: Json) -> Json:
        """Return the schema of a definition with its name as title."""
        return {"title": name, **schema}

    def tagged_union(self, union: TaggedUnion) -> Json:
        """Return a reference to the schema of a tagged union."""
        return self.refer(union, union.label.capitalize(), lambda: self.alternatives(union))

    def alternatives(self, union: TaggedUnion) -> Json:
        """Return the schema of a tagged union, which chooses by the tag, so that one mistake gives one error."""
        tag = union.tag_field.name
        return {
            "type": "object",
            "properties": {tag: self.tags(union)},
            "required": [tag],
            "allOf": [{"if": tagged(tag, value), "then": self.ref(spec)} for value, spec in union.specs.items()],
        }

    def enumeration(self, options: type[StrEnum]) -> Json:
        """Return the schema of the values of an enumeration."""
        return {"type": "string", "enum": [str(member) for member in options]}

    def choice(self, name: str, options: list[Json], label: str) -> Json:
        """Return the schema of a value of one of several types.

        Args:
            name: The name of such a value, for definitions.
            options: The schema for each type.
            label: The noun phrase for such a value, for messages.
        """
        del name, label
        return {"anyOf": options}

    def tag(self, value: StrEnum) -> Json:
        """Return the schema of a tag."""
        return {"type": "string", "const": str(value)}

    def tags(self, union: TaggedUnion) -> Json:
        """Return the schema of the tag of a union, which is one of several."""
        return {"type": "string", "enum": list(union.specs)}

    def inferred(self, spec: ObjectSpec, others: Iterable[ObjectSpec]) -> Json:
        """Return the schema of an object without a tag that is checked as one of a class.

        Args:
            spec: The specification of the class.
            others: Those of classes that the object may still turn out to have if it gets more fields.
        """
        del others
        return self.ref(spec)

    def whole(self, number: Json) -> Json:
        """Return the schema of the whole numbers among those of a schema."""
        return number | {"type": "integer"}

    def at_most(self, count: int) -> Json:
        """Return a schema for texts that have at most a number of characters."""
        return {"maxLength": count}

    def text(self, *, pattern: str, unfit: str, label: str) -> Json:
        """Return the schema of texts.

        Args:
            pattern: The pattern of their beginning.
            unfit: The pattern of the characters that they must not have.
            label: The noun phrase for such a text, for messages.

        Returns:
            The schema. It has two patterns, since `$` in a pattern also matches before a final newline in Python.
        """
        del label
        return {"type": "string", "pattern": pattern, "not": {"type": "string", "pattern": unfit}}

    def property(self, field: Field) -> Json:
        """Return the schema of a field, with its description and default."""
        keywords = self.described(field)
        default = field.default_for(self.context.mode)
        if default is not None:
            keywords["default"] = default
        schema = field.constraint.schema(self)
        if self.tolerant and field.nullable:  # unlike ``anyOf``, it reports a mistake at its place
            schema = {"if": {"type": "null"}, "else": schema}
        return self.annotated(schema, keywords)

    def described(self, field: Field) -> Json:
        """Return a schema with the description of a field, and a comment on where the service documents it."""
        return {"description": field.doc, "$comment": f"Source: {field.source}"}

    def annotated(self, schema: Json, keywords: Json) -> Json:
        """Return a schema with keywords that say something about its values, and restrict none."""
        return schema | keywords

    def object(self, spec: ObjectSpec, replaced: Json | None = None) -> Json:
        """Return the schema of an object.

        Args:
            spec: The specification of its class.
            replaced: Schemas for some fields, by name, to use instead of their own.

        Returns:
            An ``object`` schema that does not allow additional properties.
        """
        given = replaced or {}
        properties = {
            name: given[name] if name in given else self.property(field)
            for name, field in spec.fields.items()
            if field.fits(self.context)
        }
        if self.tolerant:
            properties |= {name: tolerated(field) for name, field in spec.foreign.items()}
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
    """Return the first paragraph of the docstring of a class, on one line."""
    return (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ").replace("``", "`")


def tolerated(field: Field) -> Json:
    """Return the schema of a field that an object does not have and of which it accepts one value."""
    value = field.tolerated
    (named,) = (each for each in (NULL, BOOLEAN, STRING) if each.holds(value))
    return {"type": named.name, "const": value, "description": field.tolerance.doc if field.tolerance else ""}


def having(*names: str) -> Json:
    """Return a schema for objects that have all of some fields; it has the redundant keywords of Ajv's strict mode."""
    return {"type": "object", "properties": dict.fromkeys(names, True), "required": list(names)}


def having_any(names: Iterable[str]) -> list[Json]:
    """Return one schema for each field, for objects that have it."""
    return [having(name) for name in names]


def tagged(tag: str, value: str) -> Json:
    """Return a schema for objects with a certain tag."""
    return {"type": "object", "properties": {tag: {"type": "string", "const": value}}, "required": [tag]}


def condition(required: RequiredGroups) -> Json:
    """Return a requirement as an ``if``/``then`` schema.

    The ``if`` part is for objects that have no field of the other groups and
    that do not lift the requirement. The ``then`` part requires the first
    group, which is the one that errors name.
    """
    first, *others = required.groups
    lifted: list[Any] = having_any(name for group in others for name in group)
    if required.unless is not None:
        name, value = required.unless
        lifted.append({"type": "object", "properties": {name: {"const": value}}, "required": [name]})
    return {"if": {"not": lifted[0] if len(lifted) == 1 else {"anyOf": lifted}}, "then": having(*first)}
