"""The assertion: it passes for valid payloads, and reports problems as the linter does."""

from __future__ import annotations

import math
import textwrap
from typing import Any

import pytest

from liveschema import Alert, StreamRequest
from liveschema.testing import assert_valid

STATE = {"title": "Backup", "type": "progress", "percentage": 42}
PAYLOAD = {"activity_id": "act_7", "content_state": STATE}


def failure(payload: object, operation: Any = "update", **options: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        assert_valid(payload, operation, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("payload", "operation"),
    [
        (PAYLOAD, "update"),
        ('{"activity_id": "act_7", "content_state": {"title": "Backup"}}', "update"),
        (b"{}", "end_stream"),
        (bytearray(b"{}"), "end_stream"),
        (StreamRequest(content_state=Alert(title="Deploy", message="Done")), "stream"),
    ],
)
def test_a_valid_payload_passes(payload: object, operation: Any) -> None:
    assert_valid(payload, operation)


def test_each_problem_is_shown_with_its_line_and_its_hint() -> None:
    payload = {
        "activity_id": "act_7",
        "content_state": {**STATE, "percentage": 142, "colour": "red"},
    }
    assert failure(payload) == textwrap.dedent(
        """\
        not a valid update payload: 2 problems

        payload:6:19: error[out-of-range] percentage must be from 0 to 100, got 142
          |
        6 |     "percentage": 142,
          |                   ^^^

        payload:7:5: error[unknown-field] content_state has no field colour
          |
        7 |     "colour": "red"
          |     ^^^^^^^^
          = hint: did you mean color?"""
    )


def test_a_problem_of_the_text_is_shown_in_the_text() -> None:
    assert failure('{"activity_id": "a", "activity_id": "b", "content_state": {"title": "x"}}') == textwrap.dedent(
        """\
        not a valid update payload: 1 problem

        payload:1:22: error[duplicate-key] activity_id must be given only once, got it again
          |
        1 | {"activity_id": "a", "activity_id": "b", "content_state": {"title": "x"}}
          |                      ^^^^^^^^^^^^^
          = hint: it is first given on line 1"""
    )


@pytest.mark.parametrize("value", [math.nan, 1j])
def test_a_value_beyond_json_is_reported_by_its_pointer(value: object) -> None:
    message = failure({"activity_id": "act_7", "content_state": {"title": "Balance", "type": "value", "value": value}})
    assert message.splitlines()[2].startswith("/content_state/value: error[")
    assert "] value must be a " in message


def test_the_known_activity_type_applies() -> None:
    assert "percentage belongs to progress activities; this one is alert" in failure(
        {"activity_id": "act_7", "content_state": {"title": "Backup", "percentage": 42}}, activity_type="alert"
    )


def test_warnings_fail_only_if_requested() -> None:
    payload = {"content_state": {"title": "Backup", "percentage": 42}}
    assert_valid(payload, "stream")
    assert "warning[stream-cannot-start]" in failure(payload, "stream", warnings=True)
