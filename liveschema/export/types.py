"""The types form of schemas: unions of named alternatives, for code generators."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from liveschema.contract.requests import REQUESTS
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.objects import spec_of
from liveschema.engine.schema import Definitions, described, headline

if TYPE_CHECKING:
    from liveschema.engine.constraint import Context
    from liveschema.engine.unions import TaggedUnion

if TYPE_CHECKING:
    from liveschema.engine.constraint import Json


class TypeDefinitions(Definitions):
    """Definitions of what to send, with a union of named alternatives for each tagged union."""

    def __init__(self, context: Context, *, bounded: bool = True, place: str = "#/$defs/") -> None:
        super().__init__(context, bounded=bounded, tolerant=False, place=place)

    def alternatives(self, union: TaggedUnion) -> Json:
        """Return a ``oneOf`` of references, instead of a choice by tag."""
        return {"oneOf": [self.ref(spec) for spec in union.specs.values()]}


def request_of(operation: Operation, activity_type: ActivityType, definitions: Definitions, *, barred: bool) -> Json:
    """Return the schema of the requests for one activity type.

    Args:
        operation: The operation of the requests.
        activity_type: The activity type.
        definitions: The definitions of the document; schemas that this one
            refers to are added there.
        barred: Whether fields that the activity type does not allow are listed
            as forbidden, for languages with unions, or left out.

    Returns:
        The schema.
    """
    spec = spec_of(REQUESTS[operation])
    state = definitions.ref(STATES.specs[activity_type]) | described(spec.fields["content_state"])
    schema = definitions.object(spec, {"content_state": state})
    for name, field in spec.fields.items():
        if field.beside is not None and activity_type not in field.beside:
            if barred:
                schema["properties"][name] = False
            else:
                del schema["properties"][name]
    return schema


def request_union(operation: Operation, definitions: Definitions) -> Json:
    """Return the schema of a request as a union of one request per activity type.

    Args:
        operation: The operation of the request.
        definitions: The definitions of the document; schemas that this one
            refers to are added there.

    Returns:
        The schema, without its definitions.
    """
    cls = REQUESTS[operation]
    alternatives = []
    for activity_type, state in STATES.specs.items():
        name = cls.__name__.removesuffix("Request") + state.cls.__name__
        make = partial(request_of, operation, ActivityType(activity_type), definitions, barred=True)
        alternatives.append(definitions.refer((cls, activity_type), name, make))
    return {"description": headline(cls), "anyOf": alternatives}
