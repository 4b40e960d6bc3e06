"""Go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar, Final

import tree_sitter_go
from tree_sitter import Language as Grammar
from tree_sitter import Node

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.calls import method_named
from liveschema.lint.inputs.code.go import names, sdk, syntax, views
from liveschema.lint.inputs.code.go.syntax import text_of_node
from liveschema.lint.inputs.code.go.text import STRINGS
from liveschema.lint.inputs.code.language import Definition, Language
from liveschema.lint.inputs.code.reader import code_documents
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Call, Entry, Object, Part, Spread, View
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.literals import Literal, Members

_QUERY: Final = """
[(expression_statement) (short_var_declaration) (var_declaration) (const_declaration) (assignment_statement)
 (return_statement) (go_statement) (defer_statement) (send_statement)] @statement
[(short_var_declaration) (assignment_statement) (var_spec) (const_spec) (range_clause) (receive_statement)
 (inc_statement) (dec_statement) (import_spec) (function_declaration) (type_spec) (type_alias) (parameter_list)
 (type_switch_statement) (call_expression)] @definition
[(function_declaration) (method_declaration) (func_literal)] @function
[(block) (if_statement) (for_statement) (expression_switch_statement) (type_switch_statement) (expression_case)
 (type_case) (default_case) (communication_case)] @block
(if_statement consequence: (block) @branch)
(if_statement alternative: (_) @branch)
(for_statement body: (block) @branch)
[(expression_case) (type_case) (default_case) (communication_case) (func_literal) (function_declaration)
 (method_declaration)] @branch
[(call_expression) (composite_literal)] @call
(literal_element (literal_value) @call)
[(interpreted_string_literal) (raw_string_literal) (binary_expression operator: "+")] @string
((call_expression function: (selector_expression field: (field_identifier) @name)) @string
 (#eq? @name "Sprintf"))
"""
_ENCODING: Final = frozenset(
    {
        *("json.Marshal", "json.MarshalIndent", "bytes.NewReader", "bytes.NewBuffer", "bytes.NewBufferString"),
        *("strings.NewReader", "io.NopCloser", "ioutil.NopCloser"),
    }
)
_KEEPING: Final = re.compile(
    r"NewRequest(?:WithContext)?\Z|Post\Z|Put\Z|Patch\Z|SetBody\Z|NewEncoder\Z|Marshal(?:Indent)?\Z"
)
"""The functions that do not change what they are given a pointer to, other than those of the SDK."""
_NUMBERS: Final = ("int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64")


class Go(Language):
    """Go."""

    name = "go"
    query = _QUERY
    changing: ClassVar[frozenset[str]] = frozenset({"Set", "Add", "Del", "Delete", "Store", "Clear"})
    changing_argument: ClassVar[frozenset[str]] = frozenset(
        {"delete", "clear", "copy", "Copy", "Sort", "SortFunc", "Slice", "SliceStable", "Reverse", "DeleteFunc"}
    )
    functions: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys((*_NUMBERS, "float32", "float64", "len", "cap"), "number"),
        "string": "string",
        "bool": "boolean",
    }
    methods: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("Itoa", "FormatInt", "FormatFloat", "Sprint", "Sprintln", "Getenv", "String"), "string"),
        **dict.fromkeys(("ToUpper", "ToLower", "TrimSpace", "ReplaceAll", "PathEscape", "QueryEscape"), "string"),
        **dict.fromkeys(("Unix", "UnixMilli", "Seconds", "Minutes", "Hours", "Milliseconds"), "number"),
    }
    parameters: ClassVar[Mapping[str, tuple[str, ...]]] = sdk.PARAMETERS
    unions_are_objects = False

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""
        del text
        return _grammar()

    def inner(self, node: Node) -> Node:
        """Return the expression inside parentheses, conversions, ``&`` and ``*``."""
        return syntax.inner(node)

    def view(self, node: Node, source: Source) -> View:
        """Return the form of an expression."""
        return views.view(node, source)

    def definitions(self, node: Node, source: Source) -> Iterator[Definition]:
        """Yield what a node binds, or changes a part of."""
        return names.definitions(node, source)

    def encoded(self, call: Call) -> Part | None:
        """Return what is turned into JSON, bytes or a reader."""
        first = call.positional[0] if call.positional else None
        if not isinstance(first, Node):
            return None
        if call.receiver is None:
            is_text = call.name == "string" and syntax.inner(first).type in ("identifier", "call_expression")
            return first if is_text or call.name == "[]byte" else None
        is_encoding = f"{text_of_node(call.receiver)}.{call.name}" in _ENCODING
        return first if is_encoding or (call.name == "Encode" and names.buffer_of(call.receiver) is not None) else None

    def same(self, call: Call) -> Part | None:
        """Return the argument of a conversion, or of a function that returns a pointer to it."""
        first = call.positional[0] if len(call.positional) == 1 else None
        if call.receiver is not None and not call.positional and call.name in ("Ptr", "String"):
            is_text = call.name == "Ptr" or _is_path(call.receiver)
            return call.receiver if is_text else None
        if not isinstance(first, Node):
            return None
        if call.receiver is None:
            inside = syntax.inner(first).type
            is_number = inside in ("int_literal", "float_literal", "unary_expression") and call.name in self.functions
            is_text = inside in (*STRINGS, "selector_expression") and call.name == "string"
            return first if is_number or is_text or call.name == "any" else None
        return first if sdk.SAME.match(call.name) else None

    def union(self, call: Call) -> Sequence[Part | Spread] | None:
        """Return a struct and the field that a method of it sets."""
        field = call.positional[0] if len(call.positional) == 1 else None
        if call.receiver is None or not isinstance(field, Node) or not sdk.returns_struct(call.name):
            return None
        entry = Entry(sdk.key_of(call.name), call.place, field)
        return [call.receiver, Object([entry], call.place)]

    def is_reference(self, value: Node) -> bool:
        """Return whether a value is a pointer, a map or a slice, rather than a struct, which is copied."""
        kind = value.child_by_field_name("type") if value.type == "composite_literal" else None
        return value.type == "unary_expression" or (kind is not None and kind.type in ("map_type", "slice_type"))

    def changed(self, call: Call) -> Iterator[Node]:
        """Yield what a call changes, which may be all that it is given a pointer to."""
        yield from super().changed(call)
        if method_named(call.name) is None and not _KEEPING.match(call.name) and not sdk.SAME.match(call.name):
            for each in call.positional:
                if isinstance(each, Node) and each.type == "unary_expression" and text_of_node(each).startswith("&"):
                    yield each

    def made(self, call: Call, members: Members) -> Members:
        """Return the members of a struct, without those that the SDK leaves out."""
        return sdk.made(call, members)

    def request(self, operation: Operation, body: Literal) -> Literal:
        """Return a request as the SDK sends it."""
        return sdk.request(operation, body)

    def key_of(self, name: str) -> str:
        """Return the key of a payload that a field of a struct has."""
        return sdk.key_of(name)


def _is_path(node: Node) -> bool:
    """Return whether an expression is a URL that a method joins."""
    function = node.child_by_field_name("function")
    return function is not None and text_of_node(function.child_by_field_name("field")) == "JoinPath"


@cache
def _grammar() -> Grammar:
    return Grammar(tree_sitter_go.language())


GO: Final = Go()


def go_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a Go file; see `code_documents`."""
    del templates  # a file with expressions of a template is no Go
    return code_documents(GO, source)
