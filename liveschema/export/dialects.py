"""Conversion of schemas from draft 2020-12 to draft-07, for validators that do not support newer drafts."""

from __future__ import annotations

from typing import Any, Final, Literal

Dialect = Literal["2020-12", "draft-07"]
"""The names of the dialects."""
_URIS: Final[dict[Dialect, str]] = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "draft-07": "http://json-schema.org/draft-07/schema#",
}
DIALECTS: Final[tuple[Dialect, ...]] = tuple(_URIS)
"""The names of the dialects of JSON Schema."""
EDITOR_DIALECT: Final[Dialect] = "draft-07"
"""The only dialect of the form ``editor``: the one that all editors know."""


def uri_of(dialect: Dialect) -> str:
    """Return the ``$schema`` of a dialect."""
    return _URIS[dialect]


def to_draft_07(schema: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Convert a schema to draft-07.

    Args:
        schema: A draft 2020-12 schema, or a part of one.

    Returns:
        A copy in which definitions, references and dependencies have their
        older names. Keywords next to a ``$ref`` are left out, since draft-07
        ignores them.
    """
    if isinstance(schema, list):
        return [to_draft_07(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace("#/$defs/", "#/definitions/")}
    renamed = {"$defs": "definitions", "dependentRequired": "dependencies"}
    data = {"const", "default", "defaultSnippets", "enum", "examples", "required"}
    return {
        renamed.get(key, key): item if key in data else to_draft_07(item)
        for key, item in schema.items()
        if key != "deprecated"
    }
