"""What binds names in PHP, and which names a function sees of those around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.language import Definition
from liveschema.lint.inputs.code.php.forms import field
from liveschema.lint.inputs.code.source import Source

_CLAUSE: Final = "namespace_use_clause"
_PROPERTIES: Final = frozenset({"property_element", "property_promotion_parameter"})
_FUNCTION: Final = re.compile(r"function\s+&?\s*(\w+)\s*\(([^{;]{0,2000})")
_BY_REFERENCE: Final = re.compile(r"&\s*(?:\.\.\.\s*)?\$")


def definitions_in(node: Node, source: Source) -> Iterator[Definition]:
    """Yield what a node binds, or changes a part of."""
    kind = node.type
    if kind == "arguments":
        yield from _given_by_reference(node, source)
    elif kind == "namespace_use_declaration":
        yield from _imported(node, source)
    elif kind in ("formal_parameters", "property_declaration"):
        for child in node.named_children:
            yield from _typed(child, node, source)
    else:
        yield from _READERS.get(kind, _named)(node)


def _named(node: Node) -> Iterator[Definition]:
    """Yield the name of a function or class."""
    yield Definition(field(node, "name"))


def _assigned(node: Node) -> Iterator[Definition]:
    target, value = field(node, "left"), field(node, "right")
    if target.type == "list_literal":
        yield from _targets(target)
        return
    is_known = node.type == "assignment_expression"
    yield Definition(target, value if is_known else None, declares=False)
    if node.type == "reference_assignment_expression":
        yield Definition(value, declares=False)  # it may be changed by the other name


def _inside(node: Node) -> Iterator[Definition]:
    """Yield what stands in a statement that changes all that it names."""
    for child in node.named_children:
        yield Definition(child, declares=False)


def _looped(node: Node) -> Iterator[Definition]:
    """Yield the variables of a loop."""
    kinds = [child.type for child in node.children]
    first = kinds.index("as") + 1 if "as" in kinds else len(kinds)
    last = kinds.index(")", first) if ")" in kinds[first:] else len(kinds)
    by_reference = any(_has_reference(child) for child in node.children[first:last])
    for child in node.children[first:last]:
        yield from _targets(child)
    for child in node.children[first - 2 : first - 1] if by_reference else ():
        yield Definition(child, declares=False)  # its items may be changed by the variable


def _has_reference(node: Node) -> bool:
    return node.type == "by_ref" or any(child.type == "by_ref" for child in node.children)


def _targets(node: Node) -> Iterator[Definition]:
    """Yield the targets in a pattern, without its keys."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type == "pair":
            waiting += each.named_children
        elif each.type == "list_literal":
            followed = zip(each.children, [*each.children[1:], None], strict=True)
            waiting += [child for child, after in followed if child.is_named and (after is None or after.type != "=>")]
        elif each.type != "by_ref":  # it is found on its own
            yield Definition(each, declares=False)


def _caught(node: Node) -> Iterator[Definition]:
    """Yield the variable of a ``catch``, which may have none, or of ``static``."""
    name = node.child_by_field_name("name")
    yield from () if name is None else [Definition(name, declares=False)]


def _constants(node: Node) -> Iterator[Definition]:
    """Yield the constants of a file."""
    for element in (child for child in node.named_children if child.type == "const_element"):
        yield Definition(element.named_children[0], element.named_children[-1])


def _typed(node: Node, around: Node, source: Source) -> Iterator[Definition]:
    """Yield a parameter or property, whose type tells where it comes from."""
    name = node.child_by_field_name("name")
    if name is None:
        return
    kind = node.child_by_field_name("type") or around.child_by_field_name("type")
    origin = "" if kind is None else source.text(kind).lstrip("?").rpartition("\\")[2]
    if node.type != "property_element":
        yield Definition(name, origin=origin)
    if node.type in _PROPERTIES:
        yield Definition(node, origin=origin)


def _imported(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the names that ``use`` imports."""
    prefix = next((source.text(child) + "\\" for child in node.named_children if child.type == "namespace_name"), "")
    body = node.child_by_field_name("body")
    clauses = (child for child in (node if body is None else body).named_children if child.type == _CLAUSE)
    for clause in clauses:
        paths = [child for child in clause.named_children if child.type in ("name", "qualified_name")]
        for path in paths[:1]:
            name = clause.child_by_field_name("alias") or (path if path.type == "name" else path.named_children[-1])
            yield Definition(name, origin=prefix + source.text(path).lstrip("\\"))


def _given_by_reference(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the arguments that are given to a function of the file that takes a reference."""
    if not _changing_functions(source):
        return
    call = source.parent(node)
    name = None if call is None else call.child_by_field_name("function") or call.child_by_field_name("name")
    if name is None or source.text(name) not in _changing_functions(source):
        return
    for argument in node.named_children:
        for value in argument.named_children[-1:]:
            yield Definition(value, declares=False)


@lru_cache(maxsize=1)
def _changing_functions(source: Source) -> frozenset[str]:
    """Return the names of the functions that have a parameter that is a reference."""
    found = _FUNCTION.finditer(source.fragment.text)
    return frozenset(each[1] for each in found if _BY_REFERENCE.search(each[2]))


def seen_by(function: Node) -> Callable[[str], bool]:
    """Return which names a function sees of those around it: all but variables, of which it names those it sees."""
    if function.type == "arrow_function":
        return lambda _: True
    shared: set[bytes | None] = set()
    body = function.child_by_field_name("body")
    for child in [*function.named_children, *(() if body is None else body.named_children)]:
        if child.type in ("anonymous_function_use_clause", "global_declaration"):
            variables = [each.named_children[-1] if each.type == "by_ref" else each for each in child.named_children]
            shared |= {each.text for each in variables}
    return lambda name: not name.startswith("$") or name.encode() in shared


_READERS: Final[dict[str, Callable[[Node], Iterator[Definition]]]] = {
    **dict.fromkeys(
        ("assignment_expression", "augmented_assignment_expression", "reference_assignment_expression"), _assigned
    ),
    **dict.fromkeys(("update_expression", "unset_statement", "by_ref"), _inside),
    **dict.fromkeys(("catch_clause", "static_variable_declaration"), _caught),
    "foreach_statement": _looped,
    "const_declaration": _constants,
}
