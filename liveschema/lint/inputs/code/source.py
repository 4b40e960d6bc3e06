"""Source code as a syntax tree, and where its nodes stand."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser

from liveschema.lint.inputs.code.views import View
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.literals import Range

_WIDE: Final = re.compile(r"[^\x00-\x7f]")
_MOST: Final = sys.maxsize


class Source:
    """Source code that was parsed; parsing never fails, but leaves nodes for what it could not read.

    Args:
        fragment: The text.
        grammar: The grammar of its language.
        readable: The text as the grammar can read it, with each byte at its place; the same text if it is None.

    Attributes:
        fragment: The text.
        grammar: The grammar.
        root: The syntax tree.
        types: The types that a language notes of nodes while it looks at those around them, by the ids of the nodes.
        views: The forms of nodes that a language keeps, by the ids of the nodes.
    """

    def __init__(self, fragment: Fragment, grammar: Grammar, readable: str | None = None) -> None:
        self.fragment = fragment
        self.grammar = grammar
        self.types: dict[int, Node] = {}
        self.views: dict[int, View] = {}
        self._bytes = _encoded(fragment.text)
        self._wide = [] if fragment.text.isascii() else _wide_characters(fragment.text)
        self.root: Node = Parser(grammar).parse(self._bytes if readable is None else _encoded(readable)).root_node

    def offset(self, at: int) -> int:
        """Return the offset in characters of an offset in bytes."""
        if not self._wide:
            return at
        before = bisect_right(self._wide, (at, _MOST))
        return at if before == 0 else at - self._wide[before - 1][1]

    def range(self, node: Node) -> Range:
        """Return the range of a node in the text."""
        return Range(self.offset(node.start_byte), self.offset(node.end_byte))

    def is_one_of(self, node: Node, texts: Iterable[str]) -> bool:
        """Return whether the text of a node is one of a few; a long one is not copied, since objects may be nested."""
        size = node.end_byte - node.start_byte
        return any(size == len(each.encode()) and self.text(node) == each for each in texts)

    def text(self, node: Node) -> str:
        """Return the text of a node."""
        return self._bytes[node.start_byte : node.end_byte].decode()


def _encoded(text: str) -> bytes:
    # UTF-8 cannot hold a lone surrogate, which an invalid byte is read as.
    return text.encode(errors="replace")


def _wide_characters(text: str) -> list[tuple[int, int]]:
    """Return where the characters end that have several bytes, and how many bytes more than characters there are."""
    found: list[tuple[int, int]] = []
    more = 0
    for char in _WIDE.finditer(text):
        more += len(_encoded(char[0])) - 1
        found.append((char.end() + more, more))
    return found
