"""The problems of every payload in ``fixtures/`` are exactly those in its file.

``pytest --update`` writes the current problems, and adds a fixture for each
activity type and rule without one; ``fixture_files.py`` describes the format.
"""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path
from typing import Any

import fixture_files
import pytest
from additions import without_additions
from fixture_files import VERDICTS, Fixture, fixtures, record

import liveschema
from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.rule import Rule
from liveschema.examples.make import example


def by_name(*verdicts: str) -> list[Any]:
    return [pytest.param(fixture, id=fixture.name) for fixture in fixtures(*verdicts)]


def by_operation(*verdicts: str) -> pytest.MarkDecorator:
    """Return the mark of a test that is given all fixtures of an operation; a test for each would take longer."""
    groups: dict[str, list[Fixture]] = {}
    for fixture in fixtures(*verdicts):
        groups.setdefault(fixture.operation, []).append(fixture)
    return pytest.mark.parametrize("group", [pytest.param(group, id=name) for name, group in groups.items()])


def errors(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [problem for problem in problems if problem["severity"] == "error"]


@pytest.mark.parametrize("fixture", by_name())
def test_a_fixture_is_reported_as_its_file_says(fixture: Fixture, *, updating: bool) -> None:
    if updating:
        fixture_files.update(fixture.path)
    else:
        assert fixture.reported() == fixture.problems


@by_operation("invalid")
def test_load_rejects_an_invalid_payload_with_its_errors(group: list[Fixture]) -> None:
    for fixture in group:
        payload = fixture.payload()
        before = copy.deepcopy(payload)
        assert not fixture.is_valid(payload), fixture.name
        with pytest.raises(liveschema.InvalidPayload) as refusal:
            fixture.load(payload)
        assert [record(problem) for problem in refusal.value.problems] == fixture.reported(), fixture.name
        assert errors(fixture.reported())
        assert payload == before, fixture.name


@by_operation("warnings", "valid")
def test_a_valid_payload_round_trips(group: list[Fixture]) -> None:
    for fixture in group:
        payload = fixture.payload()
        before = copy.deepcopy(payload)
        problems = fixture.check(payload)
        assert {problem.severity for problem in problems} <= {"warning"}, fixture.name
        assert problems or fixture.verdict == "valid", fixture.name
        assert fixture.is_valid(payload), fixture.name
        dumped = liveschema.dump(fixture.load(payload))
        assert payload == before, fixture.name
        assert dumped == without_additions(payload, fixture.operation, fixture.activity_type), fixture.name


@pytest.mark.parametrize("fixture", by_name("text"))
def test_loads_rejects_invalid_text(fixture: Fixture) -> None:
    with pytest.raises(liveschema.InvalidPayload):
        liveschema.loads(fixture.source, fixture.operation)


@by_operation("warnings", "valid")
def test_valid_text_and_its_data_load_equally(group: list[Fixture]) -> None:
    for fixture in group:
        loaded = liveschema.loads(fixture.source, fixture.operation, activity_type=fixture.activity_type)
        assert loaded == fixture.load(fixture.payload()), fixture.name


@by_operation("invalid")
def test_invalid_text_and_its_data_have_the_same_problems(group: list[Fixture]) -> None:
    for fixture in group:
        with pytest.raises(liveschema.InvalidPayload) as refusal:
            liveschema.loads(fixture.source, fixture.operation, activity_type=fixture.activity_type)
        found, expected = (
            [(each["rule"], each["pointer"]) for each in errors(problems)]
            for problems in ([record(problem) for problem in refusal.value.problems], fixture.reported())
        )
        assert found == expected, fixture.name


WEBHOOK = {"title": "Approve", "type": "webhook", "url": "https://hooks.example.com/approve"}

BEYOND_JSON = [
    pytest.param(
        {"action": WEBHOOK | {"body": {"at": dt.date(2026, 7, 1)}}},
        ("not-json", "/action/body/at", "at must be a JSON value, got a date"),
        id="date-in-webhook-body",
    ),
    pytest.param(
        {"action": WEBHOOK | {"body": {"ids": {7}}}},
        ("not-json", "/action/body/ids", "ids must be a JSON value, got a set"),
        id="set-in-webhook-body",
    ),
    pytest.param(
        {"action": WEBHOOK | {"body": {"raw": b"7"}}},
        ("not-json", "/action/body/raw", "raw must be a JSON value, got a bytes"),
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
"""Payloads with values that Python can represent and JSON cannot."""

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
def test_values_that_json_cannot_represent(payload: dict[str, Any], expected: tuple[str, str, str]) -> None:
    (problem,) = liveschema.check(payload, "end_stream")
    assert (problem.rule, problem.pointer, problem.message) == expected
    assert not liveschema.is_valid(payload, "end_stream")


@pytest.mark.parametrize(("key", "got"), STREAM_KEYS)
def test_an_invalid_stream_key(key: object, got: str) -> None:
    (problem,) = liveschema.check_stream_key(key)
    assert problem.rule == "invalid-stream-key"
    assert problem.message == f"a stream key must be 1 to 255 characters of A-Z a-z 0-9 _ -, {got}"


@pytest.mark.parametrize("key", ["a", "prod-web_1", "A" * 255])
def test_a_valid_stream_key(key: str) -> None:
    assert liveschema.check_stream_key(key) == []


def test_a_stream_key_of_256_characters_is_too_long() -> None:
    assert [problem.rule for problem in liveschema.check_stream_key("A" * 256)] == ["invalid-stream-key"]


def test_every_rule_has_a_fixture(*, updating: bool) -> None:
    in_code = {"not-json", "invalid-stream-key"}  # BEYOND_JSON and STREAM_KEYS above
    reported = {problem["rule"] for fixture in fixtures() for problem in fixture.problems}
    missing = set(CATALOGUE) - reported - in_code
    if updating:
        for rule in (CATALOGUE[each] for each in missing):
            write_example(rule)
    else:
        assert missing == set()
        assert reported - set(CATALOGUE) == set()


def test_every_operation_and_type_has_a_valid_fixture(*, updating: bool) -> None:
    covered = {
        (fixture.operation, state.get("type"))
        for fixture in fixtures("valid")
        if isinstance(state := fixture.payload().get("content_state"), dict)
    }
    missing = {(operation, each) for operation in liveschema.Operation for each in liveschema.ActivityType}
    missing -= covered
    if updating:
        for operation, activity_type in missing:
            payload = example(activity_type, operation)
            fixture_files.write(f"valid/{operation}/{activity_type}", operation=operation, payload=payload)
    else:
        assert missing == set()


def write_example(rule: Rule) -> None:
    bad = rule.bad
    data = {"operation": bad.operation}
    if isinstance(bad.payload, str):
        fixture_files.write(f"text/{rule.id}", **data, text=bad.payload)
        return
    if bad.activity_type:
        data["activity_type"] = bad.activity_type
    if not rule.default:
        data["enable"] = [rule.id]
    verdict = "invalid" if rule.severity == "error" else "warnings"
    fixture_files.write(f"{verdict}/{bad.operation}/{rule.id}", **data, payload=bad.payload)


def test_a_fixture_is_in_the_folder_of_its_verdict_and_operation() -> None:
    assert {path.name for path in fixture_files.ROOT.iterdir()} == set(VERDICTS)
    for fixture in fixtures("valid", "warnings", "invalid"):
        assert fixture.path.parent.name == fixture.operation


@pytest.mark.parametrize(
    "rest", ["\n}\n", "}", ', "problems": [] }', ',\n  "problems": [\n    {"rule": "x"}\n  ]\n}\n']
)
def test_an_update_writes_only_the_problems(rest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixture_files, "ROOT", tmp_path)
    path = tmp_path / "invalid" / "update" / "new.json"
    path.parent.mkdir(parents=True)
    head = '{"operation": "update","payload":{"content_state": {"title": "x", "percentage":  1e2}}'
    path.write_text(head + rest, "utf-8")
    fixture_files.update(path)
    written = path.read_text("utf-8")
    assert written.startswith(head + ',\n  "problems": [\n    {\n      "rule": "missing-field",\n')
    fixture_files.update(path)
    assert path.read_text("utf-8") == written


def test_an_update_moves_a_fixture_whose_verdict_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixture_files, "ROOT", tmp_path)
    payload = {"content_state": {"title": "x", "percentage": 42}}
    fixture_files.write("invalid/stream/a", operation="stream", payload=payload)
    fixture_files.write("warnings/stream/b", operation="stream", payload={"chanels": [], **payload})
    fixture_files.write("valid/stream/c", operation="stream", payload=payload)
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json"))
    assert found == ["invalid/stream/b.json", "valid/stream/c.json", "warnings/stream/a.json"]
    value = {"content_state": {"title": "x", "type": "value", "value": 1}}
    with pytest.raises(FileExistsError, match="cannot be moved"):
        fixture_files.write("invalid/stream/c", operation="stream", payload=value)


def test_a_fixture_of_another_layout_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixture_files, "ROOT", tmp_path)
    path = tmp_path / "valid" / "update" / "a.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"payload": {}, "operation": "update"}', "utf-8")
    with pytest.raises(ValueError, match="only the key problems may follow the payload"):
        fixture_files.update(path)
    path.write_text('{"operation": "update"}', "utf-8")
    with pytest.raises(ValueError, match="needs the key payload or text"):
        fixture_files.update(path)
