"""A hook for the clients of httpx, with and without async."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, overload

import httpx

from liveschema.engine.wording import type_name
from liveschema.senders.guarding import Guard, is_guarded

if TYPE_CHECKING:
    from liveschema.senders.guarding import OnError

C = TypeVar("C", bound=httpx.Client)
A = TypeVar("A", bound=httpx.AsyncClient)


@overload
def guard(client: C, *, on_error: OnError | None = None) -> C: ...
@overload
def guard(client: A, *, on_error: OnError | None = None) -> A: ...
def guard(
    client: httpx.Client | httpx.AsyncClient, *, on_error: OnError | None = None
) -> httpx.Client | httpx.AsyncClient:
    """Validate the Live Activity requests of a client before they are sent, also after a redirect.

    Other requests are left alone. Warnings go to the logger ``liveschema.senders``.

    Args:
        client: The client; a hook for requests is added to it. Guard it once, after other hooks are set.
        on_error: Called with each request that has an error, which is then sent
            unless the function raises an exception; None to raise `InvalidPayload`.

    Returns:
        The same client.

    .. versionadded:: 0.1.0
    """
    if not isinstance(client, httpx.Client | httpx.AsyncClient):
        msg = f"guard needs a Client or an AsyncClient of httpx, got {type_name(client)}"
        raise TypeError(msg)
    judge = Guard(on_error)

    def before(request: httpx.Request) -> None:
        # httpx itself refuses a body of the other kind, with a message that says why.
        if is_guarded(request.method, str(request.url)) and isinstance(request.stream, httpx.SyncByteStream):
            judge.judge(request.method, str(request.url), request.read(), encoding_of(request))

    async def before_async(request: httpx.Request) -> None:
        if is_guarded(request.method, str(request.url)) and isinstance(request.stream, httpx.AsyncByteStream):
            await judge.judge_later(request.method, str(request.url), await request.aread(), encoding_of(request))

    # The hooks are read and set as a whole, since httpx makes a copy of what is set.
    hooks = client.event_hooks
    hooks["request"] = [*hooks["request"], before_async if isinstance(client, httpx.AsyncClient) else before]
    client.event_hooks = hooks
    return client


def encoding_of(request: httpx.Request) -> str:
    """Return how the body of a request is compressed."""
    encoding: str = request.headers.get("Content-Encoding", "")
    return encoding
