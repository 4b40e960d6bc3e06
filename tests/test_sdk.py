"""What the official SDK emits for a valid request is never an error here.

The SDK's models put their defaults on every payload whatever its type, and
drop what they do not know. So every valid payload is sent through them, and
what comes out must be taken, with no other warning than the payload had and
those of the defaults.
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


def emitted(operation: str, payload: dict[str, Any]) -> Any:
    """Send a payload through the SDK and through the JSON it would write."""
    return json.loads(json.dumps(getattr(sdk, MODELS[operation]).from_dict(payload).to_dict()))


@cache
def knows(activity_type: str) -> bool:
    try:
        emitted("stream", {"content_state": {"title": "x", "type": activity_type}})
    except ValueError:
        return False
    return True


def has_integers_as_floats(payload: object) -> bool:
    """JSON has one kind of number; the SDK's models insist on Python's ``int`` in these fields."""
    state = payload.get("content_state", {}) if isinstance(payload, dict) else {}
    integers = ("number_of_steps", "current_step", "auto_dismiss_minutes", "auto_dismiss_seconds")
    return any(isinstance(state.get(name), float) for name in integers)


@pytest.mark.parametrize(("operation", "payload", "known"), PAYLOADS)
def test_what_the_sdk_emits_is_never_an_error(operation: str, payload: dict[str, Any], known: str | None) -> None:
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
        assert problem.rule == "inert-field" or (problem.rule, problem.pointer) in before, problem
    loaded = liveschema.load(sent, operation, activity_type=known)
    assert liveschema.is_valid(sent, operation, activity_type=known)
    assert emitted(operation, liveschema.dump(loaded)) == sent
