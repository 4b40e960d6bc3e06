"""Measure what a guard costs a client per request, beside the same client without one.

The service is a function in this process, so that only the client and the
guard are measured; a real request takes tens of milliseconds more.

    python tools/bench_guards.py
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Final

import httpx
import requests
from activitysmith import ActivitySmith  # type: ignore[import-untyped] # it has no types
from bench_corpus import Case, corpus
from bench_options import at_least_one
from bench_timing import Peer, measure, ratio_of
from requests.adapters import BaseAdapter

from liveschema import Operation
from liveschema.senders import activitysmith as for_sdk
from liveschema.senders import httpx as for_httpx
from liveschema.senders import requests as for_requests

OURS: Final = "https://activitysmith.com/api/live-activity/stream/prod"
OTHER: Final = "https://activitysmith.com/api/push-notification"


class _Answer(BaseAdapter):
    """Answers each request of a session at once."""

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:  # noqa: ANN401 - as the base
        answer = requests.Response()
        answer.status_code, answer.request, answer.url, answer._content = 200, request, request.url or "", b"{}"  # noqa: SLF001 - there is no other way to make one
        return answer

    def close(self) -> None:
        """Do nothing."""


def by_httpx(*, guarded: bool) -> Callable[[str, bytes], object]:
    """Return a function that sends a request with httpx."""
    client = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    if guarded:
        for_httpx.guard(client)
    return lambda url, text: client.put(url, content=text)


def by_requests(*, guarded: bool) -> Callable[[str, bytes], object]:
    """Return a function that sends a request with requests."""
    session = requests.Session()
    session.trust_env = False
    session.mount("https://", _Answer())
    if guarded:
        for_requests.guard(session)
    return lambda url, text: session.put(url, data=text)


def by_sdk(*, guarded: bool) -> Callable[[str, dict[str, Any]], object]:
    """Return a function that sends a request with the official SDK."""
    client = ActivitySmith(api_key="key")
    api = client.live_activities._api  # noqa: SLF001 - it has no public way to another server
    api.api_client.response_deserialize = lambda **_: type("Answer", (), {"data": None})
    api.api_client.rest_client.request = lambda *_, **__: type("Raw", (), {"read": lambda _: None})()
    if guarded:
        for_sdk.guard(client)
    return lambda _, payload: client.live_activities.stream("prod", payload)


def rows(rounds: int) -> Iterator[tuple[str, str, float, float, float]]:
    """Measure each client with a valid request of ours, and with one to another endpoint.

    Args:
        rounds: The number of rounds.

    Yields:
        The client, the request, the seconds without and with a guard, and their ratio.
    """
    cases = [case for case in corpus("valid") if case.operation == Operation.STREAM]
    for name, make in (("httpx", by_httpx), ("requests", by_requests)):
        for what, url in (("a Live Activity request", OURS), ("another request", OTHER)):
            yield name, what, *_compared(make, partial(_text_to, url), cases, rounds)
    yield "official SDK", "a Live Activity request", *_compared(by_sdk, lambda case: ("", case.payload), cases, rounds)


def _text_to(url: str, case: Case) -> tuple[str, bytes]:
    return url, json.dumps(case.payload).encode()


def _compared(
    make: Callable[..., Callable[..., object]],
    given: Callable[[Case], tuple[Any, ...]],
    cases: Sequence[Case],
    rounds: int,
) -> tuple[float, float, float]:
    def peer(name: str, send: Callable[..., object]) -> Peer:
        return Peer(name, "send(*values)", lambda case: {"send": send, "values": given(case)})

    times = measure((peer("bare", make(guarded=False)), peer("guarded", make(guarded=True))), cases, rounds)
    bare, guarded = ([times[name, case.name] for case in cases] for name in ("bare", "guarded"))
    seconds = [statistics.median(map(statistics.median, each)) for each in (bare, guarded)]
    return seconds[0], seconds[1], statistics.median(map(ratio_of, guarded, bare))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a Markdown table of the clients.

    Returns:
        The exit code, 0.
    """
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=at_least_one, default=31, help="number of rounds (default: %(default)s)")
    rounds = parser.parse_args(arguments).rounds
    print("| client | request | without a guard | with one | ratio |\n| --- | --- | ---: | ---: | ---: |")
    for client, request, bare, guarded, ratio in rows(rounds):
        print(f"| {client} | {request} | {bare * 1e6:.0f} µs | {guarded * 1e6:.0f} µs | {ratio:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
