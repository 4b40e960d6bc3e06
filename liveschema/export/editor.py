"""The editor form of schemas: it accepts what the validation form accepts, and helps people who write payloads.

Editors know draft-07 and some keywords of their own. Some of them show the
description of the innermost schema of a value, and some of the outermost, so
each value has one description. What they offer depends on all schemas that
they find for a value, also on those that are only conditions.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from liveschema.contract.requests import CONTRACT
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.containers import ListOf, UnionOf
from liveschema.engine.dispatch import payload_schema
from liveschema.engine.objects import spec_of
from liveschema.engine.scalars import Tag
from liveschema.engine.schema import Definitions, headline
from liveschema.engine.unions import Nested, TaggedUnion
from liveschema.examples.make import example, part
from liveschema.examples.samples import samples
from liveschema.export.snippets import snippet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum
    from typing import Any

    from liveschema.engine.constraint import Constraint, Json
    from liveschema.engine.objects import Field, ObjectSpec

_END = "(?![\\s\\S])"
"""The end of a text in a pattern; `$` also matches before a final newline in Python."""


class EditorDefinitions(Definitions):
    """Definitions for editors.

    Args:
        operation: The operation of the payloads.
    """

    def __init__(self, operation: Operation) -> None:
        super().__init__(Context(mode=operation, contract=CONTRACT))
        self.operation = operation

    def named(self, name: str, schema: Json) -> Json:
        """Return the schema of a definition without title and description, since it is described where it is used."""
        del name
        return {key: each for key, each in schema.items() if key != "description"}

    def described(self, field: Field) -> Json:
        """Return a schema with the description of a field, and snippets for its value."""
        keywords: Json = {"description": field.doc} | self.snippets(field.constraint)
        if isinstance(field.constraint, UnionOf):  # without an example, an editor completes the key without a colon
            value = samples(field.name, field.constraint)[0]
            keywords["defaultSnippets"] = [snippet(json.dumps(value), value, "An example.")]
        return keywords

    def annotated(self, schema: Json, keywords: Json) -> Json:
        """Return a schema with other keywords; in draft-07, none may stand beside a reference."""
        return {"allOf": [schema], **keywords} if "$ref" in schema else schema | keywords

    def property(self, field: Field) -> Json:
        """Return the schema of a field; if it is a list of objects, its items have a description and a snippet too."""
        if isinstance(field.constraint, Tag):  # the union describes it, and offers it with all its values
            return field.constraint.schema(self) | {"doNotSuggest": True}
        schema = super().property(field)
        if isinstance(field.constraint, ListOf) and isinstance(field.constraint.item, Nested):
            item = field.constraint.item
            keywords = {"description": plain_headline(item.cls), **self.snippets(item)}
            schema["items"] = self.annotated(schema["items"], keywords)
        return schema

    def object(self, spec: ObjectSpec, replaced: Json | None = None) -> Json:
        """Return the schema of an object; it has patterns for the fields that it only tolerates, to offer none."""
        schema = super().object(spec, replaced)
        patterns = {}
        for name in spec.foreign:
            message = f"{name} belongs to {spec.placements[name].where}."
            patterns[f"^{name}{_END}"] = schema["properties"].pop(name) | {"errorMessage": message}
        return schema | ({"patternProperties": patterns} if patterns else {})

    def enumeration(self, options: type[StrEnum]) -> Json:
        """Return the schema of the values of an enumeration."""
        return untyped(super().enumeration(options))

    def tag(self, value: StrEnum) -> Json:
        """Return the schema of a tag."""
        return untyped(super().tag(value))

    def tags(self, union: TaggedUnion) -> Json:
        """Return the schema of a tag, with a description of each class."""
        described = [plain_headline(spec.cls) for spec in union.specs.values()]
        return untyped(super().tags(union)) | {"description": union.tag_field.doc, "enumDescriptions": described}

    def inferred(self, spec: ObjectSpec, others: Iterable[ObjectSpec]) -> Json:
        """Return the schema of an object without a tag, which offers what it would have with another tag too."""
        schema = super().inferred(spec, others)
        offered: dict[str, Field] = {}
        for other in others:
            offered |= {name: each for name, each in other.fields.items() if name not in offered}
        fields = {name: each for name, each in offered.items() if name not in spec.fields and each.fits(self.context)}
        if not fields:
            return schema
        # None of these fields is there, except for those that are tolerated: each of them would select another tag.
        properties = {name: self.property(each) for name, each in fields.items()}
        return {"allOf": [schema], "type": "object", "properties": properties}

    def whole(self, number: Json) -> Json:
        """Return the schema of whole numbers with a condition, since an editor takes 2.0 for no integer.

        The bounds stand outside, since validators differ about which large numbers are multiples of 1.
        """
        message = {"errorMessage": "This must be a whole number."}
        return number | message | {"if": {"type": "number", "multipleOf": 1}, "else": {"type": "integer", **message}}

    def at_most(self, count: int) -> Json:
        """Return a schema for texts with a pattern, since an editor counts some characters twice for ``maxLength``."""
        whole = f"^[\\s\\S]{{0,{count}}}{_END}"
        return {"pattern": whole, "patternErrorMessage": f"This must have at most {count:,} characters."}

    def text(self, *, pattern: str, unfit: str, label: str) -> Json:
        """Return the schema of texts with a single pattern, since it has a message of its own."""
        whole = f"{pattern}{unfit.replace('[', '[^')}*{_END}"
        return {"type": "string", "pattern": whole, "patternErrorMessage": f"This must be {label}."}

    def choice(self, name: str, options: list[Json], label: str) -> Json:
        """Return the schema of a value of one of several types, as conditions, so that an error says what is wrong."""
        del name
        *others, schema = options
        schema = schema | {"errorMessage": f"This must be {label}."}
        for option in reversed(others):
            schema = {"if": {"type": option["type"]}, "then": option, "else": schema}
        return schema

    def snippets(self, constraint: Constraint) -> Json:
        """Return a schema with the snippets for a value; without any, if it is no object."""
        if constraint is STATES:
            made = [state_snippet(kind, self.operation) for kind in ActivityType]
        elif isinstance(constraint, TaggedUnion):
            made = [self.snippet(f"{tag} {constraint.label}", spec) for tag, spec in constraint.specs.items()]
        elif isinstance(constraint, Nested):
            spec = spec_of(constraint.cls)
            made = [self.snippet(spec.label.removeprefix("the "), spec)]
        else:
            made = []
        return {"defaultSnippets": made} if made else {}

    def snippet(self, label: str, spec: ObjectSpec) -> Json:
        """Return the snippet for an object that is part of a payload."""
        return snippet(label, part(spec, self.operation), plain_headline(spec.cls))


def untyped(schema: Json) -> Json:
    """Return the schema of one of several values without their type, so that a wrong value is one error."""
    return {key: each for key, each in schema.items() if key != "type"}


def plain_headline(cls: type) -> str:
    """Return the first paragraph of the docstring of a class without marks of code, which an editor would show."""
    return headline(cls).replace("`", "")


def request_snippet(kind: ActivityType, operation: Operation) -> Json:
    """Return the snippet for a whole request."""
    return snippet(f"{operation} {kind}", example(kind, operation), plain_headline(STATES.specs[kind].cls))


def state_snippet(kind: ActivityType, operation: Operation) -> Json:
    """Return the snippet for a state."""
    state = example(kind, operation)[CONTRACT.inferred_fields[operation].name]
    return snippet(f"{kind} {STATES.label}", state, plain_headline(STATES.specs[kind].cls))


def quiet(schema: Any, *, tested: bool = False) -> Any:  # noqa: ANN401 - any JSON value
    """Change conditions so that editors offer nothing and show nothing because of them.

    Args:
        schema: A schema, or a part of one.
        tested: Whether it is a condition, or a part of one.

    Returns:
        A schema that accepts the same values.
    """
    if isinstance(schema, list):
        return [quiet(each, tested=tested) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: quiet(each, tested=tested or key == "if") for key, each in schema.items()}
    if not tested:
        return made
    if "properties" in made:
        made["properties"] = {
            name: each | {"doNotSuggest": True} if isinstance(each, dict) else each
            for name, each in made["properties"].items()
        }
    if "anyOf" in made:  # one editor takes its members for descriptions of the value
        made["not"] = {"allOf": [{"not": each} for each in made.pop("anyOf")]}
    return made


def editor_schema(operation: Operation) -> Json:
    """Return the schema of the payloads of an operation, with its definitions."""
    definitions = EditorDefinitions(operation)
    body = payload_schema(CONTRACT, operation, definitions)
    body["description"] = body["description"].replace("`", "")
    body["properties"]["$schema"] = {"type": "string", "description": "The schema of this file, for editors."}
    body["defaultSnippets"] = [request_snippet(kind, operation) for kind in ActivityType]
    made: Json = quiet(body | {"$defs": definitions.made})
    return made
