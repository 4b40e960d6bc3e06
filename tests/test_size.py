"""The size of a state with its buttons: where the bound is, and what predicates count instead of measuring it."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st

from liveschema import Operation, Problem, check, dump, is_valid, load
from liveschema._generated.requests import VALID
from liveschema.testing import payloads

MOST = 4096
RULE = "activity-too-large"
ALERT: dict[str, Any] = {"title": "Deploy", "type": "alert", "message": ""}
OPEN = {"title": "Open", "type": "open_url", "url": "https://ci.example.com/run/7"}
RERUN = {"title": "Again", "type": "webhook", "url": "https://ci.example.com/run", "body": {"runs": [7, {"by": "é"}]}}
BY_SDK = {"icon": None, "badge": None, "counts_down": True, "is_running": True}
UNTYPED = {"title": "Deploy", "message": ""}
METRICS = [{"label": f"m{n}", "value": 10**300 + n, "unit": "\x00"} for n in range(8)]

SHAPES: dict[str, dict[str, Any]] = {
    "state": {"content_state": ALERT},
    "state without a type": {"content_state": UNTYPED},
    "state with what SDKs add": {"content_state": {**BY_SDK, **ALERT}},
    "one button": {"content_state": ALERT, "action": OPEN},
    "both buttons": {"content_state": ALERT, "action": OPEN, "secondary_action": RERUN},
    "button with what an SDK adds": {"content_state": ALERT, "action": {**OPEN, "method": "POST"}},
    "numbers in a body": {"content_state": ALERT, "action": {**RERUN, "body": {"n": [10**300] * 8}}},
    "second button alone": {"content_state": UNTYPED, "secondary_action": RERUN},
    "what is not measured": {"content_state": ALERT, "tags": ["prod"] * 20, "metadata": {"log": "x" * 4000}},
    "large numbers": {"content_state": {"title": "Deploy", "type": "stats", "metrics": METRICS, "subtitle": ""}},
}
FILLS = {"ASCII": "x", "two bytes": "é", "four bytes": "🚗", "an escape": '"', "six bytes": "\x00"}


def measured(payload: dict[str, Any]) -> int:
    parts = {name: payload[name] for name in ("content_state", "action", "secondary_action") if name in payload}
    return len(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode())


def sized(payload: dict[str, Any], size: int, fill: str) -> dict[str, Any]:
    """Return a copy of a payload whose state and buttons have a size."""
    payload = {"activity_id": "act_7", **payload}
    name = next(name for name in ("message", "subtitle") if payload["content_state"].get(name) == "")
    count, rest = divmod(size - measured(payload), len(json.dumps(fill, ensure_ascii=False).encode()) - 2)
    payload["content_state"] = {**payload["content_state"], name: fill * count + "x" * rest}
    assert measured(payload) == size
    return payload


def found(payload: dict[str, Any], operation: Any = "update") -> list[Problem]:
    return [problem for problem in check(payload, operation) if problem.rule == RULE]


@pytest.mark.parametrize("fill", FILLS.values(), ids=list(FILLS))
@pytest.mark.parametrize("shape", SHAPES)
def test_the_bound_is_4096_bytes(shape: str, fill: str) -> None:
    assert found(sized(SHAPES[shape], MOST, fill)) == []
    (problem,) = found(sized(SHAPES[shape], MOST + 1, fill))
    assert problem.pointer == "/content_state"
    assert problem.message == (
        "content_state with its buttons should be at most 4,096 bytes as compact UTF-8 JSON, got 4,097"
    )
    assert problem.hint == "shorten the texts"


@pytest.mark.parametrize("operation", ["start", "end", "stream", "end_stream"])
def test_the_bound_is_the_same_on_every_operation(operation: Any) -> None:
    small, large = (sized(SHAPES["both buttons"], size, "x") for size in (MOST, MOST + 1))
    for payload in (small, large):
        if operation != "end":
            del payload["activity_id"]
    assert found(small, operation) == []
    assert len(found(large, operation)) == 1


def test_a_large_body_counts() -> None:
    assert len(found({**sized(SHAPES["state"], 100, "x"), "action": {**RERUN, "body": {"log": ["x" * 4096]}}})) == 1


def test_it_is_only_a_warning() -> None:
    payload = sized(SHAPES["both buttons"], 10_000, "x")
    assert [problem.severity for problem in found(payload)] == ["warning"]
    assert is_valid(payload, "update")
    assert dump(load(payload, "update")) == payload


def test_buttons_without_a_state_are_not_measured() -> None:
    assert found({"action": {**OPEN, "title": "x" * 5000}}, "end_stream") == []


def test_nothing_is_measured_beside_an_error() -> None:
    payload = sized(SHAPES["one button"], 5000, "x")
    assert len(found(payload)) == 1
    assert found({**payload, "action": {**OPEN, "url": "ci"}}) == []
    assert found({**payload, "content_state": {**payload["content_state"], "subtitle": None}}) == []


LONG = st.text(min_size=20, max_size=60) | st.text('\x00\x1f"\\', min_size=10, max_size=40)


@pytest.mark.parametrize("operation", Operation)
@given(data=st.data())
@examples(100)
def test_predicates_count_enough_characters(operation: Operation, data: st.DataObject) -> None:
    payload = data.draw(payloads(operation, spotless=True))
    module = import_module(f"liveschema._generated.no_warnings_{operation}")
    tables = {"content_state": "activity", "action": "action", "secondary_action": "action"}
    for name, label in tables.items():
        if name not in payload:
            continue
        part = payload[name]
        for key in ("title", "subtitle", "message"):
            if isinstance(part.get(key), str):
                part = {**part, key: data.draw(LONG)}
        if "body" in part:
            part = {**part, "body": {data.draw(LONG): [{"a": data.draw(LONG)}, 10**300, None, True, -1.5e300]}}
        tag = part.get("type") or VALID[operation](payload, None)
        predicate = getattr(module, f"sized_{label}_predicates")[tag]
        counted = predicate(part, len(part) - ("type" in part))
        if counted is not False:  # a drawn text may be blank
            size = len(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode())
            assert 6 * counted >= size
            assert counted <= size + 110  # no more than the characters and what all fields may take
