"""The requests in a document: a bare payload, recorded requests with method and path, or a HAR archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from liveschema.contract.endpoints import endpoint
from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import Record, evolve
from liveschema.lint.inputs.envelopes import ENTRIES, har_entries, is_envelope, target_of
from liveschema.lint.inputs.marks import is_request

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any, Final

    from liveschema.engine.problems import Path, Problem
    from liveschema.lint.inputs.document import Document
    from liveschema.text.positions import Place

_BODY: Final[Path] = ("body",)
_BODY_IN_HAR: Final[Path] = ("request", "postData", "text")
_PREFLIGHT: Final = "OPTIONS"
"""The method of the request by which a browser asks whether it may send another one."""


class Request(Record):
    """One request of a document.

    Args:
        document: The document that contains the body.
        payload: The body.
        path: The path of the body in the document.
        recorded: Whether the request has a method and a path.
        operation: The operation that method and path refer to; None if they refer to none.
        stream_key: The stream key, for an operation that has one.
        is_foreign: Whether its path is none of the service's.
        has_body: Whether the recording has a body, or could not be told from one without.
        problems: The problems of method and path, with paths in the document.
        at: The time of the request, as written in the recording.
        recording: The recorded request with all that stands beside it, such as the response; None for a payload.
    """

    document: Document
    payload: Any
    path: Path = ()
    recorded: bool = False
    operation: Operation | None = None
    stream_key: str | None = None
    is_foreign: bool = False
    has_body: bool = True
    problems: Sequence[Problem] = ()
    at: str | float | None = None
    recording: dict[str, Any] | None = None


def requests_in(document: Document) -> Iterator[Request | None]:
    """Find the requests of a document, which may be one item of a list or one entry of a HAR archive.

    Args:
        document: A document that has a value.

    Yields:
        The requests in order; None for a preflight, and for an entry of a HAR archive that is a request to another
        service or no request. A value that is no recording is
        yielded as a payload, whatever it is.
    """
    value = document.value
    entries = har_entries(value)
    if document.base[: len(ENTRIES)] == ENTRIES:
        yield _from_har(_Strings(document, [()], _BODY_IN_HAR), value, ())
    elif document.base:
        yield _from_item(_Strings(document, [()], _BODY), value, ())
    elif entries is not None:
        bases: list[Path] = [(*ENTRIES, index) for index in range(len(entries))]
        strings = _Strings(document, bases, _BODY_IN_HAR)
        for base, entry in zip(bases, entries, strict=True):
            yield _from_har(strings, entry, base)
    elif isinstance(value, list) and any(is_envelope(item) or is_request(item) for item in value):
        strings = _Strings(document, [(index,) for index in range(len(value))], _BODY)
        for index, item in enumerate(value):
            yield _from_item(strings, item, (index,))
    else:
        yield _from_item(_Strings(document, [()], _BODY), value, ())


class _Strings:
    """A document whose request bodies may be strings; their places are found only if needed, all in one pass."""

    def __init__(self, document: Document, bases: list[Path], path: Path) -> None:
        self.document = document
        self.bases = bases
        self.path = path

    @cached_property
    def places(self) -> Mapping[Path, Place]:
        return self.document.locator([base + self.path for base in self.bases])

    def read(self, path: Path, text: str) -> Document:
        from liveschema.lint.inputs.json.inner import inner_document  # noqa: PLC0415 - most requests stand for themselves

        return inner_document(self.document, path, text, lambda wanted: self.places[wanted])


def _from_item(strings: _Strings, item: Any, base: Path) -> Request | None:  # noqa: ANN401 - JSON
    """Return the request that a value is: recorded, or only its payload."""
    named = target_of(item) if is_envelope(item) else None
    if named is None:
        return Request(strings.document, item, base)
    if item["method"].upper() == _PREFLIGHT:
        return None
    made = _recorded(strings.document, item["method"], item[named], (*base, named))
    if made is None:
        made = evolve(_no_endpoint(strings.document, item["method"], item[named], (*base, named)), is_foreign=True)
    at = next((item[name] for name in ("at", "time", "timestamp") if name in item), None)
    made = evolve(
        made, recording=item, at=at if isinstance(at, str | int | float) and not isinstance(at, bool) else None
    )
    return _with_body(strings, evolve(made, has_body=_BODY[0] in item), item, base + _BODY)


def _from_har(strings: _Strings, entry: object, base: Path) -> Request | None:
    request = entry.get("request") if isinstance(entry, dict) else None
    named = target_of(request) if isinstance(request, dict) and is_envelope(request) else None
    if not isinstance(entry, dict) or not isinstance(request, dict) or named is None:
        return None
    if request["method"].upper() == _PREFLIGHT:
        return None
    made = _recorded(strings.document, request["method"], request[named], (*base, "request", named))
    if made is None:
        return None
    sent = request.get("postData")
    at = entry.get("startedDateTime")
    made = evolve(made, recording=entry, at=at if isinstance(at, str) else None)
    body = _without_base64(sent) if isinstance(sent, dict) else {}
    return _with_body(strings, made, body, base + _BODY_IN_HAR)


def _without_base64(sent: dict[str, Any]) -> dict[str, Any]:
    """Decode the text of a body that a HAR archive has in Base64; leave it as it is if it is no such text."""
    if sent.get("encoding") != "base64" or not isinstance(sent.get("text"), str):
        return sent
    from base64 import b64decode  # noqa: PLC0415 - rarely needed

    try:
        return {**sent, "text": b64decode(sent["text"], validate=True).decode()}
    except ValueError:
        return sent


def _recorded(document: Document, method: str, url: str, path: Path) -> Request | None:
    """Create a request without a body from a method and a URL; return None if it goes to another service."""
    found = endpoint(method, url)
    if not found.ours:
        return None
    if found.operation is None:
        return _no_endpoint(document, method, url, path)
    problems = []
    if found.stream_key is not None:
        problems = _problems_of_key(found.stream_key, path)
    return Request(
        document, {}, recorded=True, operation=found.operation, stream_key=found.stream_key, problems=problems
    )


def _problems_of_key(key: str, path: Path) -> list[Problem]:
    from liveschema.contract.stream_key import check_stream_key  # noqa: PLC0415 - as above

    return [evolve(problem, path=path) for problem in check_stream_key(key)]


def _no_endpoint(document: Document, method: str, url: str, path: Path) -> Request:
    from liveschema.lint.inputs.endpoints import no_endpoint  # noqa: PLC0415 - a mistake

    return Request(document, {}, recorded=True, problems=[no_endpoint(method, url, path)])


def _with_body(strings: _Strings, request: Request, holder: dict[str, Any], path: Path) -> Request:
    """Return a request with its body, which may be an object, a JSON text in a string, or missing."""
    name = path[-1]
    body = holder.get(str(name))
    if name not in holder or (body in (None, "") and request.operation is Operation.END_STREAM):
        return evolve(request, path=path[:-1])
    if isinstance(body, str):
        inner = strings.read(path, body)
        return evolve(request, document=inner, payload=inner.value)
    return evolve(request, payload=body, path=path)
