"""The pytest fixture that records and validates what the code of a test sends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import requests
from clients import CLIENTS, Send
from service import Service, running

from liveschema import InvalidPayload, Operation
from liveschema import pytest_plugin as sent_module
from liveschema.lint.payload_report import written
from liveschema.pytest_plugin import Sent, recorded
from liveschema.senders import OutgoingRequest
from liveschema.senders.activitysmith import guard as guard_sdk
from liveschema.senders.guarding import examined
from liveschema.senders.httpx import guard as guard_client
from liveschema.senders.requests import guard as guard_session

STREAM = "/live-activity/stream/prod"
TIMER: dict[str, Any] = {"content_state": {"title": "Bench", "type": "timer", "duration_seconds": 900}}
WRONG: dict[str, Any] = {"content_state": {"title": "Bench", "type": "timer", "duration_seconds": "900"}}


@pytest.fixture
def service() -> Iterator[Service]:
    with running() as made:
        yield made


def rules_of(sent: Sent, **options: bool) -> list[list[str]]:
    return [[problem.rule for problem in problems] for _, problems in sent.problems(**options)]


@pytest.mark.parametrize("name", CLIENTS)
def test_what_a_client_sends_is_recorded_and_sent(name: str, service: Service) -> None:
    send: Send = CLIENTS[name](guarded=False)
    with recorded() as sent:
        assert send("PUT", f"{service.url}{STREAM}?token=x", TIMER) == 200
        assert send("PUT", service.url + STREAM, [b'{"content_state":', b"5}"]) == 200
        assert send("POST", f"{service.url}/else", b"{not JSON") == 200
        assert send("DELETE", service.url + STREAM) == 200
    assert send("PUT", service.url + STREAM, WRONG) == 200
    assert [each.method for each in service.received] == ["PUT", "PUT", "POST", "DELETE", "PUT"]
    assert [(each.method, each.operation, each.payload) for each in sent.requests] == [
        ("PUT", Operation.STREAM, TIMER),
        ("PUT", Operation.STREAM, {"content_state": 5}),
        ("DELETE", Operation.END_STREAM, None),
    ]
    assert rules_of(sent) == [["wrong-type"]]


def test_what_the_official_sdk_sends_is_recorded(service: Service) -> None:
    sdk = pytest.importorskip("activitysmith", reason="the official SDK is not installed")
    client = sdk.ActivitySmith(api_key="key")
    client.live_activities._api.api_client.configuration.host = service.url
    with recorded() as sent:
        client.live_activities.start(title="Bench", type="timer", duration_seconds=900)
        client.live_activities.stream("prod", {**TIMER, "chanels": ["ops"]})
        client.live_activities.end_live_activity_stream("prod")
    client.live_activities.end_stream("prod")
    assert [(each.operation, each.stream_key) for each in sent.requests] == [
        (Operation.START, None), (Operation.STREAM, "prod"), (Operation.END_STREAM, "prod"),
    ]  # fmt: skip
    assert rules_of(sent) == [["unknown-field"]]
    assert len(service.received) == 4


@pytest.mark.parametrize("name", CLIENTS)
def test_what_a_guard_lets_through_is_recorded_and_what_it_refuses_is_not(name: str, service: Service) -> None:
    send: Send = CLIENTS[name]()
    with recorded() as sent:
        assert send("PUT", service.url + STREAM, TIMER) == 200
        with pytest.raises(InvalidPayload):
            send("PUT", service.url + STREAM, WRONG)
    assert send("PUT", service.url + STREAM, TIMER) == 200
    assert [each.payload for each in sent.requests] == [TIMER]
    assert len(service.received) == 2


def test_clients_that_were_guarded_before_are_recorded(service: Service) -> None:
    sdk = pytest.importorskip("activitysmith", reason="the official SDK is not installed")
    client = guard_sdk(sdk.ActivitySmith(api_key="key"))
    client.live_activities._api.api_client.configuration.host = service.url
    session, web = guard_session(requests.Session()), guard_client(httpx.Client(verify=False))
    with session, web:
        with recorded() as sent:
            client.live_activities.stream("prod", TIMER)
            client.live_activities._api.end_live_activity_stream_with_http_info("prod")
            session.put(service.url + STREAM, json=TIMER)
            web.put(service.url + STREAM, json=TIMER)
            with pytest.raises(InvalidPayload):
                session.put(service.url + STREAM, json=WRONG)
        session.put(service.url + STREAM, json=TIMER)
        client.live_activities.stream("prod", TIMER)
    assert [each.operation for each in sent.requests] == ["stream", "end_stream", "stream", "stream"]
    assert len(service.received) == 6


@pytest.mark.parametrize(
    "name",
    [
        "end_live_activity_stream",
        "end_live_activity_stream_with_http_info",
        "end_live_activity_stream_without_preload_content",
    ],
)
def test_every_variant_of_the_generated_part_is_recorded(name: str, service: Service) -> None:
    sdk = pytest.importorskip("activitysmith", reason="the official SDK is not installed")
    api = sdk.ActivitySmith(api_key="key").live_activities._api
    api.api_client.configuration.host = service.url
    with recorded() as sent:
        getattr(api, name)("prod")
    assert len(sent.requests) == len(service.received) == 1


@pytest.mark.parametrize("name", CLIENTS)
def test_a_redirect_is_a_request_of_its_own(name: str, service: Service) -> None:
    with recorded() as sent:
        assert CLIENTS[name](guarded=False)("PUT", f"{service.url}/moved{STREAM}", TIMER) == 200
    assert [each.url for each in sent.requests] == [f"{service.url}/moved{STREAM}", f"{service.url}{STREAM}"]


def test_clients_that_are_not_installed_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent_module, "find_spec", lambda _: None)
    with recorded() as sent:
        assert sent.requests == []
    sent.assert_valid()


def sequence(*steps: tuple[str, str, Any]) -> Sent:
    """Return requests as if they had been sent: method, path below the endpoints, payload."""
    made = Sent()
    for method, path, payload in steps:
        text = written(payload)
        made.requests.append(examined(method, f"https://x.example/live-activity/{path}", text))
    return made


def test_a_sequence_may_begin_in_the_middle() -> None:
    progress = {"title": "x", "type": "progress", "percentage": 3}
    update = ("POST", "update", {"activity_id": "a", "content_state": progress})
    assert rules_of(sequence(update, update)) == []
    assert rules_of(sequence(update), whole=True) == [["unknown-activity"]]
    start = ("POST", "start", {"content_state": progress})
    assert rules_of(sequence(start, start, update), whole=True) == []
    assert rules_of(sequence(start, update), whole=True, warnings=True) == [["never-ended"]]
    assert rules_of(sequence(start, update), warnings=True) == []


def test_a_mistake_in_the_middle_is_found_without_the_start() -> None:
    state = {"title": "x", "type": "progress", "percentage": 9}
    update = ("POST", "update", {"activity_id": "a", "content_state": state})
    end = ("POST", "end", {"activity_id": "a", "content_state": state})
    assert rules_of(sequence(end, update)) == [["ended-activity"]]
    assert rules_of(sequence(update, end, update)) == [["ended-activity"]]
    assert rules_of(sequence(end, end)) == [["ended-activity"]]
    timer = {"title": "x", "type": "timer"}
    assert rules_of(sequence(update, ("POST", "update", {"activity_id": "a", "content_state": timer})))
    other = ("POST", "update", {"activity_id": "b", "content_state": {"title": "x", "percentage": 3}})
    assert rules_of(sequence(end, other)) == []
    stream = ("PUT", "stream/prod", {"content_state": timer})
    assert rules_of(sequence(stream, ("DELETE", "stream/prod", {}))) == []


def test_equal_requests_are_told_apart_by_their_number() -> None:
    good, bad = ("PUT", "stream/prod", TIMER), ("PUT", "stream/prod", WRONG)
    with pytest.raises(AssertionError) as caught:
        sequence(good, bad, good, bad).assert_valid()
    assert re.findall(r"^request \d", str(caught.value), re.MULTILINE) == ["request 2", "request 4"]


def test_a_request_without_a_body_is_told() -> None:
    sent = Sent()
    sent.requests.append(examined("PUT", f"https://x.example{STREAM}", None))
    with pytest.raises(AssertionError) as caught:
        sent.assert_valid()
    assert str(caught.value).splitlines()[2:] == [
        "request 1, PUT /live-activity/stream/prod",
        "1:1: error[invalid-json] expected a value, got the end of the text (the text is empty)",
    ]


def test_the_requests_are_validated_as_a_sequence() -> None:
    start = ("POST", "start", {"content_state": {"title": "x", "type": "progress", "percentage": 3}})
    state = {"title": "x", "type": "progress", "percentage": 9}
    update = ("POST", "update", {"activity_id": "a", "content_state": state})
    end = ("POST", "end", {"activity_id": "a", "content_state": state})
    assert rules_of(sequence(start, update, end)) == []
    assert rules_of(sequence(start, end, update)) == [["ended-activity"]]


TESTS = """
import httpx
import pytest

pytest_plugins = ["liveschema.pytest_plugin"]
STREAM = "https://x.example/live-activity/stream/prod"


def send(state):
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    httpx.Client(transport=transport).put(STREAM + "?token=x", json={"content_state": {"title": "x", **state}})


def test_good(live_activities):
    send({"type": "timer", "duration_seconds": 9})
    assert [request.operation for request in live_activities.requests] == ["stream"]


def test_bad(live_activities):
    send({"type": "timer", "duration_seconds": 9})
    send({"type": "timer", "duration_seconds": "9"})


def test_expected(live_activities):
    send({"type": "timer", "duration_seconds": "9"})
    assert live_activities.requests.pop().errors


def test_that_fails_itself(live_activities):
    send({"type": "timer", "duration_seconds": "9"})
    assert False, "its own failure"


def test_warning(live_activities):
    send({"type": "timer"})


@pytest.mark.live_activities(warnings=True)
def test_strict(live_activities):
    send({"type": "timer"})


@pytest.mark.live_activities(warnings=True)
def test_marked_without_the_fixture():
    pass


@pytest.mark.live_activities(warning=True)
def test_marked_wrongly(live_activities):
    pass


def test_that_fails_without_the_fixture():
    assert False, "another failure"


def test_without_the_fixture():
    send({"type": "timer", "duration_seconds": "9"})
"""
REPORT = """Live Activity requests were sent with 1 problem

request 2, PUT /live-activity/stream/prod
payload:1:65: error[wrong-type] duration_seconds must be a number, got the string "9"
  |
1 | {"content_state":{"title":"x","type":"timer","duration_seconds":"9"}}
  |                                                                 ^^^
  = hint: write 9 without quotes"""


def test_an_invalid_request_fails_the_test_that_sent_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(conftest='pytest_plugins = ["liveschema.pytest_plugin"]', test_it=TESTS.replace(
        'pytest_plugins = ["liveschema.pytest_plugin"]\n', ""))  # fmt: skip
    result = pytester.runpytest_inprocess("-q", "--strict-markers", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, failed=6)
    output = result.stdout.str()
    assert "its own failure" in output
    assert output.count("- Captured Live Activity requests call -") == 1
    assert (
        len(re.findall(r"^the mark live_activities needs the fixture live_activities, and has", output, re.MULTILINE))
        == 2
    )
    assert "warning[stream-cannot-start]" in output
    for line in REPORT.splitlines():
        assert line in output


def test_the_report_is_that_of_the_linter() -> None:
    sent = sequence(("PUT", "stream/prod", TIMER), ("PUT", "stream/prod?token=x", None))
    sent.requests[1] = examined(
        "PUT", sent.requests[1].url, '{"content_state":{"title":"x","type":"timer","duration_seconds":"9"}}'
    )
    with pytest.raises(AssertionError) as caught:
        sent.assert_valid()
    assert str(caught.value) == REPORT


def test_a_request_without_text_is_shown_as_its_payload() -> None:
    sent = Sent()
    request: Callable[..., OutgoingRequest] = examined
    made = request("PUT", f"https://x.example{STREAM}", b'{"content_state": 5}')
    sent.requests.append(OutgoingRequest("PUT", made.url, made.operation, "prod", None, made.payload, made.problems))
    with pytest.raises(
        AssertionError, match=r"payload:2:20: error\[wrong-type\] content_state must be an object, got 5"
    ):
        sent.assert_valid()


def test_a_body_that_is_no_object_is_no_part_of_the_sequence() -> None:
    sent = sequence(("PUT", "stream/prod", [1]), ("PUT", "stream/prod", TIMER))
    assert rules_of(sent) == [["wrong-type"]]


@pytest.mark.slow
def test_the_plugin_needs_no_hypothesis_and_causes_no_warning(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        conftest='pytest_plugins = ["liveschema.pytest_plugin"]',
        test_it="import sys\n\n\ndef test_it(live_activities):\n    assert 'liveschema.testing' not in sys.modules\n",
    )
    result = pytester.runpytest_subprocess("-q", "-W", "error", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)


def test_a_body_that_cannot_be_read_has_no_problem() -> None:
    sent = Sent()
    sent.requests.append(examined("PUT", f"https://x.example{STREAM}", b"\x0b\x01", "br"))
    assert rules_of(sent, warnings=True) == []
