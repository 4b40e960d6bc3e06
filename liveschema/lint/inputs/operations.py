"""The operation that a word, or the method and path of a recorded request, refers to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from liveschema.contract.vocabulary import ENDPOINTS, Operation

_ENDPOINTS: Final = {
    (method, path.rpartition("/")[2]): operation for operation, (method, path) in ENDPOINTS.items() if "{" not in path
}
_STREAMS: Final = {method: operation for operation, (method, path) in ENDPOINTS.items() if "{" in path}
_SCHEMA: Final = re.compile(rf"(?:^|/)({'|'.join(Operation)})\.schema\.json#?\Z")
_LANGUAGES: Final = (b"json ", b"JSON ")
_BEFORE_LANGUAGE: Final = re.compile(rb"[`~][ \t]*\Z")
_AFTER_LANGUAGE: Final = re.compile(
    rb"[^`\r\n]*?(?:%s)" % "|".join(Operation).replace("_", "[_-]").encode(), re.IGNORECASE
)
_WORDS: Final = frozenset(map(str, Operation))
PATH_OF_REQUESTS: Final = "/live-activity/"
"""The part of a path or URL that all requests to the service have."""


def operation_named(word: str) -> Operation | None:
    """Return the operation that a word names.

    Args:
        word: A part of a file name, a folder name, or a word after the
            language of a Markdown block; case is ignored, and hyphens count as underscores.

    Returns:
        The operation; None if the word names none.
    """
    word = word.replace("-", "_").lower()
    return Operation(word) if word in _WORDS else None


def names_operation(markdown: bytes) -> bool:
    """Return whether a Markdown text may have a JSON block that names its operation."""
    for language in _LANGUAGES:
        at = markdown.find(language)
        while at >= 0:
            if _BEFORE_LANGUAGE.search(markdown[max(at - 9, 0) : at]) and _AFTER_LANGUAGE.match(markdown, at):
                return True
            at = markdown.find(language, at + 1)
    return False


def operation_of_schema(url: object) -> Operation | None:
    """Return the operation whose schema a payload names in ``$schema``.

    Args:
        url: The value of ``$schema``, or None if there is none.

    Returns:
        The operation; None if the value names no schema of an operation.
    """
    found = _SCHEMA.search(url) if isinstance(url, str) else None
    return Operation(found[1]) if found else None


class Endpoint(NamedTuple):
    """The endpoint that the method and path of a request refer to.

    Args:
        operation: The operation; None if there is no such endpoint.
        stream_key: The stream key in the path; None for other paths.
        ours: Whether the request goes to this service.
    """

    operation: Operation | None
    stream_key: str | None
    ours: bool


@lru_cache(maxsize=4096)
def endpoint(method: str, url: str) -> Endpoint:
    """Return the endpoint of a request.

    Args:
        method: The HTTP method, in upper or lower case.
        url: A path or a URL.

    Returns:
        The endpoint.
    """
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - slow to import, needed only for recorded requests

    try:
        path = urlsplit(url).path
    except ValueError:
        path = url
    _, room, rest = f"/{path.lstrip('/')}".partition(PATH_OF_REQUESTS)
    if not room:
        return Endpoint(None, None, ours=False)
    method = method.upper()
    head, slash, key = rest.partition("/")
    if head == "stream" and slash:
        return Endpoint(_STREAMS.get(method), unquote(key), ours=True)
    return Endpoint(_ENDPOINTS.get((method, rest.rstrip("/"))), None, ours=True)
