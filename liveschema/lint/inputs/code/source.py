"""Source code as a syntax tree, and where its nodes stand."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser

from liveschema.lint.inputs.code.views import View
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.literals import Range


class Source:
    """Source code that was parsed; parsing never fails, but leaves nodes for what it could not read.

    Args:
        fragment: The text.
        grammar: The grammar of its language.

    Attributes:
        fragment: The text.
        grammar: The grammar.
        root: The syntax tree.
        types: The types that a language notes of nodes while it looks at those around them, by the ids of the nodes.
        views: The forms of nodes that a language keeps, by the ids of the nodes.
    """

    def __init__(self, fragment: Fragment, grammar: Grammar) -> None:
        self.fragment = fragment
        self.grammar = grammar
        self.types: dict[int, Node] = {}
        self.views: dict[int, View] = {}
        text = fragment.text
        self._starts = None if text.isascii() else [0, *accumulate(len(_encoded(char)) for char in text)]
        self.root: Node = Parser(grammar).parse(_encoded(text)).root_node

    def offset(self, at: int) -> int:
        """Return the offset in characters of an offset in bytes."""
        return at if self._starts is None else bisect_right(self._starts, at) - 1

    def range(self, node: Node) -> Range:
        """Return the range of a node in the text."""
        return Range(self.offset(node.start_byte), self.offset(node.end_byte))

    def text(self, node: Node) -> str:
        """Return the text of a node."""
        return self.fragment.text[slice(*self.range(node))]


def _encoded(text: str) -> bytes:
    # UTF-8 cannot hold a lone surrogate, which an invalid byte is read as.
    return text.encode(errors="replace")
