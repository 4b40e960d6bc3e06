"""The promises of `check_partial`, for every payload, every choice of unknown places and every filling."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from amount import examples
from hypothesis import assume, given
from hypothesis import strategies as st
from partial_kit import Path, blurred, filled, is_determined, json_type, make_unknown, places, reads

from liveschema import ActivityType, Operation, check, is_valid
from liveschema._generated.rule_index import SEVERITIES
from liveschema.engine.problems import Problem, Severity
from liveschema.partial import check_partial, has_unknown
from liveschema.testing.mutations import mutated
from liveschema.testing.payloads import payloads

EVERY_RULE = list(SEVERITIES)


@st.composite
def any_payloads(draw: st.DrawFn) -> tuple[Operation, Any]:
    """Draw an operation, and a payload for it that is valid or has been changed up to twice."""
    operation = draw(st.sampled_from(list(Operation)))
    drawn = payloads(operation)
    for _ in range(draw(st.integers(0, 2))):
        drawn = mutated(drawn.filter(lambda payload: isinstance(payload, dict)), operation)
    return operation, draw(drawn)


def _errors(problems: list[Problem]) -> list[Path]:
    return [each.path for each in problems if each.severity is Severity.ERROR]


def _some_known(payload: Any, chance: Random) -> Any:
    """Return the activity type that a caller may know: usually none, sometimes that of the payload, or any other."""
    state = payload.get("content_state") if isinstance(payload, dict) else None
    own = state.get("type") if isinstance(state, dict) else None
    others = [str(each) for each in ActivityType]
    return chance.choice([None, None, None, own if own in others else None, chance.choice(others)])


@given(any_payloads(), st.randoms(use_true_random=False), st.data())
@examples(400)
def test_only_what_every_filling_has_is_reported(
    drawn: tuple[Operation, Any], chance: Random, data: st.DataObject
) -> None:
    operation, payload = drawn
    blur, known = blurred(payload, chance), _some_known(payload, chance)
    partial = blur.partial
    before = copy.deepcopy(partial)
    reported = check_partial(partial, operation, activity_type=known, enable=EVERY_RULE)
    assert partial == before
    if not _errors(check(payload, operation, activity_type=known)):
        assert not _errors(reported)
    for _ in range(3):
        filling = filled(data.draw, blur, chance)
        found = check(filling.payload, operation, activity_type=known, enable=EVERY_RULE)
        assert not _errors(reported) or _errors(found), (partial, filling.payload)
        deep = any(each.rule == "too-deep" for each in found)  # reported at the outermost object
        if is_determined(partial, known) and filling.in_order(_errors(found)) and not deep:
            keys = {(each.rule, each.path) for each in found}
            for problem in reported:
                if problem.rule == "no-matching-type":
                    continue  # the type of an action is not known; each type has other errors
                assert (problem.rule, filling.paths.get(problem.path, problem.path)) in keys, (partial, filling.payload)


@given(any_payloads(), st.randoms(use_true_random=False))
@examples(300)
def test_what_reads_only_known_places_is_reported(drawn: tuple[Operation, Any], chance: Random) -> None:
    operation, payload = drawn
    found = check(payload, operation, enable=EVERY_RULE)
    state = payload.get("content_state") if isinstance(payload, dict) else None
    assume(found and isinstance(state, dict) and state.get("type") in list(ActivityType))
    problem = chance.choice(found)
    unread = [path for path, value in places(payload) if path and json_type(value) and not reads(problem, path)]
    partial = copy.deepcopy(payload)
    for path in chance.sample(unread, min(len(unread), chance.choice([1, 2, 4]))):
        make_unknown(partial, path)
    reported = check_partial(partial, operation, enable=EVERY_RULE)
    assert (problem.rule, problem.path) in {(each.rule, each.path) for each in reported}, partial


@given(any_payloads(), st.sampled_from([[], EVERY_RULE]))
@examples(100)
def test_a_payload_without_placeholders_has_the_problems_that_check_finds(
    drawn: tuple[Operation, Any], enable: list[str]
) -> None:
    operation, payload = drawn
    assert check_partial(payload, operation, enable=enable) == check(payload, operation, enable=enable)


@given(any_payloads(), st.randoms(use_true_random=False))
@examples(100)
def test_what_check_and_is_valid_get_must_be_whole(drawn: tuple[Operation, Any], chance: Random) -> None:
    operation, payload = drawn
    partial = blurred(payload, chance).partial
    assume(has_unknown(partial))
    assert not is_valid(partial, operation)
    assert _errors(check(partial, operation))
