"""What is known of an activity after the requests so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import attrs

from liveschema.contract.requests import Request
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.value_tests import LARGEST
from liveschema.engine.wording import got

Moment = float | datetime
"""Seconds from any fixed moment, or a datetime; one without a time zone is taken as UTC."""


def seconds(at: Moment | None) -> float | None:
    """Turn a moment into seconds.

    Args:
        at: The moment.

    Returns:
        The seconds; None for None.

    Raises:
        ValueError: If it is no finite number.
    """
    if isinstance(at, datetime):
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    if at is None or -LARGEST <= at <= LARGEST:
        return at
    msg = f"a moment must be a finite number of seconds, got {got(at)}"
    raise ValueError(msg)


@attrs.frozen
class Step:
    """One request of a sequence.

    Args:
        request: The payload, or the model of it.
        operation: What it was sent for.
        stream_key: The key of the stream, for an operation that has one.
        activity_id: What a start was answered with.
        at: When it was sent.

    .. versionadded:: 0.1.0
    """

    request: Request | Mapping[str, Any]
    operation: Operation
    stream_key: str | None = None
    activity_id: str | None = None
    at: Moment | None = None


@attrs.frozen
class TimerWindow:
    """The window of a timer.

    Args:
        duration_seconds: How long it is; None for one that counts up without end.
        counts_down: Whether it counts down.
        is_running: Whether it runs; otherwise it is paused.
        began: When it began, later by the pauses since; None without times.
        paused: When it was paused, while it is.

    .. versionadded:: 0.1.0
    """

    duration_seconds: float | None
    counts_down: bool
    is_running: bool
    began: float | None = None
    paused: float | None = None

    @classmethod
    def opened(cls, state: Mapping[str, Any], at: float | None) -> TimerWindow:
        """Open the window that the first request of a timer describes."""
        fields = STATES.specs[ActivityType.TIMER].fields
        counts_down = state.get("counts_down", fields["counts_down"].service_default)
        is_running = state.get("is_running", fields["is_running"].service_default)
        return cls(state.get("duration_seconds"), counts_down, is_running, at, None if is_running else at)

    def after(self, state: Mapping[str, Any], at: float | None) -> TimerWindow:
        """Give the window after another request: what that leaves out stays as it is.

        Args:
            state: The content state of the request.
            at: When it was sent.

        Returns:
            The window: a new one where the request has a duration, otherwise
            this one, paused, resumed or as it was.
        """
        counts_down = state.get("counts_down", self.counts_down)
        is_running = state.get("is_running", self.is_running)
        if "duration_seconds" in state:
            return TimerWindow(state["duration_seconds"], counts_down, is_running, at, None if is_running else at)
        began, paused = self.began, self.paused
        if is_running and not self.is_running:
            if began is not None and paused is not None and at is not None:
                began += at - paused
            paused = None
        elif self.is_running and not is_running:
            paused = at
        return TimerWindow(self.duration_seconds, counts_down, is_running, began, paused)


@attrs.frozen
class Activity:
    """An activity as the requests so far have left it; immutable.

    Args:
        managed: Whether a stream runs it; None before its first request.
        ended: Whether it was ended.
        type: Its type, as far as it is known.
        step: The last ``current_step``.
        number_of_steps: The last ``number_of_steps``.
        timer: The window of a timer.
        requests: How many requests it took.
        began: When the first one was sent, where that is known.
        latest: When the last one was sent, where that is known.
        restless_since: Since when no two updates in a row were two minutes apart.
        restless_told: Whether that has been reported.

    .. versionadded:: 0.1.0
    """

    managed: bool | None = None
    ended: bool = False
    type: ActivityType | None = None
    step: float | None = None
    number_of_steps: float | None = None
    timer: TimerWindow | None = None
    requests: int = 0
    began: float | None = None
    latest: float | None = None
    restless_since: float | None = None
    restless_told: bool = False

    @property
    def started(self) -> bool:
        """Whether it had a first request."""
        return self.managed is not None

    @property
    def running(self) -> bool:
        """Whether it was started and not ended."""
        return self.started and not self.ended

    def learned(self, state: Mapping[str, Any], at: float | None) -> Activity:
        """Give the activity after a request that breaks no rule.

        Args:
            state: The content state of the request.
            at: When it was sent.

        Returns:
            The activity with its type, step and window.
        """
        activity_type = self.type or (ActivityType(state["type"]) if "type" in state else None)
        timer = self.timer
        if activity_type is ActivityType.TIMER:
            timer = TimerWindow.opened(state, at) if timer is None else timer.after(state, at)
        return attrs.evolve(
            self,
            type=activity_type,
            step=state.get("current_step", self.step),
            number_of_steps=state.get("number_of_steps", self.number_of_steps),
            timer=timer,
        )

    def kept(self) -> dict[str, Any]:
        """Give the fields of a state that stay as they are where a request leaves them out."""
        return {} if self.number_of_steps is None else {"number_of_steps": self.number_of_steps}
