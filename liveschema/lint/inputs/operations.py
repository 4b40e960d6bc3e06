"""Which operation a word, or the method and the path of a recorded request, stands for."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from liveschema.contract.vocabulary import ENDPOINTS, Operation

_ENDPOINTS: Final = {
    (method, path.rpartition("/")[2]): operation for operation, (method, path) in ENDPOINTS.items() if "{" not in path
}
_STREAMS: Final = {method: operation for operation, (method, path) in ENDPOINTS.items() if "{" in path}
_WORDS: Final = frozenset(map(str, Operation))
_ROOM: Final = "/live-activity/"


def operation_named(word: str) -> Operation | None:
    """Find the operation that a word names, hyphens allowed for underscores.

    Args:
        word: Part of a file name, a folder, or a word beside a block.

    Returns:
        The operation, or None.
    """
    word = word.replace("-", "_").lower()
    return Operation(word) if word in _WORDS else None


class Endpoint(NamedTuple):
    """What the method and the path of a request say.

    Args:
        operation: What it is for; None where no endpoint is meant.
        stream_key: The key that the path of a stream carries.
        ours: Whether it goes to this service at all.
    """

    operation: Operation | None
    stream_key: str | None
    ours: bool


@lru_cache(maxsize=4096)
def endpoint(method: str, url: str) -> Endpoint:
    """Read the method and the path or URL of a request.

    Args:
        method: The HTTP method, in any case.
        url: A path, or a whole URL.

    Returns:
        What they say.
    """
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - slow to import, and only recorded requests need it

    try:
        path = urlsplit(url).path
    except ValueError:
        path = url
    _, room, rest = f"/{path.lstrip('/')}".partition(_ROOM)
    if not room:
        return Endpoint(None, None, ours=False)
    method = method.upper()
    head, slash, key = rest.partition("/")
    if head == "stream" and slash:
        return Endpoint(_STREAMS.get(method), unquote(key), ours=True)
    return Endpoint(_ENDPOINTS.get((method, rest.rstrip("/"))), None, ours=True)
