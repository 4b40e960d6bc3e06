"""The check of the requests to one activity, each against the state after the earlier ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final, cast

import attrs

from liveschema.contract.rules.stream_cannot_start import STREAM_CANNOT_START
from liveschema.contract.states import FRESH_START, STATES
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import MANAGED, ActivityType, Operation, OperationLike
from liveschema.convert import dump
from liveschema.engine.objects import report_rule
from liveschema.engine.plain import is_plain, plain
from liveschema.engine.problems import Problem, ProblemCollector, in_document_order
from liveschema.engine.record import evolve
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
from liveschema.models import Request
from liveschema.verdicts import check, known_rules

_ENDING: Final = frozenset({Operation.END, Operation.END_STREAM})
_STATE: Final = "content_state"
_GAP: Final = 120.0
"""The interval between updates, in seconds, that iOS never throttles."""
_LONG: Final = 1800.0
"""The time without such an interval, in seconds, after which updates count as too frequent."""


def payload_of(request: object, operation: OperationLike | None) -> tuple[object, Operation]:
    """Return the payload of a request as plain data, and its operation.

    Args:
        request: The payload, as plain data or as a request model.
        operation: The operation; may be None for a request model, which knows it.

    Returns:
        The payload and the operation.

    Raises:
        ValueError: If the operation is unknown, or None for plain data.
    """
    if issubclass(type(request), Request):
        model = cast("Request", request)
        return dump(model), model.operation
    if operation is None:
        msg = "operation is required with a payload"
        raise ValueError(msg)
    return request if is_plain(request) else plain(request), Operation(operation)


def apply(
    activity: Activity, payload: object, operation: Operation, at: float | None, enable: Collection[str] = ()
) -> tuple[Activity, list[Problem]]:
    """Check a request and apply it to an activity.

    Args:
        activity: The activity before the request.
        payload: The payload, as plain data.
        operation: The operation.
        at: The time of the request in seconds; None if unknown.
        enable: The ids of rules to apply that are off by default.

    Returns:
        The activity after the request, and all problems: those of the
        sequence, then those of the payload in document order.
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
    if state and not any(problem.is_error for problem in problems):
        after = after.learned(state, at)
    elif opening and STATES.select(state) is not None:
        after = attrs.evolve(after, type=ActivityType(state["type"]))
    after = attrs.evolve(after, requests=before.requests + 1, ended=operation in _ENDING)
    return after, [*late, *in_document_order(problems, payload)]


def _out_of_turn(activity: Activity, operation: Operation) -> list[Problem]:
    """Report a request that the activity cannot accept in its current state."""
    managed = operation in MANAGED
    if activity.started and activity.managed is not managed:
        run_by = "a stream" if activity.managed else "start, update and end"
        return [MIXED_LIFECYCLE.at((), f"an activity with {run_by} accepts no {operation}, got one")]
    if operation is Operation.START and activity.started:
        state = "ended" if activity.ended else "running"
        return [ALREADY_STARTED.at((), f"an activity must be started only once, got a start of one that is {state}")]
    if operation in (Operation.START, Operation.STREAM) or activity.running:
        return []
    what = "stream" if managed else "activity"
    if not activity.started:
        return [UNKNOWN_ACTIVITY.at((), f"{a(str(operation))} needs {a(what)} that was started, got none")]
    hint = "start another one" if not managed else "stream to the key first"
    return [ENDED_ACTIVITY.at((), f"{a(str(operation))} needs a running {what}, got one that has ended", hint)]


def _lacks_for_a_start(state: Mapping[str, Any]) -> list[Problem]:
    """Report the fields that the first stream request of a key lacks, as declared for its type."""
    spec = STATES.select(dict(state))
    if spec is None:
        lacking = [] if "type" in state or not state else ["type"]
    else:
        lacking = [each.expected for each in spec.needed_for(FRESH_START) if each.missing(state)]
    if not lacking:
        return []
    message = f"the first stream request of a key must have the fields that a start requires, got no {listed(lacking)}"
    return [FIRST_STREAM.at((_STATE,), message, f"add {listed(lacking)}")]


def _against_what_is_kept(
    activity: Activity, state: Mapping[str, Any], operation: Operation, problems: list[Problem]
) -> list[Problem]:
    """Apply the rules on several fields to the fields of a request and those that earlier requests sent."""
    kept = activity.kept()
    if not kept or any(problem.is_error for problem in problems):
        return []
    out = ProblemCollector()
    for rule, group in (each for spec in STATES.specs.values() for each in spec.active_rules(operation)):
        if kept.keys() & set(group):
            known = {**kept, **state}
            if rule.test.applies_to(group, known, known):
                report_rule(rule, group, known, (_STATE,), out)
    hint = f"{listed(kept)} {'has' if len(kept) == 1 else 'have'} the value of an earlier request"
    return [evolve(problem, hint=problem.hint or hint) for problem in out.problems]


def _idle_resume(activity: Activity, state: Mapping[str, Any]) -> list[Problem]:
    resumes = state.get("is_running") is True and "duration_seconds" not in state
    if activity.timer is None or not activity.timer.is_running or not resumes:
        return []
    message = "is_running should be true only on a paused timer, got it on a running one"
    return [TIMER_NOT_PAUSED.at((_STATE, "is_running"), message, "leave is_running out")]


def _timed(activity: Activity, operation: Operation, at: float | None) -> tuple[list[Problem], Activity]:
    """Record the time of a request, and report updates that are too frequent."""
    if at is None:
        return [], activity
    if activity.latest is None:
        return [], attrs.evolve(activity, began=None if activity.requests else at, latest=at)
    now = max(at, activity.latest)
    if now - activity.latest >= _GAP or operation in _ENDING:
        return [], attrs.evolve(activity, latest=now, too_frequent_since=None, too_frequent_reported=False)
    since = activity.latest if activity.too_frequent_since is None else activity.too_frequent_since
    is_due = now - since > _LONG and not activity.too_frequent_reported
    reported = activity.too_frequent_reported or is_due
    after = attrs.evolve(activity, latest=now, too_frequent_since=since, too_frequent_reported=reported)
    if not is_due:
        return [], after
    minutes = int((now - since) // 60)
    message = f"updates should sometimes be two minutes apart, got {minutes} minutes without such a gap"
    return [UPDATED_TOO_OFTEN.at((), message, "send an update only when the content has changed")], after


@attrs.define(eq=False)
class Lifecycle:
    """The check of the requests to one activity, in the order in which they are sent.

    Args:
        state: The state of the activity to begin with; by default an activity without requests.

    .. versionadded:: 0.1.0
    """

    state: Activity = attrs.field(factory=Activity)

    def apply(
        self,
        request: Request | Mapping[str, Any],
        operation: OperationLike | None = None,
        stream_key: str | None = None,
        at: Moment | None = None,
        *,
        enable: Collection[str] = (),
    ) -> list[Problem]:
        """Check the next request and apply it to the activity.

        The content state of a request with an error is not applied. A first
        request with an error still starts the activity, and an ending request
        with an error still ends it, so that one mistake does not cause a
        problem in every later request. After an ``end_stream``, the next
        ``stream`` starts a new activity.

        Args:
            request: The payload, as plain data or as a request model.
            operation: The operation; may be None for a request model, which knows it.
            stream_key: The stream key, which is checked if it is given.
            at: The time of the request, in seconds since any fixed moment or
                as a datetime; None if unknown.
            enable: The ids of rules to apply that are off by default.

        Returns:
            All problems: those of the stream key, those of the sequence, then
            those of the payload, which is checked as by `liveschema.check`.

        Raises:
            ValueError: If the operation is unknown, or None for plain data, or
                if ``at`` is not a finite number.

        .. versionadded:: 0.1.0
        """
        payload, operation = payload_of(request, operation)
        enable = known_rules(enable)
        wrong_key = [] if stream_key is None else check_stream_key(stream_key)
        self.state, problems = apply(self.state, payload, operation, seconds(at), enable)
        return [*wrong_key, *problems]

    def finish(self) -> list[Problem]:
        """Report whether the activity was left running after the last request.

        Returns:
            One warning, ``never-ended``, if the activity still runs; else an empty list.

        .. versionadded:: 0.1.0
        """
        if not self.state.running:
            return []
        how = "end_stream" if self.state.managed else "end"
        count = self.state.requests
        message = f"an activity should be ended, got no {how} after {count} request{'' if count == 1 else 's'}"
        return [NEVER_ENDED.at((), message, f"send {how} when the work is done")]
