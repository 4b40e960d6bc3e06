"""The catalogue: every rule has a bad and a good example, which are reported or accepted as declared."""

from __future__ import annotations

import re

import pytest

from liveschema import Problem, Severity, check, check_stream_key, loads
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.example_payloads import Example
from liveschema.engine.problems import InvalidPayload
from liveschema.engine.rule import Rule


def _report(example: Example, rule: Rule) -> list[Problem]:
    payload = example.payload
    if isinstance(payload, str | bytes):
        try:
            loads(payload, example.operation)
        except InvalidPayload as invalid:
            return list(invalid.problems)
        return []
    if rule.id == "invalid-stream-key":
        return check_stream_key(payload["stream_key"])
    enable = () if rule.default else (rule.id,)
    return check(payload, example.operation, activity_type=example.activity_type, enable=enable)


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.id)
def test_the_bad_example_breaks_only_its_rule(rule: Rule) -> None:
    assert [(problem.rule, problem.severity, problem.pointer) for problem in _report(rule.bad, rule)] == [
        (rule.id, rule.severity, rule.bad.pointer)
    ]


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.id)
def test_the_good_example_breaks_no_rule(rule: Rule) -> None:
    assert _report(rule.good, rule) == []


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.id)
def test_a_rule_has_a_one_line_title_a_reason_and_a_source(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert CATALOGUE[rule.id] is rule
    for text in (rule.title, rule.reason, rule.source):
        assert text
        assert "\n" not in text
    assert len(rule.title) <= 80


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=lambda rule: rule.id)
def test_a_message_is_one_line_of_bounded_length(rule: Rule) -> None:
    (problem,) = _report(rule.bad, rule)
    assert "\n" not in problem.message
    assert len(problem.message) <= 200
    assert re.search(
        r"\bgot\b|belongs|has no field|needs a type|no activity type|has an effect|should take", problem.message
    )


def test_two_rules_are_off_by_default() -> None:
    assert [rule.id for rule in CATALOGUE.values() if not rule.default] == ["inert-field", "legacy-operation"]


def test_the_catalogue_has_errors_and_warnings() -> None:
    severities = {rule.severity for rule in CATALOGUE.values()}
    assert severities == {Severity.ERROR, Severity.WARNING}
