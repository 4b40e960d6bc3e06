"""The problems of the inputs of a step: exact messages, hints and places."""

from __future__ import annotations

from typing import Any

import pytest
from workflow_kit import ID, KEY, PAYLOAD, USES, faults, read, step

from liveschema.engine.rule import Rule
from liveschema.lint.inputs.ci.action_inputs import ACTIONS
from liveschema.lint.rules.conflicting_inputs import CONFLICTING_INPUTS
from liveschema.lint.rules.hidden_errors import HIDDEN_ERRORS
from liveschema.lint.rules.inert_input import INERT_INPUT
from liveschema.lint.rules.invalid_input import INVALID_INPUT
from liveschema.lint.rules.missing_input import MISSING_INPUT
from liveschema.lint.rules.unknown_action import UNKNOWN_ACTION
from liveschema.lint.rules.unknown_input import UNKNOWN_INPUT

RULES = [
    CONFLICTING_INPUTS,
    HIDDEN_ERRORS,
    INERT_INPUT,
    INVALID_INPUT,
    MISSING_INPUT,
    UNKNOWN_ACTION,
    UNKNOWN_INPUT,
]
NEEDS_KEY = (
    2, 3, "missing-input", "a step with start_live_activity must have the input api-key, got none",
    "keep the key in a secret: ${{ secrets.ACTIVITYSMITH_API_KEY }}",
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_bad_example_of_a_rule_breaks_only_it_and_the_good_one_none(rule: Rule) -> None:
    def broken(example: Any) -> list[str]:
        (document,) = read(example.payload)
        return [fault.rule for fault in document.faults if rule.id == HIDDEN_ERRORS.id or fault.rule != "hidden-errors"]

    assert broken(rule.bad) == [rule.id]
    assert broken(rule.good) == []


@pytest.mark.parametrize(
    ("action", "inputs", "expected"),
    [
        ("start_live_activity", [PAYLOAD], [NEEDS_KEY]),
        ("start_live_activity", ["api-key: ' '", PAYLOAD], [
            (4, 5, "missing-input", "a step with start_live_activity must have the input api-key, got an empty one",
             "keep the key in a secret: ${{ secrets.ACTIVITYSMITH_API_KEY }}")]),
        ("update_live_activity", [KEY, PAYLOAD], [
            (2, 3, "missing-input", "a step with update_live_activity must have the input live-activity-id, got none",
             "it is the output live_activity_id of the step that starts it")]),
        ("end_live_activity_stream", [KEY], [
            (2, 3, "missing-input", "a step with end_live_activity_stream must have the input stream-key, got none",
             "choose a name for the stream, such as prod-web-1")]),
        ("start_live_activity", [KEY], [
            (2, 3, "missing-input", "a step with start_live_activity must have the input payload, got none",
             "it may also be a file: payload-file-path")]),
        ("start_live_activity", [KEY, "payload:"], [
            (5, 5, "missing-input", "a step with start_live_activity must have the input payload, got an empty one",
             "it may also be a file: payload-file-path")]),
        ("''", [KEY], [(3, 5, "missing-input", "a step must have the input action, got an empty one", None)]),
        ("start-activity", [KEY], [
            (3, 13, "unknown-action", 'the input action must be an action, got the string "start-activity"',
             "did you mean start_live_activity?")]),
        ("deploy", [KEY], [
            (3, 13, "unknown-action", 'the input action must be an action, got the string "deploy"',
             f"use one of {', '.join(list(ACTIONS)[:-1])}, end_live_activity_stream or send_push_notification")]),
        ("start_live_activity", [KEY, PAYLOAD, "Channel: a", "x: {}"], [
            (7, 5, "unknown-input", 'an input must be one that the GitHub Action knows, got "Channel"',
             "did you mean channels?"),
            (8, 5, "unknown-input", 'an input must be one that the GitHub Action knows, got "x"', None),
            (8, 8, "invalid-input", "the input x must be a text, got an object", None)]),
        ("start_live_activity", [KEY, "Payload:\n      tags: [a]"], [
            (6, 7, "invalid-input", "the input Payload must be a text, got an object",
             "write Payload: | and indent the lines below it")]),
        ("start_live_activity", [KEY, PAYLOAD, "errors: 'yes'"], [
            (7, 13, "invalid-input", 'the input errors must be true or false, got the string "yes"', None)]),
        ("start_live_activity", [KEY, "payload-file-path: a.txt"], [
            (5, 24, "invalid-input",
             'the input payload-file-path must be a path that ends in .json, .yaml or .yml, got the string "a.txt"',
             None)]),
        ("start_live_activity", [KEY, PAYLOAD, "payload-file-path: a.json"], [
            (7, 5, "conflicting-inputs", "a step must have either payload or payload-file-path, got both", None)]),
        ("start_live_activity", [KEY, PAYLOAD, "payload-delimiter: '.'"], [
            (7, 5, "conflicting-inputs",
             'a step that sends a Live Activity must not have payload-delimiter, got the string "."',
             "leave it out: it flattens the payload, and makes a text of every value")]),
        ("update_live_activity", [KEY, ID, PAYLOAD, "channels: a", "stream-key: b c"], [
            (8, 5, "inert-input",
             "the input channels should be left out, got one that has no effect with update_live_activity", None),
            (9, 5, "inert-input",
             "the input stream-key should be left out, got one that has no effect with update_live_activity", None)]),
        ("start_live_activity", [KEY, ID, "channels: a", "payload: '{channels: [b]}'"], [
            (5, 5, "inert-input",
             "the input live-activity-id should be left out, got one that has no effect with start_live_activity",
             None),
            (6, 5, "inert-input",
             "the input channels should be left out, got one that has no effect beside channels in the payload",
             None)]),
        ("stream_live_activity", [KEY, PAYLOAD, "stream-key: prod web"], [
            (7, 17, "invalid-stream-key",
             'a stream key must be 1 to 255 characters of A-Z a-z 0-9 _ -, got the string "prod web"', None)]),
        ("start_live_activity", ["api-key: abcdef0123456789", PAYLOAD], [
            (4, 14, "literal-api-key", "an API key must not stand in a file, got one of 16 characters",
             "keep it in a secret or an environment variable, and replace the key, since others may have read it")]),
    ],
)  # fmt: skip
def test_the_problems_of_inputs_are_reported(action: str, inputs: list[str], expected: list[Any]) -> None:
    assert faults(step(action, *inputs)) == expected


@pytest.mark.parametrize(
    "text",
    [
        step("start_live_activity", KEY, PAYLOAD, "errors: TRUE", "payload-delimiter: ''", "channels: ' '"),
        step("start_live_activity", KEY, PAYLOAD, "errors:", "stream-key: ''", "payload-file-path: ''"),
        step("start_live_activity", KEY, PAYLOAD, "errors: ${{ x }}", "payload-delimiter: ${{ x }}"),
        step("start_live_activity", KEY, PAYLOAD, "payload-file-path: ${{ x }}"),
        step("start_live_activity", KEY, "payload-file-path: ${{ x }}.txt"),
        step("stream_live_activity", KEY, PAYLOAD, "stream-key: ${{ a }} b"),
        step("update_live_activity", "<<: *x").replace("- uses", "- &x {}\n- uses"),
        step("${{ x }}", "stream-key: a b"),
        f"{USES}\n<<: {{x: 1}}\nwith:\n  {KEY}\n",
        f"with:\n  action: update_live_activity\n  {KEY}\n",
    ],
)
def test_what_may_be_right_is_not_reported(text: str) -> None:
    assert faults(text) == []


def test_a_step_without_inputs_is_reported_in_a_list_of_steps() -> None:
    expected = (1, 16, "missing-input", "a step must have the input action, got none", None)
    assert faults(f"steps: [{{{USES}}}]") == [expected]
    assert len(faults(f"steps: [&s {{{USES}}}, {{{USES}, with: }}, {{{USES}, with: {{}}}}, *s]")) == 3


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ([], [(2, 3, "the input errors should be true, got none")]),
        (["errors: False"], [(7, 13, "the input errors should be true, got False")]),
        (["errors: true"], []),
        (["errors: ${{ x }}"], []),
        (["<<: {x: 1}"], []),
    ],
)
def test_hidden_errors_are_told_of_by_a_rule_that_is_off_by_default(inputs: list[str], expected: list[Any]) -> None:
    (document,) = read(step("start_live_activity", KEY, PAYLOAD, *inputs))
    assert [(each.line, each.column, each.message) for each in document.faults] == expected
    assert not HIDDEN_ERRORS.default
