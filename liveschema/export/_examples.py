"""Payloads that show what a schema takes, from the catalogue of rules."""

from __future__ import annotations

from typing import Any

from liveschema.rules import CATALOGUE, Example
from liveschema.vocabulary import ActivityType, Operation


def examples(operation: Operation, kind: ActivityType | None = None) -> list[Any]:
    """Find one good payload of each activity type.

    Args:
        operation: What the payloads are for.
        kind: The only type to show; None for all.

    Returns:
        The payloads, as the catalogue has them; at most one of each type.
    """
    found: dict[object, Any] = {}
    for rule in CATALOGUE.values():
        example: object = rule.good
        if not isinstance(example, Example) or example.operation != operation:
            continue
        payload = example.payload
        if isinstance(payload, dict):
            tag = payload.get("content_state", {}).get("type")
            if tag is not None and "stream_key" not in payload and (kind is None or tag == kind):
                found.setdefault(tag, payload)
    return list(found.values())
