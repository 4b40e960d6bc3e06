"""What marks a value as a Live Activity request, and what does not."""

from __future__ import annotations

import copy
import json
from itertools import product
from typing import Any

import pytest
import yaml
from amount import examples
from hypothesis import assume, given
from hypothesis import strategies as st
from ordinary_files import KINDS, NAMES, VALUES

from liveschema._generated.field_names import IDENTIFIERS, REQUEST_FIELDS, STATE, STATE_FIELDS
from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs import FORMATS, reader_of
from liveschema.lint.inputs.marks import (
    is_likely_request,
    is_request,
    may_have_request,
    may_have_request_or_sender,
    may_have_sender,
    resembles_request,
)
from liveschema.lint.inputs.misspelt import is_misspelt_state
from liveschema.lint.run.marked import is_marked
from liveschema.testing import payloads

OPERATIONS = st.sampled_from(Operation)
WITH_STATE = OPERATIONS.flatmap(payloads).filter(lambda payload: STATE in payload)
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCXYZ_-019é \"'{,[?\\🚗")
OTHER_VALUES = st.sampled_from([None, True, 0, 2.5, "x", "", [], [1], {}, {"x": 1}])


@st.composite
def misspelt(draw: st.DrawFn, name: str) -> str:
    """Draw a name with one or two letters replaced, removed or inserted."""
    for _ in range(draw(st.integers(1, 2))):
        at, kind = draw(st.integers(0, max(len(name) - 1, 0))), draw(st.sampled_from(["replace", "remove", "insert"]))
        letter = "" if kind == "remove" else draw(LETTERS)
        name = name[:at] + letter + name[at + (kind != "insert") :]
    return name


def objects_in(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [value] if isinstance(value, dict) and value else []
    return found + [each for item in inner for each in objects_in(item)]


@st.composite
def with_one_mistake(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a valid payload with a name misspelt, a value of another type, or a field other than the state gone."""
    payload: dict[str, Any] = copy.deepcopy(draw(WITH_STATE))
    place = draw(st.sampled_from(objects_in(payload)))
    name = draw(st.sampled_from(sorted(place)))
    kind = draw(st.sampled_from(["rename", "retype", "remove"]))
    if kind == "rename":
        place[draw(misspelt(name))] = place.pop(name)
    elif kind == "retype":
        place[name] = draw(OTHER_VALUES)
    else:
        assume(not (place is payload and name == STATE))
        del place[name]
    return payload


def may_have_it_in_every_form(value: Any) -> bool:
    """Return whether no text of a value is taken for one without a request."""
    in_json = [
        json.dumps(value).encode(),
        json.dumps(value, ensure_ascii=False, indent=2).encode(errors="surrogatepass"),
        json.dumps(value, separators=(",", ":")).encode("utf-16"),
    ]
    in_yaml = [
        yaml.safe_dump(value, allow_unicode=True).encode(errors="surrogatepass"),
        yaml.safe_dump(value, default_flow_style=True, width=1000).encode(),
    ]
    texts = [*product(in_json, ("json", "jsonl", "markdown", "")), *product(in_yaml, ("yaml", "markdown", ""))]
    return all(may_have_request(text, form) for text, form in texts)


@examples(500)
@given(with_one_mistake())
def test_every_valid_payload_with_one_mistake_is_recognised(payload: dict[str, Any]) -> None:
    assert is_request(payload)
    assert may_have_it_in_every_form(payload)


@examples(200)
@given(st.sampled_from([Operation.UPDATE, Operation.END]).flatmap(payloads), st.data())
def test_every_payload_without_its_state_is_recognised_by_its_activity(payload: Any, data: st.DataObject) -> None:
    rest = {name: value for name, value in payload.items() if name != STATE}
    if len(rest) == 1:
        rest[data.draw(st.sampled_from(sorted(REQUEST_FIELDS - IDENTIFIERS - {STATE})))] = {}
    assert is_request(rest)
    assert may_have_it_in_every_form(rest)


@pytest.mark.parametrize("kind", KINDS)
def test_no_ordinary_value_is_recognised(kind: str) -> None:
    @examples(200)
    @given(KINDS[kind])
    def drawn(value: Any) -> None:
        assert not is_request(value)

    drawn()


NEAR_NAMES = st.one_of(
    NAMES,
    misspelt(STATE),
    st.just(STATE).flatmap(misspelt).flatmap(misspelt),
    st.sampled_from(sorted(REQUEST_FIELDS | STATE_FIELDS | {"$schema", "method", "path", "body", "log", "entries"})),
)
NEAR_VALUES = st.recursive(
    VALUES
    | st.sampled_from(
        [
            "https://json-schema.org/draft-07/schema",
            "/live-activity/start",
            "PUT",
            "update.schema.json",
            "https://x/liveschema/end.schema.json",
        ]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NEAR_NAMES, inner, max_size=4),
    max_leaves=8,
)


@examples(500)
@given(NEAR_VALUES)
def test_every_text_of_a_recognised_value_is_parsed(value: Any) -> None:
    if is_request(value):
        assert may_have_it_in_every_form(value)
        assert resembles_request(value)


MISSPELT = st.just(STATE).flatmap(misspelt).filter(lambda name: not set(name) & {"\\", '"', "'"})


@examples(500)
@given(
    MISSPELT,
    st.sampled_from(
        ["%s:", "'%s' :", "\n- %s: x", "? %s\n:", "{a: 1, %s: 2}", '!x "%s":', "title: content state\n%s:"]
    ),
)
def test_every_misspelt_name_in_every_place_of_a_key_is_found(name: str, place: str) -> None:
    assume(is_misspelt_state(name.strip(" -?")) and set(name).isdisjoint("{,["))
    assert may_have_request((place % name + " {title: x}").encode())


PARTS = st.sampled_from(
    [
        b"activity_id",
        b"live-activity",
        b"live_activities",
        b"activitysmith",
        rb"\u0061ctivitysmith",
        b"ACTIVITYSMITH_API_KEY",
        b"liveschema",
        b"content_state:",
        b'"content_stat": ',
        rb"content\x5fstate",
        b"title",
        b'"title"',
        b"end.schema.json",
        b"$",
        b"\0",
        b" ",
        b"x",
    ]
)


@examples(500)
@given(
    st.lists(PARTS, max_size=5).map(b"".join),
    st.sampled_from(["yaml", "markdown", ""]),
    st.sampled_from([(), (b"live_activit",), (b"live_activit", b"liveschema")]),
)
def test_both_tests_at_once_find_what_one_of_them_finds(text: bytes, form: str, words: tuple[bytes, ...]) -> None:
    either = may_have_request(text, form) or may_have_sender(text, words)
    assert may_have_request_or_sender(text, form, words) == either


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("python", b"LiveActivityStreamDeleteRequest(content_state=x)"),
        ("go", b"input := sdk.LiveActivityStartInput{Title: x}"),
        ("php", b"(new LiveActivitiesApi($http))->startLiveActivity([]);"),
        ("markdown", b"```js\nclient.liveActivities.stream('k', {});\n```\n"),
        ("markdown", b"```go\nclient.LiveActivities.Stream(key, input)\n```\n"),
        ("markdown", b"```python\n>>> liveschema.check(payload, 'update')\n[]\n```\n"),
        ("notebook", b"LiveActivityUpdateRequest(activity_id=x)"),
    ],
)
def test_names_of_the_sdks_mark_code_that_does_not_import_them(form: str, text: bytes) -> None:
    assert is_marked(text, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_word_that_marks_a_file_of_code_marks_a_page_with_a_block_of_it(form: str) -> None:
    assert {*FORMATS[form].words} <= {*FORMATS["markdown"].words}


CALLS = {
    "python": "client.live_activities.stream('k', {'content_state': {'title': 'x'}})\n",
    "ruby": "client.live_activities.stream('k', {content_state: {title: 'x'}})\n",
    "javascript": "client.liveActivities.stream('k', {content_state: {title: 'x'}});\n",
    "go": 'package main\n\nfunc main() {\n\tclient.LiveActivities.Stream("k", sdk.Input{Title: "x"})\n}\n',
    "php": "<?php $client->liveActivities->stream('k', ['content_state' => ['title' => 'x']]);\n",
}


@examples(200)
@given(st.sampled_from(sorted(CALLS)), st.data())
def test_in_whatever_case_its_names_are_written_only_code_that_is_marked_is_read(
    form: str, data: st.DataObject
) -> None:
    call = CALLS[form]
    assert is_marked(call.encode(), form)
    assert [*reader_of(form)(call.encode())]
    at = call.lower().index("live")
    until = call.index("ctivities", at) + len("ctivities")
    name = "".join(data.draw(st.sampled_from([letter.lower(), letter.upper()])) for letter in call[at:until])
    text = (call[:at] + name + call[until:]).encode()
    assert is_marked(text, form) or not [*reader_of(form)(text)]


@pytest.mark.parametrize("name", ["content_state", "contentState", "content-state", "contnt_stat", "Content_State"])
def test_names_within_two_letters_are_misspelt_names_of_the_state(name: str) -> None:
    assert is_misspelt_state(name)
    assert may_have_request(f'{{"{name}": {{"title": "x"}}}}'.encode())


@pytest.mark.parametrize(
    "name", ["content", "ContentState", "content_stats_x", "contents", "state", "constant_stat", 5]
)
def test_other_names_are_not(name: object) -> None:
    assert not is_misspelt_state(name)


@pytest.mark.parametrize(
    "text",
    [
        rb'{"content\u005fstate": {}}',
        rb'{"\u0063ontent_state": {}}',
        rb'{"contnt\u005fstate": {"title": "x"}}',
        rb'{"content_stat\ud83d\ude00": {"title": "x"}}',
        rb'"content\x5fstate": {}',
        rb'"content\U0000005fstate": {}',
        b'{"contnt_state"\n :\n {"title": "x"}}',
        b"? contnt_state: 1\ntitle: x",
        b"- contnt_state : {title: x}",
        b'{"$schema": "../update.schema.json"}',
        rb'{"$schema": "update\u002eschema.json"}',
        rb'{"path": "/live\u002dactivity/start"}',
        b'{"content{state": {"title": "x"}}',
        b'{"content,state": {"title": "x"}}',
        b'{"content\\"state": {"title": "x"}}',
        b'{"content:state": {"title": "x"}}',
        rb'{"conte\ud83d\ude00nt\ud83d\ude00_state": {"title": 1}}',
        rb'{"content_s\ud83d\ude00ta\ud83d\ude00te": {"title": 1}}',
        b"content,state:\n  title: x",
        b"&a contentState:\n  title: x",
        b"- !!str &a 'contentState':\n    title: x",
        b'{"contentState": {"title": "x"}, "metadata": {"docs": "https://json-schema.org/x"}}',
        b"{title: x, co?tent_state: {title: x}}",
        b"# see https://json-schema.org/draft\ncontentState: {title: x}",
        b'{"path": "/live-activity/pause"}',
        b'{"$schema": "https://json-schema.org/x"}\n{"contnt_state": {"title": "x"}}',
        b"$schema: https://json-schema.org/x\n---\ncontnt_state: {title: x}",
        b'{"path": "\\/live-activity\\/pause"}',
    ],
)
def test_texts_that_may_have_a_request(text: bytes) -> None:
    assert may_have_request(text)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b'{"title": "content and state", "content": 5, "state": "x", "context_id": 7}',
        b'{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "x", "contnt_state": {"title": ""}}',
        b'{"$schema": "https://example.com/renovate.schema.json"}',
        rb'{"title": "\u00e9", "pattern": "\\u0041-\\u005a"}',
        b'{"activity": "climbing", "activities": []}',
    ],
)
def test_texts_that_have_none(text: bytes) -> None:
    assert not may_have_request(text, "json")


@pytest.mark.parametrize(
    ("value", "marked", "resembling"),
    [
        ({}, False, False),
        ({STATE: 5}, True, True),
        ([{"x": 1}, {STATE: {}}], True, True),
        ([[{STATE: {}}]], False, False),
        ({"activity_id": "a", "tags": []}, True, True),
        ({"activity_id": "a", "tags": [], "x": 1}, False, True),
        ({"activity_id": "a", "tags": [], "$schema": "x"}, True, True),
        ({"activity_id": 12, "tags": []}, False, True),
        ({"activity_id": "a", "tags": "Tags"}, False, True),
        ({"activity_id": "a", "type": "email", "metadata": {}}, False, True),
        ({"content_state": "draft", "id": 3}, False, True),
        ({"content_state": "draft", "tags": []}, True, True),
        ({"content_state": {}, "id": 3}, True, True),
        ({"content_stats": {"title": "x", "views": 3}, "id": 1}, False, True),
        ({"contentState": {"title": "x", "percentage": 3}, "id": 1, "name": 2}, True, True),
        ({"activity_id": "a", "tags": [], "x": 1, "y": 2}, False, True),
        ({"activity_id": "a"}, False, True),
        ({"activity_id": "a", "state": {"title": "x", "percentage": 5}}, True, True),
        ({"activity_id": "a", "title": "x", "percentage": 5}, True, True),
        ({"title": "x", "percentage": 5}, False, True),
        ({"title": "x", "type": "object", "properties": {}}, False, False),
        ({"title": "x", "value": 1, "a": 1, "b": 2, "c": 3}, False, False),
        ({"state": {"title": "x", "message": "m"}}, False, True),
        ({"contnt_state": {}}, False, True),
        ({"contnt_state": {"title": 1}}, True, True),
        ({"tags": ["a"]}, False, True),
        ({"action": "Save"}, False, False),
        ({"$schema": "https://x/liveschema/0/start.schema.json"}, True, True),
        ({"$schema": "https://example.com/stream.schema.json"}, False, False),
        ({"$schema": "https://json-schema.org/draft-07/schema", "contnt_state": {"title": 1}}, False, True),
        ({"$schema": "https://json-schema.org/draft-07/schema", "content_state": {"title": 1}}, True, True),
        ({"method": "POST", "path": "/live-activity/pause"}, True, True),
        ({"method": "POST", "url": "/elsewhere", "body": {STATE: {}}}, True, True),
        ({"method": "POST", "url": "/elsewhere"}, False, False),
        ({"log": {"entries": [5, {"request": {"method": "GET", "url": "https://x/live-activity/start"}}]}}, True, True),
        ({"log": {"entries": []}}, False, False),
        (5, False, False),
    ],
)
def test_values(value: Any, *, marked: bool, resembling: bool) -> None:
    assert (is_request(value), resembles_request(value)) == (marked, resembling)


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        ({"title": "Build", "percentage": 40}, True),
        ({"state": {"title": "Build", "current_step": 2}}, True),
        ({"title": "Build", "message": "failed", "type": "alert"}, True),
        ({"activity_id": "a", "x": 1}, True),
        ({"activity_id": 5}, False),
        ({"title": "Hello", "message": "World", "subtitle": "x"}, False),
        ({"title": "2.0", "type": "major", "value": 3}, False),
        ({"title": "Home", "type": "video", "color": "red"}, False),
        ({"type": "live"}, False),
        ({"title": "Sales", "type": {"label": "x"}, "percentage": 4}, False),
        ({"x": {"title": "Sales", "type": ["progress"], "metrics": []}}, False),
        ({"channels": ["a"]}, False),
        ({"metadata": {"name": "x"}}, False),
        ({"alert": {"title": "x"}, "target": "es6"}, False),
        ([], False),
    ],
)
def test_values_in_a_file_that_is_named_after_an_operation(value: Any, *, likely: bool) -> None:
    assert is_likely_request(value) is likely
