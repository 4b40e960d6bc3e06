"""What binds names in Go, and changes what they are bound to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.go import sdk
from liveschema.lint.inputs.code.go.syntax import inner, text_of_node
from liveschema.lint.inputs.code.language import Definition
from liveschema.lint.inputs.code.source import Source

_EMPTY_BUFFER: Final = re.compile(
    rb"&?(?:bytes\.Buffer|strings\.Builder)\{\}\Z|new\((?:bytes\.Buffer|strings\.Builder)\)\Z"
    rb"|bytes\.NewBuffer(?:String)?\((?:nil|\"\")\)\Z"
)
_WRITING: Final = re.compile(r"Write(?:String|Byte|Rune)?\Z|ReadFrom\Z|Truncate\Z|Reset\Z")
"""The methods that change what a buffer holds."""
_PRINTING: Final = re.compile(r"Fprint(?:f|ln)?\Z")


def definitions(node: Node, source: Source) -> Iterator[Definition]:
    """Yield what a node binds, or changes a part of."""
    return _READERS.get(node.type, _named)(node, source)


def buffer_of(encoder: Node) -> Node | None:
    """Return the buffer that ``json.NewEncoder`` is given; None for any other expression."""
    function, arguments = encoder.child_by_field_name("function"), encoder.child_by_field_name("arguments")
    given = [] if arguments is None else arguments.named_children
    return given[0] if text_of_node(function) == "json.NewEncoder" and len(given) == 1 else None


def _declared(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the names that ``:=`` declares."""
    yield from _pairs(node.child_by_field_name("left"), node.child_by_field_name("right"), declares=True)


def _assigned(node: Node, source: Source) -> Iterator[Definition]:
    is_plain = text_of_node(node.child_by_field_name("operator")) == "="
    right = node.child_by_field_name("right") if is_plain else None
    yield from _pairs(node.child_by_field_name("left"), right, declares=False)


def _pairs(left: Node | None, right: Node | None, *, declares: bool) -> Iterator[Definition]:
    """Yield the names on the left with the values on the right; the first of two may be all that matters."""
    targets = _expressions(left)
    values: list[Node | None] = list(_expressions(right))
    if len(values) == 1:
        values += [None] * len(targets)  # a function that returns several values, the last of which is an error
    if len(values) < len(targets):
        values = [None] * len(targets)
    for target, value in zip(targets, values, strict=False):
        yield _definition(target, value, declares=declares)


def _definition(target: Node, value: Node | None, *, declares: bool, origin: str = "") -> Definition:
    is_empty = value is not None and _EMPTY_BUFFER.match(value.text or b"") is not None
    return Definition(target, None if is_empty else value, declares, is_assigned=not is_empty, origin=origin)


def _expressions(node: Node | None) -> list[Node]:
    return [] if node is None else [each for each in node.named_children if each.type != "comment"]


def _specified(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the names of ``var`` and ``const``; a constant without a value repeats the one before it."""
    right, kind = node.child_by_field_name("value"), node.child_by_field_name("type")
    names = [each for each in node.children_by_field_name("name") if each.is_named]
    values = _expressions(right)
    for index, name in enumerate(names):
        value = values[index] if index < len(values) and (index == 0 or len(values) == len(names)) else None
        found = _definition(name, value, declares=True, origin=_class(kind))
        is_open = right is None and node.type == "var_spec"
        yield found._replace(is_assigned=found.is_assigned and not is_open)


def _class(kind: Node | None) -> str:
    """Return the name of a type, without a package and ``*``, which tells what its values are for."""
    return text_of_node(kind).rpartition(".")[2].lstrip("*")


def _received(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the names that a loop or a case gives the values of something else."""
    declares = any(each.type == ":=" for each in node.children)
    for target in _expressions(node.child_by_field_name("left")):
        yield Definition(target, declares=declares)


def _changed(node: Node, source: Source) -> Iterator[Definition]:
    for target in node.named_children[:1]:
        yield Definition(target, declares=False)


def _imported(node: Node, source: Source) -> Iterator[Definition]:
    path, name = node.child_by_field_name("path"), node.child_by_field_name("name")
    content = next(iter(path.named_children), None) if path is not None else None
    if content is not None and (name is None or name.type == "package_identifier"):
        yield Definition(name or content, origin=source.text(content))


def _named(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the name of a function or type, or of the value of a switch over types."""
    names = node.children_by_field_name("name") or _expressions(node.child_by_field_name("alias"))
    yield from map(Definition, names)


def _parameters(node: Node, source: Source) -> Iterator[Definition]:
    for each in node.named_children:
        origin = _class(each.child_by_field_name("type"))
        for name in each.children_by_field_name("name"):
            yield Definition(name, origin=origin)


def _called(node: Node, source: Source) -> Iterator[Definition]:
    """Yield what a method sets, and the buffer that something is written to."""
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    receiver = None if function is None else function.child_by_field_name("operand")
    if function is None or receiver is None:
        return
    name = text_of_node(function.child_by_field_name("field"))
    given = _expressions(arguments)
    if sdk.is_setter(name):
        yield Definition(function, declares=False)
    elif name == "Encode" and (buffer := buffer_of(receiver)) is not None:
        yield Definition(inner(buffer), node, declares=False)
    elif _WRITING.match(name):
        yield Definition(inner(receiver), declares=False)
    elif _PRINTING.match(name) and given:
        yield Definition(inner(given[0]), declares=False)


_READERS: Final[dict[str, Callable[[Node, Source], Iterator[Definition]]]] = {
    "short_var_declaration": _declared,
    "assignment_statement": _assigned,
    "var_spec": _specified,
    "const_spec": _specified,
    "range_clause": _received,
    "receive_statement": _received,
    "inc_statement": _changed,
    "dec_statement": _changed,
    "import_spec": _imported,
    "parameter_list": _parameters,
    "call_expression": _called,
}
