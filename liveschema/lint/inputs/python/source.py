"""Python source code as a syntax tree, without running it, and where its nodes stand."""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.literals import Range
from liveschema.text.lines import BOM, Lines

_PROMPT: Final = re.compile(r"[ \t]*(>>>|\.\.\.)(?: |$)")
_BLANK_START: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]+\S")
_INDENTED: Final = "if True:\n"
"""What to write before code that is indented, so that it can be parsed as it is."""
_TOKEN: Final = re.compile(
    r"\"{3}(?>(?:[^\"\\]++|\\.|\"(?!\"\"))*)(?:\"{3})?|'{3}(?>(?:[^'\\]++|\\.|'(?!''))*)(?:'{3})?"
    r"|\"(?>(?:[^\"\\\r\n]++|\\.)*)\"?|'(?>(?:[^'\\\r\n]++|\\.)*)'?"  # one that is not closed is not tried again inside
    r"|#[^\r\n]*|[\[\](){}]|\.\.\.|…",
    re.DOTALL,
)
_STARTS_VALUE: Final = (":", "=")
_STARTS_MEMBER: Final = (",", "(", "{")
_ELISION: Final = ("...", "…")


class Module:
    """Python source code that could be parsed.

    Args:
        fragment: The text.
        tree: Its syntax tree.
        text: What was parsed, which has the same characters, except for a byte order mark.
        shift: How many lines stand before that.
    """

    def __init__(self, fragment: Fragment, tree: ast.Module, text: str, shift: int) -> None:
        self.fragment = fragment
        self.tree = tree
        self._text = text
        self._shift = shift
        self._starts = [*Lines(text).starts, len(text)]
        self._bytes: dict[int, list[int] | None] = {}

    def range(self, node: ast.expr | ast.stmt | ast.keyword) -> Range:
        """Return the range of a node in the text of the fragment."""
        start = self.offset(node.lineno, node.col_offset)
        if node.end_lineno is None or node.end_col_offset is None:  # pragma: no cover - only of nodes made by hand
            return Range(start, start)
        return Range(start, self.offset(node.end_lineno, node.end_col_offset))

    def offset(self, line: int, column: int) -> int:
        """Return the offset in the text of a place in a syntax tree, whose columns are counted in bytes of UTF-8."""
        line -= self._shift
        start = self._starts[line - 1]
        if line not in self._bytes:
            self._bytes[line] = self._columns(start, self._starts[line])
        columns = self._bytes[line]
        return start + (column if columns is None else bisect_right(columns, column) - 1)

    def _columns(self, start: int, end: int) -> list[int] | None:
        """Return the offset in bytes of each character of a line; None if they are the offsets in characters."""
        line = self._text[start:end]
        if line.isascii():
            return None
        return [0, *accumulate(len(char.encode()) for char in line)]


def parse(fragment: Fragment) -> Module | None:
    """Parse Python source code, or the code of an example in which something is left out.

    Args:
        fragment: The text.

    Returns:
        The module; None if the text is no Python, or nested too deeply.
    """
    fragment = _without_prompts(fragment)
    return _parse(fragment) or _parse(_without_elisions(fragment))


def _parse(fragment: Fragment) -> Module | None:
    text = fragment.text
    shift = 1 if _BLANK_START.match(text) else 0
    text = text.replace(BOM, "\f", 1) if text.startswith(BOM) else text
    tree = _tree(_INDENTED * shift + text)
    return None if tree is None else Module(fragment, tree, text, shift)


def _tree(text: str) -> ast.Module | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as that of an invalid escape in a string
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _without_prompts(fragment: Fragment) -> Fragment:
    """Return the input of an interactive session, without the prompts and the output."""
    text = fragment.text
    if ">>>" not in text or not any(line.lstrip().startswith(">>> ") for line in text.splitlines()):
        return fragment
    lines, writer = Lines(text), FragmentWriter(fragment)
    for number in range(1, len(lines.starts) + 1):
        start, end = lines.line(number)
        prompt = _PROMPT.match(text[start:end])
        if prompt:
            writer.copy(start + prompt.end(), end)
        writer.put("\n", end, end)
    return writer.finish()


def _without_elisions(fragment: Fragment) -> Fragment:
    """Return code in which ``**_`` stands for arguments or members that an example leaves out."""
    text, writer, done = fragment.text, FragmentWriter(fragment), 0
    opened: list[str] = []
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in "([{":
            opened.append(word)
        elif word in ")]}" and opened:
            opened.pop()
        elif word in _ELISION and opened:
            before = text[done : token.start()].rstrip()[-1:]
            is_member = opened[-1] in "({" and before.endswith(_STARTS_MEMBER)
            writer.copy(done, token.start())
            writer.put("**_" if is_member else "...", *token.span())
            done = token.end()
    writer.copy(done, len(text))
    return writer.finish()
