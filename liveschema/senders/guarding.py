"""What happens to a request before it leaves, whatever the client is."""

from __future__ import annotations

import inspect
import logging
import zlib
from collections.abc import Callable

from liveschema.contract.endpoints import PATH_OF_REQUESTS, endpoint
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import MANAGED, Operation
from liveschema.convert import merged
from liveschema.engine.problems import InvalidPayload, Problem
from liveschema.engine.record import Record
from liveschema.text import UNREADABLE
from liveschema.text.read import read_json
from liveschema.verdicts import check

OnError = Callable[["OutgoingRequest"], object]
"""What is called with a request that has an error."""
LOGGER = logging.getLogger("liveschema.senders")
"""The logger for warnings."""
_MOST_BYTES = 64_000_000
"""The most bytes of a compressed body that are looked at."""


class OutgoingRequest(Record):
    """A Live Activity request that a client is about to send.

    Args:
        method: The HTTP method, in upper case.
        url: The URL; with the official SDK, its path.
        operation: The operation, which the method and the URL tell.
        stream_key: The stream key in the URL; None for other operations.
        text: The body as JSON text, or its bytes; None if there is none, or if it is not text yet.
        payload: The value of the body; None if it cannot be read, or if there is none.
        problems: All problems of the body, after those of the stream key.
        unread: The encoding of a compressed body that is not checked, since it cannot be read here; otherwise empty.

    .. versionadded:: 0.1.0
    """

    method: str
    url: str
    operation: Operation
    stream_key: str | None
    text: str | bytes | None
    payload: object
    problems: tuple[Problem, ...]
    unread: str = ""

    @property
    def errors(self) -> list[Problem]:
        """The errors among the problems."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def shown(self) -> str:
        """The method and the path, without what may be secret."""
        _, slashes, rest = f"/{self.url.partition('?')[0]}".partition(PATH_OF_REQUESTS)
        return f"{self.method} {slashes}{rest}"


def is_guarded(method: str, url: str) -> bool:
    """Return whether a request is one of the service's operations; all others are left alone."""
    return PATH_OF_REQUESTS[1:] in url and endpoint(method, url).operation is not None


def examined(method: str, url: str, body: str | bytes | bytearray | None, encoding: str = "") -> OutgoingRequest:
    """Return a request with its problems.

    Args:
        method: The HTTP method.
        url: The URL, of an operation.
        body: The body; None or empty if there is none, which only ``end_stream`` may lack.
        encoding: The header ``Content-Encoding``; ``gzip`` and ``deflate`` are decoded.
    """
    found = endpoint(method, url)
    operation = found.operation
    assert operation is not None  # noqa: S101 - see the arguments
    problems = [] if found.stream_key is None else check_stream_key(found.stream_key)
    text = bytes(body) if isinstance(body, bytearray) else body or None
    payload: object = None
    unread = ""
    if isinstance(text, bytes):
        text, unread = _decoded(text, encoding)
    if not unread and (text is not None or operation is not Operation.END_STREAM):
        payload, faults = read_json(text or "")
        problems += merged(payload, faults, operation, None)
        payload = None if payload is UNREADABLE else payload
    return OutgoingRequest(method.upper(), url, operation, found.stream_key, text, payload, tuple(problems), unread)


def examined_payload(
    method: str, url: str, operation: Operation, stream_key: object, payload: object
) -> OutgoingRequest:
    """Return a request whose body is not text yet, with its problems.

    Args:
        method: The HTTP method.
        url: The URL.
        operation: The operation.
        stream_key: The stream key; it is not looked at for other operations.
        payload: The payload; None if there is none, which only ``end_stream`` may lack.
    """
    problems = check_stream_key(stream_key) if operation in MANAGED else []
    if payload is not None or operation is not Operation.END_STREAM:
        problems += check(payload, operation)
    key = stream_key if isinstance(stream_key, str) else None
    return OutgoingRequest(method.upper(), url, operation, key, None, payload, tuple(problems))


def _decoded(body: bytes, encodings: str) -> tuple[bytes, str]:
    """Decode a compressed body.

    Returns:
        The body, and the name of an encoding that is not known here, if there
        is one. A client that compresses while it sends has the header, and a
        body that is not compressed yet.
    """
    for name in reversed([each.strip().lower() for each in encodings.split(",")]):
        if name in {"", "identity"} or body.lstrip()[:1] == b"{":
            continue
        if name not in {"gzip", "x-gzip", "deflate"}:
            return body, name
        # The bits of the window: with a header of gzip or zlib, or, as some clients send ``deflate``, without one.
        for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
            made = _inflated(body, bits)
            if made is not None:
                body = made
                break
        else:
            break  # broken: the service cannot read it either
    return body, ""


def _inflated(body: bytes, bits: int) -> bytes | None:
    """Return the content of a compressed body, which may have several parts; None if it is broken or too large."""
    made = b""
    while body:
        part = zlib.decompressobj(bits)
        try:
            made += part.decompress(body, _MOST_BYTES - len(made))
        except zlib.error:
            return None
        if not part.eof or len(made) >= _MOST_BYTES:
            return None
        body = part.unused_data
    return made


class Guard:
    """What a hook of a client does with each request.

    Args:
        on_error: Called with each request that has an error, which is then sent
            unless the function raises an exception; None to raise `InvalidPayload`.
    """

    def __init__(self, on_error: OnError | None = None) -> None:
        self._on_error = on_error

    def judge(self, method: str, url: str, body: str | bytes | bytearray | None, encoding: str = "") -> None:
        """Examine a request before it is sent; see `examined` for the arguments.

        Raises:
            InvalidPayload: If it has an error, and no function takes errors.
            TypeError: If that function is asynchronous.
        """
        self.settle(examined(method, url, body, encoding))

    def settle(self, request: OutgoingRequest) -> None:
        """Raise or hand on the errors of a request, and log its warnings; see `judge`."""
        answer = self._handed_on(request)
        if inspect.iscoroutine(answer):
            answer.close()
            msg = "on_error is an async function, which only an asynchronous client can await"
            raise TypeError(msg)

    async def judge_later(self, method: str, url: str, body: bytes, encoding: str = "") -> None:
        """Do as `judge`, and await what the function for errors returns if it is asynchronous."""
        answer = self._handed_on(examined(method, url, body, encoding))
        if inspect.isawaitable(answer):
            await answer

    def _handed_on(self, request: OutgoingRequest) -> object:
        """Log the warnings of a request; return what the function for errors returns."""
        if request.errors:
            if self._on_error is None:
                raise InvalidPayload(request.problems)
            return self._on_error(request)
        if request.unread:
            LOGGER.warning("%s: the body is not checked, since its encoding is %s", request.shown, request.unread)
        for problem in request.problems:
            LOGGER.warning("%s: %s", request.shown, problem)
        return None
