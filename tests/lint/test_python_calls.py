"""The calls of the official SDK in Python source code."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from python_kit import at, documents, key_at, payload, request, requests

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.calls import Arguments, is_receiver, method_named, request_of
from liveschema.lint.inputs.helpers import HELPERS
from liveschema.lint.inputs.literals import Literal, Member, Range

sdk = pytest.importorskip("activitysmith.client", reason="the official SDK is not installed")

STATE = {"title": "Backup", "type": "progress", "percentage": 42}
KEYWORDS = 'title="Backup", type="progress", percentage=42'
MAYBE = Unknown(UNKNOWN.types - {"null"}, may_be_missing=True)
CALL = "client.live_activities."


@pytest.mark.parametrize(
    ("call", "operation", "body"),
    [
        (f"start(content_state=content_state({KEYWORDS}))", "start", {"content_state": STATE}),
        (f"start({KEYWORDS})", "start", {"content_state": STATE}),
        (f"start({{'content_state': {STATE}}})", "start", {"content_state": STATE}),
        (f"start(request={{'content_state': {STATE}}})", "start", {"content_state": STATE}),
        (f"start_live_activity({{'content_state': {STATE}}})", "start", {"content_state": STATE}),
        (
            f"start_live_activity(live_activity_start_request={{'content_state': {STATE}}}, _request_timeout=3)",
            "start",
            {"content_state": STATE},
        ),
        (
            f"start_live_activity_with_http_info({{'content_state': {STATE}}})",
            "start",
            {"content_state": STATE},
        ),
        (
            f"start_live_activity({{'live_activity_start_request': {{'content_state': {STATE}}}}})",
            "start",
            {"content_state": STATE},
        ),
        (
            f"update(activity_id='act_7', content_state={STATE})",
            "update",
            {"activity_id": "act_7", "content_state": STATE},
        ),
        (
            f"update_live_activity(live_activity_update_request=dict(activity_id='act_7', content_state={STATE}))",
            "update",
            {"activity_id": "act_7", "content_state": STATE},
        ),
        ("end(activity_id=activity_id, title='x')", "end", {"activity_id": "?", "content_state": {"title": "x"}}),
        (f"stream('key', content_state={STATE})", "stream", {"content_state": STATE}),
        (f"stream(stream_key='key', content_state={STATE})", "stream", {"content_state": STATE}),
        (f"stream('key', {{'content_state': {STATE}}})", "stream", {"content_state": STATE}),
        (
            f"reconcile_live_activity_stream('key', live_activity_stream_request={{'content_state': {STATE}}})",
            "stream",
            {"content_state": STATE},
        ),
        ("end_stream('key')", "end_stream", {}),
        ("end_stream('key', None)", "end_stream", {}),
        ("end_live_activity_stream(stream_key='key')", "end_stream", {}),
        ("end_stream('key', title='x', tags=[])", "end_stream", {"content_state": {"title": "x"}, "tags": []}),
    ],
)
def test_every_form_of_a_call(call: str, operation: str, body: Any) -> None:
    found = request(f"async def f():\n    await {CALL}{call}\n")
    if "activity_id" in found[1] and found[1]["activity_id"] != "act_7":
        found[1]["activity_id"] = "?"
    assert found == (Operation(operation), body)


def test_a_document_of_a_call() -> None:
    source = f"import activitysmith\n\nresponse = (\n    {CALL}stream(\n        'prod-web-1', {KEYWORDS}\n    )\n)\n"
    (found,) = documents(source, index=3)
    assert (found.is_sent, found.is_partial, found.reader, found.index) == (True, False, "python", 3)
    assert (found.stream_key, found.named_by, list(found.heads)) == ("prod-web-1", "the call", [3, 4])
    assert (found.text, found.faults, found.secrets) == (source, [], ())


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("'a'", "a"),
        ("f'build-{number}'", PartialText(("build-", ""))),
        ("key", UNKNOWN),
        ("str(number)", UNKNOWN),
        ("7", UNKNOWN),
        ("*arguments", UNKNOWN),
    ],
)
def test_the_key_of_a_stream(key: str, known: object) -> None:
    (found,) = documents(f"{CALL}stream({key}, title='x')")
    assert found.stream_key == known
    assert found.faults == []


def test_a_key_that_is_none_is_reported_at_its_place() -> None:
    (found,) = documents(f"{CALL}stream(\n    'prod web',\n    title='x')")
    (fault,) = found.faults
    assert (fault.rule, fault.line, fault.column) == ("invalid-stream-key", 2, 5)
    assert fault.message == 'a stream key must be 1 to 255 characters of A-Z a-z 0-9 _ -, got the string "prod web"'


def test_a_manual_request_has_no_key() -> None:
    assert documents(f"{CALL}end({{}})")[0].stream_key is None


@pytest.mark.parametrize(
    "before",
    [
        "live = client.live_activities",
        "api = LiveActivitiesApi(client)\nlive = api",
        "class A:\n    def __init__(self):\n        self.live = client.live_activities\nlive = self.live",
        "from app import live_activities as live",
        "live: Any = make().live_activities",
    ],
)
def test_an_object_of_the_sdk_in_a_variable(before: str) -> None:
    assert request(f"{before}\nlive.stream('key', {KEYWORDS})\n") == (Operation.STREAM, {"content_state": STATE})


@pytest.mark.parametrize(
    "call",
    [
        "self.live.start(title='x')",
        "LiveActivitiesApi(client).start(title='x')",
        "sdk().live_activities.start(title='x')",
    ],
)
def test_an_object_of_the_sdk_that_is_an_attribute_or_a_result(call: str) -> None:
    assert request(f"self.live = client.live_activities\n{call}\n") == (
        Operation.START,
        {"content_state": {"title": "x"}},
    )


@pytest.mark.parametrize(
    "call",
    [
        "thread.start()",
        "bar.update(content_state={'title': 'x'})",
        "payload.update({'content_state': content_state})",
        "match.end(1)",
        "thing = thing\nthing.start(title='x')",
        "thing.stream('key', data)",
        "f = start",
        "live_activities.metric('CPU', 3)",
        "metrics.update('key', 3)",
        "stream('key', content_state={'title': 'x'})",
        "executor.submit(thread.start, 1)",
        "loop.run_in_executor(None, print)",
    ],
)
def test_a_method_of_something_else_is_nothing(call: str) -> None:
    assert requests(f"import activitysmith\n{call}\n") == []


@pytest.mark.parametrize(
    ("call", "operation"),
    [
        ("thing.stream('key', {'content_state': {'title': 'x'}})", Operation.STREAM),
        ("thing.update({'activity_id': 'a', 'content_state': {'title': 'x'}})", Operation.UPDATE),
        ("thing.update(activity_id='a', content_state={'title': 'x'})", Operation.UPDATE),
        ("thing.start_live_activity({'content_state': {'title': 'x'}})", Operation.START),
    ],
)
def test_a_method_of_an_unknown_object_with_a_state(call: str, operation: Operation) -> None:
    assert request(f"from activitysmith import ActivitySmith\n{call}\n")[0] is operation
    assert requests(f"live_activities\n{call}\n") == []


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("asyncio.to_thread(live_activities.stream, 'key', title='x')", {"content_state": {"title": "x"}}),
        ("pool.submit(live_activities.start, {'content_state': {'title': 'x'}})", {"content_state": {"title": "x"}}),
        (
            "loop.run_in_executor(None, live_activities.start, {'content_state': {'title': 'x'}})",
            {"content_state": {"title": "x"}},
        ),
        ("partial(live_activities.stream, 'key')", {MORE: UNKNOWN}),
    ],
)
def test_a_method_that_is_passed_to_another_function(call: str, body: Any) -> None:
    assert payload(call) == body


def test_fields_in_several_places_are_put_together() -> None:
    call = f"{CALL}stream('k', {{'content_state': {{'title': 'a', 'color': 'red'}}, 'tags': ['x']}}, "
    body = {"content_state": {"title": "b", "color": "red", "subtitle": "c"}, "tags": ["y"]}
    assert payload(f"{call}content_state={{'title': 'b'}}, subtitle='c', tags=['y'])") == body
    assert payload(f"{call}content_state=state, tags=['y'])") == {
        "content_state": {"title": MAYBE, "color": MAYBE, MORE: UNKNOWN},
        "tags": ["y"],
    }


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("end_stream('k', data)", UNKNOWN),
        ("end_stream('k', **data)", {MORE: UNKNOWN}),
        ("end_stream('k', data, tags=['x'])", {MORE: UNKNOWN, "tags": ["x"]}),
        ("end_stream(*data)", UNKNOWN),
        ("end_stream('k', content_state=state, title='x')", {"content_state": {MORE: UNKNOWN, "title": "x"}}),
        ("end_stream('k', content_state=state)", {"content_state": MAYBE}),
        ("end_stream('k', {'content_state': None}, title='x')", {"content_state": {"title": "x"}}),
        ("end_stream('k', titel='x')", {"titel": "x"}),
        ("end_stream('k', title='x', **more)", {"content_state": {"title": "x", MORE: UNKNOWN}, MORE: UNKNOWN}),
        (
            "end_stream('k', content_state={'title': 'x'}, color='red', **more)",
            {"content_state": {"title": MAYBE, "color": "red", MORE: UNKNOWN}, MORE: UNKNOWN},
        ),
        ("end_stream('k', {'tags': []}, **more)", {"tags": MAYBE, MORE: UNKNOWN}),
        ("end_stream('k', **{'tags': []})", {"tags": []}),
    ],
)
def test_what_is_not_known_of_a_call(call: str, body: Any) -> None:
    assert payload(f"live_activities.{call}") == body


def test_what_is_none_is_left_out_as_the_sdk_does() -> None:
    source = (
        "live_activities.start(\n"
        "    content_state=content_state('x', subtitle=None, badge=badge, color=color or None),\n"
        "    action={'title': 'Open', 'method': None}, alert=None, tags=[{'a': None}])"
    )
    assert payload(source) == {
        "content_state": {"title": "x", "badge": MAYBE, "color": MAYBE},
        "action": {"title": "Open"},
        "tags": [{}],
    }


@pytest.mark.parametrize(
    ("channels", "target"),
    [
        ("['ops', name]", {"channels": ["ops", UNKNOWN]}),
        ("'ops, devs,'", {"channels": ["ops", "devs"]}),
        ("names", Unknown({"object"}, may_be_missing=True)),
        ("[*names]", {"channels": [MORE]}),
    ],
)
def test_channels_are_sent_as_the_target(channels: str, target: Any) -> None:
    for operation in ("start(", "stream('k', "):
        assert payload(f"live_activities.{operation}channels={channels})") == {"target": target}
    assert "channels" in payload(f"live_activities.update(channels={channels})")
    both = payload(f"live_activities.start(channels={channels}, target={{'channels': ['x']}})")
    assert both.keys() == {"channels", "target"}


def test_an_sdk_may_send_what_is_null() -> None:
    place = Range(0, 1)
    arguments = Arguments([Literal({"tags": Member(Literal(None, place))}, place)], {}, place)
    assert request_of(Operation.END, arguments, drops_null=False).body.plain() == {"tags": None}
    assert request_of(Operation.END, arguments).body.plain() == {}


def test_the_places_of_what_a_call_sends() -> None:
    source = (
        "BADGE = {'title': 'é', 'color': 'red'}\n"
        "live_activities.stream(\n"
        "    'key',\n"
        "    content_state=content_state('ü', badge=BADGE, metrics=[metric('CPU', 7, unit='%')]), channels=['a'],\n"
        "    action=action(title='Open', type='open_url', url='https://x.y'))\n"
    )
    (found,) = documents(source)
    assert found.value == {
        "content_state": {
            "title": "ü",
            "badge": {"title": "é", "color": "red"},
            "metrics": [{"label": "CPU", "value": 7, "unit": "%"}],
        },
        "target": {"channels": ["a"]},
        "action": {"title": "Open", "type": "open_url", "url": "https://x.y"},
    }
    assert at(found, "content_state", "title") == "'ü'"
    assert key_at(found, "content_state", "title") is None
    assert key_at(found, "content_state") == "content_state"
    assert at(found, "content_state", "badge", "color") == "'red'"
    assert key_at(found, "content_state", "badge", "color") == "'color'"
    assert key_at(found, "content_state", "badge") == "badge"
    assert at(found, "content_state", "metrics", 0, "value") == "7"
    assert key_at(found, "content_state", "metrics", 0, "unit") == "unit"
    assert at(found, "target", "channels", 0) == "'a'"
    assert key_at(found, "target", "channels") == "channels"
    assert at(found, "action", "url") == "'https://x.y'"
    assert at(found).startswith("live_activities.stream(")
    assert found.locator([("nothing",), ("action", "url", 0), ("target", "channels", 5)]) == {}


@pytest.mark.parametrize("name", HELPERS)
def test_the_positional_parameters_of_the_helpers_are_those_of_the_sdk(name: str) -> None:
    parameters = inspect.signature(getattr(sdk, name)).parameters.values()
    assert HELPERS[name] == tuple(each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD)


def test_every_method_of_the_sdk_that_sends_a_request_is_known() -> None:
    helpers = {"metric", "alert_icon", "alert_badge"}
    methods = {name for name in vars(sdk.LiveActivitiesResource) if name[0].islower()} - helpers
    assert {name for name in methods if method_named(name) is not None} == methods


@pytest.mark.parametrize(
    ("name", "operation"),
    [
        ("endStream", Operation.END_STREAM),
        ("EndStream", Operation.END_STREAM),
        ("ReconcileLiveActivityStream", Operation.STREAM),
        ("startLiveActivityRaw", Operation.START),
        ("updateLiveActivity", Operation.UPDATE),
        ("endLiveActivityStreamWithHttpInfo", Operation.END_STREAM),
        ("endLiveActivityAsync", Operation.END),
    ],
)
def test_the_names_of_the_methods_in_other_languages(name: str, operation: Operation) -> None:
    method = method_named(name)
    assert method is not None
    assert method.operation is operation


@pytest.mark.parametrize("name", ["send", "starts", "live_activity", "restart", "streamRaw", ""])
def test_other_names_are_no_methods(name: str) -> None:
    assert method_named(name) is None


def test_the_names_of_the_object_that_has_the_methods() -> None:
    for name in ("live_activities", "liveActivities", "LiveActivities", "$liveActivities", "LiveActivitiesApi"):
        assert is_receiver(name)
    for name in ("live_activity", "activities", "live_activities_count", ""):
        assert not is_receiver(name)
