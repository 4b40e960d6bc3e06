"""Strategies of valid and invalid payloads for any operation and activity type."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.testing.context import GenerationContext, Strategy, sifted
from liveschema.testing.mutations import mutated
from liveschema.testing.objects import objects
from liveschema.verdicts import is_valid


def payloads(
    operation: OperationLike,
    type: ActivityTypeLike | None = None,  # noqa: A002 - the name of the field in the payload
    *,
    valid: bool = True,
    spotless: bool = False,
) -> Strategy:
    """Return a strategy of payloads.

    Args:
        operation: The operation.
        type: The activity type; None for any. If the operation allows a
            payload to leave its type out, some payloads do.
        valid: Whether the payloads are valid. Otherwise each is a valid
            payload that is changed by one mutation and breaks a rule.
        spotless: Whether the valid payloads cause no warnings either.

    Returns:
        A strategy of payloads, each a new dict of plain data; an invalid
        payload may also be any other JSON value. Valid payloads include
        values at the bounds, characters from all of Unicode, and, unless
        ``spotless``, fields with a default value that has no effect. They
        shrink to the required fields, with values from the examples of the rules.

    Raises:
        ValueError: If the operation or the activity type is unknown.

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
    """Return a strategy of valid payloads.

    Args:
        context: The context of the payloads, with an operation and an activity type.

    Returns:
        The strategy.
    """
    return objects(CONTRACT.root(context.operation), context)
