"""JSON Schema and OpenAPI documents, made from the contract."""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.vocabulary import LEGACY, ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.engine.constraint import Context
from liveschema.engine.dispatch import payload_schema
from liveschema.engine.schema import Definitions
from liveschema.engine.wording import listed
from liveschema.export.dialects import DIALECTS, EDITOR_DIALECT, Dialect, to_draft_07, uri_of
from liveschema.export.editor import editor_schema
from liveschema.export.examples import examples
from liveschema.export.limits import BEYOND_SCHEMA, COMMENT
from liveschema.export.openapi import openapi
from liveschema.export.types import PLAINEST_FIRST, TypeDefinitions, union_of

Form = Literal["validation", "types", "editor"]
"""The names of the forms."""
FORMS: Final[tuple[Form, ...]] = get_args(Form)
"""The names of the forms, as values."""
VERSION: Final = "0"
"""The version of the format of the schemas, which is part of their ``$id``."""

BASE: Final = f"https://liveschema.invalid/{VERSION}"
"""The prefix of the ``$id`` of each schema, if none is given. It is a name, not an address: nothing is served there."""
BUNDLE: Final = "types/all.schema.json"
"""The path of the schema of all operations in the form ``types``, relative to the folder of schemas."""


def schema_path(
    operation: Operation,
    dialect: Dialect = "2020-12",
    form: Form = "validation",
    activity_type: ActivityType | None = None,
) -> str:
    """Return the path of a schema, relative to the folder of schemas and to `BASE` in its ``$id``.

    Args:
        operation: The operation of the payloads.
        dialect: ``2020-12`` or ``draft-07``; ignored with the form ``editor``, which has one dialect.
        form: ``validation``, ``types`` or ``editor``; ignored if there is an activity type.
        activity_type: The activity type of a schema of the types form for one
            activity type; None for all activity types.

    Returns:
        The path, with slashes, such as ``draft-07/types/start.schema.json``.
    """
    folder = "draft-07/" if dialect == "draft-07" and form != "editor" else ""
    if activity_type is not None:
        return f"{folder}types/{operation}/{activity_type}.schema.json"
    return f"{folder}{'' if form == 'validation' else f'{form}/'}{operation}.schema.json"


def json_schema(
    operation: OperationLike,
    *,
    dialect: Dialect | None = None,
    form: Form = "validation",
    activity_type: ActivityTypeLike | None = None,
    base: str = BASE,
) -> dict[str, Any]:
    """Return the JSON Schema of the payloads of an operation.

    It accepts what the models accept, except for the rules in `BEYOND_SCHEMA`,
    which no schema can state: rules that compare fields, such as
    ``current_step`` past ``number_of_steps``; the size of metadata in bytes;
    and values that JSON text cannot hold, such as NaN. The form ``types`` says
    what to send, so it does not accept what official SDKs add. The form
    ``editor`` also accepts a text as ``$schema`` in the payload.

    Args:
        operation: The operation of the payloads.
        dialect: ``2020-12`` or ``draft-07``, the only one of the form
            ``editor``; None for ``2020-12``, or with this form ``draft-07``.
        form: ``validation``, for validators, chooses a subschema by the
            activity type. ``types``, for code generators, is a union of one
            request per activity type. ``editor``, for editors, is the form
            ``validation`` with snippets, short descriptions and completions.
        activity_type: With the form ``types``, the only activity type, for code
            generators that merge the members of a union; None for all.
        base: The prefix of its ``$id``.

    Returns:
        A new document. All its references are to its own definitions.

    Raises:
        ValueError: If an argument is not one of these values, an activity
            type is given with another form than ``types``, or ``2020-12``
            with the form ``editor``.

    .. versionadded:: 0.1.0
    """
    operation = Operation(operation)
    if activity_type is not None:
        activity_type = ActivityType(activity_type)
    if dialect is None:
        dialect = EDITOR_DIALECT if form == "editor" else "2020-12"
    _check_options(dialect, form, activity_type)
    head = _head(dialect, schema_path(operation, dialect, form, activity_type), base)
    if form == "editor":
        return _in_dialect(head | editor_schema(operation), dialect)
    head["title"] = REQUESTS[operation].__name__
    if operation in LEGACY:
        head["deprecated"] = True
    body = _body(operation, form, activity_type)
    definitions = body.pop("$defs")
    return _in_dialect(head | body | {"examples": examples(operation, activity_type), "$defs": definitions}, dialect)


def types_bundle(*, dialect: Dialect = "2020-12", base: str = BASE) -> dict[str, Any]:
    """Return the schema of the requests of all operations in the form ``types``, with shared parts.

    Each request names its activity type. States that are the same in several
    operations are one definition.

    Args:
        dialect: ``2020-12`` or ``draft-07``.
        base: The prefix of its ``$id``.

    Returns:
        A new document. All its references are to its own definitions.

    Raises:
        ValueError: If the dialect is not one of these values.

    .. versionadded:: 0.1.0
    """
    _check_options(dialect, "types", None)
    definitions = TypeDefinitions(typed=True, named_types=True)
    unions = {operation: union_of(operation, definitions) for operation in PLAINEST_FIRST}
    named = [{"title": REQUESTS[each].__name__, **unions[each]} for each in Operation]
    ordered = [each["$ref"].removeprefix(definitions.place) for union in named for each in union["anyOf"]]
    made = {name: definitions.made[name] for name in dict.fromkeys([*ordered, *definitions.made])}
    head = _head(dialect, BUNDLE if dialect == "2020-12" else f"{dialect}/{BUNDLE}", base)
    head["title"] = "LiveActivityRequest"
    return _in_dialect(head | {"description": "A request of any operation.", "anyOf": named, "$defs": made}, dialect)


def _head(dialect: Dialect, path: str, base: str) -> dict[str, Any]:
    return {"$schema": uri_of(dialect), "$id": f"{base.rstrip('/')}/{path}", "$comment": COMMENT}


def _in_dialect(document: dict[str, Any], dialect: Dialect) -> dict[str, Any]:
    return document if dialect == "2020-12" else {"$schema": uri_of(dialect), **to_draft_07(document)}


def _check_options(dialect: str, form: str, activity_type: ActivityType | None) -> None:
    if dialect not in DIALECTS:
        msg = f"dialect must be {' or '.join(DIALECTS)}, got {dialect!r}"
        raise ValueError(msg)
    if form not in FORMS:
        msg = f"form must be {listed(FORMS, 'or')}, got {form!r}"
        raise ValueError(msg)
    if form == "editor" and dialect != EDITOR_DIALECT:
        msg = f'form="editor" has no dialect but {EDITOR_DIALECT}, got {dialect!r}'
        raise ValueError(msg)
    if activity_type is not None and form != "types":
        msg = 'activity_type needs form="types"'
        raise ValueError(msg)


def _body(operation: Operation, form: Form, activity_type: ActivityType | None) -> dict[str, Any]:
    """Return the keywords of the schema of the payload, and its definitions."""
    if form == "validation":
        definitions = Definitions(Context(mode=operation, contract=CONTRACT))
        body = payload_schema(CONTRACT, operation, definitions)
        return body | {"$defs": definitions.made}
    types = TypeDefinitions()
    body = union_of(operation, types, [activity_type] if activity_type else ActivityType)
    return body | {"$defs": types.made}


def documents(base: str = BASE) -> dict[str, dict[str, Any]]:
    """Return all published documents.

    Args:
        base: The prefix of the ``$id`` of each schema.

    Returns:
        The JSON Schemas in all dialects and forms, and the OpenAPI document as
        ``openapi.json``, by path relative to the folder of schemas.
    """
    made = {
        schema_path(operation, dialect, form): json_schema(operation, dialect=dialect, form=form, base=base)
        for dialect in DIALECTS
        for form in FORMS
        if form != "editor" or dialect == EDITOR_DIALECT
        for operation in Operation
    }
    made |= {BUNDLE: types_bundle(base=base), f"draft-07/{BUNDLE}": types_bundle(dialect="draft-07", base=base)}
    return {**made, "openapi.json": openapi(VERSION)}


__all__ = [
    "BASE",
    "BEYOND_SCHEMA",
    "BUNDLE",
    "DIALECTS",
    "FORMS",
    "VERSION",
    "Dialect",
    "Form",
    "documents",
    "json_schema",
    "openapi",
    "schema_path",
    "types_bundle",
]
