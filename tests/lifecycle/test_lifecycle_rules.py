"""The rules on sequences: their examples are reported or accepted as declared."""

from __future__ import annotations

import re

import pytest

from liveschema import Problem
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.example_payloads import Example
from liveschema.engine.rule import Rule
from liveschema.lifecycle import Timeline
from liveschema.lifecycle.catalogue import LIFECYCLES


def replay(example: Example) -> list[Problem]:
    """Apply the requests of an example, and return the problems of the last one and of the end of the sequence."""
    timeline = Timeline()
    found: list[Problem] = []
    for step in (*example.before, example):
        assert found == []
        found = timeline.apply(
            step.payload, step.operation, stream_key=step.stream_key, activity_id=step.activity_id, at=step.at
        )
    return found


def ending(example: Example) -> list[Problem]:
    timeline = Timeline()
    for step in (*example.before, example):
        timeline.apply(
            step.payload, step.operation, stream_key=step.stream_key, activity_id=step.activity_id, at=step.at
        )
    return [problem for _, problem in timeline.finish()]


@pytest.mark.parametrize("rule", LIFECYCLES.values(), ids=lambda rule: rule.id)
def test_the_bad_example_breaks_only_its_rule(rule: Rule) -> None:
    found = ending(rule.bad) if rule.id == "never-ended" else replay(rule.bad)
    assert [(each.rule, each.severity, each.pointer) for each in found] == [(rule.id, rule.severity, rule.bad.pointer)]


@pytest.mark.parametrize("rule", LIFECYCLES.values(), ids=lambda rule: rule.id)
def test_the_good_example_breaks_no_rule(rule: Rule) -> None:
    assert replay(rule.good) == []
    assert rule.id != "never-ended" or ending(rule.good) == []


@pytest.mark.parametrize("rule", LIFECYCLES.values(), ids=lambda rule: rule.id)
def test_a_rule_has_a_one_line_title_a_reason_and_a_source(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert LIFECYCLES[rule.id] is rule
    assert rule.id not in CATALOGUE
    for text in (rule.title, rule.reason, rule.source):
        assert text
        assert "\n" not in text
    assert len(rule.title) <= 80


@pytest.mark.parametrize("rule", LIFECYCLES.values(), ids=lambda rule: rule.id)
def test_a_message_states_what_was_expected_and_found(rule: Rule) -> None:
    (problem,) = ending(rule.bad) if rule.id == "never-ended" else replay(rule.bad)
    assert re.search(r"(needs|must|should|accepts) .*got ", problem.message)
    assert "\n" not in problem.message
