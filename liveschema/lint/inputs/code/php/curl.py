"""Requests that PHP sends by curl, which are created first and given a method and a body afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.language import Setting
from liveschema.lint.inputs.code.php.calls import call_of
from liveschema.lint.inputs.code.php.forms import inner_of
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Attribute, Call, Constant, Name, Part, Spread, View

_METHODS: Final = {
    "CURLOPT_POST": "POST",
    "CURLOPT_POSTFIELDS": "POST",
    "CURLOPT_PUT": "PUT",
    "CURLOPT_UPLOAD": "PUT",
    "CURLOPT_HTTPGET": "GET",
    "CURLOPT_NOBODY": "HEAD",
}
"""The options that change the method as long as none is named."""
_OTHER_BODIES: Final = frozenset({"CURLOPT_UPLOAD", "CURLOPT_INFILE", "CURLOPT_READFUNCTION"})
_VALUES: Final = 3
"""The arguments of ``curl_setopt``."""


def settings_in(node: Node, source: Source) -> Iterator[Setting]:
    """Yield what a statement sets of a request of curl."""
    if node.type == "assignment_expression":
        yield from _created(node, source)
        return
    call = call_of(node, source) if node.type == "function_call_expression" else None
    if not isinstance(call, Call) or not call.positional or not isinstance(call.positional[0], Node):
        return
    variable, rest = call.positional[0], call.positional[1:]
    if call.name == "curl_setopt" and len(call.positional) == _VALUES:
        yield _set(variable, rest[0], rest[1], source)
    elif call.name == "curl_setopt_array" and len(rest) == 1:
        yield from _all(variable, rest[0], source)
    elif call.name in ("curl_setopt", "curl_setopt_array", "curl_reset"):
        yield Setting(variable, is_open=True)


def _created(node: Node, source: Source) -> Iterator[Setting]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    call = None if right is None else call_of(inner_of(right), source)
    if left is not None and isinstance(call, Call) and call.name == "curl_init":
        url = next((part for part in call.positional if not isinstance(part, Spread)), None)
        yield Setting(left, is_new=True, url=url, implied="GET")


def _all(variable: Node, options: Part | Spread, source: Source) -> Iterator[Setting]:
    """Yield what an array of options sets."""
    array = inner_of(options) if isinstance(options, Node) else None
    if array is None or array.type != "array_creation_expression" or array.has_error:
        yield Setting(variable, is_open=True)
        return
    for element in array.named_children:
        parts = [child for child in element.named_children if child.type != "comment"]
        if len(parts) > 1:
            yield _set(variable, parts[0], parts[-1], source)
        elif element.type != "comment":
            yield Setting(variable, is_open=True)


def _set(variable: Node, option: Part | Spread, value: Part | Spread, source: Source) -> Setting:
    name = _option(option, source)
    if not name or isinstance(value, Spread):
        return Setting(variable, is_open=True)
    if name == "CURLOPT_URL":
        return Setting(variable, url=value)
    if name == "CURLOPT_CUSTOMREQUEST":
        return Setting(variable, method=value)
    body = value if name == "CURLOPT_POSTFIELDS" else None
    if body is None and name in _METHODS and not _is_true(value, source):
        return Setting(variable, is_open=True)
    return Setting(variable, implied=_METHODS.get(name), body=body, is_open=name in _OTHER_BODIES)


def _option(part: Part | Spread, source: Source) -> str:
    """Return the name of an option; empty for one that is not known."""
    view = call_of(inner_of(part), source) if isinstance(part, Node) else None
    return view.name if isinstance(view, Name | Attribute) and view.name.startswith("CURL") else ""


def _is_true(part: Part, source: Source) -> bool:
    view: View | None = call_of(inner_of(part), source) if isinstance(part, Node) else None
    return isinstance(view, Constant) and bool(view.value)
