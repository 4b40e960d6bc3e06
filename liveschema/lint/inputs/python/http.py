"""The requests that Python source code sends by an HTTP client, such as requests, httpx, aiohttp and urllib."""

from __future__ import annotations

import ast
import re
from typing import Any, Final, NamedTuple

from liveschema.contract.endpoints import PATH_OF_REQUESTS
from liveschema.engine.record import evolve
from liveschema.engine.unknown import UNKNOWN, PartialText
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.endpoints import target_of
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE, json_in
from liveschema.lint.inputs.literals import Literal, document_of_faults, document_of_literal
from liveschema.lint.inputs.python.names import reference
from liveschema.lint.inputs.python.scopes import Scope, Use
from liveschema.lint.inputs.python.source import Module
from liveschema.lint.inputs.python.values import Values

_VERBS: Final = frozenset({"get", "put", "post", "patch", "delete", "head"})
_REQUESTING: Final = frozenset({"request", "Request", "stream", "putrequest", "build_request", "fetch"})
"""The functions that take the method as an argument."""
_BODIES: Final = ("json", "data", "content", "body")
_MOCKING: Final = re.compile(r"mock|respx|responses|rsps|httpretty|pook|vcr|server|router", re.IGNORECASE)
"""What answers requests instead of sending them, with the body of the answer under the same name."""
_OF_ANSWER: Final = frozenset({"status", "status_code", "payload", "return_value", "side_effect", "content_type"})
_METHOD: Final = re.compile(r"[A-Za-z]+\Z")
_URL: Final = re.compile(rf"[^\s'\"(]*{re.escape(PATH_OF_REQUESTS)}")
_ENCODING: Final = frozenset({"encode", "bytes"})
_SIMPLE: Final = re.compile(r"[rRuU]?(\"{3}|'{3}|\"|')")


class _Parts(NamedTuple):
    """The parts of a request, as expressions.

    Args:
        method: The method; None if it is not known.
        url: The URL, with holes.
        at: The expression of the URL.
        body: The name and the expression of the body; None if there is none.
        is_open: Whether there may be further arguments.
    """

    method: str | None
    url: str
    at: ast.expr
    body: tuple[str, ast.expr] | None
    is_open: bool


class HttpCalls:
    """The calls of HTTP clients in a module.

    Args:
        module: The module.
        values: The values of its expressions.
    """

    def __init__(self, module: Module, values: Values) -> None:
        self._module = module
        self._values = values

    def document(self, use: Use, about: dict[str, Any]) -> Document | None:
        """Return the document of the request that a call sends; None if it sends none to the service.

        Args:
            use: The call.
            about: Further fields of the `Document`.
        """
        call = use.node
        if not isinstance(call, ast.Call) or _is_decorator(use):
            return None
        parts = _parts(call, use.scope, self._values)
        if parts is None:
            return None
        place = self._module.fragment.at(self._module.range(parts.at).start)
        target = target_of(parts.method, parts.url, lambda _: place)
        if target is None:
            return None
        if not target.exists and parts.body is None and parts.url.startswith("/"):
            return None  # it may be anything that takes a path, such as `routes.get(path)`
        more = {**about, "faults": target.faults, "named_by": "its method and path"}
        if not target.exists:
            return document_of_faults(self._module.fragment, **more)
        more |= {"operation": target.operation, "stream_key": target.stream_key, "is_sent": True}
        if parts.body is None:
            literal = Literal(UNKNOWN if parts.is_open else {}, self._module.range(call))
        elif parts.body[0] == "json":
            literal = self._values.of(parts.body[1], use.scope)
        else:
            return self._of_text(parts.body[1], use.scope, more)
        return document_of_literal(self._module.fragment, literal, **more)

    def _of_text(self, node: ast.expr, scope: Scope, more: dict[str, Any]) -> Document:
        """Return the document of a body that is a text, which may be written by `json.dumps`."""
        fragment = self._module.fragment
        node, scope = _without_encoding(node, scope)
        if isinstance(node, ast.Call) and reference(node.func, scope).last == "dumps" and node.args:
            return document_of_literal(fragment, self._values.of(node.args[0], scope), **more)
        literal = self._values.of(node, scope)
        if isinstance(literal.value, str):
            inner = json_in(_inside(fragment, literal), **{key: more[key] for key in more if key != "faults"})
            return evolve(inner, faults=[*inner.faults, *more["faults"]])
        return document_of_literal(fragment, Literal(UNKNOWN, literal.place), **more)


def _is_decorator(use: Use) -> bool:
    return isinstance(use.parent, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _parts(call: ast.Call, scope: Scope, values: Values) -> _Parts | None:
    """Take a call apart if it may send a request."""
    names = reference(call.func, scope).names
    name = names[-1]
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if name not in _VERBS and name not in _REQUESTING:
        return None
    if any(map(_MOCKING.search, names)) or not _OF_ANSWER.isdisjoint(map(str, named)):
        return None
    positional = [each for each in call.args if not isinstance(each, ast.Starred)]
    method: str | None = name.upper()
    if name in _REQUESTING:
        method, positional = _method(positional, named, scope, values)
    at = named.get("url") or (positional.pop(0) if positional else None)
    url = None if at is None else _text(values.of(at, scope))
    if at is None or url is None or not _URL.match(url):
        return None
    body = next(((each, named[each]) for each in _BODIES if each in named), None)
    if body is None and positional and name in _REQUESTING | {"put", "post", "patch"}:
        body = ("data", positional[0])
    if method == "":
        # Only the classes of requests choose the method by themselves.
        method = ("POST" if body is not None else "GET") if name == "Request" else None
    return _Parts(method, url, at, body, is_open=None in named or len(positional) < len(call.args) - 2)


def _method(
    positional: list[ast.expr], named: dict[str | None, ast.expr], scope: Scope, values: Values
) -> tuple[str | None, list[ast.expr]]:
    """Return the method that is an argument, and the other arguments; nothing if the client chooses the method."""
    node = named.get("method")
    if node is None and positional:
        value = values.of(positional[0], scope).value
        is_url = isinstance(value, PartialText) or (isinstance(value, str) and not _METHOD.match(value))
        if not is_url and ("url" in named or len(positional) > 1):
            return (value.upper() if isinstance(value, str) else None), positional[1:]
    if node is None:
        return "", positional
    value = values.of(node, scope).value
    return (value.upper() if isinstance(value, str) else None), positional


def _text(literal: Literal) -> str | None:
    """Return a text with holes for the parts that are not known."""
    value = literal.value
    if isinstance(value, PartialText):
        return HOLE.join(value.pieces)
    return value if isinstance(value, str) else None


def _without_encoding(node: ast.expr, scope: Scope) -> tuple[ast.expr, Scope]:
    """Follow names and calls such as ``.encode()`` to the text that is encoded."""
    for _ in range(10):
        if isinstance(node, ast.Name):
            binding = scope.binding(node)
            if binding is None or binding.value is None:
                break
            node, scope = binding.value, binding.scope
        elif isinstance(node, ast.Call) and reference(node.func, scope).last in _ENCODING:
            inner = [node.func.value] if isinstance(node.func, ast.Attribute) else node.args
            if not inner:
                break
            node = inner[0]
        else:
            break
    return node, scope


def _inside(fragment: Fragment, literal: Literal) -> Fragment:
    """Return the text of a string literal, with each character at its place if it is written as it is."""
    start, end = literal.place
    source = fragment.text[start:end]
    quotes = _SIMPLE.match(source)
    if quotes and source[quotes.end() : -len(quotes[1])] == literal.value:
        return fragment.part(start + quotes.end(), end - len(quotes[1]))
    writer = FragmentWriter(fragment)
    writer.put(literal.value, start, end)
    return writer.finish()
