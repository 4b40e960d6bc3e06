"""What an OpenAPI document says of the requests of each endpoint: fields, types, bounds and enum values.

A schema is read as one shape: for each JSON type that a value may have, what limits it, and for each field a shape in
turn. Alternatives (``anyOf``, ``oneOf``) become the loosest shape that allows all of them, so that a document with one
schema for each activity type can be compared with a document that has one schema for all. Conditions (``if``, ``not``,
``dependentRequired`` and others) are not read, except that the limits in ``then`` and ``else`` are listed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import reduce
from typing import Any, Final

import attrs

LOWER: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
SETS: Final = ("enum", "pattern", "format")
"""Keywords whose values are collected in sets: a value may have to match several patterns, or one of several."""

TYPE_OF: Final = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"), "number"),
    **dict.fromkeys(("minLength", "maxLength", "pattern", "format"), "string"),
    **dict.fromkeys(("minItems", "maxItems", "items"), "array"),
    **dict.fromkeys(("minProperties", "maxProperties", "properties", "additionalProperties"), "object"),
}
"""The JSON type that each keyword is about."""

METHODS: Final = ("get", "put", "post", "delete", "patch")
Limits = dict[str, Any]
Schema = Mapping[str, Any] | bool


class UnreadableDocumentError(Exception):
    """A document is not as OpenAPI says, so that a comparison would leave something out."""


@attrs.define
class Shape:
    """What one value may be.

    Args:
        types: For each JSON type that is allowed, its limits by keyword; empty if every type is allowed.
        fields: The shape of each field, of the items of a list (``[]``), and of the keys (``{key}``) and the values
            (``{}``) of a map.
        required: The names of the required fields.
        defaults: The default values, as JSON text.
    """

    types: dict[str, Limits] = attrs.field(factory=dict)
    fields: dict[str, Shape] = attrs.field(factory=dict)
    required: set[str] = attrs.field(factory=set)
    defaults: set[str] = attrs.field(factory=set)

    def facts(self) -> set[str]:
        """Return what is said of the value itself, such as ``type string`` and ``maxLength 64``."""
        found = {f"type {name}" for name in self.types} | {f"default {text}" for text in self.defaults}
        for limits in self.types.values():
            for keyword, value in limits.items():
                found |= {f"{keyword} {each}" for each in (value if keyword in SETS else [value])}
        return found


def endpoints(document: Any) -> dict[str, Shape]:  # noqa: ANN401 - a file may have anything
    """Read the requests of an OpenAPI document.

    Args:
        document: The document, of version 3.0 or 3.1.

    Returns:
        By method and path, such as ``POST /live-activity/start``, a shape with the fields of the body, its path
        parameters (``{name}``) and query parameters (``?name``), and ``(body)`` for the body as a whole.

    Raises:
        UnreadableDocumentError: If the document is not as OpenAPI says.
    """
    paths = document.get("paths") if isinstance(document, Mapping) else None
    if not isinstance(paths, Mapping):
        msg = "an OpenAPI document must be an object with an object of paths"
        raise UnreadableDocumentError(msg)
    reader = Reader(document)
    found: dict[str, Shape] = {}
    for path, item in paths.items():
        if not isinstance(item, Mapping):
            msg = f"{path}: the value of a path must be an object"
            raise UnreadableDocumentError(msg)
        for method in filter(item.__contains__, METHODS):
            endpoint = f"{method.upper()} {path}"
            try:
                found[endpoint] = _request(reader, item, item[method])
            # Values of any type may be where the reader expects an object, a list or a number.
            except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
                msg = f"{endpoint}: this is not as OpenAPI says: {type(error).__name__}: {error}"
                raise UnreadableDocumentError(msg) from error
    return found


def _request(reader: Reader, item: Mapping[str, Any], operation: Mapping[str, Any]) -> Shape:
    body = reader.resolve(operation.get("requestBody", {}))
    contents = body.get("content", {})
    media: Mapping[str, Any] = contents.get("application/json") or next(iter(contents.values()), {})
    shape = reader.read(media.get("schema", {}))
    if body:
        shape.fields["(body)"] = Shape()
    if body.get("required"):
        shape.required.add("(body)")
    for reference in [*item.get("parameters", []), *operation.get("parameters", [])]:
        parameter = reader.resolve(reference)
        names = {"path": f"{{{parameter['name']}}}", "query": f"?{parameter['name']}"}
        if parameter["in"] in names:
            name = names[parameter["in"]]
            shape.fields[name] = reader.read(parameter.get("schema", {}))
            shape.required |= {name} if parameter.get("required") else set()
    return shape


@attrs.frozen
class Reader:
    """Reads the schemas of a document, whose references it follows."""

    document: Mapping[str, Any]

    def resolve(self, value: Any) -> Any:  # noqa: ANN401 - a schema may also be true or false
        """Return what a reference leads to, or a value that is no reference as it is.

        Raises:
            ValueError: If a reference leads back to itself.
        """
        followed: list[str] = []
        while isinstance(value, Mapping) and "$ref" in value:
            if value["$ref"] in followed:
                msg = f"the reference {value['$ref']} leads back to itself"
                raise ValueError(msg)
            followed.append(value["$ref"])
            value = self.document
            for key in followed[-1].removeprefix("#/").split("/"):
                value = value[key.replace("~1", "/").replace("~0", "~")]
        return value

    def read(self, schema: Schema, inside: tuple[str, ...] = ()) -> Shape:
        """Return the shape of a schema.

        Args:
            schema: The schema.
            inside: The references that were followed to it; a schema that contains itself is read once.

        Returns:
            A new shape.
        """
        if isinstance(schema, bool) or schema.get("$ref") in inside:
            return Shape()
        parts = [self._own(schema, inside)]
        if "$ref" in schema:
            parts.append(self.read(self.resolve(schema), (*inside, schema["$ref"])))
        parts += [self.read(each, inside) for each in schema.get("allOf", [])]
        for alternatives in (schema[name] for name in ("anyOf", "oneOf") if name in schema):
            parts.append(reduce(_either, (self.read(each, inside) for each in alternatives)))
        for condition in (schema[name] for name in ("then", "else") if name in schema):
            parts.append(attrs.evolve(self.read(condition, inside), required=set()))
        return reduce(_both, parts)

    def _own(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> Shape:
        shape = Shape(types=_types(schema), required=set(schema.get("required", [])))
        shape.fields = {name: self.read(each, inside) for name, each in schema.get("properties", {}).items()}
        for keyword, name in (("items", "[]"), ("propertyNames", "{key}"), ("additionalProperties", "{}")):
            if isinstance(schema.get(keyword), dict) and schema[keyword]:
                shape.fields[name] = self.read(schema[keyword], inside)
        if "default" in schema:
            shape.defaults.add(json.dumps(schema["default"]))
        return shape


def _types(schema: Mapping[str, Any]) -> dict[str, Limits]:
    """Return the allowed types with their limits; the keywords tell the types if ``type`` does not."""
    given = schema.get("type", [])
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    names = [given] if isinstance(given, str) else list(given)
    names = names or [_type_of(value) for value in values] or [TYPE_OF[key] for key in schema if key in TYPE_OF]
    if schema.get("nullable"):
        names.append("null")
    if "number" in names:
        names = [name for name in names if name != "integer"]
    types: dict[str, Limits] = {name: {} for name in names}
    for name, limits in types.items():
        about = "number" if name == "integer" else name
        limits |= {key: value for key, value in _bounds(schema).items() if TYPE_OF[key] == about}
        limits |= {key: {value} for key, value in limits.items() if key in SETS}
        if values:
            limits["enum"] = {json.dumps(value) for value in values if _type_of(value) in {name, about}}
    return types


def _bounds(schema: Mapping[str, Any]) -> Limits:
    """Return the bounds; in OpenAPI 3.0, ``exclusiveMinimum`` is a flag beside ``minimum``."""
    bounds = {key: value for key, value in schema.items() if key in {*LOWER, *UPPER, "pattern", "format"}}
    for key, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(bounds.get(exclusive), bool) and bounds.pop(exclusive):
            bounds[exclusive] = bounds.pop(key)
    return bounds


def _type_of(value: object) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


def _both(one: Shape, two: Shape) -> Shape:
    """Return the shape of what has both shapes."""
    types = {**one.types, **two.types}
    if one.types and two.types:
        types = {name: _tightest(one.types[name], two.types[name]) for name in one.types if name in two.types}
    fields = {**one.fields, **two.fields}
    fields |= {name: _both(one.fields[name], two.fields[name]) for name in one.fields if name in two.fields}
    return Shape(types, fields, one.required | two.required, one.defaults | two.defaults)


def _either(one: Shape, two: Shape) -> Shape:
    """Return the loosest shape of what has one of two shapes."""
    objects = "object" in one.types and "object" in two.types
    required = one.required & two.required if objects else one.required | two.required
    fields = {**one.fields, **two.fields}
    fields |= {name: _either(one.fields[name], two.fields[name]) for name in one.fields if name in two.fields}
    if not one.types or not two.types:
        return Shape({}, fields, required, one.defaults | two.defaults)
    types = {**one.types, **two.types}
    types |= {name: _loosest(one.types[name], two.types[name]) for name in one.types if name in two.types}
    if {"integer", "number"} <= types.keys():
        types["number"] = _loosest(types["number"], types.pop("integer"))
    return Shape(types, fields, required, one.defaults | two.defaults)


def _tightest(one: Limits, two: Limits) -> Limits:
    limits = {**one, **two}
    for key in one.keys() & two.keys():
        if key in SETS:
            limits[key] = one[key] & two[key] if key == "enum" else one[key] | two[key]
        else:
            limits[key] = (max if key in LOWER else min)(one[key], two[key])
    return limits


def _loosest(one: Limits, two: Limits) -> Limits:
    limits = {}
    for key in one.keys() & two.keys():
        if key in SETS:
            limits[key] = one[key] | two[key]
        else:
            limits[key] = (min if key in LOWER else max)(one[key], two[key])
    return limits
