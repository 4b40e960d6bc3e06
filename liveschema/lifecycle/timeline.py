"""The check of requests to many activities."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from typing import Any, Final

import attrs

from liveschema.contract.vocabulary import MANAGED, ActivityType, Operation, OperationLike
from liveschema.engine.problems import Problem
from liveschema.engine.wording import a
from liveschema.lifecycle.activity import Activity, Moment, seconds
from liveschema.lifecycle.fold import Lifecycle, payload_of
from liveschema.lifecycle.rules.too_many_activities import TOO_MANY_ACTIVITIES
from liveschema.lifecycle.rules.too_many_requests import TOO_MANY_REQUESTS
from liveschema.models import Request
from liveschema.verdicts import check, known_rules

_AT_ONCE: Final = 4
_IN_A_MINUTE: Final = 60
_MINUTE: Final = 60.0


@attrs.define(eq=False)
class Track:
    """One activity of a timeline.

    Args:
        activity_id: The activity id; None if unknown.
        stream_key: The stream key of a managed activity; None for other activities.
        first: The index of the first request of the activity in the timeline, counted from 0.
        lifecycle: The check of the requests to the activity.

    .. versionadded:: 0.1.0
    """

    activity_id: str | None
    stream_key: str | None
    first: int
    lifecycle: Lifecycle = attrs.field(factory=Lifecycle)

    @property
    def name(self) -> str:
        """The name to show: the stream key, the activity id, or ``#`` and the number of the first request from 1."""
        return self.stream_key or self.activity_id or f"#{self.first + 1}"

    @property
    def state(self) -> Activity:
        """The state of the activity after its requests so far."""
        return self.lifecycle.state


@attrs.define(eq=False)
class Timeline:
    """The check of requests to many activities, in the order in which they are sent.

    .. versionadded:: 0.1.0
    """

    tracks: list[Track] = attrs.field(factory=list, init=False)
    """The activities in the order of their first requests."""
    count: int = attrs.field(default=0, init=False)
    """The number of requests so far."""
    latest: Track | None = attrs.field(default=None, init=False)
    """The activity of the latest request, even if it could not accept the request; None if the request names none."""
    _by_id: dict[str, Track] = attrs.field(factory=dict, init=False)
    _by_key: dict[str, Track] = attrs.field(factory=dict, init=False)
    _nameless: dict[ActivityType | None, deque[Track]] = attrs.field(factory=dict, init=False)
    """By type: the activities whose id is not known yet, the earliest first."""
    _running: int = attrs.field(default=0, init=False)
    _sent: deque[float] = attrs.field(factory=deque, init=False)
    _pressed: bool = attrs.field(default=False, init=False)

    def apply(  # noqa: PLR0913 - one argument for each property of a request
        self,
        request: Request | Mapping[str, Any],
        operation: OperationLike | None = None,
        stream_key: str | None = None,
        at: Moment | None = None,
        *,
        activity_id: str | None = None,
        enable: Collection[str] = (),
    ) -> list[Problem]:
        """Check the next request and apply it to its activity.

        A start request does not contain the id of the new activity. If
        ``activity_id`` is not given, the first later request with an unknown
        id is assigned to the earliest activity whose id is not known, if
        possible one of the type that the request names.

        Args:
            request: The payload, as plain data or as a request model.
            operation: The operation; may be None for a request model, which knows it.
            stream_key: The stream key, required for ``stream`` and ``end_stream``.
            at: The time of the request, in seconds since any fixed moment or
                as a datetime; None if unknown.
            activity_id: The activity id that the service answered to a
                ``start`` or ``stream``; None if unknown.
            enable: The ids of rules to apply that are off by default.

        Returns:
            All problems: those of the limits of the account, then those of
            `Lifecycle.apply`.

        Raises:
            ValueError: If the operation is unknown, or None for plain data; if a
                stream operation has no stream key; or if ``at`` is not finite.

        .. versionadded:: 0.1.0
        """
        payload, operation = payload_of(request, operation)
        moment, enable = seconds(at), known_rules(enable)  # before anything is changed
        track = self.latest = self._track(payload, operation, stream_key, activity_id)
        self.count += 1
        if track is None:
            return check(payload, operation, enable=enable)
        ran = track.state.running
        body: Any = payload
        problems = track.lifecycle.apply(body, operation, stream_key=stream_key, at=moment, enable=enable)
        too_many = self._count_running(track, ran=ran)
        too_often = self._pressure(moment) if moment is not None and operation in MANAGED else []
        return [*too_many, *too_often, *problems]

    def finish(self) -> list[tuple[Track, Problem]]:
        """Report the activities that were left running after the last request.

        Returns:
            For each activity that still runs, the activity and one warning, ``never-ended``.

        .. versionadded:: 0.1.0
        """
        return [(track, problem) for track in self.tracks for problem in track.lifecycle.finish()]

    def _track(
        self, payload: object, operation: Operation, stream_key: str | None, activity_id: str | None
    ) -> Track | None:
        """Return the activity of a request: a new one if it is unknown, None if the request names none."""
        if operation in MANAGED:
            if stream_key is None:
                msg = f"{a(str(operation))} request needs stream_key"
                raise ValueError(msg)
            track = self._by_key.get(stream_key)
            if track is None or (track.state.ended and operation is Operation.STREAM):
                track = Track(activity_id, stream_key, self.count)
            elif activity_id is not None:
                self._by_id[activity_id] = track
            return track
        name = activity_id
        if operation is not Operation.START:
            name = payload.get("activity_id") if isinstance(payload, dict) else None
            if not isinstance(name, str) or not name:
                return None
            if name not in self._by_id:
                self._claim(name, payload)
        return self._by_id.get(name or "") or Track(name, None, self.count)

    def _claim(self, name: str, payload: object) -> None:
        """Assign an id that appears for the first time to an activity without an id."""
        state = payload.get("content_state") if isinstance(payload, dict) else None
        activity_type = state.get("type") if isinstance(state, dict) else None
        waiting = [tracks for tracks in self._nameless.values() if tracks]
        alike = [tracks for tracks in waiting if tracks[0].state.type == activity_type]
        earliest = min(alike or waiting, key=lambda tracks: tracks[0].first, default=None)
        if earliest is not None:
            track = self._by_id[name] = earliest.popleft()
            track.activity_id = name

    def _count_running(self, track: Track, *, ran: bool) -> list[Problem]:
        """Update the number of running activities, and report a new one that exceeds the limit of the account."""
        self._running += track.state.running - ran
        if ran or not track.state.running:
            return []
        self._take_in(track)
        if self._running <= _AT_ONCE:
            return []
        message = f"at most {_AT_ONCE} activities should run at once, got {self._running}"
        return [TOO_MANY_ACTIVITIES.at((), message, "end another activity first")]

    def _take_in(self, track: Track) -> None:
        self.tracks.append(track)
        if track.stream_key is not None:
            self._by_key[track.stream_key] = track
        if track.activity_id is not None:
            self._by_id[track.activity_id] = track
        elif track.stream_key is None:
            self._nameless.setdefault(track.state.type, deque()).append(track)

    def _pressure(self, at: float) -> list[Problem]:
        """Report the first request that exceeds the limit per minute, but not the requests directly after it."""
        now = max(at, self._sent[-1]) if self._sent else at
        self._sent.append(now)
        while now - self._sent[0] >= _MINUTE:
            self._sent.popleft()
        pressed, self._pressed = self._pressed, len(self._sent) > _IN_A_MINUTE
        if pressed or not self._pressed:
            return []
        message = f"streams should send at most {_IN_A_MINUTE} requests per minute, got {len(self._sent)}"
        return [TOO_MANY_REQUESTS.at((), message, "send an update only when the content has changed")]
