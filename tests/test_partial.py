"""What `check_partial` reports about payloads of which some parts are not known yet, with the exact messages."""

from __future__ import annotations

from collections import UserDict
from typing import Any

import pytest
from partial_payloads import METRIC, NO_WEB, PERHAPS, TEXT, opening, progress, said, update, with_more

from liveschema.partial import MORE, UNKNOWN, PartialText, Unknown, check_partial


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
        check_partial(payload, "upd")  # type: ignore[arg-type] # on purpose
    with pytest.raises(ValueError, match="'bar' is not a valid ActivityType"):
        check_partial(payload, "update", activity_type="bar")  # type: ignore[arg-type] # on purpose
