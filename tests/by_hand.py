"""Build request models from payloads by calling the classes, as a sender would in code."""

from __future__ import annotations

from typing import Any, TypeVar

import liveschema
from liveschema import ActivityType, InvalidPayload, Operation
from liveschema.contract import states
from liveschema.engine.declare import Model

REQUESTS: dict[str, type[liveschema.Request]] = {
    "start": liveschema.StartRequest,
    "update": liveschema.UpdateRequest,
    "end": liveschema.EndRequest,
    "stream": liveschema.StreamRequest,
    "end_stream": liveschema.EndStreamRequest,
}
STATES: dict[str, type[Model]] = {str(spec.tag): spec.cls for spec in states.STATES.specs.values()}
ACTIONS: dict[str, type[Model]] = {"open_url": liveschema.OpenUrlAction, "webhook": liveschema.WebhookAction}
INERT_STATE = {"counts_down": True, "is_running": True}
NULLED_STATE = ("icon", "badge")
INERT_ACTION = {"method": "POST"}


M = TypeVar("M", bound=Model)


class CannotBeWrittenError(Exception):
    """A payload that no call in Python can express, such as one with null for a field."""


def build(payload: Any, operation: Operation, activity_type: ActivityType | None = None) -> liveschema.Request:
    """Build the request model of a payload.

    Raises:
        CannotBeWrittenError: If no call can express the payload.
        InvalidPayload: If a model rejects its arguments.
    """
    fields = _fields(payload)
    parts: dict[str, type[Model]] = {"alert": liveschema.PushAlert, "target": liveschema.Target}
    for name, cls in parts.items():
        if isinstance(fields.get(name), dict):
            fields[name] = _call(cls, fields[name])
    for name in ("action", "secondary_action"):
        if isinstance(fields.get(name), dict):
            fields[name] = _member(ACTIONS, fields[name], fields[name].get("type"))
    state = fields.get("content_state")
    if not isinstance(state, dict):
        if activity_type not in {None, *states.BUTTONED} and "secondary_action" in fields:
            raise CannotBeWrittenError  # only the caller of `load` can know the type here
        return _call(REQUESTS[operation], fields)
    kind = activity_type or state.get("type")
    tries = [kind] if kind is not None or "type" in state else list(STATES)
    refusal: Exception = CannotBeWrittenError()
    for each in tries:
        try:
            return _call(REQUESTS[operation], {**fields, "content_state": _state(state, each)})
        except (InvalidPayload, CannotBeWrittenError) as error:
            refusal = error
    raise refusal


def _state(data: dict[Any, Any], kind: Any) -> Model:
    fields = _fields({name: value for name, value in data.items() if value is not None or name not in NULLED_STATE})
    fields.setdefault("type", None)
    holders: dict[str, type[Model]] = {"icon": liveschema.Icon, "badge": liveschema.Badge}
    for name, cls in holders.items():
        if isinstance(fields.get(name), dict):
            fields[name] = _call(cls, fields[name])
    if isinstance(fields.get("metrics"), list | tuple):
        fields["metrics"] = [_call(liveschema.Metric, each) for each in fields["metrics"]]
    return _member(STATES, fields, kind)


def _member(family: dict[str, type[Model]], fields: dict[Any, Any], kind: Any) -> Model:
    if not isinstance(kind, str) or kind not in family:
        raise CannotBeWrittenError
    cls = family[kind]
    inert: dict[str, Any] = INERT_ACTION if family is ACTIONS else INERT_STATE
    kept = dict(fields)
    for name, default in inert.items():
        value = kept.get(name)
        if name not in cls.__spec__.fields and type(value) is type(default) and value == default:
            del kept[name]
    return _call(cls, kept)


def _fields(data: Any) -> dict[Any, Any]:
    if not isinstance(data, dict) or any(value is None for value in data.values()):
        raise CannotBeWrittenError
    return dict(data)


def _call(cls: type[M], fields: Any) -> M:
    if not isinstance(fields, dict) or any(value is None for name, value in fields.items() if name != "type"):
        raise CannotBeWrittenError
    try:
        return cls(**fields)
    except TypeError as error:
        raise CannotBeWrittenError from error
