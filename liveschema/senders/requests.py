"""A hook for the sessions of requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import requests

from liveschema.senders.guarding import Guard, is_guarded

if TYPE_CHECKING:
    from liveschema.senders.guarding import OnError

S = TypeVar("S", bound=requests.Session)


def guard(session: S, *, on_error: OnError | None = None) -> S:
    """Validate the Live Activity requests of a session before they are sent, also after a redirect.

    Other requests are left alone. Warnings go to the logger ``liveschema.senders``. A copy of the session, such as one
    that is pickled, is not guarded.

    Args:
        session: The session; its method ``send`` is replaced.
        on_error: Called with each request that has an error, which is then sent
            unless the function raises an exception; None to raise `InvalidPayload`.

    Returns:
        The same session.

    .. versionadded:: 0.1.0
    """
    judge, send = Guard(on_error), session.send

    def guarded(request: requests.PreparedRequest, **options: Any) -> requests.Response:  # noqa: ANN401 - as `send`
        method, url = request.method or "", request.url or ""
        if is_guarded(method, url):
            judge.judge(method, url, whole_body(request), request.headers.get("Content-Encoding", ""))
        return send(request, **options)

    session.send = guarded  # type: ignore[method-assign] # requests has no hook for what is sent
    return session


def whole_body(request: requests.PreparedRequest) -> str | bytes | bytearray | None:
    """Return the body of a request; one that is a file or an iterator is read, and put back as bytes."""
    body: Any = request.body
    if body is None or isinstance(body, str | bytes | bytearray):
        return body
    read = body.read() if hasattr(body, "read") else b"".join(body)
    whole = read.encode() if isinstance(read, str) else bytes(read)
    request.body = whole
    request.headers.pop("Transfer-Encoding", None)
    request.prepare_content_length(whole)
    return whole
