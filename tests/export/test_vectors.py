"""The test vectors: strict JSON, judged as the library and the schemas judge, with each rule, operation and type."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import vectors
from validators import by_python, by_rust

from liveschema import ActivityType, Operation, check, is_valid, loads
from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.problems import InvalidPayload
from liveschema.testing.values import nested

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
TEXT = (SCHEMAS / "vectors.json").read_bytes()


def refuse(found: str) -> None:
    raise AssertionError(found)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)


@cache
def read() -> list[dict[str, Any]]:
    """Read the file as strictly as any reader may."""
    found: list[dict[str, Any]] = json.loads(TEXT.decode(), parse_constant=refuse, object_pairs_hook=unique)
    return found


def depth(value: Any) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)


def is_refused(vector: dict[str, Any]) -> bool:
    return any(problem["severity"] == "error" for problem in vector["problems"])


def resolved(payload: Any, pointer: str) -> Any:
    """Return what a JSON Pointer leads to; fail if it leads nowhere."""
    assert pointer == "" or pointer.startswith("/")
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        payload = payload[int(key) if isinstance(payload, list) else key]
    return payload


def test_the_file_has_one_vector_a_line() -> None:
    first, *lines, last = TEXT.decode().removesuffix("\n").split("\n")
    assert (first, last) == ("[", "]")
    assert [json.loads(line.removesuffix(",")) for line in lines] == read()
    assert not TEXT.startswith(b"\xef\xbb\xbf")


def test_the_file_is_of_a_size_that_can_be_read_and_compared() -> None:
    assert len(read()) >= 500
    assert len(TEXT) < 1_000_000


def test_the_text_has_only_what_all_readers_take() -> None:
    assert depth(read()) <= vectors.MAX_DEPTH + 2 <= 64
    json.dumps(read(), allow_nan=False, ensure_ascii=False).encode()  # neither infinity nor half of a surrogate pair


def test_no_payload_is_there_twice() -> None:
    keys = Counter(json.dumps([each["operation"], each.get("activity_type"), each["payload"]]) for each in read())
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_schema_of_the_file_accepts_it_and_refuses_others() -> None:
    schema = json.loads((SCHEMAS / "vectors.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert next(validator.iter_errors(read()[:300]), None) is None
    problem = {"rule": "null-value", "severity": "error", "pointer": "/tags"}
    vector = {"operation": "start", "payload": {}, "problems": [problem], "expressible": True}
    assert validator.is_valid([vector])
    changes: list[dict[str, Any]] = [
        {"operation": "begin"},
        {"extra": 1},
        {"activity_type": None},
        {"enable": []},
        {"problems": [{**problem, "rule": "invalid-json"}]},
        {"problems": [{"rule": "null-value"}]},
    ]
    for changed in changes:
        assert not validator.is_valid([vector | changed])
    assert not validator.is_valid([vector, vector])


def test_the_library_reports_what_the_vectors_say() -> None:
    for vector in read():
        payload, operation, known = vector["payload"], vector["operation"], vector.get("activity_type")
        found = check(payload, operation, activity_type=known, enable=vector.get("enable", []))
        problems = [{"rule": each.rule, "severity": each.severity, "pointer": each.pointer} for each in found]
        assert problems == vector["problems"], vector
        assert is_valid(payload, operation, activity_type=known) is not is_refused(vector)


def test_the_text_of_a_payload_is_judged_as_the_payload() -> None:
    for vector in read():
        try:
            loads(json.dumps(vector["payload"]), vector["operation"], activity_type=vector.get("activity_type"))
            refused = False
        except InvalidPayload:
            refused = True
        assert refused == is_refused(vector), vector


def test_every_pointer_leads_to_a_value() -> None:
    for vector in read():
        for problem in vector["problems"]:
            found = resolved(vector["payload"], problem["pointer"])
            assert problem["rule"] != "missing-field" or isinstance(found, dict)


@pytest.mark.parametrize("expressible", [True, False])
def test_the_schema_judges_expressible_vectors_as_the_library_and_accepts_all_others(*, expressible: bool) -> None:
    chosen = [each for each in read() if each["expressible"] is expressible]
    assert len(chosen) >= 30
    for vector in chosen:
        payload, operation = vector["payload"], Operation(vector["operation"])
        accepted = not is_refused(vector) if expressible else True
        assert by_python(operation, "validation").is_valid(payload) is accepted, vector
        assert by_rust(operation, "validation").is_valid(payload) is accepted, vector
        assert expressible or is_refused(vector)


def test_every_rule_has_a_vector_or_a_reason_why_it_has_none() -> None:
    shown = {problem["rule"] for vector in read() for problem in vector["problems"]}
    assert shown == CATALOGUE.keys() - vectors.BEYOND_TEXT
    assert vectors.BEYOND_TEXT.keys() < CATALOGUE.keys()
    assert all(vectors.BEYOND_TEXT.values())


def test_every_rule_has_a_vector_of_each_operation_in_which_it_can_be_broken() -> None:
    shown = {(problem["rule"], vector["operation"]) for vector in read() for problem in vector["problems"]}
    lacking = {
        rule: {operation for operation in Operation if (rule, operation) not in shown}
        for rule in CATALOGUE.keys() - vectors.BEYOND_TEXT
    }
    start, update, end, stream, end_stream = Operation
    assert {rule: operations for rule, operations in lacking.items() if operations} == {
        "auto-dismiss-on-stream": {start, update, end, end_stream},
        "both-auto-dismiss": {start, update, end},  # at most one of the two is allowed there
        "channels-differ": {start, update, end, end_stream},  # the others have no list of channels beside a target
        "legacy-operation": {stream, end_stream},
        "many-tags": {update, end},  # there, it is an error
        "no-matching-type": {start},  # it requires a type
        "stream-cannot-start": {start, update, end, end_stream},
    }


@pytest.mark.parametrize("operation", Operation)
def test_each_operation_has_valid_and_invalid_vectors_of_each_type_also_for_a_known_activity(
    operation: Operation,
) -> None:
    of_operation = [each for each in read() if each["operation"] == operation and isinstance(each["payload"], dict)]
    states = [(each, each["payload"].get("content_state")) for each in of_operation]
    typed = {
        (state.get("type"), is_refused(each))
        for each, state in states
        if isinstance(state, dict) and isinstance(state.get("type"), str)
    }
    known = {(each.get("activity_type"), is_refused(each)) for each in of_operation}
    for kind in ActivityType:
        assert {(kind, True), (kind, False)} <= typed
        assert {(kind, True), (kind, False)} <= known


@pytest.mark.parametrize(
    "value",
    [
        float("inf"),
        float("nan"),
        2**1024,
        "\ud800",
        {"\udfff": 1},
        {"a": [{"b": -(10**400)}]},
        nested(vectors.MAX_DEPTH + 1),
    ],
    ids=repr,
)
def test_what_a_strict_text_cannot_hold_is_left_out(value: Any) -> None:
    assert not vectors.is_portable(value)


@pytest.mark.parametrize(
    "value", [None, True, 1.5, 2**1023, "\U0001f600", {"a": ["b", 0]}, nested(vectors.MAX_DEPTH)], ids=repr
)
def test_what_a_strict_text_holds_is_a_vector(value: Any) -> None:
    assert vectors.is_portable(value)


@pytest.mark.slow
def test_the_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert vectors.main(["--check"]) == 0, capsys.readouterr().out


def test_a_check_fails_if_a_file_is_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("emit.ROOT", tmp_path)
    monkeypatch.setattr("emit.SCHEMAS", tmp_path / "schemas")
    monkeypatch.setattr(vectors, "files", lambda: {tmp_path / "schemas" / "vectors.json": "[]\n"})
    assert vectors.main(["--check"]) == 1
    assert vectors.main([]) == 0
    assert vectors.main(["--check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "schemas: 1 files, 0 out of date"


def test_a_vector_is_made_small_without_another_verdict() -> None:
    state = {"title": "x", "type": "progress", "percentage": 142, "subtitle": "y", "color": "red"}
    whole = vectors.Vector({"content_state": state, "tags": ["a", "b"]}, Operation.STREAM)
    assert vectors.smaller(whole).payload == {"content_state": {"title": "x", "type": "progress", "percentage": 142}}
