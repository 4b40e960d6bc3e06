"""The HTTP clients, each with the same methods, so that one test is about all of them.

Nothing is encrypted here; reading the certificates would take most of the time.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Any

import aiohttp
import httpx
import requests

from liveschema.senders import OutgoingRequest
from liveschema.senders import aiohttp as for_aiohttp
from liveschema.senders import httpx as for_httpx
from liveschema.senders import requests as for_requests

OnError = Callable[[OutgoingRequest], object] | None
Send = Callable[..., int]
"""Sends a request: method, URL, body (bytes, a list of chunks that is sent as a stream, or JSON data), headers."""


def chunked(body: list[bytes]) -> Iterator[bytes]:
    """Return the chunks of a body, once."""
    yield from body


async def chunked_later(body: list[bytes]) -> AsyncIterator[bytes]:
    """Return the chunks of a body, once."""
    for chunk in body:
        yield chunk


def content(body: Any) -> bytes:
    """Return a body as bytes."""
    return body if isinstance(body, bytes) else json.dumps(body).encode()


def by_httpx(on_error: OnError = None, *, guarded: bool = True) -> Send:
    def send(method: str, url: str, body: Any = None, headers: dict[str, str] | None = None) -> int:
        sent: Any = None if body is None else chunked(body) if isinstance(body, list) else content(body)
        with httpx.Client(follow_redirects=True, verify=False) as client:
            if guarded:
                assert for_httpx.guard(client, on_error=on_error) is client
            return client.request(method, url, content=sent, headers=headers).status_code

    return send


def by_async_httpx(on_error: OnError = None, *, guarded: bool = True) -> Send:
    async def send_later(method: str, url: str, body: Any, headers: dict[str, str] | None) -> int:
        sent: Any = None if body is None else chunked_later(body) if isinstance(body, list) else content(body)
        async with httpx.AsyncClient(follow_redirects=True, verify=False) as client:
            if guarded:
                assert for_httpx.guard(client, on_error=on_error) is client
            return (await client.request(method, url, content=sent, headers=headers)).status_code

    return lambda method, url, body=None, headers=None: asyncio.run(send_later(method, url, body, headers))


def by_requests(on_error: OnError = None, *, guarded: bool = True) -> Send:
    def send(method: str, url: str, body: Any = None, headers: dict[str, str] | None = None) -> int:
        sent: Any = None if body is None else chunked(body) if isinstance(body, list) else content(body)
        with requests.Session() as session:
            if guarded:
                assert for_requests.guard(session, on_error=on_error) is session
            return session.request(method, url, data=sent, headers=headers).status_code

    return send


def by_aiohttp(on_error: OnError = None, *, guarded: bool = True) -> Send:
    async def send_later(method: str, url: str, body: Any, headers: dict[str, str] | None) -> int:
        sent: Any = None if body is None else chunked_later(body) if isinstance(body, list) else content(body)
        middlewares: Iterable[Any] = [for_aiohttp.guard(on_error=on_error)] if guarded else []
        async with (
            aiohttp.ClientSession(middlewares=[*middlewares]) as session,
            session.request(method, url, data=sent, headers=headers) as response,
        ):
            return response.status

    return lambda method, url, body=None, headers=None: asyncio.run(send_later(method, url, body, headers))


CLIENTS: dict[str, Callable[..., Send]] = {
    "httpx": by_httpx,
    "httpx, async": by_async_httpx,
    "requests": by_requests,
    "aiohttp": by_aiohttp,
}
