"""The endpoint that a request in code or in a script goes to, of whose method and URL only parts may be known."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from liveschema.contract.endpoints import PATH_OF_REQUESTS, Endpoint, endpoint
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import ENDPOINTS, Operation
from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import UNKNOWN
from liveschema.engine.wording import quoted
from liveschema.lint.inputs.holes import HOLE, text_of
from liveschema.lint.rules.unknown_endpoint import UNKNOWN_ENDPOINT

_METHODS: Final = sorted({method for method, _ in ENDPOINTS.values()})
_HOST: Final = re.compile(r"(?:https?://)?([^/?#]*)", re.IGNORECASE)
_OUR_HOST: Final = re.compile(rf"(?:[^:]*[.@])?activitysmith\.com(?::.*)?\Z|\Z|.*{HOLE}", re.IGNORECASE | re.DOTALL)
"""A host that is the service's, or may be it."""
_STAND_IN: Final = re.compile(r"(?:\[[\d:a-f]*\]|127\.[\d.]+|[^.:]*|.*[.@-](?:test|local|localhost))(?::\d*)?\Z")
"""A host at which a sender is tried out, such as ``localhost:8000`` or ``mock.test``."""
_SECRET_IN_URL: Final = re.compile(r"(?<=//)[^/@\s]*@|[?#].*", re.DOTALL)
LONG_PART: Final = re.compile(r"/(?=[^/]*\d)[^/]{16,}")
"""A part of a path that may be an API key that stands at the wrong place."""
_STANDS_FOR_KEY: Final = re.compile(r"<.*>|\{.*\}|\[.*\]|:\w+", re.DOTALL)


class Target(NamedTuple):
    """What is known of where a request goes.

    Args:
        operation: The operation; None if it is not known, or if there is no such endpoint.
        stream_key: The stream key, or what is known of it; None for other paths.
        faults: The problems of the method, the path and the key, with their places in the file.
        exists: Whether there may be such an endpoint.
    """

    operation: Operation | None
    stream_key: object
    faults: list[Problem]
    exists: bool


def no_endpoint(method: str, url: str, path: Path = ()) -> Problem:
    """Return the problem of a request whose method and path are those of no endpoint.

    Args:
        method: The method.
        url: The path or the URL.
        path: The path of the problem.
    """
    shown = LONG_PART.sub("/…", _SECRET_IN_URL.sub("", url))[:80]
    given = f"{method[:20]} {shown}"
    message = f"a request must have the method and path of an endpoint, got {_one_line(given)}"
    hint = "POST /live-activity/start, update or end; PUT or DELETE /live-activity/stream/{stream_key}"
    return UNKNOWN_ENDPOINT.at(path, message, hint)


def _one_line(text: str) -> str:
    return text if text.isprintable() else quoted(text)


def target_of(method: str | None, url: str, place: Callable[[int], tuple[int, int]]) -> Target | None:
    """Return what is known of where a request goes.

    Args:
        method: The method; None if it is not known.
        url: The path or the URL, with holes for what is not known.
        place: Returns the line and the column in the file of the character at an offset of the URL.

    Returns:
        The target; None if it is certainly or probably another service.
    """
    found = {each: endpoint(each, url) for each in ([method] if method else _METHODS)}
    host = _HOST.match(url)
    is_ours = host is None or _OUR_HOST.match(host[1]) is not None
    if not any(each.ours for each in found.values()) or not (is_ours or _STAND_IN.match(host[1] if host else "")):
        return None
    operations = {each.operation for each in found.values() if each.operation is not None}
    some = next(iter(found.values()))
    if operations:
        key, faults = (None, []) if some.stream_key is None else _key_of(url, some, place)
        return Target(operations.pop() if len(operations) == 1 else None, key, faults, exists=True)
    path = re.split("[?#]", url, maxsplit=1)[0].rpartition(PATH_OF_REQUESTS)[2]
    is_open = some.stream_key is None and (HOLE in path or _STANDS_FOR_KEY.search(path) is not None)
    if is_open or method is None:
        return Target(None, None, [], exists=True)
    if not is_ours:
        return None
    line, column = place(0)
    problem = no_endpoint(method, url.replace(HOLE, "…"))
    return Target(None, None, [evolve(problem, line=line, column=column)], exists=False)


def _key_of(url: str, found: Endpoint, place: Callable[[int], tuple[int, int]]) -> tuple[object, list[Problem]]:
    """Return what is known of the stream key in a URL, and its problems; a placeholder stands for any key."""
    key = found.stream_key or ""
    if _STANDS_FOR_KEY.fullmatch(key):
        return UNKNOWN, []
    return checked_key(key, *place(url.find("/", url.find(PATH_OF_REQUESTS) + len(PATH_OF_REQUESTS)) + 1))


def checked_key(key: str, line: int, column: int) -> tuple[object, list[Problem]]:
    """Return what is known of a stream key, and its problems, unless a part of it is not known.

    Args:
        key: The key, with holes for what is not known.
        line: The line in the file at which it stands.
        column: The column.
    """
    faults = [] if HOLE in key else check_stream_key(key)
    return text_of(key), [evolve(fault, line=line, column=column) for fault in faults]
