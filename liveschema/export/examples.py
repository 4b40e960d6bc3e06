"""The examples in schemas: payloads from the showcase, and minimal payloads for the other activity types."""

from __future__ import annotations

import copy
from typing import Any

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.examples.make import example
from liveschema.examples.showcase import SHOWCASE


def examples(operation: Operation, activity_type: ActivityType | None = None) -> list[Any]:
    """Return one valid payload for each activity type.

    Args:
        operation: The operation of the payloads.
        activity_type: The only activity type; None for all.

    Returns:
        The payloads in the order in which the activity types are declared:
        those of the showcase, otherwise minimal ones.
    """
    chosen = {each.payload["content_state"]["type"]: each.payload for each in SHOWCASE if each.operation == operation}
    return [
        copy.deepcopy(chosen.get(each)) or example(each, operation)
        for each in ([activity_type] if activity_type else ActivityType)
    ]
