"""Hooks for HTTP clients: nothing invalid leaves, and everything else does as it is."""

from __future__ import annotations

import asyncio
import gzip
import io
import itertools
import json
import logging
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
from clients import CLIENTS, Send, chunked, chunked_later
from requests.adapters import HTTPAdapter
from service import Service, running
from urllib3.util.retry import Retry

from liveschema import ActivityType, InvalidPayload, Operation
from liveschema.contract.vocabulary import ENDPOINTS
from liveschema.examples.make import example
from liveschema.senders import OutgoingRequest, guarding
from liveschema.senders import activitysmith as for_sdk
from liveschema.senders import httpx as for_httpx
from liveschema.senders import requests as for_requests

STREAM = "/live-activity/stream/prod"
TIMER: dict[str, Any] = {"content_state": {"title": "Bench", "type": "timer", "duration_seconds": 900}}
LATER: dict[str, Any] = {"content_state": {"title": "Bench", "type": "timer"}}
WRONG: dict[str, Any] = {"content_state": {"title": "Bench", "type": "timer", "duration_seconds": "900"}}
BOTH: list[Any] = [*itertools.product(Operation, ActivityType)]


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Callable[..., Send]:
    made: Callable[..., Send] = CLIENTS[request.param]
    return made


@pytest.fixture
def service() -> Iterator[Service]:
    with running() as made:
        yield made


def endpoint_of(operation: Operation) -> tuple[str, str]:
    method, path = ENDPOINTS[operation]
    return method, path.format(stream_key="prod")


def test_every_valid_request_reaches_the_service(client: Callable[..., Send], service: Service) -> None:
    send = client()
    for operation, activity_type in BOTH:
        method, path = endpoint_of(operation)
        payload = example(activity_type, operation, full=True)
        assert send(method, f"{service.url}/api{path}", payload) == 200
        assert service.received[-1][:2] == (method, f"/api{path}")
        assert service.received[-1].payload == payload
    assert len(service.received) == len(BOTH)


def test_no_invalid_request_reaches_the_service(client: Callable[..., Send], service: Service) -> None:
    send = client()
    for operation, activity_type in BOTH:
        method, path = endpoint_of(operation)
        payload = example(activity_type, operation)
        state = payload["content_state"]
        for wrong in ({**payload, "colour": 1}, {**payload, "content_state": {**state, "title": 5}}, [payload]):
            body = json.dumps(wrong).encode()
            with pytest.raises(InvalidPayload):
                send(method, f"{service.url}{path}", body)
    assert service.received == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/push-notification"),
        ("GET", STREAM),
        ("POST", "/live-activity/begin"),
        ("PUT", "/live-activity"),
        ("POST", "/v1/live-activityx/start"),
    ],
)
def test_other_requests_are_left_alone(client: Callable[..., Send], service: Service, method: str, path: str) -> None:
    assert client()(method, service.url + path, b"{not JSON") == 200
    assert service.received[-1].body == b"{not JSON"


def test_a_body_that_is_a_stream_is_judged_and_sent(client: Callable[..., Send], service: Service) -> None:
    text = json.dumps(LATER).encode()
    send = client()
    assert send("PUT", service.url + STREAM, [text[:9], text[9:]]) == 200
    assert service.received[-1].payload == LATER
    with pytest.raises(InvalidPayload, match="duration_seconds must be a number"):
        send("PUT", service.url + STREAM, [b'{"content_state":', json.dumps(WRONG["content_state"]).encode(), b"}"])
    assert send("POST", f"{service.url}/other", [b"a", b"b"]) == 200
    assert [each.body for each in service.received] == [text, b"ab"]


def test_a_request_is_judged_where_it_is_redirected_to(client: Callable[..., Send], service: Service) -> None:
    send = client()
    assert send("PUT", f"{service.url}/moved{STREAM}", LATER) == 200
    assert [each.path for each in service.received] == [f"/moved{STREAM}", STREAM]
    assert send("POST", f"{service.url}/moved/else", b"{not JSON") == 200
    service.received.clear()
    with pytest.raises(InvalidPayload):
        send("PUT", f"{service.url}/moved{STREAM}", WRONG)
    assert service.received == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (None, "invalid-json"),
        (b"", "invalid-json"),
        (b'{"content_state": ', "invalid-json"),
        (b'{"a": 1, "a": 2}', "duplicate-key"),
        (b"activity_id=act_7", "invalid-json"),
        (b"\xff", "invalid-utf8"),
        (b"[]", "wrong-type"),
    ],
)
def test_a_body_that_is_no_payload_is_an_error(
    client: Callable[..., Send], service: Service, body: bytes | None, rule: str
) -> None:
    with pytest.raises(InvalidPayload) as caught:
        client()("PUT", service.url + STREAM, body)
    assert rule in {problem.rule for problem in caught.value.problems}
    assert service.received == []


@pytest.mark.parametrize("body", [None, b"", b"{}"])
def test_the_end_of_a_stream_needs_no_body(client: Callable[..., Send], service: Service, body: bytes | None) -> None:
    assert client()("DELETE", service.url + STREAM, body) == 200
    assert [each.method for each in service.received] == ["DELETE"]


def test_the_stream_key_is_judged_too(client: Callable[..., Send], service: Service) -> None:
    with pytest.raises(InvalidPayload, match="a stream key must be 1 to 255 characters"):
        client()("PUT", f"{service.url}/live-activity/stream/prod%20web", LATER)
    assert service.received == []


def raw_deflate(data: bytes) -> bytes:
    """Compress data without a header, which some clients call ``deflate``."""
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return made.compress(data) + made.flush()


PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "gzip in two parts": ("x-gzip", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("Deflate", raw_deflate),
    "twice": ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
    "identity": ("gzip, identity", gzip.compress),
}


@pytest.mark.parametrize("how", PACKED)
def test_a_compressed_body_is_judged(client: Callable[..., Send], service: Service, how: str) -> None:
    name, pack = PACKED[how]
    send = client()
    packed = pack(json.dumps(LATER).encode())
    assert send("PUT", service.url + STREAM, packed, {"Content-Encoding": name}) == 200
    assert service.received[-1].body == packed
    with pytest.raises(InvalidPayload, match="duration_seconds"):
        send("PUT", service.url + STREAM, pack(json.dumps(WRONG).encode()), {"Content-Encoding": name})
    for broken in (packed[:-6], packed[:10] + b"\0" * 9, packed + b"x" * 9):
        with pytest.raises(InvalidPayload, match=r"invalid-json|invalid-utf8"):
            send("PUT", service.url + STREAM, broken, {"Content-Encoding": name})
    assert len(service.received) == 1


def test_a_compressed_body_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "_MOST_BYTES", 1000)
    body = gzip.compress(json.dumps({**LATER, "tags": ["x" * 2000]}).encode())
    assert guarding.examined("PUT", STREAM, body, "gzip").errors
    assert not guarding.examined("PUT", STREAM, gzip.compress(json.dumps(LATER).encode()), "gzip").errors


def test_a_body_in_an_unknown_encoding_is_sent_with_a_warning(
    client: Callable[..., Send], service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "liveschema.senders"):
        assert client()("PUT", service.url + STREAM, b"\x0b\x01", {"Content-Encoding": "br"}) == 200
    said = [record.getMessage() for record in caplog.records if record.name == "liveschema.senders"]
    assert said == ["PUT /live-activity/stream/prod: the body is not checked, since its encoding is br"]
    assert service.received[-1].body == b"\x0b\x01"


@pytest.mark.parametrize("is_async", [True, False])
def test_an_asynchronous_function_for_errors_is_awaited_or_refused(
    client: Callable[..., Send], service: Service, *, is_async: bool, request: pytest.FixtureRequest
) -> None:
    seen: list[OutgoingRequest] = []

    async def later(outgoing: OutgoingRequest) -> None:
        await asyncio.sleep(0)
        seen.append(outgoing)
        raise ZeroDivisionError

    def now(outgoing: OutgoingRequest) -> None:
        seen.append(outgoing)
        raise ZeroDivisionError

    can_await = "async" in request.node.callspec.params["client"] or "aiohttp" in request.node.callspec.params["client"]
    expected = TypeError if is_async and not can_await else ZeroDivisionError
    with pytest.raises(expected, match="on_error is an async function" if expected is TypeError else None):
        client(later if is_async else now)("PUT", service.url + STREAM, WRONG)
    assert len(seen) == (expected is ZeroDivisionError)
    assert service.received == []


def test_a_relative_path_is_guarded_too() -> None:
    assert guarding.is_guarded("POST", "live-activity/start")
    assert guarding.examined("post", "live-activity/start?token=x", "{}").shown == "POST /live-activity/start"


@pytest.mark.parametrize(
    ("guard", "message"),
    [
        (for_httpx.guard, "guard needs a Client or an AsyncClient of httpx, got "),
        (for_requests.guard, "guard needs a Session of requests, got "),
        (for_sdk.guard, "guard needs an ActivitySmith, got "),
    ],
)
def test_another_client_is_refused(guard: Any, message: str) -> None:
    for client in (3, httpx.Client, requests.Session, object()):
        with pytest.raises(TypeError, match=f"^{message}"):
            guard(client)


def test_a_body_of_the_other_kind_is_refused_by_httpx_itself() -> None:
    body: Any = chunked_later([b"{}"])
    with for_httpx.guard(httpx.Client(verify=False)) as client, pytest.raises(RuntimeError, match="sync Client"):
        client.put(f"https://x.example{STREAM}", content=body)

    async def put() -> None:
        async with for_httpx.guard(httpx.AsyncClient(verify=False)) as later:
            await later.put(f"https://x.example{STREAM}", content=chunked([b"{}"]))

    with pytest.raises(RuntimeError, match="AsyncClient"):
        asyncio.run(put())


def test_errors_can_be_handed_to_a_function(client: Callable[..., Send], service: Service) -> None:
    seen: list[OutgoingRequest] = []
    send = client(seen.append)
    assert send("PUT", f"{service.url}{STREAM}?token=x", WRONG) == 200
    assert len(service.received) == 1
    (request,) = seen
    assert (request.method, request.operation, request.stream_key) == ("PUT", Operation.STREAM, "prod")
    assert request.url == f"{service.url}{STREAM}?token=x"
    assert request.payload == WRONG
    assert json.loads(request.text or "") == WRONG
    assert [each.rule for each in request.errors] == ["wrong-type"]
    assert send("PUT", service.url + STREAM, LATER) == 200
    assert len(seen) == 1


def test_warnings_are_logged(client: Callable[..., Send], service: Service, caplog: pytest.LogCaptureFixture) -> None:
    state = {"title": "Sales", "type": "stats", "metrics": [{"label": "a", "value": 1}], "color": "red"}
    with caplog.at_level(logging.WARNING, "liveschema.senders"):
        assert client()("PUT", f"{service.url}{STREAM}?token=x", {"content_state": state}) == 200
    said = [record.getMessage() for record in caplog.records if record.name == "liveschema.senders"]
    where = "PUT /live-activity/stream/prod: /content_state/color"
    advice = "color should be set on each metric of a stats activity, got red for the whole activity"
    assert said == [f"{where}: warning[color-on-stats] {advice} (set color on each metric instead)"]
    assert len(service.received) == 1


def test_a_session_that_retries_sends_the_same_body_again(service: Service) -> None:
    retry = Retry(total=3, status_forcelist=[503], allowed_methods=None, backoff_factor=0)
    text = json.dumps(LATER).encode()
    with for_requests.guard(requests.Session()) as session:
        session.mount("http://", HTTPAdapter(max_retries=retry))
        service.failing = 2
        body: Any = iter([text[:5], text[5:]])
        assert session.put(service.url + STREAM, data=body).status_code == 200
        assert [each.body for each in service.received] == [text] * 3
        with pytest.raises(InvalidPayload):
            session.put(service.url + STREAM, json=WRONG)
    assert len(service.received) == 3


def test_a_caller_that_retries_is_judged_each_time(service: Service) -> None:
    def attempts(client: httpx.Client, payload: Any) -> int:
        for _ in range(5):
            response = client.put(service.url + STREAM, json=payload)
            if response.status_code == 200:
                break
        return response.status_code

    with for_httpx.guard(httpx.Client()) as client:
        service.failing = 2
        assert attempts(client, LATER) == 200
        assert len(service.received) == 3
        with pytest.raises(InvalidPayload):
            attempts(client, WRONG)
    assert len(service.received) == 3


def test_a_file_is_a_body(service: Service, tmp_path: Path) -> None:
    for name, payload in (("good", LATER), ("bad", WRONG)):
        (tmp_path / f"{name}.json").write_text(json.dumps(payload), "utf-8")
    with for_requests.guard(requests.Session()) as session:
        with (tmp_path / "good.json").open("rb") as file:
            assert session.put(service.url + STREAM, data=file).status_code == 200
        with (tmp_path / "bad.json").open("rb") as file, pytest.raises(InvalidPayload):
            session.put(service.url + STREAM, data=file)
        text = json.dumps(LATER)
        bodies: list[Any] = [text, io.StringIO(text), io.BytesIO(text.encode()), iter(text), memoryview(text.encode())]
        for body in bodies:
            assert session.put(service.url + STREAM, data=body).status_code == 200
    assert [each.payload for each in service.received] == [LATER] * 6


def test_a_file_is_sent_again_where_it_is_redirected_to(service: Service) -> None:
    with for_requests.guard(requests.Session()) as session:
        answer = session.put(f"{service.url}/moved{STREAM}", data=io.BytesIO(json.dumps(LATER).encode()))
    assert answer.status_code == 200
    assert [each.payload for each in service.received] == [LATER] * 2
