"""Validate, type and lint the payloads of Live Activity requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liveschema._check import check, check_stream_key, is_valid
from liveschema._convert import dump, dumps, load, loads, register_hooks
from liveschema.models import (
    Alert,
    Badge,
    EndRequest,
    EndStreamRequest,
    Icon,
    Metric,
    Metrics,
    OpenUrlAction,
    Progress,
    PushAlert,
    Request,
    SegmentedProgress,
    StartRequest,
    State,
    Stats,
    StreamRequest,
    Target,
    Timer,
    UpdateRequest,
    Value,
    WebhookAction,
)
from liveschema.problems import InvalidPayload, Problem, Severity
from liveschema.vocabulary import ActionType, ActivityType, Color, Operation, WebhookMethod

if TYPE_CHECKING:
    from liveschema.export import json_schema

__all__ = [
    "ActionType",
    "ActivityType",
    "Alert",
    "Badge",
    "Color",
    "EndRequest",
    "EndStreamRequest",
    "Icon",
    "InvalidPayload",
    "Metric",
    "Metrics",
    "OpenUrlAction",
    "Operation",
    "Problem",
    "Progress",
    "PushAlert",
    "Request",
    "SegmentedProgress",
    "Severity",
    "StartRequest",
    "State",
    "Stats",
    "StreamRequest",
    "Target",
    "Timer",
    "UpdateRequest",
    "Value",
    "WebhookAction",
    "WebhookMethod",
    "check",
    "check_stream_key",
    "dump",
    "dumps",
    "is_valid",
    "json_schema",
    "load",
    "loads",
    "register_hooks",
]


def __getattr__(name: str) -> object:
    """Import the export when it is asked for: who judges payloads need not wait for it."""
    if name != "json_schema":
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from liveschema.export import json_schema  # noqa: PLC0415 - as said

    return json_schema
