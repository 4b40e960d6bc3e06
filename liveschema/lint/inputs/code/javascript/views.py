"""The forms of the expressions of JavaScript and TypeScript."""

from __future__ import annotations

from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.scalars import number, unescaped
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import (
    Array,
    Attribute,
    Binary,
    Call,
    Choice,
    Constant,
    Entry,
    Index,
    Missing,
    Name,
    Object,
    Opaque,
    Part,
    Piece,
    Spread,
    Text,
    View,
    text_of,
)

_INSIDE: Final = {
    "parenthesized_expression": 0,
    "await_expression": 0,
    "as_expression": 0,
    "satisfies_expression": 0,
    "non_null_expression": 0,
    "type_assertion": -1,
    "instantiation_expression": 0,
}
"""The nodes that are the same value as one inside them, with its index among those that have names."""
_ALTERNATIVES: Final = frozenset({"||", "??", "&&"})
_COMPARING: Final = frozenset({"==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"})
_ELISIONS: Final = frozenset({"...", "…"})


def inner(node: Node) -> Node:
    """Return the expression inside parentheses, ``await`` and casts."""
    while node.type in _INSIDE and node.named_child_count:
        found = node.named_children[_INSIDE[node.type]]
        if found.type == "comment":
            found = next(each for each in node.named_children if each.type != "comment")
        node = found
    return node


def view_of(node: Node, source: Source) -> View:
    """Return the form of an expression."""
    node = inner(node)
    read = _VIEWS.get(node.type)
    return Opaque() if read is None else read(node, source)


def written(node: Node | None) -> str:
    """Return the text of a node; an empty one if there is none."""
    return "" if node is None or node.text is None else node.text.decode(errors="replace")


def _string(node: Node, source: Source) -> View:
    pieces = [_piece(child, source) for child in node.named_children]
    return Text(pieces)


def _piece(node: Node, source: Source) -> Piece:
    place = source.range(node)
    if node.type == "escape_sequence":
        return Piece(unescaped(source.text(node)), place)
    if node.type == "template_substitution":
        inner = [child for child in node.named_children if child.type != "comment"]
        return Piece(inner[0] if len(inner) == 1 else None, place)
    return Piece(source.text(node), place)


def _number(node: Node, source: Source) -> View:
    value = number(source.text(node))
    return Opaque(("number",)) if value is None else Constant(value)


def _object(node: Node, source: Source) -> View:
    entries: list[Entry | Spread] = []
    for child in node.children:
        if child.type == "ERROR" and source.is_one_of(child, _ELISIONS):
            entries.append(Spread(None, source.range(child)))
        elif child.type == "ERROR" or child.is_missing:
            return Opaque(("object",))
        elif _is_elision(child, source):
            entries.append(Spread(None, source.range(child)))
        elif child.is_named and child.type != "comment":
            entries.append(_entry(child, source))
    return Object(entries, source.range(node))


def _is_elision(node: Node, source: Source) -> bool:
    """Return whether a comment stands for something that an example leaves out."""
    return node.type == "comment" and any(each in source.text(node) for each in _ELISIONS)


def _entry(node: Node, source: Source) -> Entry | Spread:
    place = source.range(node)
    if source.is_one_of(node, _ELISIONS):
        return Spread(None, place)
    if node.type == "shorthand_property_identifier":
        return Entry(source.text(node), place, node)
    if node.type == "spread_element":
        return Spread(node.named_children[0] if node.named_children else None, place)
    key = node.child_by_field_name("key") or node.child_by_field_name("name")
    value = node.child_by_field_name("value")
    is_broken = any(child.type == "ERROR" for child in node.children)
    if key is None or is_broken or (node.type == "pair" and (value is None or value.is_missing)):
        return Spread(None, place)
    written = _key(key, source)
    return Entry(written, source.range(key), node if value is None else value)


def _key(node: Node, source: Source) -> str | Node:
    if node.type == "computed_property_name" and node.named_children:
        return node.named_children[0]
    if node.type == "string":
        return text_of(_string(node, source)) or ""
    return source.text(node)


def _array(node: Node, source: Source) -> View:
    items: list[Part | Spread] = []
    for child in node.children:
        place = source.range(child)
        if source.is_one_of(child, _ELISIONS) or _is_elision(child, source):
            items.append(Spread(None, place))
        elif child.type == "ERROR" or child.is_missing:
            return Opaque(("array",))
        elif child.type == "spread_element":
            items.append(Spread(child.named_children[0] if child.named_children else None, place))
        elif child.is_named and child.type != "comment":
            items.append(child)
    return Array(items)


def _name(node: Node, source: Source) -> View:
    return Name(source.text(node))


def _parts(node: Node, *fields: str) -> list[Node] | None:
    """Return the children of a node in some fields; None if one is missing, as in code that could not be read."""
    found = [node.child_by_field_name(field) for field in fields]
    parts = [part for part in found if part is not None]
    return parts if len(parts) == len(found) else None


def _member(node: Node, source: Source) -> View:
    parts = _parts(node, "object", "property")
    return Opaque() if parts is None else Attribute(parts[0], source.text(parts[1]))


def _subscript(node: Node, source: Source) -> View:
    parts = _parts(node, "object", "index")
    return Opaque() if parts is None else Index(*parts)


def _call(node: Node, source: Source) -> View:
    function = node.child_by_field_name("function") or node.child_by_field_name("constructor")
    arguments = node.child_by_field_name("arguments")
    positional: list[Part | Spread] = []
    for child in () if arguments is None else arguments.children:
        place = source.range(child)
        is_all = child.type == "comment" and arguments is not None and arguments.named_child_count == 1
        if child.type in ("spread_element", "ERROR") or is_all or _is_elision(child, source):
            positional.append(Spread(None, place))
        elif child.is_named and child.type != "comment":
            positional.append(child)
    if arguments is not None and arguments.type == "template_string":
        positional = []
    receiver, name = _function(function, source)
    return Call(receiver, name, positional, source.range(node), is_class=node.type == "new_expression")


def _function(node: Node | None, source: Source) -> tuple[Node | None, str]:
    """Return what a function that is called belongs to, and its name."""
    node = None if node is None else inner(node)
    if node is not None and node.type == "member_expression":
        return node.child_by_field_name("object"), written(node.child_by_field_name("property"))
    return None, written(node) if node is not None and node.type == "identifier" else ""


def _binary(node: Node, source: Source) -> View:
    parts = _parts(node, "left", "right", "operator")
    return Opaque() if parts is None else _combined(*parts)


def _combined(left: Node, right: Node, sign: Node) -> View:
    if sign.type in _ALTERNATIVES:
        return Choice(left, right)
    return Opaque(("boolean",)) if sign.type in _COMPARING else Binary(sign.type, left, right)


def _ternary(node: Node, source: Source) -> View:
    parts = _parts(node, "consequence", "alternative")
    return Opaque() if parts is None else Choice(*parts)


def _unary(node: Node, source: Source) -> View:
    parts = _parts(node, "argument", "operator")
    return Opaque() if parts is None else _signed(source, *parts)


def _signed(source: Source, operand: Node, sign: Node) -> View:
    if sign.type == "!":
        return Opaque(("boolean",))
    if sign.type == "void":
        return Missing()
    if sign.type in ("-", "+") and operand.type == "number":
        value = number(source.text(operand))
        if value is not None:
            return Constant(-value if sign.type == "-" else value)
    return Opaque(("number",)) if sign.type in ("-", "+", "~") else Opaque(("string",) if sign.type == "typeof" else ())


_VIEWS: Final = {
    "string": _string,
    "template_string": _string,
    "number": _number,
    "true": lambda node, source: Constant(value=True),
    "false": lambda node, source: Constant(value=False),
    "null": lambda node, source: Constant(None),
    "undefined": lambda node, source: Missing(),
    "object": _object,
    "array": _array,
    "identifier": _name,
    "shorthand_property_identifier": _name,
    "shorthand_property_identifier_pattern": _name,
    "property_identifier": _name,
    "type_identifier": _name,
    "this": _name,
    "member_expression": _member,
    "subscript_expression": _subscript,
    "call_expression": _call,
    "new_expression": _call,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "unary_expression": _unary,
}
