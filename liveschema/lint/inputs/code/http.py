"""The requests that source code sends by an HTTP client, such as ``fetch``, axios, Guzzle, Faraday and ``net/http``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tree_sitter import Node

from liveschema._generated.field_names import IDENTIFIERS, REQUEST_FIELDS, STATE
from liveschema.contract.endpoints import PATH_OF_REQUESTS
from liveschema.engine.record import evolve
from liveschema.engine.unknown import UNKNOWN, PartialText
from liveschema.lint.inputs.code.scopes import Scope, Use
from liveschema.lint.inputs.code.values import Values
from liveschema.lint.inputs.code.views import (
    Attribute,
    Call,
    Entry,
    Missing,
    Name,
    Object,
    Part,
    Spread,
    Text,
    View,
)
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.endpoints import LONG_PART, target_of
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE, json_in
from liveschema.lint.inputs.literals import Literal, document_of_faults, document_of_literal

_VERBS: Final = {name: name.upper() for name in ("get", "put", "post", "patch", "delete", "head")} | {"del": "DELETE"}
_REQUESTING: Final = frozenset(
    (
        *("fetch", "$fetch", "ofetch", "axios", "got", "ky", "request", "requestasync", "send", "execute"),
        *("newrequest", "newrequestwithcontext", "run_request", "json_request", "send_request"),
    )
)
"""The functions and classes that send any method, in lower case."""
_GETTING: Final = frozenset({"fetch", "axios", "got", "ky", "$fetch", "ofetch"})
"""Those of them that send GET if no method is given."""
_OPTIONS: Final = frozenset(
    (
        *("method", "headers", "body", "json", "data", "url", "uri", "form", "query", "timeout"),
        *("form_params", "multipart", "http_errors", "verify", "connect_timeout", "auth_bearer", "http"),
    )
)
_STREAM: Final = "http"
"""The option that has others inside, as PHP has those of a stream."""
_STREAM_BODY: Final = "content"
_BODIES: Final = ("json", "data", "body", "payload")
_HEADERS: Final = frozenset({"authorization", "content-type", "accept", "user-agent"})
_MOCKING: Final = re.compile(
    r"mock|nock|httptest|stub|intercept|msw|pact|wiremock|server|router|routes?\Z|app\Z", re.IGNORECASE
)
"""What answers requests instead of sending them."""
_METHOD: Final = re.compile(r"(?:Method)?([A-Za-z]+)\Z")
_URL: Final = re.compile(rf"[^\s'\"(]*{re.escape(PATH_OF_REQUESTS)}")
_FUNCTION: Final = re.compile(r"function|lambda|closure|func_literal|block\Z")
"""The types of the nodes of functions."""
_OWN: Final = frozenset({"this", "self", "$this"})
_WRITTEN_LATER: Final = frozenset({"http", "https"})
"""The modules of Node whose requests are given their body afterwards."""
_ADDRESSES: Final = frozenset({"url", "uri", "parse"})
"""The functions and classes that make a URL of a text, in lower case."""
_MOST_STEPS: Final = 10
_MOST_BEFORE: Final = 3
"""How many arguments there may be before the URL."""


class Parts(NamedTuple):
    """The parts of a request, as expressions.

    Args:
        method: The method; None if it is not known.
        url: The URL, with holes.
        at: The expression of the URL.
        body: The body; None if there is none.
        is_open: Whether there may be a body that is not seen.
    """

    method: str | None
    url: str
    at: Part
    body: Part | None
    is_open: bool = False


class HttpCalls:
    """The calls of HTTP clients in source code.

    Args:
        values: The values of its expressions.
    """

    def __init__(self, values: Values) -> None:
        self._values = values

    def document(self, use: Use, call: Call, about: Mapping[str, Any]) -> Document | None:
        """Return the document of the request that a call sends; None if it sends none to the service.

        Args:
            use: The node of the call.
            call: The call.
            about: Further fields of the `Document`.
        """
        parts = self._parts(call, use.scope)
        return None if parts is None else self.of_parts(parts, use, about)

    def of_parts(self, parts: Parts, use: Use, about: Mapping[str, Any]) -> Document | None:
        """Return the document of a request that was taken apart; None if it is none to the service."""
        fragment = self._values.source.fragment
        place = fragment.at(self._place(parts.at).start)
        target = target_of(parts.method, parts.url, lambda _: place)
        if target is None:
            return None
        body = None if parts.body is None else self._body(parts.body, use.scope)
        if parts.url.startswith(("/", "*")) and not _is_payload(body):
            return None  # it may be anything that takes a path, such as the routes of a server
        more = {**about, "faults": target.faults, "named_by": "its method and path"}
        if not target.exists:
            more["secrets"] = list(self._keys_in(parts.at)) or more.get("secrets", ())
            return document_of_faults(fragment, **more)
        more |= {"operation": target.operation, "stream_key": target.stream_key, "is_sent": True}
        if isinstance(body, Fragment):
            inner = json_in(body, **{key: more[key] for key in more if key != "faults"})
            return evolve(inner, faults=[*inner.faults, *target.faults])
        if body is None:
            body = Literal(UNKNOWN if parts.is_open else {}, self._values.source.range(use.node))
        return document_of_literal(fragment, body, **more)

    def _keys_in(self, url: Part) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the file of what may be an API key in a URL of no endpoint."""
        fragment = self._values.source.fragment
        start, end = self._place(url)
        for found in LONG_PART.finditer(fragment.text, start, end):
            yield fragment.start(found.start() + 1), fragment.end(found.end())

    def text(self, part: Part, scope: Scope) -> str | None:
        """Return a text with holes for the parts that are not known; None if it is no text."""
        value = self._values.of(*self._plain(part, scope)).value
        if isinstance(value, PartialText):
            return HOLE.join(value.pieces)
        return value if isinstance(value, str) else None

    def url(self, part: Part, scope: Scope) -> str | None:
        """Return the URL of a request to the service, with holes; None for anything else."""
        text = self.text(part, scope)
        return text if text is not None and _URL.match(text) else None

    def method(self, part: Part, scope: Scope) -> str | None:
        """Return the method that an expression names; None if it is none, or is not known."""
        view = self._values.view(part)
        name = view.name if isinstance(view, Attribute | Name) else None
        found = _METHOD.match(self.text(part, scope) or name or "")
        return found[1].upper() if found and found[1].lower() in _VERBS else None

    def _place(self, part: Part) -> Any:  # noqa: ANN401
        return self._values.source.range(part) if isinstance(part, Node) else part.place

    def _parts(self, call: Call, scope: Scope) -> Parts | None:
        """Take a call apart if it may send a request."""
        name = call.name.lower()
        if name not in _REQUESTING and (name not in _VERBS or call.is_class):
            return None  # a class that is named after a method makes a request, and does not send it
        receivers = self._receivers(call)
        if any(map(_MOCKING.search, receivers)):
            return None
        before, at, url, after = self._at_url(call.positional, scope)
        if url is not None and (self._is_route(name, url, call, after)):
            return None
        options = dict(self._options([*after, *call.positional[:1]], scope)) | _named(call.named)
        if at is None and ("url" in options or "uri" in options):
            at = options.get("url") or options["uri"]
            url = self.url(at, scope)
        if at is None or url is None:
            return None
        is_known = bool(options) and None not in options and not any(isinstance(each, Spread) for each in call.named)
        body = next((options[each] for each in _BODIES if each in options), None)
        bodies = [] if body is not None else list(self._bodies(after, scope))
        if bodies:
            body = bodies[0] if len(bodies) == 1 else self._likely(bodies, scope)
            is_known = is_known and body is not None
        method = _VERBS.get(name) or self._method([*after[:1], *before], options, scope)
        if method is None and name in _GETTING and "method" not in options and (is_known or not after):
            method = "GET"
        # A body may also be given before or after the call, unless the options are there that have it.
        is_written_later = name == "request" and not _WRITTEN_LATER.isdisjoint(receivers)
        is_open = is_written_later or (not is_known and method != "DELETE")
        return Parts(method, url, at, body, is_open)

    def _receivers(self, call: Call) -> list[str]:
        """Return the names of what a method belongs to, from the nearest one."""
        found: list[str] = []
        node = call.receiver
        for _ in range(_MOST_STEPS):
            view = None if node is None else self._values.view(node)
            if isinstance(view, Attribute):
                found.append(view.name)
                node = view.owner
            elif isinstance(view, Call):
                found.append(view.name)
                node = view.receiver
            else:
                return [*found, view.name] if isinstance(view, Name) else found
        return found

    def _is_route(self, name: str, url: str, call: Call, after: Sequence[Part | Spread]) -> bool:
        """Return whether a call tells what answers a request, or sends one to the program itself, as in its tests."""
        if name in _VERBS and any(isinstance(each, Node) and _FUNCTION.search(each.type) for each in after):
            return True
        is_own = call.receiver is None or self._values.source.text(call.receiver) in _OWN
        return name in _VERBS and url.startswith("/") and is_own

    def _likely(self, bodies: Sequence[Part], scope: Scope) -> Part | None:
        """Return the only one of several arguments that is turned into JSON or has a field of a request, if any."""
        encoded = [each for each in bodies if self._is_encoded(each, scope)]
        values = [(each, self._values.of(each, scope).value) for each in bodies]
        found = [each for each, value in values if isinstance(value, dict) and not REQUEST_FIELDS.isdisjoint(value)]
        return next((each[0] for each in (encoded, found) if len(each) == 1), None)

    def _is_encoded(self, part: Part, scope: Scope) -> bool:
        view = self._values.view(self._followed(part, scope)[0])
        return isinstance(view, Text) or (isinstance(view, Call) and self._values.language.encoded(view) is not None)

    def _at_url(
        self, positional: Sequence[Part | Spread], scope: Scope
    ) -> tuple[Sequence[Part | Spread], Part | None, str | None, Sequence[Part | Spread]]:
        """Return the arguments before the URL, the URL, its text, and the arguments after it."""
        for index, part in enumerate(positional[: _MOST_BEFORE + 1]):
            url = None if isinstance(part, Spread) else self.url(part, scope)
            if not isinstance(part, Spread) and url is not None:
                return positional[:index], part, url, positional[index + 1 :]
        return (), None, None, ()

    def _method(self, before: Sequence[Part | Spread], options: Mapping[str | None, Part], scope: Scope) -> str | None:
        """Return the method that is an argument; None if it is not known."""
        for part in [*reversed(before), *([options["method"]] if "method" in options else [])]:
            found = None if isinstance(part, Spread) else self.method(part, scope)
            if found is not None:
                return found
        return None

    def _options(self, parts: Sequence[Part | Spread], scope: Scope) -> Iterator[tuple[str | None, Part]]:
        """Yield the options among the arguments, with None as the name of those that are not known."""
        for part in parts:
            view = None if isinstance(part, Spread) else self._object(part, scope)
            if view is None:
                continue
            keys = _keys(view)
            if STATE in keys or _OPTIONS.isdisjoint(keys):
                continue
            for entry in view.entries:
                if isinstance(entry, Entry) and entry.key == _STREAM:
                    yield from self._stream(entry.value, scope)
                elif isinstance(entry, Entry) and isinstance(entry.key, str):
                    yield entry.key, entry.value
                else:
                    yield None, view

    def _stream(self, part: Part, scope: Scope) -> Iterator[tuple[str | None, Part]]:
        """Yield the options of a stream."""
        view = self._object(part, scope)
        for entry in [Spread(None, self._place(part))] if view is None else view.entries:
            if isinstance(entry, Entry) and isinstance(entry.key, str):
                yield "body" if entry.key == _STREAM_BODY else entry.key, entry.value
            else:
                yield None, part

    def _bodies(self, after: Sequence[Part | Spread], scope: Scope) -> Iterator[Part]:
        """Yield the arguments after the URL that may be the body."""
        for part in after:
            if isinstance(part, Spread):
                return
            value = self._values.of(part, scope).value
            if isinstance(value, dict):
                keys = {key for key in value if isinstance(key, str)}
                if STATE in keys or (_OPTIONS.isdisjoint(keys) and not any(key.lower() in _HEADERS for key in keys)):
                    yield part
            elif not isinstance(value, bool | int | float) and not self._is_nothing(part, value):
                yield part

    def _is_nothing(self, part: Part, value: object) -> bool:
        """Return whether an argument is certainly no body: nothing, a function, or a text that is no JSON."""
        if isinstance(self._values.view(part), Missing) or (isinstance(part, Node) and _FUNCTION.search(part.type)):
            return True
        return isinstance(value, str) and not value.lstrip().startswith(("{", "["))

    def _object(self, part: Part, scope: Scope) -> Object | None:
        """Return the form of an object, which may be the value of a variable."""
        part, _ = self._followed(part, scope, is_whole=True)
        view = self._values.view(part)
        return view if isinstance(view, Object) else None

    def _followed(self, part: Part, scope: Scope, *, is_whole: bool = False) -> tuple[Part, Scope]:
        """Follow a variable to the expression that is assigned to it.

        Args:
            part: The expression.
            scope: The scope in which it stands.
            is_whole: Whether it matters that a function may complete the value, as it does for an object.
        """
        for _ in range(_MOST_STEPS):
            view = self._values.view(part)
            same = self._values.language.same(view) if isinstance(view, Call) else None
            if same is not None:
                part = same
                continue
            if not isinstance(view, Name) or not isinstance(part, Node):
                break
            binding = scope.binding(view.name, part.start_byte)
            changes = self._values.changes.of(scope, view.name)
            if binding is None or binding.value is None or any(is_whole or not each.is_given for each in changes):
                break
            part, scope = binding.value, binding.scope
        return part, scope

    def _plain(self, part: Part, scope: Scope) -> tuple[Part, Scope]:
        """Return the text of a URL with its scope, without what turns it into an object, such as ``new URL(…)``."""
        for _ in range(_MOST_STEPS):
            followed, inner_scope = self._followed(part, scope)
            inner = self._address(self._values.view(followed))
            if inner is None:
                break
            part, scope = inner, inner_scope
        return part, scope

    def _address(self, view: View) -> Part | None:
        """Return what an expression makes a URL of, or takes it from; None if it does not."""
        if isinstance(view, Attribute) and view.name in self._values.language.addresses:
            return view.owner
        if not isinstance(view, Call):
            return None
        if view.name.lower() in _ADDRESSES and len(view.positional) == 1:
            inner = view.positional[0]
            return None if isinstance(inner, Spread) else inner
        return view.receiver if view.name in self._values.language.addresses else None

    def _body(self, part: Part, scope: Scope) -> Literal | Fragment:
        """Return what is known of a body: the value that is turned into JSON, or the JSON text."""
        for _ in range(_MOST_STEPS):
            followed, inner_scope = self._followed(part, scope)
            view = self._values.view(followed)
            encoded = self._values.language.encoded(view) if isinstance(view, Call) else None
            if encoded is None:
                break
            part, scope = encoded, inner_scope
        if isinstance(view, Text) and isinstance(self._values.of(part, scope).value, str | PartialText):
            return self._inside(view)
        literal = self._values.of(part, scope)
        # A text that is not fully known may be any JSON.
        return Literal(UNKNOWN, literal.place) if "string" in literal.types else literal

    def _inside(self, text: Text) -> Fragment:
        """Return the text of a string, with each character at its place, and holes for what is put in."""
        outer = self._values.source.fragment
        writer = FragmentWriter(outer)
        for content, place in text.pieces:
            if not isinstance(content, str):
                writer.put(HOLE, *place)
            elif outer.text[slice(*place)] == content:
                writer.copy(*place)
            else:
                writer.put(content, *place)
        return writer.finish()


def _named(entries: Sequence[Entry | Spread]) -> dict[str | None, Part]:
    return {entry.key: entry.value for entry in entries if isinstance(entry, Entry) and isinstance(entry.key, str)}


def _keys(view: Object) -> set[str]:
    return {entry.key for entry in view.entries if isinstance(entry, Entry) and isinstance(entry.key, str)}


def _is_payload(body: Literal | Fragment | None) -> bool:
    """Return whether a body is certainly one of the service."""
    if isinstance(body, Fragment):
        return STATE in body.text
    return body is not None and isinstance(body.value, dict) and not {STATE, *IDENTIFIERS}.isdisjoint(body.value)
