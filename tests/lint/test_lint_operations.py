"""The inference of the operation of a payload."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lint_kit import GOOD, Folder

from liveschema.contract.endpoints import Endpoint, endpoint
from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.operations import named_by_path, operation_of_schema
from liveschema.lint.run.infer import judge_by_shape, judge_partial_by_shape
from liveschema.partial import MORE, UNKNOWN, PartialText, Unknown
from liveschema.senders import operation_for

STATE = GOOD["content_state"]


@pytest.mark.parametrize(
    ("path", "operation"),
    [
        ("update/web-1.json", "update"),
        ("deploy.end.json", "end"),
        ("end_stream.json", "end_stream"),
        ("payloads/End-Stream/x.yaml", "end_stream"),
        ("start/deploy.end.json", "end"),
        ("start/x/y.json", "start"),
        ("start/update/y.json", "update"),
        ("start.end.json", "end"),
        ("STREAM.json", "stream"),
        ("update", "update"),
        ("end-of-day-sales.json", None),
        ("restart.json", None),
        ("x.json", None),
    ],
)
def test_names_of_files_and_folders(path: str, operation: str | None) -> None:
    assert named_by_path(path) == operation


@pytest.mark.parametrize(
    ("value", "operation"),
    [
        ("https://example.com/schemas/update.schema.json", "update"),
        ("../schemas/types/end_stream.schema.json#", "end_stream"),
        ("stream.schema.json", "stream"),
        ("https://json-schema.org/draft/2020-12/schema", None),
        ("restart.schema.json", None),
        (1, None),
        (None, None),
    ],
)
def test_schemas(value: object, operation: str | None) -> None:
    assert operation_of_schema(value) == operation


@pytest.mark.parametrize(
    ("method", "url", "expected"),
    [
        ("POST", "/live-activity/start", Endpoint(Operation.START, None, ours=True)),
        ("post", "live-activity/update/", Endpoint(Operation.UPDATE, None, ours=True)),
        ("POST", "https://activitysmith.com/api/live-activity/end?x=1", Endpoint(Operation.END, None, ours=True)),
        ("PUT", "/api/live-activity/stream/a%20b", Endpoint(Operation.STREAM, "a b", ours=True)),
        ("DELETE", "/live-activity/stream/a/b", Endpoint(Operation.END_STREAM, "a/b", ours=True)),
        ("PUT", "/live-activity/stream", Endpoint(None, None, ours=True)),
        ("GET", "/live-activity/stream/a", Endpoint(None, "a", ours=True)),
        ("POST", "/push-notification", Endpoint(None, None, ours=False)),
        ("POST", "http://[::1/live-activity/end", Endpoint(Operation.END, None, ours=True)),
    ],
)
def test_endpoints(method: str, url: str, expected: Endpoint) -> None:
    assert endpoint(method, url) == expected


@pytest.mark.parametrize(
    ("payload", "operation", "rules"),
    [
        (
            {
                "content_state": {**STATE, "type": "timer", "duration_seconds": 5, "percentage": 5},
                "alert": {},
                "tags": 5,
            },
            None,
            None,
        ),
        ({}, "end_stream", []),
        ({"content_state": STATE, "channels": ["ops"]}, "stream", []),
        ({"content_state": {**STATE, "percentage": 500}, "channels": ["ops"]}, "stream", ["out-of-range"]),
        (GOOD, None, []),
        ({**GOOD, "content_state": {**STATE, "percentage": 500}}, None, ["out-of-range"]),
        ({**GOOD, "content_state": {**STATE, "auto_dismiss_minutes": 5}}, "end", []),
        ([], None, ["wrong-type"]),
        (None, None, ["null-value"]),
        ({"content_state": {"title": "x", "percentage": 500, "auto_dismiss_minutes": -1}}, None, None),
    ],
)
def test_shapes(payload: Any, operation: str | None, rules: list[str] | None) -> None:
    judgement = judge_by_shape(payload)
    assert judgement.operation == operation
    if rules is not None:
        assert [problem.rule for problem in judgement.problems] == rules
    assert judge_partial_by_shape(payload) == judgement


@pytest.mark.parametrize(
    ("payload", "operation", "rules"),
    [
        ({"activity_id": UNKNOWN, "content_state": {**STATE, "percentage": UNKNOWN}}, None, []),
        ({"activity_id": UNKNOWN, "content_state": UNKNOWN, "alert": UNKNOWN}, None, None),
        ({"content_state": {**STATE, "percentage": PartialText(("", "%"))}}, None, ["wrong-type"]),
        (
            {"content_state": {**STATE, "auto_dismiss_seconds": UNKNOWN}, "channels": UNKNOWN},
            "stream",
            ["auto-dismiss-on-stream"],
        ),
        ({"activity_id": UNKNOWN, "content_state": {**STATE, "auto_dismiss_minutes": UNKNOWN}}, "end", []),
        (
            {"activity_id": UNKNOWN, "content_state": {**STATE, "percentage": "x", "auto_dismiss_minutes": UNKNOWN}},
            "end",
            ["wrong-type"],
        ),
        ({"content_state": STATE, "channels": UNKNOWN, "tag": UNKNOWN}, "stream", ["unknown-field"]),
        (
            {
                "content_state": {**STATE, "percentage": UNKNOWN},
                "tag": UNKNOWN,
                "activity_id": Unknown(may_be_missing=True),
            },
            None,
            ["unknown-field"],
        ),
        ({MORE: None}, None, []),
        (UNKNOWN, None, []),
        (PartialText(("a", "")), None, ["wrong-type"]),
    ],
)
def test_shapes_of_payloads_that_are_not_fully_known(
    payload: Any, operation: str | None, rules: list[str] | None
) -> None:
    judgement = judge_partial_by_shape(payload)
    assert judgement.operation == operation
    if rules is not None:
        assert [problem.rule for problem in judgement.problems] == rules


def test_rules_can_be_enabled_for_payloads_that_are_not_fully_known() -> None:
    payload = {"activity_id": UNKNOWN, "content_state": {**STATE, "auto_dismiss_minutes": UNKNOWN}, "extra": UNKNOWN}
    judgement = judge_partial_by_shape(payload, ["legacy-operation"])
    assert [problem.rule for problem in judgement.problems] == ["legacy-operation", "unknown-field"]
    assert judgement.how == "its shape"
    payload = {"content_state": {**STATE, "icon": None, "subtitle": UNKNOWN}, "extra": UNKNOWN}
    judgement = judge_partial_by_shape(payload, ["inert-field"])
    assert [problem.rule for problem in judgement.problems] == ["unknown-field", "inert-field"]


def test_a_payload_that_fits_no_operation_has_a_hint(folder: Folder) -> None:
    state = {**STATE, "auto_dismiss_seconds": 1}
    folder.write("x.json", {"activity_id": "a", "content_state": state, "channels": ["a"]})
    first = folder.findings()[0]
    assert (first["rule"], first["pointer"], first["operation"]) == ("unknown-operation", "", None)
    assert first["message"] == (
        "the operation must be clear, got fields that no single operation has: auto_dismiss_seconds, channels and "
        "activity_id"
    )
    assert first["hint"].startswith("use --operation, or name the file")


def test_a_payload_with_different_verdicts_by_operation_is_reported(folder: Folder) -> None:
    folder.write("x.json", {"content_state": {"title": "x", "message": "m", "percentage": 5}})
    first = folder.findings()[0]
    assert first["rule"] == "unknown-operation"
    assert (
        first["message"]
        == "the operation must be clear, got a payload with different findings for start, stream and end_stream"
    )


def test_problems_of_only_some_operations_are_not_reported(folder: Folder) -> None:
    folder.write("x.json", {"content_state": {"type": "segmented_progress", "title": "x"}})
    assert [each["message"] for each in folder.findings()] == ["content_state needs current_step, got none"]
    assert folder.check("-v", "x.json").err == (
        "liveschema: x.json:1: operation unknown, by its shape, which fits start, stream and end_stream: "
        "the findings that they share\n"
    )
    folder.write("x.json", {"content_state": {**STATE, "percentage": 500}})
    assert folder.check("-v", "x.json").err == (
        "liveschema: x.json:1: operation unknown, by its shape, which fits start, stream and end_stream: "
        "the same findings\n"
    )


def test_the_order_of_sources_of_the_operation(folder: Folder) -> None:
    schema = {"$schema": "https://x/end.schema.json", **GOOD}
    folder.write("update/a.json", schema)
    folder.write("liveschema.toml", '[operations]\n"*.json" = "stream"\n')

    def note(*options: str) -> str:
        return folder.check("-v", "update", *options).err.split(": ")[2].strip()

    assert note("--operation", "start") == "start, by --operation or the configuration"
    assert note() == "stream, by --operation or the configuration"
    assert note("--no-config") == "end, by its $schema"
    folder.write("update/a.json", GOOD)
    assert note("--no-config") == "update, by the name of the file or folder"
    folder.write("b.json", {**GOOD, "content_state": {**STATE, "auto_dismiss_minutes": 1}})
    assert "b.json:1: end, by its shape" in folder.check("-v", "b.json", "--no-config").err


def test_only_our_schema_is_ignored_as_a_field(folder: Folder) -> None:
    folder.write("a.json", {"$schema": "update.schema.json", **GOOD})
    folder.write("b.update.json", {"$schema": "other.json", **GOOD})
    assert [(each["path"], each["rule"]) for each in folder.findings()] == [("b.update.json", "unknown-field")]


def test_folders_above_the_working_folder_name_no_operation(folder: Folder) -> None:
    folder.write("x.json", {})
    outside = folder.root / "end" / "here"
    outside.mkdir(parents=True)
    named = folder.write("end/here/x.json", GOOD)
    assert "end, by the name" in folder.check("-v", str(named)).err
    assert "end, by the name" in folder.check("-v", "end/here/x.json").err


def envelope(method: str, path: str, **more: object) -> dict[str, Any]:
    return {"method": method, "path": path, **more}


@pytest.mark.parametrize(
    ("value", "rules", "pointers"),
    [
        (
            envelope("PUT", "/live-activity/stream/k", body={"content_state": {**STATE, "percentage": 500}}),
            ["out-of-range"],
            ["/body/content_state/percentage"],
        ),
        (
            envelope("PUT", "/live-activity/stream/a b", body={"content_state": STATE}),
            ["invalid-stream-key"],
            ["/path"],
        ),
        (envelope("DELETE", "/live-activity/stream/k"), [], []),
        (envelope("DELETE", "/live-activity/stream/k", body=None), [], []),
        (envelope("DELETE", "/live-activity/stream/k", body=""), [], []),
        (envelope("PUT", "/live-activity/stream/k"), ["missing-field"], [""]),
        (envelope("PUT", "/live-activity/stream/k", body=None), ["null-value"], ["/body"]),
        (envelope("PUT", "/live-activity/stream/k", body=5), ["wrong-type"], ["/body"]),
        (envelope("PATCH", "/live-activity/update", body={}), ["unknown-endpoint"], ["/path"]),
        (envelope("POST", "/elsewhere", body={}), ["unknown-endpoint"], ["/path"]),
        (
            {"method": "POST", "url": "https://activitysmith.com/api/live-activity/update", "body": {}},
            ["missing-field", "missing-field"],
            ["/body", "/body"],
        ),
        (
            envelope("POST", "/live-activity/update", body='{"activity_id": 5, "content_state": {"title": "x"}}'),
            ["wrong-type"],
            ["/body/activity_id"],
        ),
        (envelope("POST", "/live-activity/update", body='{"activity_id": '), ["invalid-json"], ["/body"]),
        (
            [
                envelope("DELETE", "/live-activity/stream/k", body={"x": 1}),
                envelope("DELETE", "/live-activity/stream/k", body={"y": 1}),
            ],
            ["unknown-field", "unknown-field"],
            ["/0/body/x", "/1/body/y"],
        ),
        ([envelope("DELETE", "/live-activity/stream/k"), 5], ["no-request"], ["/1"]),
    ],
)
def test_recorded_requests(folder: Folder, value: object, rules: list[str], pointers: list[str]) -> None:
    folder.write("update/x.json", value)
    found = folder.findings("update/x.json")
    assert [each["rule"] for each in found] == rules
    assert [each["pointer"] for each in found] == pointers


def har(*requests: Any) -> dict[str, Any]:
    return {"log": {"entries": [{"startedDateTime": "2026-07-01T12:00:00Z", "request": each} for each in requests]}}


def test_other_requests_of_a_har_archive_are_counted_as_skipped(folder: Folder) -> None:
    bad = json.dumps({"activity_id": "", "content_state": {"title": 'ü\n🚗"', "percentage": 101}}, indent=1)
    ours = "https://activitysmith.com/api/live-activity/"
    folder.write(
        "x.har",
        har(
            {"method": "GET", "url": "https://example.com/"},
            {"method": "POST", "url": ours + "update", "postData": {"text": bad}},
            {"method": "DELETE", "url": ours + "stream/k"},
            {"method": "POST", "url": ours + "start", "postData": 5},
            {"method": "POST"},
            5,
        )
        | {"extra": 1},
    )
    folder.write(
        "odd.har",
        {"log": {"entries": [5, {"request": {"method": "DELETE", "url": ours + "stream/k"}, "startedDateTime": 5}]}},
    )
    result = folder.check("--format", "json")
    text = (folder.root / "x.har").read_text()
    found = [
        (each["rule"], each["pointer"], text[each["column"] - 1 : each["end_column"] - 1])
        for each in result.data["findings"]
    ]
    inner = "/log/entries/1/request/postData/text"
    assert found == [
        ("empty-string", f"{inner}/activity_id", '\\"\\"'),
        ("out-of-range", f"{inner}/content_state/percentage", "101"),
        ("missing-field", "/log/entries/3/request/postData", "5"),
    ]
    assert result.data["summary"]["skipped"] == 4
    assert result.data["summary"]["payloads"] == 4


def test_a_finding_in_a_yaml_string_is_placed_at_the_string(folder: Folder) -> None:
    folder.write(
        "x.yaml", 'method: POST\npath: /live-activity/update\nbody: |\n  {"activity_id": 5,\n   "content_state": NaN}\n'
    )
    found = [(each["rule"], each["line"], each["column"]) for each in folder.findings()]
    assert found == [("non-finite-number", 3, 7), ("wrong-type", 3, 7), ("wrong-type", 3, 7)]


@pytest.mark.parametrize(
    ("method", "url", "operation"),
    [
        ("post", "https://activitysmith.com/api/live-activity/start", Operation.START),
        ("POST", "http://localhost:8000/live-activity/end/", Operation.END),
        ("PUT", "/live-activity/stream/prod?dry=1", Operation.STREAM),
        ("DELETE", "live-activity/stream/a%20b", Operation.END_STREAM),
        ("GET", "/live-activity/start", None),
        ("POST", "/live-activity/begin", None),
        ("POST", "https://activitysmith.com/api/push-notification", None),
        ("POST", "https://[broken/live-activity/update", Operation.UPDATE),
    ],
)
def test_the_method_and_the_url_tell_the_operation(method: str, url: str, operation: Operation | None) -> None:
    assert operation_for(method, url) is operation
