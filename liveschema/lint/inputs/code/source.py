"""Source code as a syntax tree, and where its nodes stand."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import count, groupby
from typing import Final

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser

from liveschema.lint.inputs.code.views import View
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.literals import Range

_WIDE: Final = re.compile(r"[^\x00-\x7f]")
_MOST: Final = sys.maxsize
_BLOCK: Final = 256
"""How many bytes the parser is given at a time; the text of a node is read in as large pieces later on."""
_BYTES_PER_REPORT: Final = 8
"""How many bytes the parser needs to read for each time that it reports its progress; code has twice as many."""
_MOST_REPORTS: Final = 2000
_LONGEST_RUN: Final = 2000


class Source:
    """Source code that was parsed; parsing never fails, but leaves nodes for what it could not read.

    A text that is far from code would take the parser very long, and is taken for an empty one.

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
        self.root: Node = _parsed(grammar, self._bytes if readable is None else _encoded(readable))
        self._around = [self.root]

    def offset(self, at: int) -> int:
        """Return the offset in characters of an offset in bytes."""
        if not self._wide:
            return at
        before = bisect_right(self._wide, (at, _MOST))
        return at if before == 0 else at - self._wide[before - 1][1]

    def parent(self, node: Node) -> Node | None:
        """Return the node around a node; None if there is none.

        Tree-sitter goes to it from the root, past all that stands before it. Here the way to the one that was asked
        for before is kept, so that asking for many in the order of the text costs little.
        """
        around = self._around
        while len(around) > 1 and not _is_inside(node, around[-1]):
            around.pop()
        while _is_inside(node, around[-1]):
            children = around[-1].children
            index = bisect_right(children, node.start_byte, key=lambda child: child.start_byte) - 1
            if index < 0 or not _is_inside(node, children[index]):
                break
            around.append(children[index])
        if any(child.id == node.id for child in _at(around[-1].children, node)):
            return around[-1]
        return node.parent

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


def _parsed(grammar: Grammar, source: bytes) -> Node:
    """Return the syntax tree of a text; that of an empty one if it would take far more steps than code does."""
    most = _MOST_REPORTS + len(source) // _BYTES_PER_REPORT
    reports = count(1)

    def read(at: int, point: object) -> bytes:
        del point
        return source[at : at + _BLOCK]

    try:
        root = Parser(grammar).parse(read, encoding="utf8", progress_callback=lambda *_: next(reports) > most).root_node
    except ValueError:  # it was stopped
        return Parser(grammar).parse(b"").root_node
    return Parser(grammar).parse(b"").root_node if _has_long_run(root) else root


def _has_long_run(root: Node) -> bool:
    """Return whether a node has thousands of punctuation marks in a row, past all of which queries go for each."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.end_byte - node.start_byte <= _LONGEST_RUN:
            continue
        if node.child_count - node.named_child_count > _LONGEST_RUN:
            runs = groupby(node.children, key=lambda child: child.is_named)
            if any(not is_named and len(list(run)) > _LONGEST_RUN for is_named, run in runs):
                return True
        waiting += node.children
    return False


def _is_inside(node: Node, other: Node) -> bool:
    """Return whether a node stands in the range of another one."""
    return other.start_byte <= node.start_byte and node.end_byte <= other.end_byte and node.id != other.id


def _at(children: Sequence[Node], node: Node) -> Sequence[Node]:
    """Return those of the children of a node that begin where another one does."""
    begins = node.start_byte
    first = bisect_left(children, begins, key=lambda child: child.start_byte)
    return children[first : bisect_right(children, begins, first, key=lambda child: child.start_byte)]


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
