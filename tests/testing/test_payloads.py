"""The strategies: valid payloads are valid, broken ones break one rule, over all operations and types."""

from __future__ import annotations

import copy
import itertools
import json
from typing import Any

import pytest
from amount import examples
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import liveschema
from liveschema import ActivityType, Operation, Severity, check, dump, is_valid, load
from liveschema.contract.base import SentModel
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.example_payloads import Example
from liveschema.engine.constraint import Constraint
from liveschema.testing import (
    broken_examples,
    broken_payloads,
    mutated,
    payloads,
    requests,
    states,
)
from liveschema.testing.context import GenerationContext
from liveschema.testing.rule_breakers import report
from liveschema.testing.values import values

SOME = examples(60)
FEW = examples(15)
PAIRS = [(operation, kind) for operation in Operation for kind in ActivityType]


def errors(payload: object, operation: Operation, kind: ActivityType | None = None) -> list[str]:
    found = check(payload, operation, activity_type=kind)
    return [problem.rule for problem in found if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(("operation", "kind"), PAIRS)
@SOME
@given(data=st.data())
def test_payloads_are_valid_for_their_operation_and_type(
    data: st.DataObject, operation: Operation, kind: ActivityType
) -> None:
    payload = data.draw(payloads(operation, kind))
    assert errors(payload, operation) == []
    assert errors(payload, operation, kind) == []


@pytest.mark.parametrize("operation", Operation)
@SOME
@given(data=st.data())
def test_spotless_payloads_earn_no_warning(data: st.DataObject, operation: Operation) -> None:
    assert check(data.draw(payloads(operation, spotless=True)), operation) == []


@pytest.mark.parametrize("operation", Operation)
@SOME
@given(data=st.data())
def test_invalid_payloads_are_invalid(data: st.DataObject, operation: Operation) -> None:
    assert not is_valid(data.draw(payloads(operation, valid=False)), operation)


@pytest.mark.parametrize("operation", Operation)
@SOME
@given(data=st.data())
def test_a_mutated_payload_leaves_alone_where_it_came_from(data: st.DataObject, operation: Operation) -> None:
    payload = data.draw(payloads(operation))
    before = copy.deepcopy(payload)
    data.draw(mutated(st.just(payload), operation))
    assert payload == before


@examples(200)
@given(mutated(st.builds(dict), "end_stream"))
def test_an_empty_payload_can_be_mutated_too(payload: object) -> None:
    assert payload is None or isinstance(payload, dict | list | str | int | float)


def wanted(operation: str, wish: str, *, valid: bool = True) -> Any:
    """Find a payload of which a sentence is true, or fail."""
    source = payloads(operation) if valid else mutated(payloads(operation), operation)
    seek = settings(max_examples=6000, database=None, deadline=None, phases=[Phase.generate])
    return find(source, WISHES[wish], settings=seek)


def state_of(payload: Any) -> dict[str, Any]:
    state = payload.get("content_state") if isinstance(payload, dict) else None
    return state if isinstance(state, dict) else {}


WISHES: dict[str, Any] = {
    "leaves its type to the activity": lambda payload: "percentage" in state_of(payload) and "type" not in payload,
    "has a default without effect": lambda payload: (
        state_of(payload).get("is_running") is True and state_of(payload).get("type") == "metrics"
    ),
    "has a method without effect": lambda payload: (
        payload.get("action", {}).get("method") == "POST" and payload["action"]["type"] == "open_url"
    ),
    "is at a bound": lambda payload: state_of(payload).get("percentage") == 100,
    "holds a character past the basic plane": lambda payload: any(
        ord(letter) > 0xFFFF for letter in state_of(payload).get("title", "")
    ),
    "holds as many metrics as may be": lambda payload: len(state_of(payload).get("metrics", ())) == 8,
    "holds as many entries as may be": lambda payload: len(payload.get("metadata", ())) == 50,
    "fills its metadata to the last byte": lambda payload: (
        len(json.dumps(payload.get("metadata"), separators=(",", ":"), ensure_ascii=False).encode()) == 16_384
    ),
    "names channels twice": lambda payload: "channels" in payload and "target" in payload,
    "is a timer that counts up, without a duration": lambda payload: (
        state_of(payload).get("counts_down") is False and "duration_seconds" not in state_of(payload)
    ),
    "has both ways of progress": lambda payload: {"percentage", "value", "upper_limit"} <= state_of(payload).keys(),
}


@pytest.mark.slow
@pytest.mark.parametrize("wish", [wish for wish in WISHES if "channels" not in wish])
def test_payloads_reach_the_corners_of_the_contract(wish: str) -> None:
    operation = "start" if "counts up" in wish else "update"
    assert is_valid(wanted(operation, wish), operation)


def test_payloads_of_a_stream_name_channels_twice_and_alike() -> None:
    payload = wanted("stream", "names channels twice")
    assert set(payload["channels"]) == set(payload["target"]["channels"])


@pytest.mark.slow
@pytest.mark.parametrize("operation", Operation)
def test_payloads_shrink_to_what_the_operation_asks_for(operation: Operation) -> None:
    small = find(
        payloads(operation, "alert"),
        lambda payload: bool(state_of(payload)),
        settings=settings(database=None, deadline=None),
    )
    needed = {"title", "message"} | ({"type"} if operation is Operation.START else set())
    assert set(state_of(small)) == needed
    assert set(small) - {"activity_id"} == {"content_state"}


@pytest.mark.parametrize("rule", CATALOGUE)
@FEW
@given(data=st.data())
def test_a_broken_example_breaks_its_rule_and_no_other(data: st.DataObject, rule: str) -> None:
    example = data.draw(broken_examples(rule))
    assert isinstance(example, Example)
    found = report(example.payload, CATALOGUE[rule], example.operation, example.activity_type)
    assert {problem.rule for problem in found} == {rule}
    assert found[0].pointer == example.pointer


@pytest.mark.slow
@pytest.mark.parametrize("rule", CATALOGUE)
def test_every_operation_and_type_breaks_a_rule_or_is_said_not_to(rule: str) -> None:
    broken = 0
    for operation, kind in itertools.product(Operation, [None, *ActivityType]):
        try:
            strategy = broken_payloads(operation, rule=rule, type=kind)
        except ValueError as error:
            assert str(error).startswith(f"{rule} is a rule that no") or "needs the type" in str(error)  # noqa: PT017
            continue

        @settings(max_examples=2, database=None, deadline=None, phases=[Phase.generate])
        @given(strategy)
        def draw(payload: object) -> None:
            nonlocal broken
            broken += payload is not None

        draw()
    assert broken


@pytest.mark.parametrize("rule", ["out-of-range", "missing-field", "unknown-field", "color-on-stats"])
@FEW
@given(data=st.data())
def test_a_broken_payload_is_of_the_operation_and_type_asked_for(data: st.DataObject, rule: str) -> None:
    payload = data.draw(broken_payloads("update", rule=rule, type="stats"))
    assert {problem.rule for problem in check(payload, "update", activity_type="stats")} == {rule}


@FEW
@given(data=st.data())
def test_a_type_mismatch_is_one_against_the_type_named(data: st.DataObject) -> None:
    payload = data.draw(broken_payloads("end", rule=CATALOGUE["type-mismatch"], type="timer"))
    assert [problem.rule for problem in check(payload, "end", activity_type="timer")] == ["type-mismatch"]


def test_a_constraint_of_a_new_class_asks_for_a_strategy() -> None:
    with pytest.raises(TypeError, match="no strategy for Constraint"):
        values(Constraint(), GenerationContext())


@pytest.mark.slow
def test_rules_on_text_come_as_text() -> None:
    texts = settings(database=None, deadline=None)
    assert isinstance(find(broken_payloads("update", rule="invalid-json"), bool, settings=texts), str)
    assert isinstance(find(broken_payloads("update", rule="invalid-utf8"), bool, settings=texts), bytes)


@pytest.mark.parametrize(
    ("operation", "rule", "kind", "said"),
    [
        ("update", "no-such-rule", None, "a rule must be one of the catalogue, got 'no-such-rule'"),
        ("update", "channels-differ", None, "channels-differ is a rule that no payload for update breaks alone"),
        ("stream", "both-auto-dismiss", None, "both-auto-dismiss is a rule that no payload for stream breaks alone"),
        (
            "update",
            "step-past-end",
            "timer",
            "step-past-end is a rule that no payload for update and timer breaks alone",
        ),
        ("start", "no-matching-type", None, "no-matching-type is a rule that no payload for start breaks alone"),
        ("start", "type-mismatch", "alert", "type-mismatch is a rule that no payload for start and alert breaks alone"),
        ("update", "type-mismatch", None, "type-mismatch needs the type that the activity has, got none"),
        ("start", "invalid-stream-key", None, "invalid-stream-key is a rule that no payload for start breaks alone"),
        ("stream", "legacy-operation", None, "legacy-operation is a rule that no payload for stream breaks alone"),
        ("start", "stream-cannot-start", None, "stream-cannot-start is a rule that no payload for start breaks alone"),
    ],
)
def test_what_cannot_be_broken_is_said(operation: str, rule: str, kind: str | None, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        broken_payloads(operation, rule=rule, type=kind)


@pytest.mark.parametrize("word", ["payloads", "requests"])
def test_an_unknown_operation_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="'begin' is not a valid Operation"):
        {"payloads": payloads, "requests": requests}[word]("begin")


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="'sundial' is not a valid ActivityType"):
        states("sundial")


MODELS = [getattr(liveschema, name) for name in liveschema.__all__ if hasattr(getattr(liveschema, name), "__spec__")]


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
@FEW
@given(data=st.data())
def test_hypothesis_makes_every_model_from_its_type(data: st.DataObject, cls: type) -> None:
    made = data.draw(st.from_type(cls))
    assert isinstance(made, cls)
    assert isinstance(made, SentModel)
    assert dump(made) is not None


@FEW
@given(st.from_type(liveschema.UpdateRequest))
def test_a_request_from_its_type_is_valid_and_survives_the_round_trip(request_: liveschema.UpdateRequest) -> None:
    assert load(dump(request_), "update") == request_
