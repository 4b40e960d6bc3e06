"""Examples of payloads in the documentation of rules, and helpers to write them."""

from __future__ import annotations

from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from liveschema.contract.vocabulary import ActivityType

    Json = dict[str, Any]


class Example(Record):
    """An example of a payload that breaks or obeys a rule.

    Args:
        operation: The operation of the payload.
        payload: The payload, or its text if the rule is about the text.
        pointer: For a bad example, the JSON Pointer of the problem.
        activity_type: The type of the existing activity, if the rule depends on it.
        before: The requests before this one, if the rule is about sequences of requests.
        activity_id: For a start, the id in the response of the service.
        stream_key: The key of the stream.
        at: The time at which the request was sent, in seconds.
    """

    operation: Operation
    payload: Any
    pointer: str = ""
    activity_type: ActivityType | None = None
    before: tuple[Example, ...] = ()
    activity_id: str | None = None
    stream_key: str = "prod-web-1"
    at: float | None = None


PROGRESS: Json = {"title": "Nightly backup", "type": "progress", "percentage": 42}
ALERT: Json = {"title": "Deploy", "type": "alert", "message": "Waiting for approval"}
TIMER: Json = {"title": "Benchmark", "type": "timer", "duration_seconds": 900}
STEPS: Json = {"title": "Release", "type": "segmented_progress", "number_of_steps": 4, "current_step": 2}
CPU: Json = {"label": "CPU", "value": 27, "unit": "%"}
MEMORY: Json = {"label": "Memory", "value": 61, "unit": "%"}
OPEN: Json = {"title": "Open", "type": "open_url", "url": "https://ci.example.com/run/7"}
RERUN: Json = {"title": "Run again", "type": "webhook", "url": "https://ci.example.com/run"}


def metrics(*items: Json, kind: str = "metrics") -> Json:
    """Return a ``metrics`` or ``stats`` state with some metrics."""
    return {"title": "web-1", "type": kind, "metrics": list(items)}


def start(state: Json, pointer: str = "", **fields: object) -> Example:
    """Return an example of a start request."""
    return Example(Operation.START, {"content_state": state, **fields}, pointer)


def update(state: Json, pointer: str = "", *, activity_type: ActivityType | None = None, **fields: object) -> Example:
    """Return an example of an update request."""
    payload = {"activity_id": "act_7", "content_state": state, **fields}
    return Example(Operation.UPDATE, payload, pointer, activity_type)


def end(state: Json, pointer: str = "", **fields: object) -> Example:
    """Return an example of an end request."""
    return Example(Operation.END, {"activity_id": "act_7", "content_state": state, **fields}, pointer)


def stream(state: Json, pointer: str = "", **fields: object) -> Example:
    """Return an example of a stream request."""
    return Example(Operation.STREAM, {"content_state": state, **fields}, pointer)


GOOD_TEXT = '{"activity_id": "act_7", "content_state": {"title": "Backup", "percentage": 42}}'
"""The JSON text of a valid update request."""


def nested(levels: int) -> object:
    """Return a value with a number of levels of nested lists."""
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def text(body: str | bytes, pointer: str = "") -> Example:
    """Return an example of an update request that is given as text."""
    return Example(Operation.UPDATE, body, pointer)
