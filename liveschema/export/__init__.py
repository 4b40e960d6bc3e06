"""JSON Schema and OpenAPI documents, made from the contract."""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.vocabulary import LEGACY, ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.engine.constraint import Context
from liveschema.engine.dispatch import payload_schema
from liveschema.engine.schema import Definitions
from liveschema.export.dialects import DIALECTS, Dialect, to_draft_07, uri_of
from liveschema.export.examples import examples
from liveschema.export.limits import BEYOND_SCHEMA, COMMENT
from liveschema.export.openapi import openapi
from liveschema.export.types import TypeDefinitions, request_of, request_union

Form = Literal["validation", "types"]
"""The names of the forms."""
FORMS: Final[tuple[Form, ...]] = get_args(Form)
VERSION: Final = "0"
"""The version of the format of the schemas, which is part of their ``$id``."""

BASE: Final = f"https://liveschema.invalid/{VERSION}"
"""The prefix of the ``$id`` of each schema. It is a name, not an address: nothing is served there."""


def schema_path(
    operation: Operation,
    dialect: Dialect = "2020-12",
    form: Form = "validation",
    activity_type: ActivityType | None = None,
) -> str:
    """Return the path of a schema, relative to the folder of schemas and to `BASE` in its ``$id``.

    Args:
        operation: The operation of the payloads.
        dialect: ``2020-12`` or ``draft-07``.
        form: ``validation`` or ``types``; ignored if there is an activity type.
        activity_type: The activity type of a schema of the types form for one
            activity type; None for all activity types.

    Returns:
        The path, with slashes, such as ``draft-07/types/start.schema.json``.
    """
    folder = "" if dialect == "2020-12" else f"{dialect}/"
    if activity_type is not None:
        return f"{folder}types/{operation}/{activity_type}.schema.json"
    return f"{folder}{'types/' if form == 'types' else ''}{operation}.schema.json"


def json_schema(
    operation: OperationLike,
    *,
    dialect: Dialect = "2020-12",
    form: Form = "validation",
    activity_type: ActivityTypeLike | None = None,
) -> dict[str, Any]:
    """Return the JSON Schema of the payloads of an operation.

    It accepts what the models accept, except for the rules in `BEYOND_SCHEMA`,
    which no schema can state: rules that compare fields, such as
    ``current_step`` past ``number_of_steps``; the size of metadata in bytes;
    and values that JSON text cannot hold, such as NaN. The form ``types`` has
    no bounds of lists, since code generators would turn these into tuples. It
    says what to send, so it does not accept what official SDKs add.

    Args:
        operation: The operation of the payloads.
        dialect: ``2020-12`` or ``draft-07``.
        form: ``validation``, for validators and editors, chooses a subschema
            by the activity type. ``types``, for code generators, is a union of
            one request per activity type.
        activity_type: With the form ``types``, the only activity type, for code
            generators that merge the members of a union; None for all.

    Returns:
        A new document. All its references are to its own definitions.

    Raises:
        ValueError: If an argument is not one of these values, or an activity
            type is given with the form ``validation``.

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
        msg = 'activity_type needs form="types"'
        raise ValueError(msg)


def _body(operation: Operation, form: Form, activity_type: ActivityType | None) -> dict[str, Any]:
    """Return the keywords of the schema of the payload, and its definitions."""
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
    """Return all published documents.

    Returns:
        The JSON Schemas in all dialects and forms, and the OpenAPI document as
        ``openapi.json``, by path relative to the folder of schemas.
    """
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
    "Dialect",
    "Form",
    "documents",
    "json_schema",
    "openapi",
    "schema_path",
]
