"""Requests to one activity: the reported problems and the resulting state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st

from liveschema import ActivityType, EndStreamRequest, Operation, Severity, StreamRequest, Timer, check
from liveschema.lifecycle import Activity, Lifecycle, Step, TimerWindow
from liveschema.testing import lifecycles

STEPS = {"title": "Release", "type": "segmented_progress", "number_of_steps": 4, "current_step": 1}
TIMER = {"title": "Benchmark", "type": "timer", "duration_seconds": 900}


def start(state: dict[str, Any]) -> dict[str, Any]:
    return {"content_state": state}


def update(state: dict[str, Any]) -> dict[str, Any]:
    return {"activity_id": "act_7", "content_state": {"title": "x", **state}}


def begun(state: dict[str, Any], at: float | None = None) -> Lifecycle:
    lifecycle = Lifecycle()
    assert lifecycle.apply(start(state), "start", at=at) == []
    return lifecycle


def rules(problems: list[Any]) -> list[tuple[str, str]]:
    return [(problem.rule, problem.pointer) for problem in problems]


@examples(250)
@given(lifecycles() | lifecycles("segmented_progress"))
def test_a_whole_lifecycle_has_no_error_and_ends(steps: list[Step]) -> None:
    lifecycle = Lifecycle()
    for step in steps:
        problems = lifecycle.apply(step.request, step.operation, stream_key=step.stream_key, at=step.at)
        assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    assert lifecycle.state.ended
    assert not lifecycle.state.running
    assert lifecycle.state.requests == len(steps)
    assert lifecycle.finish() == []


@pytest.mark.parametrize("managed", [True, False])
@examples(40)
@given(data=st.data())
def test_a_lifecycle_has_the_requested_type_and_kind(data: st.DataObject, managed: bool) -> None:  # noqa: FBT001 - a case
    steps = data.draw(lifecycles("timer", managed=managed))
    lifecycle = Lifecycle()
    for step in steps:
        lifecycle.apply(step.request, step.operation)
    assert lifecycle.state.type is ActivityType.TIMER
    assert lifecycle.state.managed is managed
    assert {step.operation for step in steps} <= (
        {Operation.STREAM, Operation.END_STREAM} if managed else {Operation.START, Operation.UPDATE, Operation.END}
    )


@examples(100)
@given(lifecycles())
def test_the_rules_on_single_payloads_apply_to_each_step(steps: list[Step]) -> None:
    lifecycle = Lifecycle()
    for step in steps:
        before = lifecycle.state.type
        found = lifecycle.apply(step.request, step.operation)
        assert set(check(step.request, step.operation, activity_type=before)) <= set(found)


def test_the_state_is_immutable_and_has_the_latest_values() -> None:
    lifecycle = begun(STEPS)
    first = lifecycle.state
    assert lifecycle.apply(update({"current_step": 2}), "update") == []
    assert lifecycle.state == Activity(
        managed=False, type=ActivityType.SEGMENTED_PROGRESS, step=2, number_of_steps=4, requests=2
    )
    assert first.step == 1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        first.step = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("operation", "payload"),
    [("update", update({})), ("end", update({})), ("end_stream", {})],
)
def test_an_unstarted_activity_cannot_be_updated_or_ended(operation: Any, payload: dict[str, Any]) -> None:
    lifecycle = Lifecycle()
    (problem,) = lifecycle.apply(payload, operation)
    assert (problem.rule, problem.pointer) == ("unknown-activity", "")
    assert lifecycle.state == Activity()
    assert lifecycle.finish() == []


def test_messages_name_the_operation_and_the_state() -> None:
    lifecycle = Lifecycle()
    assert str(lifecycle.apply(update({}), "update")[0]) == (
        "(root): error[unknown-activity] an update needs an activity that was started, got none"
    )
    lifecycle.apply(start(TIMER), "start")
    assert str(lifecycle.apply(start(TIMER), "start")[0]) == (
        "(root): error[already-started] an activity must be started only once, got a start of one that is running"
    )
    assert str(lifecycle.apply(start(TIMER), "stream")[0]) == (
        "(root): error[mixed-lifecycle] an activity with start, update and end accepts no stream, got one"
    )
    lifecycle.apply(update({}), "end")
    assert str(lifecycle.apply(update({}), "end")[0]) == (
        "(root): error[ended-activity] an end needs a running activity, got one that has ended (start another one)"
    )
    assert "one that is ended" in lifecycle.apply(start(TIMER), "start")[0].message


def test_an_ended_activity_accepts_no_request_but_a_stream_restarts() -> None:
    lifecycle = begun(TIMER)
    assert lifecycle.apply(update({}), "end") == []
    assert rules(lifecycle.apply(update({}), "update")) == [("ended-activity", "")]
    stream = Lifecycle()
    assert stream.apply(StreamRequest(content_state=Timer(title="t", duration_seconds=5))) == []
    assert stream.apply(EndStreamRequest()) == []
    assert rules(stream.apply({}, "end_stream")) == [("ended-activity", "")]
    assert rules(stream.apply({"content_state": {"title": "t"}}, "stream")) == [("first-stream", "/content_state")]
    assert stream.state == Activity(managed=True, requests=1)


def test_a_restarted_stream_may_have_another_type() -> None:
    stream = Lifecycle()
    assert stream.apply(StreamRequest(content_state=Timer(title="t", duration_seconds=5))) == []
    assert stream.apply(EndStreamRequest()) == []
    assert stream.apply({"content_state": {"title": "t", "type": "alert", "message": "m"}}, "stream") == []
    assert stream.state.type is ActivityType.ALERT


def test_a_request_out_of_turn_may_have_any_type() -> None:
    lifecycle = begun(TIMER)
    alert = {"title": "t", "type": "alert", "message": "m"}
    assert rules(lifecycle.apply(start(alert), "stream")) == [("mixed-lifecycle", "")]
    assert lifecycle.apply(update({}), "end") == []
    assert rules(lifecycle.apply(update(alert), "update")) == [("ended-activity", "")]


def test_an_out_of_order_request_is_still_checked() -> None:
    assert rules(Lifecycle().apply(update({"percentage": 142}), "update")) == [
        ("unknown-activity", ""),
        ("out-of-range", "/content_state/percentage"),
    ]


@pytest.mark.parametrize(
    ("state", "lacking"),
    [
        ({"title": "t", "percentage": 4}, "type"),
        ({"title": "t", "type": "segmented_progress", "current_step": 1}, "number_of_steps"),
        ({"title": "t", "type": "timer"}, "duration_seconds (unless counts_down is false)"),
    ],
)
def test_the_first_stream_must_have_what_a_start_needs(state: dict[str, Any], lacking: str) -> None:
    lifecycle = Lifecycle()
    (problem,) = lifecycle.apply({"content_state": state}, "stream")
    assert (problem.rule, problem.severity, problem.pointer) == ("first-stream", "error", "/content_state")
    assert (
        problem.message
        == f"the first stream request of a key must have the fields that a start requires, got no {lacking}"
    )
    assert [each.rule for each in lifecycle.apply({"content_state": state}, "stream")] == ["stream-cannot-start"]


@pytest.mark.parametrize("state", [{"title": "t", "type": "sundial"}, None, 5])
def test_an_invalid_first_stream_is_reported_once(state: object) -> None:
    problems = Lifecycle().apply({"content_state": state}, "stream")
    assert "first-stream" not in [problem.rule for problem in problems]
    assert problems


def test_an_activity_keeps_its_type() -> None:
    lifecycle = begun(STEPS)
    assert rules(lifecycle.apply(update({"type": "alert", "message": "m"}), "update")) == [
        ("type-mismatch", "/content_state/type")
    ]
    assert lifecycle.state.type is ActivityType.SEGMENTED_PROGRESS


def test_a_step_is_compared_with_the_last_number_of_steps() -> None:
    lifecycle = begun(STEPS)
    (problem,) = lifecycle.apply(update({"current_step": 5}), "update")
    assert (problem.rule, problem.pointer) == ("step-past-end", "/content_state/current_step")
    assert problem.message == "current_step must be at most number_of_steps (4), got 5"
    assert problem.hint == "number_of_steps has the value of an earlier request"
    assert lifecycle.state.step == 1
    assert lifecycle.apply(update({"current_step": 5, "number_of_steps": 6}), "update") == []
    assert lifecycle.apply(update({"current_step": 6}), "update") == []
    assert (lifecycle.state.step, lifecycle.state.number_of_steps) == (6, 6)


def test_invalid_first_and_last_requests_still_start_and_end_the_activity() -> None:
    lifecycle = Lifecycle()
    assert rules(lifecycle.apply(start({**STEPS, "color": "grey"}), "start")) == [
        ("unknown-color", "/content_state/color")
    ]
    assert lifecycle.state == Activity(managed=False, type=ActivityType.SEGMENTED_PROGRESS, requests=1)
    assert lifecycle.apply(update({"current_step": 9}), "update") == []
    assert rules(lifecycle.apply(update({}), "end")) == [("missing-field", "/content_state")]
    assert lifecycle.state.ended


def test_an_invalid_update_changes_only_the_count() -> None:
    lifecycle = begun(STEPS)
    assert lifecycle.apply(update({"current_step": 2, "colour": "red"}), "update")
    assert (lifecycle.state.step, lifecycle.state.requests) == (1, 2)


def test_an_unknown_type_is_learned_from_a_later_request() -> None:
    lifecycle = Lifecycle()
    lifecycle.apply(start({"title": "t", "percentage": 4}), "start")
    assert lifecycle.state.type is None
    assert lifecycle.apply(update({"percentage": 5, "type": "progress"}), "update") == []
    assert lifecycle.state.type is ActivityType.PROGRESS


def test_a_timer_is_paused_resumed_and_reset() -> None:
    lifecycle = begun(TIMER, at=100)
    assert lifecycle.state.timer == TimerWindow(900, counts_down=True, is_running=True, began=100)
    assert lifecycle.apply(update({"is_running": False}), "update", at=160) == []
    assert lifecycle.state.timer == TimerWindow(900, counts_down=True, is_running=False, began=100, paused=160)
    assert lifecycle.apply(update({"is_running": False}), "update", at=170) == []
    assert lifecycle.apply(update({"subtitle": "still"}), "update", at=175) == []
    assert lifecycle.state.timer == TimerWindow(900, counts_down=True, is_running=False, began=100, paused=160)
    assert lifecycle.apply(update({"is_running": True}), "update", at=190) == []
    assert lifecycle.state.timer == TimerWindow(900, counts_down=True, is_running=True, began=130)
    assert lifecycle.apply(update({"duration_seconds": 60}), "update", at=200) == []
    assert lifecycle.state.timer == TimerWindow(60, counts_down=True, is_running=True, began=200)
    assert lifecycle.apply(update({"duration_seconds": 60, "is_running": False}), "update", at=210) == []
    assert lifecycle.state.timer == TimerWindow(60, counts_down=True, is_running=False, began=210, paused=210)


def test_a_timer_without_times_still_knows_whether_it_runs() -> None:
    lifecycle = begun({"title": "t", "type": "timer", "counts_down": False, "is_running": False})
    assert lifecycle.state.timer == TimerWindow(None, counts_down=False, is_running=False)
    assert lifecycle.apply(update({"is_running": True}), "update") == []
    assert lifecycle.state.timer == TimerWindow(None, counts_down=False, is_running=True)


@pytest.mark.parametrize(
    ("window", "at", "elapsed"),
    [
        (TimerWindow(900, counts_down=True, is_running=True, began=100), 160, 60),
        (TimerWindow(900, counts_down=True, is_running=True, began=100), 90, 0),
        (TimerWindow(900, counts_down=True, is_running=True, began=100), None, None),
        (TimerWindow(900, counts_down=True, is_running=True), 160, None),
        (TimerWindow(900, counts_down=True, is_running=False, began=100, paused=130), 160, 30),
        (TimerWindow(900, counts_down=True, is_running=False, began=100), 160, None),
    ],
)
def test_a_timer_has_run_without_its_pauses(window: TimerWindow, at: float | None, elapsed: float | None) -> None:
    assert window.elapsed(at) == elapsed


def test_a_card_shows_what_the_activity_keeps() -> None:
    steps = begun({**STEPS, "subtitle": "web"}).state
    assert steps.shown({"title": "x", "current_step": 2}) == {
        "type": "segmented_progress", "number_of_steps": 4, "title": "x", "current_step": 2,
    }  # fmt: skip
    assert steps.shown({"number_of_steps": 9})["number_of_steps"] == 9
    timer = begun({**TIMER, "is_running": False}).state
    kept = {"type": "timer", "counts_down": True, "is_running": False, "duration_seconds": 900}
    assert timer.shown({"title": "x"}) == {**kept, "title": "x"}
    assert timer.shown({"is_running": True}) == {**kept, "is_running": True}
    stopwatch = begun({"title": "t", "type": "timer", "counts_down": False}).state
    assert stopwatch.shown({}) == {"type": "timer", "counts_down": False, "is_running": True}
    assert Activity().shown({"title": "x"}) == {"title": "x"}


def test_resuming_a_running_timer_is_reported() -> None:
    lifecycle = begun(TIMER)
    (problem,) = lifecycle.apply(update({"is_running": True}), "update")
    assert (problem.rule, problem.severity, problem.pointer) == (
        "timer-not-paused",
        "warning",
        "/content_state/is_running",
    )
    assert lifecycle.apply(update({"is_running": True, "duration_seconds": 5}), "update") == []


def test_too_frequent_updates_are_reported_once() -> None:
    lifecycle = begun(STEPS, at=0)
    reported = [
        at
        for at in range(60, 7200, 60)
        if [each.rule for each in lifecycle.apply(update({"current_step": 1}), "update", at=at)]
        == ["updated-too-often"]
    ]
    assert reported == [1860]
    assert lifecycle.apply(update({"current_step": 1}), "update", at=7400) == []
    assert lifecycle.state.too_frequent_since is None
    again = [at for at in range(7460, 9500, 60) if lifecycle.apply(update({"current_step": 1}), "update", at=at)]
    assert again == [9260]


@pytest.mark.parametrize(("gap", "resets"), [(119, False), (119.9, False), (120, True), (121, True)])
def test_two_minutes_between_updates_are_enough(gap: float, resets: bool) -> None:  # noqa: FBT001 - a case
    lifecycle = begun(STEPS, at=0)
    lifecycle.apply(update({"current_step": 1}), "update", at=60)
    lifecycle.apply(update({"current_step": 1}), "update", at=60 + gap)
    assert lifecycle.state.too_frequent_since == (None if resets else 0)


def test_frequent_updates_are_reported_after_more_than_half_an_hour() -> None:
    lifecycle = begun(STEPS, at=100)
    reported = [
        str(problem)
        for at in (*range(200, 1901, 100), 1901)
        for problem in lifecycle.apply(update({"current_step": 1}), "update", at=at)
    ]
    (problem,) = reported
    assert problem == (
        "(root): warning[updated-too-often] updates should sometimes be two minutes apart, "
        "got 30 minutes without such a gap (send an update only when the content has changed)"
    )
    slow = begun(STEPS, at=0)
    late = [each for at in (100, 200) for each in slow.apply(update({"current_step": 1}), "update", at=at)]
    assert late == []
    for at in range(210, 2000, 119):
        late += slow.apply(update({"current_step": 1}), "update", at=at)
    assert [each.message for each in late] == [
        "updates should sometimes be two minutes apart, got 31 minutes without such a gap"
    ]


def test_minutes_without_a_gap_are_whole_ones() -> None:
    lifecycle = begun(STEPS, at=0)
    late = [
        each for at in range(119, 2000, 119) for each in lifecycle.apply(update({"current_step": 1}), "update", at=at)
    ]
    assert [each.message for each in late] == [
        "updates should sometimes be two minutes apart, got 31 minutes without such a gap"
    ]


def test_an_ending_request_is_never_too_frequent() -> None:
    lifecycle = begun(STEPS, at=0)
    for at in range(100, 1801, 100):
        assert lifecycle.apply(update({"current_step": 1}), "update", at=at) == []
    assert lifecycle.apply({**update({"current_step": 1})}, "end", at=1850) == []


def test_a_time_before_the_last_one_is_replaced_by_it() -> None:
    lifecycle = begun(STEPS, at=500)
    lifecycle.apply(update({"current_step": 1}), "update", at=400)
    assert lifecycle.state.latest == 500


def test_without_a_first_time_the_start_stays_unknown() -> None:
    lifecycle = begun(STEPS)
    lifecycle.apply(update({"current_step": 1}), "update", at=50)
    assert (lifecycle.state.began, lifecycle.state.latest) == (None, 50)


def test_datetimes_and_seconds_are_equivalent() -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    lifecycle = Lifecycle()
    lifecycle.apply(start(TIMER), "start", at=noon.replace(tzinfo=None))
    lifecycle.apply(update({}), "update", at=noon.astimezone(timezone(timedelta(hours=2))) + timedelta(seconds=90))
    assert lifecycle.state.began == noon.timestamp()
    assert lifecycle.state.latest == noon.timestamp() + 90


def test_finish_reports_an_activity_that_still_runs() -> None:
    (problem,) = begun(STEPS).finish()
    assert str(problem) == (
        "(root): warning[never-ended] an activity should be ended, got no end after 1 request "
        "(send end when the work is done)"
    )
    stream = Lifecycle()
    stream.apply({"content_state": TIMER}, "stream")
    stream.apply({"content_state": TIMER}, "stream")
    assert stream.finish()[0].message == "an activity should be ended, got no end_stream after 2 requests"


def test_a_stream_key_is_checked_and_rules_can_be_enabled() -> None:
    lifecycle = Lifecycle()
    assert rules(lifecycle.apply({"content_state": TIMER}, "stream", stream_key="a b")) == [("invalid-stream-key", "")]
    assert rules(begun(TIMER).apply(update({}), "update", enable={"legacy-operation"})) == [("legacy-operation", "")]


def test_an_activity_that_runs_already_may_have_no_request_yet() -> None:
    (problem,) = Lifecycle(Activity(managed=True)).finish()
    assert problem.message == "an activity should be ended, got no end_stream after 0 requests"


def test_a_request_may_be_any_mapping() -> None:
    lifecycle = Lifecycle()
    assert lifecycle.apply(MappingProxyType({"content_state": MappingProxyType(STEPS)}), "start") == []
    assert (lifecycle.state.type, lifecycle.state.number_of_steps) == (ActivityType.SEGMENTED_PROGRESS, 4)


def test_a_payload_requires_an_operation() -> None:
    with pytest.raises(ValueError, match="operation is required"):
        Lifecycle().apply({"content_state": TIMER})
    with pytest.raises(ValueError, match="'begin' is not a valid Operation"):
        Lifecycle().apply({"content_state": TIMER}, "begin")  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize("payload", [None, 5, [], {"content_state": 5}, {7: 8}, {"content_state": {7: 8}}])
@pytest.mark.parametrize("operation", Operation)
def test_no_payload_raises_an_exception(payload: Any, operation: Operation) -> None:
    lifecycle = Lifecycle()
    lifecycle.apply(payload, operation)
    lifecycle.apply(payload, operation)
    assert lifecycle.finish() is not None
