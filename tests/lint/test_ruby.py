"""The reader of Ruby: calls of the SDK, HTTP clients, values, names and keys."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from code_kit import Code, at, key_at, line_and_column
from hypothesis import given
from hypothesis import strategies as st

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.code.ruby.language import RUBY, ruby_documents

pytestmark = pytest.mark.slow  # the quick tests read each language in `test_lint_code.py`

RB = Code(
    RUBY,
    "{1}\nHTTParty.post('https://x.test/live-activity/start', json: {{content_state: {{}}, value: {0}}})\n",
    "\n# activitysmith",
)
STATE = {"title": "Backup", "type": "progress", "percentage": 42}
WRITTEN = "{title: 'Backup', type: :progress, percentage: 42}"
REQUEST = {"content_state": STATE}
STRING, NUMBER, BOOLEAN = Unknown({"string"}), Unknown({"number"}), Unknown({"boolean"})
ARRAY, OBJECT = Unknown({"array"}), Unknown({"object"})
MAYBE = Unknown(may_be_missing=True)
URL = "https://activitysmith.com/api/live-activity"
KEY = "sk_live_4f1c0e9b7d2a4c8e9f10"
STARTING = "start(content_state: {title: 'a'})"
SDK = "ActivitySmith::LiveActivities"


@pytest.mark.parametrize(
    ("call", "operation", "body"),
    [
        (f"start({{content_state: {WRITTEN}}})", "start", REQUEST),
        (f"start(content_state: {WRITTEN})", "start", REQUEST),
        (f"start content_state: {WRITTEN}", "start", REQUEST),
        (f"start({{'content_state' => {WRITTEN}}}, {{header_params: {{}}}})", "start", REQUEST),
        (f"start_live_activity({{:content_state => {WRITTEN}}})", "start", REQUEST),
        (f"start_live_activity_with_http_info(content_state: {WRITTEN})", "start", REQUEST),
        (f"update(activity_id: 'act_7', content_state: {WRITTEN})", "update", {"activity_id": "act_7", **REQUEST}),
        (f"end(activity_id: id, content_state: {WRITTEN})", "end", {"activity_id": UNKNOWN, **REQUEST}),
        (f"stream('key', {{content_state: {WRITTEN}}})", "stream", REQUEST),
        (f"stream 'key', content_state: {WRITTEN}", "stream", REQUEST),
        (f"reconcile_live_activity_stream('key', {{content_state: {WRITTEN}}})", "stream", REQUEST),
        (f"public_send(:stream, 'key', content_state: {WRITTEN})", "stream", REQUEST),
        (f"__send__('start', content_state: {WRITTEN})", "start", REQUEST),
        ("end_stream('key')", "end_stream", {}),
        ("end_stream('key', nil)", "end_stream", {}),
        (f"end_stream('key', content_state: {WRITTEN})", "end_stream", REQUEST),
        (
            f"end_live_activity_stream('key', {{live_activity_stream_delete_request: {{content_state: {WRITTEN}}}}})",
            "end_stream",
            REQUEST,
        ),
        ("start(request)", "start", UNKNOWN),
        ("start(*requests)", "start", UNKNOWN),
        ("start(...)", "start", UNKNOWN),
        ("start({...})", "start", {MORE: UNKNOWN}),
        (
            "start(content_state: {title: 'a', ...}, …)",
            "start",
            {"content_state": {"title": "a", MORE: UNKNOWN}, MORE: UNKNOWN},
        ),
        (f"start(content_state: {WRITTEN}) {{ |reply| puts reply }}", "start", REQUEST),
    ],
)
def test_a_call_of_the_sdk_is_read(call: str, operation: str, body: Any) -> None:
    for client in (
        "client.live_activities",
        "@client&.live_activities",
        "live_activities",
        "ActivitySmith::Client.new(api_key: k).live_activities",
    ):
        assert RB.request(f"{client}.{call}") == (Operation(operation), body)


@pytest.mark.parametrize(
    "source",
    [
        "live = client.live_activities\nlive.start(content_state: {title: 'a'})",
        f"class A\n def initialize = @live = c.live_activities\n def f = @live.{STARTING}\nend",
        f"class A\n def a = @live = nil\n def f\n  @live ||= c.live_activities\n  @live.{STARTING}\n end\nend",
        "require 'activitysmith'\nx.start(content_state: {title: 'a'})",
        "require 'activitysmith'\nx.start_live_activity(content_state: {title: 'a'})",
    ],
)
def test_the_object_that_sends_is_known(source: str) -> None:
    assert RB.request(source) == (Operation.START, {"content_state": {"title": "a"}})


@pytest.mark.parametrize(
    "source",
    [
        "# live_activities\nThread.start(content_state: {title: 'a'})",
        "# activitysmith\nNet::HTTP.start(host, port) { |http| http.request(x) }",
        "# activitysmith\nhash.update(content_state: 5)",
        "# activitysmith\nservice.public_send(name, :start)",
        "# activitysmith\npost '/live-activity/start', to: 'hooks#start'",
        "# activitysmith\nstub_request(:post, 'https://activitysmith.com/api/live-activity/start')",
        "order.live_activities.update(status: 'done')",
        "live_activities.start",
        "live_activities.()",
    ],
)
def test_what_is_no_request(source: str) -> None:
    assert attrs.evolve(RB, mark="").requests(source) == []


def test_the_key_of_a_stream() -> None:
    (document,) = RB.documents('live_activities.stream("a-#{id}", {})')
    assert document.stream_key == PartialText(("a-", ""))
    assert RB.faults("live_activities.end_stream('a b')") == [("invalid-stream-key", 1, 28)]


def test_the_channels_become_the_target() -> None:
    call = "live_activities.stream('key', content_state: {}, channels: {0})"
    assert RB.payload(call.replace("{0}", "%w[devs ops]"))["target"] == {"channels": ["devs", "ops"]}
    assert RB.payload(call.replace("{0}", "'devs,ops'"))["target"] == {"channels": ["devs", "ops"]}


def test_null_is_sent() -> None:
    assert RB.payload("live_activities.start(content_state: {title: nil})") == {"content_state": {"title": None}}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'a'", "a"),
        (r"'it\'s \\ \n'", "it's \\ \\n"),
        (r'"a\t\u00e9\u{1F600}\e\x41\101"', "a\té😀\x1b" + "AA"),
        (r'"\xE2 \351"', PartialText(("", " ", ""))),
        (r'"\u{41 42}"', STRING),
        ('"a#{b}c"', PartialText(("a", "c"))),
        ('"a#{}c"', PartialText(("a", "c"))),
        ('"#{1 # one\n}"', "1"),
        ("'a' \"b\"", "ab"),
        ("'a' + \"b\"", "ab"),
        ("'a' + b", PartialText(("a", ""))),
        ("?a", "a"),
        (r"?\n", STRING),
        ("%q(a)", "a"),
        (r"%q(a\)b)", STRING),
        ("'%d' % 5", STRING),
        ("`date`", STRING),
        (":a", "a"),
        (":'a b'", "a b"),
        (':"a#{b}"', PartialText(("a", ""))),
        ("%w[a b]", ["a", "b"]),
        ("%i[a b]", ["a", "b"]),
        (r"%w[a\ b c]", [STRING, "c"]),
        ("1_000", 1000),
        ("-1", -1),
        ("+1.5", 1.5),
        ("0x1f", 31),
        ("0d10", NUMBER),
        ("-0d10", NUMBER),
        ("-x", UNKNOWN),
        ("1r", UNKNOWN),
        ("2 + 3", 5),
        ("2 / 3", NUMBER),
        ("true", True),
        ("false", False),
        ("nil", None),
        ("!a", BOOLEAN),
        ("(not a)", BOOLEAN),
        ("a == b", BOOLEAN),
        ("a <=> b", UNKNOWN),
        ("a ? 1 : 2", NUMBER),
        ("a ? 'b' : 'b'", "b"),
        ("a || 'b'", UNKNOWN),
        ("(1)", 1),
        ("(1; 2)", UNKNOWN),
        ("'a'.freeze", "a"),
        ("'a'.freeze(1)", UNKNOWN),
        ("'a'.to_s", "a"),
        ("a.to_s", STRING),
        ("a.to_i", NUMBER),
        ("a.count", UNKNOWN),
        ("a&.size", NUMBER),
        ("a.round(2)", UNKNOWN),
        ("Integer(a, exception: false)", UNKNOWN),
        ("format('%d', a)", STRING),
        ("a.map { |b| b }", ARRAY),
        ("a.to_h", OBJECT),
        ("[1, *[2, 3], 4]", [1, 2, 3, 4]),
        ("[1, *a, ...]", [1, MORE, MORE]),
        ("[1, a: 2]", [1, {"a": 2}]),
        ("[1, # one\n 2]", [1, 2]),
        ("{'a': 1, \"b\" => 2, :c => 3, :'d' => 4, 5 => 6}", {"a": 1, "b": 2, "c": 3, "d": 4, "5": 6}),
        ("{a: 1, **{b: 2}}", {"a": 1, "b": 2}),
        ("{a: 1, **b}", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("{a: 1, b => 2}", {"a": UNKNOWN, MORE: UNKNOWN}),
        ('{a: 1, "b#{c}": 2}', {"a": UNKNOWN, MORE: UNKNOWN}),
        ("{a: 1, ...}", {"a": 1, MORE: UNKNOWN}),
        ("{a: 1, # one\n b: 2}", {"a": 1, "b": 2}),
        ("{a:, b: 2}", {"a": UNKNOWN, "b": 2}),
        ("{a: 1}.merge(b: 2)", {"a": 1, "b": 2}),
        ("{a: 1}.merge({b: 2}, c: 3)", {"a": 1, "b": 2, "c": 3}),
        ("{a: 1}.merge(a: 2) { |k, x, y| x }", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("{a: 1}.merge(a: 2, &f)", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("{a: 1}.reverse_merge(a: 2, b: 3)", {"a": 1, "b": 3}),
        ("a.merge(b: 2)", {"b": 2, MORE: UNKNOWN}),
        ("{a: nil, b: 2, c: d}.compact", {"b": 2, "c": Unknown(UNKNOWN.types - {"null"}, may_be_missing=True)}),
        ("[nil, 2, d, ...].compact", [2, MORE, MORE]),
        ("a.compact", UNKNOWN),
        ("{a: 1}.dup", {"a": 1}),
        ("{a: 1}.deep_stringify_keys", {"a": 1}),
        ("{a: 1}.tap { |x| x[:a] = 2 }", UNKNOWN),
        ("{a: 1}.to_json", STRING),
        ("JSON.generate({a: 1})", STRING),
        ("XML.generate({a: 1})", UNKNOWN),
        ("JSON.generate(*a)", UNKNOWN),
        ("ENV.fetch('A')", STRING),
        ("ENV['A']", UNKNOWN),
        ("ENV.fetch('A', 'b')", UNKNOWN),
        ("a.fetch(:b)", UNKNOWN),
        ("a[]", UNKNOWN),
        ("-> { 1 }", UNKNOWN),
        ("self", UNKNOWN),
        ("::A", UNKNOWN),
        ("A::B", UNKNOWN),
        (f"{SDK}::TYPE_TIMER", "timer"),
        ("::ActivitySmith.alert_icon('sun')", {"symbol": "sun"}),
        ("OpenapiClient::LiveActivityColor::BLUE", "blue"),
        ("A::TYPE_TIMER", UNKNOWN),
        ("A.new", UNKNOWN),
        ("a.new(1)", UNKNOWN),
        ("merge(a: 1)", UNKNOWN),
        ("Merge.new(a: 1)", UNKNOWN),
    ],
)
def test_the_values_of_expressions(written: str, value: Any) -> None:
    assert RB.value(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("<<~A\n  a\n    b\n\n  c\nA", "a\n  b\n\nc\n"),
        ("<<~A\n    a\n  #{b}\n   A", PartialText(("  a\n", "\n"))),
        ("<<-A\n  a\n  A", "  a\n"),
        ("<<A\na\\tb\nA", "a\tb\n"),
        ("<<~'A'\n  a\\tb\nA", "a\\tb\n"),
        ("<<~A\nA", ""),
        ("{\n  a: <<~A,\n    a\n  A\n  b: 2\n}", {"a": "a\n", "b": 2}),
        ("[\n  <<~A,\n    a\n  A\n  2\n]", ["a\n", 2]),
        ("<<~A\n#{b}\n  c\\n  d\nA", PartialText(("", "\n  c\n  d\n"))),
        ("<<~A\n\t\u2028a\r\n\tb\nA", "\u2028a\r\nb\n"),
        ("<<~`A`\n  a\nA", STRING),
        ("<<~A.strip\n  a\nA", STRING),
        ("[<<~A, <<~B]\n  a\nA\n  b\nB", ["a\n", "b\n"]),
        ("{a: <<~A, b: <<~B}\n  a \\xE2\nA\n  b\nB", {"a": PartialText(("a ", "\n")), "b": "b\n"}),
    ],
)
def test_the_values_of_heredocs(written: str, value: Any) -> None:
    assert RB.value("x", f"x = {written}") == value


def test_a_heredoc_without_an_end_is_not_known() -> None:
    assert RB.requests("live_activities.start(content_state: {title: <<~A})\n  a\n") in (
        [],
        [(Operation.START, {"content_state": {"title": STRING}})],
    )


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("x = {a: 1}", {"a": 1}),
        ("x ||= {a: 1}", {"a": 1}),
        ("x = {a: 1}\nx = {a: 2}", UNKNOWN),
        ("x = 1\nx += 1", UNKNOWN),
        ("x, y = {a: 1}, 2", UNKNOWN),
        ("(x, *y), z = 1", UNKNOWN),
        ("x = {a: 1}\ndef f\n x = 2\nend", {"a": 1}),
        ("def f\n x = 2\nend", UNKNOWN),
        ("x = {a: 1}\nf { x = 2 }", UNKNOWN),
        ("x = {a: 1}\nf { |x| x = 2 }", {"a": 1}),
        ("x = {a: 1}\nf { |b, (c, *x), d = 1, *e, f:, **g, &h| x = 2 }", {"a": 1}),
        ("x = {a: 1}\n->(x) { x = 2 }", {"a": 1}),
        ("f { x = 2 }", UNKNOWN),
        ("x = {a: 1}\nbegin\nrescue => x\nend", UNKNOWN),
        ("x = {a: 1}\nfor x in y\nend", UNKNOWN),
        ("x = {a: 1}\ncase y\nin {x:}\nend", UNKNOWN),
        ("x = {a: 1}\ncase y\nin [Integer => x, *] | nil\nend", UNKNOWN),
        ("x = {a: 1}\ny => {b: x}", UNKNOWN),
        ("x = {a: 1}\ny in {b: {x:}}", UNKNOWN),
        ("x = {a: 1}\nf do\n y => {b: x}\nend", UNKNOWN),
        ("x = {a: 1}\nx[:a] = 2", {"a": MAYBE}),
        ("x = {a: 1}\nx['a'] ||= 2", {"a": MAYBE}),
        ("x = {a: 1}\nx[b] = 2", UNKNOWN),
        ("x = {a: 1}\nx[:b], c = 1, 2", {"a": 1, "b": MAYBE}),
        ("x = {a: {b: 1}}\nx[:a][:b] = 2", {"a": UNKNOWN}),
        ("x = {a: {b: 1}}\nx.fetch(:a).store(:b, 2)", {"a": UNKNOWN}),
        ("x = {a: 1}\nx.merge!(b: 2)", UNKNOWN),
        ("x = {a: 1}\nx.delete(:a)", UNKNOWN),
        ("x = {a: 1}\nx.deep_stringify_keys!", UNKNOWN),
        ("x = {a: 1}\nx.a = 2", UNKNOWN),
        ("x = {a: 1}\nx.freeze", {"a": 1}),
        ("x = [1]\nx << 2", UNKNOWN),
        ("x = [1]\nx + [2]", [1]),
        ("x = {a: [1]}\nx[:a] << 2", {"a": UNKNOWN}),
        ("x = {a: 1}\ny = x\ny[:a] = 2", {"a": MAYBE}),
        ("x = {a: 1}\ny = x.freeze\ny[:a] = 2", {"a": MAYBE}),
        ("y = x = {a: 1}\ny[:a] = 2", UNKNOWN),
        ("x = {a: 1}\ny = x.dup\ny[:a] = 2", {"a": 1}),
        ("x = {a: {}}\ny = x.dup\ny[:a][:b] = 2", UNKNOWN),
        ("z = {a: 1}\nx = {b: z}\nx[:b][:a] = 2", {"b": UNKNOWN}),
        ("x = {a: 1}\nx.tap { |y| y[:a] = 2 }", UNKNOWN),
        ("x = {a: [{}], b: 1}\nx[:a].each_with_index { |y, i| y[:b] = i }", {"a": UNKNOWN, "b": 1}),
        ("x = {a: 1}\ny.each_with_object(x) { |i, z| z[:a] = i }", UNKNOWN),
        ("x = {a: 1}\nx.each { |y, z| puts y }", {"a": 1}),
        ("x = {a: 1}\nf { |y| y[:a] = 2 }", {"a": 1}),
        ("x = {a: [1]}\nfor y in x[:a]\n y[:b] = 2\nend", {"a": UNKNOWN}),
        ("x = {a: 1}\ncase x\nin {a: y}\n y << 2\nend", UNKNOWN),
        ("x = {a: 1}\ny, z = x, 2\ny[:a] = 2", UNKNOWN),
        ("y = 1\nx = {y:}", {"y": 1}),
    ],
)
def test_the_values_of_variables(before: str, value: Any) -> None:
    assert RB.value("x", before) == value


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("x = {a: 1}\ndef f\n live_activities.start(x)\nend", UNKNOWN),
        ("x = {a: 1}\nf do\n live_activities.start(x)\nend", {"a": 1}),
        ("f do\n live_activities.start(x)\nend\nx = {a: 1}", UNKNOWN),
        ("X = {a: 1}.freeze\nclass A\n def f\n  live_activities.start(X)\n end\nend", {"a": 1}),
        ("class A\n def f\n  live_activities.start(X)\n end\n X = {a: 1}\nend", {"a": 1}),
        ("class A\n X = {a: 1}\nend\nlive_activities.start(X)", UNKNOWN),
        ("class A\n def f = @x = {a: 1}\n def g\n  live_activities.start(@x)\n end\nend", {"a": 1, MORE: UNKNOWN}),
        ("class A\n def f = @x = nil\n def g = live_activities.start(@x)\nend", UNKNOWN),
        ("class A\n def f = @x = {a: 1}\nend\nclass B\n def g\n  live_activities.start(@x)\n end\nend", UNKNOWN),
        ("class A\n def f = @x = {a: 1}\n def h = @x = {a: 2}\n def g = live_activities.start(@x)\nend", UNKNOWN),
        ("class A\n attr_reader :y, :x\n def f = @x = {a: 1}\n def g = live_activities.start(@x)\nend", UNKNOWN),
        (
            "class A\n def f = @x = {a: 1}\n def g\n  @x[:a] = 2\n  live_activities.start(@x)\n end\nend",
            {"a": MAYBE, MORE: UNKNOWN},
        ),
        ("$x = {a: 1}\nlive_activities.start($x)", UNKNOWN),
        ("def f(x = {a: 1})\n live_activities.start(x)\nend", UNKNOWN),
    ],
)
def test_where_a_variable_is_known(source: str, body: Any) -> None:
    assert RB.payload(source) == body


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (f"{SDK}.content_state(title: 'a', message: nil, percentage: 4)", {"title": "a", "percentage": 4}),
        (f"{SDK}.alert_icon('sun', color: :red)", {"symbol": "sun", "color": "red"}),
        (f"{SDK}.alert_badge('New', color: nil)", {"title": "New"}),
        ("OpenapiClient::ContentStateStart.new(title: 'a', color: nil)", {"title": "a"}),
        ("OpenapiClient::LiveActivityAction.new({title: 'a'})", {"title": "a"}),
        ("OpenapiClient::ActivityMetric.new({'label' => 'a'}).to_hash", {"label": "a"}),
        ("content_state(title: 'a')", UNKNOWN),
        ("helper.content_state(title: 'a')", UNKNOWN),
        ("LiveActivityAction.new(title: 'a')", UNKNOWN),
    ],
)
def test_the_objects_of_the_sdk(written: str, value: Any) -> None:
    assert RB.value(written) == value


def test_another_name_for_a_class_of_the_sdk() -> None:
    assert RB.value("S.alert_icon('sun')", f"S = {SDK}") == {"symbol": "sun"}
    assert RB.value("s::TYPE_STATS", f"s = {SDK}") == "stats"
    assert RB.value("ActivitySmith.alert_icon('sun')", "class ActivitySmith\nend") == UNKNOWN
    assert RB.value("ActivitySmith.alert_icon('sun')", "module A::ActivitySmith\nend") == {"symbol": "sun"}


def test_a_request_that_is_built_and_not_sent_here() -> None:
    built = "OpenapiClient::LiveActivityStreamRequest.new(content_state: {title: 'a'})"
    assert RB.request(built) == (Operation.STREAM, {"content_state": {"title": "a", MORE: UNKNOWN}, MORE: UNKNOWN})


def test_the_shape_of_a_state_tells_what_it_is() -> None:
    source = "require 'activitysmith'\nSTATE = {title: 'a', type: 'progress', percentage: 4}.freeze\n"
    state: dict[Any, Any] = {"title": "a", "type": "progress", "percentage": 4}
    ((operation, body),) = RB.requests(source)
    assert (operation, body["content_state"]) == (None, {**state, MORE: UNKNOWN})
    assert RB.payload(f"{source}live_activities.start(content_state: STATE)") == {"content_state": state}


@pytest.mark.parametrize(
    ("call", "operation", "body"),
    [
        (f"Net::HTTP.post(URI('{URL}/start'), {{a: 1}}.to_json, headers)", "start", {"a": 1}),
        (f"Net::HTTP.post(URI.parse('{URL}/start'), JSON.generate(a: 1), 'Accept' => '*/*')", "start", {"a": 1}),
        (f"uri = URI('{URL}/start')\nhttp.post(uri.request_uri, {{a: 1}}.to_json)", "start", {"a": 1}),
        (f"uri = URI('{URL}/stream/k')\nhttp.send_request('PUT', uri.path, '{{\"a\": 1}}')", "stream", {"a": 1}),
        (f"HTTParty.post('{URL}/start', body: {{a: 1}}.to_json, headers: {{}})", "start", {"a": 1}),
        (f"Faraday.post('{URL}/start', {{a: 1}}.to_json, 'Content-Type' => 'application/json')", "start", {"a": 1}),
        (f"RestClient.post('{URL}/start', {{a: 1}}.to_json, content_type: :json)", "start", {"a": 1}),
        (f"RestClient.post URI('{URL}/start').to_s, {{a: 1}}.to_json", "start", {"a": 1}),
        (
            f"RestClient::Request.execute(method: :put, url: '{URL}/stream/k', payload: {{a: 1}}.to_json)",
            "stream",
            {"a": 1},
        ),
        (f"HTTP.auth('Bearer x').post('{URL}/start', json: {{a: 1}})", "start", {"a": 1}),
        (f"Excon.put('{URL}/stream/k', body: Oj.dump({{a: 1}}))", "stream", {"a": 1}),
        (f"Typhoeus.delete('{URL}/stream/k')", "end_stream", {}),
        (
            'body = <<~JSON.strip\n  {"a": "x #{y}"}\nJSON\n' + f"HTTParty.post('{URL}/start', body: body)",
            "start",
            {"a": PartialText(("x ", ""))},
        ),
    ],
)
def test_a_request_of_an_http_client(call: str, operation: str, body: Any) -> None:
    assert RB.request(call) == (Operation(operation), body)


@pytest.mark.parametrize(
    ("source", "operation", "body"),
    [
        (
            f"r = Net::HTTP::Post.new(URI('{URL}/start'), headers)\nr.body = {{a: 1}}.to_json\nhttp.request(r)",
            "start",
            {"a": 1},
        ),
        (
            f"uri = URI('{URL}/stream/k')\nr = Net::HTTP::Put.new(uri)\nr['X'] = 'y'\nr.body = JSON.dump(a: 1)",
            "stream",
            {"a": 1},
        ),
        (f"r = Net::HTTP::Put.new('{URL}/stream/k')\nr.body = <<~J\n  {{\"a\": 1}}\nJ\n", "stream", {"a": 1}),
        (f"r = Net::HTTP::Delete.new(URI('{URL}/stream/k'))", "end_stream", UNKNOWN),
        (f"r = Net::HTTP::Post.new(URI('{URL}/start'))\nfill(r)", "start", UNKNOWN),
        (
            f"r = Net::HTTP::Post.new(URI('{URL}/start'))\nr.set_form_data(a: 1)\nr.body = {{a: 1}}.to_json",
            "start",
            UNKNOWN,
        ),
        (
            f"r = Net::HTTP::Post.new(URI('{URL}/start'))\nr.body_stream = f\nr.body = {{a: 1}}.to_json",
            "start",
            UNKNOWN,
        ),
        (f"r = Net::HTTP::Post.new(URI('{URL}/start'))\nr.body = 'a'\nr.body = 'b'", "start", UNKNOWN),
        (f"r = Net::HTTP::Post.new(URI('{URL}/start')).tap {{ |x| x.body = {{a: 1}}.to_json }}", "start", {"a": 1}),
        (f"conn.post('{URL}/start') do |x|\n x.headers['X'] = 'y'\n x.body = {{a: 1}}.to_json\nend", "start", {"a": 1}),
        (f"conn.put do |x|\n x.url '{URL}/stream/k'\n x.body = {{a: 1}}.to_json\nend", "stream", {"a": 1}),
        (f"conn.post('{URL}/start', {{a: 1}}.to_json) {{ |x| x.headers['X'] = 'y' }}", "start", {"a": 1}),
        (f"conn.post('{URL}/start') {{ |x| fill(x) }}", "start", UNKNOWN),
        (f"conn.post('{URL}/start', &fill)", "start", UNKNOWN),
    ],
)
def test_a_request_that_is_given_a_body_afterwards(source: str, operation: str, body: Any) -> None:
    assert RB.request(source) == (Operation(operation), body)


def test_a_variable_may_hold_several_requests() -> None:
    sending = "r = Net::HTTP::Post.new('{0}/{1}')\nr.body = {{a: '{1}'}}.to_json\n"
    source = sending.format(URL, "start") + sending.format(URL, "end")
    assert RB.requests(source) == [(Operation.START, {"a": "start"}), (Operation.END, {"a": "end"})]


@pytest.mark.parametrize(
    "source",
    [
        f"if a\n r = Net::HTTP::Post.new('{URL}/start')\nelse\n r = Net::HTTP::Put.new(u)\nend\nr.body = 'a'",
        f"r = Net::HTTP::Post.new(*x) # {URL}",
        f"r = Net::HTTP::Post.new # {URL}",
        f"r = Net::HTTP::Post.new(uri) # {URL}",
        f"r = Other::Post.new('{URL}/start')\nr.body = 'a'",
        f"r.body = 'a'\nbody = 'a'\nr.url('{URL}/start')\nr.url(*x)\nr.set_form(1)\nurl('{URL}/start')",
        f"conn.post(*x) {{ |r| r.body = 'a' }} # {URL}",
        f"post('{URL[:5]}') {{ |r| r.body = 'a' }} # {URL}",
        f"conn.post {{ || 1 }} # {URL}",
        f"->(r) {{ r.body = 'a' }} # {URL}",
        f"x.each {{ |r| r.body = 'a' }} # {URL}",
        f"x.tap {{ |r| r.body = 'a' }} # {URL}",
    ],
)
def test_what_is_no_request_that_is_put_together(source: str) -> None:
    assert RB.requests(source) == []


def test_values_and_keys_stand_at_their_places() -> None:
    state = "    title: 'a', 'type' => :timer, :value => 5\n"
    source = f"# é\nclient.live_activities.start(\n  content_state: {{\n{state}  }}\n)\n"
    (document,) = RB.documents(source)
    assert key_at(document, "content_state", "title") == "title"
    assert key_at(document, "content_state", "type") == "'type'"
    assert key_at(document, "content_state", "value") == ":value"
    assert at(document, "content_state", "type") == ":timer"
    assert line_and_column(document, ("content_state", "title")) == (4, 12)
    assert line_and_column(document, ("content_state",)) == (3, 18)


def test_json_in_a_heredoc_stands_at_its_place() -> None:
    body = '  {\n    "content_state": {"title": 5}\n  }'
    source = f"body = <<~JSON\n{body}\nJSON\nHTTParty.post('{URL}/start', body: body)\n"
    (document,) = RB.documents(source)
    assert line_and_column(document, ("content_state", "title")) == (3, 32)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{a: 'a' b: 'c'}", OBJECT),
        ("{a: 'a' + 'b' c: 'd'}", OBJECT),
        ("{a: {b: 1 c: 2}, d: 3}", {"a": OBJECT, "d": 3}),
        ("[1 2]", ARRAY),
        ("{a: [1 2], b: 3}", {"a": ARRAY, "b": 3}),
        ("f(1 2)", UNKNOWN),
        ("{a: 'a' b: 'c'" + " + 'd'" * 30 + "}", OBJECT),
    ],
)
def test_what_is_not_well_formed_is_not_known(written: str, value: Any) -> None:
    assert RB.payload(f"live_activities.start(a: {written})") == {"a": value}


def test_what_cannot_be_read_hides_nothing_else() -> None:
    source = "live_activities.start(a: 1)\nx = [1 2]\ny = {a 1}\nlive_activities.start(b: 2)\n"
    assert {"a": 1} in [body for _, body in RB.requests(source)]
    assert {"b": 2} in [body for _, body in RB.requests(source)]


@pytest.mark.parametrize(
    "source",
    [
        f"ActivitySmith::Client.new(api_key: '{KEY}')",
        f"ActivitySmith::Client.new(api_key: ENV.fetch('ACTIVITYSMITH_API_KEY', '{KEY}'))",
        f"ActivitySmith::Client.new(api_key: ENV['ACTIVITYSMITH_API_KEY'] || '{KEY}')",
        f"key = '{KEY}'; ActivitySmith::Client.new(api_key: key)",
        f"request['Authorization'] = 'Bearer {KEY}' # activitysmith",
        f"key = '{KEY}'; h = {{ 'Authorization' => \"Bearer #{{key}}\" }} # activitysmith",
    ],
)
def test_an_api_key_is_found_and_hidden(source: str) -> None:
    assert RB.keys(source) == [KEY]
    assert RB.faults(source) == [("literal-api-key", 1, source.index(KEY) + 1)]


@pytest.mark.parametrize(
    "source",
    [
        "ActivitySmith::Client.new(api_key: ENV.fetch('ACTIVITYSMITH_API_KEY'))",
        "ActivitySmith::Client.new(api_key: 'YOUR-API-KEY')",
        f"Other::Client.new(api_key: '{KEY}') # activitysmith",
    ],
)
def test_what_is_no_api_key(source: str) -> None:
    assert RB.keys(source) == []


def test_a_comment_applies_to_the_statement_or_the_line() -> None:
    (document,) = RB.documents("def f\n  reply =\n    client\n      .live_activities.start({})\nend")
    assert document.heads == [2, 3]
    (document,) = RB.documents(f"r = Net::HTTP::Post.new('{URL}/start')\n\nr.body = {{a: 1}}.to_json")
    assert document.heads == [1, 3]


SEVERAL = f"""
class Notifier
  STATE = {{ title: "Backup", type: :progress }}.freeze
  def initialize = @live = ActivitySmith::Client.new(api_key: ENV.fetch("KEY")).live_activities

  def call(items, **options)
    @live.stream("k", content_state: STATE.merge(percentage: 5), channels: %w[a b], **options)
    items.each_with_index do |item, index|
      state = {{ title: "a #{{index}}", metrics: [{{ label: 'x', value: 1 }}, ...] }}
      @live.update(activity_id: item, content_state: state)
    end
    request = Net::HTTP::Put.new(URI("{URL}/stream/k"))
    request.body = <<~JSON
      {{"content_state": {{"title": "#{{title}}", "current_step": 2}}}}
    JSON
  rescue => error
    puts(error&.message || "x")
  end
end
"""


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SEVERAL)),
            st.integers(0, 30),
            st.text("(){}[]|\"'`#<~%:*&,.=\\\n …\udc80é\0", max_size=4),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_damaged_code_is_read_without_an_error(damages: list[tuple[int, int, str]]) -> None:
    text = SEVERAL
    for start, removed, added in damages:
        text = text[:start] + added + text[start + removed :]
    RB.documents(text)


@pytest.mark.slow
def test_deep_and_long_code_is_read_in_time() -> None:
    for opening, closing in (("[", "]"), ("{a: ", "}"), ("f { |a| ", "}"), ('"#{', '}"'), ("(", ")")):
        RB.documents("live_activities.start(" + opening * 500 + "1" + closing * 500 + ")")
        RB.documents("live_activities.start(" + opening * 500)
    RB.documents("live_activities.start(x" + ".freeze" * 500 + ")")


def test_a_file_is_read() -> None:
    documents = list(ruby_documents(b"live_activities.start(tags: 1) # liveschema: ignore\n"))
    assert [document.value for document in documents] == [{"tags": 1}]


def test_a_request_to_another_service_that_is_created_first() -> None:
    source = "r = Net::HTTP::Post.new(URI('https://other.example.com/live-activity/begin'))\nr.body = {a: 1}.to_json"
    assert RB.documents(source) == []
