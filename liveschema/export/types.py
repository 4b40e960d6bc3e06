"""The types form of schemas: named alternatives without conditions, for code generators."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.objects import ObjectSpec, spec_of
from liveschema.engine.schema import Definitions, headline
from liveschema.export.variants import Variant, variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

    from liveschema.engine.constraint import Json
    from liveschema.engine.objects import Field
    from liveschema.engine.unions import TaggedUnion

PLAINEST_FIRST: Final = tuple(sorted(Operation, key=lambda each: each is not Operation.UPDATE))
"""The operations in the order in which states get names; a state that differs from earlier ones has a prefix."""


class TypeDefinitions(Definitions):
    """Definitions of what to send, in keywords that code generators understand.

    Enumerations are definitions, and nothing stands beside a ``$ref``, since
    generators copy what it refers to if something does.

    Args:
        typed: Whether each state requires its ``type``, also in operations in which it may be left out.
        named_types: Whether the ``type`` of a state is a definition.
        defaults: Whether schemas have the keyword ``default``.
        place: The prefix of references.
    """

    def __init__(
        self, *, typed: bool = False, named_types: bool = False, defaults: bool = False, place: str = "#/$defs/"
    ) -> None:
        super().__init__(Context(), tolerant=False, place=place)
        self.typed = typed
        self.named_types = named_types
        self.defaults = defaults
        self._versions: dict[str, list[str]] = {}

    def alternatives(self, union: TaggedUnion) -> Json:
        """Return a ``oneOf`` of references, instead of a choice by tag."""
        return {"description": union.description, "oneOf": [self.ref(spec) for spec in union.specs.values()]}

    def enumeration(self, options: type[StrEnum]) -> Json:
        """Return a reference to the schema of an enumeration."""
        make = partial(super().enumeration, options)
        return self.refer(options, options.__name__, lambda: {"description": headline(options), **make()})

    def choice(self, name: str, options: list[Json], label: str) -> Json:
        """Return a reference to the schema of a value of one of several types."""
        del label
        return self.refer(name, name, lambda: {"anyOf": options})

    def tag(self, value: StrEnum) -> Json:
        """Return the schema of a tag, or a reference to one."""
        schema = super().tag(value)
        named = self.named_types and isinstance(value, ActivityType)
        return self.refer(value, f"{pascal(value)}Type", lambda: schema) if named else schema

    def text(self, *, pattern: str, unfit: str, label: str) -> Json:
        """Return the schema of texts with a single pattern, since generators do not know `not`."""
        del label
        return {"type": "string", "pattern": f"{pattern}{unfit.replace('[', '[^')}*$"}

    def property(self, field: Field) -> Json:
        """Return the schema of a field.

        A reference has no description beside it. A default is told in the
        description, since some generators would send it.
        """
        schema = super().property(field)
        if "default" in schema and not self.defaults:
            schema["description"] += f" If it is left out, the service assumes {json.dumps(schema.pop('default'))}."
        return {"$ref": schema["$ref"]} if "$ref" in schema else schema

    def version(self, name: str, operation: Operation, schema: Json) -> Json:
        """Return a reference to a definition that operations share as far as theirs is the same.

        Args:
            name: The name of the definition.
            operation: The operation; its name is put in front if another has the name with another schema.
            schema: The schema.

        Returns:
            A schema with a ``$ref``.
        """
        versions = self._versions.setdefault(name, [])
        for known in versions:
            if self.made[known] == {"title": known, **schema}:
                return {"$ref": self.place + known}
        versions.append(f"{pascal(operation)}{name}" if versions else name)
        return self.refer((name, operation), versions[-1], lambda: schema)

    def state(self, spec: ObjectSpec, variant: Variant, operation: Operation) -> Json:
        """Return a reference to the schema of a variant of a state in an operation."""
        self.enter(Context(mode=operation, contract=CONTRACT))
        schema = self.object(spec)
        for conditional in ("allOf", "dependentRequired"):
            schema.pop(conditional, None)
        return self.version(f"{variant.name}State", operation, variant.shape(schema, spec))

    def object(self, spec: ObjectSpec, replaced: Json | None = None) -> Json:
        """Return the schema of an object; if states need their type, it is required."""
        schema = super().object(spec, replaced)
        tag = spec.tag_field
        if self.typed and tag is not None and tag.name not in schema["required"]:
            schema["required"] = [name for name in schema["properties"] if name in {*schema["required"], tag.name}]
        return schema


def requests_of(operation: Operation, activity_type: ActivityType, definitions: TypeDefinitions) -> Iterator[Json]:
    """Yield references to the schemas of the requests for one activity type, one for each variant of its state.

    Args:
        operation: The operation of the requests.
        activity_type: The activity type.
        definitions: The definitions of the document, to which they are added.
    """
    cls, state = REQUESTS[operation], STATES.specs[activity_type]
    for variant in variants(state, operation):
        name = f"{pascal(operation)}{variant.name}Request"
        make = partial(_request, operation, activity_type, variant, definitions)
        yield definitions.refer((cls, variant), name, make)


def _request(operation: Operation, activity_type: ActivityType, variant: Variant, definitions: TypeDefinitions) -> Json:
    """Return the schema of the requests with a variant of a state; fields that its type does not allow are left out."""
    spec = spec_of(REQUESTS[operation])
    state = definitions.state(STATES.specs[activity_type], variant, operation)
    definitions.enter(Context(mode=operation, contract=CONTRACT, tag=activity_type))
    return definitions.object(spec, {"content_state": state})


def union_of(
    operation: Operation, definitions: TypeDefinitions, types: Iterable[ActivityType] = tuple(ActivityType)
) -> Json:
    """Return the schema of the requests of an operation, as a union.

    Args:
        operation: The operation of the requests.
        definitions: The definitions of the document, to which those of the requests are added.
        types: The activity types of the requests.

    Returns:
        The schema, without its definitions.
    """
    requests = [each for kind in types for each in requests_of(operation, kind, definitions)]
    return {"description": headline(REQUESTS[operation]), "anyOf": requests}


def pascal(name: str) -> str:
    """Return a name with underscores as it is in the name of a class, such as ``EndStream``."""
    return "".join(word.capitalize() for word in name.split("_"))
