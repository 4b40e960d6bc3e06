"""The syntax tree of Go: what is the same value as something inside it, and how names are written."""

from __future__ import annotations

import re
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.go import sdk
from liveschema.lint.inputs.code.source import Source

_SDK_PACKAGE: Final = "activitysmith"
_METRIC_VALUE: Final = re.compile(rb"(?:\w+\.)?ActivityMetricValue\Z")
"""The struct that is sent as the number or text in it."""
BYTES: Final = frozenset({b"[]byte", b"[]uint8"})
"""The types that a text is converted to, which JSON has as another text."""


def inner(node: Node) -> Node:
    """Return the expression inside parentheses, conversions, ``&`` and ``*``."""
    while True:
        found = _inside(node)
        if found is None:
            return node
        node = found


def _inside(node: Node) -> Node | None:
    if node.type == "parenthesized_expression":
        return next((each for each in node.named_children if each.type != "comment"), None)
    if node.type == "unary_expression":
        return node.child_by_field_name("operand") if text_of_node(node)[:1] in ("&", "*") else None
    if node.type == "type_assertion_expression":
        return node.child_by_field_name("operand")
    kind = node.child_by_field_name("type")
    if kind is None:
        return None
    if node.type == "type_conversion_expression" and not node.has_error:
        return None if kind.text in BYTES else node.child_by_field_name("operand")
    if node.type == "composite_literal" and _METRIC_VALUE.match(kind.text or b""):
        body = node.child_by_field_name("body")
        elements = [] if body is None else body.named_children
        value = elements[0].child_by_field_name("value") if len(elements) == 1 else None
        return None if value is None else next(iter(value.named_children), None)
    return None


def text_of_node(node: Node | None) -> str:
    """Return the text of a node; empty if there is none."""
    return "" if node is None or node.text is None else node.text.decode(errors="replace")


def known_name(name: str, source: Source) -> str:
    """Return a name without a package before it; empty if it is one of the SDK, but in another package.

    It is then one of the package itself, whose other files may define it.
    """
    return "" if sdk.is_name_of_sdk(name) and _package(source) != _SDK_PACKAGE else name


def _package(source: Source) -> str:
    """Return the name of the package of a file; empty for an excerpt."""
    children = (source.root.named_child(index) for index in range(source.root.named_child_count))
    first = next((each for each in children if each.type != "comment"), source.root)
    return text_of_node(first.named_children[0]) if first.type == "package_clause" else ""
