"""The pytest fixture that records and validates what the code of a test sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from clients import CLIENTS, Send
from service import Service, running

from liveschema import Operation
from liveschema.senders import OutgoingRequest
from liveschema.senders.guarding import examined
from liveschema.testing import sent as sent_module
from liveschema.testing.assertions import written
from liveschema.testing.sent import Sent, recorded

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

pytest_plugins = ["liveschema.testing.sent"]
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
    pytester.makepyfile(conftest='pytest_plugins = ["liveschema.testing.sent"]', test_it=TESTS.replace(
        'pytest_plugins = ["liveschema.testing.sent"]\n', ""))  # fmt: skip
    result = pytester.runpytest_inprocess("-q", "--strict-markers", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, failed=3)
    output = result.stdout.str()
    assert "its own failure" in output
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
