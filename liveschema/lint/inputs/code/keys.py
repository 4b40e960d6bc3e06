"""The API keys that stand in source code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from liveschema.engine.problems import Problem
from liveschema.lint.inputs.calls import simplified
from liveschema.lint.inputs.code.scopes import Names, Scope
from liveschema.lint.inputs.code.values import Values
from liveschema.lint.inputs.code.views import Binary, Call, Choice, Entry, Name, Object, Part, Spread, Text, text_of
from liveschema.lint.inputs.literals import Range
from liveschema.lint.inputs.secrets import is_api_key, literal_api_key

_CLIENTS: Final = frozenset({"activitysmith", "client", "configuration", "new", "setaccesstoken"})
"""The classes of the SDKs that take a key, and the functions of those for Go and PHP."""
_TAKES_BEARER: Final = frozenset({"withtoken", "authbearer"})
"""The method and the option of HTTP clients that put what they are given into a header."""
_PARAMETERS: Final = frozenset({"apikey", "accesstoken"})
_BEARER: Final = re.compile(r"(?:Authorization:\s*)?Bearer\s+", re.IGNORECASE)
_READING: Final = frozenset({"fetch", "getenv", "env"})
"""The functions that read a variable of the environment, with a default for one that is not set."""
_MOST_STEPS: Final = 10

Secret = tuple[Problem, tuple[int, int]]


def api_keys(names: Names, values: Values) -> list[Secret]:
    """Return the problems of the API keys in source code, each with the range of the file that is never shown."""
    found: dict[Range, Secret] = {}
    for use in names.uses:
        if use.kind == "string":
            places = _after_bearer(values.view(use.node), use.scope, values)
        elif use.kind == "call":
            places = _of_client(values.view(use.node), use.scope, values)
        elif use.kind == "object":
            places = _of_options(values.view(use.node), use.scope, values)
        else:
            continue
        for place in places:
            found.setdefault(place, literal_api_key(values.source.fragment, *place))
    return list(found.values())


def _after_bearer(view: object, scope: Scope, values: Values) -> Iterator[Range]:
    """Yield the ranges of the keys in a string that is the value of a header, or is put before one."""
    if isinstance(view, Binary):
        before = text_of(values.view(view.left))
        if before is not None and _BEARER.fullmatch(before):
            yield from _keys_in(view.right, scope, values, _MOST_STEPS)
        return
    if not isinstance(view, Text) or not view.pieces or not isinstance(view.pieces[0].content, str):
        return
    first, place = view.pieces[0]
    bearer = _BEARER.match(str(first))
    if bearer is None:
        return
    rest = str(first)[bearer.end() :]
    if len(view.pieces) == 1 and is_api_key(rest):
        start = place.start + bearer.end()
        yield Range(start, start + len(rest))
    for content, _ in view.pieces[1:2]:
        if isinstance(content, Node) and not rest:
            yield from _keys_in(content, scope, values, _MOST_STEPS)


def _of_client(view: object, scope: Scope, values: Values) -> Iterator[Range]:
    """Yield the ranges of the keys that a client of the SDK is created with."""
    if not isinstance(view, Call):
        return
    name = simplified(view.name)
    found = values.origins.of_call(view, scope)
    # A function that is called `New` alone, and that the code does not import, may be anything.
    is_alone = not view.is_class and len(found.names) == 1 and not found.origin
    is_ours = name in _CLIENTS and found.is_from_sdk and not is_alone
    if not is_ours and name not in _TAKES_BEARER:
        return
    for part in view.positional[:1]:
        if isinstance(part, Spread):
            continue
        inner = values.view(_named_value(part, scope, values))
        if isinstance(inner, Object):
            yield from _in_options(inner.entries, scope, values)
        else:
            yield from _keys_in(part, scope, values, _MOST_STEPS)
    yield from _in_options(view.named, scope, values)


def _named_value(part: Part, scope: Scope, values: Values) -> Part:
    """Return the value of a variable, if the expression is one that is assigned once."""
    view = values.view(part)
    if isinstance(view, Name) and isinstance(part, Node):
        binding = scope.binding(view.name, part.start_byte)
        if binding is not None and binding.value is not None:
            return binding.value
    return part


def _of_options(view: object, scope: Scope, values: Values) -> Iterator[Range]:
    """Yield the ranges of the keys in the options of a request."""
    for entry in view.entries if isinstance(view, Object) else ():
        if isinstance(entry, Entry) and isinstance(entry.key, str) and simplified(entry.key) in _TAKES_BEARER:
            yield from _keys_in(entry.value, scope, values, _MOST_STEPS)


def _in_options(entries: object, scope: Scope, values: Values) -> Iterator[Range]:
    for entry in entries if isinstance(entries, list | tuple) else ():
        if isinstance(entry, Entry) and isinstance(entry.key, str) and simplified(entry.key) in _PARAMETERS:
            yield from _keys_in(entry.value, scope, values, _MOST_STEPS)


def _keys_in(part: Part, scope: Scope, values: Values, steps: int) -> Iterator[Range]:
    """Yield the ranges of the API keys that an expression may be, without quotes."""
    if steps == 0:
        return
    view = values.view(part)
    if isinstance(view, Text):
        if len(view.pieces) == 1 and isinstance(view.pieces[0].content, str) and is_api_key(view.pieces[0].content):
            yield view.pieces[0].place
    elif isinstance(view, Choice):
        yield from _keys_in(view.first, scope, values, steps - 1)
        yield from _keys_in(view.second, scope, values, steps - 1)
    elif isinstance(view, Call) and view.name in _READING:
        for default in view.positional[1:2]:
            if not isinstance(default, Spread):
                yield from _keys_in(default, scope, values, steps - 1)
    elif isinstance(view, Name) and isinstance(part, Node):
        binding = scope.binding(view.name, part.start_byte)
        if binding is not None and binding.value is not None:
            yield from _keys_in(binding.value, binding.scope, values, steps - 1)
