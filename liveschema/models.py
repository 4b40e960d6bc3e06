"""The model classes, with the constructors that are generated for them.

Type checkers read ``models.pyi`` instead, which ``tools/emit.py`` writes.
"""

from __future__ import annotations

from functools import reduce
from operator import or_

from liveschema._generated.construct import CONSTRUCTORS
from liveschema.contract.parts import Badge, Icon, Metric, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.contract.requests import (
    REQUESTS,
    EndRequest,
    EndStreamRequest,
    Request,
    StartRequest,
    StreamRequest,
    UpdateRequest,
)
from liveschema.contract.states import (
    STATES,
    Alert,
    ButtonedState,
    Metrics,
    Progress,
    SegmentedProgress,
    State,
    Stats,
    Timer,
    Value,
)
from liveschema.engine.docstrings import describe

__all__ = [
    "Alert",
    "AnyRequest",
    "AnyState",
    "Badge",
    "ButtonedState",
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

AnyState = reduce(or_, STATES.members)
"""The union of the classes of all activity types."""
AnyRequest = reduce(or_, REQUESTS.values())
"""The union of the classes of all operations."""

for _cls, _constructor in CONSTRUCTORS.items():
    describe(_cls)
    _constructor.__name__, _constructor.__qualname__ = "__init__", f"{_cls.__name__}.__init__"
    _constructor.__doc__ = f"Build and validate {_cls.__name__}, whose documentation describes the arguments."
    _cls.__init__ = _constructor
