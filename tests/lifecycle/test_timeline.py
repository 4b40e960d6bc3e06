"""Requests to many activities: the assignment of requests, and the limits of the account."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st

from liveschema.lifecycle import Lifecycle, Timeline, Track

ALERT = {"title": "t", "type": "alert", "message": "m"}
PROGRESS = {"title": "t", "type": "progress", "percentage": 4}


def start(state: dict[str, Any]) -> dict[str, Any]:
    return {"content_state": state}


def update(name: str, state: dict[str, Any]) -> dict[str, Any]:
    return {"activity_id": name, "content_state": state}


def test_a_timeline_begins_empty() -> None:
    assert list(inspect.signature(Timeline).parameters) == []
    timeline = Timeline()
    assert (timeline.tracks, timeline.count, timeline.latest, timeline.finish()) == ([], 0, None, [])


def test_a_new_id_is_assigned_to_the_earliest_start_of_its_type() -> None:
    timeline = Timeline()
    assert timeline.apply(start(ALERT), "start") == []
    assert timeline.apply(start(PROGRESS), "start") == []
    assert timeline.apply(start(PROGRESS), "start") == []
    assert timeline.apply(update("b", PROGRESS), "update") == []
    assert timeline.apply(update("a", {"title": "t", "message": "m"}), "update") == []
    assert timeline.apply(update("c", PROGRESS), "end") == []
    assert [track.name for track in timeline.tracks] == ["a", "b", "c"]
    assert [track.state.requests for track in timeline.tracks] == [2, 2, 2]
    assert [problem.rule for problem in timeline.apply(update("d", PROGRESS), "update")] == ["unknown-activity"]
    assert timeline.latest is not None
    assert timeline.latest.name == "d"
    assert timeline.latest not in timeline.tracks


def test_an_activity_without_an_id_is_named_by_its_first_request() -> None:
    timeline = Timeline()
    timeline.apply(start(ALERT), "start", activity_id="a")
    timeline.apply(start(ALERT), "start")
    assert [track.name for track in timeline.tracks] == ["a", "#2"]


def test_a_new_id_of_another_type_is_assigned_to_the_earliest_start() -> None:
    timeline = Timeline()
    timeline.apply(start(ALERT), "start")
    assert [each.rule for each in timeline.apply(update("a", PROGRESS), "update")] == ["type-mismatch"]


def test_a_new_id_without_a_type_is_assigned_to_the_earliest_start_of_all() -> None:
    timeline = Timeline()
    for state in (PROGRESS, ALERT, PROGRESS):
        assert timeline.apply(start(state), "start") == []
    for name in "abc":
        timeline.apply(update(name, {"title": "t"}), "update")
    assert [track.name for track in timeline.tracks] == ["a", "b", "c"]


def test_activities_are_compared_by_identity() -> None:
    first, second = (Track(None, "k", 0, Lifecycle()) for _ in range(2))
    assert first != second
    assert len({first, second, first}) == 2


@pytest.mark.parametrize("payload", [{"content_state": ALERT}, {"activity_id": "", "content_state": ALERT}, None, 5])
def test_a_request_without_an_id_has_only_that_problem(payload: Any) -> None:
    timeline = Timeline()
    (problem,) = timeline.apply(payload, "update")
    assert problem.rule in {"missing-field", "empty-string", "null-value", "wrong-type"}
    assert timeline.latest is None
    assert timeline.count == 1


def test_a_second_start_with_the_same_id_is_an_error() -> None:
    timeline = Timeline()
    timeline.apply(start(ALERT), "start", activity_id="a")
    assert [each.rule for each in timeline.apply(start(ALERT), "start", activity_id="a")] == ["already-started"]
    assert len(timeline.tracks) == 1


def test_a_stream_after_its_end_starts_another_activity() -> None:
    timeline = Timeline()
    for _ in range(2):
        assert timeline.apply(start(ALERT), "stream", stream_key="k") == []
        assert timeline.apply({}, "end_stream", stream_key="k") == []
    assert [(track.name, track.first, track.state.requests) for track in timeline.tracks] == [("k", 0, 2), ("k", 2, 2)]
    assert [each.rule for each in timeline.apply({}, "end_stream", stream_key="k")] == ["ended-activity"]
    assert [each.rule for each in timeline.apply({}, "end_stream", stream_key="j")] == ["unknown-activity"]


def test_a_managed_activity_cannot_be_updated_by_id() -> None:
    timeline = Timeline()
    timeline.apply(start(ALERT), "stream", stream_key="k", activity_id="a")
    timeline.apply(start(ALERT), "stream", stream_key="k", activity_id="b")
    for name in ("a", "b"):
        (problem,) = timeline.apply(update(name, ALERT), "update")
        assert problem.rule == "mixed-lifecycle"
        assert problem.message == "an activity with a stream accepts no update, got one"


def test_a_stream_requires_a_key() -> None:
    with pytest.raises(ValueError, match="a stream request needs stream_key"):
        Timeline().apply(start(ALERT), "stream")


def test_every_activity_beyond_four_is_reported() -> None:
    timeline = Timeline()
    found = [timeline.apply(start(ALERT), "start", activity_id=f"a{n}") for n in range(6)]
    assert [[each.message for each in problems] for problems in found[4:]] == [
        ["at most 4 activities should run at once, got 5"],
        ["at most 4 activities should run at once, got 6"],
    ]
    for n in range(3):
        assert timeline.apply(update(f"a{n}", ALERT), "end") == []
    assert timeline.apply(start(ALERT), "start", activity_id="a7") == []
    assert [track.name for track, _ in timeline.finish()] == ["a3", "a4", "a5", "a7"]


@examples(60)
@given(st.lists(st.integers(0, 3), min_size=50, max_size=160))
def test_the_sixty_first_request_in_a_minute_is_reported_once(gaps: list[int]) -> None:
    timeline = Timeline()
    now, times, reported, pressed = 0.0, [], [], False
    for gap in gaps:
        now += gap
        times.append(now)
        problems = timeline.apply(start(ALERT), "stream", stream_key="k", at=now)
        reported.append("too-many-requests" in [problem.rule for problem in problems])
        before, pressed = pressed, sum(time > now - 60 for time in times) > 60
        assert reported[-1] is (pressed and not before)


def test_the_rate_limit_counts_only_streams_and_ignores_decreasing_times() -> None:
    timeline = Timeline()
    timeline.apply(start(ALERT), "start", activity_id="a", at=0)
    for _ in range(70):
        timeline.apply(update("a", ALERT), "update", at=1)
    rules = [
        problem.rule
        for n in range(61)
        for problem in timeline.apply(start(ALERT), "stream", stream_key="k", at=100 - n)
    ]
    assert rules == ["too-many-requests"]


def test_rules_that_are_off_can_be_enabled_for_any_request() -> None:
    timeline = Timeline()
    assert [each.rule for each in timeline.apply({}, "update", enable={"legacy-operation"})] == [
        "legacy-operation",
        "missing-field",
        "missing-field",
    ]
    assert "legacy-operation" in [
        each.rule for each in timeline.apply(start(ALERT), "start", enable={"legacy-operation"})
    ]


def test_the_id_in_the_answer_to_the_end_of_no_stream_names_no_activity() -> None:
    timeline = Timeline()
    (problem,) = timeline.apply({}, "end_stream", "k", activity_id="act_7")
    assert problem.rule == "unknown-activity"
    state = {"title": "Tea", "type": "timer", "duration_seconds": 240}
    assert timeline.apply({"content_state": state}, "start", activity_id="act_7") == []
    (track,) = timeline.tracks
    assert (track.name, track.first, track.stream_key) == ("act_7", 1, None)
