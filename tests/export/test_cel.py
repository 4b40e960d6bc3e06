"""The rules in CEL: they are those that no schema can say, and implementations judge by them as the library does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from amount import examples
from fixture_files import fixtures
from hypothesis import given
from hypothesis import strategies as st
from validators import by_rust
from vectors import is_portable

from liveschema import Operation, check
from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.cross_field_tests import MaxItems
from liveschema.engine.rule import CrossFieldRule
from liveschema.export import BEYOND_SCHEMA
from liveschema.export.cel import VARIABLE, cel_rules, expression

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
RULES = {rule["id"]: rule for rule in cel_rules()["rules"]}
MOST = 2**53
"""The largest number up to which a double holds every integer."""

Judge = Callable[[str, Any], object]
"""A function of an expression and a payload that returns the value of the expression."""


def read(text: str | bytes) -> Any:
    """Read JSON with numbers as CEL has them: an integer of more than 64 bits is a double."""
    return json.loads(text, parse_int=lambda digits: int(digits) if abs(int(digits)) < 2**63 else float(digits))


@cache
def by_cel_python() -> Judge:
    celpy = pytest.importorskip("celpy", reason="cel-python is not installed, so its verdicts are left out")
    adapter = pytest.importorskip("celpy.adapter")
    limit = sys.getrecursionlimit()
    environment = celpy.Environment()
    sys.setrecursionlimit(limit)  # an `Environment` raises the limit, also for all other tests
    programs = {each: environment.program(environment.compile(each)) for each in expressions()}
    return lambda each, payload: bool(programs[each].evaluate({VARIABLE: adapter.json_to_cel(payload)}))


@cache
def by_cel_cpp() -> Judge:
    reason = "cel-expr-python is not installed, so the verdicts of the implementation in C++ are left out"
    cel = pytest.importorskip("cel_expr_python.cel", reason=reason)
    environment = cel.NewEnv(variables={VARIABLE: cel.Type.DYN})
    programs = {each: environment.compile(each) for each in expressions()}
    return lambda each, payload: programs[each].eval(data={VARIABLE: payload}).value()


def expressions() -> list[str]:
    return [rule["expression"] for rule in RULES.values()]


IMPLEMENTATIONS = pytest.mark.parametrize("start", [by_cel_python, by_cel_cpp])


def differences(judge: Judge, payload: Any, operation: Operation, known: Any = None) -> list[str]:
    """Return the rules about which an implementation says something else than the library, for an accepted payload."""
    reported = {problem.rule for problem in check(payload, operation, activity_type=known)}
    applied = [rule for rule in RULES.values() if operation in rule["operations"]]
    return [rule["id"] for rule in applied if judge(rule["expression"], payload) is (rule["id"] in reported)]


def test_the_rules_on_several_fields_that_no_schema_can_say_are_in_cel() -> None:
    assert RULES.keys() == {rule.id for rule in BEYOND_SCHEMA if isinstance(rule, CrossFieldRule)}
    assert cel_rules() == json.loads((SCHEMAS / "rules.cel.json").read_text("utf-8"))


def test_a_rule_in_cel_says_what_the_rule_of_the_catalogue_says() -> None:
    for identifier, rule in RULES.items():
        declared = CATALOGUE[identifier]
        assert (rule["severity"], rule["message"]) == (declared.severity, declared.title)
        assert rule["pointer"] == declared.bad.pointer
        assert rule["expression"].replace(f"{VARIABLE}.", "").count(VARIABLE) == 0
    assert {identifier: rule["operations"] for identifier, rule in RULES.items()} == {
        "step-past-end": list(Operation),
        "channels-differ": [Operation.STREAM],
    }


def test_a_kind_of_test_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^no function writes a test of the kind MaxItems in CEL$"):
        expression(MaxItems("metrics", 2), VARIABLE)


@IMPLEMENTATIONS
def test_an_expression_is_false_where_a_vector_breaks_the_rule(start: Callable[[], Judge]) -> None:
    judge = start()
    broken = set()
    for vector in read((SCHEMAS / "vectors.json").read_bytes()):
        operation = Operation(vector["operation"])
        if by_rust(operation, "validation").is_valid(vector["payload"]):
            assert differences(judge, vector["payload"], operation, vector.get("activity_type")) == [], vector
            broken |= {problem["rule"] for problem in vector["problems"]}
    assert broken >= RULES.keys()


@IMPLEMENTATIONS
def test_an_expression_is_false_where_a_fixture_breaks_the_rule(start: Callable[[], Judge]) -> None:
    judge = start()
    for fixture in fixtures("valid", "warnings", "invalid"):
        payload = read(fixture.source)
        if is_portable(payload) and by_rust(fixture.operation, "validation").is_valid(payload):
            assert differences(judge, payload, fixture.operation, fixture.activity_type) == [], fixture.name


numbers = st.integers(0, MOST) | st.integers(0, 5) | st.integers(0, 5).map(float)
names = st.lists(st.sampled_from(["ops", "sales", "Ops", "\U0001f600", "e\u0301", "\u00e9"]), min_size=1, max_size=4)


@IMPLEMENTATIONS
@given(current=numbers, steps=numbers.filter(bool), operation=st.sampled_from(Operation))
@examples(200)
def test_steps_are_compared_as_the_library_compares_them(
    start: Callable[[], Judge], current: float, steps: float, operation: Operation
) -> None:
    state = {"title": "Release", "type": "segmented_progress", "current_step": current, "number_of_steps": steps}
    assert differences(start(), {"activity_id": "act_7", "content_state": state}, operation) == []


@IMPLEMENTATIONS
@given(first=names, second=names)
@examples(200)
def test_channels_are_compared_as_the_library_compares_them(
    start: Callable[[], Judge], first: list[str], second: list[str]
) -> None:
    state = {"title": "Release", "type": "progress", "percentage": 42}
    payload = {"content_state": state, "channels": first, "target": {"channels": second}}
    assert differences(start(), payload, Operation.STREAM) == []


@IMPLEMENTATIONS
def test_what_is_missing_breaks_no_rule(start: Callable[[], Judge]) -> None:
    judge = start()
    payloads: list[Any] = [{}, {"content_state": {}}, {"content_state": {"current_step": 9}}, {"channels": ["ops"]}]
    for payload in payloads:
        assert all(judge(each, payload) is True for each in expressions())
