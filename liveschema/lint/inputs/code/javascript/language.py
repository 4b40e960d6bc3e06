"""JavaScript and TypeScript, and what the official SDK does in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, Final

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Language as Grammar
from tree_sitter import Node

from liveschema.lint.inputs.code.javascript.names import definitions_of
from liveschema.lint.inputs.code.javascript.views import inner, view_of, written
from liveschema.lint.inputs.code.language import Definition, Language
from liveschema.lint.inputs.code.reader import code_documents
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import (
    Call,
    Part,
    Spread,
    View,
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
(if_statement consequence: (_) @branch)
(else_clause (_) @branch)
(for_statement body: (_) @branch)
(for_in_statement body: (_) @branch)
(while_statement body: (_) @branch)
[(switch_case) (switch_default) (catch_clause) (function_declaration) (function_expression) (arrow_function)
 (method_definition)] @branch
[(string) (template_string)] @string
(binary_expression left: [(string) (template_string)] operator: "+") @string
"""


def _is_null(part: Part | Spread) -> bool:
    return isinstance(part, Node) and part.type in ("null", "undefined")


_ENCODING: Final = frozenset({"JSON", "Buffer"})


class JavaScript(Language):
    """JavaScript, with JSX."""

    name = "javascript"
    query: ClassVar[str] = _QUERY
    leaves_out_missing = True
    changing: ClassVar[frozenset[str]] = frozenset(
        {"push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "set", "delete", "clear", "append"}
    )
    changing_argument: ClassVar[frozenset[str]] = frozenset(
        {"assign", "merge", "defineProperty", "set", "unset", "defaults"}
    )
    functions: ClassVar[Mapping[str, str]] = {
        "String": "string",
        "Number": "number",
        "parseInt": "number",
        "parseFloat": "number",
        "Boolean": "boolean",
        "encodeURIComponent": "string",
    }
    methods: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("toString", "toFixed", "toISOString", "toLocaleString", "toUpperCase"), "string"),
        **dict.fromkeys(("toLowerCase", "trim", "padStart", "padEnd", "join", "toPrecision", "repeat"), "string"),
    }

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""
        del text
        return _javascript()

    def inner(self, node: Node) -> Node:
        """Return the expression inside parentheses, ``await`` and casts."""
        return inner(node)

    def view(self, node: Node, source: Source) -> View:
        """Return the form of an expression."""
        return view_of(node, source)

    def changes(self, name: str) -> bool:
        """Return whether a method changes what it belongs to; a function that is called for each item may do so."""
        return name == "forEach" or super().changes(name)

    def definitions(self, node: Node, source: Source) -> Iterator[Definition]:
        """Yield what a node binds, or changes a part of."""
        return definitions_of(node, source)

    def encoded(self, call: Call) -> Part | None:
        """Return the argument of ``JSON.stringify`` and ``Buffer.from``."""
        is_encoding = call.receiver is not None and call.name in ("stringify", "from") and call.positional
        if len(call.positional) > 1 and not _is_null(call.positional[1]):
            return None  # a function that replaces values
        first = call.positional[0] if is_encoding else None
        return None if isinstance(first, Spread) or first is None or written(call.receiver) not in _ENCODING else first

    def same(self, call: Call) -> Part | None:
        """Return the argument of ``Object.freeze`` and ``structuredClone``."""
        if call.name in ("freeze", "seal", "structuredClone") and len(call.positional) == 1:
            return None if isinstance(call.positional[0], Spread) else call.positional[0]
        return None

    def union(self, call: Call) -> list[Part | Spread] | None:
        """Return the arguments of ``Object.assign``."""
        is_union = call.name == "assign" and call.receiver is not None and written(call.receiver) == "Object"
        return list(call.positional) if is_union else None


class TypeScript(JavaScript):
    """TypeScript; with JSX where a cast with angle brackets would be read as an element."""

    name = "typescript"
    query: ClassVar[str] = f"{_QUERY}[(enum_declaration) (internal_module)] @definition\n"

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""
        return _tsx() if "</" in text or "/>" in text else _typescript()


@cache
def _javascript() -> Grammar:
    return Grammar(tree_sitter_javascript.language())


@cache
def _typescript() -> Grammar:
    return Grammar(tree_sitter_typescript.language_typescript())


@cache
def _tsx() -> Grammar:
    return Grammar(tree_sitter_typescript.language_tsx())


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
