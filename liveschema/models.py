"""The model classes, with the constructors that are generated for them."""

from __future__ import annotations

from liveschema._generated.construct import CONSTRUCTORS
from liveschema.contract.parts import Badge, Icon, Metric, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.contract.requests import (
    EndRequest,
    EndStreamRequest,
    Request,
    StartRequest,
    StreamRequest,
    UpdateRequest,
)
from liveschema.contract.states import Alert, Metrics, Progress, SegmentedProgress, State, Stats, Timer, Value

__all__ = [
    "Alert",
    "Badge",
    "EndRequest",
    "EndStreamRequest",
    "Icon",
    "Metric",
    "Metrics",
    "OpenUrlAction",
    "Progress",
    "PushAlert",
    "Request",
    "SegmentedProgress",
    "StartRequest",
    "State",
    "Stats",
    "StreamRequest",
    "Target",
    "Timer",
    "UpdateRequest",
    "Value",
    "WebhookAction",
]

for _cls, _constructor in CONSTRUCTORS.items():
    _constructor.__name__, _constructor.__qualname__ = "__init__", f"{_cls.__name__}.__init__"
    _cls.__init__ = _constructor  # type: ignore[misc] # the class is the one that the constructor is for
