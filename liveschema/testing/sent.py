"""A pytest fixture that records the Live Activity requests which the code of a test sends, and validates them.

Use it in a ``conftest.py``: ``pytest_plugins = ["liveschema.testing.sent"]``.
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

from liveschema.contract.endpoints import PATH_OF_REQUESTS
from liveschema.engine.problems import Problem, Severity
from liveschema.lifecycle import Timeline
from liveschema.lifecycle.rules.first_stream import FIRST_STREAM
from liveschema.lifecycle.rules.never_ended import NEVER_ENDED
from liveschema.lifecycle.rules.unknown_activity import UNKNOWN_ACTIVITY
from liveschema.lint.results import plural
from liveschema.senders.guarding import OutgoingRequest, examined, is_guarded
from liveschema.testing.assertions import report, written

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
        timeline, found = Timeline(), []
        for request in self.requests:
            problems = [*request.problems]
            if isinstance(request.payload, Mapping) or request.text is None:
                payload: Any = request.payload or {}
                applied = timeline.apply(payload, request.operation, request.stream_key)
                problems += [problem for problem in applied if problem not in problems]
            found.append((request, problems))
        if found:
            found[-1][1].extend(problem for _, problem in timeline.finish())
        left_out = () if whole else _OF_WHOLE_SEQUENCES
        kept = [
            (request, [each for each in problems if each.rule not in left_out and (warnings or _is_error(each))])
            for request, problems in found
        ]
        return [(request, problems) for request, problems in kept if problems]

    def assert_valid(self, *, warnings: bool = False, whole: bool = False) -> None:
        """Assert that there is no problem, alone or as a sequence; see `problems`.

        Raises:
            AssertionError: If there is one; the message shows each as ``liveschema check`` does.
        """
        __tracebackhide__ = True
        found = self.problems(warnings=warnings, whole=whole)
        if found:
            counted = plural(sum(len(problems) for _, problems in found), "problem")
            parts = [f"Live Activity requests were sent with {counted}"]
            for request, problems in found:
                number = self.requests.index(request) + 1
                path = PATH_OF_REQUESTS + request.url.partition("?")[0].rpartition(PATH_OF_REQUESTS)[2]
                text = written(request.payload) if request.text is None else request.text
                parts.append(f"request {number}, {request.method} {path}\n{report(problems, text, request.operation)}")
            raise AssertionError("\n\n".join(parts))


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


@contextmanager
def recorded() -> Iterator[Sent]:
    """Record what httpx, requests, aiohttp and the official SDK send, as long as they are installed.

    The requests are sent as always, to a mock server for example. Clients may be older than this.

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
    """Validate what a test with the fixture has sent, after it has passed."""
    yield
    sent = getattr(item, "funcargs", {}).get(_MARK)
    if isinstance(sent, Sent):
        mark = item.get_closest_marker(_MARK)
        sent.assert_valid(**({} if mark is None else mark.kwargs))


def _of_httpx(record: _Record) -> Iterator[Any]:
    import httpx  # noqa: PLC0415 - only if it is installed

    def noted(request: httpx.Request) -> None:
        record(examined(request.method, str(request.url), request.content, request.headers.get("Content-Encoding", "")))

    send, send_later = httpx.Client.send, httpx.AsyncClient.send

    @wraps(send)
    def sending(self: httpx.Client, request: httpx.Request, **options: Any) -> httpx.Response:  # noqa: ANN401 - as `send`
        if is_guarded(request.method, str(request.url)):
            request.read()
            noted(request)
        return send(self, request, **options)

    @wraps(send_later)
    async def sending_later(self: httpx.AsyncClient, request: httpx.Request, **options: Any) -> httpx.Response:  # noqa: ANN401 - as above
        if is_guarded(request.method, str(request.url)):
            await request.aread()
            noted(request)
        return await send_later(self, request, **options)

    yield mock.patch.object(httpx.Client, "send", sending)
    yield mock.patch.object(httpx.AsyncClient, "send", sending_later)


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
    from liveschema.senders.activitysmith import METHODS, VARIANTS, watched  # noqa: PLC0415 - as above

    api: Any = import_module("activitysmith_openapi.api.live_activities_api").LiveActivitiesApi  # it has no types

    for name, operation in METHODS.items():
        for method in (f"{name}{ending}" for ending in VARIANTS):
            patched = watched(getattr(api, method), operation, record)
            yield mock.patch.object(api, method, patched)


_PATCHES: Final[Mapping[str, Callable[[_Record], Iterator[Any]]]] = {
    "httpx": _of_httpx,
    "requests": _of_requests,
    "aiohttp": _of_aiohttp,
    "activitysmith_openapi": _of_sdk,
}
