"""What `check_partial` reports if the type of an activity or of an action is not known."""

from __future__ import annotations

from typing import Any

import pytest
from partial_payloads import METRIC, NO_WEB, PERHAPS, TYPES, progress, said, update, with_more

from liveschema.partial import MORE, UNKNOWN, PartialText, Unknown, check_partial


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (
            update(type=UNKNOWN, percentage=1, message="x"),
            [
                (
                    "/content_state: error[no-matching-type] no activity type has all these fields: percentage is for "
                    "progress, message for alert (keep the fields of one type)"
                )
            ],
        ),
        (
            update(type=UNKNOWN, percentage=101),
            ["/content_state/percentage: error[out-of-range] percentage must be from 0 to 100, got 101"],
        ),
        (
            with_more(message=""),
            ["/content_state/message: error[empty-string] message must not be empty, got an empty string"],
        ),
        (
            update(type=PartialText(("", "ress")), message="x"),
            [
                (
                    "/content_state: error[no-matching-type] no activity type has all these fields: message is "
                    "for alert; "
                    "type for segmented_progress and progress (keep the fields of one type)"
                )
            ],
        ),
        (
            update(type=PartialText(("", "at", "s"))),
            ["/content_state: error[missing-field] content_state needs metrics, got none"],
        ),
        (
            update(type=PartialText(("prog", ""))),
            [
                (
                    "/content_state: error[missing-field] content_state needs percentage, or value with "
                    "upper_limit, got "
                    "neither"
                ),
            ],
        ),
        (
            update(type=PartialText(("progres", "ss"))),
            [
                (
                    f"/content_state/type: error[unknown-type] type must be one of {TYPES}, got the string "
                    '"progres…ss" (did you mean progress?)'
                )
            ],
        ),
        (
            update(type=Unknown({"number"})),
            [
                (
                    f"/content_state/type: error[unknown-type] type must be one of {TYPES}, got a number that is not "
                    "known yet"
                ),
            ],
        ),
        (
            update(type=UNKNOWN, metrics=[{**METRIC, "value": ""}], secondary_action=UNKNOWN),
            [
                "/content_state/metrics/0/value: error[empty-string] value must not be empty, got an empty string",
                (
                    "/content_state/secondary_action: error[misplaced-field] secondary_action belongs in the "
                    "request, got "
                    "it in content_state (move secondary_action into the request)"
                ),
            ],
        ),
        (
            update(type=UNKNOWN, metrics=[METRIC, {**METRIC, "value": UNKNOWN}, {**METRIC, "label": "RAM"}]),
            [
                (
                    "/content_state/metrics/1/label: warning[duplicate-label] label should be unique among the "
                    "metrics, "
                    'got "CPU" again'
                )
            ],
        ),
        (
            update(type=UNKNOWN, value="x", badge={"title": ""}),
            ["/content_state/badge/title: error[empty-string] title must not be empty, got an empty string"],
        ),
        (
            update(type=UNKNOWN, value=True),
            ["/content_state/value: error[wrong-type] value must be a number or a string, got true"],
        ),
        (
            with_more(value=True),
            ["/content_state/value: error[wrong-type] value must be a number, got true"],
        ),
        (
            {"activity_id": "act_7", "content_state": UNKNOWN, "action": {"type": "open_url", "title": UNKNOWN}},
            ["/action: error[missing-field] action needs url, got none"],
        ),
    ],
)
def test_an_unknown_type_is_treated_as_a_missing_one(payload: Any, expected: list[str]) -> None:
    assert said(payload) == expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (
            {"type": UNKNOWN, "title": "Go", "url": "ftp://x"},
            [f'{NO_WEB}"ftp://x"'],
        ),
        (
            {"type": UNKNOWN, "title": "Go", "url": "http://x", "body": {}},
            [
                (
                    "/action: error[no-matching-type] action must match a type (open_url or webhook), got an "
                    "object that "
                    "matches none"
                )
            ],
        ),
        (
            {"type": UNKNOWN, "title": " ", "url": "http://x"},
            ['/action/title: warning[blank-text] title should not be blank, got the string " "'],
        ),
        (
            {"type": PartialText(("web", "")), "url": "http://x", "title": UNKNOWN},
            ['/action/url: error[invalid-url] url must be an absolute https URL, got the string "http://x"'],
        ),
        (
            {"type": PartialText(("x", "")), "url": "ftp://x", "title": 1},
            [
                '/action/type: error[unknown-type] type must be open_url or webhook, got the string "x…"',
                "/action/title: error[wrong-type] title must be a string, got 1",
            ],
        ),
        (
            {"url": UNKNOWN, "title": 1},
            [
                (
                    "/action: error[missing-type] action needs a type (open_url or webhook), got none (add the type of "
                    "the action)"
                ),
                "/action/title: error[wrong-type] title must be a string, got 1",
            ],
        ),
        ({MORE: None, "url": "ftp://x"}, [f'{NO_WEB}"ftp://x"']),
        (
            {"type": PERHAPS, "url": UNKNOWN, "title": 1},
            ["/action/title: error[wrong-type] title must be a string, got 1"],
        ),
        ({"type": Unknown({"number"}, may_be_missing=True), "url": UNKNOWN, "title": UNKNOWN}, []),
    ],
)
def test_an_action_of_an_unknown_type_is_checked_by_each_type(action: Any, expected: list[str]) -> None:
    assert said(progress(action=action)) == expected


def test_the_type_that_the_caller_knows_decides() -> None:
    payload = update(type=UNKNOWN, message=UNKNOWN)
    misplaced = (
        "/content_state/message: error[misplaced-field] message belongs to alert activities; this one is timer "
        "(leave message out)"
    )
    assert said(payload, activity_type="timer") == [misplaced]
    assert said(payload, activity_type="alert") == []
    mismatch = "/content_state/type: error[type-mismatch] type must be timer, the type of the activity, got alert"
    assert said(update(type="alert", message=UNKNOWN), activity_type="timer") == [mismatch]
    assert said(update(type="alert", message=UNKNOWN, percentage=4), activity_type="timer") == [
        mismatch,
        misplaced,
        (
            "/content_state/percentage: error[misplaced-field] percentage belongs to progress activities; this one is "
            "timer (leave percentage out)"
        ),
    ]


def test_a_state_that_is_valid_for_its_own_type_has_only_a_type_mismatch() -> None:
    assert said(update(type="value", value="81 %", subtitle=UNKNOWN), activity_type="progress") == [
        "/content_state/type: error[type-mismatch] type must be progress, the type of the activity, got value"
    ]


def test_a_presence_that_is_not_certain_counts_for_nothing() -> None:
    state = {"title": UNKNOWN, "type": "progress", "percentage": 4, "auto_dismiss_minutes": 1}

    def rules(**more: Any) -> list[str]:
        return [each.rule for each in check_partial({"content_state": state | more}, "end_stream")]

    assert rules(auto_dismiss_seconds=UNKNOWN) == ["both-auto-dismiss"]
    assert rules(auto_dismiss_seconds=PERHAPS) == []
    assert rules(percentage=PERHAPS) == []
    assert rules(percentage=PERHAPS, value=UNKNOWN, upper_limit=UNKNOWN) == []
    assert rules(percentage=PERHAPS, subtitle=1) == ["wrong-type"]


def test_a_start_without_a_type_is_reported_as_such() -> None:
    missing = "/content_state: error[missing-type] content_state needs a type on start, got none"
    assert said({"content_state": {"title": UNKNOWN, "percentage": 4}}, "start") == [
        f'{missing} (add "type": "progress")'
    ]
    assert said({"content_state": {"title": UNKNOWN, "percentage": PERHAPS}}, "start") == [
        (
            f"/content_state: error[missing-type] content_state needs a type ({TYPES}), "
            "got none (add the type of the activity)"
        )
    ]
    assert said({"content_state": {"title": UNKNOWN, "type": UNKNOWN}}, "start") == [
        (
            "/content_state: error[no-matching-type] content_state must match an activity type, got too few fields: "
            "segmented_progress needs number_of_steps and current_step; progress needs percentage, or value with "
            "upper_limit; metrics needs metrics; stats needs metrics; alert needs message; timer needs "
            "duration_seconds (unless counts_down is false); value needs value (add what the intended type needs)"
        )
    ]
    assert said({"content_state": {"title": UNKNOWN, "type": PERHAPS, "percentage": 4}}, "start") == []
    assert said({"content_state": {"title": UNKNOWN, "type": PERHAPS, "percentage": 4}}, "stream") == []
    assert said({"content_state": {"title": UNKNOWN, MORE: None}}, "start") == []
    perhaps_an_alert = {"content_state": {"title": UNKNOWN, "percentage": 101, "message": PERHAPS}}
    assert [each.rule for each in check_partial(perhaps_an_alert, "start")] == ["missing-type"]
    strange: dict[Any, Any] = {"title": 1, "type": Unknown({"number"}), MORE: None}
    assert said({"content_state": strange}, "start") == [
        "/content_state/title: error[wrong-type] title must be a string, got 1",
        f"/content_state/type: error[unknown-type] type must be one of {TYPES}, got a number that is not known yet",
    ]


def test_a_tolerated_value_does_not_hide_of_which_type_the_state_is() -> None:
    steps = {"type": "segmented", "current_step": 2, "step_colors": ["lime"], "subtitle": UNKNOWN}
    found = [(each.rule, each.pointer) for each in check_partial(update(**steps), "update")]
    assert found == [
        ("unknown-type", "/content_state/type"),
        ("step-colors-length", "/content_state/step_colors"),
    ]
    tolerated = check_partial(update(**steps, counts_down=True), "update")
    assert found == [(each.rule, each.pointer) for each in tolerated if each.rule != "inert-field"]
