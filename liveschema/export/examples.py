"""Payloads that show what a schema takes: chosen ones, and the least there can be for all others."""

from __future__ import annotations

import copy
from typing import Any

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.examples.make import example
from liveschema.examples.showcase import SHOWCASE


def examples(operation: Operation, activity_type: ActivityType | None = None) -> list[Any]:
    """Find one good payload of each activity type.

    Args:
        operation: What the payloads are for.
        activity_type: The only type to show; None for all.

    Returns:
        The payloads, by type in the order of declaration: the chosen
        ones, or the least there can be.
    """
    chosen = {each.payload["content_state"]["type"]: each.payload for each in SHOWCASE if each.operation == operation}
    return [
        copy.deepcopy(chosen.get(each)) or example(each, operation)
        for each in ([activity_type] if activity_type else ActivityType)
    ]
