"""The schemas and the models accept the same payloads, with every validator.

The types form and the OpenAPI document say what to send, so they refuse what
SDKs add to a payload, and accept the payload without it.

Run with ``--hypothesis-profile nightly`` for ten times the examples.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from additions import added, without_additions
from amount import examples
from hypothesis import Phase, given
from hypothesis import strategies as st
from validators import ajv, by_openapi, by_python, by_rust, fast, why_not

from liveschema import Operation, Severity, check
from liveschema.contract.rules.empty_list import EMPTY_LIST
from liveschema.contract.rules.too_many_items import TOO_MANY_ITEMS
from liveschema.export import BEYOND_SCHEMA
from liveschema.testing import mutated, payloads

BEYOND = {rule.id for rule in BEYOND_SCHEMA}
BOUNDS = {EMPTY_LIST.id, TOO_MANY_ITEMS.id}
UNSAID = {"validation": BEYOND, "types": BEYOND | BOUNDS, "openapi": BEYOND}
SLOW_EVERY = 10

pytestmark = pytest.mark.slow
each_operation = pytest.mark.parametrize("operation", Operation)
WORDS = ["content_state", "title", "type", "metrics", "activity_id", "action", "alert", "progress", "percentage"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=10,
)


def _writable(payload: Any) -> bool:
    try:
        json.dumps(payload, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def _strategies(operation: Operation) -> list[st.SearchStrategy[Any]]:
    once = mutated(payloads(operation), operation)
    twice = mutated(once.filter(lambda payload: isinstance(payload, dict)), operation)
    by_sdk = (payloads(operation) | once).flatmap(added).map(lambda pair: pair[0])
    return [payloads(operation), once, once, twice, twice, by_sdk, JSON]


MADE = {operation: _strategies(operation) for operation in Operation}


@st.composite
def vectors(draw: st.DrawFn, operation: Operation) -> Any:
    """Return a valid payload, a payload with one or two mutations, or any JSON value."""
    choices = MADE[operation]
    return draw(choices[draw(st.integers(0, len(choices) - 1))].filter(_writable))


def _broken(payload: Any, operation: Operation) -> set[str]:
    return {problem.rule for problem in check(payload, operation) if problem.severity is Severity.ERROR}


def test_ajv_is_available() -> None:
    ajv()


@each_operation
def test_schemas_accept_what_the_models_accept(operation: Operation) -> None:
    seen = {"all": 0, "valid": 0, "invalid": 0, "beyond": 0, "added": 0}

    @examples(2000, phases=(Phase.explicit, Phase.generate, Phase.shrink))
    @given(payload=vectors(operation))
    def compare(payload: Any) -> None:
        rules = _broken(payload, operation)
        seen["all"] += 1
        seen["valid" if not rules else "beyond" if rules <= BEYOND else "invalid"] += 1
        sent = payload if rules else without_additions(payload, operation)
        seen["added"] += sent != payload
        for form, unsaid in UNSAID.items():
            if rules and rules <= unsaid:
                continue
            verdicts = _verdicts(payload, operation, form, slow=seen["all"] % SLOW_EVERY == 0)
            accepted = not rules and (form == "validation" or sent == payload)
            assert set(verdicts.values()) == {accepted}, (form, rules, verdicts)
            if sent != payload:
                assert set(_verdicts(sent, operation, form, slow=False).values()) == {True}, form

    compare()
    assert seen["valid"] > seen["all"] / 10
    assert seen["invalid"] > seen["all"] / 10
    assert seen["added"] > seen["all"] / 200


def _verdicts(payload: Any, operation: Operation, form: str, *, slow: bool) -> dict[str, bool]:
    if form == "openapi":
        return {"jsonschema-rs": bool(by_openapi(operation).is_valid(payload))}
    verdicts = {
        "jsonschema-rs": bool(by_rust(operation, form).is_valid(payload)),
        "fastjsonschema": fast(payload, operation, form),
    }
    if slow or form == "validation":
        verdicts["jsonschema"] = by_python(operation, form).is_valid(payload)
    if why_not() is None:
        verdicts["ajv"] = ajv().verdicts(payload, operation)[form]
    return verdicts
