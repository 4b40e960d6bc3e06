"""The OpenAPI 3.1 document of all endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.states import STATES
from liveschema.contract.stream_key import LETTERS, MAX_LENGTH
from liveschema.contract.vocabulary import ENDPOINTS, LEGACY, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.objects import ObjectSpec, spec_of
from liveschema.engine.schema import Definitions, described, headline
from liveschema.export.examples import examples
from liveschema.export.limits import COMMENT
from liveschema.export.types import TypeDefinitions

if TYPE_CHECKING:
    from liveschema.engine.constraint import Json

PLACE: Final = "#/components/schemas/"


class _Components(TypeDefinitions):
    """The components of all operations; schemas of states differ by operation, so their names begin with it."""

    def ref(self, spec: ObjectSpec) -> Json:
        """Return a reference to a component; a state has one component for each operation."""
        if spec.cls not in STATES.members:
            return super().ref(spec)
        operation = self.context.mode
        verb = "".join(word.capitalize() for word in str(operation).split("_"))
        return self.refer((operation, spec.cls), f"{verb}{spec.cls.__name__}", lambda: self.object(spec))


def openapi(version: str) -> Json:
    """Return the OpenAPI 3.1 document of all endpoints.

    Args:
        version: The version of the document, for ``info.version``.

    Returns:
        A new document. All its references are to its own components.
    """
    components = _Components(Context(), place=PLACE)
    paths: dict[str, Json] = {}
    for operation, (method, path) in ENDPOINTS.items():
        components.context = Context(mode=operation, contract=CONTRACT)
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
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "https://activitysmith.com/api"}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "schemas": components.made,
            "parameters": {
                "stream_key": {
                    "name": "stream_key",
                    "in": "path",
                    "required": True,
                    "description": "The caller's own name for the stream.",
                    "schema": {
                        "type": "string",
                        "pattern": f"^{LETTERS}+$",
                        "minLength": 1,
                        "maxLength": MAX_LENGTH,
                    },
                }
            },
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _endpoint(operation: Operation, components: Definitions) -> Json:
    cls = REQUESTS[operation]
    body = components.refer(cls, cls.__name__, lambda: _request(operation, components))
    media: Json = {"schema": body}
    media["examples"] = {each["content_state"]["type"]: {"value": each} for each in examples(operation)}
    endpoint: Json = {
        "operationId": str(operation),
        "summary": headline(cls).split(":")[0],
        "requestBody": {"required": operation is not Operation.END_STREAM, "content": {"application/json": media}},
        "responses": {"default": {"description": "The answer of the service, which this document leaves open."}},
    }
    return {"deprecated": True, **endpoint} if operation in LEGACY else endpoint


def _request(operation: Operation, components: Definitions) -> Json:
    """Return the schema of a request whose state is a union, with a discriminator if the type is required."""
    spec = spec_of(REQUESTS[operation])
    refs = {tag: components.ref(each) for tag, each in STATES.specs.items()}
    union: dict[str, Any] = {"anyOf": list(refs.values())}
    if operation in STATES.tag_field.required_in:
        mapping = {tag: ref["$ref"] for tag, ref in refs.items()}
        union = {"oneOf": list(refs.values()), "discriminator": {"propertyName": "type", "mapping": mapping}}
    schema = components.object(spec, {"content_state": union | described(spec.fields["content_state"])})
    # A field that some activity types do not allow restricts the state to the other types. Code generators ignore this.
    barred = {name: field.beside for name, field in spec.fields.items() if field.beside is not None}
    return schema | {
        "dependentSchemas": {
            name: {"properties": {"content_state": {"anyOf": [ref for tag, ref in refs.items() if tag in types]}}}
            for name, types in barred.items()
        }
    }
