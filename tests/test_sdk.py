"""Payloads that the official SDK writes for valid requests have no errors.

The models of the SDK add their defaults to every payload, regardless of its
type, and drop unknown fields. Every valid payload is converted by them, and the
result must be valid, with no other warnings than those of the payload, except
that it may become too large.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fixture_files import fixtures

import liveschema

sdk = pytest.importorskip("activitysmith_openapi.models", reason="the official SDK is not installed")

EXAMPLES = Path(__file__).parent.parent / "examples"
MODELS = {
    "start": "LiveActivityStartRequest",
    "update": "LiveActivityUpdateRequest",
    "end": "LiveActivityEndRequest",
    "stream": "LiveActivityStreamRequest",
    "end_stream": "LiveActivityStreamDeleteRequest",
}
PAYLOADS = [
    *(
        pytest.param(each.operation, each.payload(), each.activity_type, id=each.name)
        for each in fixtures("valid", "warnings")
    ),
    *(
        pytest.param(operation, json.loads(path.read_bytes()), None, id=f"examples/{operation}/{path.stem}")
        for operation in MODELS
        for path in sorted((EXAMPLES / operation).glob("*.json"))
    ),
]


def emitted(operation: Any, payload: dict[str, Any]) -> Any:
    """Return a payload after conversion by the SDK and serialisation to JSON."""
    return json.loads(json.dumps(getattr(sdk, MODELS[operation]).from_dict(payload).to_dict()))


@cache
def knows(activity_type: Any) -> bool:
    try:
        emitted("stream", {"content_state": {"title": "x", "type": activity_type}})
    except ValueError:
        return False
    return True


def has_integers_as_floats(payload: object) -> bool:
    """Return whether a payload has floats such as 2.0 in integer fields, which the SDK rejects."""
    state = payload.get("content_state", {}) if isinstance(payload, dict) else {}
    integers = ("number_of_steps", "current_step", "auto_dismiss_minutes", "auto_dismiss_seconds")
    return any(isinstance(state.get(name), float) for name in integers)


@pytest.mark.parametrize(("operation", "payload", "known"), PAYLOADS)
def test_what_the_sdk_emits_is_never_an_error(operation: Any, payload: dict[str, Any], known: Any) -> None:
    if has_integers_as_floats(payload):
        with pytest.raises(ValueError, match="validation error"):
            emitted(operation, payload)
        return
    if not knows(payload.get("content_state", {}).get("type", "value")):
        pytest.skip("the SDK does not know this activity type")
    sent = emitted(operation, payload)
    before = {(problem.rule, problem.pointer) for problem in liveschema.check(payload, operation, activity_type=known)}
    for problem in liveschema.check(sent, operation, activity_type=known):
        assert problem.severity == "warning", problem
        # What the SDK adds counts in the size of what is sent.
        assert problem.rule == "activity-too-large" or (problem.rule, problem.pointer) in before, problem
    loaded = liveschema.load(sent, operation, activity_type=known)
    assert liveschema.is_valid(sent, operation, activity_type=known)
    assert emitted(operation, liveschema.dump(loaded)) == sent
