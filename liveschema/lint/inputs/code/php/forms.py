"""The forms of expressions of PHP, apart from calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.php.strings import joined_text, text_of_node
from liveschema.lint.inputs.code.scalars import number
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

ARRAY: Final = Opaque(("array", "object"))
"""An array of PHP, which is a list or an object in JSON."""
UNION: Final = "array_merge"
"""The function that puts arrays together."""
ELISIONS: Final = frozenset({"...", "…"})
_INSIDE: Final = frozenset({"parenthesized_expression", "error_suppression_expression", "clone_expression"})
"""The nodes that are the same value as the one inside them."""
_WRAPPING: Final = _INSIDE | {"assignment_expression", "cast_expression", "member_access_expression"}
"""Those, and the nodes that may be."""
_OPTIONS: Final = "RequestOptions"
"""The class of Guzzle whose constants are the names of options."""
_CASTS: Final = {
    **dict.fromkeys(("int", "integer", "float", "double", "real"), Opaque(("number",))),
    **dict.fromkeys(("bool", "boolean"), Opaque(("boolean",))),
    "array": ARRAY,
    "object": Opaque(("object",)),
}
_COMPARING: Final = frozenset(
    {"==", "===", "!=", "!==", "<>", "<", ">", "<=", ">=", "instanceof", "&&", "||", "and", "or", "xor"}
)


def field(node: Node, name: str) -> Node:
    """Return a part that the grammar says is always there, even if it has an error."""
    return node.child_by_field_name(name) or node


def inner_of(node: Node) -> Node:
    """Return the expression inside parentheses and the like, which is the same value."""
    while node.type in _WRAPPING:
        found = _inside(node)
        if found is None:
            return node
        node = found
    return node


def _inside(node: Node) -> Node | None:
    if node.type in _INSIDE:
        return next((child for child in node.named_children if child.type != "comment"), None)
    if node.type == "assignment_expression":
        return node.child_by_field_name("right")
    if node.type == "member_access_expression":  # the value of a member of an enumeration
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("name")
        is_value = name is not None and name.text == b"value"
        return owner if is_value and owner is not None and owner.type == "class_constant_access_expression" else None
    value = field(node, "value")  # of a cast to an object or an array
    return value if value.type == "array_creation_expression" else None


def is_cast_to_object(node: Node) -> bool:
    """Return whether an expression with others around it is turned into an object."""
    found: Node | None = node
    while found is not None and found.type in _WRAPPING:
        kind = found.child_by_field_name("type")
        if kind is not None and (kind.text or b"").lower() == b"object":
            return True
        found = _inside(found)
    return False


def as_object(view: View, source: Source, node: Node) -> View:
    """Return the form of an array that is turned into an object."""
    if isinstance(view, Opaque) and not node.named_children:
        return Object((), source.range(node))
    return view if isinstance(view, Object) else Opaque(("object",))


def class_named(node: Node | None, source: Source) -> tuple[Node | None, str]:
    """Return the namespace of a name, if it has one, and its last part; an empty name for another expression."""
    if node is None or node.type not in ("name", "qualified_name"):
        return None, ""
    if node.type == "name":
        return None, source.text(node)
    space = next((child for child in node.named_children if child.type == "namespace_name"), None)
    return space, source.text(node.named_children[-1])


def _qualified(node: Node, source: Source) -> View:
    space, name = class_named(node, source)
    return Name(name) if space is None else Attribute(space, name)


def _namespace(node: Node, source: Source) -> View:
    """Return the form of a namespace: the name that may be imported."""
    return Name(source.text(node).partition("\\")[0])


def _name(node: Node, source: Source) -> View:
    return Name(source.text(node))


def _member(node: Node, source: Source) -> View:
    owner, name = field(node, "object"), field(node, "name")
    return Attribute(owner, source.text(name)) if name.type == "name" else Index(owner, name)


def _static_member(node: Node, source: Source) -> View:
    parts = node.named_children
    if source.text(parts[-1]) == "class":
        return Opaque(("string",))
    return Attribute(parts[0], source.text(parts[-1])) if len(parts) > 1 else Opaque()


def _property(node: Node, source: Source) -> View:
    """Return the form of a property that a class declares: a part of an object."""
    name = field(node, "name")
    return Attribute(name, source.text(name).lstrip("$"))


def _subscript(node: Node, source: Source) -> View:
    owner, *keys = node.named_children
    return Index(owner, keys[0] if keys else None)


def _number(node: Node, source: Source) -> View:
    value = number(source.text(node))
    return Opaque(("number",)) if value is None else Constant(value)


def _cast(node: Node, source: Source) -> View:
    value = field(node, "value")
    name = source.text(field(node, "type")).lower()
    return Text([Piece(value, source.range(value))]) if name == "string" else _CASTS.get(name, Opaque())


def _binary(node: Node, source: Source) -> View:
    left, right, sign = field(node, "left"), field(node, "right"), field(node, "operator")
    if sign.type == ".":
        return joined_text(list(_operands(node)), source)
    if sign.type == "??":
        return Choice(left, right)
    if sign.type in _COMPARING:
        return Opaque(("boolean",))
    return Binary("add" if sign.type == "+" else sign.type, left, right)


def _operands(node: Node) -> Iterator[Node]:
    """Yield the strings that are joined; there may be many."""
    found: list[Node] = []
    while node.type == "binary_expression" and field(node, "operator").type == ".":
        found.append(inner_of(field(node, "right")))
        node = inner_of(field(node, "left"))
    return reversed([*found, node])


def _conditional(node: Node, source: Source) -> View:
    return Choice(node.child_by_field_name("body") or field(node, "condition"), field(node, "alternative"))


def _unary(node: Node, source: Source) -> View:
    operand, sign = field(node, "argument"), field(node, "operator")
    if sign.type == "!":
        return Opaque(("boolean",))
    value = number(source.text(operand)) if operand.type in ("integer", "float") and sign.type in "+-" else None
    if value is None:
        return Opaque(("number",))
    return Constant(-value if sign.type == "-" else value)


def _array(node: Node, source: Source) -> View:
    parts: list[Entry | Part | Spread] = []
    for child in node.children:
        if child.type == "ERROR" and source.text(child) in ELISIONS:
            parts.append(Spread(None, source.range(child)))
        elif child.type == "ERROR" or child.is_missing:
            return ARRAY
        elif child.type == "array_element_initializer":
            part = _element(child, source)
            if part is None:
                return ARRAY
            parts.append(part)
    return _array_of(parts, node, source)


def _element(node: Node, source: Source) -> Entry | Part | Spread | None:
    """Return an element of an array; None if it cannot be read, or has a key that may be that of a list."""
    if node.has_error and any(child.is_error or child.is_missing for child in node.children):
        return None
    key, *rest = (child for child in node.children if child.type != "comment")
    if key.type == "variadic_unpacking":
        return Spread(key.named_children[0], source.range(node))
    if not rest:
        return Spread(None, source.range(node)) if key.type == "name" and source.text(key) in ELISIONS else key
    written = _key(key, source)
    return None if written is None else Entry(written, source.range(key), rest[-1])


def _key(node: Node, source: Source) -> str | Node | None:
    """Return a key; None for a number and the like, and for a text that PHP turns into one."""
    view = view_of(node, source)
    if isinstance(view, Constant):
        return None
    if isinstance(view, Attribute) and source.text(node.named_children[0]).endswith(_OPTIONS):
        return view.name.lower()
    text = text_of(view)
    if text is None:
        return node
    return None if text.removeprefix("-").isdecimal() else text


def _array_of(parts: list[Entry | Part | Spread], node: Node, source: Source) -> View:
    """Return the form of an array, which is an object if it has a key that is a text."""
    entries = [part for part in parts if isinstance(part, Entry | Spread)]
    items = [part for part in parts if not isinstance(part, Entry)]
    if not items and not entries:
        return ARRAY
    if len(entries) == len(parts):
        if any(isinstance(part, Entry) and isinstance(part.key, str) for part in parts):
            return Object(entries, source.range(node))
        spread = [part.node for part in entries if isinstance(part, Spread)]
        known = [each for each in spread if each is not None]
        return Call(None, UNION, known, source.range(node)) if len(known) == len(parts) else ARRAY
    return Array(items) if len(items) == len(parts) else ARRAY


def view_of(node: Node, source: Source) -> View:
    """Return the form of an expression that is no call."""
    node = inner_of(node)
    read = _VIEWS.get(node.type)
    return Opaque() if read is None else read(node, source)


_VIEWS: Final = {
    **dict.fromkeys(("string", "encapsed_string", "heredoc", "nowdoc"), text_of_node),
    **dict.fromkeys(("integer", "float"), _number),
    "boolean": lambda node, source: Constant(value=source.text(node).lower() == "true"),
    "null": lambda node, source: Constant(None),
    **dict.fromkeys(("name", "variable_name", "relative_scope"), _name),
    "qualified_name": _qualified,
    "namespace_name": _namespace,
    **dict.fromkeys(("member_access_expression", "nullsafe_member_access_expression"), _member),
    **dict.fromkeys(("class_constant_access_expression", "scoped_property_access_expression"), _static_member),
    **dict.fromkeys(("property_element", "property_promotion_parameter"), _property),
    "subscript_expression": _subscript,
    "cast_expression": _cast,
    "binary_expression": _binary,
    "conditional_expression": _conditional,
    "unary_op_expression": _unary,
    "array_creation_expression": _array,
}
