"""Payloads that show the rules, and short ways to write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from liveschema.contract.vocabulary import Operation

if TYPE_CHECKING:
    from liveschema.contract.vocabulary import ActivityType

Json = dict[str, Any]


@attrs.frozen
class Example:
    """A payload that shows a rule, from the good or the bad side.

    Args:
        operation: What the payload is sent for.
        payload: The payload itself, or the raw text where the fault is in it.
        activity_type: The type the existing activity is known to have, where
            the rule needs to know.
        pointer: For a bad example, where the problem is reported.
        before: The requests that came before it, where the rule is on a
            sequence of them.
        activity_id: What a start was answered with.
        stream_key: The key of the stream.
        at: When it was sent, in seconds.
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
    """Write a state of metrics or stats."""
    return {"title": "web-1", "type": kind, "metrics": list(items)}


def start(state: Json, pointer: str = "", **fields: object) -> Example:
    """Write an example of a start."""
    return Example(Operation.START, {"content_state": state, **fields}, pointer)


def update(state: Json, pointer: str = "", *, activity_type: ActivityType | None = None, **fields: object) -> Example:
    """Write an example of an update."""
    payload = {"activity_id": "act_7", "content_state": state, **fields}
    return Example(Operation.UPDATE, payload, pointer, activity_type)


def end(state: Json, pointer: str = "", **fields: object) -> Example:
    """Write an example of an end."""
    return Example(Operation.END, {"activity_id": "act_7", "content_state": state, **fields}, pointer)


def stream(state: Json, pointer: str = "", **fields: object) -> Example:
    """Write an example of a stream."""
    return Example(Operation.STREAM, {"content_state": state, **fields}, pointer)


GOOD_TEXT: Final = '{"activity_id": "act_7", "content_state": {"title": "Backup", "percentage": 42}}'
"""A whole update as it is sent."""


def nested(levels: int) -> object:
    """Write a value that nests so many levels deep."""
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def text(body: str | bytes, pointer: str = "") -> Example:
    """Write an example whose fault is in the text of an update."""
    return Example(Operation.UPDATE, body, pointer)
