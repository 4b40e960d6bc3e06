"""The functions `check` and `is_valid` on payloads in memory."""

from __future__ import annotations

from typing import Any

import pytest
from check_kit import PROGRESS, errors, reported, update

from liveschema import (
    ActivityType,
    Problem,
    Severity,
    check,
    is_valid,
)
from liveschema.engine.wording import did_you_mean


class TestReports:
    def test_a_valid_payload_has_no_problem(self) -> None:
        assert check(update(PROGRESS), "update") == []

    def test_every_problem_is_found_in_one_pass_and_in_document_order(self) -> None:
        payload = {
            "tags": ["ok", ""],
            "content_state": {"percentage": 101, "type": "progress", "icon": {"color": "teal"}, "message": "x"},
            "activty_id": "a",
            "action": {"title": 5, "type": "webhook", "url": "http://x.example"},
        }
        assert errors(payload) == [
            ("missing-field", ""),
            ("empty-string", "/tags/1"),
            ("missing-field", "/content_state"),
            ("out-of-range", "/content_state/percentage"),
            ("missing-field", "/content_state/icon"),
            ("unknown-color", "/content_state/icon/color"),
            ("misplaced-field", "/content_state/message"),
            ("unknown-field", "/activty_id"),
            ("wrong-type", "/action/title"),
            ("invalid-url", "/action/url"),
        ]

    @pytest.mark.parametrize(
        ("state", "message", "hint"),
        [
            (
                {"title": "x", "type": "metrics", "metrics": [{"label": f"m{n}", "value": n} for n in range(9)]},
                "metrics must have at most 8 metrics, got 9",
                None,
            ),
            (
                {"title": "x", "type": "metrics", "metrics": [{"label": "a", "value": 1}], "percentage": 3},
                "percentage belongs to progress activities; this one is metrics",
                "leave percentage out",
            ),
            (
                {"title": "x", "type": "stats", "metrics": [{"label": "a", "value": 1}], "badge": {"title": "NEW"}},
                "badge belongs to segmented_progress, progress, alert and value activities; this one is stats",
                "leave badge out",
            ),
            ({"titel": "x", "title": "y", "type": "timer"}, "content_state has no field titel", "did you mean title?"),
            ({"title": "x", "type": "timer", "qqq": 1}, "content_state has no field qqq", None),
            ({"title": "x", "type": "timer", "a b": 1}, 'content_state has no field "a b"', None),
            (
                {"title": "x", "type": "timer", "auto_dismiss_minutes": 1},
                "auto_dismiss_minutes belongs to end, stream and end_stream requests; this is an update request",
                "leave auto_dismiss_minutes out",
            ),
            (
                {"title": "x", "type": "timer", "tags": []},
                "tags belongs in the request, got it in content_state",
                "move tags into the request",
            ),
            (
                {"title": "x", "type": "progress", "value": 3},
                "value and upper_limit must be sent together, got only value",
                "add upper_limit, or leave value out",
            ),
            (
                {"title": "x", "type": "progress"},
                "content_state needs percentage, or value with upper_limit, got neither",
                None,
            ),
            ({"title": "x", "type": "alert"}, "content_state needs message, got none", None),
            (
                {"title": "x", "type": "timer", "duration_seconds": 0},
                "duration_seconds must be more than 0, got 0",
                None,
            ),
            (
                {"title": "x", "type": "value", "value": 10**400},
                "value must be a finite number, got an integer of about 401 digits",
                None,
            ),
            ({"title": "x", "type": "value", "value": True}, "value must be a number or a string, got true", None),
            (
                {"title": "x", "type": "segmented_progress", "current_step": 1, "step_colors": "lime"},
                'step_colors must be a list of colours, got the string "lime"',
                None,
            ),
        ],
    )
    def test_a_message_states_what_was_expected_and_found(
        self, state: dict[str, object], message: str, hint: str | None
    ) -> None:
        found = [p for p in check(update(state), "update") if p.severity is Severity.ERROR]
        assert [(p.message, p.hint) for p in found] == [(message, hint)]

    def test_a_state_field_at_the_top_level_has_a_hint(self) -> None:
        assert reported({**update(PROGRESS), "title": "x"}) == [
            (
                "misplaced-field",
                "/title",
                "title belongs in content_state, got it in the request",
                "move title into content_state",
            )
        ]

    def test_a_field_of_another_operation_names_the_operation(self) -> None:
        assert reported({**update(PROGRESS), "channels": ["ops"]}) == [
            (
                "misplaced-field",
                "/channels",
                "channels belongs to stream requests; this is an update request",
                "leave channels out",
            )
        ]

    def test_a_second_button_is_refused_on_a_timer(self) -> None:
        button = {"title": "Stop", "type": "open_url", "url": "https://x.example"}
        state = {"title": "x", "type": "timer"}
        assert reported(update(state, action=button, secondary_action=button)) == [
            (
                "misplaced-field",
                "/secondary_action",
                (
                    "secondary_action belongs to segmented_progress, progress, alert and value activities; "
                    "this one is timer"
                ),
                "leave secondary_action out",
            )
        ]

    def test_a_body_is_refused_on_a_button_that_opens_a_page(self) -> None:
        button = {"title": "Open", "type": "open_url", "url": "https://x.example", "body": {}}
        assert reported(update(PROGRESS, action=button)) == [
            (
                "misplaced-field",
                "/action/body",
                "body belongs to webhook actions; this one is open_url",
                "leave body out",
            )
        ]

    @pytest.mark.parametrize("payload", [None, 5, "x", [], True])
    def test_a_payload_that_is_no_object_has_one_problem_at_the_root(self, payload: object) -> None:
        (problem,) = check(payload, "end_stream")
        assert problem.path == ()
        assert problem.rule == ("null-value" if payload is None else "wrong-type")

    def test_a_key_that_is_no_string_is_reported_at_its_object(self) -> None:
        payload: dict[Any, object] = {**update(PROGRESS), 5: 1}
        assert reported(payload) == [("wrong-type", "", "the keys of the request must be strings, got an int", None)]

    def test_a_repeated_problem_is_reported_once(self) -> None:
        payload: dict[Any, object] = {**update(PROGRESS), 5: 1, 6: 1}
        assert len(reported(payload)) == 1

    def test_metadata_is_reported_by_entry(self) -> None:
        metadata = {"": 1, "k" * 101: 1, "deep": {"a": 1}, "none": None, "ok": "x", "long": "y" * 4001}
        assert reported(update(PROGRESS, metadata=metadata)) == [
            ("empty-string", "/metadata/", 'the key "" of metadata must not be empty, got an empty string', None),
            (
                "too-long",
                f"/metadata/{'k' * 101}",
                f'the key "{"k" * 40}…" of metadata must have 1 to 100 characters, got 101',
                None,
            ),
            ("wrong-type", "/metadata/deep", "deep must be a string, a number, true or false, got an object", None),
            (
                "null-value",
                "/metadata/none",
                "none must be a string, a number, true or false, got null",
                "leave none out",
            ),
            ("too-long", "/metadata/long", "long must have at most 4,000 characters, got 4,001", None),
        ]

    def test_a_key_of_metadata_that_is_no_string_is_reported_at_metadata(self) -> None:
        assert reported(update(PROGRESS, metadata={1: "x"})) == [
            ("wrong-type", "/metadata", "the keys of metadata must be strings, got an int", None)
        ]

    def test_a_key_of_a_body_that_is_no_string_is_reported_at_its_object(self) -> None:
        action = {"title": "Run", "type": "webhook", "url": "https://ci.example.com/run", "body": {"runs": [{1: "x"}]}}
        (problem,) = check(update(PROGRESS, action=action), "update")
        assert (problem.rule, problem.pointer) == ("not-json", "/action/body/runs/0")
        assert problem.message == "the keys of runs[0] must be strings, got an int"

    def test_channels_that_differ_are_named_on_one_line_and_not_too_many(self) -> None:
        many = [f"ops-{n}" for n in range(1, 9)]
        (problem,) = check({"content_state": PROGRESS, "channels": many, "target": {"channels": ["a\nb"]}}, "stream")
        assert problem.message == (
            'channels must name the same channels as target.channels ("a\\nb"), '
            "got ops-1, ops-2, ops-3, ops-4, ops-5 and 3 more"
        )

    def test_a_required_field_cannot_be_null(self) -> None:
        assert reported(update({"title": None, "type": "timer", "subtitle": None})) == [
            ("null-value", "/content_state/title", "title must be a string, got null", "give title a value"),
            ("null-value", "/content_state/subtitle", "subtitle must be a string, got null", "leave subtitle out"),
        ]

    def test_a_stream_key_belongs_in_the_path(self) -> None:
        assert reported({"stream_key": "web-1"}, "end_stream") == [
            (
                "misplaced-field",
                "/stream_key",
                "stream_key belongs in the path of the URL, got it in the request",
                "move stream_key into the path of the URL",
            )
        ]

    def test_a_lone_surrogate_in_a_webhook_body_is_shown(self) -> None:
        action = {
            "title": "Go",
            "type": "webhook",
            "url": "https://x.example",
            "body": {"note": "a\ud83d", "\ude00": 1},
        }
        assert [(pointer, message) for _, pointer, message, _ in reported(update(PROGRESS, action=action))] == [
            ("/action/body/note", 'note must be text that UTF-8 can encode, got a lone surrogate in "a\\ud83d"'),
            (
                "/action/body/\ude00",
                'the key "\\ude00" must be text that UTF-8 can encode, got a lone surrogate in "\\ude00"',
            ),
        ]

    def test_a_problem_knows_whether_it_is_at_the_key_or_the_value(self) -> None:
        body = {"\ude00": "a\ud83d"}
        payload = update(
            {**PROGRESS, "message": 1, "counts_down": True, "subtitle": 5, "wat": 1},
            metadata={"": "", "k" * 101: None, "x": None},
            action={"title": "Go", "type": "webhook", "url": "https://x.example", "body": body},
        )
        problems = check(payload, "update", enable=["inert-field"])
        assert [(problem.rule, problem.pointer, problem.at_key) for problem in problems] == [
            ("misplaced-field", "/content_state/message", True),
            ("inert-field", "/content_state/counts_down", True),
            ("wrong-type", "/content_state/subtitle", False),
            ("unknown-field", "/content_state/wat", True),
            ("empty-string", "/metadata/", True),
            ("too-long", "/metadata/" + "k" * 101, True),
            ("null-value", "/metadata/" + "k" * 101, False),
            ("null-value", "/metadata/x", False),
            ("lone-surrogate", "/action/body/\ude00", True),
            ("lone-surrogate", "/action/body/\ude00", False),
        ]

    def test_the_size_of_metadata_is_measured_as_compact_utf_8(self) -> None:
        def sized(size: int) -> dict[str, object]:
            fill = {f"k{n}": "é" * 2000 for n in range(4)}
            rest = size - len('{"k0":"","k1":"","k2":"","k3":"","z":""}') - 16_000
            return update(PROGRESS, metadata={**fill, "z": "x" * rest})

        assert is_valid(sized(16_384), "update")
        assert reported(sized(16_385)) == [
            (
                "metadata-too-large",
                "/metadata",
                "metadata must be at most 16,384 bytes as compact UTF-8 JSON, got 16,385",
                None,
            )
        ]

    def test_a_deep_webhook_body_is_reported_where_it_is_too_deep(self) -> None:
        deep: object = 1
        for _ in range(100_000):
            deep = [deep]
        button = {"title": "Go", "type": "webhook", "url": "https://x.example", "body": {"a": deep}}
        (problem,) = check(update(PROGRESS, action=button), "update")
        assert (problem.rule, problem.pointer) == ("too-deep", "/action/body")
        while isinstance(deep, list):  # freeing the whole list in one step would recurse too deep
            deep = deep.pop()

    def test_a_payload_that_contains_itself_is_reported(self) -> None:
        loop: dict[str, object] = {}
        loop["body"] = loop
        assert errors(
            update(PROGRESS, action={"title": "x", "type": "webhook", "url": "https://x.example", "body": loop})
        )
        assert not is_valid(loop, "update")

    def test_rules_that_are_off_are_reported_if_enabled(self) -> None:
        assert check(update(PROGRESS), "update", enable=["legacy-operation"])[0].rule == "legacy-operation"
        assert check({"content_state": PROGRESS}, "stream", enable=["legacy-operation"]) == []

    def test_a_problem_is_at_the_value_unless_it_says_otherwise(self) -> None:
        assert not Problem("out-of-range", Severity.ERROR, ("a",), "a must be 1, got 2").at_key

    def test_a_place_is_written_on_one_line(self) -> None:
        (problem,) = check(update({**PROGRESS, "a\n\x1bé": 1}), "update")
        assert problem.pointer == "/content_state/a\n\x1bé"
        assert str(problem).startswith(r"/content_state/a\u000a\u001bé: error[unknown-field] ")


class TestTypes:
    def test_a_start_needs_a_type(self) -> None:
        assert reported({"content_state": {"title": "x", "percentage": 1}}, "start") == [
            (
                "missing-type",
                "/content_state",
                "content_state needs a type on start, got none",
                'add "type": "progress"',
            )
        ]

    def test_a_start_without_a_type_lists_the_types(self) -> None:
        (problem,) = check({"content_state": {"title": "x"}}, "start")
        *first, last = ActivityType
        assert problem.message == f"content_state needs a type ({', '.join(first)} or {last}), got none"

    @pytest.mark.parametrize("tag", [5, ["progress"], {"a": 1}, True])
    def test_a_type_that_is_no_string_is_unknown(self, tag: object) -> None:
        assert errors(update({**PROGRESS, "type": tag})) == [("unknown-type", "/content_state/type")]

    def test_with_an_unknown_type_the_shared_fields_are_checked(self) -> None:
        state = {"title": 5, "type": "weather", "color": "teal", "wat": 1, "message": 1}
        assert errors(update(state)) == [
            ("wrong-type", "/content_state/title"),
            ("unknown-type", "/content_state/type"),
            ("unknown-color", "/content_state/color"),
            ("unknown-field", "/content_state/wat"),
            ("wrong-type", "/content_state/message"),
        ]

    def test_with_an_unknown_type_an_unknown_field_may_be_meant_as_one_of_any_type(self) -> None:
        action = {"title": "x", "type": "pay", "url": "https://x.example", "wat": 1}
        found = reported(update({"title": "x", "type": "weather", "percentag": 1}, action=action))
        assert [each for each in found if each[0] == "unknown-field"] == [
            (
                "unknown-field",
                "/content_state/percentag",
                "content_state has no field percentag",
                "did you mean percentage?",
            ),
            ("unknown-field", "/action/wat", "action has no field wat", None),
        ]

    def test_the_type_of_the_existing_activity_applies(self) -> None:
        state = {"title": "x", "metrics": [{"label": "a", "value": "1"}]}
        assert is_valid(update(state), "update", activity_type="stats")
        assert not is_valid(update(state), "update", activity_type=ActivityType.TIMER)
        assert errors(update({**state, "type": "metrics"}), activity_type="stats") == [
            ("type-mismatch", "/content_state/type")
        ]

    def test_a_payload_valid_for_its_own_type_has_only_a_type_mismatch(self) -> None:
        alert = {"title": " ", "type": "alert", "message": "m"}
        assert [rule for rule, *_ in reported(update(alert), activity_type="progress")] == [
            "blank-text",
            "type-mismatch",
        ]
        assert errors(update({**alert, "message": ""}), activity_type="progress") == [
            ("missing-field", "/content_state"),
            ("type-mismatch", "/content_state/type"),
            ("misplaced-field", "/content_state/message"),
        ]

    def test_the_known_type_decides_about_the_second_button_without_a_state(self) -> None:
        button = {"title": "Stop", "type": "open_url", "url": "https://x.example"}
        payload = {"action": button, "secondary_action": button}
        assert is_valid(payload, "end_stream")
        assert is_valid(payload, "end_stream", activity_type="alert")
        assert errors(payload, "end_stream", activity_type="timer") == [("misplaced-field", "/secondary_action")]

    def test_an_action_needs_a_known_type(self) -> None:
        assert reported(update(PROGRESS, action={"title": "x", "url": "https://x.example"})) == [
            (
                "missing-type",
                "/action",
                "action needs a type (open_url or webhook), got none",
                "add the type of the action",
            )
        ]
        assert reported(update(PROGRESS, action={"title": "x", "type": "open-url", "url": "https://x.example"})) == [
            (
                "unknown-type",
                "/action/type",
                'type must be open_url or webhook, got the string "open-url"',
                "did you mean open_url?",
            )
        ]


class TestWithoutType:
    @pytest.mark.parametrize(
        "state",
        [
            {"title": "x"},
            {"title": "x", "percentage": 5},
            {"title": "x", "value": 5, "upper_limit": 9},
            {"title": "x", "value": "5"},
            {"title": "x", "metrics": [{"label": "a", "value": "b"}]},
            {"title": "x", "message": "m", "badge": {"title": "NEW"}},
            {"title": "x", "current_step": 2},
            {"title": "x", "counts_down": False},
            {"title": "x", "percentage": 5, "counts_down": True, "is_running": True},
        ],
    )
    def test_an_untyped_state_is_valid_if_some_type_accepts_it(self, state: dict[str, object]) -> None:
        assert is_valid(update(state), "update")
        assert errors(update(state)) == []

    @pytest.mark.parametrize(
        ("state", "fields", "message"),
        [
            (
                {"title": "x", "percentage": 5, "message": "m"},
                {},
                "no activity type has all these fields: percentage is for progress, message for alert",
            ),
            (
                {"title": "x", "percentage": 5, "upper_limit": 9, "message": "m"},
                {},
                "no activity type has all these fields: percentage and upper_limit are for progress; message for alert",
            ),
            (
                {"title": "x", "metrics": [{"label": "a", "value": 1}]},
                {"secondary_action": {"title": "x", "type": "open_url", "url": "https://x.example"}},
                (
                    "no activity type has all these fields: metrics is for metrics and stats; "
                    "secondary_action for segmented_progress, progress, alert and value"
                ),
            ),
            (
                {"title": "x", "badge": {"title": "NEW"}},
                {},
                (
                    "content_state must match a type that has badge, got too few fields: "
                    "segmented_progress needs current_step; "
                    "progress needs percentage, or value with upper_limit; alert needs message; value needs value"
                ),
            ),
            (
                {"title": "x", "percentage": 5, "step_color": "lime", "current_step": 1, "number_of_steps": 2},
                {},
                (
                    "no activity type has all these fields: percentage is for progress; "
                    "step_color, current_step and number_of_steps for segmented_progress"
                ),
            ),
        ],
    )
    def test_if_no_type_accepts_it_the_conflict_is_reported(
        self, state: dict[str, object], fields: dict[str, object], message: str
    ) -> None:
        (problem,) = [p for p in check(update(state, **fields), "update") if p.severity is Severity.ERROR]
        assert (problem.rule, problem.pointer, problem.message) == ("no-matching-type", "/content_state", message)

    @pytest.mark.parametrize(
        ("state", "expected"),
        [
            ({"title": "x", "percentage": 200}, [("out-of-range", "/content_state/percentage")]),
            ({"title": "x", "value": True}, [("wrong-type", "/content_state/value")]),
            ({"title": 5}, [("wrong-type", "/content_state/title")]),
            ({}, [("missing-field", "/content_state")]),
            ({"title": "x", "metrics": []}, [("empty-list", "/content_state/metrics")]),
            ({"title": "x", "subtitel": "y"}, [("unknown-field", "/content_state/subtitel")]),
            (
                {"title": "x", "color": "teal", "percentage": 5, "message": "m"},
                [("no-matching-type", "/content_state"), ("unknown-color", "/content_state/color")],
            ),
        ],
    )
    def test_if_only_one_type_fits_its_rules_are_reported(
        self, state: dict[str, object], expected: list[tuple[str, str]]
    ) -> None:
        assert errors(update(state)) == expected

    def test_a_warning_is_reported_only_if_all_fitting_types_report_it(self) -> None:
        state = {"title": "x", "metrics": [{"label": "a", "value": "1"}, {"label": "a", "value": 2}]}
        assert [problem.rule for problem in check(update(state), "update")] == ["duplicate-label"]

    def test_a_start_is_never_without_a_type(self) -> None:
        assert not is_valid({"content_state": {"title": "x", "percentage": 5}}, "start")
        assert errors({"content_state": {"title": "x", "percentage": 5}}, "start", activity_type="progress") == [
            ("missing-type", "/content_state")
        ]


def test_every_value_of_a_webhook_body_is_checked() -> None:
    body = {"run": 7, "by": "Ada", "who": None, "ok": True, "log": [1.5, float("inf"), "a\udfff"]}
    button = {"title": "Retry", "type": "webhook", "url": "https://x.example", "body": body}
    assert errors(update(PROGRESS, action=button)) == [
        ("non-finite-number", "/action/body/log/1"),
        ("lone-surrogate", "/action/body/log/2"),
    ]


@pytest.mark.parametrize("largest", [1.7976931348623157e308, int(1.7976931348623157e308)])
def test_the_largest_numbers_in_a_webhook_body_are_finite(largest: float) -> None:
    body = {"most": largest, "least": -largest, "more": 10**309, "less": -(10**309)}
    button = {"title": "Retry", "type": "webhook", "url": "https://x.example", "body": body}
    assert errors(update(PROGRESS, action=button)) == [
        ("non-finite-number", "/action/body/more"),
        ("non-finite-number", "/action/body/less"),
    ]


def test_a_timer_that_counts_up_needs_no_duration() -> None:
    state = {"title": "Outage", "type": "timer", "counts_down": False, "color": "teal"}
    assert [problem.rule for problem in check({"content_state": state}, "start")] == ["unknown-color"]
    assert [problem.rule for problem in check({"content_state": {**state, "counts_down": True}}, "start")] == [
        "missing-field",
        "unknown-color",
    ]


@pytest.mark.parametrize("enable", [["no-such-rule"], {"legacy-operation", "no-such-rule"}])
def test_a_rule_to_enable_must_exist(enable: Any) -> None:
    with pytest.raises(ValueError, match="enable must be a collection of rule ids, got 'no-such-rule'"):
        check(update(PROGRESS), "update", enable=enable)


def test_the_first_five_rules_that_do_not_exist_are_named() -> None:
    with pytest.raises(ValueError, match=r"^enable must be a collection of rule ids, got '0', '1', '2', '3', '4'$"):
        check(update(PROGRESS), "update", enable=list("0123456"))


def test_a_single_string_is_no_collection_of_rules() -> None:
    with pytest.raises(ValueError, match="enable must be a collection of rule ids, got 'legacy-operation'"):
        check(update(PROGRESS), "update", enable="legacy-operation")


def test_a_default_of_another_type_is_not_tolerated() -> None:
    metrics = {"title": "x", "type": "metrics", "metrics": [{"label": "a", "value": 1}]}
    assert errors(update({**metrics, "counts_down": True})) == []
    assert errors(update({**metrics, "counts_down": 1})) == [("misplaced-field", "/content_state/counts_down")]
    untyped = {"title": "x", "percentage": 42}
    assert errors(update({**untyped, "counts_down": True})) == []
    assert errors(update({**untyped, "counts_down": 1})) == [("no-matching-type", "/content_state")]


@pytest.mark.parametrize("name", ["a_b_c", "A-B-C", "a b c"])
def test_case_hyphens_and_spaces_are_no_difference_for_a_suggestion(name: str) -> None:
    assert did_you_mean(name, ["a-b-c", "xyz"]) == "did you mean a-b-c?"
