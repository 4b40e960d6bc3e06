"""Strategies of models, also for `hypothesis.strategies.from_type`."""

from __future__ import annotations

import functools
from typing import Any

from hypothesis import strategies as st

from liveschema.contract.base import SentModel
from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.states import STATES, State
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.convert import load
from liveschema.engine.emit import specs_of
from liveschema.engine.objects import ObjectSpec
from liveschema.testing.context import GenerationContext, Strategy
from liveschema.testing.objects import objects
from liveschema.testing.payloads import payloads
from liveschema.testing.values import values


def requests(operation: OperationLike) -> Strategy:
    """Return a strategy of valid request models of an operation.

    Args:
        operation: The operation.

    Returns:
        A strategy of instances of the request class of the operation, such as `liveschema.UpdateRequest`.

    Raises:
        ValueError: If the operation is unknown.

    .. versionadded:: 0.1.0
    """
    return payloads(operation).map(functools.partial(load, operation=operation))


def states(type: ActivityTypeLike) -> Strategy:  # noqa: A002 - the name of the field in the payload
    """Return a strategy of valid content state models of an activity type.

    Args:
        type: The activity type.

    Returns:
        A strategy of instances of the state class of the type, valid in a ``stream`` request.

    Raises:
        ValueError: If the activity type is unknown.

    .. versionadded:: 0.1.0
    """
    activity_type = ActivityType(type)
    field = CONTRACT.inferred_fields[Operation.STREAM].name

    def state_of(data: dict[str, Any]) -> State:
        request = load({field: data}, Operation.STREAM, activity_type=activity_type)
        state: State = getattr(request, field)
        return state

    return values(STATES, GenerationContext(Operation.STREAM, activity_type)).map(state_of)


def _parts(spec: ObjectSpec) -> Strategy:
    def part(data: dict[str, Any]) -> SentModel:
        made: SentModel = spec.cls(**{name: value for name, value in data.items() if name in spec.fields})
        return made

    return objects(spec, GenerationContext()).map(part)


def register() -> None:
    """Register a strategy for each model class with hypothesis; called when `liveschema.testing` is imported."""
    made: dict[type[Any], Strategy] = {cls: requests(operation) for operation, cls in REQUESTS.items()}
    made |= {spec.cls: states(ActivityType(tag)) for tag, spec in STATES.specs.items()}
    made |= {spec.cls: _parts(spec) for spec in specs_of(CONTRACT) if spec.cls not in made}
    of_bases: dict[type[Any], list[Strategy]] = {}
    for cls, strategy in made.items():
        st.register_type_strategy(cls, strategy)
        for base in cls.__mro__[1:]:
            if hasattr(base, "__spec__"):
                of_bases.setdefault(base, []).append(strategy)
    for base, strategies in of_bases.items():
        st.register_type_strategy(base, st.one_of(strategies))
