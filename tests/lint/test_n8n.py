"""Workflows of n8n with the official node: what each of its versions sends, and where it stands in the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import Folder
from n8n_kit import (
    HTTP,
    OURS,
    faults,
    http,
    json_body,
    key_of,
    node,
    one,
    payload,
    read,
    shown,
    state,
    workflow,
    written,
)

from liveschema._generated.field_names import STATE_FIELDS
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import Color, Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.engine.wording import one_of
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.json_files import json_documents
from liveschema.lint.inputs.n8n.parameters import NEWEST, OPERATIONS, version_of
from liveschema.lint.inputs.n8n.reader import n8n_documents
from liveschema.partial import check_partial

MAY_LACK_NUMBER = Unknown({"number"}, may_be_missing=True)
MAY_LACK_TEXT = Unknown({"string"}, may_be_missing=True)
MAY_LACK_OBJECT = Unknown({"object"}, may_be_missing=True)
MAY_LACK = Unknown(UNKNOWN.types, may_be_missing=True)
STEPS = {"current_step": 1, "number_of_steps": 3, "color": "blue"}
SHORT = {"title": "x", "type": "segmented_progress", **STEPS}

WORKFLOW = """\
{
  "nodes": [
    {
      "parameters": {
        "operation": "updateLiveActivity",
        "title": "=Build {{ $json.n }}",
        "activityId": "={{ $json.id }}",
        "currentStep": "={{ $json.step }}",
        "numberOfSteps": 4,
        "accentColor": "pink",
        "liveActionType": "webhook",
        "liveActionTitle": " Stop ",
        "liveActionUrl": "http://example.com",
        "liveActionBodyJson": "{\\"job\\": \\"\\u00e9\\"}"
      },
      "type": "n8n-nodes-activitysmith.activitySmith"
    }
  ]
}
"""


def test_a_node_is_read_with_its_places() -> None:
    (document,) = n8n_documents(json_document(WORKFLOW))
    assert document.value == {
        "content_state": {
            "title": PartialText(("Build ", "")),
            "type": "segmented_progress",
            "current_step": UNKNOWN,
            "number_of_steps": 4,
            "color": "pink",
        },
        "activity_id": UNKNOWN,
        "action": {
            "title": "Stop",
            "type": "webhook",
            "url": "http://example.com",
            "method": "POST",
            "body": {"job": "é"},
        },
    }
    assert (document.operation, document.stream_key, document.is_sent) == (Operation.UPDATE, None, True)
    assert (document.reader, document.named_by, document.is_partial) == ("n8n", "the node", True)
    assert list(document.heads) == [3, 4]
    assert document.faults == []
    assert shown(document, "content_state", "color") == '"pink"'
    assert key_of(document, "content_state", "color") == '"accentColor"'
    assert shown(document, "content_state", "title") == '"=Build {{ $json.n }}"'
    assert shown(document, "action", "title") == '" Stop "'
    assert shown(document, "action", "method") == '"webhook"'
    assert shown(document, "action", "body") == r"""{\"job\": \"\u00e9\"}"""
    assert shown(document, "action", "body", "job") == r"\"\u00e9\""
    assert key_of(document, "action", "body", "job") == r"\"job\""
    assert key_of(document, "action") == '"liveActionType"'
    for nowhere in ((), ("content_state",), ("content_state", "type")):
        assert shown(document, *nowhere) == '"parameters"'


@pytest.mark.parametrize(
    ("operation", "parameters", "expected", "stream_key"),
    [
        ("startLiveActivity", {}, {}, None),
        ("startLiveActivity", {"channels": "a, b", "activityId": "x"}, {"target": {"channels": ["a", "b"]}}, None),
        ("updateLiveActivity", {"channels": "a"}, {"activity_id": ""}, None),
        ("endLiveActivity", {"activityId": "act_7"}, {"activity_id": "act_7"}, None),
        ("streamLiveActivity", {"streamKey": "k", "channels": ["a ", "", 3]}, {"target": {"channels": ["a"]}}, "k"),
        ("streamLiveActivity", {"streamKey": "=k-{{ $json.a }}"}, {}, PartialText(("k-", ""))),
        ("streamLiveActivity", {"streamKey": "={{ $json.a }}"}, {}, UNKNOWN),
        ("streamLiveActivity", {"streamKey": 3}, {}, UNKNOWN),
        ("endLiveActivityStream", {"streamKey": "k", "channels": "a"}, {}, "k"),
    ],
)
def test_each_operation_has_its_parameters(
    operation: str, parameters: dict[str, Any], expected: dict[str, Any], stream_key: object
) -> None:
    document = one(node(operation, title="x", **parameters))
    assert document.value == {"content_state": SHORT, **expected}
    assert (document.operation, document.stream_key, document.faults) == (OPERATIONS[operation], stream_key, [])


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, SHORT),
        ({"subtitle": "", "stepColor": "red"}, {**SHORT, "step_color": "red"}),
        ({"subtitle": None, "currentStep": 0}, {**SHORT, "current_step": 0}),
        ({"numberOfSteps": "4", "accentColor": ""},
         {"title": "x", "type": "segmented_progress", "current_step": 1, "number_of_steps": "4"}),
        ({"activityType": "segmented_progress", "percentage": "4"}, SHORT),
        ({"subtitle": "={{ $json.a }}"}, {**SHORT, "subtitle": MAY_LACK}),
        ({"subtitle": "={{ $json.a }}{{ $json.b }}"}, {**SHORT, "subtitle": MAY_LACK_TEXT}),
        ({"subtitle": "= {{ $json.a }} "}, {**SHORT, "subtitle": MAY_LACK}),
        ({"subtitle": "=no expression"}, {**SHORT, "subtitle": "no expression"}),
        ({"subtitle": "={{ not closed"}, {**SHORT, "subtitle": MAY_LACK}),
        ({"subtitle": r"=\{{ a }} {{ '\}}' }}."}, {**SHORT, "subtitle": PartialText(("", " ", "."))}),
        ({"subtitle": "no {{ expression }}"}, {**SHORT, "subtitle": "no {{ expression }}"}),
        ({"subtitle": ["={{ a }}", {"a": "=b{{ c }}"}]},
         {**SHORT, "subtitle": [UNKNOWN, {"a": PartialText(("b", ""))}]}),
        ({"autoDismissMinutes": "5"}, SHORT),
        ({"liveActionType": ""}, SHORT),
        ({"activityType": "progress"}, {"title": "x", "type": "progress", "color": "blue"}),
        ({"activityType": "metrics"}, {"title": "x", "type": "metrics", "metrics": [{"label": "", "value": 0}]}),
        ({"activityType": "metrics", "metrics": {}}, {"title": "x", "type": "metrics"}),
        ({"activityType": "timer", "percentage": "4"}, {"title": "x", "type": "timer", MORE: UNKNOWN}),
        ({"activityType": "={{ $json.a }}"}, {"title": "x", "type": UNKNOWN, MORE: UNKNOWN}),
        ({"activityType": ["x"]}, {"title": "x", "type": ["x"], MORE: UNKNOWN}),
    ],
)  # fmt: skip
def test_the_type_decides_which_parameters_are_sent(parameters: dict[str, Any], expected: dict[str, Any]) -> None:
    assert state("startLiveActivity", title="x", **parameters) == expected


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("42", 42),
        (" 42.5 % ", 42.5),
        (".5e1x", 5),
        ("-1", -1),
        (42, 42),
        (4.5, 4.5),
        ("", None),
        ("half", "half"),
        ("1e999", "1e999"),
        ("1" * 400, "1" * 400),
        (True, True),
        ([], []),
        ("={{ $json.a }}", MAY_LACK_NUMBER),
        ("={{ $json.a }}{{ $json.b }}", MAY_LACK_NUMBER),
        ("={{ $json.a }}0", Unknown({"number"})),
    ],
)
def test_a_number_may_be_written_as_a_text(given: object, sent: object) -> None:
    found = state("startLiveActivity", title="x", activityType="progress", percentage=given, accentColor="red")
    expected = {"title": "x", "type": "progress", "color": "red"}
    assert found == (expected if sent is None else {**expected, "percentage": sent})
    assert type(found.get("percentage")) is type(sent)


def test_all_numbers_of_progress_are_sent() -> None:
    found = state("startLiveActivity", title="x", activityType="progress", progressValue="2", upperLimit=5)
    assert found == {"title": "x", "type": "progress", "value": 2, "upper_limit": 5, "color": "blue"}


@pytest.mark.parametrize(
    ("given", "sent"),
    [("5", 5), ("0", 0), ("0x10", 0), ("5 min", 5), (2.5, 2.5), ("soon", "soon"), ("", None), ("9" * 5000, "9" * 5000)],
)
@pytest.mark.parametrize("operation", ["endLiveActivity", "endLiveActivityStream"])
def test_the_dismissal_is_an_integer_on_operations_that_end(operation: str, given: object, sent: object) -> None:
    found = one(node(operation, title="x", autoDismissMinutes=given)).value["content_state"]
    assert found == (SHORT if sent is None else {**SHORT, "auto_dismiss_minutes": sent})


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("a\n b ,,c", {"channels": ["a", "b", "c"]}),
        (" , ", None),
        ([], None),
        ("={{ $json.a }}", MAY_LACK_OBJECT),
        ("={{ $json.a }},{{ $json.b }}", MAY_LACK_OBJECT),
        ("=a,{{ $json.b }}", {"channels": ["a", MORE]}),
        (["a", "={{ $json.b }}"], {"channels": ["a", MORE]}),
        (["={{ $json.b }}"], MAY_LACK_OBJECT),
        (3, {"channels": 3}),
    ],
)
def test_channels_are_a_list_with_commas_or_on_lines(given: object, sent: object) -> None:
    expected = {"content_state": SHORT} if sent is None else {"content_state": SHORT, "target": sent}
    assert payload(node("startLiveActivity", title="x", channels=given)) == expected


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ([{"label": " CPU ", "value": 4, "unit": " % "}], [{"label": "CPU", "unit": "%", "value": 4}]),
        ([{"label": None, "unit": " "}, 3, None, []], [{"label": "", "value": 0}]),
        ([{"label": "={{ $json.a }}", "value": "={{ $json.b }}", "unit": "={{ $json.c }}"}],
         [{"label": UNKNOWN, "unit": MAY_LACK, "value": Unknown({"number"})}]),
        ([{"label": "= a {{ $json.a }} ", "value": "3"}], [{"label": PartialText(("a ", "")), "value": "3"}]),
        ([{"label": 3}, "={{ $json.a }}"], [{"label": 3, "value": 0}, MORE]),
        ("={{ $json.a }}", Unknown({"array"})),
        ([], None),
        (3, None),
        ({}, None),
    ],
)  # fmt: skip
def test_the_metrics_of_a_collection(given: object, sent: object) -> None:
    expected = {"title": "x", "type": "metrics"} if sent is None else {"title": "x", "type": "metrics", "metrics": sent}
    assert state("startLiveActivity", title="x", activityType="metrics", metrics={"metric": given}) == expected


@pytest.mark.parametrize(("given", "sent"), [("={{ $json.a }}", Unknown({"array"})), (3, None), ({"other": []}, None)])
def test_metrics_that_are_no_collection(given: object, sent: object) -> None:
    found = state("startLiveActivity", title="x", activityType="metrics", metrics=given)
    assert found.get("metrics") == sent


@pytest.mark.parametrize(
    ("parameters", "sent"),
    [
        ({}, {"title": "", "type": "webhook", "url": "", "method": "POST"}),
        ({"liveActionTitle": "a", "liveActionUrl": " u ", "liveActionMethod": "GET"},
         {"title": "a", "type": "webhook", "url": "u", "method": "GET"}),
        ({"liveActionMethod": "={{ $json.a }}", "liveActionBodyJson": " "},
         {"title": "", "type": "webhook", "url": "", "method": MAY_LACK}),
        ({"liveActionBodyJson": "={{ $json.a }}"},
         {"title": "", "type": "webhook", "url": "", "method": "POST", "body": MAY_LACK_OBJECT}),
        ({"liveActionBodyJson": '={"a": {{ $json.a }}, "b": ["c{{ $json.c }}"], {{ $json.d }} }'},
         {"title": "", "type": "webhook", "url": "", "method": "POST",
          "body": {"a": UNKNOWN, "b": [PartialText(("c", ""))], MORE: 0}}),
        ({"liveActionBodyJson": {"a": "={{ $json.a }}"}},
         {"title": "", "type": "webhook", "url": "", "method": "POST", "body": {"a": UNKNOWN}}),
        ({"liveActionBodyJson": 3}, {"title": "", "type": "webhook", "url": "", "method": "POST", "body": 3}),
        ({"liveActionBodyJson": "[1]"}, {"title": "", "type": "webhook", "url": "", "method": "POST", "body": [1]}),
        ({"liveActionType": "open_url", "liveActionMethod": "GET", "liveActionBodyJson": "x"},
         {"title": "", "type": "open_url", "url": ""}),
        ({"liveActionType": "={{ $json.a }}"}, MAY_LACK_OBJECT),
        ({"liveActionType": "=a{{ $json.a }}"}, MAY_LACK_OBJECT),
    ],
)  # fmt: skip
def test_the_action_of_a_node(parameters: dict[str, Any], sent: object) -> None:
    found = payload(node("startLiveActivity", title="x", **{"liveActionType": "webhook", **parameters}))
    assert found == {"content_state": SHORT, "action": sent}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('{"a": 1,}', [("invalid-json", '}"')]),
        ('={"a" 1, "b": {{ $json.b }} }', [("invalid-json", "1, ")]),
        ('={"b": {{ $json.b }} 1', []),
        ('={"b": {{ $json.b }}', []),
        ('={"b": "{{ $json.b }}', []),
        ('={"b" {{ $json.b }} "', []),
        ('={"b": "a{{ $json.b }}\n"}', []),
        ('={"a": [1}, "b": "{{ $json.b }}', [("invalid-json", "}, ")]),
        ('{"a": 1, "a": 2}', [("duplicate-key", '\\"a\\": 2')]),
    ],
)
def test_mistakes_in_a_json_text_are_reported_where_they_stand(body: str, found: list[tuple[str, str]]) -> None:
    document = one(node("startLiveActivity", title="x", liveActionType="webhook", liveActionBodyJson=body))
    assert [rule for rule, _ in faults(document)] == [rule for rule, _ in found]
    assert all(at.startswith(text) for (_, at), (_, text) in zip(faults(document), found, strict=True))
    assert all(fault.path[:2] == ("action", "body") for fault in document.faults)


FIRST = {"title": "x", "color": "red", "currentStep": 2}
SECOND = {"title": "x", "completedStepAccents": "red, lime", "accentColor": "blue"}
AT_END = {
    "streamKey": "k",
    "finalContentStateJson": '{"title": "x", "percentage": 1}',
    "finalActionJson": "={{ $json.a }}",
}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (node("startLiveActivity", channels="a", **FIRST),
         {"content_state": {"title": "x", "type": "segmented_progress", "current_step": 2, "number_of_steps": 1,
                            "color": "red"}, "target": {"channels": ["a"]}}),
        (node("updateLiveActivity", **FIRST),
         {"content_state": {"title": "x", "current_step": 2, "color": "red"}, "activity_id": ""}),
        (node("endLiveActivity", numberOfStepsOptional="4", autoDismissMinutes="1", **FIRST),
         {"content_state": {"title": "x", "current_step": 2, "number_of_steps": 4, "color": "red",
                            "auto_dismiss_minutes": 1}, "activity_id": ""}),
        (node("streamLiveActivity", streamKey="k", **SECOND, liveAlert={"title": " a ", "body": ""}),
         {"content_state": {"title": "x", "type": "segmented_progress", "current_step": 1, "color": "blue",
                            "step_colors": ["red", "lime"]}, "alert": {"title": "a"}}),
        (node("updateLiveActivity", **SECOND, liveAlert={"title": "a"}, numberOfSteps="3",
              liveAction={"type": "open_url", "title": "a", "url": "u", "method": "GET"}),
         {"content_state": {"title": "x", "type": "segmented_progress", "current_step": 1, "color": "blue",
                            "number_of_steps": 3, "step_colors": ["red", "lime"]}, "activity_id": "",
          "action": {"title": "a", "type": "open_url", "url": "u"}}),
        (node("startLiveActivity", title="x", activityType="metrics", liveAction={}, accentColor="red"),
         {"content_state": {"title": "x", "type": "metrics", "color": "red"}}),
        (node("endLiveActivityStream", **AT_END, title="y"),
         {"content_state": {"title": "x", "percentage": 1}, "action": MAY_LACK_OBJECT}),
        (node("endLiveActivityStream", streamKey="k", finalAlertJson=""), {}),
    ],
)  # fmt: skip
def test_an_older_version_shows_in_its_parameters(made: dict[str, Any], expected: object) -> None:
    assert payload(made) == expected


def test_all_nodes_of_a_workflow_have_the_same_version() -> None:
    plain = node("updateLiveActivity", title="x")
    old, beside = read(node("startLiveActivity", **FIRST), plain)
    assert (old.operation, beside.value["content_state"]) == (Operation.START, {"title": "x", "current_step": 1})
    _, beside, third = read(node("startLiveActivity", **FIRST), plain, node("startLiveActivity", liveActionType=""))
    assert beside.value["content_state"] == SHORT
    assert third.value["content_state"] == {**SHORT, "title": ""}


def test_a_parameter_that_no_version_has_may_be_of_a_later_one() -> None:
    found = payload(node("startLiveActivity", title="x", icon="bolt", message="of a push notification"))
    expected: dict[Any, Any] = {"content_state": {**SHORT, MORE: UNKNOWN}, MORE: UNKNOWN}
    assert found == expected
    assert MORE not in payload(node("startLiveActivity", title="x", message="of a push notification"))


def test_the_parameters_become_fields_that_there_are() -> None:
    versions = [NEWEST, version_of(["color"]), version_of(["liveAlert"])]
    assert {parameter.field for version in versions for parameter in version.state} <= STATE_FIELDS
    assert {kind for version in versions for kind in version.types} == {"metrics", "progress", "segmented_progress"}


@pytest.mark.parametrize(
    "made",
    [
        node(None, title="a push notification"),
        node("sendPushNotification", title="x"),
        node("startActivity"),
        node("={{ $json.operation }}"),
        node(None, operation=["startLiveActivity"]),
        {**node("startLiveActivity"), "type": "n8n-nodes-base.set"},
        {**node("startLiveActivity"), "type": [OURS]},
        {"type": OURS},
        {"type": OURS, "parameters": []},
        {"type": HTTP, "parameters": {}},
        http("https://example.com/"),
        [],
        None,
        "x",
    ],
)
def test_nodes_that_send_no_live_activity(made: Any) -> None:
    assert read(made) == []


@pytest.mark.parametrize(
    "value",
    [
        workflow({**node("startLiveActivity", title="x"), "disabled": True}),
        {"nodes": [{**node("startLiveActivity", title="x"), "type": f"{OURS}Tool"}]},
        [workflow(), workflow(node("startLiveActivity", title="x"))],
        {"data": [3, workflow(node("startLiveActivity", title="x"))]},
        {"workflow": workflow(3, node("startLiveActivity", title="x")), "nodes": 3},
    ],
)
def test_workflows_are_found_in_exports_and_snippets(value: object) -> None:
    (document,) = n8n_documents(json_document(written(value)))
    assert document.value == {"content_state": SHORT}
    assert shown(document, "content_state", "title") == '"x"'


@pytest.mark.parametrize("value", [3, None, {}, [], {"nodes": {}}, [[[[workflow(node("startLiveActivity"))]]]]])
def test_what_is_no_workflow(value: object) -> None:
    assert list(n8n_documents(json_document(written(value)))) == []


def test_the_problems_of_the_text_of_a_node_are_reported_with_it() -> None:
    made = written(workflow(node("startLiveActivity", title="x"), {"name": "y"}, node("endLiveActivity", title="z")))
    text = "\ufeff" + made.replace('"x"', '"x", "title": "w"').replace('"y"', '"y", "name": "v"')
    first, second = n8n_documents(json_document(text.encode()))
    assert first.value["content_state"]["title"] == "w"
    assert [fault.rule for fault in first.faults] == ["byte-order-mark", "duplicate-key"]
    assert second.faults == []


def test_findings_stand_where_a_person_edits(folder: Folder) -> None:
    folder.write("flow.json", WORKFLOW)
    folder.write("other.json", {"n8n-nodes-activitysmith": "1.0.5", "nodes": []})
    assert folder.check("--format", "concise").lines == [
        f'flow.json:10:24: error[unknown-color] color must be {one_of(Color)}, got the string "pink"',
        'flow.json:13:26: error[invalid-url] url must be an absolute https URL, got the string "http://example.com"',
        "2 errors in 1 of 1 file (1 payload); 1 file without a request passed over",
    ]
    assert folder.check("-", "--stdin-filename", "x.json", stdin=WORKFLOW.encode()).lines[0].startswith("x.json:10:24:")
    assert json.loads(folder.execute("extract", "flow.json").out)["reader"] == "n8n"


def test_what_a_node_lacks_is_reported_at_its_parameters(folder: Folder) -> None:
    folder.write("a.json", written(workflow(node("streamLiveActivity", activityType="progress"))))
    assert folder.check("a.json", "--format", "concise").lines == [
        f"a.json:4:4: error[invalid-stream-key] {check_stream_key('')[0].message}",
        "a.json:4:4: error[missing-field] content_state needs percentage, or value with upper_limit, got neither",
        "a.json:4:4: warning[blank-text] title should not be blank, got an empty string",
        "2 errors and 1 warning in 1 of 1 file (1 payload)",
    ]


def test_the_example_has_no_problem() -> None:
    source = (Path(__file__).parents[2] / "examples/senders/n8n.json").read_bytes()
    documents = list(json_documents(source, templates=True))
    assert [document.operation for document in documents] == [Operation.STREAM, Operation.END_STREAM]
    for document in documents:
        assert document.faults == []
        assert document.operation is not None
        assert check_partial(document.value, document.operation) == []


def test_a_workflow_without_requests_is_like_any_other_file(folder: Folder) -> None:
    folder.write("push.json", workflow(node(None, title="x")))
    assert folder.check().code == 0
    assert [each["rule"] for each in folder.findings("push.json")] == ["no-request"]


def test_a_workflow_is_no_template() -> None:
    source = written(workflow(node("startLiveActivity", title="={{ $json.a }}"))).encode()
    (document,) = json_documents(source, templates=True)
    assert (document.reader, document.value["content_state"]["title"]) == ("n8n", UNKNOWN)


GOOD = written(workflow(
    node("streamLiveActivity", streamKey="k", title="=a{{ b }}", activityType="metrics", channels="a,b",
         metrics={"metric": [{"label": "a", "value": 3}]}, liveActionType="webhook",
         liveActionBodyJson='={"a": {{ b }}}'),
    node("endLiveActivityStream", **AT_END, liveAlert={"title": "a"}, liveAction={"type": "webhook"}),
    json_body('={"content_state": {"title": "x{{ y }}", {{ z }} }}',
              headerParameters={"parameters": [{"name": "Authorization", "value": "Bearer abcdefghijkl"}]}),
    http("https://activitysmith.com/api/live-activity/stream/k", 4, method="DELETE", sendBody=True,
         bodyParameters={"parameters": [{"name": "content_state.title", "value": "x"}]}),
))  # fmt: skip
KEYS = st.sampled_from(["a", "metric", "name", "title"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
    | st.sampled_from(["={{ a }}", "=a{{ b }}", "={", "=", "progress", "metrics", "webhook", "json", "k", "[1]"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=6,
)  # fmt: skip


def damaged(value: Any, data: st.DataObject) -> Any:
    """Return a value of which one part is replaced by something else."""
    if isinstance(value, dict | list) and value and data.draw(st.integers(0, 7)):
        keys = sorted(value) if isinstance(value, dict) else list(range(len(value)))
        key = data.draw(st.sampled_from(keys))
        value[key] = damaged(value[key], data)
        return value
    return data.draw(VALUES)


@given(st.data())
@examples(300)
def test_no_damage_to_a_workflow_makes_the_reader_raise(data: st.DataObject) -> None:
    value = json.loads(GOOD)
    for _ in range(data.draw(st.integers(1, 3))):
        value = damaged(value, data)
    for document in json_documents(written(value).encode(), templates=True):
        list(document.locator([(), ("content_state",), ("content_state", "title")]))


@given(st.integers(0, len(GOOD)), st.sampled_from(["", '"', "{", "}}", "\\", "\\ud800", "é", "\0", "{{", ",,"]))
@examples(200)
def test_no_cut_text_makes_the_reader_raise(at: int, inserted: str) -> None:
    text = GOOD[:at] + inserted + GOOD[at:]
    for document in json_documents(text.encode(), templates=True):
        list(document.locator([()]) if document.readable else [])


def test_a_deeply_nested_parameter() -> None:
    deep: Any = "x"
    for _ in range(190):
        deep = [deep]
    found = one(
        node("startLiveActivity", title=deep, liveActionType="webhook", liveActionBodyJson=json.dumps({"a": deep}))
    )
    assert found.value["action"]["body"] == {"a": deep}
    assert shown(found, "content_state", "title", *[0] * 190) == '"x"'
