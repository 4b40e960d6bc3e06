"""The requests in a document: a bare payload, recorded requests with method and path, or a HAR archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

import attrs

from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Path, Problem
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json import inner_document
from liveschema.lint.inputs.operations import endpoint
from liveschema.lint.rules.unknown_endpoint import UNKNOWN_ENDPOINT
from liveschema.text.positions import Place

_ENTRIES: Final[Path] = ("log", "entries")
_TARGETS: Final = ("path", "url")


class Request(NamedTuple):
    """One request of a document.

    Args:
        document: The document that contains the body.
        payload: The body.
        path: The path of the body in the document.
        recorded: Whether the request has a method and a path.
        operation: The operation that method and path refer to; None if they refer to none.
        stream_key: The stream key, for an operation that has one.
        problems: The problems of method and path, with paths in the document.
        at: The time of the request, as written in the recording.
    """

    document: Document
    payload: Any
    path: Path = ()
    recorded: bool = False
    operation: Operation | None = None
    stream_key: str | None = None
    problems: Sequence[Problem] = ()
    at: str | float | None = None


def requests_in(document: Document) -> Iterator[Request | None]:
    """Find the requests of a document.

    Args:
        document: A document that has a value.

    Yields:
        The requests in order; None for a recorded request to another service.
    """
    value = document.value
    entries = har_entries(value)
    if entries is not None:
        bases: list[Path] = [(*_ENTRIES, index, "request", "postData", "text") for index in range(len(entries))]
        strings = _Strings(document, bases)
        for index, entry in enumerate(entries):
            yield _from_har(strings, entry, (*_ENTRIES, index))
    elif isinstance(value, list) and value and all(map(is_envelope, value)):
        strings = _Strings(document, [(index, "body") for index in range(len(value))])
        for index, item in enumerate(value):
            yield _from_envelope(strings, item, (index,))
    elif is_envelope(value):
        yield _from_envelope(_Strings(document, [("body",)]), value, ())
    else:
        yield Request(document, value)


class _Strings:
    """A document whose request bodies may be strings; their places are found only if needed, all in one pass."""

    def __init__(self, document: Document, paths: list[Path]) -> None:
        self.document = document
        self.paths = paths

    @cached_property
    def places(self) -> Mapping[Path, Place]:
        return self.document.locator(self.paths)

    def read(self, path: Path, text: str) -> Document:
        return inner_document(self.document, path, text, lambda wanted: self.places[wanted])


def har_entries(value: object) -> list[Any] | None:
    """Return the entries of a HAR archive.

    Args:
        value: Any value.

    Returns:
        The entries; None if the value is not a HAR archive.
    """
    log = value.get("log") if isinstance(value, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    return entries if isinstance(entries, list) else None


def is_envelope(value: object) -> bool:
    """Return whether a value is a recorded request, that is, an object with a method and a path or URL.

    Args:
        value: Any value.

    Returns:
        Whether it is a recorded request.
    """
    return (
        isinstance(value, dict)
        and isinstance(value.get("method"), str)
        and any(isinstance(value.get(name), str) for name in _TARGETS)
    )


def _from_envelope(strings: _Strings, envelope: dict[str, Any], base: Path) -> Request:
    named = next(name for name in _TARGETS if isinstance(envelope.get(name), str))
    made = _recorded(strings.document, envelope["method"], envelope[named], (*base, named))
    if made is None:
        made = _no_endpoint(strings.document, envelope["method"], envelope[named], (*base, named))
    at = next((envelope[name] for name in ("at", "time", "timestamp") if name in envelope), None)
    made = made._replace(at=at if isinstance(at, str | int | float) and not isinstance(at, bool) else None)
    return _with_body(strings, made, envelope, (*base, "body"))


def _from_har(strings: _Strings, entry: object, base: Path) -> Request | None:
    request = entry.get("request") if isinstance(entry, dict) else None
    if not isinstance(request, dict) or not is_envelope(request):
        return None
    made = _recorded(strings.document, request["method"], request["url"], (*base, "request", "url"))
    if made is None:
        return None
    sent = request.get("postData")
    at = entry.get("startedDateTime") if isinstance(entry, dict) else None
    made = made._replace(at=at if isinstance(at, str) else None)
    return _with_body(strings, made, sent if isinstance(sent, dict) else {}, (*base, "request", "postData", "text"))


def _recorded(document: Document, method: str, url: str, path: Path) -> Request | None:
    """Create a request without a body from a method and a URL; return None if it goes to another service."""
    found = endpoint(method, url)
    if not found.ours:
        return None
    if found.operation is None:
        return _no_endpoint(document, method, url, path)
    problems = []
    if found.stream_key is not None:
        problems = [attrs.evolve(problem, path=path) for problem in check_stream_key(found.stream_key)]
    return Request(
        document, {}, recorded=True, operation=found.operation, stream_key=found.stream_key, problems=problems
    )


def _no_endpoint(document: Document, method: str, url: str, path: Path) -> Request:
    message = f"a request must have the method and path of an endpoint, got {method[:20]} {url[:80]}"
    hint = "POST /live-activity/start, update or end; PUT or DELETE /live-activity/stream/{stream_key}"
    return Request(document, {}, recorded=True, problems=[UNKNOWN_ENDPOINT.at(path, message, hint)])


def _with_body(strings: _Strings, request: Request, holder: dict[str, Any], path: Path) -> Request:
    """Return a request with its body, which may be an object, a JSON text in a string, or missing."""
    name = path[-1]
    body = holder.get(str(name))
    if name not in holder or (body in (None, "") and request.operation is Operation.END_STREAM):
        return request._replace(path=path[:-1])
    if isinstance(body, str):
        inner = strings.read(path, body)
        return request._replace(document=inner, payload=inner.value)
    return request._replace(payload=body, path=path)
