"""Payloads that show what a schema takes: of the catalogue of rules, and made where it has none."""

from __future__ import annotations

import copy
from typing import Any

from liveschema._examples import example
from liveschema.rules import CATALOGUE
from liveschema.vocabulary import ActivityType, Operation


def examples(operation: Operation, kind: ActivityType | None = None) -> list[Any]:
    """Find one good payload of each activity type.

    Args:
        operation: What the payloads are for.
        kind: The only type to show; None for all.

    Returns:
        The payloads, by type in the order of declaration: as the catalogue
        has them, or the least there can be.
    """
    found: dict[object, Any] = {}
    for rule in CATALOGUE.values():
        good = rule.good
        if isinstance(good.payload, dict) and good.operation == operation and not good.before:
            found.setdefault(good.payload.get("content_state", {}).get("type"), good.payload)
    return [copy.deepcopy(found.get(each)) or example(each, operation) for each in ([kind] if kind else ActivityType)]
