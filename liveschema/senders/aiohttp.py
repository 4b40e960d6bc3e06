"""A hook for the sessions of aiohttp, which needs version 3.12 or later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import BytesPayload

from liveschema.senders.guarding import Guard, is_guarded

if TYPE_CHECKING:
    import aiohttp

    from liveschema.senders.guarding import OnError


def guard(*, on_error: OnError | None = None) -> aiohttp.ClientMiddlewareType:
    """Return a middleware that validates Live Activity requests before they are sent, also after a redirect.

    Give it to a session: ``aiohttp.ClientSession(middlewares=[guard()])``. Other requests are left alone. Warnings go
    to the logger ``liveschema.senders``.

    Args:
        on_error: Called with each request that has an error, which is then sent
            unless the function raises an exception; None to raise `InvalidPayload`.

    .. versionadded:: 0.1.0
    """
    judge = Guard(on_error)

    async def guarded(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        url = str(request.url)
        if is_guarded(request.method, url):
            encoding = request.headers.get("Content-Encoding", "")
            await judge.judge_later(request.method, url, await whole_body(request), encoding)
        return await handler(request)

    return guarded


async def whole_body(request: aiohttp.ClientRequest) -> bytes:
    """Return the body of a request; one that is a file or an iterator is read, and put back as bytes."""
    body = request.body
    if isinstance(body, bytes):
        return body
    whole = await body.as_bytes()
    if not isinstance(body, BytesPayload):  # aiohttp 3.12 does not keep what it has read of an iterator
        await request.update_body(whole)
    return whole
