"""What official SDKs add to every payload changes no verdict, and is left out of what is loaded and generated."""

from __future__ import annotations

from typing import Any

import pytest
from additions import STATE_EXTRAS, added
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from oracle import valid

from liveschema import ActivityType, Operation, check, dump, is_valid, load
from liveschema.testing import mutated, payloads

INERT = ["inert-field"]
each_operation = pytest.mark.parametrize("operation", Operation)


@each_operation
@given(data=st.data())
@examples(150)
def test_additions_change_nothing_about_a_valid_payload(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(payloads(operation))
    sent, pointers = data.draw(added(payload))
    assert is_valid(sent, operation)
    assert valid(sent, operation)
    same = [(each.rule, each.pointer, each.message) for each in check(payload, operation)]
    assert [(each.rule, each.pointer, each.message) for each in check(sent, operation)] == same
    loaded, plain = dump(load(sent, operation)), dump(load(payload, operation))
    kept = {f"/content_state/{name}" for name in ("counts_down", "is_running")}
    if kept & pointers and loaded != plain:  # a timer, on which the defaults have an effect
        own = {name: True for name in ("counts_down", "is_running") if f"/content_state/{name}" in pointers}
        assert loaded == {**plain, "content_state": {**plain["content_state"], **own}}
        pointers -= kept
    else:
        assert loaded == plain
    reported = check(sent, operation, enable=INERT)
    assert {each.pointer for each in reported if each.rule == "inert-field"} == pointers


@each_operation
@given(data=st.data())
@examples(150)
def test_additions_mend_no_invalid_payload(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(mutated(payloads(operation), operation))
    sent, _ = data.draw(added(payload))
    known = data.draw(st.none() | st.sampled_from(ActivityType))
    verdict = is_valid(payload, operation, activity_type=known)
    assert is_valid(sent, operation, activity_type=known) == verdict
    assert valid(sent, operation, known) == verdict
    errors = [problem for problem in check(sent, operation, activity_type=known) if problem.severity == "error"]
    assert verdict == (errors == [])


@each_operation
@given(data=st.data())
@examples(150)
def test_strategies_add_nothing(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(payloads(operation))
    assert [problem for problem in check(payload, operation, enable=INERT) if problem.rule == "inert-field"] == []
    assert dump(load(payload, operation)) == payload


@pytest.mark.parametrize("name", STATE_EXTRAS)
@pytest.mark.parametrize("kind", ActivityType)
def test_only_the_exact_value_is_tolerated(name: str, kind: ActivityType) -> None:
    own: dict[str, Any] = {
        "segmented_progress": {"number_of_steps": 3, "current_step": 1},
        "progress": {"percentage": 42},
        "metrics": {"metrics": [{"label": "CPU", "value": 27}]},
        "stats": {"metrics": [{"label": "CPU", "value": 27}]},
        "alert": {"message": "Waiting"},
        "timer": {"duration_seconds": 60},
        "value": {"value": 4},
    }
    values: list[Any] = [None, True, False, 1, 0, "", "true", {}, [], "POST"]
    for value in values:
        payload = {"content_state": {"title": "x", "type": str(kind), **own[kind], name: value}}
        of_sdk = value is STATE_EXTRAS[name]
        of_timer = kind is ActivityType.TIMER and name in {"counts_down", "is_running"} and isinstance(value, bool)
        assert is_valid(payload, "start") == (of_sdk or of_timer), value


@pytest.mark.parametrize("value", [None, "GET", "post", "", True, 1, {}, []])
def test_only_post_is_tolerated_on_an_action_that_opens_a_url(value: Any) -> None:
    action = {"title": "Open", "type": "open_url", "url": "https://x.example", "method": value}
    assert not is_valid({"action": action}, "end_stream")
    assert is_valid({"action": {**action, "method": "POST"}}, "end_stream")


NULLS = {
    "content_state": {"content_state": None},
    "action": {"action": None},
    "alert": {"alert": None},
    "target": {"target": None},
    "channels": {"channels": None},
    "tags": {"tags": None},
    "metadata": {"metadata": None},
    "title": {"content_state": {"title": None, "icon": None, "badge": None}},
    "subtitle": {"content_state": {"title": "x", "subtitle": None}},
    "color": {"content_state": {"title": "x", "color": None}},
    "type": {"content_state": {"title": "x", "type": None}},
    "symbol": {"content_state": {"title": "x", "icon": {"symbol": None}}},
    "color of an icon": {"content_state": {"title": "x", "icon": {"symbol": "bolt", "color": None}}},
    "duration_seconds": {"content_state": {"title": "x", "duration_seconds": None}},
    "auto_dismiss_minutes": {"content_state": {"title": "x", "auto_dismiss_minutes": None}},
    "icon of the request": {"content_state": {"title": "x"}, "icon": None},
    "badge of the request": {"content_state": {"title": "x"}, "badge": None},
    "unknown": {"content_state": {"title": "x", "sub": None}},
}


@pytest.mark.parametrize("payload", NULLS.values(), ids=list(NULLS))
def test_null_is_an_error_anywhere_else(payload: dict[str, Any]) -> None:
    assert is_valid({"content_state": {"title": "x", "icon": None, "badge": None}}, "stream")
    assert not is_valid(payload, "stream")
    assert any(problem.severity == "error" for problem in check(payload, "stream"))
