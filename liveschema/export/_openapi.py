"""The five endpoints as one OpenAPI 3.1 document."""

from __future__ import annotations

from typing import Any, Final

from liveschema._check import KEY_LETTERS, LONGEST_KEY
from liveschema.constraints import LEGACY, Context, spec_of
from liveschema.export._examples import examples
from liveschema.export._limits import COMMENT
from liveschema.export._objects import Definitions, Json, described, headline
from liveschema.export._types import TypeDefinitions
from liveschema.models import REQUESTS, STATES
from liveschema.vocabulary import ENDPOINTS, Operation

PLACE: Final = "#/components/schemas/"


class _Components(TypeDefinitions):
    """The components of all operations; what differs by operation is named after it."""

    def ref(self, cls: type) -> Json:
        """Refer to a component, of its own operation where it is a state."""
        if cls not in {spec.cls for spec in STATES.specs.values()}:
            return super().ref(cls)
        operation = self.context.operation
        verb = "".join(word.capitalize() for word in str(operation).split("_"))
        return self.refer((operation, cls), f"{verb}{cls.__name__}", lambda: self.object(spec_of(cls)))


def openapi(version: str) -> Json:
    """Give the OpenAPI 3.1 document of the five endpoints.

    Args:
        version: The version of the document.

    Returns:
        The document.
    """
    components = _Components(Context(), place=PLACE)
    paths: dict[str, Json] = {}
    for operation, (method, path) in ENDPOINTS.items():
        components.context = Context(operation=operation)
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
                        "pattern": f"^{KEY_LETTERS}+$",
                        "minLength": 1,
                        "maxLength": LONGEST_KEY,
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
    """Give a request with its states as one union, told apart by type where each must name it."""
    spec = spec_of(REQUESTS[operation])
    refs = {tag: components.ref(each.cls) for tag, each in STATES.specs.items()}
    union: dict[str, Any] = {"anyOf": list(refs.values())}
    if operation in STATES.type_field.required_on:
        mapping = {tag: ref["$ref"] for tag, ref in refs.items()}
        union = {"oneOf": list(refs.values()), "discriminator": {"propertyName": "type", "mapping": mapping}}
    schema = components.object(spec, {"content_state": union | described(spec.fields["content_state"])})
    # What one type has no room for asks for a state of another; tools that make types look past it.
    barred = {name: field.types for name, field in spec.fields.items() if field.types is not None}
    return schema | {
        "dependentSchemas": {
            name: {"properties": {"content_state": {"anyOf": [ref for tag, ref in refs.items() if tag in types]}}}
            for name, types in barred.items()
        }
    }
