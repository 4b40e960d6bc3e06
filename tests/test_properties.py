"""Properties of all operations, types and payloads, both valid ones and ones with a mutation."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from amount import examples
from by_hand import CannotBeWrittenError, build
from hypothesis import given
from hypothesis import strategies as st
from oracle import valid
from oracle_kit import UNTAUGHT, oracle_knows

from liveschema import (
    ActivityType,
    InvalidPayload,
    Operation,
    Problem,
    Severity,
    check,
    dump,
    dumps,
    is_valid,
    load,
    loads,
)
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.requests import CONTRACT
from liveschema.engine.plain import plain
from liveschema.engine.report import report
from liveschema.testing import broken_examples, mutated, payloads

KINDS = st.one_of(st.none(), st.sampled_from(ActivityType))
each_operation = pytest.mark.parametrize("operation", Operation)
each_type = pytest.mark.parametrize("kind", ActivityType)


@st.composite
def any_payload(draw: st.DrawFn, operation: Operation, kind: ActivityType | None = None) -> Any:
    right = payloads(operation, type=kind)
    steps = draw(st.integers(0, 2))
    once = mutated(right, operation)
    twice = mutated(once.filter(lambda payload: isinstance(payload, dict)), operation)
    return draw([right, once, twice][steps])


def errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def loads_without_raising(payload: Any, operation: Operation, known: ActivityType | None) -> bool:
    try:
        load(payload, operation, activity_type=known)
    except InvalidPayload:
        return False
    return True


def builds_without_raising(payload: Any, operation: Operation, known: ActivityType | None) -> bool:
    try:
        build(payload, operation, known)
    except (InvalidPayload, CannotBeWrittenError):
        return False
    return True


def test_the_oracle_knows_every_activity_type() -> None:
    if UNTAUGHT:
        pytest.skip(f"tests/oracle.py, a second opinion written by hand, does not know {', '.join(UNTAUGHT)} yet")


@each_operation
@each_type
@given(data=st.data())
@examples(100)
def test_every_verdict_agrees(operation: Operation, kind: ActivityType, data: st.DataObject) -> None:
    payload = data.draw(any_payload(operation, kind))
    known = data.draw(KINDS)
    before = copy.deepcopy(payload)
    problems = check(payload, operation, activity_type=known)
    verdict = is_valid(payload, operation, activity_type=known)
    assert verdict == (errors(problems) == [])
    if oracle_knows(payload, known):
        assert verdict == valid(payload, operation, known)
    assert verdict == loads_without_raising(payload, operation, known)
    assert verdict == builds_without_raising(payload, operation, known)
    assert repr(payload) == repr(before)


@pytest.mark.slow
@pytest.mark.parametrize("rule", [rule.id for rule in CATALOGUE.values() if rule.severity is Severity.ERROR])
@given(data=st.data())
@examples(50)
def test_the_oracle_refuses_what_breaks_a_rule(rule: str, data: st.DataObject) -> None:
    example = data.draw(broken_examples(rule))
    # The oracle checks neither stream keys nor JSON text.
    checked = rule != "invalid-stream-key" and not isinstance(example.payload, str | bytes)
    if checked and oracle_knows(example.payload, example.activity_type):
        assert not valid(example.payload, example.operation, example.activity_type)


@each_operation
@given(data=st.data())
@examples(300)
def test_the_fast_path_agrees_with_the_report(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(any_payload(operation))
    known = data.draw(KINDS)
    assert check(payload, operation, activity_type=known) == report(CONTRACT, plain(payload), operation, known)


@each_operation
@given(data=st.data())
@examples(300)
def test_a_loaded_payload_dumps_to_itself(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(payloads(operation))
    loaded = load(payload, operation)
    assert dump(loaded) == payload
    assert dumps(loaded) == json.dumps(dump(loaded), ensure_ascii=False, separators=(",", ":"))
    assert load(dump(loaded), operation) == loaded
    assert loads(dumps(loaded), operation) == loaded
    assert loads(dumps(loaded).encode(), operation) == loaded


def _place(problem: Problem, payload: Any) -> list[int]:
    place, holder = [], payload
    for step in problem.path:
        place.append(step if isinstance(step, int) else list(holder).index(step))
        holder = holder[step]
    return place


@each_operation
@given(data=st.data())
@examples(300)
def test_problems_are_sorted_unique_and_have_existing_places(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(any_payload(operation))
    problems = check(payload, operation, activity_type=data.draw(KINDS))
    places = [_place(problem, payload) for problem in problems]
    assert places == sorted(places)
    assert len(set(problems)) == len(problems)
    for problem in problems:
        assert "\n" not in problem.message
        assert len(problem.message) < 600


@each_operation
@given(data=st.data())
@examples(300)
def test_an_untyped_payload_is_valid_if_some_type_accepts_it(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(any_payload(operation))
    known_to_some = [is_valid(payload, operation, activity_type=kind) for kind in ActivityType]
    state = payload.get("content_state") if isinstance(payload, dict) else None
    if isinstance(state, dict) and "type" in state:
        assert is_valid(payload, operation) == any(known_to_some)
        assert sum(known_to_some) <= 1
    else:
        assert is_valid(payload, operation) == any(known_to_some)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(), st.sampled_from(ActivityType)),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["content_state", "title", "type"]), inner)
    ),
    max_leaves=20,
)


@given(payload=JSON, operation=st.sampled_from(Operation), known=KINDS)
@examples(500)
def test_no_json_value_makes_a_verdict_raise(payload: Any, operation: Operation, known: ActivityType | None) -> None:
    problems = check(payload, operation, activity_type=known)
    assert is_valid(payload, operation, activity_type=known) == (errors(problems) == [])


@given(text=st.text() | st.binary(), operation=st.sampled_from(Operation))
@examples(500)
def test_loads_raises_only_invalid_payload(text: str | bytes, operation: Operation) -> None:
    try:
        loads(text, operation)
    except InvalidPayload as invalid:
        assert invalid.problems  # noqa: PT017 - the text may also be valid
