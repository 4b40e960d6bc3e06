"""The OpenAPI 3.1 document of all endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.states import STATES
from liveschema.contract.stream_key import LETTERS, MAX_LENGTH
from liveschema.contract.vocabulary import ENDPOINTS, LEGACY, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.objects import ObjectSpec, spec_of
from liveschema.engine.schema import headline
from liveschema.export.examples import examples
from liveschema.export.limits import COMMENT
from liveschema.export.types import PLAINEST_FIRST, TypeDefinitions, pascal

if TYPE_CHECKING:
    from liveschema.engine.constraint import Json

PLACE: Final = "#/components/schemas/"
TAGS: Final = {
    "streams": "Managed activities, which the service starts, updates and ends under a key of the caller.",
    "activities": "Activities that the caller starts, updates and ends by id (legacy, still supported).",
}


class Components(TypeDefinitions):
    """The components of all operations.

    A state is one object, with its conditions, since a discriminator needs one
    schema for each activity type. Each state requires its type.
    """

    def __init__(self) -> None:
        super().__init__(typed=True, defaults=True, place=PLACE)

    def whole_state(self, spec: ObjectSpec, operation: Operation) -> Json:
        """Return a reference to the schema of a state in an operation."""
        self.enter(Context(mode=operation, contract=CONTRACT))
        schema = self.object(spec)
        for condition in schema.pop("allOf", ()):
            schema |= opened(condition)
        return self.version(f"{spec.cls.__name__}State", operation, schema)

    def states(self, operation: Operation) -> Json:
        """Return the schema of the states of an operation: a union with a discriminator."""
        refs = {tag: self.whole_state(each, operation) for tag, each in STATES.specs.items()}
        mapping = {tag: ref["$ref"] for tag, ref in refs.items()}
        return {
            "description": STATES.description,
            "oneOf": list(refs.values()),
            "discriminator": {"propertyName": STATES.tag_field.name, "mapping": mapping},
        }


def opened(condition: Json) -> Json:
    """Return a condition whose objects say that they may have other fields, since Redocly takes objects for closed."""
    made: Json = {key: opened(each) if isinstance(each, dict) else each for key, each in condition.items()}
    if "anyOf" in made:
        made["anyOf"] = [opened(each) for each in made["anyOf"]]
    return made | ({"additionalProperties": True} if "required" in made else {})


def openapi(version: str) -> Json:
    """Return the OpenAPI 3.1 document of all endpoints.

    Args:
        version: The version of the document, for ``info.version``.

    Returns:
        A new document. All its references are to its own components.
    """
    components = Components()
    for operation in PLAINEST_FIRST:
        components.states(operation)
    paths: dict[str, Json] = {}
    for operation, (method, path) in ENDPOINTS.items():
        paths.setdefault(path, {})[method.lower()] = _endpoint(operation, components)
        if "{stream_key}" in path:
            paths[path]["parameters"] = [{"$ref": "#/components/parameters/stream_key"}]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Live Activity requests",
            "version": version,
            "summary": "The payloads of the ActivitySmith Live Activity API, with the rules of each activity type.",
            "description": COMMENT,
            "contact": {"name": "The liveschema authors"},
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "https://activitysmith.com/api"}],
        "security": [{"key": []}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": components.made,
            "parameters": {"stream_key": _stream_key()},
            "responses": _responses(),
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _stream_key() -> Json:
    return {
        "name": "stream_key",
        "in": "path",
        "required": True,
        "description": "The caller's own name for the stream.",
        "schema": {"type": "string", "pattern": f"^{LETTERS}+$", "minLength": 1, "maxLength": MAX_LENGTH},
    }


def _responses() -> Json:
    """Return the responses of all endpoints, whose content this document leaves open."""
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "accepted": {"description": "The service takes the request.", "content": content},
        "refused": {"description": "The service refuses the request.", "content": content},
    }


def _endpoint(operation: Operation, components: Components) -> Json:
    cls = REQUESTS[operation]
    body = components.refer(cls, cls.__name__, lambda: _request(operation, components))
    media: Json = {"schema": body}
    media["examples"] = {each["content_state"]["type"]: {"value": each} for each in examples(operation)}
    endpoint: Json = {
        "operationId": str(operation),
        "tags": ["activities" if operation in LEGACY else "streams"],
        "summary": headline(cls).split(":")[0],
        "description": headline(cls),
        "requestBody": {"required": operation is not Operation.END_STREAM, "content": {"application/json": media}},
        "responses": {
            "2XX": {"$ref": "#/components/responses/accepted"},
            "4XX": {"$ref": "#/components/responses/refused"},
        },
    }
    return {"deprecated": True, **endpoint} if operation in LEGACY else endpoint


def _request(operation: Operation, components: Components) -> Json:
    """Return the schema of a request whose state is a union with a discriminator."""
    spec = spec_of(REQUESTS[operation])
    union = components.states(operation)
    state = components.refer(("state", operation), f"{pascal(operation)}ContentState", lambda: union)
    components.enter(Context(mode=operation, contract=CONTRACT))
    schema = components.object(spec, {"content_state": state})
    # A field that some activity types do not allow restricts the state to the other types. Code generators ignore this.
    mapping = union["discriminator"]["mapping"]
    return schema | {
        "dependentSchemas": {
            name: {
                "properties": {
                    "content_state": {
                        "anyOf": [{"$ref": mapping[tag]} for tag in mapping if tag in (field.beside or ())]
                    }
                }
            }
            for name, field in spec.fields.items()
            if field.beside is not None
        }
    }
