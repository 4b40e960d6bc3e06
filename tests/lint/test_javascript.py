"""The reader of JavaScript and TypeScript: calls of the SDK, HTTP clients, values, names and keys."""

from __future__ import annotations

from typing import Any

import pytest
from code_kit import Code, at, key_at

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.code.javascript.language import JAVASCRIPT, TYPESCRIPT

SENDING = "{1}\naxios.post('https://x.test/live-activity/start', {{content_state: {{}}, value: {0}}});\n"
JS = Code(JAVASCRIPT, SENDING, "\n// activitysmith")
TS = Code(TYPESCRIPT, SENDING, "\n// activitysmith")
BARE = Code(JAVASCRIPT, SENDING)
STATE = {"title": "Backup", "type": "progress", "percentage": 42}
WRITTEN = "{title: 'Backup', type: 'progress', percentage: 42}"
MAYBE = Unknown(may_be_missing=True)
NOT_NULL = Unknown(UNKNOWN.types - {"null"}, may_be_missing=True)
"""A value that the SDK leaves out if it is null."""
STRING, NUMBER, BOOLEAN = Unknown({"string"}), Unknown({"number"}), Unknown({"boolean"})
URL = "https://activitysmith.com/api/live-activity"


@pytest.mark.parametrize(
    ("call", "operation", "body"),
    [
        (f"start({{content_state: {WRITTEN}}})", "start", {"content_state": STATE}),
        (f"start({{content_state: {WRITTEN}}}, {{signal}})", "start", {"content_state": STATE}),
        (
            f"startLiveActivity({{liveActivityStartRequest: {{content_state: {WRITTEN}}}}})",
            "start",
            {"content_state": STATE},
        ),
        (
            f"startLiveActivityRaw({{liveActivityStartRequest: {{content_state: {WRITTEN}}}}})",
            "start",
            {"content_state": STATE},
        ),
        (
            f"update({{activity_id: 'act_7', content_state: {WRITTEN}}})",
            "update",
            {"activity_id": "act_7", "content_state": STATE},
        ),
        (f"end({{activity_id: id, content_state: {WRITTEN}}})", "end", {"activity_id": MAYBE, "content_state": STATE}),
        (f"stream('key', {{content_state: {WRITTEN}}})", "stream", {"content_state": STATE}),
        (
            f"stream('key', {{content_state: ActivitySmith.contentState({WRITTEN})}})",
            "stream",
            {"content_state": STATE},
        ),
        (
            (
                "reconcileLiveActivityStream({streamKey: 'key', "
                f"liveActivityStreamRequest: {{content_state: {WRITTEN}}}}})"
            ),
            "stream",
            {"content_state": STATE},
        ),
        ("endStream('key')", "end_stream", {}),
        ("endStream('key', {tags: []})", "end_stream", {"tags": []}),
        ("start({channels: []})", "start", {}),
        ("start({channels: ['a', 'b']})", "start", {"target": {"channels": ["a", "b"]}}),
        ("stream('key', {channels})", "stream", {"target": Unknown({"object"}, may_be_missing=True)}),
        ("start(request)", "start", UNKNOWN),
        ("start(...all)", "start", UNKNOWN),
    ],
)
def test_every_form_of_a_call(call: str, operation: str, body: Any) -> None:
    assert JS.request(f"await client.liveActivities.{call};") == (Operation(operation), body)
    assert TS.request(f"const r: R = (await client!.liveActivities!.{call})!;") == (Operation(operation), body)


@pytest.mark.parametrize(
    "source",
    [
        "new LiveActivitiesApi(config).startLiveActivity({liveActivityStartRequest: {content_state: {title: 'a'}}})",
        "const {liveActivities} = new ActivitySmith({apiKey}); liveActivities.start({content_state: {title: 'a'}})",
        "const {liveActivities: live} = client; live.start({content_state: {title: 'a'}})",
        "const live = client.liveActivities; function f() { live.start({content_state: {title: 'a'}}) }",
        (
            "class A { constructor(c) { this.live = c.liveActivities } "
            "f() { this.live.start({content_state: {title: 'a'}}) } }"
        ),
        "client.liveActivities().start({content_state: {title: 'a'}})",
        "import A from 'activitysmith'; const x = make(); x.start({content_state: {title: 'a'}})",
        "const A = require('activitysmith'); x.startLiveActivity({content_state: {title: 'a'}})",
    ],
)
def test_what_sends_a_request(source: str) -> None:
    assert JS.request(source) == (Operation.START, {"content_state": {"title": "a"}})


@pytest.mark.parametrize(
    "source",
    [
        "engine.start({content_state: {title: 'a'}}) // live_activities",
        "import A from 'activitysmith'; engine.start({title: 'a'}); map.update({content_state: {title: 'a'}})",
        "start({content_state: {title: 'a'}}) // activitysmith",
        "order.liveActivities.update({where: {id}, data: {title: 'a'}})",
        "order.liveActivities.end({id})",
        "make().start({content_state: {title: 'a'}}) // live_activities",
        "const a = b, b = a; function f() { a.start({}) } // live_activities",
        "new liveActivities.start({content_state: {title: 'a'}})",
        "liveActivities.other({})",
    ],
)
def test_what_sends_none(source: str) -> None:
    assert BARE.requests(source) == []


def test_the_stream_key_and_what_it_must_be() -> None:
    (document,) = JS.documents("liveActivities.stream('a b', {})")
    assert document.stream_key == "a b"
    assert JS.faults("liveActivities.stream('a b', {})") == [("invalid-stream-key", 1, 23)]
    (document,) = JS.documents("liveActivities.stream(`deploy-${name}`, {})")
    assert document.stream_key == PartialText(("deploy-", ""))
    (document,) = JS.documents("liveActivities.stream(key, {})")
    assert document.stream_key == UNKNOWN


def test_the_parts_of_a_payload_that_the_sdk_creates() -> None:
    source = """
import { contentState, alertIcon, alertBadge as badge } from "activitysmith";
client.liveActivities.stream("k", {
  content_state: contentState({
    title: "Reactivation",
    type: ActivitySmith.TYPE_ALERT,
    icon: alertIcon("cloud.sun", { color: LiveActivityColor.Yellow }),
    badge: ActivitySmith.alertBadge("Customer"),
    metrics: [ActivitySmith.metric("CPU", 9, { unit: "%" }), ActivitySmith.metric({ label: "MEM", value: 1 })],
  }),
  action: ActivitySmith.action("Open", "open_url", "https://x.test", extra, { method: "GET" }),
});
"""
    assert JS.payload(source) == {
        "content_state": {
            "title": "Reactivation",
            "type": "alert",
            "icon": {"symbol": "cloud.sun", "color": "yellow"},
            "badge": {"title": "Customer"},
            "metrics": [{"label": "CPU", "value": 9, "unit": "%"}, {"label": "MEM", "value": 1}],
        },
        "action": {"title": NOT_NULL, "type": NOT_NULL, "url": NOT_NULL, MORE: UNKNOWN, "method": "GET"},
    }


def test_functions_of_other_modules_are_not_known() -> None:
    before = "import { metric } from './own'; function badge() {}"
    assert JS.value("[metric('CPU', 9), badge('x'), mine.alertIcon('x')]", before) == [UNKNOWN] * 3


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'a'", "a"),
        ('"a\\n\\u00e9\\x41\\u{1F389}\\ud83c\\udf89\\0\\q"', "a\néA🎉🎉\0q"),
        ('"\\ud83c"', STRING),
        ("'a\\\nb'", "ab"),
        ("`a`", "a"),
        ("`a${b}c`", PartialText(("a", "c"))),
        ("`a${'b'}c${1}`", "abc1"),
        ("`${/* nothing */ b}`", STRING),
        ("'a' + b + 'c'", PartialText(("a", "c"))),
        ("'a' + 1 + ('b' + 'c')", "a1bc"),
        ("tag`a`", MAYBE),
        ("42", 42),
        ("1_000", 1000),
        ("0x1F", 31),
        ("0b101", 5),
        ("0o17", 15),
        ("1.0", 1),
        ("017", 15),
        ("089", 89),
        ("1.5e1", 15),
        (".5", 0.5),
        ("10n", NUMBER),
        ("1e999", NUMBER),
        ("9" * 500, NUMBER),
        ("-5", -5),
        ("+5", 5),
        ("-x", NUMBER),
        ("-10n", NUMBER),
        ("~5", NUMBER),
        ("1 + 2 * 3", 7),
        ("7 / 2", NUMBER),
        ("1e15 * 1e15", NUMBER),
        ("a - b", MAYBE),
        ("true", True),
        ("false", False),
        ("null", None),
        ("!x", BOOLEAN),
        ("a === b", BOOLEAN),
        ("typeof x", STRING),
        ("String(x)", STRING),
        ("Number(x)", NUMBER),
        ("x.toFixed(1)", STRING),
        ("JSON.stringify(x)", STRING),
        ("rows.map(f)", MAYBE),
        ("x ? 'a' : 'a'", "a"),
        ("x ? 'a' : 1", Unknown({"string", "number"})),
        ("x || 'a'", MAYBE),
        ("x ? {} : {}", Unknown({"object"})),
        ("(('a'))", "a"),
        ("await 'a'", "a"),
        ("(/* why */ 'a')", "a"),
        ("[1, 'a', undefined, , ...more]", [1, "a", None, MORE]),
        ("[...[1, 2], 3]", [1, 2, 3]),
        ("[1, ...]", [1, MORE]),
        ("[1, …]", [1, MORE]),
        ("[1 2]", Unknown({"array"})),
        ("{a: 1, 'b': 2, [c]: 3}", {"a": UNKNOWN, "b": UNKNOWN, MORE: UNKNOWN}),
        ("{['a']: 1, 2: 2}", {"a": 1, "2": 2}),
        ("{a, b() {}, get c() { return 1 }}", {"a": MAYBE, "b": MAYBE, "c": MAYBE}),
        ("{a: 1, ...more}", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("{...more, a: 1}", {MORE: UNKNOWN, "a": 1}),
        ("{a: 1, ...{b: 2}}", {"a": 1, "b": 2}),
        ("{a: 1, ...}", {"a": 1, MORE: UNKNOWN}),
        ("{a: 1, a: undefined, b: void 0}", {}),
        ("{a: 1 b: 2}", Unknown({"object"})),
        ("{a: }", {MORE: UNKNOWN}),
        ("{a: 1, …}", {"a": 1, MORE: UNKNOWN}),
        ("Object.freeze({a: 1})", {"a": 1}),
        ("structuredClone({a: 1})", {"a": 1}),
        ("Object.assign({}, {a: 1}, more, {b: 1})", {"a": UNKNOWN, MORE: UNKNOWN, "b": 1}),
        ("Object.assign(...all)", {MORE: UNKNOWN}),
        ("ActivitySmith.contentState(...all)", {"title": NOT_NULL, MORE: UNKNOWN}),
        ("client.liveActivities().types.TYPE_TIMER", "timer"),
        (f"{'a.' * 30}TYPE_TIMER", MAYBE),
        ("x => x", MAYBE),
        ("a.b.c", MAYBE),
        ("a['b']", MAYBE),
        ("(function () {})()", MAYBE),
        ("f(...x)", MAYBE),
        ("LiveActivityType.SegmentedProgress", "segmented_progress"),
        ("LiveActivityActionType.OpenUrl", "open_url"),
        ("LiveActivityWebhookMethod.POST", "POST"),
        ("Other.TYPE_TIMER", MAYBE),
    ],
)
def test_the_values_of_expressions(expression: str, value: Any) -> None:
    assert JS.value(expression) == value
    assert TS.value(expression) == value


@pytest.mark.parametrize(
    "expression", ["{a: 1} as const", "<Foo>{a: 1}", "{a: 1} satisfies Foo", "({a: 1} as any) as Foo", "{a: 1}!"]
)
def test_types_change_no_value(expression: str) -> None:
    assert TS.value(expression) == {"a": 1}


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("const x = {a: 1};", {"a": 1}),
        ("var x = {a: 1};", {"a": 1}),
        ("export const x = {a: 1};", {"a": 1}),
        ("let x; x = {a: 1};", {"a": 1}),
        ("const y = {a: 1}; const x = {...y, b: 2};", {"a": 1, "b": 2}),
        ("if (z) { const x = {a: 2}; } const x = {a: 1};", {"a": 1}),
        ("function f() { const x = {a: 2}; } const x = {a: 1};", {"a": 1}),
        ("function f() { var x = {a: 1}; }", MAYBE),
        ("if (z) { var x = {a: 1}; }", MAYBE),
        ("if (z) x = {a: 1};", MAYBE),
        ("let x; if (z) x = {a: 1};", MAYBE),
        ("let x; if (z) {} else { x = {a: 1}; }", MAYBE),
        ("let x; function f() { x = {a: 1}; }", MAYBE),
        ("let x; for (;;) x = {a: 1};", MAYBE),
        ("let x = {a: 1}; x = {a: 2};", MAYBE),
        ("let x = {a: 1}; x ||= {a: 2};", MAYBE),
        ("let x = 1; x++;", MAYBE),
        ("function x() {}", MAYBE),
        ("class x {}", MAYBE),
        ("import x from 'y';", MAYBE),
        ("import * as x from 'y';", MAYBE),
        ("import {y as x} from 'y';", MAYBE),
        ("const {x} = y;", MAYBE),
        ("const {x = {a: 1}} = y;", MAYBE),
        ("const {y: {x}, ...z} = y;", MAYBE),
        ("const [x, y] = [1, 2];", MAYBE),
        ("[x, y] = [1, 2]; const x = 3;", MAYBE),
        ("for (const x of y) {} const x = 1;", MAYBE),
        ("const x = {a: 1}; x.a = 2;", {"a": MAYBE}),
        ("const x = {a: 1}; x['b'] = 2;", {"a": 1, "b": MAYBE}),
        ("const x = {a: 1}; x[k] = 2;", MAYBE),
        ("const x = {a: {b: 1}}; x.a.b = 2;", {"a": UNKNOWN}),
        ("const x = {a: [1]}; x.a.push(2);", {"a": UNKNOWN}),
        ("const x = {a: 1}; delete x.a;", {"a": MAYBE}),
        ("const x = {a: 1}; Object.assign(x, {b: 2});", MAYBE),
        ("const x = [1]; x.push(2);", MAYBE),
        ("const x = {a: 1}; const y = x; y.a = 2;", {"a": MAYBE}),
        ("const z = {a: 1}; const x = {b: z}; x.b.a = 2;", {"b": UNKNOWN}),
        (f"const x = {{a: 1}}; x{'.a' * 30} = 2;", {"a": 1}),
        ("const x = [1]; const y = {...z, a: x, ...}; y.a.push(2);", MAYBE),
        ("const x = [1]; const y = [x, ...z]; y[0].push(2);", MAYBE),
        ("const x = [1]; const y = f(x, ...z); y.a.push(2);", MAYBE),
        ("const x = {a: 1}; g()[x.a] = 1; f().x = 2; console.log(x);", {"a": 1}),
        (
            "const x = {a: 1, b: {c: null}, d: [{}]}; f(x);",
            {"a": 1, "b": {"c": MAYBE, MORE: UNKNOWN}, "d": [{MORE: UNKNOWN}, MORE], MORE: UNKNOWN},
        ),
        ("const x = {a: 1}; f({y: [x]});", {"a": 1, MORE: UNKNOWN}),
        ("const x = {a: 1}; const y = {z: x}; f(y);", {"a": 1, MORE: UNKNOWN}),
        ("const x = [{a: 1}]; for (const y of x) y.a = 2;", MAYBE),
        ("const x = [{a: 1}]; x.forEach(y => { y.a = 2; });", MAYBE),
        ("const x = {a: {b: 1}}; const {a: y} = x; y.b = 2;", MAYBE),
        ("const x = {a: 1}; [x.a, y] = z;", {"a": MAYBE}),
        ("enum x { A = 1 }", MAYBE),
    ],
)
def test_the_values_of_variables(before: str, value: Any) -> None:
    assert JS.value("x", before) == value


def test_a_variable_counts_only_where_it_is_known() -> None:
    source = "f(x => { liveActivities.start(x) }); const x = {a: 1};"
    assert JS.payload(source) == UNKNOWN
    assert JS.payload("liveActivities.start(x); const x = {a: 1};") == UNKNOWN
    assert JS.payload("function f() { liveActivities.start(x) } const x = {a: 1};") == {"a": 1}
    assert JS.payload("const x = x.x; liveActivities.start(x);") == UNKNOWN
    assert JS.payload("const x = {...x}; function f() { liveActivities.start(x) }")[MORE] == UNKNOWN
    assert JS.payload("try {} catch (x) { liveActivities.start(x) } const x = {a: 1}") == UNKNOWN
    assert TS.payload("function f(x?: X, {y}: Y = {}, ...z) { liveActivities.start(x) } const x = {a: 1}") == UNKNOWN
    assert TS.payload("for (const x in y) { liveActivities.start(x) }") == UNKNOWN


def test_the_places_of_keys_and_values() -> None:
    source = "liveActivities.start({\n  'é🎉': 1,\n  content_state: { title: `a`, subtitle },\n  'a': [1, 'b'] });"
    (document,) = JS.documents(source)
    assert key_at(document, "content_state") == "content_state"
    assert at(document, "content_state", "title") == "`a`"
    assert at(document, "content_state", "subtitle") == "subtitle"
    assert key_at(document, "a") == "'a'"
    assert at(document, "a", 1) == "'b'"
    assert key_at(document, "é🎉") == "'é🎉'"


@pytest.mark.parametrize(
    ("source", "operation", "body"),
    [
        (
            f"fetch('{URL}/start', {{method: 'POST', body: JSON.stringify({{content_state: {{title: 'a'}}}})}})",
            "start",
            {"content_state": {"title": "a"}},
        ),
        (f"fetch(new URL('{URL}/start'), {{method: 'post', body: '{{\"a\": 1}}'}})", "start", {"a": 1}),
        (
            f'fetch(`{URL}/stream/${{key}}`, {{method: \'PUT\', body: `{{"a": "x ${{y}}", "b": ${{z}}}}`}})',
            "stream",
            {"a": PartialText(("x ", "")), "b": UNKNOWN},
        ),
        (
            f"const url = '{URL}/end', o = {{method: 'POST', body: JSON.stringify(x)}}; fetch(url, o)",
            "end",
            UNKNOWN,
        ),
        (f"fetch('{URL}/stream/k', {{method: 'DELETE'}})", "end_stream", {}),
        (f"fetch('{URL}/stream/k', {{method: 'DELETE', ...more}})", "end_stream", {}),
        (f"fetch('{URL}/start', {{method: 'POST'}})", "start", {}),
        (f"fetch('{URL}/start', {{method: 'POST', ...more}})", "start", UNKNOWN),
        (f"fetch('{URL}/start', options)", "start", UNKNOWN),
        (f"const o = {{method: 'POST'}}; o.body = x; fetch('{URL}/start', o)", "start", UNKNOWN),
        (f"axios.post('{URL}/start', {{content_state: {{}}}}, {{headers: {{}}}})", "start", {"content_state": {}}),
        (f"axios.post('{URL}/start', payload)", "start", UNKNOWN),
        (f"axios.post('{URL}/start', payload.toString())", "start", UNKNOWN),
        (f"axios.post('{URL}/start')", "start", UNKNOWN),
        (f"axios({{method: 'put', url: '{URL}/stream/k', data: {{a: 1}}}})", "stream", {"a": 1}),
        (f"axios.request({{method: m, url: '{URL}/start', data: {{a: 1}}}})", "start", {"a": 1}),
        (f"got.put('{URL}/stream/k', {{json: {{a: 1}}}})", "stream", {"a": 1}),
        ("api.post('/live-activity/start', {content_state: {title: 'a'}})", "start", {"content_state": {"title": "a"}}),
        (f"client.request('PUT', '{URL}/stream/k', JSON.stringify({{a: 1}}))", "stream", {"a": 1}),
        (f"superagent.post('{URL}/start').send({{a: 1}})", "start", UNKNOWN),
        (f"fetch('{URL}/start', {{method: 'POST', body: Buffer.from(JSON.stringify({{a: 1}}))}})", "start", {"a": 1}),
        (f"fetch('{URL}/start', {{method: 'POST', body: `a` + b}})", "start", UNKNOWN),
        (f"axios.post('{URL}/start', {{Authorization: 'x'}}, {{content_state: {{}}}})", "start", {"content_state": {}}),
        (f"axios.post('{URL}/start', 'application/json', {{a: 1}})", "start", {"a": 1}),
        (f"axios.post('{URL}/start', ...all, {{a: 1}})", "start", UNKNOWN),
        (f"client.request(...all, '{URL}/start', JSON.stringify({{a: 1}}))", "start", {"a": 1}),
        (f"const a = b, b = a; function f() {{ axios.post('{URL}/start', a) }}", "start", UNKNOWN),
        (f"axios.post(new URL(new URL('{URL}/start')), {{a: 1}})", "start", {"a": 1}),
        (f"fetch('{URL}/start', {{method: 'POST', body: '\\x7b\"a\": 1}}'}})", "start", {"a": 1}),
        ("axios.post('/live-activity/start', '{\"content_state\": {}}')", "start", {"content_state": {}}),
        (f"got(...all, '{URL}/start', {{method: 'POST', json: {{a: 1}}}})", "start", {"a": 1}),
    ],
)
def test_the_requests_of_http_clients(source: str, operation: str, body: Any) -> None:
    assert JS.request(source) == (Operation(operation), body)


@pytest.mark.parametrize(
    "source",
    [
        "app.post('/live-activity/start', (request, response) => {})",
        "router.put('/live-activity/stream/:key', {content_state: {}})",
        "http.post('/live-activity/start', handler)",
        "http.post('/live-activity/start', {other: 1})",
        "axiosMock.post('https://activitysmith.com/api/live-activity/start', {content_state: {}})",
        "fetch('https://other.example.com/api/live-activity/starts', {method: 'POST'})",
        "fetch('/live-activity/start')",
        "fetch(url) // activitysmith",
        "fetch() // activitysmith",
        "other('https://activitysmith.com/api/live-activity/start', {})",
    ],
)
def test_what_is_no_request_of_a_client(source: str) -> None:
    assert JS.documents(source) == []


def test_an_endpoint_that_does_not_exist() -> None:
    wrong = f"fetch('{URL}/begin', {{method: 'POST'}});\nfetch('{URL}/start');\n  axios.put(\n'{URL}/start', {{}})"
    assert JS.faults(wrong) == [("unknown-endpoint", 1, 7), ("unknown-endpoint", 2, 7), ("unknown-endpoint", 4, 1)]
    assert JS.faults(f"fetch('{URL}/stream/a b', {{method: 'DELETE'}})") == [("invalid-stream-key", 1, 7)]
    body = f"fetch('{URL}/start', {{method: 'POST', body: '{{\"a\": 1, \"a\": 2}}'}})"
    assert JS.faults(body) == [("duplicate-key", 1, body.index('"a": 2') + 1)]


def test_states_by_their_shape() -> None:
    source = """
import { ActivitySmith } from "activitysmith";
export function state(n, color) {
  return { title: "Deploy", type: 'segmented_progress', color, number_of_steps: n, current_step: -1 };
}
const next = { title: "Deploy", type: "timer" };
next.duration_seconds = 5;
const request = { content_state: { title: "a", percentage: 3, subtitle: null }, action };
const notice = { title: "a", type: "alert", color: "danger", message: "b" };
const tab = { title: "a", type: "stats", icon: "x" };
const camel = { title: "a", type: "progress", percentage: 3, stepColor: "red" };
const schema = { content_state: { title: String, type: { type: String }, percentage: 3 } };
const other = { title: "Deploy", type: "alert", unlike: 1 };
"""
    found = JS.requests(source)
    assert [operation for operation, _ in found] == [None, None, None]
    assert found[0][1]["content_state"]["current_step"] == -1
    assert found[1][1]["content_state"]["duration_seconds"] == MAYBE
    assert found[2][1]["content_state"]["percentage"] == 3
    assert BARE.requests(source.replace("activitysmith", "elsewhere").replace("ActivitySmith", "live_activity")) == []


def test_a_state_that_is_a_part_of_a_request_is_read_once() -> None:
    source = """
import ActivitySmith from "activitysmith";
const state = { title: "a", type: "timer", duration_seconds: 5 };
const request = { content_state: state, tags: [] };
client.liveActivities.start({ content_state: (state) });
"""
    assert len(JS.requests(source)) == 2
    assert len(JS.requests(source.replace("client.liveActivities.start", "f"))) == 2


def test_what_others_may_replace_is_no_state_of_its_own() -> None:
    source = """
import ActivitySmith from "activitysmith";
const base = { title: "", type: "progress", percentage: 3 };
const state = { ...base, ...more };
const other = Object.assign({}, { title: "", type: "timer", counts_down: 3 }, more);
const cleaned = [_.omitBy({ title: "", type: "timer", counts_down: 3 }, isBlank), _.pick(...all)];
"""
    assert JS.requests(source) == []


def test_what_is_no_body_of_a_request() -> None:
    for more in ("3", "true", "'deploy'", "() => {}", "undefined"):
        assert JS.payload(f"client.request('{URL}/start', 'POST', {more}, {{content_state: {{}}}})") == {
            "content_state": {}
        }
    assert JS.payload(f"client.request('{URL}/start', 'POST', {{a: 1}}, b)") == UNKNOWN
    assert JS.payload(f"https.request('{URL}/start', {{method: 'POST'}}, f)") == UNKNOWN
    assert JS.payload(f"fetch('{URL}/start', {{method: 'POST', body: JSON.stringify({{a: 1}}, f)}})") == UNKNOWN
    assert JS.payload(f"fetch('{URL}/start', {{method: 'POST', body: JSON.stringify({{a: 1}}, null, 2)}})") == {"a": 1}
    assert BARE.requests(f"http.post('{URL}/start', () => new Response(), {{once: true}})") == []
    assert BARE.requests("nock(url).put('/live-activity/stream/x', {content_state: {}})") == []
    assert (
        BARE.requests(
            "post('/live-activity/start', {content_state: {}}); this.post('/live-activity/end', {content_state: {}})"
        )
        == []
    )


@pytest.mark.parametrize("elision", ["/* ... */", "// ...", "/* … */"])
def test_a_comment_may_stand_for_something_that_is_left_out(elision: str) -> None:
    assert JS.payload(f"liveActivities.start({{tags: [1, {elision}\n], {elision}\n}})") == {
        "tags": [1, MORE],
        MORE: UNKNOWN,
    }
    assert JS.payload("liveActivities.start(/* as above */)") == UNKNOWN
    assert JS.payload("liveActivities.endStream('k' /* the key */)") == {}


def test_a_class_of_a_request_is_read() -> None:
    source = "import {LiveActivityStartRequest} from 'activitysmith'; new LiveActivityStartRequest({content_state: {}})"
    assert JS.request(source) == (Operation.START, {"content_state": {MORE: UNKNOWN}, MORE: UNKNOWN})
    assert JS.requests("client.liveActivities.start(new LiveActivityStartRequest({content_state: {}}))") == [
        (Operation.START, {"content_state": {}})
    ]
    assert JS.requests("import {LiveActivityStartRequest} from './own'; new LiveActivityStartRequest({})") == []


KEY = "4f1c0e9b7d2a"


@pytest.mark.parametrize(
    "source",
    [
        f"new ActivitySmith({{ apiKey: '{KEY}' }})",
        f"new ActivitySmith('{KEY}')",
        f"new ActivitySmith({{ apiKey: process.env.ACTIVITYSMITH_API_KEY || '{KEY}' }})",
        f"const key = '{KEY}'; new ActivitySmith({{ apiKey: key }})",
        f"new Configuration({{ accessToken: env('NAME', '{KEY}') }}) // activitysmith",
        f"const h = {{ Authorization: 'Bearer {KEY}' }} // activitysmith",
        f"const h = ['Authorization: Bearer {KEY}'] // activitysmith",
        f"const h = 'Bearer ' + '{KEY}' // activitysmith",
        f"const options = {{ apiKey: '{KEY}' }}; new ActivitySmith(options)",
        f"const key = '{KEY}'; const h = {{ Authorization: `Bearer ${{key}}` }} // activitysmith",
    ],
)
def test_an_api_key_is_found_and_hidden(source: str) -> None:
    assert JS.keys(source) == [KEY]
    assert JS.faults(source) == [("literal-api-key", 1, source.index(KEY) + 1)]


@pytest.mark.parametrize(
    "source",
    [
        "new ActivitySmith({ apiKey: process.env.ACTIVITYSMITH_API_KEY })",
        "new ActivitySmith({ apiKey: 'YOUR-API-KEY', ...more })",
        "new ActivitySmith(...more)",
        f"import {{Client}} from 'elsewhere'; new Client('{KEY}') // activitysmith",
        "const h = [`Bearer ${key}`, `Bearer ${f()}`, `Bearer ${a} b`] // activitysmith",
        "const h = [`Bearer x${key}`, `Bearer ${/**/}`] // activitysmith",
        "new ActivitySmith({ apiKey: env(...a), accessToken: env('NAME', ...b), other: '4f1c0e9b7d2a' })",
        "const a = b || c, b = a || d; function f() { new ActivitySmith({ apiKey: a }) }",
    ],
)
def test_what_is_no_api_key(source: str) -> None:
    assert JS.keys(source) == []


def test_a_comment_applies_to_the_statement_or_the_line() -> None:
    (document,) = JS.documents("const start =\n  await client\n    .liveActivities.start({\n});")
    assert document.heads == [1, 2]
    (document,) = JS.documents("f(() => liveActivities.start({\n}))")
    assert document.heads == [1]


def test_what_cannot_be_read_hides_nothing_else() -> None:
    source = "if (x { y = }\nliveActivities.start({a: 1});\nconst ) = (;\nliveActivities.start({b: 2});"
    assert [body for _, body in JS.requests(source)] == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    "source", ["<div>{liveActivities.start({a: 1})}</div>", "x = <br/>; liveActivities.start({a: 1})"]
)
def test_jsx(source: str) -> None:
    assert JS.payload(source) == {"a": 1}
    assert TS.payload(source) == {"a": 1}


@pytest.mark.slow
def test_deep_and_long_code_is_read_in_time() -> None:
    deep = "{a:" * 1_000 + "1" + "}" * 1_000
    long = " + ".join(["'a'"] * 20_000)
    assert JS.payload(f"liveActivities.start({deep})")["a"] is not None
    assert JS.payload(f"liveActivities.start({{a: {long}}})")["a"] is not None
    many = ", ".join(f"a{number}" for number in range(2_000))
    assert JS.payload(f"const x = [{many}]; liveActivities.start({{x}})")["x"] != UNKNOWN
    JS.documents("liveActivities.start" + "(" * 1_000)


def test_long_chains_are_given_up() -> None:
    names = "; ".join(f"const a{number} = a{number - 1}" for number in range(1, 20))
    assert JS.payload(f"const a0 = {{a: 1}}; {names}; axios.post('{URL}/start', a19)") == {"a": 1}
    assert JS.documents(f"axios.post({'new URL(' * 20}'{URL}/start'{')' * 20}, {{a: 1}})") == []
    assert JS.payload(f"axios.post('{URL}/start', {'JSON.stringify(' * 20}{{a: 1}}{')' * 20})") == UNKNOWN
    assert JS.keys(f"const a0 = '{KEY}'; {names}; new ActivitySmith(a19)") == []


@pytest.mark.parametrize(
    "source", ["1 +", "x ? :", "- ", "a ? b", "x[", "x.", "new", "...", "for (", "import {", "=> x"]
)
def test_code_that_is_cut_off(source: str) -> None:
    for text in (source, f"x = {source}", f"const x = {{a: {source}"):
        assert all(found.value is not None for found in JS.documents(f"liveActivities.start({{a: 1}}); {text}"))
        JS.documents(f"liveActivities.start({{a: {text}}})")
        TS.documents(f"liveActivities.start([{text}])")


def test_code_without_a_word_of_the_service_is_not_parsed() -> None:
    assert BARE.documents("fetch(url)") == []
