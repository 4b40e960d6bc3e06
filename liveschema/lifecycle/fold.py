"""One activity: each request is judged by what came before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import attrs

from liveschema.contract.requests import Request
from liveschema.contract.rules.stream_cannot_start import STREAM_CANNOT_START
from liveschema.contract.states import FRESH_START, STATES
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import MANAGED, ActivityType, Operation
from liveschema.convert import dump
from liveschema.engine.objects import report_rule
from liveschema.engine.plain import plain
from liveschema.engine.problems import Problem, ProblemCollector, Severity, in_document_order
from liveschema.engine.wording import a, listed
from liveschema.lifecycle.activity import Activity, Moment, seconds
from liveschema.lifecycle.rules.already_started import ALREADY_STARTED
from liveschema.lifecycle.rules.ended_activity import ENDED_ACTIVITY
from liveschema.lifecycle.rules.first_stream import FIRST_STREAM
from liveschema.lifecycle.rules.mixed_lifecycle import MIXED_LIFECYCLE
from liveschema.lifecycle.rules.never_ended import NEVER_ENDED
from liveschema.lifecycle.rules.timer_not_paused import TIMER_NOT_PAUSED
from liveschema.lifecycle.rules.unknown_activity import UNKNOWN_ACTIVITY
from liveschema.lifecycle.rules.updated_too_often import UPDATED_TOO_OFTEN
from liveschema.verdicts import check

_ENDING: Final = frozenset({Operation.END, Operation.END_STREAM})
_STATE: Final = "content_state"
_GAP: Final = 120.0
"""Seconds between two updates that iOS bears without end."""
_LONG: Final = 1800.0
"""Seconds of updates without such a gap before it counts as long."""


def payload_of(request: object, operation: Operation | str | None) -> tuple[object, Operation]:
    """Give the payload of a request, plain, and what it is sent for.

    Args:
        request: The payload, or the model of it.
        operation: What it is sent for; a model knows it by itself.

    Returns:
        The payload and the operation.

    Raises:
        ValueError: If there is no such operation, or none is given.
    """
    if isinstance(request, Request):
        return dump(request), request.operation
    if operation is None:
        msg = "a payload does not say what it is sent for; name the operation"
        raise ValueError(msg)
    return plain(request), Operation(operation)


def apply(
    activity: Activity, payload: object, operation: Operation, at: float | None, enable: Collection[str] = ()
) -> tuple[Activity, list[Problem]]:
    """Fold one more request into an activity.

    Args:
        activity: The activity before it.
        payload: The payload, plain.
        operation: What it is sent for.
        at: When it is sent, in seconds.
        enable: Ids of rules to apply although they are off by default.

    Returns:
        The activity after it, and every problem: those of the sequence, then
        those of the payload in document order.
    """
    opening = operation is Operation.START or (operation is Operation.STREAM and not activity.running)
    out_of_turn = _out_of_turn(activity, operation)
    known = None if opening or out_of_turn else activity.type
    problems = check(payload, operation, activity_type=known, enable=enable)
    if out_of_turn:
        return activity, [*out_of_turn, *problems]
    body = payload if isinstance(payload, dict) else {}
    state = body.get(_STATE)
    state = state if isinstance(state, dict) else {}
    before = Activity(managed=operation in MANAGED) if opening else activity
    if opening and operation is Operation.STREAM:
        problems = [problem for problem in problems if problem.rule != STREAM_CANNOT_START.id]
        problems += _lacks_for_a_start(state)
    problems += _against_what_is_kept(before, state, operation, problems)
    if not opening:
        problems += _idle_resume(before, state)
    late, after = _timed(before, operation, at)
    if state and not any(problem.severity is Severity.ERROR for problem in problems):
        after = after.learned(state, at)
    elif opening and STATES.select(state) is not None:
        after = attrs.evolve(after, type=ActivityType(state["type"]))
    after = attrs.evolve(after, requests=before.requests + 1, ended=operation in _ENDING)
    return after, [*late, *in_document_order(problems, payload)]


def _out_of_turn(activity: Activity, operation: Operation) -> list[Problem]:
    """Report a request that the activity cannot take at all."""
    managed = operation in MANAGED
    if activity.started and activity.managed is not managed:
        run_by = "a stream" if activity.managed else "start, update and end"
        return [MIXED_LIFECYCLE.at((), f"an activity run by {run_by} takes no {operation}, got one")]
    if operation is Operation.START and activity.started:
        state = "ended" if activity.ended else "running"
        return [ALREADY_STARTED.at((), f"an activity must be started once, got a start while it is {state}")]
    if operation in (Operation.START, Operation.STREAM) or activity.running:
        return []
    what = "stream" if managed else "activity"
    if not activity.started:
        return [UNKNOWN_ACTIVITY.at((), f"{a(str(operation))} needs {a(what)} that was started, got none")]
    hint = "start another one" if not managed else "stream to the key first"
    return [ENDED_ACTIVITY.at((), f"{a(str(operation))} needs {a(what)} that runs, got one that was ended", hint)]


def _lacks_for_a_start(state: Mapping[str, Any]) -> list[Problem]:
    """Report what the first stream of a key lacks, by the declarations of its type."""
    spec = STATES.select(dict(state))
    if spec is None:
        lacking = [] if "type" in state or not state else ["type"]
    else:
        lacking = [each.expected for each in spec.needed_for(FRESH_START) if each.missing(state)]
    if not lacking:
        return []
    message = f"the first stream of a key must hold what a start needs, got no {listed(lacking)}"
    return [FIRST_STREAM.at((_STATE,), message, f"add {listed(lacking)}")]


def _against_what_is_kept(
    activity: Activity, state: Mapping[str, Any], operation: Operation, problems: list[Problem]
) -> list[Problem]:
    """Apply the rules over several fields to fields that an earlier request sent."""
    kept = activity.kept()
    if not kept or any(problem.severity is Severity.ERROR for problem in problems):
        return []
    out = ProblemCollector()
    for rule, group in (each for spec in STATES.specs.values() for each in spec.active_rules(operation)):
        if kept.keys() & set(group):
            known = {**kept, **state}
            if rule.test.applies_to(group, known, known):
                report_rule(rule, group, known, (_STATE,), out)
    hint = f"{listed(kept)} as last sent"
    return [attrs.evolve(problem, hint=problem.hint or hint) for problem in out.problems]


def _idle_resume(activity: Activity, state: Mapping[str, Any]) -> list[Problem]:
    resumes = state.get("is_running") is True and "duration_seconds" not in state
    if activity.timer is None or not activity.timer.is_running or not resumes:
        return []
    message = "is_running should be true on a timer that is paused, got it on one that runs"
    return [TIMER_NOT_PAUSED.at((_STATE, "is_running"), message, "leave is_running out")]


def _timed(activity: Activity, operation: Operation, at: float | None) -> tuple[list[Problem], Activity]:
    """Take note of when a request was sent, and report updates that come too often."""
    if at is None:
        return [], activity
    if activity.latest is None:
        return [], attrs.evolve(activity, began=None if activity.requests else at, latest=at)
    now = max(at, activity.latest)
    if now - activity.latest >= _GAP or operation in _ENDING:
        return [], attrs.evolve(activity, latest=now, restless_since=None, restless_told=False)
    since = activity.latest if activity.restless_since is None else activity.restless_since
    tell = now - since > _LONG and not activity.restless_told
    told = activity.restless_told or tell
    after = attrs.evolve(activity, latest=now, restless_since=since, restless_told=told)
    if not tell:
        return [], after
    minutes = int((now - since) // 60)
    message = f"updates should be two minutes apart in the long run, got {minutes} minutes without such a gap"
    return [UPDATED_TOO_OFTEN.at((), message, "send an update when what it shows has changed")], after


@attrs.define(eq=False)
class Lifecycle:
    """One activity: takes its requests one after the other.

    Args:
        state: What is known of the activity; a new one unless given.

    .. versionadded:: 0.1.0
    """

    state: Activity = attrs.field(factory=Activity)

    def apply(
        self,
        request: Request | Mapping[str, Any],
        operation: Operation | str | None = None,
        stream_key: str | None = None,
        at: Moment | None = None,
        *,
        enable: Collection[str] = (),
    ) -> list[Problem]:
        """Take the next request.

        What has an error does not change what the activity shows. A first
        request with an error begins it nonetheless, and a last one ends it, so
        that one mistake is not reported again with every request after it.
        After an ``end_stream`` the next ``stream`` begins anew.

        Args:
            request: The payload, or the model of it.
            operation: What it is sent for; a model knows it by itself.
            stream_key: The key of the stream; checked where it is given.
            at: When it is sent: seconds from any fixed moment, or a datetime.
            enable: Ids of rules to apply although they are off by default.

        Returns:
            Every problem: those of the sequence, then those of the payload,
            which is judged by all rules on single payloads too.

        Raises:
            ValueError: If there is no such operation, none is given, or the
                moment is no finite number.

        .. versionadded:: 0.1.0
        """
        payload, operation = payload_of(request, operation)
        wrong_key = [] if stream_key is None else check_stream_key(stream_key)
        self.state, problems = apply(self.state, payload, operation, seconds(at), enable)
        return [*wrong_key, *problems]

    def finish(self) -> list[Problem]:
        """Say what is wrong with leaving the activity as it is.

        Returns:
            A warning where it still runs.

        .. versionadded:: 0.1.0
        """
        if not self.state.running:
            return []
        how = "end_stream" if self.state.managed else "end"
        count = self.state.requests
        message = f"an activity should be ended, got no {how} after {count} request{'' if count == 1 else 's'}"
        return [NEVER_ENDED.at((), message, f"send {how} when the work is done")]
