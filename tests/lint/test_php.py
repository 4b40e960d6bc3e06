"""The reader of PHP: calls of the SDK, HTTP clients, curl, values, names and keys."""

from __future__ import annotations

import time
from typing import Any

import attrs
import pytest
from code_kit import Code, at, key_at, line_and_column
from hypothesis import given
from hypothesis import strategies as st

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.code.php.language import PHP, php_documents

pytestmark = pytest.mark.slow  # the quick tests read each language in `test_lint_code.py`

URL = "https://activitysmith.com/api/live-activity"
SENDING = (
    "{1}\n$guzzle->post('https://x.test/live-activity/start', ['json' => ['content_state' => [], 'value' => {0}]]);\n"
)
CODE = Code(PHP, SENDING, "\n// activitysmith")
STATE = {"title": "Backup", "type": "progress", "percentage": 42}
WRITTEN = "['title' => 'Backup', 'type' => 'progress', 'percentage' => 42]"
NAMED = "LiveActivityContentState::make(title: 'Backup', type: 'progress', percentage: 42)"
STRING, NUMBER, BOOLEAN = Unknown({"string"}), Unknown({"number"}), Unknown({"boolean"})
ARRAY, OBJECT, LIST = Unknown({"array", "object"}), Unknown({"object"}), Unknown({"array"})
MAYBE = Unknown(may_be_missing=True)
NOT_NULL = Unknown(UNKNOWN.types - {"null"}, may_be_missing=True)
"""A value that the SDK leaves out if it is null."""
KEY = "4f1c0e9b7d2a4f1c0e9b7d2a"
SDK = "use ActivitySmith\\ActivitySmith;\n"


@pytest.mark.parametrize(
    ("call", "operation", "body"),
    [
        (f"start(['content_state' => {WRITTEN}])", "start", {"content_state": STATE}),
        (f"start(array('content_state' => {WRITTEN},))", "start", {"content_state": STATE}),
        (f"start(contentState: {NAMED})", "start", {"content_state": STATE}),
        (f"start(request: ['content_state' => {WRITTEN}])", "start", {"content_state": STATE}),
        ("start(title: 'x', numberOfSteps: 3)", "start", {"content_state": {"title": "x", "number_of_steps": 3}}),
        (f"startLiveActivity(['content_state' => {WRITTEN}])", "start", {"content_state": STATE}),
        (f"startLiveActivityWithHttpInfo(['content_state' => {WRITTEN}], $type)", "start", {"content_state": STATE}),
        (
            f"startLiveActivity(liveActivityStartRequest: ['content_state' => {WRITTEN}])",
            "start",
            {"content_state": STATE},
        ),
        (
            f"update(activityId: 'act_7', contentState: {NAMED})",
            "update",
            {"activity_id": "act_7", "content_state": STATE},
        ),
        (
            f"end(['activity_id' => $id, 'content_state' => {WRITTEN}])",
            "end",
            {"activity_id": UNKNOWN, "content_state": STATE},
        ),
        (f"stream('key', ['content_state' => {WRITTEN}])", "stream", {"content_state": STATE}),
        (f"stream('key', contentState: {NAMED})", "stream", {"content_state": STATE}),
        (f"stream(streamKey: 'key', contentState: {NAMED})", "stream", {"content_state": STATE}),
        (f"reconcileLiveActivityStream('key', ['content_state' => {WRITTEN}])", "stream", {"content_state": STATE}),
        ("endStream('key')", "end_stream", {}),
        ("endStream('key', null)", "end_stream", {}),
        ("endStream('key', ['tags' => ['a']])", "end_stream", {"tags": ["a"]}),
        ("endLiveActivityStream('key')", "end_stream", {}),
        ("endStream('key', action: null, alert: null)", "end_stream", {}),
        ("start(['channels' => ['a', 'b']])", "start", {"target": {"channels": ["a", "b"]}}),
        ("start(channels: 'a, b')", "start", {"target": {"channels": ["a", "b"]}}),
        ("start($request)", "start", UNKNOWN),
        ("start(...$all)", "start", {MORE: UNKNOWN}),
        ("start(...)", "start", {MORE: UNKNOWN}),
        ("start(null, $state)", "start", {MORE: UNKNOWN}),
        ("stream('key', ['tags' => ['a']], $state)", "stream", {"tags": UNKNOWN, MORE: UNKNOWN}),
        ("update(['tags' => null])", "update", {"tags": None}),
    ],
)
def test_every_form_of_a_call(call: str, operation: str, body: Any) -> None:
    assert CODE.request(f"$sent = $client->liveActivities->{call};") == (Operation(operation), body)
    assert CODE.request(f"<?php\nreturn @($client?->liveActivities?->{call});") == (Operation(operation), body)


@pytest.mark.parametrize(
    "source",
    [
        "$live = $client->liveActivities; $live->start(['content_state' => ['title' => 'a']]);",
        (
            "class A { function __construct($c) { $this->api = $c->liveActivities; }"
            " function f() { $this->api->start(title: 'a'); } }"
        ),
        (
            "class A { function __construct(private readonly ?LiveActivities $api) {}"
            " function f() { $this->api->start(title: 'a'); } }"
        ),
        "class A { private \\ActivitySmith\\LiveActivities $api; function f() { $this->api->start(title: 'a'); } }",
        "function f(LiveActivities $api) { $api->start(title: 'a'); }",
        "$client->liveActivities()->start(title: 'a');",
        "(new LiveActivitiesApi($http))->startLiveActivity(['content_state' => ['title' => 'a']]);",
        f"{SDK}make()->start(['content_state' => ['title' => 'a']]);",
        f"{SDK}$x->startLiveActivity(['content_state' => ['title' => 'a']]);",
        "function f() { global $live_activities; return fn() => $live_activities->start(title: 'a'); }",
    ],
)
def test_what_sends_a_request(source: str) -> None:
    assert CODE.request(source) == (Operation.START, {"content_state": {"title": "a"}})


@pytest.mark.parametrize(
    "source",
    [
        "$engine->start(['content_state' => ['title' => 'a']]); // live_activities",
        f"{SDK}$engine->start(['title' => 'a']);",
        f"{SDK}start(['content_state' => ['title' => 'a']]);",
        f"{SDK}end($list); $model->update(['content_state' => 1], $options);",
        "$live_activities->$method(['content_state' => ['title' => 'a']]);",
        "$live_activities->{'start'}(['content_state' => ['title' => 'a']]);",
        "LiveActivities::$start(['content_state' => ['title' => 'a']]);",
        "$start(['content_state' => ['title' => 'a']]); // activitysmith",
        "new $class(['content_state' => ['title' => 'a']]); new class(1) {}; // activitysmith",
        "$user->liveActivities()->update(['status' => 'done']);",
        "$liveActivities->other([]);",
        f"{SDK}Route::post('/live-activity/start', [Controller::class, 'start']);",
    ],
)
def test_what_sends_none(source: str) -> None:
    assert attrs.evolve(CODE, mark="").requests(source) == []


def test_the_stream_key_and_what_it_must_be() -> None:
    (document,) = CODE.documents("$liveActivities->stream('a b', []);")
    assert document.stream_key == "a b"
    assert CODE.faults("$liveActivities->stream('a b', []);") == [("invalid-stream-key", 1, 25)]
    (document,) = CODE.documents('$liveActivities->stream("deploy-{$name}", []);')
    assert document.stream_key == PartialText(("deploy-", ""))
    (document,) = CODE.documents("$liveActivities->endStream('deploy-' . $name);")
    assert document.stream_key == PartialText(("deploy-", ""))


def test_the_parts_of_a_payload_that_the_sdk_creates() -> None:
    source = """<?php
use ActivitySmith\\{LiveActivityMetric as Metric, LiveActivityAction};
use ActivitySmith\\LiveActivityContentState as State;
$live->liveActivities->stream(
    'key',
    contentState: State::make(
        'Health',
        'metrics',
        subtitle: null,
        metrics: [
            Metric::make('CPU', 18, '%', LiveActivityColor::BLUE),
            \\ActivitySmith\\LiveActivityMetric::make(label: 'MEM', value: 42, color: LiveActivityColor::RED->value),
        ],
        icon: LiveActivityAlertIcon::make('server.rack', 'blue'),
        badge: LiveActivityAlertBadge::make(title: 'S3'),
    ),
    action: LiveActivityAction::make('Stop', LiveActivityActionType::WEBHOOK, 'https://x.test', 'POST', ['a' => 1]),
    alert: null, // none
);
"""
    assert CODE.payload(source) == {
        "content_state": {
            "title": "Health",
            "type": "metrics",
            "metrics": [
                {"label": "CPU", "value": 18, "unit": "%", "color": "blue"},
                {"label": "MEM", "value": 42, "color": "red"},
            ],
            "icon": {"symbol": "server.rack", "color": "blue"},
            "badge": {"title": "S3"},
        },
        "action": {"title": "Stop", "type": "webhook", "url": "https://x.test", "method": "POST", "body": {"a": 1}},
    }
    (document,) = CODE.documents(source)
    assert line_and_column(document, ("content_state", "metrics", 1, "value")) == (12, 74)
    assert key_at(document, "content_state", "metrics", 1, "value") == "value"
    assert at(document, "content_state", "type") == "'metrics'"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("LiveActivities::TYPE_METRICS", "metrics"),
        ("\\ActivitySmith\\LiveActivities::TYPE_STATS", "stats"),
        ("LiveActivityColor::LIME->value", "lime"),
        ("LiveActivityColor::PINK", UNKNOWN),
        ("Color::LIME", UNKNOWN),
        ("LiveActivityColor::class", STRING),
        (
            "LiveActivityMetric::make(...$parts)",
            {"label": NOT_NULL, "value": NOT_NULL, "unit": NOT_NULL, "color": NOT_NULL, MORE: UNKNOWN},
        ),
        ("LiveActivityMetric::other('a')", UNKNOWN),
        ("action('Open', 'open_url')", UNKNOWN),
        ("Action::make('Open')", UNKNOWN),
        ("self::make('Open')", UNKNOWN),
        ("new Other(['title' => 'a'])", UNKNOWN),
        ("new ActivityMetric(['label' => 'a', 'upperLimit' => 5, 'unit' => null])", {"label": "a", "upper_limit": 5}),
        ("(new ContentStateStart())->setTitle('a')->setNumberOfSteps($n)", {"title": "a", "number_of_steps": UNKNOWN}),
        (
            "(new \\ActivitySmith\\Generated\\Model\\LiveActivityAction(['title' => 'a']))->setUrl('b')",
            {"title": "a", "url": "b"},
        ),
        ("$made->setTitle('a')", UNKNOWN),
        ("(new Other())->setTitle('a')", UNKNOWN),
        ("(new ContentStateStart())->title()->setTitle('a')", UNKNOWN),
    ],
)
def test_the_classes_and_constants_of_the_sdk(expression: str, expected: Any) -> None:
    assert CODE.value(expression) == expected


def test_a_request_of_the_generated_classes() -> None:
    state = "new ContentStateStart(['title' => 'a', 'stepColor' => 'red'])"
    made = f"new LiveActivityStartRequest(['contentState' => {state}])"
    known = {"title": "a", "step_color": "red"}
    body = {"content_state": known}
    assert CODE.request(f"$api->startLiveActivity({made}); // activitysmith") == (Operation.START, body)
    built: Any = {"content_state": {**known, MORE: UNKNOWN}, MORE: UNKNOWN}
    assert CODE.request(f"$request = {made}; // activitysmith") == (Operation.START, built)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a\\'b\\n\\\\'", "a'b\\n\\"),
        ('"a\\n\\t\\$\\"\\\\\\q\\x41\\101\\u{1F600}"', 'a\n\t$"\\\\qAA\U0001f600'),
        ('"\\e\\v\\f\\r"', "\x1b\v\f\r"),
        ('"\\xe9 x"', PartialText(("", " x"))),
        ('"\\u{D800} x"', PartialText(("", " x"))),
        ('"\\u{110000} x"', PartialText(("", " x"))),
        ("''", ""),
        ('""', ""),
        ("b'x'", "x"),
        ('"a $b {$c->d} ${e} $f[0] g"', PartialText(("a ", " ", " ", " ", " g"))),
        ('<<<A\n  a\n    b\n\n  \\"c\\" {$d}\n  A', PartialText(('a\n  b\n\n\\"c\\" ', ""))),
        ("<<<'A'\n  a $b \\n\n  c\n  A", "a $b \\n\nc"),
        ("<<<A\r\na\r\nb\r\nA", "a\r\nb"),
        ("<<<A\nA", ""),
        ("'a' . 5 . \"b\" . (('c') . 'd')", "a5bcd"),
        ("$a . $b", STRING),
        ("$a . ' b'", PartialText(("", " b"))),
        ("sprintf('%d of %s, 100%% %05.1f', $a, $b)", PartialText(("", " of ", ", 100% ", ""))),
        ('sprintf("$a %s", 1)', PartialText(("", " ", ""))),
        ("sprintf('a % y %', 1)", PartialText(("a ", " y ", ""))),
        ("sprintf('%" + "0" * 50_000 + "')", PartialText(("", "0" * 50_000))),
        ("sprintf($format, 1)", STRING),
        ("vsprintf(...$all)", STRING),
        ("(string) 5", "5"),
        ("(string) $x", STRING),
        ("(int) $x", NUMBER),
        ("(float) $x", NUMBER),
        ("(bool) $x", BOOLEAN),
        ("(object) $x", OBJECT),
        ("(array) $x", ARRAY),
        ("(unset) $x", UNKNOWN),
        ("1_000", 1000),
        ("0x1F", 31),
        ("017", 15),
        ("-1.5", -1.5),
        ("+3", 3),
        ("-$x", NUMBER),
        ("-2 ** 2", NUMBER),
        ("1e999", NUMBER),
        ("~1", NUMBER),
        ("!$x", BOOLEAN),
        ("TRUE", True),
        ("false", False),
        ("NULL", None),
        ("1 + 2 * 3 - 4", 3),
        ("$a + 1", UNKNOWN),
        ("count($a) + 1", NUMBER),
        ("(string) $a + 1", UNKNOWN),
        ("$a == $b", BOOLEAN),
        ("$a && $b", BOOLEAN),
        ("$a instanceof B", BOOLEAN),
        ("$a ?? 5", UNKNOWN),
        ("true ? 5 : 5", 5),
        ("$a ? 'x' : 'y'", STRING),
        ("$a ?: 'y'", UNKNOWN),
        ("$b = 5", 5),
        ("clone $x", UNKNOWN),
        ("match(true) { default => 1 }", UNKNOWN),
        ("fn() => 1", UNKNOWN),
        ("`ls`", UNKNOWN),
        ("round($x)", NUMBER),
        ("\\strtoupper($x)", STRING),
        ("json_encode([1])", STRING),
        ("CONSTANT", UNKNOWN),
        ("\\CONSTANT", UNKNOWN),
        ("$x[0]", UNKNOWN),
        ("$x->$y", UNKNOWN),
        ("X::$y", UNKNOWN),
        ("$f(1)", UNKNOWN),
        ("$$x", UNKNOWN),
    ],
)
def test_the_value_of_an_expression(expression: str, expected: Any) -> None:
    assert CODE.value(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("['a' => 1, \"b\" => 2, /* c */ 'd' => /* e */ 3,]", {"a": 1, "b": 2, "d": 3}),
        ("['a', 'b']", ["a", "b"]),
        ("[]", ARRAY),
        ("array()", ARRAY),
        ("(object) []", {}),
        ("(OBJECT) ['a' => 1]", {"a": 1}),
        ("(object) ['a']", OBJECT),
        ("(array) ['a']", ["a"]),
        ("['a' => 1, 'b']", ARRAY),
        ("[5 => 'a']", ARRAY),
        ("['5' => 'a']", ARRAY),
        ("['-5' => 'a', 'b' => 1]", ARRAY),
        ("[true => 'a']", ARRAY),
        ("[$k => 'a']", ARRAY),
        ("[$k => 'a', 'b' => 1]", {"b": 1, MORE: UNKNOWN}),
        ("['b' => 1, $k => 'a']", {"b": UNKNOWN, MORE: UNKNOWN}),
        ("['a' => 1, ...$b]", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("[...$b, 'a' => 1]", {"a": 1, MORE: UNKNOWN}),
        ("[...['b' => 2], ...['a' => 1]]", {"a": 1, "b": 2}),
        ("[...$a, ...$b]", ARRAY),
        ("[...$a, 'b']", [MORE, "b"]),
        ("[...['a'], 'b']", ["a", "b"]),
        ("['a' => 1, ...]", {"a": 1, MORE: UNKNOWN}),
        ("['a' => 1, …]", {"a": 1, MORE: UNKNOWN}),
        ("['a', ...]", ["a", MORE]),
        ("[...]", ARRAY),
        ("['a' => 1, ...\n'b' => 2]", ARRAY),
        ("['a' => &$x]", {"a": UNKNOWN}),
        ("['a' => 1] + ['a' => 2, 'b' => 3]", {"b": 3, "a": 1}),
        ("['a' => 1] + $b", {"a": 1, MORE: UNKNOWN}),
        ("$a + $b", UNKNOWN),
        ("array_merge(['a' => 1], ['a' => 2])", {"a": 2}),
        ("array_replace($a, ['a' => 2])", {"a": 2, MORE: UNKNOWN}),
        ("array_merge(['a' => 2], ...$rest)", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("array_merge($a, $b)", ARRAY),
        ("array_merge(['a'], ['b'])", ARRAY),
        ("array_filter(['a' => 1, 'b' => null])", ARRAY),
        (
            "array_filter(['a' => 1, 'b' => null, 'c' => $c], fn ($v) => $v !== null)",
            {"a": 1, "c": NOT_NULL},
        ),
        ("array_filter(['b' => null], static fn (mixed $v): bool => !is_null($v))", {}),
        ("array_filter(['a' => 1], fn ($v) => $v !== null && $v > 1)", ARRAY),
        ("array_filter(...$all)", ARRAY),
        ("compact('title', 'type')", ARRAY),
        ("array_map($f, $list)", ARRAY),
        ("array_values($list)", LIST),
    ],
)
def test_arrays(expression: str, expected: Any) -> None:
    assert CODE.value(expression) == expected


@pytest.mark.parametrize(
    ("before", "expression", "expected"),
    [
        ("$a = 'x';", "$a", "x"),
        ("const A = 'x';", "A", "x"),
        ("namespace B { const A = 'x'; }", "A", "x"),
        ("class B { const A = 'x'; }", "A", UNKNOWN),
        ("$a = 'x'; $a = 'y';", "$a", UNKNOWN),
        ("$a = 'x'; $a .= 'y';", "$a", UNKNOWN),
        ("$a = 1; $a++;", "$a", UNKNOWN),
        ("$a = 1; unset($a);", "$a", UNKNOWN),
        ("$a = 1; $b = &$a;", "$a", UNKNOWN),
        ("$a = 1; $b = [&$a];", "$a", UNKNOWN),
        ("$a = 1; foreach ($b as $a) {}", "$a", UNKNOWN),
        ("$a = 1; foreach ($b as $k => $a) {}", "$a", UNKNOWN),
        ("$a = 1; foreach ($b as [$a]) {}", "$a", UNKNOWN),
        ("$a = 1; foreach ($a as $k => &$v) {}", "$a", UNKNOWN),
        ("$v = 1; foreach ($a as $k => &$v) {}", "$v", UNKNOWN),
        ("$a = 1; [$x, [$a]] = $y;", "$a", UNKNOWN),
        ("$a = 1; ['a' => $x, $a => &$z] = $y;", "$a", 1),
        ("$a = 1; list($a, $b) = $y;", "$a", UNKNOWN),
        ("$a = 1; list(&$a) = $y;", "$a", UNKNOWN),
        ("$a = 1; try {} catch (E $a) {}", "$a", UNKNOWN),
        ("$a = 1; static $a = 2;", "$a", UNKNOWN),
        ("$a = 1; function f() { global $a; $a = 2; }", "$a", UNKNOWN),
        ("$a = 1; function f() { $a = 2; }", "$a", 1),
        ("$a = 1; $f = function () { $a = 2; };", "$a", 1),
        ("$a = 1; $f = function () use (&$a) { $a = 2; };", "$a", UNKNOWN),
        ("$a = 1; $f = function () use ($a) { return $a; };", "$a", 1),
        ("function f(&$x) {} $a = 1; f($a);", "$a", UNKNOWN),
        ("class B { function f($p, array &...$x) {} } $a = 1; $b->f(1, $a);", "$a", UNKNOWN),
        ("function f(&$x) {} $a = 1; g($a); new f($a);", "$a", 1),
        ("$a = ['b' => 1, 'c' => 2]; $a['b'] = 3;", "$a", {"b": MAYBE, "c": 2}),
        ("$a = ['b' => ['c' => 1], 'd' => 2]; $a['b']['c'] = 3;", "$a", {"b": UNKNOWN, "d": 2}),
        ("$a = ['b' => [1], 'd' => 2]; $a['b'][] = 3;", "$a", {"b": UNKNOWN, "d": 2}),
        ("$a = ['b' => 1]; $a[] = 3;", "$a", UNKNOWN),
        ("$a = ['b' => 1]; $a->{$k} = 3;", "$a", UNKNOWN),
        ("$a = ['b' => 1, 'c' => 2]; unset($a['b']);", "$a", {"b": MAYBE, "c": 2}),
        ("$a = ['b' => 1]; $a->offsetUnset('b');", "$a", UNKNOWN),
        ("$a = ['b', 'c']; sort($a);", "$a", UNKNOWN),
        ("$a = ['b', 'c']; array_push($a, 'd');", "$a", UNKNOWN),
        ("$a = new ContentStateStart(['title' => 'a']); $a->setTitle('b');", "$a", UNKNOWN),
        ("$a = ['b' => 1]; function g() { return $a; }", "$a", {"b": 1}),
        ("function f() { global $a; return 1; } $a = 1;", "$a", 1),
        ("if ($b) { $a = 1; }", "$a", UNKNOWN),
        ("$a = [1]; foreach ($a as &$b) { $b = 2; }", "$a", UNKNOWN),
        ("$a = [1]; foreach ($a as $k => &$b) { $b = 2; }", "$a", UNKNOWN),
        ("$a = [1]; foreach ($a as $b) { $c = $b; }", "$a", [1]),
        ("$a = 1; extract($x);", "$a", UNKNOWN),
        ("$a = 1; $$b = 2;", "$a", UNKNOWN),
        ("$a = 1; $GLOBALS['a'] = 2;", "$a", UNKNOWN),
    ],
)
def test_variables(before: str, expression: str, expected: Any) -> None:
    assert CODE.value(expression, before) == expected


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("function f() {{ {0} }}", UNKNOWN),
        ("class A {{ function f() {{ {0} }} }}", UNKNOWN),
        ("$f = function () {{ {0} }};", UNKNOWN),
        ("$f = function () use ($x, $a) {{ {0} }};", "b"),
        ("$f = function () use (&$a) {{ {0} }};", "b"),
        ("function f() {{ global $x, $a; {0} }}", "b"),
        ("function f($a) {{ {0} }}", UNKNOWN),
        ("fn ($a) => {0};", UNKNOWN),
        ("fn ($b) => {0};", "b"),
    ],
)
def test_what_a_function_sees(function: str, expected: Any) -> None:
    call = "$live_activities->start(['tags' => $a])"
    source = "$a = 'b';\n" + function.format(call if "=> {0}" in function else f"{call};")
    assert CODE.payload(source) == {"tags": expected}


def test_a_function_sees_the_imports_and_constants_of_the_file() -> None:
    source = """<?php
use ActivitySmith\\LiveActivityMetric as M;
use Elsewhere\\LiveActivityMetric;
use function Elsewhere\\{a, b};
use ActivitySmith\\{};
const UNIT = '%';
function f($live) {
    $live->liveActivities->start(metrics: [M::make('a', 1, UNIT), LiveActivityMetric::make('b')]);
}
"""
    assert CODE.payload(source) == {"content_state": {"metrics": [{"label": "a", "value": 1, "unit": "%"}, UNKNOWN]}}


@pytest.mark.parametrize(
    ("call", "operation", "body"),
    [
        (f"$c->post('{URL}/start', ['json' => ['content_state' => []]])", "start", {"content_state": ARRAY}),
        (f"$c->postAsync('{URL}/start', ['json' => $body])", "start", UNKNOWN),
        (f"$c->put('{URL}/stream/k', [RequestOptions::JSON => ['tags' => 1]])", "stream", {"tags": 1}),
        (f"$c->put('{URL}/stream/k', [\\GuzzleHttp\\RequestOptions::JSON => ['tags' => 1]])", "stream", {"tags": 1}),
        (f"$c->request('PUT', '{URL}/stream/k', ['json' => ['tags' => 1], 'headers' => []])", "stream", {"tags": 1}),
        (f"$c->request('PUT', uri: '{URL}/stream/k', options: ['json' => ['tags' => 1]])", "stream", {"tags": 1}),
        (f"$c->post(url: '{URL}/end', options: $x)", "end", UNKNOWN),
        (f"$c->put('{URL}/stream/k', data: ['tags' => 1])", "stream", {"tags": 1}),
        (f"$c->request('DELETE', \"{URL}/stream/{{$key}}\")", "end_stream", {}),
        (
            f"$c->request('POST', '{URL}/end', ['body' => json_encode(['tags' => 1], JSON_THROW_ON_ERROR)])",
            "end",
            {"tags": 1},
        ),
        (
            f"$c->request('POST', '{URL}/end', ['body' => json_encode(['tags' => ['1']], JSON_NUMERIC_CHECK)])",
            "end",
            UNKNOWN,
        ),
        (f"$c->request('POST', '{URL}/end', ['body' => json_encode(['tags' => [1]], $flags)])", "end", UNKNOWN),
        (f"$c->request('POST', '{URL}/end', ['body' => json_encode(['tags' => [1]], ...$flags)])", "end", UNKNOWN),
        (f"$c->request('POST', '{URL}/end', ['body' => json_encode(value: ['tags' => 1])])", "end", UNKNOWN),
        (f"$c->request('POST', '{URL}/end', ['body' => json_encode()])", "end", UNKNOWN),
        (f"$c->request('POST', '{URL}/end', ['body' => json_encode(...$all)])", "end", UNKNOWN),
        (f"$c->request('POST', '{URL}/end', ['body' => Json::encode(['tags' => 1])])", "end", {"tags": 1}),
        (f"$c->request('POST', '{URL}/end', ['form_params' => ['tags' => 1]])", "end", {}),
        (f"new Request('POST', '{URL}/start', ['X-A' => 'b'], json_encode(['tags' => 1]))", "start", {"tags": 1}),
        (f"new \\GuzzleHttp\\Psr7\\Request('POST', '{URL}/start', [], '{{\"tags\": 1}}')", "start", {"tags": 1}),
        (f"new Request('POST', '{URL}/start', ...$more)", "start", UNKNOWN),
        (f"Requests::post('{URL}/start', ['X-A' => 'b'], wp_json_encode(['tags' => 1]))", "start", {"tags": 1}),
        (f"Http::withToken($t)->put('{URL}/stream/k', ['tags' => 1])", "stream", {"tags": 1}),
        (
            f"Http::acceptJson()->withBody('{{\"tags\": 1}}', 'application/json')->post('{URL}/start')",
            "start",
            {"tags": 1},
        ),
        (f"Http::withOptions($o)->post('{URL}/start', ['json' => ['tags' => 1]])", "start", {"tags": 1}),
        (f"$this->http->withOptions($o)->post('{URL}/start')", "start", UNKNOWN),
        (f"wp_remote_post('{URL}/start', array('body' => wp_json_encode(array('tags' => 1))))", "start", {"tags": 1}),
        (f"wp_safe_remote_request('{URL}/stream/k', ['method' => 'DELETE', 'body' => '{{}}'])", "end_stream", {}),
        (
            (
                f"file_get_contents('{URL}/start', false, stream_context_create(['http' => "
                "['method' => 'POST', 'content' => json_encode(['tags' => 1])]]))"
            ),
            "start",
            {"tags": 1},
        ),
        (f"file_get_contents('{URL}/start', false, $context)", "start", UNKNOWN),
        (
            f"file_get_contents('{URL}/start', false, stream_context_create(['http' => $options]))",
            "start",
            UNKNOWN,
        ),
        (
            f"file_get_contents('{URL}/start', false, stream_context_create(['http' => ['method' => 'POST', ...$o]]))",
            "start",
            UNKNOWN,
        ),
    ],
)
def test_http_clients(call: str, operation: str, body: Any) -> None:
    assert CODE.request(f"$sent = {call};") == (Operation(operation), body)


def test_the_options_of_a_stream_in_variables() -> None:
    source = f"""
$options = ['http' => ['method' => 'PUT', 'content' => json_encode(['content_state' => {WRITTEN}])]];
$context = stream_context_create($options);
$reply = file_get_contents('{URL}/stream/key', false, $context);
"""
    assert CODE.request(source) == (Operation.STREAM, {"content_state": STATE})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('\'{"content_state": {"title": "\' . $title . \'", "percentage": 5}}\'', PartialText(("", ""))),
        ('"{\\"content_state\\": {\\"title\\": \\"$title\\", \\"percentage\\": 5}}"', PartialText(("", ""))),
        ('sprintf(\'{"content_state": {"title": "%s", "percentage": 5}}\', $title)', PartialText(("", ""))),
        ('<<<JSON\n  {"content_state": {\n    "title": "x", "percentage": 5}}\n  JSON', "x"),
        ('<<<\'JSON\'\n{"content_state": {"title": "x", "percentage": 5}}\nJSON', "x"),
    ],
)
def test_a_body_that_is_a_text(body: str, expected: Any) -> None:
    source = f"$c->put('{URL}/stream/key', ['body' => {body}]);"
    (document,) = CODE.documents(source)
    title = document.value["content_state"]["title"]
    assert title == expected or isinstance(title, Unknown)
    place = document.locator([("content_state", "percentage")])["content_state", "percentage"].value
    lines = source.splitlines()
    assert lines[place.line - 1][place.column - 1] == "5"


@pytest.mark.parametrize(
    ("statements", "operation", "body"),
    [
        (
            [
                f"$ch = curl_init('{URL}/stream/key')",
                "curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'PUT')",
                "curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['tags' => 1]))",
                "curl_setopt($ch, CURLOPT_RETURNTRANSFER, true)",
                "curl_exec($ch)",
            ],
            "stream",
            {"tags": 1},
        ),
        (
            [
                "$ch = curl_init()",
                (
                    f"curl_setopt_array($ch, [CURLOPT_URL => '{URL}/start', CURLOPT_POST => true, /* x */"
                    " \\CURLOPT_POSTFIELDS => '{\"tags\": 1}'])"
                ),
            ],
            "start",
            {"tags": 1},
        ),
        ([f"$ch = curl_init('{URL}/start')", "curl_setopt($ch, CURLOPT_POSTFIELDS, $body)"], "start", UNKNOWN),
        ([f"$ch = curl_init('{URL}/start')", "curl_setopt($ch, CURLOPT_POST, 1)"], "start", UNKNOWN),
        ([f"$ch = curl_init('{URL}/start')", "curl_setopt($ch, CURLOPT_POST, $is)"], "GET", None),
        ([f"$ch = curl_init('{URL}/stream/k')", "curl_setopt($ch, CURLOPT_UPLOAD, true)"], "stream", UNKNOWN),
        (
            [
                f"$ch = curl_init('{URL}/stream/k')",
                "curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'PUT')",
                "curl_setopt($ch, CURLOPT_POSTFIELDS, '{\"tags\": 1}')",
                "{0}",
            ],
            "open",
            None,
        ),
    ],
)
def test_curl(statements: list[str], operation: str, body: Any) -> None:
    if operation == "open":
        opened = (
            *("curl_setopt($ch, $option, 1)", "curl_setopt($ch, ...$two)", "curl_setopt($ch, 1, 2)", "curl_reset($ch)"),
            "curl_setopt($ch, CURLOPT_READFUNCTION, $read)",
            *("curl_setopt_array($ch, $options)", "curl_setopt_array($ch, [1])", "curl_setopt_array($ch, [...$o])"),
            *("curl_setopt_array($ch, [$o => 1])", "curl_setopt($ch, CURLOPT_URL, ...$x)"),
        )
        for each in opened:
            source = "; ".join(statements).replace("{0}", each) + ";"
            assert CODE.request(source)[1] == UNKNOWN, each
        return
    source = ";\n".join(statements) + ";"
    if operation == "GET":
        assert CODE.requests(source) == []
        assert [rule for rule, *_ in CODE.faults(source)] == ["unknown-endpoint"]
        return
    assert CODE.request(source) == (Operation(operation), body)


def test_what_curl_is_not() -> None:
    source = f"curl_setopt(...$all); curl_exec(); $a = 1; $b = curl_init(...$u); f($a); g()['x'] = '{URL}/start';"
    assert CODE.requests(source) == []


def test_states_by_their_shape() -> None:
    source = f"{SDK}$state = {WRITTEN};\n$request = ['content_state' => $state, 'tags' => ['a']];\nreturn $request;"
    (document,) = CODE.documents(source)
    expected: dict[Any, Any] = {"content_state": {**STATE, MORE: UNKNOWN}, "tags": ["a"], MORE: UNKNOWN}
    assert document.value == expected
    assert document.heads == [3]
    assert CODE.requests(f"{SDK}$dialog->setTitle('a')->setType('progress')->setColor('red');") == []
    cast = f"{SDK}$client->liveActivities->start(['content_state' => (object) {WRITTEN}]);"
    assert CODE.request(cast) == (Operation.START, {"content_state": STATE})


def test_a_file() -> None:
    (document,) = php_documents(
        b"<?php\n$liveActivities->start(['tags' => ['a']]); # liveschema: ignore[missing-field]\n"
    )
    assert (document.value, document.ignores) == ({"tags": ["a"]}, {2: frozenset({"missing-field"})})


def test_a_chain_of_many_calls() -> None:
    made = f"(new ContentStateStart()){'->setTitle(1)' * 40}"
    assert CODE.value(made) == UNKNOWN
    sent = f"$c{'->with(1)' * 40}->post('{URL}/start', ['tags' => 1]);"
    assert CODE.request(sent) == (Operation.START, {"tags": 1})


def test_an_excerpt_and_a_file_with_text_around_the_code() -> None:
    call = f"$liveActivities->start(['content_state' => {WRITTEN}]);"
    assert CODE.payload(f"<h1>é</h1>\n<?= f() ?>\n<?PHP {call} ?>\n<p>") == {"content_state": STATE}
    assert CODE.payload(f"// é\n{call}") == {"content_state": STATE}
    assert CODE.requests(f"<p>{call}</p><?php f() ?>") == []


@pytest.mark.parametrize(
    "source",
    [
        f"new ActivitySmith('{KEY}');",
        f"{SDK}$c = new ActivitySmith(apiKey: '{KEY}');",
        f"$c = new \\ActivitySmith\\ActivitySmith('{KEY}');",
        f"new ActivitySmith($_ENV['ACTIVITYSMITH_API_KEY'] ?? '{KEY}');",
        f"new ActivitySmith(getenv('ACTIVITYSMITH_API_KEY') ?: '{KEY}');",
        f"new ActivitySmith(env('ACTIVITYSMITH_API_KEY', '{KEY}'));",
        f"$key = '{KEY}'; new ActivitySmith($key);",
        f"use ActivitySmith\\Generated\\Configuration as C; C::getDefaultConfiguration()->setAccessToken('{KEY}');",
        f"curl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer {KEY}']); // activitysmith",
        f"$key = '{KEY}'; $h = [\"Authorization: Bearer $key\"]; // activitysmith",
        f"$key = '{KEY}'; $h = ['Authorization' => 'Bearer ' . $key]; // activitysmith",
        f"Http::withToken('{KEY}')->put('{URL}/stream/k', []);",
        f"$c->request('PUT', '{URL}/stream/k', ['auth_bearer' => '{KEY}', 'json' => []]);",
    ],
)
def test_an_api_key(source: str) -> None:
    assert CODE.keys(source) == [KEY]
    assert [rule for rule, *_ in CODE.faults(source)] == ["literal-api-key"]
    assert all(KEY not in str(fault) for each in CODE.documents(source) for fault in each.faults)


@pytest.mark.parametrize(
    "source",
    [
        "new ActivitySmith($_ENV['ACTIVITYSMITH_API_KEY']);",
        "new ActivitySmith('YOUR-API-KEY');",
        f"use Other\\Client; new Client('{KEY}'); // activitysmith",
        f"$facebook->setAccessToken('{KEY}'); // activitysmith",
        "$h = ['Authorization: Bearer ' . getenv('KEY'), \"Bearer {$this->key}\"]; // activitysmith",
    ],
)
def test_no_api_key(source: str) -> None:
    assert CODE.keys(source) == []


@pytest.mark.parametrize(
    "array",
    ["['a' => 1, 'b' => ]", "['a' => , 'b' => 1]", "['a' => 1 => 2]", "['a' => 1; 'b' => 3]", "['a' => 'b' 'c']"],
)
def test_an_array_that_is_broken_is_not_known(array: str) -> None:
    assert CODE.payload(f"$liveActivities->start(['tags' => 1, 'x' => {array}]);") == {"tags": 1, "x": ARRAY}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "$liveActivities->start(['tags' => ['a'], 'content_state' => ['title' 'b']])",
            {"tags": ["a"], "content_state": ARRAY},
        ),
        ("$liveActivities->start(title: )", {MORE: UNKNOWN}),
        ("$liveActivities->start(title: 'a', …)", {"content_state": {"title": "a", MORE: UNKNOWN}, MORE: UNKNOWN}),
        ("$liveActivities->start(title: 'a' 'b')", None),
        ("$liveActivities->start(['tags' => ", None),
        ('$liveActivities->start(tags: "a{$b', None),
        ("$liveActivities->start(tags: <<<A\nb", None),
        ("$liveActivities->", None),
        ("$liveActivities->start(tags: (string", None),
        ("$liveActivities->start(tags: $a ? 1 :); $x = ; $y += ; foreach ($a as", None),
        ("use ; use A\\{; function (; catch (; const ; class { private $; } liveActivities", None),
        ("[ , 'a' => ] = $liveActivities; [] = $x; list() = $y; X::; new ; -; !; . ; [...]; f(...,)", None),
    ],
)
def test_code_that_is_not_complete(source: str, expected: Any) -> None:
    found = CODE.requests(source)
    if expected is not None:
        assert [value for _, value in found] == [expected]


SOURCE = """<?php
use ActivitySmith\\{ActivitySmith, LiveActivityMetric as M};
const BASE = "https://activitysmith.com/api/live-activity";
$client = new ActivitySmith($_ENV["KEY"] ?? "none");
$state = ["title" => "é", ...$base, "metrics" => [M::make("a", 1), (object) []]] + $rest;
[$a, "b" => [$c]] = f(static fn (int &$x) => $x ** 2);
$client->liveActivities->stream("k-$a[0]", ["content_state" => array_merge($state, ["x" => null])], title: "x");
foreach ($list as $k => &$v) { $v["y"][] = sprintf("%d %s", -1, $c . "z" . <<<EOT
    heredoc {$k->l()} \\x41
    EOT); }
$ch = curl_init(BASE . "/start");
curl_setopt_array($ch, [CURLOPT_POST => true, CURLOPT_POSTFIELDS => json_encode($state)]);
(new LiveActivityStartRequest(["contentState" => $state]))->setAction(["title" => "x"]);
Http::withToken($t)->withBody("{}")->put(BASE . "/stream/k", $state);
"""


@pytest.mark.slow
@given(st.data())
def test_cuts_and_insertions_never_raise(data: st.DataObject) -> None:
    text = SOURCE
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(place, min(place + 30, len(text))))
        new = data.draw(st.text("[](){}'\"$<>?\\;,=.&#@ \n->:é…ax0", max_size=4))
        text = text[:place] + new + text[end:]
    list(php_documents(text.encode(errors="surrogateescape")))


@pytest.mark.slow
@given(st.binary(max_size=200))
def test_bytes_never_raise(source: bytes) -> None:
    list(php_documents(b"<?php // activitysmith\n$liveActivities->start(" + source))


@pytest.mark.slow
def test_a_tree_that_is_too_deep_for_the_parser_is_read_in_a_moment() -> None:
    begin = time.monotonic()
    sum_of_many = f"$x = 1{' + 1' * 100_000};"
    assert CODE.payload(f"{sum_of_many}\n$liveActivities->start(['tags' => ['a']]);") == {"tags": ["a"]}
    assert time.monotonic() - begin < 20


@pytest.mark.slow
@pytest.mark.parametrize("part", ["[", "['a' => ", "f(", "$a->b(", "(", "'a' . ", "fn () => ", "1 + ", "$x ? "])
def test_deep_code_is_read_in_a_moment(part: str) -> None:
    begin = time.monotonic()
    list(php_documents(f"<?php // activitysmith\n$x = {part * 3000}".encode()))
    assert time.monotonic() - begin < 20
