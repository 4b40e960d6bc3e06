"""What binds names in JavaScript and TypeScript, or changes what they are bound to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.javascript.views import written
from liveschema.lint.inputs.code.language import Definition
from liveschema.lint.inputs.code.source import Source


def definitions_of(node: Node, source: Source) -> Iterator[Definition]:
    """Yield what a node binds, or changes a part of."""
    kind = node.type
    if kind == "variable_declarator":
        yield from _declared(node, source)
    elif kind in ("assignment_expression", "augmented_assignment_expression"):
        yield from _assigned(node)
    elif kind == "import_statement":
        yield from _imported(node, source)
    elif kind in ("unary_expression", "update_expression"):
        for target in node.children_by_field_name("argument"):
            yield Definition(target, declares=False)
    elif kind == "for_in_statement":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        for each in _names_in(left, declares=node.child_by_field_name("kind") is not None):
            yield each._replace(part_of=right)
    elif kind in ("function_declaration", "class_declaration", "enum_declaration", "internal_module"):
        yield from _names_in(node.child_by_field_name("name"))
    else:
        yield from _names_in(node)


def _declared(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the names that ``const``, ``let`` or ``var`` declare."""
    target, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    # Only `var` belongs to the function rather than to the block.
    around = source.parent(node)
    is_var = around is not None and around.children[0].type == "var"
    if target is not None and target.type == "identifier":
        yield Definition(target, value, is_assigned=value is not None, in_function=is_var, origin=_required(value))
    else:
        origin = _required(value)
        for each in _names_in(target):
            yield each._replace(in_function=is_var, origin=origin or each.origin, part_of=value)


def _required(value: Node | None) -> str:
    """Return the module that ``require("…")`` loads; empty for any other value."""
    while value is not None and value.type in ("await_expression", "member_expression", "parenthesized_expression"):
        value = value.named_children[0] if value.named_children else None
    if value is None or value.type != "call_expression":
        return ""
    function, arguments = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if written(function) not in ("require", "import") or arguments is None or not arguments.named_children:
        return ""
    return written(arguments.named_children[0]).strip("\"'`")


def _assigned(node: Node) -> Iterator[Definition]:
    value = None if node.type == "augmented_assignment_expression" else node.child_by_field_name("right")
    for target in node.children_by_field_name("left"):
        if target.type in ("object_pattern", "array_pattern"):
            for each in _names_in(target, declares=False):
                yield each._replace(part_of=value)
        else:
            yield Definition(target, value, declares=False)


def _imported(node: Node, source: Source) -> Iterator[Definition]:
    module = node.child_by_field_name("source")
    origin = "" if module is None else source.text(module).strip("\"'")
    for each in _names_in(node):
        yield each._replace(origin=origin)


def _names_in(node: Node | None, *, declares: bool = True) -> Iterator[Definition]:
    """Yield the names in a pattern, a list of parameters, or an import."""
    waiting = [] if node is None else [(node, "")]
    while waiting:
        each, origin = waiting.pop()
        if each.type in ("identifier", "shorthand_property_identifier_pattern"):
            text = written(each)
            shorthand = text if each.type != "identifier" else ""
            yield Definition(each, declares=declares, origin=origin or shorthand)
        elif each.type in ("member_expression", "subscript_expression") and not declares:
            yield Definition(each, declares=False)
        elif each.type == "pair_pattern":
            key = written(each.child_by_field_name("key"))
            waiting += [(value, key) for value in each.children_by_field_name("value")]
        elif each.type == "import_specifier":
            named = each.children_by_field_name("alias") or each.children_by_field_name("name")
            waiting += [(name, "") for name in named]
        elif each.type in ("assignment_pattern", "object_assignment_pattern"):
            waiting += [(child, origin) for child in each.named_children[:1]]
        elif each.type in ("required_parameter", "optional_parameter"):
            waiting += [(pattern, "") for pattern in each.children_by_field_name("pattern")]
        elif each.type in _WITH_NAMES:
            waiting += [(child, "") for child in each.named_children]


_WITH_NAMES: Final = frozenset(
    {
        *("object_pattern", "array_pattern", "rest_pattern", "formal_parameters", "catch_clause"),
        *("import_statement", "import_clause", "named_imports", "namespace_import"),
    }
)
