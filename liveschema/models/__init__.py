"""What users build: states, their parts, and the requests that carry them."""

from liveschema.models._declare import Model
from liveschema.models.parts import ACTIONS, Badge, Icon, Metric, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.models.requests import (
    REQUESTS,
    EndRequest,
    EndStreamRequest,
    Request,
    StartRequest,
    StreamRequest,
    UpdateRequest,
)
from liveschema.models.states import (
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

__all__ = [
    "ACTIONS",
    "REQUESTS",
    "STATES",
    "Alert",
    "Badge",
    "ButtonedState",
    "EndRequest",
    "EndStreamRequest",
    "Icon",
    "Metric",
    "Metrics",
    "Model",
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
