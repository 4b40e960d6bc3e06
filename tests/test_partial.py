"""What `check_partial` reports about payloads of which some parts are not known yet, with the exact messages."""

from __future__ import annotations

import copy
import pickle
from collections import UserDict
from typing import Any

import pytest

from liveschema import InvalidPayload, Progress, check, is_valid, load
from liveschema.partial import MORE, UNKNOWN, PartialText, Unknown, check_partial, has_unknown

TEXT = Unknown({"string"})
PERHAPS = Unknown(may_be_missing=True)
METRIC = {"label": "CPU", "value": 1}


def update(**state: Any) -> dict[Any, Any]:
    return {"activity_id": "act_7", "content_state": {"title": "Build", **state}}


def with_more(**state: Any) -> dict[Any, Any]:
    return {"activity_id": "act_7", "content_state": {"title": "Build", **state, MORE: None}}


def progress(**more: Any) -> dict[Any, Any]:
    return {**update(type="progress", percentage=4), **more}


def opening(url: Any) -> dict[Any, Any]:
    return progress(action={"type": "open_url", "title": "Open", "url": url})


def said(payload: Any, operation: str = "update", **known: Any) -> list[str]:
    return [str(each) for each in check_partial(payload, operation, **known)]


NO_WEB = (
    "/action/url: error[invalid-url] url must be an absolute http, https or x-safari-https URL, or a "
    "shortcuts://run-shortcut URL, got the string "
)
TYPES = "segmented_progress, progress, metrics, stats, alert, timer or value"


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (
            update(type="progress", percentage=1, colour=UNKNOWN),
            "/content_state/colour: error[unknown-field] content_state has no field colour (did you mean color?)",
        ),
        (
            update(type="progress", subtitle=UNKNOWN),
            (
                "/content_state: error[missing-field] content_state needs percentage, or value with upper_limit, got "
                "neither"
            ),
        ),
        (
            update(type="progress", value=UNKNOWN),
            (
                "/content_state: error[incomplete-pair] value and upper_limit must be sent together, got only value "
                "(add upper_limit, or leave value out)"
            ),
        ),
        (
            update(type="stats", metrics=[UNKNOWN] * 9),
            "/content_state/metrics: error[too-many-items] metrics must have at most 8 metrics, got 9",
        ),
        (
            update(type="stats", metrics=[UNKNOWN, MORE, *[UNKNOWN] * 8]),
            "/content_state/metrics: error[too-many-items] metrics must have at most 8 metrics, got at least 9",
        ),
        (
            update(type="stats", metrics=[{"label": "CPU", "value": UNKNOWN}, MORE, METRIC]),
            (
                "/content_state/metrics/2/label: warning[duplicate-label] label should be unique among the metrics, "
                'got "CPU" again'
            ),
        ),
        (
            update(type="metrics", metrics=[METRIC, {**METRIC, "label": UNKNOWN}, {**METRIC, "label": TEXT}, MORE]),
            (
                "/content_state/metrics: warning[metrics-not-shown] metrics should have at most 2 on a "
                "metrics activity, "
                "got at least 3 (use a stats activity)"
            ),
        ),
        (
            {"activity_id": UNKNOWN, "content_state": {"title": UNKNOWN, "current_step": 5, "number_of_steps": 3}},
            "/content_state/current_step: error[step-past-end] current_step must be at most number_of_steps (3), got 5",
        ),
        (
            update(type="segmented_progress", current_step=3, step_colors=["lime", UNKNOWN]),
            (
                "/content_state/step_colors: warning[step-colors-length] step_colors should have one "
                "colour per completed "
                "step (3), got 2"
            ),
        ),
        (
            update(type="segmented_progress", current_step=1, step_colors=["lime", UNKNOWN, PERHAPS]),
            (
                "/content_state/step_colors: warning[step-colors-length] step_colors should have one "
                "colour per completed "
                "step (1), got 2 to 3"
            ),
        ),
        (
            update(type="segmented_progress", current_step=1, step_colors=["lime", UNKNOWN, MORE]),
            (
                "/content_state/step_colors: warning[step-colors-length] step_colors should have one "
                "colour per completed "
                "step (1), got at least 2"
            ),
        ),
        (
            {**update(type="stats", metrics=[METRIC]), "secondary_action": UNKNOWN, "action": UNKNOWN},
            (
                "/secondary_action: error[misplaced-field] secondary_action belongs to segmented_progress, "
                "progress, alert "
                "and value activities; this one is stats (leave secondary_action out)"
            ),
        ),
        (
            update(type="stats", metrics=[METRIC], color=PartialText(("li", ""))),
            (
                "/content_state/color: warning[color-on-stats] color should be set on each metric of a "
                "stats activity, got "
                "li… for the whole activity (set color on each metric instead)"
            ),
        ),
        (
            update(type="stats", metrics=[METRIC], color=TEXT),
            (
                "/content_state/color: warning[color-on-stats] color should be set on each metric of a "
                "stats activity, got "
                "a string that is not known yet for the whole activity (set color on each metric instead)"
            ),
        ),
        (
            update(type="progress", percentage=PartialText(("", "%"))),
            '/content_state/percentage: error[wrong-type] percentage must be a number, got the string "…%"',
        ),
        (
            update(type="progress", percentage=PartialText(("", ""))),
            (
                "/content_state/percentage: error[wrong-type] percentage must be a number, got a string that is not "
                "known yet"
            ),
        ),
        (
            update(type="progress", percentage=Unknown({"string", "null", "object"})),
            (
                "/content_state/percentage: error[wrong-type] percentage must be a number, got a string, "
                "an object or null "
                "that is not known yet"
            ),
        ),
        (
            update(type="progress", percentage=Unknown({"null"})),
            "/content_state/percentage: error[null-value] percentage must be a number, got null (leave percentage out)",
        ),
        (
            update(type="metrics", metrics=[{"label": "CPU", "value": PartialText(("", "%"))}]),
            (
                "/content_state/metrics/0/value: warning[text-on-bars] value should be a number on a "
                "metrics activity, got "
                'the string "…%" (send a number, or use a stats activity)'
            ),
        ),
        (
            update(type="metrics", metrics=[{"label": "CPU", "value": "4 %"}, {"label": "RAM", "value": UNKNOWN}]),
            (
                "/content_state/metrics/0/value: warning[text-on-bars] value should be a number on a "
                "metrics activity, got "
                'the string "4 %" (send a number, or use a stats activity)'
            ),
        ),
        (
            update(type="metrics", metrics=[{"label": "CPU", "value": TEXT}]),
            (
                "/content_state/metrics/0/value: warning[text-on-bars] value should be a number on a "
                "metrics activity, got "
                'the string "…" (send a number, or use a stats activity)'
            ),
        ),
        (
            update(type="stats", metrics=[{"label": "CPU", "value": Unknown({"boolean"})}]),
            (
                "/content_state/metrics/0/value: error[wrong-type] value must be a number or a string, got "
                "a boolean that "
                "is not known yet"
            ),
        ),
        (
            update(type="progress", percentage=1, color=PartialText(("gren", "n"))),
            (
                "/content_state/color: error[unknown-color] color must be one of lime, green, cyan, blue, "
                "purple, magenta, "
                'red, orange, yellow or gray, got the string "gren…n" (did you mean green?)'
            ),
        ),
        (
            update(type="progress", percentage=1, icon={"symbol": PartialText(("Bolt ", ""))}),
            (
                "/content_state/icon/symbol: warning[symbol-shape] symbol should be the name of an SF Symbol, got the "
                'string "Bolt …" (symbol names are lower case, with dots between their parts: bolt.fill)'
            ),
        ),
        (opening(PartialText(("ftp://", ""))), f'{NO_WEB}"ftp://…"'),
        (opening(PartialText(("https:///", ""))), f'{NO_WEB}"https:///…"'),
        (opening(PartialText(("https://x/a b", ""))), f'{NO_WEB}"https://x/a b…" (write a space as %20)'),
        (opening(PartialText(("", " b"))), f'{NO_WEB}"… b"'),
        (
            progress(tags=[PartialText(("x" * 40, "y" * 40))]),
            "/tags/0: error[too-long] tags[0] must have 1 to 64 characters, got at least 80",
        ),
        (
            progress(activity_id=PartialText(("\ud800", ""))),
            (
                "/activity_id: error[lone-surrogate] activity_id must be text that UTF-8 can encode, got a "
                "lone surrogate "
                'in "\\ud800\\u2026" (write the character itself, or both halves of its surrogate pair)'
            ),
        ),
        (
            progress(metadata={f"k{index}": UNKNOWN for index in range(51)}),
            "/metadata: error[too-many-entries] metadata must have at most 50 entries, got 51",
        ),
        (
            progress(metadata={"k" * 101: UNKNOWN, "a" * 101: PERHAPS, MORE: None}),
            (
                f'/metadata/{"k" * 101}: error[too-long] the key "{"k" * 40}…" of metadata must have 1 to 100 '
                "characters, got 101"
            ),
        ),
        (
            progress(metadata={f"k{index}": PartialText(("x" * 3900, "")) for index in range(5)}),
            (
                "/metadata: error[metadata-too-large] metadata must be at most 16,384 bytes as compact "
                "UTF-8 JSON, got at "
                "least 19,541"
            ),
        ),
        (
            update(type="progress", percentage=1, subtitle=PartialText(("x" * 5000, ""))),
            (
                "/content_state: warning[activity-too-large] content_state with its buttons should be at "
                "most 4,096 bytes "
                "as compact UTF-8 JSON, got at least 5,082 (shorten the texts)"
            ),
        ),
        (
            progress(secondary_action={"type": "open_url", "title": UNKNOWN, "url": UNKNOWN}),
            (
                "/secondary_action: warning[lone-secondary-action] secondary_action should be sent "
                "together with action, "
                "got it alone (rename it to action)"
            ),
        ),
        (
            progress(
                action={"type": "webhook", "title": "Go", "url": UNKNOWN, "method": "GET", "body": {"a": UNKNOWN}}
            ),
            (
                "/action/body: warning[get-with-body] body should be left out of a GET webhook, got one (use POST, or "
                "leave body out)"
            ),
        ),
        (
            progress(
                action={"type": "webhook", "title": "Go", "url": UNKNOWN, "body": {"a": PartialText(("\ud800", ""))}}
            ),
            (
                "/action/body/a: error[lone-surrogate] a must be text that UTF-8 can encode, got a lone surrogate in "
                '"\\ud800\\u2026" (write the character itself, or both halves of its surrogate pair)'
            ),
        ),
        (
            progress(action={"type": "webhook", "title": "Go", "url": UNKNOWN, "body": {"a": [MORE, float("inf")]}}),
            "/action/body/a/1: error[non-finite-number] a[1] must be a finite number, got Infinity",
        ),
        (
            {**update(type=UNKNOWN, percentage=4), 1: UNKNOWN},
            "(root): error[wrong-type] the keys of the request must be strings, got an int",
        ),
        (
            update(type="progress", percentage=MORE),
            (
                "/content_state/percentage: error[wrong-type] percentage must be a number, got MORE (MORE "
                "is a key of an "
                "object, or an item of a list)"
            ),
        ),
        (
            {**progress(), PartialText(("a", "b")): 1},
            "(root): error[wrong-type] the keys of the request must be strings, got a value that is not known yet",
        ),
        (PartialText(("{", "}")), '(root): error[wrong-type] the request must be an object, got the string "{…}"'),
        (
            Unknown({"array", "null"}),
            "(root): error[wrong-type] the request must be an object, got an array or null that is not known yet",
        ),
        ([MORE], "(root): error[wrong-type] the request must be an object, got a list"),
    ],
)
def test_what_reads_only_known_places_is_reported(payload: Any, expected: str) -> None:
    assert said(payload) == [expected]


@pytest.mark.parametrize(
    "payload",
    [
        UNKNOWN,
        Unknown({"object"}),
        {MORE: None},
        {"activity_id": UNKNOWN, "content_state": UNKNOWN},
        update(type="progress", percentage=UNKNOWN),
        update(type="progress", percentage=Unknown({"number", "string"})),
        with_more(type="progress"),
        update(type="progress", percentage=PERHAPS),
        update(type="progress", percentage=4, precentage=PERHAPS),
        update(type="stats", metrics=[*[METRIC | {"label": UNKNOWN}] * 8, MORE]),
        update(type="stats", metrics=[MORE]),
        update(type="stats", metrics=[PERHAPS]),
        update(type="stats", metrics=UNKNOWN),
        update(type="metrics", metrics=[{"label": "CPU", "value": Unknown({"string"}, may_be_missing=True)}]),
        update(type="stats", metrics=[{"label": "CPU", "value": PartialText(("", "%"))}], icon=UNKNOWN),
        update(type="metrics", metrics=[METRIC], badge=UNKNOWN, counts_down=UNKNOWN),
        update(type="progress", percentage=4, color=PartialText(("gr", "n"))),
        update(type="progress", percentage=4, icon={"symbol": PartialText(("bolt", "fill"))}),
        update(type="segmented_progress", current_step=UNKNOWN, number_of_steps=3, step_colors=["lime"]),
        update(type="segmented_progress", current_step=2, step_colors=UNKNOWN),
        update(type="segmented_progress", current_step=2, step_colors=["lime", PERHAPS]),
        *map(
            opening, [PartialText((start, "")) for start in ("", "h", "HTTPS:", "https://", "https://x", "shortcuts:")]
        ),
        {"activity_id": UNKNOWN, "content_state": {"title": PartialText((" ", " ")), "percentage": 4}},
        progress(tags=[PartialText(("", ""))]),
        progress(metadata={"a": UNKNOWN, MORE: None}),
        progress(secondary_action=UNKNOWN, action=PERHAPS),
        {**progress(secondary_action=UNKNOWN), MORE: None},
        progress(secondary_action={"type": UNKNOWN, "title": "x", "url": "http://x"}, action=UNKNOWN),
        progress(secondary_action={"type": UNKNOWN, "title": "x", "url": "http://x"}),
        progress(secondary_action={"type": PERHAPS, "title": "x", "url": "https://x"}),
        update(type="stats", metrics=[PERHAPS], subtitle="x" * 5000),
        update(percentage=4, message=PERHAPS),
        update(type=UNKNOWN, percentage=4),
        update(type=PartialText(("", "ess")), percentage=4),
        update(type=PERHAPS, message="x"),
        UserDict(progress(tags=(UNKNOWN, MORE))),
    ],
)
def test_what_may_be_valid_is_not_reported(payload: Any) -> None:
    assert said(payload) == []


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


def test_channels_are_compared_as_far_as_they_are_known() -> None:
    def differ(first: Any, second: Any) -> list[str]:
        return said(
            {
                "content_state": {"title": "x", "type": "timer", "duration_seconds": 1},
                "channels": first,
                "target": second,
            },
            "stream",
        )

    def message(first: str, second: str) -> list[str]:
        return [
            (
                "/channels: error[channels-differ] channels must name the same channels as target.channels "
                f"({second}), "
                f"got {first} (leave target out)"
            )
        ]

    assert differ(["a", UNKNOWN], {"channels": ["b"]}) == message("a and others", "b")
    assert differ(["b"], {"channels": ["b", "a", MORE]}) == message("b", "b and a and others")
    assert differ(["b", UNKNOWN], {"channels": ["a", "b"]}) == []
    assert differ(["b", UNKNOWN], {"channels": ["a", MORE]}) == []
    assert differ(UNKNOWN, {"channels": ["a"]}) == differ(["a"], UNKNOWN) == differ(["a"], {MORE: None}) == []


def test_rules_that_are_off_by_default_can_be_enabled() -> None:
    payload = {**update(type="progress", percentage=UNKNOWN, icon=None, badge=UNKNOWN, counts_down=True)}
    found = check_partial(payload, "update", enable=["inert-field", "legacy-operation"])
    assert [(each.rule, each.pointer) for each in found] == [
        ("legacy-operation", ""),
        ("inert-field", "/content_state/icon"),
        ("inert-field", "/content_state/counts_down"),
    ]
    with pytest.raises(ValueError, match="enable must be a collection of rule ids"):
        check_partial(payload, "update", enable=["inert"])
    with pytest.raises(ValueError, match="'upd' is not a valid Operation"):
        check_partial(payload, "upd")
    with pytest.raises(ValueError, match="'bar' is not a valid ActivityType"):
        check_partial(payload, "update", activity_type="bar")


def test_what_is_fully_known_is_no_unknown_part() -> None:
    payload = progress(activity_id=PartialText("act_7"), tags=[PartialText(["x"])])
    assert check_partial(payload, "update") == check(progress(tags=["x"]), "update") == []
    assert check_partial(b"{}", "update") == check(b"{}", "update")
    assert check_partial({(1, 2): 3}, "update") == check({(1, 2): 3}, "update")


def test_the_payload_is_not_changed() -> None:
    payload = {**progress(tags=[PartialText("x"), MORE]), MORE: 1}
    before = copy.deepcopy(payload)
    assert said(payload) == []
    assert payload == before


WHOLE = "a value that is not known yet (use liveschema.partial.check_partial)"


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (UNKNOWN, f"(root): error[wrong-type] the request must be an object, got {WHOLE}"),
        (
            update(type="progress", percentage=UNKNOWN),
            f"/content_state/percentage: error[wrong-type] percentage must be a number, got {WHOLE}",
        ),
        (
            update(type="progress", percentage=4, subtitle=PartialText("x")),
            f"/content_state/subtitle: error[wrong-type] subtitle must be a string, got {WHOLE}",
        ),
        (update(type=UNKNOWN), f"/content_state/type: error[unknown-type] type must be one of {TYPES}, got {WHOLE}"),
        (
            {**progress(), MORE: None},
            "(root): error[wrong-type] the keys of the request must be strings, got a value that is not known yet",
        ),
        (progress(tags=[MORE]), f"/tags/0: error[wrong-type] tags[0] must be a string, got {WHOLE}"),
        (
            progress(action={"type": "webhook", "title": "Go", "url": "https://x", "body": {"a": [UNKNOWN]}}),
            f"/action/body/a/0: error[not-json] a[0] must be a JSON value, got {WHOLE}",
        ),
    ],
)
def test_other_functions_need_a_whole_payload(payload: Any, expected: str) -> None:
    assert [str(each) for each in check(payload, "update")] == [expected]
    assert not is_valid(payload, "update")
    with pytest.raises(InvalidPayload) as raised:
        load(payload, "update")
    assert str(raised.value) == expected


def test_a_model_needs_known_values() -> None:
    with pytest.raises(InvalidPayload, match="percentage must be a number, got a value that is not known yet"):
        Progress(title="x", percentage=UNKNOWN)  # type: ignore[arg-type] # as intended


def test_placeholders_are_checked_when_they_are_made() -> None:
    assert Unknown("string") == TEXT
    assert Unknown() == UNKNOWN
    assert PartialText("x").pieces == ("x",)
    with pytest.raises(ValueError, match="types"):
        Unknown({"integer"})
    with pytest.raises(ValueError, match="types"):
        Unknown(())
    with pytest.raises(ValueError, match="pieces"):
        PartialText(())
    with pytest.raises(TypeError, match="pieces"):
        PartialText(("x", 1))  # type: ignore[arg-type] # as intended


def test_copies_of_more_are_the_same() -> None:
    assert copy.deepcopy(MORE) is copy.copy(MORE) is pickle.loads(pickle.dumps(MORE)) is MORE  # noqa: S301 - our own
    assert repr(MORE) == "MORE"


def test_unknown_parts_are_found_anywhere() -> None:
    assert all(map(has_unknown, (UNKNOWN, MORE, PartialText("x"), {MORE: 1}, {"a": [1, {"b": [UNKNOWN]}]})))
    assert not any(map(has_unknown, (1, "x", [], {"a": [None]})))
