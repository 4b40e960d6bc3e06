"""Payloads, valid and invalid, for any operation and activity type."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.testing.context import GenerationContext, Strategy, sifted
from liveschema.testing.mutations import mutated
from liveschema.testing.objects import objects
from liveschema.verdicts import is_valid


def payloads(
    operation: Operation | str,
    type: ActivityType | str | None = None,  # noqa: A002 - as the field of the payload is called
    *,
    valid: bool = True,
    spotless: bool = False,
) -> Strategy:
    """Make a strategy of payloads.

    Args:
        operation: What they are sent for.
        type: The activity type they are for; None for any. Where the
            operation lets a payload leave its type to the activity there is,
            some of them do.
        valid: Whether they are valid; otherwise each is a valid one damaged
            by one step, such that it breaks a rule.
        spotless: Whether the valid ones earn no warning either.

    Returns:
        A strategy of new dicts of plain values. The valid ones hold bounds,
        characters from all of Unicode, fields at defaults that have no effect
        (unless spotless), and whatever else the rules allow; they shrink to
        what the operation asks for, with values of the rules' own examples.

    Raises:
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    operation = Operation(operation)
    types = list(ActivityType) if type is None else [ActivityType(type)]
    found = st.one_of([valid_payloads(GenerationContext(operation, each, no_warnings=spotless)) for each in types])
    if valid:
        return sifted(found, lambda payload: payload, f"{operation}_payloads")
    damaged = mutated(found, operation)
    return sifted(
        damaged, lambda payload: None if is_valid(payload, operation) else payload, f"invalid_{operation}_payloads"
    )


@cache
def valid_payloads(context: GenerationContext) -> Strategy:
    """Make a strategy of valid payloads.

    Args:
        context: What they are made for; with an operation and an activity type.

    Returns:
        The strategy.
    """
    return objects(CONTRACT.root(context.operation), context)
