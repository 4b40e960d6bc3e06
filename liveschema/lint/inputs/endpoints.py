"""The endpoint that a method and a URL in source code refer to, parts of which may not be known."""

from __future__ import annotations

from typing import Final, NamedTuple

from liveschema.contract.vocabulary import ENDPOINTS, Operation
from liveschema.engine.problems import Problem
from liveschema.engine.unknown import PartialText
from liveschema.lint.inputs.holes import HOLE, text_of
from liveschema.lint.inputs.operations import PATH_OF_REQUESTS, endpoint
from liveschema.lint.rules.unknown_endpoint import UNKNOWN_ENDPOINT

_METHODS: Final = frozenset(method for method, _ in ENDPOINTS.values())


class Target(NamedTuple):
    """What is known of the endpoint of a request.

    Args:
        operation: The operation; None if it is not known, or if there is no such endpoint.
        stream_key: The stream key, or what is known of it; None for other paths.
        problem: The problem that there is no such endpoint; None if there may be one.
    """

    operation: Operation | None
    stream_key: str | PartialText | None
    problem: Problem | None


def unknown_endpoint(method: str, url: str) -> Problem:
    """Return the problem that the service has no endpoint with a method and path."""
    message = f"a request must have the method and path of an endpoint, got {method[:20]} {url[:80]}"
    hint = "POST /live-activity/start, update or end; PUT or DELETE /live-activity/stream/{stream_key}"
    return UNKNOWN_ENDPOINT.at((), message, hint)


def target_of(method: str | None, url: str) -> Target | None:
    """Return the endpoint of a request.

    Args:
        method: The method; None if it is not known.
        url: The path or URL, with a hole for each part that is not known.

    Returns:
        What is known of the endpoint; None if the request may go to another service.
    """
    if PATH_OF_REQUESTS not in url:
        return None
    found = [endpoint(each, url) for each in ([method] if method else sorted(_METHODS))]
    if not found[0].ours:
        return None
    key = found[0].stream_key
    operations = {each.operation for each in found} - {None}
    operation = operations.pop() if len(operations) == 1 else None
    # The key follows what decides the operation; any other path must be known to its end.
    is_known = method is not None and (key is not None or HOLE not in url.rpartition(PATH_OF_REQUESTS)[2])
    problem = unknown_endpoint(str(method), url.replace(HOLE, "…")) if operation is None and is_known else None
    return Target(operation, None if key is None else text_of(key), problem)
