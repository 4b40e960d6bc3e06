"""What binds names in Ruby."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from weakref import WeakKeyDictionary

from tree_sitter import Node, QueryCursor

from liveschema.lint.inputs.code.language import Definition, query_of
from liveschema.lint.inputs.code.ruby.texts import field, text_in
from liveschema.lint.inputs.code.source import Source

_ACCESSORS: Final = re.compile(r"\battr_(?:accessor|reader|writer)\b((?:[\s,(]*:\w+)+)")
_MOST_ARGUMENTS: Final = 5
"""The most arguments of a method whose changes in a block are looked for."""
_TARGETS: Final = frozenset(
    {
        *("identifier", "hash_key_symbol", "element_reference", "call"),
        *("instance_variable", "class_variable", "global_variable"),
    }
)
_WITH_NAME: Final = frozenset(
    {
        *("optional_parameter", "keyword_parameter", "splat_parameter", "hash_splat_parameter", "block_parameter"),
    }
)
_WITH_NAMES: Final = frozenset(
    {
        *("method_parameters", "block_parameters", "lambda_parameters", "destructured_parameter"),
        *("left_assignment_list", "destructured_left_assignment", "rest_assignment", "exception_variable"),
        *("hash_pattern", "array_pattern", "find_pattern", "alternative_pattern", "as_pattern"),
        "parenthesized_pattern",
    }
)
_calls: WeakKeyDictionary[Source, dict[int, Node]] = WeakKeyDictionary()


def definitions_of(node: Node, source: Source) -> Iterator[Definition]:
    """Yield what a node binds, or changes a part of."""
    kind = node.type
    if kind in ("assignment", "operator_assignment"):
        yield from _assigned(node, source)
    elif kind in ("class", "module"):
        name = node.child_by_field_name("name")
        if name is not None and name.type == "constant":
            yield Definition(name)
    elif kind in ("for", "in_clause", "match_pattern", "test_pattern"):
        part_of = _taken_apart(node, source)
        for each in _names_in(node.child_by_field_name("pattern")):
            yield each._replace(declares=False, part_of=part_of)
    elif kind == "block_parameters":
        for each in _names_in(node):
            yield from _given(each, node, source)
    else:
        yield from _names_in(node)


@lru_cache(maxsize=1)
def _accessed(text: str) -> frozenset[str]:
    """Return the variables of objects that have methods of their own, by which they may be changed anywhere."""
    return frozenset(f"@{name.strip()}" for found in _ACCESSORS.finditer(text) for name in re.findall(r"\w+", found[1]))


def call_around(parameters: Node, source: Source) -> Node | None:
    """Return the call that the block belongs to whose parameters are given; None if there is none."""
    found = _calls.get(source)
    if found is None:
        found = _calls[source] = {}
        # The parent of a node is slow to find in code that is nested deeply.
        for call in QueryCursor(query_of(source.grammar, "(call) @call")).captures(source.root).get("call", ()):
            block = call.child_by_field_name("block")
            inside = None if block is None else block.child_by_field_name("parameters")
            if inside is not None:
                found[inside.id] = call
    return found.get(parameters.id)


def _taken_apart(node: Node, source: Source) -> Node | None:
    """Return the value that a pattern or a loop takes apart."""
    around = source.parent(node) if node.type == "in_clause" else node
    value = None if around is None else around.child_by_field_name("value")
    return value.named_children[0] if value is not None and value.type == "in" and value.named_children else value


def _given(definition: Definition, parameters: Node, source: Source) -> Iterator[Definition]:
    """Yield the definition of a parameter of a block, which may be a part of what the call is given."""
    call = call_around(parameters, source)
    receiver = None if call is None else call.child_by_field_name("receiver")
    arguments = None if call is None else call.child_by_field_name("arguments")
    yield definition._replace(part_of=receiver)
    for argument in [] if arguments is None else arguments.named_children[:_MOST_ARGUMENTS]:
        yield definition._replace(part_of=argument, is_assigned=False)


def _assigned(node: Node, source: Source) -> Iterator[Definition]:
    target, right = field(node, "left"), field(node, "right")
    is_plain = node.type == "assignment" or text_in(field(node, "operator")) == "||="
    value = right if is_plain else None
    kind = target.type
    if kind == "left_assignment_list":
        for each in _names_in(target):
            yield each._replace(declares=False, part_of=value)
    elif kind in ("instance_variable", "class_variable"):
        is_sure = source.text(target) not in _accessed(source.fragment.text)
        yield Definition(target, value, in_class=True)
        if not is_sure:
            yield Definition(target, in_class=True)
    elif kind == "global_variable":
        yield Definition(target)  # it may be changed in other files
    elif value is not None and value.type == "assignment":
        yield Definition(target, declares=kind == "constant", part_of=value.child_by_field_name("left"))
    else:
        yield Definition(target, value, declares=kind == "constant", origin=_origin(value))


def _origin(value: Node | None) -> str:
    """Return the class or module that a name is another one for; empty for any other value."""
    return text_in(value) if value is not None and value.type in ("constant", "scope_resolution") else ""


def _names_in(node: Node | None) -> Iterator[Definition]:
    """Yield the names in a pattern, a list of parameters or the left side of an assignment."""
    waiting = [] if node is None else [node]
    while waiting:
        each = waiting.pop()
        if each.type in _TARGETS:
            yield Definition(each)
        elif each.type in _WITH_NAME:
            waiting += each.children_by_field_name("name")
        elif each.type == "keyword_pattern":
            waiting += each.children_by_field_name("value") or each.children_by_field_name("key")
        elif each.type in _WITH_NAMES:
            waiting += each.named_children
