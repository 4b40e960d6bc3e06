"""Strategies of the models, so that `hypothesis.strategies.from_type` knows them."""

from __future__ import annotations

import functools
from typing import Any

from hypothesis import strategies as st

from liveschema._convert import load
from liveschema.constraints import Part, spec_of
from liveschema.models import (
    REQUESTS,
    STATES,
    Badge,
    ButtonedState,
    Icon,
    Metric,
    Model,
    OpenUrlAction,
    PushAlert,
    Request,
    State,
    Target,
    WebhookAction,
)
from liveschema.testing._objects import objects
from liveschema.testing._payloads import payloads
from liveschema.testing._values import Aim, Strategy, values
from liveschema.vocabulary import ActivityType, Operation


def requests(operation: Operation | str) -> Strategy:
    """Make a strategy of the requests of an operation.

    Args:
        operation: The operation.

    Returns:
        A strategy of instances of its class.

    Raises:
        ValueError: If there is no such operation.

    .. versionadded:: 0.1.0
    """
    return payloads(operation).map(functools.partial(load, operation=operation))


def states(type: ActivityType | str) -> Strategy:  # noqa: A002 - as the field of the payload is called
    """Make a strategy of the states of an activity type.

    Args:
        type: The activity type.

    Returns:
        A strategy of instances of its class.

    Raises:
        ValueError: If there is no such activity type.

    .. versionadded:: 0.1.0
    """
    kind = ActivityType(type)

    def state_of(data: dict[str, Any]) -> State:
        return load({"content_state": data}, Operation.STREAM, activity_type=kind).content_state

    return values(STATES, Aim(Operation.STREAM, kind)).map(state_of)


def _parts(cls: type[Model]) -> Strategy:
    spec = spec_of(cls)
    data = objects(spec, Aim(), needs_type=True) if spec.tag else values(Part(cls), Aim())

    def part(given: dict[str, Any]) -> Model:
        return cls(**{name: value for name, value in given.items() if name in spec.fields})

    return data.map(part)


def register() -> None:
    """Tell hypothesis how to make each of the models; `liveschema.testing` does so when it is imported."""
    every_state = {spec.cls: states(tag) for tag, spec in STATES.specs.items()}
    every_request: dict[type[Any], Strategy] = {cls: requests(operation) for operation, cls in REQUESTS.items()}
    every_part = {cls: _parts(cls) for cls in (Metric, Icon, Badge, OpenUrlAction, WebhookAction, PushAlert, Target)}
    for cls, strategy in (every_state | every_request | every_part).items():
        st.register_type_strategy(cls, strategy)
    st.register_type_strategy(Request, st.one_of(list(every_request.values())))
    for base in (State, ButtonedState):
        own = [strategy for cls, strategy in every_state.items() if issubclass(cls, base)]
        st.register_type_strategy(base, st.one_of(own))
