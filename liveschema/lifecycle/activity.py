"""The state of an activity after the requests so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import attrs

from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.value_tests import LARGEST
from liveschema.engine.wording import got
from liveschema.models import Request

Moment = float | datetime
"""A time: seconds since any fixed moment, or a datetime; a datetime without a time zone counts as UTC."""


def seconds(at: Moment | None) -> float | None:
    """Convert a time to seconds.

    Args:
        at: The time.

    Returns:
        The number itself, or the seconds since 1970-01-01 UTC for a datetime; None for None.

    Raises:
        ValueError: If it is not a finite number.
    """
    if isinstance(at, datetime):
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    if at is None or _is_finite_number(at):
        return at
    msg = f"at must be a finite number of seconds or a datetime, got {got(at)}"
    raise ValueError(msg)


def _is_finite_number(value: object) -> bool:
    return isinstance(value, int | float) and -LARGEST <= value <= LARGEST


@attrs.frozen
class Step:
    """One request of a sequence.

    Args:
        request: The payload, as plain data or as a request model.
        operation: The operation.
        stream_key: The stream key, for ``stream`` and ``end_stream``; else None.
        activity_id: The activity id that the service answered to a ``start``; else None.
        at: The time of the request, in seconds since any fixed moment or as a
            datetime; None if unknown.

    .. versionadded:: 0.1.0
    """

    request: Request | Mapping[str, Any]
    operation: Operation
    stream_key: str | None = None
    activity_id: str | None = None
    at: Moment | None = None


@attrs.frozen
class TimerWindow:
    """The current window of a timer.

    Args:
        duration_seconds: The length in seconds; None for a timer that counts up without end.
        counts_down: Whether the timer counts down.
        is_running: Whether the timer runs; False if it is paused.
        began: The start time in seconds, moved later by the length of the
            pauses since then; None if unknown.
        paused: The time in seconds at which the timer was paused; None if it
            runs or the time is unknown.

    .. versionadded:: 0.1.0
    """

    duration_seconds: float | None
    counts_down: bool
    is_running: bool
    began: float | None = None
    paused: float | None = None

    @classmethod
    def opened(cls, state: Mapping[str, Any], at: float | None) -> TimerWindow:
        """Return the window that the first request of a timer describes.

        Args:
            state: The content state of the request.
            at: The time of the request in seconds; None if unknown.

        Returns:
            The window; fields that the request leaves out have the defaults of the service.
        """
        fields = STATES.specs[ActivityType.TIMER].fields
        counts_down = state.get("counts_down", fields["counts_down"].service_default)
        is_running = state.get("is_running", fields["is_running"].service_default)
        return cls(state.get("duration_seconds"), counts_down, is_running, at, None if is_running else at)

    def after(self, state: Mapping[str, Any], at: float | None) -> TimerWindow:
        """Return the window after another request; fields that the request leaves out keep their values.

        Args:
            state: The content state of the request.
            at: The time of the request in seconds; None if unknown.

        Returns:
            A new window if the request has a duration; otherwise the current
            window, which may be paused or resumed.
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

    def elapsed(self, at: float | None) -> float | None:
        """Return how long the timer has run, without its pauses.

        Args:
            at: The time in seconds; None if unknown.

        Returns:
            The seconds, at least 0; None if they cannot be told.
        """
        until = at if self.is_running else self.paused
        return None if self.began is None or until is None else max(until - self.began, 0.0)


@attrs.frozen
class Activity:
    """The state of an activity after the requests so far; immutable.

    Args:
        managed: Whether a stream runs the activity; None before its first request.
        ended: Whether the activity was ended.
        type: The activity type; None if unknown.
        step: The last ``current_step``; None if there was none.
        number_of_steps: The last ``number_of_steps``; None if there was none.
        timer: The window of the timer; None for other types.
        requests: The number of requests so far.
        began: The time of the first request in seconds; None if unknown.
        latest: The time of the last request in seconds; None if unknown.
        too_frequent_since: The start of the current period in seconds in which no
            two consecutive requests were at least two minutes apart; None if
            there is no such period.
        too_frequent_reported: Whether ``updated-too-often`` was reported in that period.

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
    too_frequent_since: float | None = None
    too_frequent_reported: bool = False

    @property
    def started(self) -> bool:
        """Whether the activity had its first request."""
        return self.managed is not None

    @property
    def running(self) -> bool:
        """Whether the activity was started and not ended."""
        return self.started and not self.ended

    def learned(self, state: Mapping[str, Any], at: float | None) -> Activity:
        """Return the activity after the content state of a request without errors.

        Args:
            state: The content state of the request.
            at: The time of the request in seconds; None if unknown.

        Returns:
            A copy with the new type, step, number of steps and timer window.
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

    def shown(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Return a content state with what the card keeps of earlier requests: its type, its steps and its timer.

        Args:
            state: The content state of a request.

        Returns:
            A new dict. What the service does not say that it keeps, such as a subtitle, is not added.
        """
        kept = self.kept()
        if self.type is not None:
            kept["type"] = str(self.type)
        if self.timer is not None:
            kept |= {"counts_down": self.timer.counts_down, "is_running": self.timer.is_running}
            if self.timer.duration_seconds is not None:
                kept["duration_seconds"] = self.timer.duration_seconds
        return {**kept, **state}

    def kept(self) -> dict[str, Any]:
        """Return the fields of the content state that keep their values when a request leaves them out."""
        return {} if self.number_of_steps is None else {"number_of_steps": self.number_of_steps}
