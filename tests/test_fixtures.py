"""Every payload of ``fixtures/`` is judged exactly as the file beside it says.

``invalid/<operation>`` holds payloads with their errors, ``warnings/<operation>``
valid ones with their warnings, ``valid/<operation>`` valid ones (with a file
beside it only where a warning is due or the type of the activity is known), and
``invalid/text`` documents whose fault is in the text.
"""

from __future__ import annotations

import copy
import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import liveschema
from liveschema.contract.catalogue import CATALOGUE

ROOT = Path(__file__).parent / "fixtures"


@attrs.frozen
class Fixture:
    """One payload and what is expected of it."""

    path: Path
    operation: str
    activity_type: str | None
    enable: tuple[str, ...]
    problems: list[dict[str, Any]]

    def payload(self) -> Any:
        return json.loads(self.path.read_bytes())

    def check(self, payload: object) -> list[liveschema.Problem]:
        return liveschema.check(payload, self.operation, activity_type=self.activity_type, enable=self.enable)

    def is_valid(self, payload: object) -> bool:
        return liveschema.is_valid(payload, self.operation, activity_type=self.activity_type)

    def load(self, payload: object) -> liveschema.Request:
        return liveschema.load(payload, self.operation, activity_type=self.activity_type)


def read(path: Path) -> Fixture:
    beside = path.with_name(f"{path.stem}.expected.json")
    expected = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    operation = expected.get("operation", path.parent.name)
    enable = tuple(expected.get("enable", ()))
    return Fixture(path, operation, expected.get("activity_type"), enable, expected.get("problems", []))


def payload_files(kind: str) -> list[Path]:
    return sorted(path for path in (ROOT / kind).glob("*/*.json") if not path.name.endswith(".expected.json"))


def fixtures(kind: str, *, of_text: bool = False) -> list[Any]:
    return [
        pytest.param(read(path), id=str(path.relative_to(ROOT).with_suffix("")))
        for path in payload_files(kind)
        if (path.parent.name == "text") == of_text
    ]


def record(problem: liveschema.Problem, *, position: bool = False) -> dict[str, Any]:
    told = {"rule": problem.rule, "pointer": problem.pointer, "message": problem.message, "hint": problem.hint}
    return told | {"line": problem.line, "column": problem.column} if position else told


def errors(problems: list[liveschema.Problem]) -> list[liveschema.Problem]:
    return [problem for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize("fixture", fixtures("invalid"))
def test_an_invalid_payload_has_exactly_its_errors(fixture: Fixture) -> None:
    payload = fixture.payload()
    before = copy.deepcopy(payload)
    problems = fixture.check(payload)
    assert [record(problem) for problem in errors(problems)] == fixture.problems
    assert fixture.problems
    assert not fixture.is_valid(payload)
    with pytest.raises(liveschema.InvalidPayload) as refusal:
        fixture.load(payload)
    assert list(refusal.value.problems) == problems
    assert payload == before


@pytest.mark.parametrize("fixture", fixtures("warnings") + fixtures("valid"))
def test_a_valid_payload_has_exactly_its_warnings(fixture: Fixture) -> None:
    payload = fixture.payload()
    before = copy.deepcopy(payload)
    problems = fixture.check(payload)
    assert [record(problem) for problem in problems] == fixture.problems
    assert {problem.severity for problem in problems} <= {"warning"}
    assert fixture.is_valid(payload)
    dumped = liveschema.dump(fixture.load(payload))
    assert payload == before
    assert dumped == without_inert(payload, problems)


def without_inert(payload: Any, problems: list[liveschema.Problem]) -> Any:
    """Leave out what the warnings call inert: the one thing that a model does not keep."""
    kept = copy.deepcopy(payload)
    for problem in problems:
        if problem.rule == "inert-field":
            *parents, last = problem.path
            holder = kept
            for step in parents:
                holder = holder[step]
            del holder[last]
    return kept


@pytest.mark.parametrize("fixture", fixtures("invalid", of_text=True))
def test_faulty_text_has_exactly_its_problems(fixture: Fixture) -> None:
    source = fixture.path.read_bytes()
    with pytest.raises(liveschema.InvalidPayload) as refusal:
        liveschema.loads(source, fixture.operation)
    assert [record(problem, position=True) for problem in refusal.value.problems] == fixture.problems
    assert fixture.problems


@pytest.mark.parametrize("fixture", fixtures("warnings") + fixtures("valid"))
def test_valid_text_loads_as_its_data_does(fixture: Fixture) -> None:
    loaded = liveschema.loads(fixture.path.read_bytes(), fixture.operation, activity_type=fixture.activity_type)
    assert loaded == fixture.load(fixture.payload())


@pytest.mark.parametrize("fixture", fixtures("invalid"))
def test_invalid_text_is_refused_for_what_its_data_is(fixture: Fixture) -> None:
    with pytest.raises(liveschema.InvalidPayload) as refusal:
        liveschema.loads(fixture.path.read_bytes(), fixture.operation, activity_type=fixture.activity_type)
    told = [(problem.rule, problem.pointer) for problem in errors(list(refusal.value.problems))]
    assert told == [(problem["rule"], problem["pointer"]) for problem in fixture.problems]


WEBHOOK = {"title": "Approve", "type": "webhook", "url": "https://hooks.example.com/approve"}

BEYOND_JSON = [
    pytest.param(
        {"action": WEBHOOK | {"body": {"at": dt.date(2026, 7, 1)}}},
        ("not-json", "/action/body/at", "at must be a value that JSON has, got a date"),
        id="date-in-webhook-body",
    ),
    pytest.param(
        {"action": WEBHOOK | {"body": {"ids": {7}}}},
        ("not-json", "/action/body/ids", "ids must be a value that JSON has, got a set"),
        id="set-in-webhook-body",
    ),
    pytest.param(
        {"action": WEBHOOK | {"body": {"raw": b"7"}}},
        ("not-json", "/action/body/raw", "raw must be a value that JSON has, got a bytes"),
        id="bytes-in-webhook-body",
    ),
    pytest.param(
        {"metadata": {"ratio": float("nan")}},
        ("non-finite-number", "/metadata/ratio", "ratio must be a finite number, got NaN"),
        id="nan",
    ),
    pytest.param(
        {"tags": {"nightly"}},
        ("wrong-type", "/tags", "tags must be a list of tags, got a set"),
        id="set-for-a-list",
    ),
]
"""What a payload built in Python can hold and no JSON file can."""

STREAM_KEYS = [
    pytest.param("", "got an empty string", id="empty"),
    pytest.param("prod web", 'got the string "prod web"', id="space"),
    pytest.param("prod/web", 'got the string "prod/web"', id="slash"),
    pytest.param("prod-web\n", 'got the string "prod-web\\n"', id="newline-at-the-end"),
    pytest.param("größe", 'got the string "größe"', id="not-ascii"),
    pytest.param(7, "got 7", id="number"),
    pytest.param(None, "got null", id="null"),
]


@pytest.mark.parametrize(("payload", "expected"), BEYOND_JSON)
def test_what_only_python_can_send(payload: dict[str, Any], expected: tuple[str, str, str]) -> None:
    (problem,) = liveschema.check(payload, "end_stream")
    assert (problem.rule, problem.pointer, problem.message) == expected
    assert not liveschema.is_valid(payload, "end_stream")


@pytest.mark.parametrize(("key", "got"), STREAM_KEYS)
def test_a_stream_key_that_no_path_holds(key: object, got: str) -> None:
    (problem,) = liveschema.check_stream_key(key)
    assert problem.rule == "invalid-stream-key"
    assert problem.message == f"a stream key must be 1 to 255 characters of A-Z a-z 0-9 _ -, {got}"


@pytest.mark.parametrize("key", ["a", "prod-web_1", "A" * 255])
def test_a_stream_key_that_a_path_holds(key: str) -> None:
    assert liveschema.check_stream_key(key) == []


def test_a_stream_key_of_256_characters_is_too_long() -> None:
    assert [problem.rule for problem in liveschema.check_stream_key("A" * 256)] == ["invalid-stream-key"]


def test_every_rule_has_a_fixture() -> None:
    told = {
        problem["rule"]
        for kind in ("invalid", "warnings")
        for path in payload_files(kind)
        for problem in read(path).problems
    }
    in_code = {"not-json", "invalid-stream-key"}  # BEYOND_JSON and STREAM_KEYS above
    assert sorted(set(CATALOGUE) - told - in_code) == []
    assert sorted(told - set(CATALOGUE)) == []


def test_every_expectation_stands_beside_a_payload() -> None:
    expected = {path.with_name(path.name.replace(".expected", "")) for path in ROOT.rglob("*.expected.json")}
    payloads = {path for kind in ("invalid", "warnings", "valid") for path in payload_files(kind)}
    assert sorted(expected - payloads) == []
    assert sorted(path for path in payloads - expected if "valid" not in path.parts[-3:-2]) == []


def test_the_fixtures_cover_every_operation_and_type() -> None:
    states = {
        (path.parent.name, state["type"])
        for kind in ("invalid", "valid")
        for path in payload_files(kind)
        if path.parent.name != "text"
        for payload in [json.loads(path.read_bytes())]
        if isinstance(payload, dict) and isinstance(state := payload.get("content_state"), dict)
        if isinstance(state.get("type"), str)
    }
    wanted = {(str(operation), str(kind)) for operation in liveschema.Operation for kind in liveschema.ActivityType}
    assert wanted - states == set()
