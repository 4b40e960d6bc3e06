"""HTTP nodes in workflows of n8n, in each version of the node."""

from __future__ import annotations

from typing import Any

import pytest
from lint_kit import Folder
from n8n_kit import API, faults, http, json_body, key_of, one, payload, read, shown, workflow, written

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText
from liveschema.lint.inputs.document import NOTHING

pytestmark = pytest.mark.slow  # the quick tests read each language in `test_lint_code.py`

KEY = "4f1c0e9b7d2a4f1c0e9b7d2a"
BODY = '{"content_state": {"title": "x"}}'
STATE = {"content_state": {"title": "x"}}


def test_a_json_body_is_read_with_its_places() -> None:
    document = one(json_body('={\n "content_state": {"title": "a {{ $json.a }}", "value": {{ $json.b }} }\n}'))
    assert document.value == {"content_state": {"title": PartialText(("a ", "")), "value": UNKNOWN}}
    assert (document.operation, document.stream_key, document.is_sent) == (Operation.STREAM, "k", True)
    assert (document.reader, document.named_by, document.is_partial) == ("n8n", "its method and path", True)
    assert list(document.heads) == [3, 4]
    assert shown(document, "content_state", "title") == r"\"a {{ $json.a }}\""
    assert shown(document, "content_state", "value") == "{{ $json.b }}"
    assert key_of(document, "content_state", "value") == r"\"value\""


@pytest.mark.parametrize(
    ("parameters", "value"),
    [
        ({"jsonBody": BODY}, STATE),
        ({"jsonBody": f"={BODY}"}, STATE),
        ({"jsonBody": {"content_state": {"title": "={{ $json.a }}"}}}, {"content_state": {"title": UNKNOWN}}),
        ({"jsonBody": "={{ $json.body }}"}, UNKNOWN),
        ({"jsonBody": "= {{ JSON.stringify($json) }}\n"}, UNKNOWN),
        ({"jsonBody": '"{}"'}, UNKNOWN),
        ({"jsonBody": "[1]"}, [1]),
        ({"jsonBody": None}, {}),
        ({"jsonBody": BODY, "sendBody": False}, {}),
        ({"jsonBody": BODY, "sendBody": None}, {}),
        ({"jsonBody": BODY, "sendBody": "={{ $json.a }}"}, UNKNOWN),
        ({"jsonBody": BODY, "sendBody": 1}, UNKNOWN),
        ({"jsonBody": BODY, "specifyBody": "={{ $json.a }}"}, UNKNOWN),
        ({"jsonBody": BODY, "specifyBody": None}, {}),
        ({"jsonBody": BODY, "contentType": "form-urlencoded"}, UNKNOWN),
        ({"body": BODY, "contentType": "raw"}, STATE),
    ],
)
def test_the_body_of_a_node(parameters: dict[str, Any], value: object) -> None:
    made = {"method": "PUT", "sendBody": True, "specifyBody": "json", **parameters}
    assert payload(http(f"{API}/stream/k", **made)) == value


@pytest.mark.parametrize(
    ("version", "fields", "value"),
    [
        (4, [("content_state.title", "x"), ("content_state.value", "={{ $json.a }}")],
         {"content_state": {"title": "x", "value": UNKNOWN}}),
        (4.2, [("tags", ["a"]), ("content_state", {"title": "x"}), ("content_state.type", "value")],
         {"tags": ["a"], "content_state": {"title": "x", "type": "value"}}),
        (4, [("content_state", "x"), ("content_state.title", "y")], {"content_state": {"title": "y"}}),
        (4, [("content_state", "={{ $json.a }}"), ("content_state.title", "y")],
         {"content_state": {MORE: UNKNOWN, "title": "y"}}),
        (3, [("content_state.title", "x"), ("tags[0]", "y")], {"content_state.title": "x", "tags[0]": "y"}),
        (None, [("activity_id", "x")], {"activity_id": "x"}),
        (None, [("content_state.title", "x")], {MORE: UNKNOWN}),
        (4, [("activity_id", "x"), ("tags[0]", "y")], {"activity_id": UNKNOWN, MORE: UNKNOWN}),
        (4, [("tags.0", "y"), ("activity_id", "x")], {MORE: UNKNOWN, "activity_id": "x"}),
        (4, [("={{ $json.a }}", "y")], {MORE: UNKNOWN}),
        (4, [("", "y")], {MORE: UNKNOWN}),
    ],
)  # fmt: skip
def test_a_body_of_fields(version: float | None, fields: list[tuple[str, Any]], value: object) -> None:
    parameters = {"parameters": [{"name": name, "value": each} for name, each in fields]}
    made = http(f"{API}/stream/k", version, method="PUT", sendBody=True, bodyParameters=parameters)
    assert payload(made) == value


def test_a_field_stands_where_its_name_and_its_value_do() -> None:
    fields = [{"name": "content_state.title", "value": "=a{{ b }}"}, {"name": "tags"}, {"value": "x"}, 3]
    made = http(f"{API}/start", method="POST", sendBody=True, bodyParameters={"parameters": fields[:2]})
    document = one(made)
    assert document.value == {"content_state": {"title": PartialText(("a", ""))}, "tags": ""}
    assert shown(document, "content_state", "title") == '"=a{{ b }}"'
    assert key_of(document, "content_state", "title") == '"content_state.title"'
    for each in fields[2:]:
        made["parameters"]["bodyParameters"] = {"parameters": [each]}
        assert payload(made) == {MORE: UNKNOWN}
    made["parameters"]["bodyParameters"] = {"parameters": "={{ $json.a }}"}
    assert payload(made) == UNKNOWN


@pytest.mark.parametrize("version", [1, 2, None])
@pytest.mark.parametrize(
    ("parameters", "value"),
    [
        ({"jsonParameters": True, "bodyParametersJson": BODY}, STATE),
        ({"jsonParameters": True, "bodyParametersJson": BODY, "options": {"bodyContentType": "raw"}}, STATE),
        (
            {"jsonParameters": True, "bodyParametersJson": BODY, "options": {"bodyContentType": "form-urlencoded"}},
            UNKNOWN,
        ),
        ({"jsonParameters": True, "bodyParametersJson": BODY, "sendBinaryData": True}, UNKNOWN),
        ({"jsonParameters": True}, {}),
        ({"jsonParameters": "={{ $json.a }}"}, UNKNOWN),
        ({"bodyParametersUi": {"parameter": [{"name": "a.b", "value": "c"}]}}, None),
        ({}, {}),
    ],
)
def test_older_versions_have_other_parameters(version: float | None, parameters: dict[str, Any], value: object) -> None:
    made = http(f"{API}/stream/k", version, requestMethod="PUT", **parameters)
    document = one(made)
    expected = {"a.b": "c"} if version else {MORE: UNKNOWN}
    assert (document.operation, document.value) == (Operation.STREAM, expected if value is None else value)


@pytest.mark.parametrize(
    ("made", "operation", "stream_key"),
    [
        (http(f"{API}/start", method="POST"), Operation.START, None),
        (http(f" {API}/update ", method="post"), Operation.UPDATE, None),
        (http(f"{API}/stream/k", method="DELETE"), Operation.END_STREAM, "k"),
        (http(f"={API}/stream/{{{{ $json.a }}}}", method="PUT"), Operation.STREAM, PartialText(("", ""))),
        (http("={{ $json.host }}/live-activity/end", method="POST"), Operation.END, None),
        (http(f"{API}/stream/k", method="={{ $json.a }}"), None, "k"),
        (http(f"{API}/stream/k", method=3), None, "k"),
    ],
)
def test_the_method_and_the_url_say_the_operation(
    made: dict[str, Any], operation: Operation | None, stream_key: object
) -> None:
    document = one(made)
    assert (document.operation, document.stream_key, document.faults) == (operation, stream_key, [])


def test_problems_of_the_url_stand_in_it() -> None:
    document = one(http(f"={API}/stream/a b", method="PUT"))
    assert faults(document) == [("invalid-stream-key", 'a b",\n    "m')]
    document = one(http(f"  {API}/stream/k"))
    assert (document.value, faults(document)) == (NOTHING, [("unknown-endpoint", "https://acti")])
    assert document.faults[0].message.endswith(f"got GET {API}/stream/k")


@pytest.mark.parametrize("url", ["https://other.example.com/live-activity/start", 3, ["/live-activity/"], None])
def test_other_services_are_passed_over(url: Any) -> None:
    assert read(http(url, method="POST")) == []


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"headerParameters": {"parameters": [{"name": " authorization", "value": f"Bearer {KEY}"}]}}, True),
        ({"headerParameters": {"parameters": [{"name": "Authorization", "value": f"=bearer {KEY} "}]}}, True),
        ({"headerParametersUi": {"parameter": [{"name": "Authorization", "value": KEY}]}}, True),
        ({"jsonHeaders": f'{{"Authorization": "Bearer {KEY}"}}'}, True),
        ({"headerParametersJson": f'={{"x": {{{{ $json.x }}}}, "authorization":"{KEY}"}}'}, True),
        ({"headerParameters": {"parameters": [{"name": "Authorization", "value": "=Bearer {{ $env.KEY }}"}]}}, False),
        ({"headerParameters": {"parameters": [{"name": "Authorization", "value": "Bearer YOUR_API_KEY"}]}}, False),
        ({"headerParameters": {"parameters": [{"name": "X-Request", "value": KEY}]}}, False),
        ({"headerParameters": {"parameters": [{"name": 3, "value": KEY}, {"name": "authorization"}, 3]}}, False),
        ({"headerParameters": {"parameters": {"name": "Authorization", "value": KEY}}}, False),
        ({"headerParameters": [], "jsonHeaders": {"Authorization": KEY}}, False),
    ],
)
def test_an_api_key_in_the_headers_is_reported(headers: dict[str, Any], found: bool) -> None:  # noqa: FBT001
    document = one(json_body(BODY, **headers))
    assert [rule for rule, _ in faults(document)] == (["literal-api-key"] if found else [])
    assert [document.text[start:end] for start, end in document.secrets] == ([KEY] if found else [])
    assert all(at == KEY[:12] for _, at in faults(document))


def test_an_api_key_is_never_shown(folder: Folder) -> None:
    made = json_body(
        f'{{"content_state": {{"title": "x", "type": "value", "value": "{KEY}", "nope": "{KEY}"}}}}',
        headerParameters={"parameters": [{"name": "Authorization", "value": f"Bearer {KEY}"}]},
    )
    folder.write("flow.json", written(workflow(made)))
    for arguments in (["check", "flow.json"], ["check", "--format", "json", "flow.json"], ["extract", "flow.json"]):
        result = folder.execute(*arguments)
        assert KEY not in result.out + result.err
    assert {each["rule"] for each in folder.findings()} == {"literal-api-key", "unknown-field"}


def test_mistakes_in_a_body_are_reported_where_they_stand() -> None:
    document = one(json_body('{\n"content_state": {"title": "x",}\n}'))
    assert (document.value, faults(document)) == (UNKNOWN, [("invalid-json", '}\\n}"\n   },\n')])
