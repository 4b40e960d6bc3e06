"""Expressions of Go in the forms that all languages have in common."""

from __future__ import annotations

import re
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.go.calls import call
from liveschema.lint.inputs.code.go.literals import composite, untyped
from liveschema.lint.inputs.code.go.syntax import inner, text_of_node
from liveschema.lint.inputs.code.go.text import joined_text, string
from liveschema.lint.inputs.code.scalars import number
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Attribute, Binary, Call, Constant, Index, Name, Opaque, View

_COMPARING: Final = frozenset({"==", "!=", "<", ">", "<=", ">=", "&&", "||"})
_KEPT: Final = frozenset({"binary_expression", "composite_literal", "literal_value", "call_expression"})
"""The expressions whose forms are kept, since they are long to make and looked at several times."""
_VERSION: Final = re.compile(r"v\d+\Z")


def view(node: Node, source: Source) -> View:
    """Return the form of an expression."""
    node = inner(node)
    read = _VIEWS.get(node.type)
    if read is None:
        return Opaque()
    if node.type not in _KEPT:
        return read(node, source)
    found = source.views.get(node.id)
    if found is None:
        found = source.views[node.id] = read(node, source)
    return found


def _name(node: Node, source: Source) -> View:
    return Name(source.text(node))


def _package(node: Node, source: Source) -> View:
    """Return the name that an import binds if it gives none."""
    parts = [part for part in source.text(node).split("/") if not _VERSION.match(part)]
    return Name(re.sub(r"\.v\d+\Z|\Ago-|-go\Z", "", parts[-1] if parts else ""))


def _number(node: Node, source: Source) -> View:
    value = number(source.text(node))
    return Opaque(("number",)) if value is None else Constant(value)


def _selector(node: Node, source: Source) -> View:
    owner, name = node.child_by_field_name("operand"), node.child_by_field_name("field")
    return Opaque() if owner is None or name is None else Attribute(owner, source.text(name))


def _index(node: Node, source: Source) -> View:
    owner = node.child_by_field_name("operand")
    return Opaque() if owner is None else Index(owner, node.child_by_field_name("index"))


def _binary(node: Node, source: Source) -> View:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = text_of_node(node.child_by_field_name("operator"))
    if sign in _COMPARING:
        return Opaque(("boolean",))
    text = joined_text(node, source) if sign == "+" else None
    return text or (Opaque() if left is None or right is None else Binary(sign, left, right))


def _unary(node: Node, source: Source) -> View:
    operand, sign = node.child_by_field_name("operand"), text_of_node(node.child_by_field_name("operator"))
    if operand is None or sign not in ("-", "+", "!", "^"):
        return Opaque()
    if sign == "!":
        return Opaque(("boolean",))
    value = number(source.text(operand)) if operand.type in ("int_literal", "float_literal") and sign != "^" else None
    if value is None:
        return Opaque(("number",))
    return Constant(-value if sign == "-" else value)


def _conversion(node: Node, source: Source) -> View:
    """Return a conversion to bytes as a call; one with something in it that cannot be read is not known."""
    operand = node.child_by_field_name("operand")
    is_read = operand is not None and not node.has_error
    return Call(None, "[]byte", [operand], source.range(node)) if is_read and operand is not None else Opaque()


_VIEWS: Final = {
    "interpreted_string_literal": string,
    "raw_string_literal": string,
    "interpreted_string_literal_content": _package,
    "int_literal": _number,
    "float_literal": _number,
    "rune_literal": lambda node, source: Opaque(("number",)),
    "true": lambda node, source: Constant(value=True),
    "false": lambda node, source: Constant(value=False),
    "nil": lambda node, source: Constant(None),
    "identifier": _name,
    "field_identifier": _name,
    "package_identifier": _name,
    "type_identifier": _name,
    "selector_expression": _selector,
    "index_expression": _index,
    "binary_expression": _binary,
    "unary_expression": _unary,
    "type_conversion_expression": _conversion,
    "composite_literal": composite,
    "literal_value": untyped,
    "call_expression": call,
}
