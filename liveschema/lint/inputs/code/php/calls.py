"""The forms of calls in PHP, with what the SDK and the common HTTP clients take in a place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.calls import simplified
from liveschema.lint.inputs.code.php.forms import (
    ARRAY,
    ELISIONS,
    UNION,
    as_object,
    class_named,
    inner_of,
    is_cast_to_object,
    view_of,
)
from liveschema.lint.inputs.code.php.strings import formatted
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Call, Entry, Object, Opaque, Part, Spread, Text, View
from liveschema.lint.inputs.helpers import MODEL, MODELS

_MAKE: Final = "make"
"""The function of the classes of the SDK that creates an array."""
_REQUEST_AT: Final = {"start": 0, "update": 0, "end": 0, "stream": 1, "endstream": 1}
"""The index of the argument for the request, after which the methods of the SDK take the fields of it."""
_VERBS: Final = frozenset({"get", "post", "put", "patch", "delete"})
_SENDING: Final = (("method",), ("uri", "url"), ("options", "data"))
"""The names of the parameters of what sends a request."""
_HEADERS_FIRST: Final = frozenset({"Requests", "Request"})
"""The classes whose functions take the headers before the body."""
_NOT_NULL: Final = re.compile(r"=>\s*(?:(\$\w+)\s*!==\s*null|null\s*!==\s*(\$\w+)|!\s*\\?is_null\(\s*\$\w+\s*\))\s*\Z")
_MOST_STEPS: Final = 30
_WORDPRESS: Final = {
    f"wp_{safe}remote_{verb}": verb for safe in ("", "safe_") for verb in ("get", "post", "head", "request")
}
_RETURNS_ARRAY: Final = frozenset(
    {"array_map", "array_merge_recursive", "array_replace_recursive", "array_diff_key"}
    | {"array_intersect_key", "array_combine", "array_fill_keys", "array_slice", "compact", "get_object_vars"}
)
"""The functions that return an array which is a list or an object in JSON."""


def snake_case(name: str) -> str:
    """Return the name of a field of a payload that a name in camel case stands for."""
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name)


def call_of(node: Node, source: Source) -> View:
    """Return the form of a call, or of an expression that is none."""
    inner = inner_of(node)
    read = _READERS.get(inner.type)
    if read is not None:
        return read(inner, source)
    view = view_of(inner, source)
    is_array = inner.type == "array_creation_expression"
    return as_object(view, source, inner) if is_array and is_cast_to_object(node) else view


def _arguments(node: Node, source: Source) -> tuple[list[Part | Spread], list[Entry | Spread]]:
    """Return the arguments of a call without and with names."""
    positional: list[Part | Spread] = []
    named: list[Entry | Spread] = []
    arguments = next((child for child in node.named_children if child.type == "arguments"), None)
    for child in () if arguments is None else arguments.named_children:
        place = source.range(child)
        name = child.child_by_field_name("name")
        values = [each for each in child.named_children if each.type not in ("comment", "reference_modifier")]
        is_open = child.type != "argument" or not values or source.text(child) in ELISIONS
        if child.type == "comment":
            continue
        if is_open or values[-1].type == "variadic_unpacking" or values[-1].is_missing:
            positional += [] if named else [Spread(None, place)]
            named.append(Spread(None, place))  # which may have names as well
        elif name is not None and name != values[-1]:
            named.append(Entry(snake_case(source.text(name)), source.range(name), values[-1]))
        else:
            positional.append(values[-1])
    return positional, named


def _function(node: Node, source: Source) -> View:
    positional, named = _arguments(node, source)
    space, name = class_named(node.child_by_field_name("function"), source)
    name, place = name.lower(), source.range(node)
    if name in _RETURNS_ARRAY or (name == "array_filter" and not _drops_null(positional, source)):
        return ARRAY
    if name in ("sprintf", "vsprintf"):
        form = None if not positional or not isinstance(positional[0], Node) else view_of(positional[0], source)
        return formatted(form, source) if isinstance(form, Text) else Opaque(("string",))
    if name == "file_get_contents" and len(positional) > 2:  # noqa: PLR2004 - the URL, a flag and the options
        return Call(space, "request", [positional[0], positional[2]], place, named)
    return Call(space, _WORDPRESS.get(name, name), positional, place, named)


def _drops_null(positional: Sequence[Part | Spread], source: Source) -> bool:
    """Return whether a call of ``array_filter`` has a function that keeps all but null."""
    function = positional[1] if len(positional) == 2 else None  # noqa: PLR2004 - the array and the function
    return isinstance(function, Node) and _NOT_NULL.search(source.text(function)) is not None


def _method(node: Node, source: Source) -> View:
    """Return the form of a call of a method of an object."""
    receiver, name_node = node.child_by_field_name("object"), node.child_by_field_name("name")
    positional, named = _arguments(node, source)
    place = source.range(node)
    if receiver is None or name_node is None or name_node.type != "name":
        return Call(receiver, "", positional, place, named)
    name = source.text(name_node)
    is_setter = _is_setter(name) and len(positional) == 1 and isinstance(positional[0], Node)
    if is_setter and isinstance(positional[0], Node) and _is_model(receiver, source):
        field = snake_case(name[3:]).lstrip("_")
        added = Object([Entry(field, source.range(name_node), positional[0])], place)
        return Call(None, UNION, [receiver, added], place)
    if name.removesuffix("Async") in _VERBS:
        name = name.removesuffix("Async")
    at = _REQUEST_AT.get(simplified(name))
    if at is not None and len(positional) > at + 1:
        # What follows the request adds to it, but does so in another order in each version.
        named = [*named, Spread(None, source.range(name_node))]
        positional = positional[: at + 1]
    if name in _VERBS:
        named = [*named, *_chained(receiver, source)]
    positional, named = _in_order(name, positional, named)
    return Call(receiver, name, positional, place, named)


def _in_order(
    name: str, positional: list[Part | Spread], named: list[Entry | Spread]
) -> tuple[list[Part | Spread], list[Entry | Spread]]:
    """Return the arguments of a method that sends a request, with those at their places that have names instead."""
    parameters = _SENDING if name == "request" else _SENDING[1:] if name in _VERBS else ()
    for names in parameters[len(positional) :]:
        found = next((each for each in named if isinstance(each, Entry) and each.key in names), None)
        if found is None:
            break
        positional = [*positional, found.value]
        named = [each for each in named if each is not found]
    return positional, named


def _is_setter(name: str) -> bool:
    """Return whether a method of a generated class sets a field."""
    return name.startswith("set") and name[3:4].isupper()


def _is_model(node: Node, source: Source) -> bool:
    """Return whether an expression creates an object of a generated class, with or without methods that set fields."""
    for _ in range(_MOST_STEPS):
        node = inner_of(node)
        if node.type == "object_creation_expression":
            _, name = class_named(_class(node), source)
            return simplified(name).startswith(MODEL) or simplified(name) in MODELS
        receiver, name_node = node.child_by_field_name("object"), node.child_by_field_name("name")
        if receiver is None or name_node is None or not _is_setter(source.text(name_node)):
            return False
        node = receiver
    return False


def _chained(node: Node | None, source: Source) -> list[Entry | Spread]:
    """Return what methods before the one that sends a request say of its body, as in Laravel."""
    found: list[Entry | Spread] = []
    for _ in range(_MOST_STEPS):
        if node is None or not node.type.endswith("call_expression"):
            break
        name = node.child_by_field_name("name")
        called = "" if name is None else source.text(name)
        positional, _ = _arguments(node, source) if called.startswith("with") else ((), ())
        if called == "withBody" and positional and isinstance(positional[0], Node):
            found.append(Entry("body", source.range(node), positional[0]))
        elif called == "withOptions":
            found.append(Spread(None, source.range(node)))
        node = node.child_by_field_name("object")
    return found


def _static(node: Node, source: Source) -> View:
    """Return the form of a call of a function of a class; that of ``make`` is the one of the class."""
    scope, name_node = node.child_by_field_name("scope"), node.child_by_field_name("name")
    positional, named = _arguments(node, source)
    space, owner = class_named(scope, source)
    place = source.range(node)
    name = source.text(name_node) if name_node is not None and name_node.type == "name" else ""
    if name == _MAKE and owner:
        return Call(space, owner, positional, place, named, is_class=True)
    if name in _VERBS and owner in _HEADERS_FIRST:
        positional, named = _with_headers(positional, named, 1, source)
    return Call(scope, name, positional, place, named)


def _class(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type not in ("comment", "arguments")), None)


def _created(node: Node, source: Source) -> View:
    space, name = class_named(_class(node), source)
    positional, named = _arguments(node, source)
    if name in _HEADERS_FIRST:
        positional, named = _with_headers(positional, named, 2, source)
    return Call(space, name, positional, source.range(node), named, is_class=True)


def _with_headers(
    positional: Sequence[Part | Spread], named: Sequence[Entry | Spread], at: int, source: Source
) -> tuple[list[Part | Spread], list[Entry | Spread]]:
    """Return the arguments of a request whose headers and body, from an index on, have no names."""
    added: list[Entry | Spread] = []
    for name, part in zip(("headers", "body"), positional[at:], strict=False):
        place = source.range(part) if isinstance(part, Node) else part.place
        added.append(part if isinstance(part, Spread) else Entry(name, place, part))
    return list(positional[:at]), [*named, *added]


_READERS: Final = {
    "function_call_expression": _function,
    **dict.fromkeys(("member_call_expression", "nullsafe_member_call_expression"), _method),
    "scoped_call_expression": _static,
    "object_creation_expression": _created,
}
