"""The strategies: valid payloads are valid and broken ones break one rule, for all operations and types."""

from __future__ import annotations

import copy
import itertools
import json
from typing import Any, cast

import pytest
from amount import examples
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import liveschema
from liveschema import ActivityType, Operation, Severity, check, dump, is_valid, load
from liveschema.contract.base import SentModel
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.rules.activity_too_large import ACTIVITY_TOO_LARGE
from liveschema.engine.constraint import Constraint
from liveschema.testing import (
    Example,
    broken_examples,
    broken_payloads,
    mutated,
    payloads,
    requests,
    states,
)
from liveschema.testing.context import GenerationContext
from liveschema.testing.cross_field_tests import mend
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
def test_spotless_payloads_cause_no_warning(data: st.DataObject, operation: Operation) -> None:
    assert check(data.draw(payloads(operation, spotless=True)), operation) == []


@pytest.mark.parametrize("operation", Operation)
@SOME
@given(data=st.data())
def test_invalid_payloads_are_invalid(data: st.DataObject, operation: Operation) -> None:
    assert not is_valid(data.draw(payloads(operation, valid=False)), operation)


@pytest.mark.parametrize("operation", Operation)
@SOME
@given(data=st.data())
def test_a_mutation_does_not_change_the_original(data: st.DataObject, operation: Operation) -> None:
    payload = data.draw(payloads(operation))
    before = copy.deepcopy(payload)
    data.draw(mutated(st.just(payload), operation))
    assert payload == before


@examples(200)
@given(mutated(st.builds(dict), "end_stream"))
def test_an_empty_payload_can_be_mutated_too(payload: object) -> None:
    assert payload is None or isinstance(payload, dict | list | str | int | float)


def wanted(operation: Any, wish: str, *, valid: bool = True) -> Any:
    """Return a payload that satisfies a condition, or fail."""
    source = payloads(operation) if valid else mutated(payloads(operation), operation)
    seek = settings(max_examples=6000, database=None, deadline=None, phases=[Phase.generate])
    return find(source, WISHES[wish], settings=seek)


def state_of(payload: Any) -> dict[str, Any]:
    state = payload.get("content_state") if isinstance(payload, dict) else None
    return state if isinstance(state, dict) else {}


WISHES: dict[str, Any] = {
    "leaves its type out": lambda payload: "percentage" in state_of(payload) and "type" not in payload,
    "is at a bound": lambda payload: state_of(payload).get("percentage") == 100,
    "has a character outside the basic plane": lambda payload: any(
        ord(letter) > 0xFFFF for letter in state_of(payload).get("title", "")
    ),
    "has the most metrics": lambda payload: len(state_of(payload).get("metrics", ())) == 8,
    "has the most metadata entries": lambda payload: len(payload.get("metadata", ())) == 50,
    "has metadata of the maximum size": lambda payload: (
        len(json.dumps(payload.get("metadata"), separators=(",", ":"), ensure_ascii=False).encode()) == 16_384
    ),
    "names channels twice": lambda payload: "channels" in payload and "target" in payload,
    "is a timer that counts up, without a duration": lambda payload: (
        state_of(payload).get("counts_down") is False and "duration_seconds" not in state_of(payload)
    ),
    "has both forms of progress": lambda payload: {"percentage", "value", "upper_limit"} <= state_of(payload).keys(),
}


@pytest.mark.slow
@pytest.mark.parametrize("wish", [wish for wish in WISHES if "channels" not in wish])
def test_payloads_cover_rare_cases(wish: str) -> None:
    operation: Any = "start" if "counts up" in wish else "update"
    assert is_valid(wanted(operation, wish), operation)


def test_stream_payloads_can_name_equal_channels_twice() -> None:
    payload = wanted("stream", "names channels twice")
    assert set(payload["channels"]) == set(payload["target"]["channels"])


@pytest.mark.slow
@pytest.mark.parametrize("operation", Operation)
def test_payloads_shrink_to_the_required_fields(operation: Operation) -> None:
    small = find(
        payloads(operation, "alert"),
        lambda payload: bool(state_of(payload)),
        settings=settings(database=None, deadline=None),
    )
    needed = {"title", "message"} | ({"type"} if operation is Operation.START else set())
    assert set(state_of(small)) == needed
    assert set(small) - {"activity_id"} == {"content_state"}


@pytest.mark.slow
@pytest.mark.parametrize("rule", CATALOGUE)
@FEW
@given(data=st.data())
def test_a_broken_example_breaks_only_its_rule(data: st.DataObject, rule: str) -> None:
    example = data.draw(broken_examples(rule))
    assert isinstance(example, Example)
    found = report(example.payload, CATALOGUE[rule], example.operation, example.activity_type)
    assert {problem.rule for problem in found} == {rule}
    assert found[0].pointer == example.pointer


@pytest.mark.slow
@pytest.mark.parametrize("rule", CATALOGUE)
def test_every_operation_and_type_breaks_a_rule_or_raises(rule: str) -> None:
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
def test_a_broken_payload_has_the_requested_operation_and_type(data: st.DataObject, rule: str) -> None:
    payload = data.draw(broken_payloads("update", rule=rule, type="stats"))
    assert {problem.rule for problem in check(payload, "update", activity_type="stats")} == {rule}


@FEW
@given(data=st.data())
def test_a_type_mismatch_contradicts_the_given_type(data: st.DataObject) -> None:
    payload = data.draw(broken_payloads("end", rule=CATALOGUE["type-mismatch"], type="timer"))
    assert [problem.rule for problem in check(payload, "end", activity_type="timer")] == ["type-mismatch"]


def test_a_constraint_of_a_new_class_requires_a_strategy() -> None:
    with pytest.raises(TypeError, match="no strategy for Constraint"):
        values(Constraint(), GenerationContext())


@pytest.mark.slow
def test_broken_payloads_of_text_rules_are_texts() -> None:
    texts = settings(database=None, deadline=None)
    assert isinstance(find(broken_payloads("update", rule="invalid-json"), bool, settings=texts), str)
    assert isinstance(find(broken_payloads("update", rule="invalid-utf8"), bool, settings=texts), bytes)


@pytest.mark.parametrize(
    ("operation", "rule", "kind", "message"),
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
def test_a_rule_that_cannot_be_broken_raises(operation: Any, rule: str, kind: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        broken_payloads(operation, rule=rule, type=kind)


@pytest.mark.parametrize("word", ["payloads", "requests"])
def test_an_unknown_operation_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="'begin' is not a valid Operation"):
        {"payloads": payloads, "requests": requests}[word](cast("Any", "begin"))


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="'sundial' is not a valid ActivityType"):
        states("sundial")  # type: ignore[arg-type] # on purpose


MODELS = [getattr(liveschema, name) for name in liveschema.__all__ if hasattr(getattr(liveschema, name), "__spec__")]


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
@FEW
@given(data=st.data())
def test_from_type_works_for_every_model(data: st.DataObject, cls: type) -> None:
    made = data.draw(st.from_type(cls))
    assert isinstance(made, cls)
    assert isinstance(made, SentModel)
    assert dump(made) is not None


@FEW
@given(st.from_type(liveschema.UpdateRequest))
def test_a_request_from_its_type_is_valid_and_round_trips(request_: liveschema.UpdateRequest) -> None:
    assert load(dump(request_), "update") == request_


def test_a_payload_that_is_too_large_is_made_smaller() -> None:
    test = ACTIVITY_TOO_LARGE.test
    metrics = [{"label": f"{n}" * 99, "value": 10**300, "unit": "\x00" * 50} for n in range(8)]
    state = {"title": "x", "type": "metrics", "metrics": metrics, "step_colors": []}
    button = {"title": "x" * 4096, "type": "open_url", "url": "https://x.example"}
    data: dict[str, Any] = {"content_state": {"title": "x"}, "action": button, "secondary_action": button}
    assert ACTIVITY_TOO_LARGE.broken_by(data)
    mend(test, data, test.groups[0], kept=["content_state"])
    assert data == {"content_state": {"title": "x"}}
    data = {"content_state": copy.deepcopy(state), "action": {**button, "title": "x"}}
    assert ACTIVITY_TOO_LARGE.broken_by(data)
    mend(test, data, test.groups[0], kept=["content_state", "action"])
    assert data == {"content_state": {**state, "metrics": metrics[:1]}, "action": {**button, "title": "x"}}
    assert not ACTIVITY_TOO_LARGE.broken_by(data)


@pytest.mark.parametrize("operation", Operation)
@SOME
@given(data=st.data())
def test_a_state_can_be_made_too_large(data: st.DataObject, operation: Operation) -> None:
    payload = data.draw(broken_payloads(operation, rule=ACTIVITY_TOO_LARGE))
    assert {problem.rule for problem in check(payload, operation)} == {"activity-too-large"}
