"""The placeholders of partial payloads: what they accept, and what other functions say about them."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from partial_payloads import TEXT, TYPES, progress, said, update

from liveschema import InvalidPayload, Progress, check, is_valid, load
from liveschema.partial import MORE, UNKNOWN, PartialText, Unknown, check_partial, has_unknown


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
        Progress(title="x", percentage=UNKNOWN)  # type: ignore[call-overload] # as intended


def test_a_partial_text_of_one_piece_is_that_text() -> None:
    payload = update(percentage=4, type=PartialText("progress"), color=PartialText("teal"))
    assert check_partial(payload, "update") == check(update(percentage=4, type="progress", color="teal"), "update")
    assert [problem.rule for problem in check_partial(payload, "update")] == ["unknown-color"]
    empty = check_partial(progress(tags=[PartialText(""), UNKNOWN]), "update")
    assert [str(problem) for problem in empty] == [
        "/tags/0: error[empty-string] tags[0] must not be empty, got an empty string"
    ]


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


def test_attrs_knows_the_defaults_of_placeholders() -> None:
    defaults = {each.name: each.default for each in attrs.fields(Unknown)}
    assert defaults == {"types": UNKNOWN.types, "may_be_missing": UNKNOWN.may_be_missing}
    assert attrs.evolve(TEXT, may_be_missing=True) == Unknown("string", may_be_missing=True)  # type: ignore[misc] # mypy knows attrs classes only


def test_copies_of_more_are_the_same() -> None:
    assert copy.deepcopy(MORE) is copy.copy(MORE) is pickle.loads(pickle.dumps(MORE)) is MORE  # noqa: S301 - our own
    assert repr(MORE) == "MORE"


def test_unknown_parts_are_found_anywhere() -> None:
    assert all(map(has_unknown, (UNKNOWN, MORE, PartialText("x"), {MORE: 1}, {"a": [1, {"b": [UNKNOWN]}]})))
    assert not any(map(has_unknown, (1, "x", [], {"a": [None]})))
