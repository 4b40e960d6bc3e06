"""The assertion: silent on what is valid, and as telling as the linter on what is not."""

from __future__ import annotations

import math
import textwrap
from typing import Any

import pytest

from liveschema import Alert, StreamRequest
from liveschema.testing import assert_valid

STATE = {"title": "Backup", "type": "progress", "percentage": 42}
PAYLOAD = {"activity_id": "act_7", "content_state": STATE}


def failure(payload: object, operation: str = "update", **options: Any) -> str:
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
def test_what_is_valid_passes(payload: object, operation: str) -> None:
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


def test_a_fault_of_the_text_is_shown_in_the_text() -> None:
    assert failure('{"activity_id": "a", "activity_id": "b", "content_state": {"title": "x"}}') == textwrap.dedent(
        """\
        not a valid update payload: 1 problem

        payload:1:22: error[duplicate-key] activity_id must be given once, got it again
          |
        1 | {"activity_id": "a", "activity_id": "b", "content_state": {"title": "x"}}
          |                      ^^^^^^^^^^^^^
          = hint: it is first given on line 1"""
    )


@pytest.mark.parametrize("value", [math.nan, 1j])
def test_what_json_has_no_form_for_is_told_by_its_pointer(value: object) -> None:
    told = failure({"activity_id": "act_7", "content_state": {"title": "Balance", "type": "value", "value": value}})
    assert told.splitlines()[2].startswith("/content_state/value: value must be a ")


def test_the_type_of_the_activity_decides() -> None:
    assert "percentage belongs to progress activities; this one is alert" in failure(
        {"activity_id": "act_7", "content_state": {"title": "Backup", "percentage": 42}}, activity_type="alert"
    )


def test_warnings_fail_only_where_they_are_asked_to() -> None:
    payload = {"content_state": {"title": "Backup", "percentage": 42}}
    assert_valid(payload, "stream")
    assert "warning[stream-cannot-start]" in failure(payload, "stream", warnings=True)
