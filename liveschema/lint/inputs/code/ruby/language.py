"""Ruby."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, Final

import tree_sitter_ruby
from tree_sitter import Language as Grammar
from tree_sitter import Node

from liveschema.lint.inputs.code.language import Definition, Language, Setting
from liveschema.lint.inputs.code.reader import code_documents
from liveschema.lint.inputs.code.ruby.names import call_around, definitions_of
from liveschema.lint.inputs.code.ruby.texts import field, text_in
from liveschema.lint.inputs.code.ruby.views import inner, view_of
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Call, Part, Spread, View
from liveschema.lint.inputs.comments import CommentForm
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.helpers import MODELS

_QUERY: Final = """
[(program (_) @statement) (body_statement (_) @statement) (block_body (_) @statement) (then (_) @statement)
 (else (_) @statement) (do (_) @statement) (begin (_) @statement)]
[(assignment) (operator_assignment) (method_parameters) (block_parameters) (lambda_parameters) (exception_variable)
 (for) (in_clause) (match_pattern) (test_pattern) (class) (module)] @definition
[(class) (module) (singleton_class)] @class
[(method) (singleton_method)] @function
[(block) (do_block) (lambda)] @block
[(then) (else) (do) (when) (in_clause) (rescue) (block) (do_block) (lambda)] @branch
(if_modifier body: (_) @branch)
(unless_modifier body: (_) @branch)
(while_modifier body: (_) @branch)
(until_modifier body: (_) @branch)
(rescue_modifier handler: (_) @branch)
(call) @call
(binary) @call
(hash) @object
[(string) (chained_string) (heredoc_beginning)] @string
(binary left: (string) operator: "+") @string
"""
_ELISION: Final = re.compile(r"(?<=[{\[(,])(\s*)(?:\.\.\.|…)(?=\s*(?:[}\]),#]|\Z))")
_SPLAT: Final = r"\1**_"
"""What an elision is read as, which has as many bytes."""
_COPYING: Final = frozenset(
    {
        *("dup", "clone", "deep_dup", "to_hash", "as_json", "with_indifferent_access"),
        *("symbolize_keys", "stringify_keys", "deep_symbolize_keys", "deep_stringify_keys"),
    }
)
_TRIMMING: Final = frozenset({"strip", "chomp", "squish", "to_s"})
"""The methods of a text that leave the JSON in it as it is."""
_ENCODING: Final = frozenset({"generate", "pretty_generate", "fast_generate", "dump", "encode"})
_ENCODERS: Final = re.compile(r"(?:::)?(?:(?:ActiveSupport::)?JSON|Oj|MultiJson)\Z")
_MERGING: Final = frozenset({"merge", "merge!"})
_MERGING_BELOW: Final = frozenset({"reverse_merge", "reverse_merge!", "with_defaults"})
_TEXTS: Final = frozenset({"string", "simple_symbol", "delimited_symbol"})
_REQUEST: Final = re.compile(r"(?:::)?Net::HTTP\Z")
_VERBS: Final = frozenset({"Post", "Put", "Patch", "Delete", "Get"})
_FILLED: Final = frozenset({"post", "put", "patch", "delete"})
"""The methods of Faraday that give the request to a block."""
_OPENING: Final = frozenset({"set_form", "set_form_data", "body_stream", "form_data"})


class Ruby(Language):
    """Ruby."""

    name = "ruby"
    comments = CommentForm.HASH
    query = _QUERY
    has_bare_names = False
    addresses: ClassVar[frozenset[str]] = frozenset({"path", "request_uri", "to_s"})
    changing: ClassVar[frozenset[str]] = frozenset(
        {
            *("store", "update", "replace", "clear", "delete", "delete_if", "keep_if", "shift", "default=", "[]="),
            *("push", "append", "pop", "unshift", "prepend", "insert", "concat", "fill", "delete_at", "<<"),
            *("merge!", "compact!", "setbyte", "force_encoding"),
        }
    )
    functions: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("String", "format", "sprintf"), "string"),
        "Array": "array",
        "Hash": "object",
    }
    methods: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("to_s", "to_str", "inspect", "strip", "chomp", "squish", "upcase", "downcase"), "string"),
        **dict.fromkeys(("capitalize", "titleize", "humanize", "iso8601", "strftime", "join", "gsub", "sub"), "string"),
        **dict.fromkeys(("ljust", "rjust", "center", "swapcase"), "string"),
        **dict.fromkeys(("to_i", "to_f", "size", "length"), "number"),
        **dict.fromkeys(("map", "to_a", "flat_map", "filter_map", "sort_by"), "array"),
        **dict.fromkeys(("to_h", "transform_values", "transform_keys", "deep_merge"), "object"),
        **dict.fromkeys(("nil?", "empty?", "any?", "all?", "zero?", "positive?", "key?", "include?"), "boolean"),
    }
    parameters: ClassVar[Mapping[str, tuple[str, ...]]] = dict.fromkeys(MODELS, ())
    _no_attributes: ClassVar = frozenset(
        {*changing, *methods, *_COPYING, *_TRIMMING, "compact", "to_json", "new", "merge"}
    )

    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""
        del text
        return _ruby()

    def readable(self, text: str) -> str:
        """Return a text in which what an example leaves out is read as the members of something."""
        return _ELISION.sub(_SPLAT, text)

    def sees(self, name: str) -> bool:
        """Return whether a method or class sees a name around it: a constant, or a variable of the class."""
        return name[:1] in ("@", "$") or name[:1].isupper()

    def changes(self, name: str) -> bool:
        """Return whether a method changes what it belongs to, as its name may tell."""
        return name in self.changing or name.endswith("!")

    def key_of(self, name: str) -> None:
        """Return None, since a method may return a part of any member."""
        del name

    def inner(self, node: Node) -> Node:
        """Return the expression inside parentheses, and what a method such as ``freeze`` belongs to."""
        return inner(node)

    def view(self, node: Node, source: Source) -> View:
        """Return the form of an expression."""
        return view_of(node, source, self._no_attributes)

    def is_completed(self, name: str) -> bool:
        """Return whether a variable is one of an object, which other methods and classes may change."""
        return name.startswith("@")

    def definitions(self, node: Node, source: Source) -> Iterator[Definition]:
        """Yield what a node binds, or changes a part of."""
        return definitions_of(node, source)

    def settings(self, node: Node, source: Source) -> Iterator[Setting]:
        """Yield what a statement sets of a request of Net::HTTP, or of one that Faraday gives to a block."""
        if node.type == "assignment":
            yield from self._assigned_settings(node, source)
        elif node.type == "block_parameters":
            yield from self._given_settings(node, source)
        elif node.type == "call":
            view = self.view(node, source)
            if isinstance(view, Call) and view.receiver is not None:
                if view.name == "url" and len(view.positional) == 1 and not isinstance(view.positional[0], Spread):
                    yield Setting(view.receiver, url=view.positional[0])
                elif view.name in _OPENING:
                    yield Setting(view.receiver, is_open=True)

    def _assigned_settings(self, node: Node, source: Source) -> Iterator[Setting]:
        left, right = field(node, "left"), field(node, "right")
        created = self._created(right, source) if right.type == "call" else None
        if created is not None:
            yield created._replace(variable=left)
        receiver = left.child_by_field_name("receiver")
        if left.type != "call" or receiver is None:
            return
        name = text_in(left.child_by_field_name("method"))
        if name == "body":
            yield Setting(receiver, body=right)
        elif name in _OPENING:
            yield Setting(receiver, is_open=True)

    def _given_settings(self, node: Node, source: Source) -> Iterator[Setting]:
        """Yield what the call around a block sets of the request that it gives to the block."""
        call = call_around(node, source)
        if call is None or not node.named_children:
            return
        variable = node.named_children[0]
        view = self.view(call, source)
        if not isinstance(view, Call) or view.receiver is None:
            return
        created = self._created(view.receiver, source) if view.name == "tap" else None
        if created is not None:
            yield created._replace(variable=variable)
        elif view.name in _FILLED:
            before = [part for part in view.positional if not isinstance(part, Spread)]
            if len(before) <= 1:
                yield Setting(variable, is_new=True, url=next(iter(before), None), method=view.name.upper(), call=call)

    def _created(self, node: Node, source: Source) -> Setting | None:
        """Return what is set of a request of Net::HTTP that is created."""
        view = self.view(node, source)
        if not isinstance(view, Call) or not view.is_class or view.name not in _VERBS or not view.positional:
            return None
        url = view.positional[0]
        if isinstance(url, Spread) or not _REQUEST.match(text_in(view.receiver)):
            return None
        return Setting(node, is_new=True, url=url, method=view.name.upper())

    def encoded(self, call: Call) -> Part | None:
        """Return the receiver of ``to_json``, or the argument of ``JSON.generate``."""
        if call.receiver is None:
            return None
        is_text = call.name in _TRIMMING and call.receiver.type == "heredoc_beginning"
        if call.name == "to_json" or is_text:
            return call.receiver
        first = call.positional[0] if call.name in _ENCODING and call.positional else None
        is_encoder = _ENCODERS.match(text_in(call.receiver)) is not None
        return None if isinstance(first, Spread) or not is_encoder else first

    def same(self, call: Call) -> Part | None:
        """Return the receiver of a method such as ``dup``."""
        is_text = call.name == "to_s" and call.receiver is not None and call.receiver.type in _TEXTS
        return call.receiver if (call.name in _COPYING or is_text) and not call.positional else None

    def compacted(self, call: Call) -> Part | None:
        """Return the receiver of ``compact``."""
        return call.receiver if call.name == "compact" and not call.positional else None

    def union(self, call: Call) -> list[Part | Spread] | None:
        """Return the receiver and the arguments of ``merge``."""
        if call.receiver is None or call.is_class:
            return None
        if call.name in _MERGING:
            return [call.receiver, *call.positional]
        return [*call.positional, call.receiver] if call.name in _MERGING_BELOW else None


@cache
def _ruby() -> Grammar:
    return Grammar(tree_sitter_ruby.language())


RUBY: Final = Ruby()


def ruby_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a Ruby file; see `code_documents`."""
    del templates  # a file with expressions of a template is no Ruby
    return code_documents(RUBY, source)
