"""The type form: named alternatives, as generators of types want them."""

from __future__ import annotations

from functools import partial

from liveschema.constraints import spec_of
from liveschema.constraints._families import Family
from liveschema.export._objects import Definitions, Json, described, headline
from liveschema.models import REQUESTS, STATES
from liveschema.vocabulary import ActivityType, Operation


class TypeDefinitions(Definitions):
    """Definitions whose families are unions of their classes."""

    def dispatch(self, family: Family) -> Json:
        """Give a union in place of a dispatch."""
        return self.union(family)


def request_of(operation: Operation, kind: ActivityType, definitions: Definitions, *, barred: bool) -> Json:
    """Give the schema of the requests of one activity type.

    Args:
        operation: What the request is for.
        kind: The activity type.
        definitions: Takes what the schema refers to.
        barred: Whether a field that the type does not take is named and
            forbidden, which a language with unions needs to see, rather than
            left out, which all others want.

    Returns:
        The schema.
    """
    spec = spec_of(REQUESTS[operation])
    state = definitions.ref(STATES.specs[kind].cls) | described(spec.fields["content_state"])
    schema = definitions.object(spec, {"content_state": state})
    for name, field in spec.fields.items():
        if field.types is not None and kind not in field.types:
            if barred:
                schema["properties"][name] = False
            else:
                del schema["properties"][name]
    return schema


def request_union(operation: Operation, definitions: Definitions) -> Json:
    """Give the schema of a request as a union of one request per activity type.

    Args:
        operation: What the request is for.
        definitions: Takes what the schema refers to.

    Returns:
        The schema, without its definitions.
    """
    cls = REQUESTS[operation]
    alternatives = []
    for kind, state in STATES.specs.items():
        name = cls.__name__.removesuffix("Request") + state.cls.__name__
        make = partial(request_of, operation, ActivityType(kind), definitions, barred=True)
        alternatives.append(definitions.refer((cls, kind), name, make))
    return {"description": headline(cls), "anyOf": alternatives}
