"""Requests that curl, wget, HTTPie and xh send."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from liveschema.engine.unknown import UNKNOWN
from liveschema.lint.inputs.document import BodyFile
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.shell.options import MORE_WORDS, POSITIONAL, Grammar, Option, options_in
from liveschema.lint.inputs.shell.parts import Piece, Word
from liveschema.lint.inputs.shell.values import Content, Text, Values

_AUTHORIZATION: Final = re.compile(r"\s*authorization\s*:\s*(?:bearer\s+)?(\S+)\s*\Z", re.IGNORECASE)
_METHOD: Final = re.compile(r"[A-Za-z]+\Z")

_CURL: Final = Grammar(
    {
        **dict.fromkeys("AbcCDeEKmoPQrtuUwxyYz", "other"),
        "d": "data",
        "F": "form",
        "H": "header",
        "K": "config",
        "T": "upload-file",
        "X": "request",
    },
    {
        *("config", "data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "form", "form-string", "header"),
        *("json", "oauth2-bearer", "request", "upload-file", "url", "user", "referer", "output", "write-out"),
    },
)
_DATA: Final = {"data": "&", "data-ascii": "&", "data-binary": "&", "data-raw": "&", "json": ""}
"""The options of curl with a body, and what it puts between the values of several."""
_FORMS: Final = frozenset({"data-urlencode", "form", "form-string"})
_WGET: Final = Grammar(
    dict.fromkeys("aoeitOTwQUlARDIXP", "other"),
    {"body-data", "body-file", "header", "method", "post-data", "post-file", "output-document", "user-agent"},
)
_HTTPIE: Final = Grammar(
    {"a": "auth", "A": "auth-type", "o": "output", "p": "print", "s": "style"},
    {"auth", "auth-type", "output", "print", "raw", "session", "timeout", "verify", "style", "pretty", "cert"},
)


@attrs.define
class HttpCall:
    """A request that a command sends.

    Args:
        method: The method; None if it is not known.
        urls: The URLs that may be that of the request.
        body: What is known of the body; None if there is none.
        items: The words from which HTTPie makes a JSON object; None for other bodies.
        keys: The texts that are API keys if the request goes to the service.
    """

    method: str | None
    urls: list[Text]
    body: Content | None
    items: list[Text] | None = None
    keys: list[Fragment] = attrs.field(factory=list)


def _key_in(header: Text) -> list[Fragment]:
    """Return the API key in a header, if it is the one that has it."""
    found = _AUTHORIZATION.match(header.text)
    return [header.fragment.part(*found.span(1))] if found else []


def _method(text: str) -> str | None:
    """Return a method, or None if it is not known."""
    return None if HOLE in text or not text else text.upper()


def _curl_calls(values: Values, words: Iterator[Word]) -> Iterator[HttpCall]:
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.plain in {"--next", "-:"}:
            parts.append([])
        else:
            parts[-1].append(word)
    for part in parts:
        yield from _curl_call(values, iter(part))


def _curl_call(values: Values, words: Iterator[Word]) -> Iterator[HttpCall]:
    call = HttpCall(None, [], None)
    bodies: list[tuple[str, Content]] = []
    explicit = implicit = ""
    for option in options_in(values, words, _CURL):
        if option.name in {"G", "get", "I", "head"}:
            return
        if option.name == "request":
            explicit = option.text.text or HOLE
        elif option.name in {"url", POSITIONAL}:
            call.urls.append(option.text)
        elif option.name == "header":
            call.keys += _key_in(option.text)
        elif option.name == "oauth2-bearer":
            call.keys.append(option.text.fragment)
        elif option.name in {"config", MORE_WORDS}:
            implicit = HOLE
        elif option.name in _DATA or option.name in _FORMS:
            implicit = implicit or "POST"
            bodies.append((_DATA.get(option.name, ""), _data(values, option)))
        elif option.name == "upload-file":
            implicit = implicit or "PUT"
            bodies.append(("", _file(values, option.text)))
    call.body = _joined(bodies) if bodies else UNKNOWN if implicit == HOLE else None
    call.method = _method(explicit or implicit or "GET")
    yield call


def _data(values: Values, option: Option) -> Content:
    """Return the body in an option of curl."""
    if option.name in _FORMS:
        return UNKNOWN
    if option.name != "data-raw" and isinstance(option.content, Text) and option.text.text.startswith("@"):
        return _file(values, option.text.after(1))
    return option.content


def _joined(bodies: Sequence[tuple[str, Content]]) -> Content:
    """Return the body that the values of several options make, each with what curl puts before it."""
    first = bodies[0][1]
    if len(bodies) == 1 or not isinstance(first, Text):
        return first if len(bodies) == 1 else UNKNOWN
    pieces = list(first.pieces)
    for separator, body in bodies[1:]:
        if not isinstance(body, Text):
            return UNKNOWN
        pieces += [Piece(body.start, body.start, separator)] if separator else []
        pieces += body.pieces
    return Text(first.script, pieces, first.start, first.end)


def _file(values: Values, path: Text) -> Content:
    """Return the file with a path, or the input of the command if the path is a hyphen."""
    if path.text == "-" or re.match(r"/dev/(?:stdin|fd/0)\Z", path.text):
        return values.input()
    return UNKNOWN if HOLE in path.text or not path.text else BodyFile(path.text)


def _wget_calls(values: Values, words: Iterator[Word]) -> Iterator[HttpCall]:
    call = HttpCall("GET", [], None)
    for option in options_in(values, words, _WGET):
        if option.name == POSITIONAL:
            call.urls.append(option.text)
        elif option.name == "method":
            call.method = _method(option.text.text)
        elif option.name in {"body-data", "post-data"}:
            call.body = option.content
        elif option.name in {"body-file", "post-file"}:
            call.body = _file(values, option.text)
        elif option.name == "header":
            call.keys += _key_in(option.text)
        elif option.name == MORE_WORDS:
            call.method = None if call.method == "GET" else call.method
            call.body = UNKNOWN if call.body is None else call.body
        if option.name.startswith("post-"):
            call.method = "POST"
    yield call


def _httpie_calls(values: Values, words: Iterator[Word]) -> Iterator[HttpCall]:
    call = HttpCall(None, [], None)
    options = list(options_in(values, words, _HTTPIE))
    given = {option.name: option for option in options}
    if "raw" in given:
        call.body = given["raw"].content
    if not {"f", "form", "multipart"}.isdisjoint(given):
        call.body = UNKNOWN
    if "auth" in given and "auth-type" in given and given["auth-type"].text.text == "bearer":
        call.keys.append(given["auth"].text.fragment)
    others = [option for option in options if option.name in {POSITIONAL, MORE_WORDS}]
    has_method = bool(others) and (others[0].name == MORE_WORDS or _METHOD.match(others[0].text.text) is not None)
    if has_method:
        call.method = _method(others.pop(0).text.text)
    call.urls += [option.text for option in others[:1]]
    _sort_items(values, call, [option.text for option in others[1:]])
    is_open = any(option.name == MORE_WORDS for option in others)
    if not has_method and not is_open:
        call.method = "POST" if call.items or call.body is not None else "GET"
    yield call


def _sort_items(values: Values, call: HttpCall, others: list[Text]) -> None:
    """Divide the words after the URL of HTTPie into headers, which may have the key, and members of the body."""
    items: list[Text] = []
    for item in others:
        if item_separator(item.text) in {":", ";", "=="}:
            call.keys += _key_in(item)
        else:
            items.append(item)
    command = values.command
    if call.body is None and not items and (command.inputs or command.is_piped):
        call.body = values.input()
    call.items = items if items and call.body is None else None


def item_separator(text: str) -> str:
    """Return what stands between the name and the value in a word of HTTPie; empty if nothing does."""
    found = re.match(r"(?:[^\\:=@;]|\\.)*(:=@|=@|:=|==|=|@|:|;)", text, re.DOTALL)
    return found[1] if found else ""


CALLS: Final[Mapping[str, Callable[[Values, Iterator[Word]], Iterator[HttpCall]]]] = {
    "curl": _curl_calls,
    "wget": _wget_calls,
    "http": _httpie_calls,
    "https": _httpie_calls,
    "xh": _httpie_calls,
    "xhs": _httpie_calls,
}
"""The functions that return the requests of a command from the words after its name, by the name of the command."""
