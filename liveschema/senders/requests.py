"""A hook for the sessions of requests."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import requests

from liveschema.engine.wording import type_name
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
    if not isinstance(session, requests.Session):
        msg = f"guard needs a Session of requests, got {type_name(session)}"
        raise TypeError(msg)
    judge, own = Guard(on_error), vars(session).get("send")

    def guarded(request: requests.PreparedRequest, **options: Any) -> requests.Response:  # noqa: ANN401 - as `send`
        method, url = request.method or "", request.url or ""
        if is_guarded(method, url):
            judge.judge(method, url, whole_body(request), request.headers.get("Content-Encoding", ""))
        # The method of the class is looked up now, since a test may replace it for a while.
        send: Any = partial(type(session).send, session) if own is None else own
        answer: requests.Response = send(request, **options)
        return answer

    session.send = guarded  # type: ignore[method-assign] # requests has no hook for what is sent
    return session


def whole_body(request: requests.PreparedRequest) -> str | bytes | bytearray | None:
    """Return the body of a request; one that is a file or an iterator is read, and put back as bytes."""
    body: Any = request.body
    if body is None or isinstance(body, str | bytes | bytearray):
        return body
    whole = b"".join(each.encode() if isinstance(each, str) else bytes(each) for each in _parts(body))
    request.body = whole
    vars(request)["_body_position"] = None  # else a redirect would rewind the file that is no longer the body
    request.headers.pop("Transfer-Encoding", None)
    request.prepare_content_length(whole)
    return whole


def _parts(body: Any) -> Iterable[Any]:  # noqa: ANN401 - what requests takes
    """Return the parts of a body, which are text or bytes."""
    if hasattr(body, "read"):
        return [body.read()]
    try:
        return [memoryview(body)]
    except TypeError:
        return body  # type: ignore[no-any-return] # it is an iterable
