"""How the pages of the site show values, tables and blocks of code, and the examples of rules as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import site_examples
import site_signatures
import site_text
import yaml
from hypothesis import given
from hypothesis import strategies as st

import liveschema
from liveschema import Progress, Request, State
from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.rule import Rule
from liveschema.lifecycle import Step, Timeline
from liveschema.lint.all_rules import RULES

WORDS = st.text(max_size=9) | st.just("x" * 130)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=10) | st.dictionaries(WORDS, inner, max_size=10),
    max_leaves=30,
)


@given(VALUES)
def test_every_value_is_written_as_json_that_means_it(value: object) -> None:
    assert json.loads(site_text.as_json(value)) == value


@given(VALUES)
def test_every_value_is_written_as_yaml_that_means_it_or_not_at_all(value: object) -> None:
    text = site_text.as_yaml(value)
    assert text is None or yaml.safe_load(text) == value


@given(VALUES)
def test_a_shortened_value_is_itself_or_has_an_ellipsis(value: object) -> None:
    short = site_text.shortened(value)
    assert short == value or site_text.ELLIPSIS in repr(short)
    assert site_text.shortened(short) == short or site_text.ELLIPSIS in repr(short)


def test_short_objects_stand_on_a_line_and_long_ones_do_not() -> None:
    value = {"a": {"b": 1, "c": [1, 2]}, "metrics": [{"label": "CPU", "value": 27}], "deep": {"a": {"b": {"c": 1}}}}
    assert site_text.as_json(value) == (
        '{\n  "a": {"b": 1, "c": [1, 2]},\n  "metrics": [{"label": "CPU", "value": 27}],\n'
        '  "deep": {\n    "a": {"b": {"c": 1}}\n  }\n}'
    )


def test_half_of_a_surrogate_pair_is_an_escape() -> None:
    assert site_text.as_json(["\ud83d", "ü"]) == '[\n  "\\ud83d",\n  "ü"\n]'


def test_what_is_long_or_deep_is_left_out() -> None:
    nested: Any = 1
    for _ in range(99):
        nested = [nested]
    value = {"text": "x" * 200, "list": list(range(20)), "map": {str(each): 1 for each in range(20)}, "deep": nested}
    short = site_text.shortened(value)
    assert short["text"] == "xxxxxxxxxxxxxxxxxxxx… (200 characters)"
    assert short["list"] == [0, 1, 2, "… (17 more)"]
    assert short["map"] == {"0": 1, "1": 1, "2": 1, "…": "… (17 more)"}
    assert site_text.as_json(short["deep"]).count('"… (88 more levels)"') == 1


def test_the_fence_of_a_block_is_longer_than_those_in_it() -> None:
    assert site_text.block("md", "```py\n````\n") == "`````md\n```py\n````\n`````\n"
    assert site_text.block("json", "{}", "a.json") == '```json title="a.json"\n{}\n```\n'


def test_one_tab_needs_no_label() -> None:
    assert site_text.tabs({"JSON": "{}\n"}) == "{}\n"
    assert site_text.tabs({"JSON": "{}\n", "YAML": "a:\n\n  b\n"}) == (
        '=== "JSON"\n\n    {}\n\n=== "YAML"\n\n    a:\n\n      b\n'
    )


def test_a_cell_of_a_table_is_one_line_without_bars() -> None:
    assert site_text.table(["a", "n:"], [("x|y\nz", "1")]) == "| a | n |\n| --- | ---: |\n| x\\|y z | 1 |\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* [c] <d> `e` #1", "a \\*b\\* \\[c\\] \\<d\\> \\`e\\` \\#1"),
        ("number_of_steps and a_b", "`number_of_steps` and `a_b`"),
    ],
)
def test_nothing_in_a_plain_text_is_markup(text: str, shown: str) -> None:
    assert site_text.plain(text) == shown


def test_a_sentence_has_a_capital_letter_and_an_end() -> None:
    assert site_text.sentence("print it") == "Print it."
    assert site_text.ended("value is sent") == "value is sent."
    assert site_text.sentence("Is it?") == "Is it?"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_good_example_of_a_rule_has_no_problem(rule: Rule) -> None:
    command, printed = site_examples.report(rule, rule.good)
    assert command.startswith(("liveschema check ", "liveschema timeline ", "liveschema.check("))
    assert "no problems" in printed


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_what_a_page_shows_is_what_is_checked(rule: Rule) -> None:
    for example in (rule.bad, rule.good):
        made = site_examples.shown(rule, example)
        if made.file.endswith(".json") and "YAML" in made.texts and not made.is_short:
            _, text = made.texts["JSON"]
            assert text.encode() == made.content
            assert yaml.safe_load(made.texts["YAML"][1]) == json.loads(made.content)


def test_values_that_only_code_has_are_shown_as_code() -> None:
    rule = RULES["not-json"]
    made = site_examples.shown(rule, rule.bad)
    assert list(made.texts) == ["Python"]
    assert site_examples.report(rule, rule.bad) == (
        'liveschema.check(payload, "update")',
        "/action/body/when: error[not-json] when must be a JSON value, got a set",
    )
    assert site_examples.difference(made, site_examples.shown(rule, rule.good)) == ""


def test_a_value_without_a_form_in_yaml_is_shown_in_json_only() -> None:
    made = site_examples.shown(RULES["wrong-type"], Example(Operation.UPDATE, {"tags": float("nan")}))
    assert list(made.texts) == ["JSON"]


def test_a_sequence_is_shown_with_its_first_and_last_requests() -> None:
    rule = RULES["too-many-requests"]
    made = site_examples.shown(rule, rule.bad)
    assert made.is_short
    assert [each if each == "…" else each["at"] for each in yaml.safe_load(made.texts["YAML"][1])] == [0, 0.5, "…", 30]
    assert len(json.loads(made.content)) == 61


def test_the_type_of_an_activity_is_known_from_a_start() -> None:
    rule = RULES["type-mismatch"]
    first, second = json.loads(site_examples.shown(rule, rule.bad).content)
    assert first["body"]["content_state"]["type"] == "progress"
    assert second["body"] == rule.bad.payload


def test_a_stream_key_stands_in_the_path() -> None:
    rule = RULES["invalid-stream-key"]
    (line,) = [each for each in site_examples.shown(rule, rule.bad).texts["JSON"][1].splitlines() if "path" in each]
    assert line == '  "path": "/live-activity/stream/prod%20web%2F1",'


def test_a_request_without_a_body_has_none() -> None:
    step = Example(Operation.END_STREAM, {}, stream_key="a b")
    assert site_examples.request(step) == {"method": "DELETE", "path": "/live-activity/stream/a%20b"}


def test_what_is_invisible_is_shown() -> None:
    for rule, part in (("byte-order-mark", "<U+FEFF>{"), ("invalid-utf8", "K\\xfcche")):
        assert part in site_examples.shown(RULES[rule], RULES[rule].bad).texts["JSON"][1]


def test_the_report_does_not_depend_on_where_it_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rule = RULES["missing-field"]
    plain = site_examples.report(rule, rule.bad)
    (tmp_path / "liveschema.toml").write_text('ignore = ["missing-field"]\n')
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "FORCE_HYPERLINK"):
        monkeypatch.setenv(name, "1")
    assert site_examples.report(rule, rule.bad) == plain
    assert Path.cwd() == tmp_path


def names_of(cls: type) -> list[str]:
    return [each.name for each in site_signatures.parameters(cls)]


def test_the_signature_of_a_model_is_that_of_its_constructor() -> None:
    found = {each.name: each for each in site_signatures.parameters(Progress)}
    assert found["title"].annotation == "str"
    assert site_signatures.shown_default(found["title"]) is None
    assert site_signatures.shown_default(found["badge"]) == "None"
    assert site_signatures.shown_default(found["type"]) == "'progress'"


def test_the_signature_of_an_abstract_model_or_a_record_is_its_fields() -> None:
    assert names_of(Request) == ["action", "secondary_action", "tags", "metadata"]
    assert names_of(State)[0] == "title"
    assert names_of(liveschema.Problem)[:3] == ["rule", "severity", "path"]
    assert names_of(Step)[:2] == ["request", "operation"]
    assert names_of(Timeline) == []
    defaults = [site_signatures.shown_default(each) for each in site_signatures.parameters(Example)]
    assert defaults[:3] == [None, None, "''"]


@pytest.mark.parametrize(
    ("path", "made"),
    [
        ("liveschema.models.Progress", Progress),
        ("liveschema.lifecycle.activity.Step", Step),
        ("liveschema.engine.problems.InvalidPayload", None),
        ("liveschema.engine.record.Record", None),
        ("liveschema.verdicts.check", None),
        ("liveschema.no_such_module.Name", None),
        ("liveschema.models.NoSuchName", None),
    ],
)
def test_only_classes_with_a_constructor_of_their_own_making_are_completed(path: str, made: type | None) -> None:
    assert site_signatures.made_class(path) is made


def test_the_version_of_a_name_is_a_sentence() -> None:
    assert site_signatures.documentation("A.\n\n.. versionadded:: 0.1.0\n") == "A.\n\n*Added in version 0.1.0.*\n"


def test_a_private_constant_is_shown_by_its_value() -> None:
    assert site_signatures.constant("liveschema.lifecycle.fold", "__name__") == "'liveschema.lifecycle.fold'"
