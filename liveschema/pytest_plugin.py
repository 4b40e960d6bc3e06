"""A pytest fixture that records the Live Activity requests which the code of a test sends, and validates them.

Name this module in ``conftest.py``: ``pytest_plugins = ["liveschema.pytest_plugin"]``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final
from unittest import mock

import pytest

from liveschema.contract.endpoints import OPERATION_IDS
from liveschema.contract.vocabulary import MANAGED, ActivityType, Operation
from liveschema.engine.problems import Problem
from liveschema.examples.make import example
from liveschema.lifecycle import Timeline
from liveschema.lifecycle.rules.first_stream import FIRST_STREAM
from liveschema.lifecycle.rules.never_ended import NEVER_ENDED
from liveschema.lifecycle.rules.unknown_activity import UNKNOWN_ACTIVITY
from liveschema.lint.payload_report import report, written
from liveschema.lint.results import plural
from liveschema.senders.guarding import OutgoingRequest, examined, is_guarded

_MARK: Final = "live_activities"
_OF_WHOLE_SEQUENCES: Final = frozenset({FIRST_STREAM.id, NEVER_ENDED.id, UNKNOWN_ACTIVITY.id})
"""The rules that a part of a sequence may break."""
_Record = Callable[[OutgoingRequest], None]


class Sent:
    """The Live Activity requests that were sent, in order.

    Attributes:
        requests: The requests, whether they are valid or not. A test may look at them, and remove those it expects.

    .. versionadded:: 0.1.0
    """

    def __init__(self) -> None:
        self.requests: list[OutgoingRequest] = []

    def problems(self, *, warnings: bool = False, whole: bool = False) -> list[tuple[OutgoingRequest, list[Problem]]]:
        """Validate each request, and all of them as a sequence.

        Args:
            warnings: Whether warnings count, too.
            whole: Whether the requests are a whole sequence: then each activity must be started before it is updated
                or ended, with all that a start needs, and with ``warnings`` it must be ended.

        Returns:
            The requests that have problems, each with its problems.
        """
        return [(request, problems) for _, request, problems in self._found(warnings=warnings, whole=whole)]

    def _found(self, *, warnings: bool, whole: bool) -> list[tuple[int, OutgoingRequest, list[Problem]]]:
        """Return the problems as `problems` does, with the number of each request, counted from 1."""
        timeline = Timeline()
        known = whole or any(request.operation is Operation.START for request in self.requests)
        found = []
        for number, request in enumerate(self.requests, 1):
            problems = [*request.problems]
            has_no_body = request.text is None and not request.problems
            if isinstance(request.payload, Mapping) or has_no_body:
                if not known:
                    _begin(timeline, request)
                payload: Any = request.payload or {}
                applied = timeline.apply(payload, request.operation, request.stream_key)
                problems += [problem for problem in applied if problem not in problems]
            found.append((number, request, problems))
        if found:
            found[-1][2].extend(problem for _, problem in timeline.finish())
        left_out = () if whole else _OF_WHOLE_SEQUENCES
        kept = [
            (
                number,
                request,
                [each for each in problems if each.rule not in left_out and (warnings or each.is_error)],
            )
            for number, request, problems in found
        ]
        return [each for each in kept if each[2]]

    def assert_valid(self, *, warnings: bool = False, whole: bool = False) -> None:
        """Assert that there is no problem, alone or as a sequence; see `problems`.

        Raises:
            AssertionError: If there is one; the message shows each as ``liveschema check`` does.
        """
        __tracebackhide__ = True
        failure = self.failure(warnings=warnings, whole=whole)
        if failure:
            raise AssertionError(failure)

    def failure(self, *, warnings: bool = False, whole: bool = False) -> str:
        """Return the message of `assert_valid`; empty if there is no problem."""
        found = self._found(warnings=warnings, whole=whole)
        counted = plural(sum(len(problems) for _, _, problems in found), "problem")
        parts = [f"Live Activity requests were sent with {counted}"]
        for number, request, problems in found:
            text = written(request.payload) if request.text is None and request.payload is not None else request.text
            parts.append(f"request {number}, {request.shown}\n{report(problems, text, request.operation)}")
        return "\n\n".join(parts) if found else ""


def _begin(timeline: Timeline, request: OutgoingRequest) -> None:
    """Let an activity run that is not known yet, since it may have been started before the requests were recorded."""
    payload: Any = request.payload or {}
    names = [track.stream_key if request.operation in MANAGED else track.activity_id for track in timeline.tracks]
    name = request.stream_key if request.operation in MANAGED else payload.get("activity_id")
    state = payload.get("content_state")
    kind = state.get("type") if isinstance(state, Mapping) else None
    if name in names or not isinstance(name, str) or not isinstance(kind, str) or kind not in [*ActivityType]:
        return
    if request.operation in MANAGED:
        timeline.apply(example(ActivityType(kind), Operation.STREAM), Operation.STREAM, name)
    else:
        timeline.apply(example(ActivityType(kind), Operation.START), Operation.START, activity_id=name)


@contextmanager
def recorded() -> Iterator[Sent]:
    """Record what httpx, requests, aiohttp and the official SDK send, as long as they are installed.

    The requests are sent as always, to a mock server for example. Clients may be older than this, and guarded; what a
    guard refuses is not recorded. A redirect is a request of its own.

    Yields:
        What is sent.

    .. versionadded:: 0.1.0
    """
    sent = Sent()
    with ExitStack() as stack:
        for name, patch in _PATCHES.items():
            if find_spec(name) is not None:
                for patched in patch(sent.requests.append):
                    stack.enter_context(patched)
        yield sent


@pytest.fixture
def live_activities() -> Iterator[Sent]:
    """Record the Live Activity requests that the code of the test sends; an invalid one fails the test.

    The mark ``@pytest.mark.live_activities(warnings=True, whole=True)`` has the arguments of `Sent.problems`.
    """
    with recorded() as sent:
        yield sent


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark."""
    config.addinivalue_line(
        "markers", f"{_MARK}(warnings=False, whole=False): how requests are validated that a test sends"
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Validate what a test with the fixture has sent; if it fails otherwise, only show what is wrong."""
    mark, sent = item.get_closest_marker(_MARK), getattr(item, "funcargs", {}).get(_MARK)
    options = {} if mark is None else mark.kwargs
    if mark is not None and (not isinstance(sent, Sent) or mark.args or not {"warnings", "whole"} >= options.keys()):
        pytest.fail(
            f"the mark {_MARK} needs the fixture {_MARK}, and has the arguments warnings and whole", pytrace=False
        )
    try:
        yield
    except BaseException:
        if isinstance(sent, Sent) and (failure := sent.failure(**options)):
            item.add_report_section("call", "Live Activity requests", failure)
        raise
    if isinstance(sent, Sent) and (failure := sent.failure(**options)):
        pytest.fail(failure, pytrace=False)


def _of_httpx(record: _Record) -> Iterator[Any]:
    import httpx  # noqa: PLC0415 - only if it is installed

    from liveschema.senders.httpx import encoding_of  # noqa: PLC0415 - as above

    def noted(request: httpx.Request, content: bytes) -> None:
        record(examined(request.method, str(request.url), content, encoding_of(request)))

    # The methods that send one request each, after hooks, and also where it is redirected to.
    client, client_later = httpx.Client, httpx.AsyncClient
    send: Any = client._send_single_request  # noqa: SLF001 - the public ones do not see redirects
    send_later: Any = client_later._send_single_request  # noqa: SLF001 - as above

    @wraps(send)
    def sending(self: httpx.Client, request: httpx.Request) -> Any:  # noqa: ANN401 - as `send`
        if is_guarded(request.method, str(request.url)) and isinstance(request.stream, httpx.SyncByteStream):
            noted(request, request.read())
        return send(self, request)

    @wraps(send_later)
    async def sending_later(self: httpx.AsyncClient, request: httpx.Request) -> Any:  # noqa: ANN401 - as above
        if is_guarded(request.method, str(request.url)) and isinstance(request.stream, httpx.AsyncByteStream):
            noted(request, await request.aread())
        return await send_later(self, request)

    yield mock.patch.object(client, "_send_single_request", sending)
    yield mock.patch.object(client_later, "_send_single_request", sending_later)


def _of_requests(record: _Record) -> Iterator[Any]:
    import requests  # noqa: PLC0415 - only if it is installed

    from liveschema.senders.requests import whole_body  # noqa: PLC0415

    send = requests.Session.send

    @wraps(send)
    def sending(self: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # noqa: ANN401 - as `send`
        method, url = request.method or "", request.url or ""
        if is_guarded(method, url):
            record(examined(method, url, whole_body(request), request.headers.get("Content-Encoding", "")))
        return send(self, request, **options)

    yield mock.patch.object(requests.Session, "send", sending)


def _of_aiohttp(record: _Record) -> Iterator[Any]:
    import aiohttp  # noqa: PLC0415 - only if it is installed

    from liveschema.senders.aiohttp import whole_body  # noqa: PLC0415

    async def recording(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        url = str(request.url)
        if is_guarded(request.method, url):
            encoding = request.headers.get("Content-Encoding", "")
            record(examined(request.method, url, await whole_body(request), encoding))
        return await handler(request)

    ask: Any = aiohttp.ClientSession._request  # noqa: SLF001 - the one method that all others call

    @wraps(ask)
    async def asking(self: Any, *values: Any, middlewares: Collection[Any] | None = None, **options: Any) -> Any:  # noqa: ANN401 - as it
        own = self._middlewares if middlewares is None else middlewares
        return await ask(self, *values, middlewares=(*own, recording), **options)

    yield mock.patch.object(aiohttp.ClientSession, "_request", asking)


def _of_sdk(record: _Record) -> Iterator[Any]:
    from liveschema.senders.activitysmith import VARIANTS, watched  # noqa: PLC0415 - as above

    api: Any = import_module("activitysmith_openapi.api.live_activities_api").LiveActivitiesApi  # it has no types

    for operation, name in OPERATION_IDS.items():
        for method in (f"{name}{ending}" for ending in VARIANTS):
            patched = watched(getattr(api, method), operation, record)
            yield mock.patch.object(api, method, patched)


_PATCHES: Final[Mapping[str, Callable[[_Record], Iterator[Any]]]] = {
    "httpx": _of_httpx,
    "requests": _of_requests,
    "aiohttp": _of_aiohttp,
    "activitysmith_openapi": _of_sdk,
}
