"""JSON Schema and OpenAPI, from the declarations of the contract."""

from __future__ import annotations

from typing import Any, Final

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.vocabulary import LEGACY, ActivityType, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.dispatch import payload_schema
from liveschema.engine.schema import Definitions
from liveschema.export.dialects import DIALECTS, to_draft_07, uri_of
from liveschema.export.examples import examples
from liveschema.export.limits import BEYOND_SCHEMA, COMMENT
from liveschema.export.openapi import openapi
from liveschema.export.types import TypeDefinitions, request_of, request_union

FORMS: Final = ("validation", "types")
VERSION: Final = "0"
"""The version of the form of the schemas, which is in the name of each."""

BASE: Final = f"https://liveschema.invalid/{VERSION}"
"""Where the names of the schemas begin; names, not addresses: nothing is served there."""


def schema_path(
    operation: Operation, dialect: str = "2020-12", form: str = "validation", activity_type: ActivityType | None = None
) -> str:
    """Give the path of a schema in the folder of schemas, and in its ``$id``."""
    folder = "" if dialect == "2020-12" else f"{dialect}/"
    if activity_type is not None:
        return f"{folder}types/{operation}/{activity_type}.schema.json"
    return f"{folder}{'types/' if form == 'types' else ''}{operation}.schema.json"


def json_schema(
    operation: Operation | str,
    *,
    dialect: str = "2020-12",
    form: str = "validation",
    activity_type: ActivityType | str | None = None,
) -> dict[str, Any]:
    """Give the JSON Schema of the payloads of an operation.

    It accepts what the models accept, except for the rules in `BEYOND_SCHEMA`,
    which no schema can state: rules that compare fields, such as
    ``current_step`` past ``number_of_steps``; the size of metadata in bytes;
    and values that JSON text cannot hold, such as NaN. It does not know the
    type of an existing activity. The types form leaves out the bounds of
    lists, since generators make tuples of them.

    Args:
        operation: What the payloads are for.
        dialect: ``2020-12`` or ``draft-07``.
        form: ``validation`` dispatches by type, for validators and editors;
            ``types`` is a union of one request per activity type, for
            generators of types.
        activity_type: With the type form, the only activity type to describe,
            for generators that merge the members of a union.

    Returns:
        A new document, whole in itself: its references stay inside.

    Raises:
        ValueError: If a value is not one of these, or a type is given with ``validation``.

    .. versionadded:: 0.1.0
    """
    operation = Operation(operation)
    if activity_type is not None:
        activity_type = ActivityType(activity_type)
    _check_options(dialect, form, activity_type)
    body = _body(operation, form, activity_type)
    document: dict[str, Any] = {
        "$schema": uri_of(dialect),
        "$id": f"{BASE}/{schema_path(operation, dialect, form, activity_type)}",
        "$comment": COMMENT,
        "title": REQUESTS[operation].__name__,
    }
    if operation in LEGACY:
        document["deprecated"] = True
    definitions = body.pop("$defs")
    document |= body | {"examples": examples(operation, activity_type), "$defs": definitions}
    return document if dialect == "2020-12" else {"$schema": uri_of(dialect), **to_draft_07(document)}


def _check_options(dialect: str, form: str, activity_type: ActivityType | None) -> None:
    if dialect not in DIALECTS:
        msg = f"dialect must be {' or '.join(DIALECTS)}, got {dialect!r}"
        raise ValueError(msg)
    if form not in FORMS:
        msg = f"form must be {' or '.join(FORMS)}, got {form!r}"
        raise ValueError(msg)
    if activity_type is not None and form != "types":
        msg = "activity_type goes with the type form"
        raise ValueError(msg)


def _body(operation: Operation, form: str, activity_type: ActivityType | None) -> dict[str, Any]:
    """Give the keywords of the payload and its definitions."""
    context = Context(mode=operation, contract=CONTRACT)
    definitions = Definitions(context) if form == "validation" else TypeDefinitions(context, bounded=False)
    if form == "validation":
        body = payload_schema(CONTRACT, operation, definitions)
    elif activity_type is None:
        body = request_union(operation, definitions)
    else:
        body = request_of(operation, activity_type, definitions, barred=False)
    return body | {"$defs": definitions.made}


def documents() -> dict[str, dict[str, Any]]:
    """Make every document that is published, by its path in the folder of schemas."""
    made = {
        schema_path(operation, dialect, form): json_schema(operation, dialect=dialect, form=form)
        for dialect in DIALECTS
        for form in FORMS
        for operation in Operation
    }
    made |= {
        schema_path(operation, dialect, "types", activity_type): json_schema(
            operation, dialect=dialect, form="types", activity_type=activity_type
        )
        for dialect in DIALECTS
        for operation in Operation
        for activity_type in ActivityType
    }
    return {**made, "openapi.json": openapi(VERSION)}


__all__ = [
    "BASE",
    "BEYOND_SCHEMA",
    "DIALECTS",
    "FORMS",
    "VERSION",
    "documents",
    "json_schema",
    "openapi",
    "schema_path",
]
