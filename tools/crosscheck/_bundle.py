"""The bundle of all requests, ``schemas/types/all.schema.json``, and the class in it of each valid payload."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from _tools import PAIRS, ROOT, payloads
from jsonschema import Draft202012Validator

from liveschema import Operation

BUNDLE: dict[str, Any] = json.loads((ROOT / "schemas" / "types" / "all.schema.json").read_bytes())
DEFINITIONS: dict[str, Any] = BUNDLE["$defs"]


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


@cache
def sent() -> tuple[Sent, ...]:
    """Return the valid payloads that name their activity type, each with the only class that takes it."""
    takes = {name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": DEFINITIONS}) for name in REQUESTS}
    made = []
    for operation, kind in PAIRS:
        names = names_of_requests()[operation.title().replace("_", "") + "Request"]
        for file in payloads(operation, kind):
            payload = json.loads(file.read_bytes())
            (name,) = [each for each in names if takes[each].is_valid(payload)]
            made.append(Sent(file, Operation(operation), name, payload))
    return tuple(made)
