"""JavaScript and TypeScript."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Final

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Language as Grammar
from tree_sitter import Node

from liveschema.lint.inputs.code.language import Definition, Language
from liveschema.lint.inputs.code.reader import code_documents
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
from liveschema.lint.inputs.document import Document

_QUERY: Final = """
[(expression_statement) (lexical_declaration) (variable_declaration) (return_statement) (export_statement)] @statement
[(variable_declarator) (assignment_expression) (augmented_assignment_expression) (import_statement)
 (function_declaration) (class_declaration) (formal_parameters) (catch_clause) (for_in_statement)
 (update_expression)] @definition
(unary_expression operator: "delete") @definition
(arrow_function parameter: (identifier) @definition)
[(function_declaration) (generator_function_declaration) (function_expression) (arrow_function)
 (method_definition)] @function
[(statement_block) (for_statement) (for_in_statement) (class_body)] @block
[(call_expression) (new_expression)] @call
(object) @object
[(string) (template_string)] @string
"""
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


class JavaScript(Language):
    """JavaScript, with JSX."""

    name = "javascript"
    query = _QUERY
    leaves_out_missing = True
    changing = frozenset(
        {"push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "set", "delete", "clear", "append"}
    )
    changing_argument = frozenset({"assign", "merge", "defineProperty", "set", "unset", "defaults"})
    functions: ClassVar = {
        "String": "string",
        "Number": "number",
        "parseInt": "number",
        "parseFloat": "number",
        "Boolean": "boolean",
        "encodeURIComponent": "string",
    }
    methods: ClassVar = {
        **dict.fromkeys(("toString", "toFixed", "toISOString", "toLocaleString", "toUpperCase"), "string"),
        **dict.fromkeys(("toLowerCase", "trim", "padStart", "padEnd", "join", "toPrecision", "repeat"), "string"),
        **dict.fromkeys(("map", "filter"), "array"),
    }

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""
        del text
        return _javascript()

    def inner(self, node: Node) -> Node:
        """Return the expression inside parentheses, ``await`` and casts."""
        while node.type in _INSIDE and node.named_child_count:
            found = node.named_children[_INSIDE[node.type]]
            if found.type == "comment":
                found = next(each for each in node.named_children if each.type != "comment")
            node = found
        return node

    def view(self, node: Node, source: Source) -> View:
        """Return the form of an expression."""
        node = self.inner(node)
        read = _VIEWS.get(node.type)
        return Opaque() if read is None else read(node, source)

    def definitions(self, node: Node, source: Source) -> Iterator[Definition]:
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
            left = node.child_by_field_name("left")
            yield from _names_in(left, declares=node.child_by_field_name("kind") is not None)
        elif kind in ("function_declaration", "class_declaration"):
            yield from _names_in(node.child_by_field_name("name"))
        else:
            yield from _names_in(node)

    def encoded(self, call: Call) -> Part | None:
        """Return the argument of ``JSON.stringify`` and ``Buffer.from``."""
        is_encoding = call.receiver is not None and call.name in ("stringify", "from") and call.positional
        first = call.positional[0] if is_encoding else None
        return None if isinstance(first, Spread) or first is None or _text(call.receiver) not in _ENCODING else first

    def same(self, call: Call) -> Part | None:
        """Return the argument of ``Object.freeze`` and ``structuredClone``."""
        if call.name in ("freeze", "seal", "structuredClone") and len(call.positional) == 1:
            return None if isinstance(call.positional[0], Spread) else call.positional[0]
        return None

    def union(self, call: Call) -> list[Part | Spread] | None:
        """Return the arguments of ``Object.assign``."""
        is_union = call.name == "assign" and call.receiver is not None and _text(call.receiver) == "Object"
        return list(call.positional) if is_union else None


class TypeScript(JavaScript):
    """TypeScript; with JSX where a cast with angle brackets would be read as an element."""

    name = "typescript"

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""
        return _tsx() if "</" in text or "/>" in text else _typescript()


_ENCODING: Final = frozenset({"JSON", "Buffer"})


@cache
def _javascript() -> Grammar:
    return Grammar(tree_sitter_javascript.language())


@cache
def _typescript() -> Grammar:
    return Grammar(tree_sitter_typescript.language_typescript())


@cache
def _tsx() -> Grammar:
    return Grammar(tree_sitter_typescript.language_tsx())


def _text(node: Node | None) -> str:
    return "" if node is None or node.text is None else node.text.decode(errors="replace")


def _declared(node: Node, source: Source) -> Iterator[Definition]:
    """Yield the names that ``const``, ``let`` or ``var`` declare."""
    target, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    # Only `var` belongs to the function rather than to the block.
    is_var = node.prev_sibling is not None and _is_var(node)
    if target is not None and target.type == "identifier":
        yield Definition(target, value, is_assigned=value is not None, in_function=is_var, origin=_required(value))
    else:
        origin = _required(value)
        for each in _names_in(target):
            yield each._replace(in_function=is_var, origin=origin or each.origin)


def _is_var(node: Node) -> bool:
    first = node.prev_sibling
    while first is not None and first.prev_sibling is not None:
        first = first.prev_sibling
    return first is not None and first.type == "var"


def _required(value: Node | None) -> str:
    """Return the module that ``require("…")`` loads; empty for any other value."""
    while value is not None and value.type in ("await_expression", "member_expression", "parenthesized_expression"):
        value = value.named_children[0] if value.named_children else None
    if value is None or value.type != "call_expression":
        return ""
    function, arguments = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if _text(function) not in ("require", "import") or arguments is None or not arguments.named_children:
        return ""
    return _text(arguments.named_children[0]).strip("\"'`")


def _assigned(node: Node) -> Iterator[Definition]:
    value = None if node.type == "augmented_assignment_expression" else node.child_by_field_name("right")
    for target in node.children_by_field_name("left"):
        if target.type in ("object_pattern", "array_pattern"):
            yield from _names_in(target, declares=False)
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
            text = _text(each)
            shorthand = text if each.type != "identifier" else ""
            yield Definition(each, declares=declares, origin=origin or shorthand)
        elif each.type == "pair_pattern":
            key = _text(each.child_by_field_name("key"))
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
        if child.type == "ERROR" and source.text(child) in _ELISIONS:
            entries.append(Spread(None, source.range(child)))
        elif child.type == "ERROR" or child.is_missing:
            return Opaque(("object",))
        elif child.is_named and child.type != "comment":
            entries.append(_entry(child, source))
    return Object(entries, source.range(node))


def _entry(node: Node, source: Source) -> Entry | Spread:
    place = source.range(node)
    if source.text(node) in _ELISIONS:
        return Spread(None, place)
    if node.type == "shorthand_property_identifier":
        return Entry(source.text(node), place, node)
    if node.type == "spread_element":
        return Spread(node.named_children[0] if node.named_children else None, place)
    key = node.child_by_field_name("key") or node.child_by_field_name("name")
    value = node.child_by_field_name("value")
    if key is None or (node.type == "pair" and (value is None or value.is_missing)):
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
        if source.text(child) in _ELISIONS:
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
        if child.type in ("spread_element", "ERROR"):
            positional.append(Spread(None, place))
        elif child.is_named and child.type != "comment":
            positional.append(child)
    if arguments is not None and arguments.type == "template_string":
        positional = []
    receiver, name = _function(function, source)
    return Call(receiver, name, positional, source.range(node), is_class=node.type == "new_expression")


def _function(node: Node | None, source: Source) -> tuple[Node | None, str]:
    """Return what a function that is called belongs to, and its name."""
    node = None if node is None else JAVASCRIPT.inner(node)
    if node is not None and node.type == "member_expression":
        return node.child_by_field_name("object"), _text(node.child_by_field_name("property"))
    return None, _text(node) if node is not None and node.type == "identifier" else ""


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


JAVASCRIPT: Final = JavaScript()
TYPESCRIPT: Final = TypeScript()


def javascript_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a JavaScript file; see `code_documents`."""
    del templates  # a file with expressions of a template is no JavaScript
    return code_documents(JAVASCRIPT, source)


def typescript_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a TypeScript file; see `code_documents`."""
    del templates  # as above
    return code_documents(TYPESCRIPT, source)
