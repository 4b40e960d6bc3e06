"""The requests of steps of the service's GitHub Action: payload, operation, stream key and places."""

from __future__ import annotations

from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from workflow_kit import ID, KEY, PAYLOAD, USES, one, read, step, written

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.ci.workflow import workflow_in
from liveschema.lint.inputs.document import NOTHING, BodyFile
from liveschema.lint.inputs.fragments import Fragment
from liveschema.text import UNREADABLE

STATE = {"title": "Backup", "percentage": 42}
SOME_TEXT = PartialText(("", ""))

WORKFLOW = """\
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Update
        uses: activitysmithhq/ActivitySmith-GitHub-Action
        with:
          action: update_live_activity
          api-key: ${{ secrets.KEY }}
          Live-Activity-Id: act_${{ github.run_id }}
          payload: |
            content_state:
              title: "Build ${{ github.run_number }}"
              percentage: ${{ steps.x.outputs.pct }}
              subtitle: >-
                on ${{ github.ref }},
                by me
              ${{ inputs.more }}
            tags:
              - ${{ github.actor }}
              - a
"""


def test_a_step_of_a_workflow_is_read_with_its_places() -> None:
    document = one(WORKFLOW)
    assert document.value == {
        "activity_id": PartialText(("act_", "")),
        "content_state": {
            "title": PartialText(("Build ", "")),
            "percentage": UNKNOWN,
            "subtitle": PartialText(("on ", ", by me")),
            MORE: 0,
        },
        "tags": [UNKNOWN, "a"],
    }
    assert document.operation is Operation.UPDATE
    assert (document.is_sent, document.is_partial, document.reader) == (True, True, "workflow")
    assert (document.named_by, document.stream_key) == ("the action of the step", None)
    assert list(document.heads) == [7, 9, 13]
    assert written(document, ("content_state", "title")) == '"Build ${{ github.run_number }}"'
    assert written(document, ("content_state", "percentage")) == "${{ steps.x.outputs.pct }}"
    assert written(document, ("tags", 1)) == "a"
    assert written(document, ("activity_id",)) == "act_${{ github.run_id }}"
    assert document.locator([()])[()].value.position == (14, 13)
    assert document.locator([("content_state", "title")])[("content_state", "title")].value.position == (15, 22)


@pytest.mark.parametrize(
    ("action", "inputs", "operation", "value", "stream_key"),
    [
        ("start_live_activity", [KEY, PAYLOAD], "start", {"content_state": STATE}, None),
        ("update_live_activity", [KEY, ID, PAYLOAD], "update",
         {"content_state": STATE, "activity_id": SOME_TEXT}, None),
        ("end_live_activity", [KEY, "live-activity-id: 7", PAYLOAD], "end",
         {"content_state": STATE, "activity_id": "7"}, None),
        ("update_live_activity", [KEY, PAYLOAD], "update", {"content_state": STATE, "activity_id": UNKNOWN}, None),
        ("update_live_activity", [KEY, "live-activity-id: ''", PAYLOAD], "update",
         {"content_state": STATE, "activity_id": UNKNOWN}, None),
        ("stream_live_activity", [KEY, "stream-key: web-1", PAYLOAD], "stream", {"content_state": STATE}, "web-1"),
        ("stream_live_activity", [KEY, "stream-key: 1.50", PAYLOAD], "stream", {"content_state": STATE}, "1.50"),
        ("stream_live_activity", [KEY, "stream-key: web-${{ matrix.n }}", PAYLOAD], "stream",
         {"content_state": STATE}, PartialText(("web-", ""))),
        ("stream_live_activity", [KEY, PAYLOAD], "stream", {"content_state": STATE}, UNKNOWN),
        ("stream_live_activity", [KEY, "stream-key: [a]", PAYLOAD], "stream", {"content_state": STATE}, UNKNOWN),
        ("end_live_activity_stream", [KEY, "stream-key: a"], "end_stream", {}, "a"),
        ("end_live_activity_stream", [KEY, "stream-key: a", "payload: ''"], "end_stream", {}, "a"),
        ("end_live_activity_stream", [KEY, "stream-key: a", "payload: [x]"], "end_stream", UNKNOWN, "a"),
        ("end_live_activity_stream", [KEY, "<<: {payload: x}"], "end_stream", UNKNOWN, UNKNOWN),
        ("start_live_activity", [KEY], "start", UNKNOWN, None),
        ("start_live_activity", [KEY, "payload: ${{ inputs.payload }}"], "start", {MORE: 0}, None),
        ("start_live_activity", [KEY, "payload: 'null'"], "start", None, None),
        ("start_live_activity", [KEY, "payload: '[1]'", "channels: a"], "start", [1], None),
        ("start_live_activity", [KEY, "payload: '{\"tags\": [\"${{ a }}\", 1]}'"], "start",
         {"tags": [SOME_TEXT, 1]}, None),
        ("start_live_activity", [KEY, "payload: |2\n        tags: [a]"], "start", {"tags": ["a"]}, None),
        ("start_live_activity", [KEY, "payload: |\n      '1': a\n      2: b"], "start", {"1": "a", "2": "b"}, None),
    ],
)  # fmt: skip
def test_each_action_sends_what_its_inputs_say(
    action: str, inputs: list[str], operation: str, value: object, stream_key: object
) -> None:
    document = one(step(action, *inputs))
    assert (document.operation, document.value, document.stream_key) == (operation, value, stream_key)
    assert all(fault.rule != "invalid-yaml" for fault in document.faults)
    assert document.locator([()])[()].value.start >= document.text.index("with")


@pytest.mark.parametrize(
    ("channels", "target"),
    [
        ("ops", {"channels": ["ops"]}),
        ("' ops ,, dev '", {"channels": ["ops", "dev"]}),
        ("ops, ${{ x }}, dev", {"channels": ["ops", MORE, "dev"]}),
        ("ops-${{ x }}, dev", {"channels": [MORE, "dev"]}),
        ("${{ x }}", Unknown(may_be_missing=True)),
        ("[ops]", Unknown(may_be_missing=True)),
        ("','", Unknown(may_be_missing=True)),
    ],
)
@pytest.mark.parametrize("action", ["start_live_activity", "stream_live_activity"])
def test_channels_become_the_target(action: str, channels: str, target: object) -> None:
    document = one(step(action, KEY, f"channels: {channels}", PAYLOAD))
    assert document.value == {"content_state": STATE, "target": target}
    assert written(document, ("target", "channels")) == channels


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("{target: {channels: [a]}}", {"target": {"channels": ["a"]}}),
        ("{channels: [a]}", {"channels": ["a"]}),
        ("{channels: []}", {"channels": []}),
        ('{channels: ""}', {"channels": "", "target": {"channels": ["ops"]}}),
        ("{target: null}", {"target": {"channels": ["ops"]}}),
        ("{target: ${{ x }}}", {"target": UNKNOWN}),
        ("{target: {}}", {"target": {}}),
        ("${{ x }}", {MORE: 0}),
    ],
)
def test_channels_leave_a_payload_as_it_is_that_names_some(payload: str, expected: object) -> None:
    assert one(step("start_live_activity", KEY, "channels: ops", f"payload: '{payload}'")).value == expected


@pytest.mark.parametrize("action", ["update_live_activity", "end_live_activity", "end_live_activity_stream"])
def test_channels_are_not_sent_by_other_actions(action: str) -> None:
    assert "target" not in one(step(action, KEY, "channels: ops", PAYLOAD)).value


@pytest.mark.parametrize(
    ("path", "body_file"),
    [("./live/a.yml", BodyFile("./live/a.yml")), ("${{ x }}.json", None), ("[a]", None)],
)
def test_a_payload_may_stand_in_another_file(path: str, body_file: BodyFile | None) -> None:
    document = one(step("update_live_activity", KEY, ID, f"payload-file-path: {path}"))
    assert document.body_file == body_file
    assert document.value == {MORE: UNKNOWN, "activity_id": SOME_TEXT}
    assert document.is_partial
    assert written(document, ()) == path


@pytest.mark.parametrize(
    ("payload", "value", "fault"),
    [
        ("a: b: c", UNREADABLE, (5, 11, "invalid-yaml")),
        ("{tags: [a", UNREADABLE, (5, 16, "invalid-yaml")),
        ("a: 1\n      ---\n      b: 2", UNREADABLE, (7, 7, "invalid-yaml")),
        ("a: 1\n      ---\n      ", UNREADABLE, (6, 10, "invalid-yaml")),
        ("a: b: c ${{ x }}", UNREADABLE, (5, 11, "invalid-yaml")),
        ("a: ${{ x }}: c", UNKNOWN, None),
        ("a: 1\n      ---\n      [", UNREADABLE, (5, 7, "invalid-yaml")),
        ("a\n      ${{ x }} b: [", UNKNOWN, None),
        ("a: [1\n      ${{ x }}\n      b: 1", UNKNOWN, None),
        ('"tags": ["a"], "alert": {"title": "${{ x }}"},', {"tags": ["a"], "alert": {"title": SOME_TEXT}}, None),
        ('"tags": ["a"], "alert": {"title": "x"}', UNREADABLE, (5, 20, "invalid-yaml")),
        ('"tags": ["a"], "alert": {}, "tags": []', {"tags": [], "alert": {}}, (5, 35, "duplicate-key")),
        ("a: !x 1", {"a": "1"}, (5, 10, "invalid-yaml")),
    ],
)  # fmt: skip
def test_a_payload_is_read_as_the_action_reads_it(payload: str, value: object, fault: tuple[Any, ...] | None) -> None:
    document = one(step("start_live_activity", f"payload: |\n      {payload}", KEY))
    found = [(each.line, each.column, each.rule) for each in document.faults if each.rule != "hidden-errors"]
    assert (document.value, found) == (value, [fault] if fault else [])


def test_the_faults_of_a_payload_stand_in_the_file() -> None:
    document = one(step("start_live_activity", KEY, "payload: |\n      tags: [a]\n      tags: [b]"))
    assert [(each.line, each.column, each.rule) for each in document.faults] == [
        (7, 7, "duplicate-key"),
        (2, 3, "hidden-errors"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{USES}\nwith:\n  action: start_live_activity\n  {KEY}\n  payload: 'tags: [a]'\n",
        f"- name: x\n  {USES}\n  with:\n    action: start_live_activity\n    {KEY}\n    payload: 'tags: [a]'\n",
        "- name: x\n  with:\n    action: start_live_activity\n    payload: 'tags: [a]'\n",
        "with:\n  action: start_live_activity\n  payload: 'tags: [a]'\n",
        "action: start_live_activity\npayload: 'tags: [a]'\n",
        f"runs: {{steps: [{{{USES}, with: {{action: start_live_activity, payload: 'tags: [a]'}}}}]}}\n",
        f"a: {{{USES}, with: {{action: start_live_activity, payload: 'tags: [a]'}}}}\n",
        (
            '{"uses": "activitysmithhq/activitysmith-github-action/x@v1 ", "with": {"action": "start_live_activity", '
            '"payload": "tags: [a]"}}'
        ),
    ],
)
def test_a_step_may_stand_anywhere(text: str) -> None:
    document = one(text)
    assert (document.value, document.operation) == ({"tags": ["a"]}, "start")
    assert written(document, ("tags", 0)) == "a"


@pytest.mark.parametrize(
    "text",
    [
        step("send_push_notification", KEY, "payload: 'title: a'"),
        step("start_live_activity", KEY).replace("ActivitySmithHQ", "someone"),
        step("start_live_activity", KEY).replace(USES, "uses: [a]"),
        f"- {USES}\n",
        "with:\n  action: start_live_activity\n",
        "with:\n  action: deploy\n  payload: activitysmith\n",
        "a:\n  action: start_live_activity\n  payload: 'tags: [a]'\n",
        "a: [live_activity]\n",
        "live_activity: [",
        "with: activitysmith\n",
        f"{USES}\nwith: {{action: '${{{{ inputs.action }}}}', payload: 'title: a'}}\n",
    ],
)
def test_what_sends_no_live_activity_gives_nothing(text: str) -> None:
    assert read(text) == []


def test_an_action_that_is_not_known_may_send_a_live_activity() -> None:
    document = one(step("${{ inputs.action }}", KEY, ID, PAYLOAD))
    assert (document.operation, document.value, document.stream_key) == (None, {"content_state": STATE}, None)
    assert list(document.faults) == []


def test_aliases_are_judged_once_at_the_anchor() -> None:
    text = (
        "x: &inputs {action: start_live_activity, payload: 'tags: [a]'}\n"
        f"steps:\n  - &step\n    {USES}\n    with: *inputs\n  - *step\n  - {USES}\n    with: *inputs\n"
        f"  - {USES}\n    with: {{action: &a start_live_activity, payload: &p 'tags: [b]'}}\n"
        f"  - {USES}\n    with: {{action: *a, payload: *p, channels: &c 12}}\n"
        f"  - {USES}\n    with: {{action: *a, payload: *p, channels: *c}}\n"
    )
    documents = read(text)
    target = {"target": {"channels": ["12"]}}
    assert [each.value for each in documents] == [{"tags": ["a"]}, {"tags": ["b"]}, *[{"tags": ["b"], **target}] * 2]
    assert [written(each, ("tags", 0)) for each in documents] == ["a", "b", "*p", "*p"]
    assert [list(each.heads) for each in documents] == [[3, 5, 1], [9, 10, 10], [11, 12, 12], [13, 14, 14]]


def test_a_long_payload_is_judged_once() -> None:
    payload = "{subtitle: " + "x" * 10_000 + "}"
    text = "".join(
        f"  - {USES}\n    with: {{action: start_live_activity, payload: *p, api-key: {number}}}\n"
        for number in range(9)
    )
    assert len(read(f"x: &p '{payload}'\ny:\n{text}")) == 1
    assert len(read(f"x: &p 'tags: [a]'\ny:\n{text}")) == 9


@pytest.mark.parametrize(
    ("payload", "value"),
    [
        ("tags: ${{ '}}' }} x", {"tags": PartialText(("", " x"))}),
        ("tags: ${{ fromJSON('{\"a\": 1}') }}", {"tags": UNKNOWN}),
        ("tags: [${{ it's }}, b]", {"tags": [UNKNOWN, "b"]}),
        ("tags: [a]\n      ${{ 'a' 'b' " + "'c' " * 50 + "\n      x: [", UNKNOWN),
        ("tags: ${{ a }\n      x: 1", UNKNOWN),
        ("${{ a }}\n      tags: [a]\n        ${{ b }} ", UNKNOWN),
        ("tags: [a]\n\n      ${{ b }} \t", {"tags": ["a"], MORE: 0}),
        ("tags: [a] ${{ b }}\n      channels: [a, ${{ c }} ]\n", UNKNOWN),
    ],
)
def test_expressions_end_as_github_has_it(payload: str, value: object) -> None:
    assert one(step("start_live_activity", KEY, f"payload: |\n      {payload}")).value == value


def test_several_documents_and_anything_beside_them_are_read() -> None:
    first, second = step("start_live_activity", "payload: 'tags: [a]'"), step("start_live_activity", "payload: a: b")
    assert [each.value for each in read(f"{first}---\n1: x\n? [a]\n")] == [{"tags": ["a"]}]
    assert [each.value for each in read(f"{first}---\n{second}")] == [{"tags": ["a"]}]


def test_fields_of_a_document_are_passed_on() -> None:
    ignores = {3: frozenset({"x"})}
    for text in (step("start_live_activity", PAYLOAD), step("start_live_activity"), step("x")):
        assert one(text, ignores=ignores, named_by="y").ignores == ignores


def test_a_fragment_of_a_file_has_places_in_the_file() -> None:
    text = "Text\n```yaml\n" + step("start_live_activity", KEY, PAYLOAD) + "```\n"
    (document,) = workflow_in(Fragment.whole(text).part(text.index("- uses"), text.rindex("```")))
    assert written(document, ("content_state", "title")) == "Backup"
    assert document.text == text
    assert [(each.line, each.column) for each in document.faults] == [(4, 3)]
    assert list(document.heads) == [3, 4, 7]


def test_an_api_key_is_never_shown() -> None:
    for action, value in (("start_live_activity", UNKNOWN), ("send_push_notification", NOTHING), ("x", NOTHING)):
        document = one(step(action, "api-key: 'abcdef0123456789'"))
        assert document.value is value
        assert [document.text[start:end] for start, end in document.secrets] == ["abcdef0123456789"]
        assert "literal-api-key" in [each.rule for each in document.faults]
    for literal in ("''", "[abcdef0123456789]", "abcdef${{ secrets.KEY }}"):
        assert one(step("start_live_activity", f"api-key: {literal}")).secrets == []
    placeholder = one(step("start_live_activity", "api-key: YOUR-API-KEY"))
    assert len(placeholder.secrets) == 1
    assert "literal-api-key" not in [each.rule for each in placeholder.faults]
    assert len(one(step("start_live_activity", "api_key: abcdef0123456789")).secrets) == 1


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from([
        WORKFLOW,
        step("start_live_activity", KEY, "channels: &a a, ${{ b }}", PAYLOAD),
        step("stream_live_activity", "stream-key: >-\n      a\n      b", 'payload: "a:\\n  b: \\x41\\\n      c"'),
        step("end_live_activity_stream", "<<: *a", "errors: no", "payload-delimiter: _", "payload-file-path: x"),
    ]))  # fmt: skip
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 4, len(text))))
        text = (
            text[:start]
            + draw(st.text(st.sampled_from("\0\ud800\ufdd0\ufdd3:{}[]'\"|>&*!#-? \t\r\n\ufeffa"), max_size=3))
            + text[end:]
        )
    return text


@given(mutated() | st.text())
@examples(600)
def test_every_text_is_read_without_an_exception_and_with_places_inside_it(text: str) -> None:
    for document in read(text):
        paths: list[Any] = [(), ("activity_id",), ("target", "channels", 0), ("content_state", "title"), ("tags", 1)]
        places = list(document.locator(paths).values())
        for span in [each.value for each in places] + [each.key for each in places if each.key is not None]:
            assert 0 <= span.start <= span.end <= len(text)
        for fault in document.faults:
            assert 0 <= document.lines.offset(fault.line or 0, fault.column or 0) <= len(text)
        assert all(1 <= head <= len(document.lines.starts) for head in document.heads)
