"""The requests that Python source code sends by HTTP clients."""

from __future__ import annotations

from typing import Any

import pytest
from python_kit import at, documents, request, requests, value

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import UNKNOWN, PartialText
from liveschema.lint.inputs.document import NOTHING
from liveschema.lint.inputs.endpoints import target_of
from liveschema.text import UNREADABLE

BODY = {"content_state": {"title": "x"}}
BASE = "https://activitysmith.com/api/live-activity"


@pytest.mark.parametrize(
    ("call", "operation"),
    [
        (f"requests.post('{BASE}/start', json={BODY})", "start"),
        (f"requests.post(url='{BASE}/update', json={BODY}, headers=headers)", "update"),
        (f"requests.request('post', '{BASE}/end', json={BODY})", "end"),
        (f"requests.request(method='POST', url='{BASE}/end', json={BODY})", "end"),
        (f"requests.request('POST', url='{BASE}/end', json={BODY})", "end"),
        (f"httpx.Request('PUT', '{BASE}/stream/a', json={BODY})", "stream"),
        (f"client.stream('PUT', '{BASE}/stream/a', json={BODY})", "stream"),
        (f"requests.put(f'{{BASE}}/live-activity/stream/{{key}}', json={BODY})", "stream"),
        (f"requests.put(BASE + '/live-activity/stream/' + key, json={BODY})", "stream"),
        (f"requests.put('{{}}/live-activity/stream/{{}}'.format(base, key), json={BODY})", "stream"),
        (f"requests.delete(URL, json={BODY})", "end_stream"),
        (f"requests.post('{BASE}/start', data=json.dumps({BODY}))", "start"),
        (f"requests.post('{BASE}/start', json.dumps({BODY}))", "start"),
        (f"httpx.post('{BASE}/start', content=orjson.dumps({BODY}))", "start"),
        (f"urllib.request.Request('{BASE}/start', data=json.dumps({BODY}).encode('utf-8'))", "start"),
        (f"Request('{BASE}/stream/a', bytes(dumps({BODY}), 'utf-8'), method='PUT')", "stream"),
        (f"connection.request('POST', '/api/live-activity/start', json.dumps({BODY}), headers)", "start"),
        (f"connection.request('POST', '/api/live-activity/start', body=json.dumps({BODY}))", "start"),
        (f"requests.post('{BASE}/start', data=TEXT.encode())", "start"),
        (f"""requests.post('{BASE}/start', data='{{"content_state": {{"title": "x"}}}}')""", "start"),
        (f"requests.request(method, '{BASE}/start', json={BODY})", "start"),
        (f"requests.request(method=method, url='{BASE}/start', json={BODY})", "start"),
        (f"requests.request(method, '{BASE}/stream/a', json={BODY})", None),
        (f"requests.request(f'{{method}}', url='{BASE}/start', json={BODY})", "start"),
        (f"requests.post('{BASE}/start' + query, json={BODY})", None),
        (f"requests.post('{BASE}/{{}}'.format(name), json={BODY})", None),
    ],
)
def test_every_form_of_a_request(call: str, operation: str | None) -> None:
    before = f"URL = '{BASE}/stream/a'\nTEXT = json.dumps({BODY})\n"
    source = f"{before}async def f(session):\n    async with {call} as response: pass\n"
    assert request(source) == (None if operation is None else Operation(operation), BODY)


def test_a_document_of_a_request() -> None:
    source = f"x = requests.put(\n    f'{BASE}/stream/build-{{number}}', json={{'content_state': {{'title': 'x'}}}})\n"
    (found,) = documents(source)
    assert (found.is_sent, found.named_by, found.reader, list(found.heads)) == (
        True,
        "its method and path",
        "python",
        [1],
    )
    assert found.stream_key == PartialText(("build-", ""))
    assert at(found, "content_state", "title") == "'x'"


@pytest.mark.parametrize(
    "call",
    [
        "requests.post('https://x.y/api', json={'content_state': {'title': 'x'}})",
        "requests.post(url, json={'content_state': {'title': 'x'}})",
        "requests.post('https://x.y/?next=/live-activity/start', json=x)",
        "requests.post()",
        "requests.post(*arguments)",
        f"responses.post('{BASE}/start', json={BODY})",
        f"rsps.add('POST', '{BASE}/start', json={BODY})",
        f"requests_mock.post('{BASE}/start', json={BODY})",
        f"m.post('{BASE}/start', payload={BODY})",
        f"m.post('{BASE}/start', json={BODY}, status_code=200)",
        "routes.get('/live-activity/begin')",
        "request('see /live-activity/start')",
        f"print('{BASE}/start', {BODY})",
        f"post('{BASE}')",
    ],
)
def test_what_is_no_request_to_the_service(call: str) -> None:
    assert [each for each in documents(f"x = {call}\n") if each.named_by != "its shape"] == []


def test_a_route_of_a_server_is_no_request() -> None:
    assert documents("@app.put('/live-activity/stream/{key}')\ndef f(): ...\n") == []


@pytest.mark.parametrize(
    ("call", "got"),
    [
        (f"requests.patch('{BASE}/start', json=x)", f"PATCH {BASE}/start"),
        ("requests.post(f'{base}/live-activity/begin', json=x)", "POST …/live-activity/begin"),
        (f"requests.post('{BASE}/stream/' + key, json=x)", f"POST {BASE}/stream/…"),
        (f"Request('{BASE}/start')", f"GET {BASE}/start"),
        ("client.patch('/live-activity/start', json=x)", "PATCH /live-activity/start"),
    ],
)
def test_a_wrong_method_or_path_is_reported_at_the_url(call: str, got: str) -> None:
    (found,) = documents(f"x = (\n  {call})\n")
    (fault,) = found.faults
    assert found.value is NOTHING
    assert (fault.rule, fault.line, fault.column) == ("unknown-endpoint", 2, call.index("(") + 4)
    assert fault.message == f"a request must have the method and path of an endpoint, got {got}"
    assert fault.hint == "POST /live-activity/start, update or end; PUT or DELETE /live-activity/stream/{stream_key}"


@pytest.mark.parametrize(
    "call",
    [
        "requests.get(f'{base}/live-activity/{name}')",
        "requests.patch(f'{base}/live-activity/start{query}')",
        "requests.request(method, '/live-activity/begin')",
        "fetch('/live-activity/begin')",
    ],
)
def test_a_method_or_path_that_may_be_right_is_not_reported(call: str) -> None:
    assert [each.faults for each in documents(call)] == [[]]


def test_a_wrong_key_in_a_url_is_reported() -> None:
    (found,) = documents(f"requests.put('{BASE}/stream/a b', json={BODY})")
    assert [(each.rule, each.line, each.column) for each in found.faults] == [("invalid-stream-key", 1, 14)]
    text = '{"content_state": 1}'
    (found,) = documents(f"requests.put('{BASE}/stream/a b', data='{text}')")
    assert [each.rule for each in found.faults] == ["invalid-stream-key"]


@pytest.mark.parametrize(
    ("call", "body"),
    [
        (f"requests.delete('{BASE}/stream/a')", {}),
        (f"requests.post('{BASE}/start')", {}),
        (f"requests.post('{BASE}/start', **options)", UNKNOWN),
        (f"requests.post('{BASE}/start', json=body)", UNKNOWN),
        (f"requests.post('{BASE}/start', data=body)", UNKNOWN),
        (f"requests.post('{BASE}/start', data={BODY})", UNKNOWN),
        (f"requests.post('{BASE}/start', data=json.dumps())", UNKNOWN),
        (f"requests.post('{BASE}/start', data=bytes())", UNKNOWN),
        (f"body = body\nrequests.post('{BASE}/start', data=body)", UNKNOWN),
        (f"requests.post('{BASE}/start', json=None)", None),
        (
            f"requests.post('{BASE}/start', json={{'content_state': {{'title': None}}}})",
            {"content_state": {"title": None}},
        ),
    ],
)
def test_what_is_known_of_a_body(call: str, body: Any) -> None:
    assert request(call)[1] == body


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ("'{\"tags\": [1]}'", "1"),
        ("r'{\"tags\": [1]}'", "1"),
        ("'''\n{\"tags\":\n [1]}'''", "1"),
        ("'{\\x22tags\\x22: [1]}'", "'{\\x22tags\\x22: [1]}'"),
        ("('{\"tags\":'\n ' [1]}')", "'{\"tags\":'\n ' [1]}'"),
    ],
)
def test_the_places_of_a_body_in_a_string(literal: str, text: str) -> None:
    (found,) = documents(f"requests.post('{BASE}/start', data={literal})")
    assert found.value == {"tags": [1]}
    assert at(found, "tags", 0) == text


def test_a_string_that_is_no_json_is_reported() -> None:
    (found,) = documents(f"requests.post('{BASE}/start', data='{{\"tags\": [}}')")
    assert found.value is UNREADABLE
    assert [(each.rule, each.line) for each in found.faults] == [("invalid-json", 1)]


def test_a_text_with_unknown_parts_is_not_known() -> None:
    assert request(f"requests.post('{BASE}/start', data=f'{{body}}')") == (Operation.START, UNKNOWN)
    assert value("7") == 7
    assert requests("") == []


def test_an_address_of_another_service_has_no_endpoint() -> None:
    assert target_of("POST", "https://x.y/api", lambda _: (1, 1)) is None
    assert target_of(None, "https://x.y/?next=/live-activity/start", lambda _: (1, 1)) is None
