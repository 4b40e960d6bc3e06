"""What the generated part of the official Python SDK says of the requests of each endpoint, as an OpenAPI document.

OpenAPI Generator writes pydantic models for the bodies, and API classes with a method for each endpoint. Most is read
from the JSON Schema that pydantic makes of the models. The rest is asked of the code: the API classes get a client that
returns what would be sent, and the validators of enumerations get a value that they refuse.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from types import ModuleType, NoneType
from typing import Annotated, Any, Final, get_args, get_origin

import attrs
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

PLACE: Final = "#/components/schemas/{model}"
ENUM: Final = re.compile(r"must be one of (?:enum values )?(\(.*\))$", re.DOTALL)
PATTERN: Final = re.compile(r"must validate the regular expression /(.*)/\w*$", re.DOTALL)
ALTERNATIVE: Final = re.compile(r"(?:any|one)of_schema_\d+_validator")
NO_VALUE: Final = "\0"
"""A text that no enumeration and no pattern allows."""


class UnreadableSdkError(Exception):
    """Something in the SDK is not as OpenAPI Generator writes it, so that a comparison would leave it out."""


@attrs.frozen
class _Argument:
    """Stands for an argument of a method, to see where it is sent."""

    name: str

    @property
    def value(self) -> _Argument:
        """Return itself; of the members of an enumeration, the values are sent."""
        return self


class _Client:
    """A client that returns the request instead of sending it."""

    def select_header_accept(self, accepts: object) -> str:
        del accepts
        return "application/json"

    select_header_content_type = select_header_accept

    def param_serialize(self, **request: object) -> dict[str, object]:
        return request


def document_of(package: str) -> dict[str, Any]:
    """Return an OpenAPI document with the endpoints of an SDK.

    Args:
        package: The name of the generated package, such as ``activitysmith_openapi``.

    Returns:
        A new document, with what can be read from the code.

    Raises:
        UnreadableSdkError: If the package cannot be imported, or is not as OpenAPI Generator writes it.
    """
    try:
        return _document(package)
    except UnreadableSdkError:
        raise
    except Exception as error:  # the code of the package may raise anything
        msg = f"{package} is not as OpenAPI Generator writes it: {type(error).__name__}: {error}"
        raise UnreadableSdkError(msg) from error


def _document(package: str) -> dict[str, Any]:
    models = importlib.import_module(f"{package}.models")
    document: dict[str, Any] = {"openapi": "3.1.0", "paths": {}, "components": {"schemas": {}}}
    for cls, name in _operations(importlib.import_module(f"{package}.api")):
        method, path, operation = _operation(cls, name, document["components"]["schemas"], models)
        document["paths"].setdefault(path, {})[method.lower()] = operation
    if not document["paths"]:
        msg = f"{package}.api has no methods for endpoints"
        raise UnreadableSdkError(msg)
    return document


def _operations(api: ModuleType) -> Iterator[tuple[type, str]]:
    for cls in filter(inspect.isclass, vars(api).values()):
        for name in vars(cls):
            if match := re.fullmatch(r"_(\w+)_serialize", name):
                yield cls, match[1]


def _operation(cls: type, name: str, schemas: dict[str, Any], models: ModuleType) -> tuple[str, str, dict[str, Any]]:
    serialize = getattr(cls(_Client()), f"_{name}_serialize")
    arguments = inspect.signature(serialize).parameters
    request = serialize(**{each: None if each.startswith("_") else _Argument(each) for each in arguments})
    signature = inspect.signature(getattr(cls, name), eval_str=True).parameters
    operation: dict[str, Any] = {"parameters": []}
    sent = [("path", *each) for each in request["path_params"].items()]
    for place, wire_name, argument in [*sent, *(("query", *each) for each in request["query_params"])]:
        parameter = signature[argument.name]
        operation["parameters"].append(
            {
                "in": place,
                "name": wire_name,
                "required": parameter.default is inspect.Parameter.empty,
                "schema": _without_null(TypeAdapter(parameter.annotation).json_schema()),
            }
        )
    if request["body"] is not None:
        parameter = signature[request["body"].name]
        operation["requestBody"] = {
            "required": parameter.default is inspect.Parameter.empty,
            "content": {"application/json": {"schema": _body(parameter.annotation, schemas, models)}},
        }
    return request["method"], request["resource_path"], operation


def _body(annotation: object, schemas: dict[str, Any], models: ModuleType) -> dict[str, Any]:
    """Return a reference to the schema of a model, after adding it to the schemas."""
    model = _model(annotation)
    made, definitions = models_json_schema([(model, "validation")], ref_template=PLACE)
    for name, schema in definitions["$defs"].items():
        schemas[name] = _definition(schema, getattr(models, name))
    return made[model, "validation"]


def _model(annotation: object) -> type[BaseModel]:
    while get_origin(annotation) is not None:
        inner = get_args(annotation)
        annotation = inner[0] if get_origin(annotation) is Annotated or inner[1:] in {(), (NoneType,)} else inner
    if not (inspect.isclass(annotation) and issubclass(annotation, BaseModel)):
        msg = f"the body {annotation!r} is not a model"
        raise UnreadableSdkError(msg)
    return annotation


def _definition(schema: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a model, with what pydantic does not know and without what only Python needs."""
    if "properties" not in schema:
        return schema
    properties = {name: _without_null(each) for name, each in schema["properties"].items()}
    if "actual_instance" in properties:
        return {"anyOf": [each for name, each in properties.items() if ALTERNATIVE.fullmatch(name)]}
    properties.pop("additional_properties", None)
    for validator in model.__pydantic_decorators__.field_validators.values():
        for name in validator.info.fields:
            field = properties[model.model_fields[name].alias or name]
            (field["items"] if field.get("type") == "array" else field).update(_limit(validator.func, model, name))
    return {**schema, "properties": properties}


def _limit(validator: Callable[[Any], Any], model: type, name: str) -> dict[str, Any]:
    """Return what a validator requires, which it says when it refuses a value."""
    try:
        validator(NO_VALUE)
    except ValueError as error:
        if match := ENUM.search(str(error)):
            values = ast.literal_eval(match[1])
            return {"enum": list(values) if isinstance(values, tuple) else [values]}
        if match := PATTERN.search(str(error)):
            return {"pattern": match[1]}
    msg = f"the validator of {model.__name__}.{name} is neither that of an enumeration nor that of a pattern"
    raise UnreadableSdkError(msg)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without ``null``: the models hold it for fields that are left out."""
    schema = {key: value for key, value in schema.items() if (key, value) != ("default", None)}
    alternatives = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(alternatives) == 1:
        del schema["anyOf"]
        return {**schema, **alternatives[0]}
    return {**schema, "anyOf": alternatives} if alternatives else schema
