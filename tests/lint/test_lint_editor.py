"""The check of a text in an editor: its findings, and the plain data that a page draws."""

import json
from io import BytesIO
from typing import Any

import pytest
from fixture_files import Fixture, fixtures
from hypothesis import example, given
from hypothesis import strategies as st

from liveschema.contract.vocabulary import Operation
from liveschema.lint.editor import MOST_SHOWN, findings_in, form_of, text_report
from liveschema.lint.run.alone import EachAlone
from liveschema.lint.run.context import FileContext

PROGRESS = {"title": "Backup", "type": "progress", "percentage": 42}
UPDATE = {"activity_id": "act_7", "content_state": PROGRESS}
MISSPELT = {"activity_id": "act_7", "content_state": {"title": "Backup 😀🎉", "type": "progress", "percentge": 42}}
EMOJI_AND_MISTAKE = '{"content_state": {"title": "😀", "type": "progress", "percentage": 142}, "x😀": 1}'


def cut(text: str, start: int, end: int) -> str:
    """Return a part of a text as JavaScript does, whose offsets count UTF-16 code units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def put(text: str, edits: list[dict[str, Any]]) -> str:
    """Make edits as JavaScript does."""
    units = text.encode("utf-16-le")
    for each in sorted(edits, key=lambda edit: -edit["start"]):
        units = units[: 2 * each["start"]] + each["text"].encode("utf-16-le") + units[2 * each["end"] :]
    return units.decode("utf-16-le")


@pytest.mark.parametrize(
    ("text", "form"),
    [("{", "json"), ("\ufeff \n[1]", "json"), ("", "yaml"), ("content_state:", "yaml"), ("# {", "yaml")],
)
def test_the_format_is_told_by_the_first_character(text: str, form: str) -> None:
    assert form_of(text) == form


def test_findings_are_those_of_the_command() -> None:
    content = json.dumps(MISSPELT).encode()
    context = FileContext("payload", Operation.UPDATE, is_named=True, templates=True, fixes=True)
    ((result, _),) = EachAlone().read(BytesIO(content), "json", context)
    assert findings_in(content.decode(), "json", "update") == result.findings
    assert [each.rule for each in result.findings] == ["missing-field", "unknown-field"]


def test_findings_have_the_edits_that_fix_them() -> None:
    fix = findings_in(json.dumps(MISSPELT))[1].fix
    assert fix is not None
    assert [(each.old, each.new) for each in fix.edits] == [("percentge", "percentage")]


def test_an_operation_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="pause"):
        findings_in("{}", operation="pause")  # type: ignore[arg-type]  # it should be refused


def test_a_report_names_the_format_the_operation_and_what_the_card_shows() -> None:
    report = text_report(json.dumps(UPDATE), operation="update")
    assert report["form"] == "json"
    assert report["operations"] == ["update"]
    assert report["payloads"] == 1
    assert report["findings"] == []
    assert report["fixed"] is None
    assert report["cards"]["words"] == "Live Activity: Backup: progress 42%"
    assert report["cards"]["light"].startswith("<svg")
    assert report["cards"]["dark"] != report["cards"]["light"]


def test_a_report_names_all_operations_that_fit() -> None:
    assert text_report(json.dumps(UPDATE))["operations"] == ["update", "end"]
    ending = {**UPDATE, "content_state": {**PROGRESS, "auto_dismiss_minutes": 3}}
    assert text_report(json.dumps(ending))["operations"] == ["end"]


def test_a_payload_that_fits_no_operation_names_none() -> None:
    report = text_report(json.dumps(MISSPELT))
    assert report["operations"] == []
    assert report["cards"]["words"] == "Live Activity: Backup 😀🎉"


def test_the_words_of_a_card_have_no_markup() -> None:
    payload = {"activity_id": "a", "content_state": {**PROGRESS, "title": "<b>&amp;'\""}}
    assert text_report(json.dumps(payload))["cards"]["words"] == "Live Activity: <b>&amp;'\": progress 42%"


def test_yaml_is_checked_as_the_command_checks_it() -> None:
    report = text_report("activity_id: a\ncontent_state:\n  title: 😀\n  type: progress\n  percentge: 3\n")
    assert report["form"] == "yaml"
    assert [each["rule"] for each in report["findings"]] == ["missing-field", "unknown-field"]
    assert report["fixed"] == "activity_id: a\ncontent_state:\n  title: 😀\n  type: progress\n  percentage: 3\n"


def test_a_template_is_drawn_and_names_no_operation_that_only_may_fit() -> None:
    report = text_report("content_state:\n  title: ${NAME}\n  type: progress\n  percentage: 3\nactivity_id: a\n")
    assert report["findings"] == []
    assert report["operations"] == []
    assert "…" in report["cards"]["words"]


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "3", "{}", "\ufeff", "- a\n- b", "a: [", "%", "\x00"])
@pytest.mark.parametrize("form", [None, "json", "yaml"])
def test_a_text_without_a_payload_has_one_finding_and_no_card(text: str, form: str | None) -> None:
    report = text_report(text, form)
    assert len(report["findings"]) >= 1
    assert report["cards"] is None


def test_an_empty_body_that_ends_a_stream_has_a_card() -> None:
    report = text_report("{}", "json", "end_stream")
    assert report["findings"] == []
    assert report["cards"]["words"] == "Live Activity without a title: The activity ends."


def test_of_several_payloads_the_first_that_can_be_read_is_drawn() -> None:
    target = {"method": "POST", "path": "/live-activity/update"}
    report = text_report(json.dumps([{**target, "body": "{"}, {**target, "body": UPDATE}, {**target, "body": {}}]))
    assert report["payloads"] == 3
    assert report["operations"] == ["update"]
    assert report["cards"]["words"] == "Live Activity: Backup: progress 42%"


def test_an_api_key_elsewhere_in_the_text_is_not_drawn() -> None:
    key = "ak_0123456789abcdef"
    request = {
        "method": "POST",
        "path": "/live-activity/update",
        "headers": {"authorization": f"Bearer {key}"},
        "body": {**UPDATE, "content_state": {**PROGRESS, "title": key}},
    }
    report = text_report(json.dumps(request))
    assert report["cards"]["words"] == f"Live Activity: {'•' * len(key)}: progress 42%"


def test_a_payload_that_is_no_object_has_no_card() -> None:
    report = text_report(json.dumps([{"method": "POST", "path": "/live-activity/start", "body": [1]}]))
    assert report["payloads"] == 1
    assert report["cards"] is None


def test_offsets_count_utf_16_code_units() -> None:
    text = json.dumps(MISSPELT, ensure_ascii=False)
    found = text_report(text)["findings"][1]
    assert cut(text, found["start"], found["end"]) == '"percentge"'
    assert found["line"] == 1
    assert found["column"] == text.index('"percentge"') + 1


def test_what_is_missing_at_the_end_of_a_text_stands_there() -> None:
    (found,) = text_report('{"😀": 1')["findings"]
    assert (found["start"], found["end"]) == (8, 8)


def test_a_lone_surrogate_counts_as_one_character() -> None:
    report = text_report('{"content_state": "\ud800", "x": 1}', operation="start")
    assert [each["start"] for each in report["findings"]] == [18, 23]


def test_a_text_with_a_lone_surrogate_has_no_fixes() -> None:
    text = '{"activity_id": "a\ud800", "content_state": {"title": "x", "type": "progress", "percentage": "37"}}'
    report = text_report(text, "json", "update")
    assert report["fixed"] is None
    assert [(each["rule"], each["fix"]) for each in report["findings"]] == [("wrong-type", None)]


def test_a_fix_that_leaves_other_findings_is_not_among_the_fixes_of_all() -> None:
    text = '{"activity_id": "a", "content_state": {"title": "x", "type": "progress", "percentage": "37"}, "y": 1}'
    report = text_report(text, "json", "update")
    assert report["fixed"] == text.replace('"37"', "37")


def test_an_unsafe_fix_is_named_so_and_not_made_with_all() -> None:
    report = text_report(json.dumps({**UPDATE, "channels": ["ops"]}), "json", "update")
    assert [each["fix"]["safe"] for each in report["findings"]] == [False]
    assert report["fixed"] is None


def test_errors_and_warnings_are_counted() -> None:
    report = text_report('{"content_state": {"title": "EV charging", "percentage": 62}, "x": 1}', "json", "stream")
    assert (report["errors"], report["warnings"]) == (1, 1)


def test_of_very_many_findings_the_first_are_shown_without_fixes() -> None:
    wrong = {"label": "CPU", "value": 1, "unti": "%"}
    payload = {"title": "web-1", "type": "stats", "metrics": [wrong] * (MOST_SHOWN + 1), "colour": "blue"}
    report = text_report(json.dumps({"activity_id": "a", "content_state": payload}), "json", "update")
    assert report["errors"] == MOST_SHOWN + 3
    assert len(report["findings"]) == MOST_SHOWN
    assert {each["fix"] for each in report["findings"]} == {None}
    assert report["fixed"] is None


@pytest.mark.parametrize("fixture", fixtures("invalid"), ids=lambda each: each.name)
def test_a_fixture_has_no_longer_the_problem_that_a_fix_mends(fixture: Fixture) -> None:
    text = json.dumps(fixture.payload(), ensure_ascii=False, indent=1)
    report = text_report(text, "json", fixture.operation)
    for found in report["findings"]:
        if found["fix"] is not None:
            after = text_report(put(text, found["fix"]["edits"]), "json", fixture.operation)
            assert (found["rule"], found["pointer"]) not in [
                (each["rule"], each["pointer"]) for each in after["findings"]
            ]


@given(st.text(max_size=30), st.sampled_from(["json", "yaml"]), st.sampled_from([None, *Operation]))
@example(EMOJI_AND_MISTAKE, "json", None)
@example("\ufeff😀: [", "yaml", None)
def test_every_text_has_a_report_whose_offsets_lie_in_it(text: str, form: str, operation: Operation | None) -> None:
    report = text_report(text, form, operation)
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    for found in report["findings"]:
        assert 0 <= found["start"] <= found["end"] <= units
    assert json.loads(json.dumps(report)) == report


@given(st.text("😀aä\n", max_size=20), st.text("😀aä", min_size=1, max_size=5))
def test_every_title_before_a_mistake_shifts_its_place_by_its_length(title: str, name: str) -> None:
    payload = {"activity_id": "a", "content_state": {**PROGRESS, "title": f"x{title}"}, f"~{name}": 1}
    text = json.dumps(payload, ensure_ascii=False, indent=1)
    (found,) = text_report(text, "json", "update")["findings"]
    assert cut(text, found["start"], found["end"]) == f'"~{name}"'
