"""The hook for the official SDK: every form of a call is validated before it leaves."""

from __future__ import annotations

import functools
import itertools
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from service import Service, running

from liveschema import ActivityType, InvalidPayload, Operation, is_valid
from liveschema.examples.make import example
from liveschema.senders import OutgoingRequest
from liveschema.senders.activitysmith import as_sent, guard

sdk = pytest.importorskip("activitysmith", reason="the official SDK is not installed")
models = pytest.importorskip("activitysmith_openapi.models", reason="the official SDK is not installed")

BOTH: list[Any] = [*itertools.product(Operation, ActivityType)]
SHORT = {each: str(each) for each in Operation}
LONG = {
    Operation.START: "start_live_activity",
    Operation.UPDATE: "update_live_activity",
    Operation.END: "end_live_activity",
    Operation.STREAM: "reconcile_live_activity_stream",
    Operation.END_STREAM: "end_live_activity_stream",
}
VARIANTS = ("", "_with_http_info", "_without_preload_content")
MODELS = {
    "start": "LiveActivityStartRequest",
    "update": "LiveActivityUpdateRequest",
    "end": "LiveActivityEndRequest",
    "stream": "LiveActivityStreamRequest",
    "end_stream": "LiveActivityStreamDeleteRequest",
}
KEYED = (Operation.STREAM, Operation.END_STREAM)
STATE = {"title": "Backup", "type": "progress", "percentage": 42}
WRONG = {"title": "Backup", "type": "progress", "percentage": 142}


@pytest.fixture
def service() -> Iterator[Service]:
    with running() as made:
        yield made


def client_of(service: Service, **options: Any) -> Any:
    client = sdk.ActivitySmith(api_key="key")
    client.live_activities._api.api_client.configuration.host = service.url
    assert guard(client, **options) is client
    return client.live_activities


def call(method: Callable[..., Any], operation: Operation, *values: Any, **named: Any) -> Any:
    return method(*(("prod",) if operation in KEYED else ()), *values, **named)


def as_model(operation: Operation, payload: Any) -> Any:
    return getattr(models, MODELS[operation]).from_dict(payload)


def spread(payload: dict[str, Any]) -> dict[str, Any]:
    """Return a payload as keyword arguments, with the fields of the state beside the others."""
    return {**{name: value for name, value in payload.items() if name != "content_state"}, **payload["content_state"]}


def generated(ending: str, api: Any, operation: Operation, payload: dict[str, Any]) -> Any:
    return call(getattr(api._api, LONG[operation] + ending), operation, as_model(operation, payload))


FORMS: dict[str, Callable[[Any, Operation, dict[str, Any]], Any]] = {
    "a dict": lambda api, operation, payload: call(getattr(api, SHORT[operation]), operation, payload),
    "keywords": lambda api, operation, payload: call(getattr(api, SHORT[operation]), operation, **payload),
    "keywords of the state": lambda api, operation, payload: call(
        getattr(api, SHORT[operation]), operation, **spread(payload)
    ),
    "a model": lambda api, operation, payload: call(
        getattr(api, SHORT[operation]), operation, as_model(operation, payload)
    ),
    "an older name": lambda api, operation, payload: call(getattr(api, LONG[operation]), operation, payload),
    "an older name, keywords": lambda api, operation, payload: call(
        getattr(api, LONG[operation]), operation, **payload
    ),
    **{f"the generated part{ending}": functools.partial(generated, ending) for ending in VARIANTS},
}


@pytest.mark.parametrize("form", FORMS)
def test_every_valid_call_reaches_the_service(form: str, service: Service) -> None:
    api = client_of(service)
    for operation, activity_type in BOTH:
        FORMS[form](api, operation, example(activity_type, operation))
        received = service.received[-1]
        assert is_valid(received.payload, operation)
        assert received.payload["content_state"]["title"]
    assert len(service.received) == len(BOTH)


@pytest.mark.parametrize("form", FORMS)
def test_no_invalid_call_reaches_the_service(form: str, service: Service) -> None:
    api = client_of(service)
    # The models of the SDK accept it.
    steps = {"title": "x", "type": "segmented_progress", "number_of_steps": 2, "current_step": 3}
    for operation in Operation:
        payload = {**example("progress", operation), "content_state": steps}
        with pytest.raises(InvalidPayload, match="current_step must be at most number_of_steps"):
            FORMS[form](api, operation, payload)
    assert service.received == []


@pytest.mark.parametrize("form", [form for form in FORMS if "model" not in form and "generated" not in form])
def test_no_call_that_the_models_of_the_sdk_refuse_comes_so_far(form: str, service: Service) -> None:
    api = client_of(service)
    for operation in Operation:
        with pytest.raises(InvalidPayload, match="percentage must be from 0 to 100, got 142"):
            FORMS[form](api, operation, {**example("progress", operation), "content_state": WRONG})
    assert service.received == []


def test_helpers_are_judged(service: Service) -> None:
    api = client_of(service)
    state = sdk.content_state("web-1", type="metrics", metrics=[sdk.metric("CPU", 27, unit="%")])
    button = sdk.action("Open", "open_url", "https://x.example")
    api.stream("prod", content_state=state, action=button)
    assert service.received[-1].payload["action"]["url"] == "https://x.example"
    with pytest.raises(InvalidPayload, match="metrics must have at least one metric"):
        api.stream("prod", content_state=sdk.content_state("web-1", type="metrics", metrics=[]))
    with pytest.raises(InvalidPayload, match="symbol must not be empty"):
        api.update(activity_id="a", **STATE, icon=sdk.alert_icon(""))
    with pytest.raises(InvalidPayload, match="title must not be empty"):
        api.update(activity_id="a", **STATE, badge=sdk.alert_badge(""))
    assert len(service.received) == 1


def test_a_field_that_the_sdk_would_drop_is_an_error(service: Service) -> None:
    api = client_of(service)
    with pytest.raises(InvalidPayload, match=r"content_state has no field subtitel \(did you mean subtitle\?\)"):
        api.update({"activity_id": "a", "content_state": {**STATE, "subtitel": "db"}})
    assert service.received == []


def test_null_is_left_out_as_the_sdk_does(service: Service) -> None:
    api = client_of(service)
    state = {**STATE, "subtitle": None}
    api.stream("prod", {"content_state": state, "action": None, "channels": "ops, web"})
    assert service.received[-1].payload["content_state"]["title"] == "Backup"
    assert service.received[-1].payload["target"] == {"channels": ["ops", "web"]}
    hook = {"title": "x", "type": "webhook", "url": "https://x.example", "body": {"a": None}}
    api.stream("prod", {"content_state": STATE, "action": hook})
    assert service.received[-1].payload["action"]["body"] == {"a": None}


def test_only_free_content_keeps_null() -> None:
    hook = {"title": "x", "type": "webhook", "method": None, "body": {"a": None, "b": [{"c": None}]}}
    state = sdk.content_state("x", icon={"symbol": "bolt", "color": None})
    assert as_sent({"content_state": state, "action": hook, "alert": None}) == {
        "content_state": {"title": "x", "icon": {"symbol": "bolt"}},
        "action": {"title": "x", "type": "webhook", "body": {"a": None, "b": [{"c": None}]}},
    }


def test_the_stream_key_is_judged(service: Service) -> None:
    api = client_of(service)
    with pytest.raises(InvalidPayload, match="a stream key must be"):
        api.stream("prod web", content_state=STATE)
    api.end_stream("prod")
    assert [(each.method, each.body) for each in service.received] == [("DELETE", b"")]


def test_errors_are_handed_on_once(service: Service) -> None:
    seen: list[OutgoingRequest] = []
    api = client_of(service, on_error=seen.append)
    api.update({"activity_id": "a", "content_state": {**STATE, "subtitel": "db"}})
    api.stream("prod", content_state={"title": "x", "type": "alert", "message": "y", "percentage": 3})
    assert [(each.operation, each.stream_key, [error.rule for error in each.errors]) for each in seen] == [
        (Operation.UPDATE, None, ["unknown-field"]),
        (Operation.STREAM, "prod", ["misplaced-field"]),
    ]
    assert len(service.received) == 2


def test_what_the_sdk_makes_of_the_arguments_is_judged_too(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    api = client_of(service)
    monkeypatch.setattr(api._api.api_client, "sanitize_for_serialization", lambda _: {"content_state": WRONG})
    with pytest.raises(InvalidPayload, match="percentage must be from 0 to 100, got 142"):
        api.stream("prod", content_state=STATE)
    assert service.received == []


def test_warnings_are_logged_once(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    api = client_of(service)
    with caplog.at_level(logging.WARNING, "liveschema.senders"):
        api.stream("prod", content_state={**STATE, "value": 1, "upper_limit": 2})
    said = [record.getMessage() for record in caplog.records if record.name == "liveschema.senders"]
    assert [each.partition("] ")[0] for each in said] == [
        "PUT /live-activity/stream/prod: /content_state/value: warning[percentage-wins"
    ]


def test_push_notifications_are_left_alone(service: Service) -> None:
    client = sdk.ActivitySmith(api_key="key")
    client.live_activities._api.api_client.configuration.host = service.url
    guard(client)
    client.badge_count(3)
    assert [(each.method, each.payload) for each in service.received] == [("POST", {"badge": 3})]
