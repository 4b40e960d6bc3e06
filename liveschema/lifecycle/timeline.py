"""Many activities: each request goes to the one it is for."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from typing import Any, Final

import attrs

from liveschema.contract.requests import Request
from liveschema.contract.vocabulary import MANAGED, ActivityType, Operation
from liveschema.engine.problems import Problem
from liveschema.lifecycle.activity import Activity, Moment, seconds
from liveschema.lifecycle.fold import Lifecycle, payload_of
from liveschema.lifecycle.rules.too_many_activities import TOO_MANY_ACTIVITIES
from liveschema.lifecycle.rules.too_many_requests import TOO_MANY_REQUESTS
from liveschema.verdicts import check

_AT_ONCE: Final = 4
_IN_A_MINUTE: Final = 60
_MINUTE: Final = 60.0


@attrs.define(eq=False)
class Track:
    """One activity of a timeline.

    Args:
        activity_id: Its id, where it is known.
        stream_key: The key of its stream, for a managed one.
        first: Which request began it, counted from 0.
        lifecycle: Its requests.

    .. versionadded:: 0.1.0
    """

    activity_id: str | None
    stream_key: str | None
    first: int
    lifecycle: Lifecycle = attrs.field(factory=Lifecycle)

    @property
    def name(self) -> str:
        """What to call it: its key or its id."""
        return self.stream_key or self.activity_id or f"#{self.first + 1}"

    @property
    def state(self) -> Activity:
        """What is known of the activity."""
        return self.lifecycle.state


@attrs.define(eq=False)
class Timeline:
    """Requests to many activities in the order they were sent.

    .. versionadded:: 0.1.0
    """

    tracks: list[Track] = attrs.field(factory=list, init=False)
    """The activities in the order of their first requests."""
    count: int = attrs.field(default=0, init=False)
    """How many requests it took."""
    latest: Track | None = attrs.field(default=None, init=False)
    """The activity that the latest request was for, even if that could not take it."""
    _by_id: dict[str, Track] = attrs.field(factory=dict, init=False)
    _by_key: dict[str, Track] = attrs.field(factory=dict, init=False)
    _nameless: dict[ActivityType | None, deque[Track]] = attrs.field(factory=dict, init=False)
    """By type, the activities whose id is not known, the earliest first."""
    _running: int = attrs.field(default=0, init=False)
    _sent: deque[float] = attrs.field(factory=deque, init=False)
    _pressed: bool = attrs.field(default=False, init=False)

    def apply(  # noqa: PLR0913 - one keyword for each thing that is known of a request beside its body
        self,
        request: Request | Mapping[str, Any],
        operation: Operation | str | None = None,
        stream_key: str | None = None,
        at: Moment | None = None,
        *,
        activity_id: str | None = None,
        enable: Collection[str] = (),
    ) -> list[Problem]:
        """Take the next request, to whichever activity.

        A start does not say which id it is answered with. Where that is not
        given, the first request with an unknown id is taken to be for the
        earliest activity whose id is not known, of the same type if it names
        one and there is one.

        Args:
            request: The payload, or the model of it.
            operation: What it is sent for; a model knows it by itself.
            stream_key: The key of the stream, for ``stream`` and ``end_stream``.
            at: When it is sent: seconds from any fixed moment, or a datetime.
            activity_id: What a start or a stream was answered with.
            enable: Ids of rules to apply although they are off by default.

        Returns:
            Every problem, as for `Lifecycle.apply`, and those of the account.

        Raises:
            ValueError: If there is no such operation, none is given, a stream
                operation has no key, or the moment is no finite number.

        .. versionadded:: 0.1.0
        """
        payload, operation = payload_of(request, operation)
        moment = seconds(at)
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
        """Say what is wrong with leaving the activities as they are.

        Returns:
            A warning for each that still runs.

        .. versionadded:: 0.1.0
        """
        return [(track, problem) for track in self.tracks for problem in track.lifecycle.finish()]

    def _track(
        self, payload: object, operation: Operation, stream_key: str | None, activity_id: str | None
    ) -> Track | None:
        """Find the activity that a request is for: a new one if nobody knows it, None if it names none."""
        if operation in MANAGED:
            if stream_key is None:
                msg = f"{operation} needs the key of its stream"
                raise ValueError(msg)
            track = self._by_key.get(stream_key)
            if track is None or (track.state.ended and operation is Operation.STREAM):
                track = Track(activity_id, stream_key, self.count)
            if activity_id is not None:
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
        """Give an id that comes up for the first time to an activity that has none."""
        state = payload.get("content_state") if isinstance(payload, dict) else None
        activity_type = state.get("type") if isinstance(state, dict) else None
        waiting = [tracks for tracks in self._nameless.values() if tracks]
        alike = [tracks for tracks in waiting if tracks[0].state.type == activity_type]
        earliest = min(alike or waiting, key=lambda tracks: tracks[0].first, default=None)
        if earliest is not None:
            track = self._by_id[name] = earliest.popleft()
            track.activity_id = name

    def _count_running(self, track: Track, *, ran: bool) -> list[Problem]:
        """Count an activity that begins or ends, and report one that is too many for the account."""
        self._running += track.state.running - ran
        if ran or not track.state.running:
            return []
        self._take_in(track)
        if self._running <= _AT_ONCE:
            return []
        message = f"at most {_AT_ONCE} activities should run at once, got {self._running}"
        return [TOO_MANY_ACTIVITIES.at((), message, "end one of the others first")]

    def _take_in(self, track: Track) -> None:
        self.tracks.append(track)
        if track.stream_key is not None:
            self._by_key[track.stream_key] = track
        elif track.activity_id is not None:
            self._by_id[track.activity_id] = track
        else:
            self._nameless.setdefault(track.state.type, deque()).append(track)

    def _pressure(self, at: float) -> list[Problem]:
        """Report the request that is one too many in a minute, and not those that follow it at once."""
        now = max(at, self._sent[-1]) if self._sent else at
        self._sent.append(now)
        while now - self._sent[0] >= _MINUTE:
            self._sent.popleft()
        pressed, self._pressed = self._pressed, len(self._sent) > _IN_A_MINUTE
        if pressed or not self._pressed:
            return []
        message = f"streams should take at most {_IN_A_MINUTE} requests in a minute, got {len(self._sent)}"
        return [TOO_MANY_REQUESTS.at((), message, "send an update when what it shows has changed")]
