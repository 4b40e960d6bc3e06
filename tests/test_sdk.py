"""What the official SDK emits for a valid request is never an error here.

The SDK's models put their defaults on every payload whatever its type, and
drop what they do not know. So every valid payload is sent through them, and
what comes out must be taken, with no other warning than the payload had and
those of the defaults.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import liveschema

sdk = pytest.importorskip("activitysmith_openapi.models", reason="the official SDK is not installed")

TESTS = Path(__file__).parent
MODELS = {
    "start": "LiveActivityStartRequest",
    "update": "LiveActivityUpdateRequest",
    "end": "LiveActivityEndRequest",
    "stream": "LiveActivityStreamRequest",
    "end_stream": "LiveActivityStreamDeleteRequest",
}
PAYLOADS = sorted(
    path
    for root in (TESTS / "fixtures" / "valid", TESTS / "fixtures" / "warnings", TESTS.parent / "examples")
    for operation in MODELS
    for path in (root / operation).glob("*.json")
    if not path.name.endswith(".expected.json")
)
INTEGERS_AS_FLOATS = {
    "auto-dismiss-minutes-2.0",
    "integer-with-exponent",
    "integers-as-floats",
}
"""JSON has one kind of number; the SDK's models insist on Python's ``int``."""


def emitted(operation: str, payload: dict[str, Any]) -> Any:
    """Send a payload through the SDK and through the JSON it would write."""
    return json.loads(json.dumps(getattr(sdk, MODELS[operation]).from_dict(payload).to_dict()))


def activity_type(path: Path) -> str | None:
    beside = path.with_name(f"{path.stem}.expected.json")
    return json.loads(beside.read_text("utf-8"))["activity_type"] if beside.exists() else None


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=f"{path.parent.parent.name}/{path.parent.name}/{path.stem}") for path in PAYLOADS],
)
def test_what_the_sdk_emits_is_never_an_error(path: Path) -> None:
    operation = path.parent.name
    payload = json.loads(path.read_bytes())
    known = activity_type(path)
    if path.stem in INTEGERS_AS_FLOATS:
        with pytest.raises(ValueError, match="validation error"):
            emitted(operation, payload)
        return
    sent = emitted(operation, payload)
    before = {(problem.rule, problem.pointer) for problem in liveschema.check(payload, operation, activity_type=known)}
    for problem in liveschema.check(sent, operation, activity_type=known):
        assert problem.severity == "warning", problem
        assert problem.rule == "inert-field" or (problem.rule, problem.pointer) in before, problem
    loaded = liveschema.load(sent, operation, activity_type=known)
    assert liveschema.is_valid(sent, operation, activity_type=known)
    assert emitted(operation, liveschema.dump(loaded)) == sent
