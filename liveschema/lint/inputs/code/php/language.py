"""PHP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar, Final

import tree_sitter_php
from tree_sitter import Language as Grammar
from tree_sitter import Node

from liveschema.lint.inputs.code.language import Definition, Language, Setting
from liveschema.lint.inputs.code.php.calls import call_of, snake_case
from liveschema.lint.inputs.code.php.curl import settings_in
from liveschema.lint.inputs.code.php.forms import UNION, inner_of
from liveschema.lint.inputs.code.php.names import definitions_in, seen_by
from liveschema.lint.inputs.code.reader import code_documents
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Call, Part, Spread, View
from liveschema.lint.inputs.comments import CommentForm
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.helpers import MODELS
from liveschema.lint.inputs.literals import Members, without_null

_QUERY: Final = """
[(expression_statement) (return_statement) (echo_statement) (const_declaration)] @statement
[(assignment_expression) (augmented_assignment_expression) (reference_assignment_expression) (update_expression)
 (unset_statement) (foreach_statement) (catch_clause) (static_variable_declaration) (formal_parameters)
 (property_declaration) (namespace_use_declaration) (function_definition) (class_declaration)
 (interface_declaration) (trait_declaration) (enum_declaration) (arguments)] @definition
[(program (const_declaration) @definition) (compound_statement (const_declaration) @definition)]
[(array_element_initializer (by_ref) @definition) (foreach_statement (by_ref) @definition)
 (pair (by_ref) @definition) (list_literal (by_ref) @definition)]
[(function_definition) (method_declaration) (anonymous_function) (arrow_function)] @function
[(function_call_expression) (member_call_expression) (nullsafe_member_call_expression) (scoped_call_expression)
 (object_creation_expression)] @call
(if_statement body: (_) @branch)
(else_if_clause body: (_) @branch)
(else_clause body: (_) @branch)
(for_statement body: (_) @branch)
(foreach_statement body: (_) @branch)
(while_statement body: (_) @branch)
[(case_statement) (default_statement) (catch_clause) (anonymous_function)] @branch
(array_creation_expression) @object
[(string) (encapsed_string) (heredoc) (nowdoc)] @string
(binary_expression left: [(string) (encapsed_string)] operator: ".") @string
"""
_DYNAMIC: Final = re.compile(r"\bextract\s*\(|\$\$\w|\$\{\s*['\"]|\$GLOBALS\b")
_TAG: Final = re.compile(r"<\?(?:php\b|=)", re.IGNORECASE)
_ENCODING: Final = frozenset({"json_encode", "wp_json_encode", "jsonEncode", "streamFor", "stream_for"})
_CHANGES_VALUES: Final = re.compile(r"FORCE_OBJECT|NUMERIC_CHECK|\$|\d|\(")
"""What options of ``json_encode`` have that make other values of those that are given, or may do so."""
_SORTING: Final = ("sort", "rsort", "usort", "uasort", "uksort", "asort", "arsort", "ksort", "krsort", "shuffle")


class Php(Language):
    """PHP."""

    name = "php"
    comments = CommentForm.ANY
    query = _QUERY
    sees_outside = False
    gives_references = False
    lists_are_objects = True
    shares_helpers = False
    takes_options = False
    changing: ClassVar[frozenset[str]] = frozenset({"offsetSet", "offsetUnset", "append", "exchangeArray"})
    changing_argument: ClassVar[frozenset[str]] = frozenset(
        {*_SORTING, "array_push", "array_pop", "array_shift", "array_unshift", "array_splice", "array_walk", "settype"}
        | {"array_multisort", "data_set", "data_fill", "data_forget"}
    )
    functions: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(
            ("date", "gmdate", "number_format", "strtoupper", "strtolower", "ucfirst", "ucwords"), "string"
        ),
        **dict.fromkeys(("trim", "ltrim", "rtrim", "implode", "join", "strval", "uniqid", "md5", "sha1"), "string"),
        **dict.fromkeys(("mb_strtoupper", "mb_strtolower", "mb_substr", "rawurlencode", "urlencode"), "string"),
        **dict.fromkeys(("str_repeat", "str_pad", "bin2hex", "nl2br", "http_build_query"), "string"),
        **dict.fromkeys(("intval", "floatval", "count", "strlen", "mb_strlen", "round", "floor", "ceil"), "number"),
        **dict.fromkeys(("time", "intdiv", "abs", "rand", "mt_rand", "random_int"), "number"),
        **dict.fromkeys(("boolval", "isset", "empty", "in_array", "is_null", "array_key_exists"), "boolean"),
        **dict.fromkeys(("array_values", "array_keys", "explode", "range"), "array"),
    }
    methods: ClassVar[Mapping[str, str]] = {"toIso8601String": "string", "toDateTimeString": "string"}
    parameters: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "liveactivitycontentstate": (
            *("title", "type", "subtitle", "metrics", "number_of_steps", "current_step", "percentage", "value"),
            *("upper_limit", "color", "step_color", "auto_dismiss_seconds", "auto_dismiss_minutes"),
        ),
        "liveactivitymetric": ("label", "value", "unit", "color"),
        "liveactivityaction": ("title", "type", "url", "method", "body"),
        "liveactivityalerticon": ("symbol", "color"),
        "liveactivityalertbadge": ("title", "color"),
        **dict.fromkeys(MODELS, ()),
    }

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text: that of files, or of an excerpt that is nothing but code."""
        return _whole() if _TAG.search(text) else _only_code()

    def inner(self, node: Node) -> Node:
        """Return the expression inside parentheses, ``@``, and casts of arrays."""
        return inner_of(node)

    def view(self, node: Node, source: Source) -> View:
        """Return the form of an expression."""
        return call_of(node, source)

    def is_dynamic(self, text: str) -> bool:
        """Return whether code assigns variables by names that are only known when it runs."""
        return _DYNAMIC.search(text) is not None

    def definitions(self, node: Node, source: Source) -> Iterator[Definition]:
        """Yield what a node binds, or changes a part of."""
        return definitions_in(node, source)

    def settings(self, node: Node, source: Source) -> Iterator[Setting]:
        """Yield what a statement sets of a request of curl."""
        return settings_in(node, source)

    def changes(self, name: str) -> bool:
        """Return whether a method changes what it belongs to, as those do that set a field."""
        return name.startswith("set") or name in self.changing

    def seen_by(self, function: Node) -> Callable[[str], bool]:
        """Return which names a function sees of those around it."""
        return seen_by(function)

    def original(self, origin: str, name: str) -> str:
        """Return the name of an import in its module, which is the last part of the path."""
        return origin.rpartition("\\")[2] if "\\" in origin else name

    def encoded(self, call: Call) -> Part | None:
        """Return the argument of ``json_encode``, unless it changes values."""
        owner = call.receiver
        is_json = call.name == "encode" and owner is not None and (owner.text or b"").endswith(b"Json")
        if not is_json and call.name not in _ENCODING:
            return None
        if any(_CHANGES_VALUES.search(_text(part)) for part in call.positional[1:]) or call.named:
            return None
        return _first(call)

    def same(self, call: Call) -> Part | None:
        """Return the argument of ``stream_context_create``, which has the options of a request."""
        return _first(call) if call.name == "stream_context_create" else None

    def compacted(self, call: Call) -> Part | None:
        """Return the argument of ``array_filter``, of which only calls are seen here that drop null."""
        return _first(call) if call.name == "array_filter" else None

    def union(self, call: Call) -> Sequence[Part | Spread] | None:
        """Return the arguments of ``array_merge`` and ``array_replace``."""
        is_union = call.receiver is None and call.name in (UNION, "array_replace")
        return call.positional if is_union else None

    def made(self, call: Call, members: Members) -> Members:
        """Return the members of an object of the SDK, of which the generated classes take keys in camel case."""
        return without_null(
            {snake_case(key) if isinstance(key, str) else key: member for key, member in members.items()}
        )


def _first(call: Call) -> Part | None:
    first = call.positional[0] if call.positional else None
    return None if isinstance(first, Spread) else first


def _text(part: Part | Spread) -> str:
    text = part.text if isinstance(part, Node) else None
    return "$" if text is None else text.decode(errors="replace")


@cache
def _whole() -> Grammar:
    return Grammar(tree_sitter_php.language_php())


@cache
def _only_code() -> Grammar:
    return Grammar(tree_sitter_php.language_php_only())


PHP: Final = Php()


def php_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a PHP file; see `code_documents`."""
    del templates  # a file with expressions of a template is no PHP
    return code_documents(PHP, source)
