"""What the method and the URL of a request mean."""

from __future__ import annotations

from functools import lru_cache

from liveschema.contract.vocabulary import ENDPOINTS, LEGACY, Operation
from liveschema.engine.record import Record

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_ENDPOINTS: Final = {
    (method, path.rpartition("/")[2]): operation for operation, (method, path) in ENDPOINTS.items() if "{" not in path
}
_STREAMS: Final = {method: operation for operation, (method, path) in ENDPOINTS.items() if "{" in path}
OPERATION_IDS: Final = {
    **{operation: f"{operation}_live_activity" for operation in LEGACY},
    Operation.STREAM: "reconcile_live_activity_stream",
    Operation.END_STREAM: "end_live_activity_stream",
}
"""What the service's OpenAPI document calls each operation; the official SDKs name methods after it."""
PATH_OF_REQUESTS: Final = "/live-activity/"
"""The part of a path or URL that all requests to the service have."""


class Endpoint(Record):
    """The endpoint that the method and path of a request refer to.

    Args:
        operation: The operation; None if there is no such endpoint.
        stream_key: The stream key in the path; None for other paths.
        ours: Whether the request goes to this service.
    """

    operation: Operation | None
    stream_key: str | None
    ours: bool


def endpoint(method: str, url: str) -> Endpoint:
    """Return the endpoint of a request.

    Args:
        method: The HTTP method, in upper or lower case.
        url: A path or a URL.

    Returns:
        The endpoint.
    """
    return _endpoint(method.upper(), url.partition("?")[0])  # what follows may be secret, and differs each time


@lru_cache(maxsize=4096)
def _endpoint(method: str, url: str) -> Endpoint:
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - slow to import, needed only for requests with a URL

    try:
        path = urlsplit(url).path
    except ValueError:
        path = url
    _, found, rest = f"/{path.lstrip('/')}".partition(PATH_OF_REQUESTS)
    if not found:
        return Endpoint(None, None, ours=False)
    head, slash, key = rest.partition("/")
    if head == "stream" and slash:
        return Endpoint(_STREAMS.get(method), unquote(key), ours=True)
    return Endpoint(_ENDPOINTS.get((method, rest.rstrip("/"))), None, ours=True)


def operation_for(method: str, url: str) -> Operation | None:
    """Return the operation of a request by its method and URL.

    Args:
        method: The HTTP method, in upper or lower case.
        url: The URL, or a path; the host does not matter, so that a mock server counts.

    Returns:
        The operation; None if the service has no such endpoint, or the request goes elsewhere.

    .. versionadded:: 0.1.0
    """
    return endpoint(method, url).operation
