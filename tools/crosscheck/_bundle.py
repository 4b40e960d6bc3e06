"""The requests in the schema of all operations, which generators make classes of."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from _tools import class_of
from jsonschema_rs import validator_for

from liveschema.export import types_bundle

PLACE = "#/$defs/"


@cache
def _requests() -> dict[str, dict[str, Any]]:
    """Return a validator of each request, by the name of the request of its operation and by its own name."""
    document = types_bundle()
    return {
        union["title"]: {
            each["$ref"].removeprefix(PLACE): validator_for({**each, "$defs": document["$defs"]})
            for each in union["anyOf"]
        }
        for union in document["anyOf"]
    }


def variants_of(payload: Any, operation: str) -> list[str]:  # noqa: ANN401 - any JSON value
    """Return the names of the requests that a valid payload is one of; none if its state has no type.

    Args:
        payload: The payload.
        operation: Its operation.
    """
    return [name for name, request in _requests()[class_of(operation)].items() if request.is_valid(payload)]


def requests_of(operation: str, kind: object) -> list[str]:
    """Return the names of the requests with an activity type.

    Args:
        operation: The operation.
        kind: The activity type; anything else for none.
    """
    if not isinstance(kind, str):
        return []
    end = re.compile(f"{kind.title().replace('_', '')}Request$")
    names = [name for name in _requests()[class_of(operation)] if end.search(name)]
    return [name for name in names if ("Segmented" in name) == ("segmented" in kind)]
