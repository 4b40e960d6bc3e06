"""The reader of JSON blocks in Markdown files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.lint.inputs.comments import ignored_before
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.json import json_document
from liveschema.lint.inputs.operations import operation_named
from liveschema.text.positions import Lines
from liveschema.text.read import UNREADABLE, decode

_FENCE: Final = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)[ \t]*([^`\r\n]*)")
_ELISION: Final = re.compile(r"\.\.\.|…|(?<!:)//|/\*|<\w|\$\w|\$?\{\{|\$\{|^[A-Z]+ /", re.MULTILINE)
"""What stands for something else in an example, so that it is not meant to be JSON."""


class _Block(NamedTuple):
    language: str
    operation: Operation | None
    start: int
    end: int
    first_line: int
    ignored: frozenset[str]


def markdown_documents(source: str | bytes) -> Iterator[Document]:
    """Read the JSON blocks of a Markdown text.

    A word after the language can name the operation: ```` ```json update ````.

    Args:
        source: The text, or its bytes.

    Yields:
        A document for each block, with the line numbers of the file.
    """
    text, faults = decode(source)
    if text is None or faults:
        yield Document(text or "", UNREADABLE, faults, lambda _: {})
        return
    for block in _blocks(text, faults):
        if block.language != "json":
            continue
        inside = text[block.start : block.end]
        document = json_document(inside, first_line=block.first_line, operation=block.operation)
        if not document.readable and block.operation is None and _ELISION.search(inside):
            continue
        if block.ignored:
            ignores = dict.fromkeys(range(1, len(document.lines.starts) + 1), block.ignored)
            document = attrs.evolve(document, ignores=ignores)
        yield document
    if faults:
        yield Document(text, NOTHING, faults, lambda _: {})


def _blocks(text: str, faults: list[Problem]) -> Iterator[_Block]:
    """Find the fenced blocks; a block without a closing fence extends to the end of the text, as in CommonMark."""
    lines = Lines(text)
    opened: tuple[str, _Block] | None = None
    ignored: frozenset[str] = frozenset()
    pending: list[Problem] = []
    for number in range(1, len(lines.starts) + 1):
        start, end = lines.line(number)
        line = text[start:end]
        if opened is not None:
            fence, block = opened
            bare = line.strip()
            if bare.startswith(fence) and not bare.strip(fence[0]):
                yield block._replace(end=start)
                opened, ignored, pending = None, frozenset(), []
        elif found := _FENCE.match(line):
            words = [word for word in map(operation_named, found[3].split()) if word is not None]
            following = lines.starts[number] if number < len(lines.starts) else len(text)
            language = found[2].lower()
            named = words[0] if words else None
            faults += pending
            opened = found[1], _Block(language, named, following, len(text), number + 1, ignored)
        elif line.strip():
            pending = []
            ignored = ignored_before(line, number, pending)
    if opened is not None:
        yield opened[1]
