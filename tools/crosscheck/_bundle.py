"""The bundle of all requests, ``schemas/types/all.schema.json``, and the class in it of each valid payload."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from _tools import PAIRS, ROOT, class_of, payloads
from jsonschema import Draft202012Validator

from liveschema import Operation

BUNDLE: dict[str, Any] = json.loads((ROOT / "schemas" / "types" / "all.schema.json").read_bytes())
DEFINITIONS: dict[str, Any] = BUNDLE["$defs"]
MERGED: dict[str, Any] = {
    **{name: schema for name, schema in DEFINITIONS.items() if name not in {"OpenUrlAction", "WebhookAction"}},
    "ActionType": {
        "enum": [DEFINITIONS[each]["properties"]["type"]["const"] for each in ("OpenUrlAction", "WebhookAction")]
    },
}
"""The definitions that quicktype is given: it merges both kinds of button anyway, and would leave two unused types."""


@attrs.frozen
class Sent:
    """A valid payload that names its activity type.

    Args:
        file: The file of the fixture.
        operation: The operation.
        name: The name of its class in the bundle.
        payload: The payload.
    """

    file: Path
    operation: Operation
    name: str
    payload: Any


def names_of_requests() -> dict[str, list[str]]:
    """Return the names of the classes of the requests of each operation, by the title of the operation's union."""
    return {union["title"]: [each["$ref"].rpartition("/")[2] for each in union["anyOf"]] for union in BUNDLE["anyOf"]}


REQUESTS = tuple(name for names in names_of_requests().values() for name in names)
"""The names of the classes of all requests."""


def requests_of(operation: str, kind: object) -> list[str]:
    """Return the names of the classes of the requests with an activity type; none if that is no activity type."""
    return [name for name in _of_operation(operation) if _kind(name) == kind]


def _of_operation(operation: str) -> list[str]:
    return names_of_requests()[class_of(operation)]


def _kind(name: str) -> str:
    """Return the activity type of the requests of a class."""
    state = _resolved(DEFINITIONS[name]["properties"]["content_state"])
    return str(_resolved(state["properties"]["type"])["const"])


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = DEFINITIONS[schema["$ref"].rpartition("/")[2]]
    return made


def _large_numbers() -> tuple[Sent, ...]:
    """Return payloads with a whole number that no double holds, which no fixture has."""
    large = (1 << 53) + 1
    progress = {"type": "progress", "title": "Build", "percentage": 40}
    metrics = {"type": "metrics", "title": "Server", "metrics": [{"label": "Requests", "value": large}]}
    webhook = {"type": "webhook", "title": "Cancel", "url": "https://example.com", "body": {"job": large}}
    made: dict[str, tuple[str, dict[str, Any]]] = {
        "metadata": ("UpdatePercentageProgressRequest", {"content_state": progress, "metadata": {"order": large}}),
        "body": ("UpdatePercentageProgressRequest", {"content_state": progress, "action": webhook}),
        "metric": ("UpdateMetricsRequest", {"content_state": metrics}),
    }
    return tuple(
        Sent(Path("large") / place, Operation.UPDATE, name, {"activity_id": "a", **payload})
        for place, (name, payload) in made.items()
    )


LARGE_NUMBERS = _large_numbers()


@cache
def sent() -> tuple[Sent, ...]:
    """Return valid payloads that name their activity type, each with the only class that takes it.

    They are those of the fixtures, and `LARGE_NUMBERS`.
    """
    takes = {name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": DEFINITIONS}) for name in REQUESTS}
    made = []
    for operation, kind in PAIRS:
        for file in payloads(operation, kind):
            payload = json.loads(file.read_bytes())
            (name,) = [each for each in requests_of(operation, kind) if takes[each].is_valid(payload)]
            made.append(Sent(file, Operation(operation), name, payload))
    return (*made, *LARGE_NUMBERS)
