"""The reader of YAML texts, which follows the core schema of YAML 1.2 and reads one document after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.rules import BYTE_ORDER_MARK, INVALID_JSON
from liveschema.lint.inputs.comments import Ignores, ignores_in
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE, MEMBERS, json_in
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.templates import is_conditional, is_template, with_holes_in_yaml
from liveschema.lint.inputs.yaml.builder import Builder
from liveschema.lint.inputs.yaml.parse import Piece, built
from liveschema.lint.inputs.yaml.pieces import pieces_of
from liveschema.text import UNREADABLE
from liveschema.text.lines import BOM, Lines
from liveschema.text.read import decode, decode_part

_FIRST_OF_JSON: Final = re.compile(rf"{BOM}?[ \t\r\n]*[\[{{\"0-9tfnNI-]")
_FIRST_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n?|\n)?")


def yaml_documents(source: str | bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the documents of a YAML text.

    A text that is JSON is read as JSON, of which YAML and its parsers do not
    read everything, such as escapes of surrogate pairs and long keys.

    Args:
        source: The text, or its bytes.
        templates: Whether the text may be a template, whose expressions are not known.

    Yields:
        The documents in order, each with its own part of the text.
    """
    if templates:
        text, faults = decode(source)
        if text is not None and not faults and is_template(text):
            yield from _template(text)
            return
    if isinstance(source, str):
        pieces = pieces_of([source.encode(errors="surrogatepass")])
        yield from _documents(piece.decode(errors="surrogatepass") for piece in pieces)
    else:
        yield from _documents(pieces_of([source]))


def yaml_documents_in(blocks: Iterable[bytes]) -> Iterator[Document]:
    """Read the documents of a YAML text as `yaml_documents` does, without keeping the text.

    Args:
        blocks: The bytes of the text in blocks of any length.

    Yields:
        The documents in order.
    """
    yield from _documents(pieces_of(blocks))


def _documents(sources: Iterator[str | bytes]) -> Iterator[Document]:
    """Read the documents of the parts of a text, which are numbered if there are several."""
    documents = _numbered(sources)
    first = next(documents)
    second = next(documents, None)
    if second is None:
        yield evolve(first, index=None)
    else:
        yield from chain((first, second), documents)


def _numbered(sources: Iterator[str | bytes]) -> Iterator[Document]:
    source = next(sources)
    text, faults = decode(source)
    if text is None:
        yield Document("", UNREADABLE, faults, lambda _: {}, Lines(""))
        return
    following = next(sources, None)
    document = _json(text, source) if following is None else None
    if document is not None:
        yield document
        return
    count, first_line, waiting = 0, 1, frozenset[str]()
    while text is not None:
        next_text, next_faults = (None, []) if following is None else decode_part(following)
        piece = _piece(text, next_text, first_line)
        ignores = _ignores_in(piece, waiting)
        builders = built(piece)
        _add_faults_of_text(piece, builders, faults, ignores.faults)
        for builder in builders:
            count += 1
            yield _document(builder, piece, ignores, count)
        first_line += piece.lines.at(piece.length)[0] - 1
        waiting = ignores.waiting
        text, faults, following = next_text, next_faults, next(sources, None)


def _piece(text: str, following: str | None, first_line: int) -> Piece:
    """Return a part of a text with the first line of what follows."""
    if following is None:
        return Piece(text, len(text), Lines(text), first_line, is_last=True)
    next_line = _FIRST_LINE.match(following)
    whole = text + (next_line[0] if next_line else "")
    return Piece(whole, len(text), Lines(whole), first_line, is_last=False)


def _ignores_in(piece: Piece, waiting: frozenset[str]) -> Ignores:
    """Find the ignore comments of a part of a text, and those that apply to the line after it."""
    ignores = ignores_in(piece.text[: piece.length], waiting=waiting)
    in_next_line = ignores_in(piece.text[piece.length :], waiting=ignores.waiting).by_line.get(1)
    if in_next_line:
        ignores.by_line[piece.lines.at(piece.length)[0]] = in_next_line
    return ignores


def _json(text: str, source: str | bytes) -> Document | None:
    """Read a text that is JSON; return None if it is not."""
    if not _FIRST_OF_JSON.match(text):
        return None
    document = json_document(source) if HOLE not in text and MEMBERS not in text else json_in(Fragment.whole(text))
    return document if all(fault.rule != INVALID_JSON.id for fault in document.faults) else None


def _document(builder: Builder, piece: Piece, ignores: Ignores, index: int) -> Document:
    return Document(
        piece.text,
        builder.value if builder.whole else UNREADABLE,
        builder.faults,
        builder.places,
        first_line=piece.first_line,
        index=index,
        ignores=ignores.by_line,
        is_partial=builder.partial,
        lines=piece.lines,
    )


def _add_faults_of_text(
    piece: Piece, builders: list[Builder], faults: list[Problem], of_comments: list[Problem]
) -> None:
    """Add the problems of a text to the documents that it has: those of comments where they stand, the rest first."""
    first = builders[0]
    if piece.text.startswith(BOM):
        message = "the text must not begin with a byte order mark, got one"
        first.fault(BYTE_ORDER_MARK, (), 0, message, "save the file as UTF-8 without a byte order mark")
    first.faults += faults
    for fault in of_comments:
        offset = piece.lines.offset(fault.line or 1, fault.column or 1)
        builder = builders[-1] if offset >= builders[-1].begins else first
        builder.faults.append(fault)


def _template(text: str) -> Iterator[Document]:
    """Read the documents of a YAML text that has expressions."""
    if not is_conditional(text):
        yield from yaml_in(with_holes_in_yaml(Fragment.whole(text)), ignores=ignores_in(text).by_line)
        return
    documents = list(yaml_documents(text))
    if all(document.readable for document in documents):
        yield from documents
    else:
        yield Document(text, NOTHING, [], lambda _: {}, Lines(text))


def yaml_in(fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read the documents of a YAML text that stands in a file in another form, and may have holes.

    Args:
        fragment: The text.
        about: Further fields of each `Document`.

    Yields:
        The documents, with their places in the file.
    """
    for document in yaml_documents(fragment.text):
        yield fragment.part_of(document).document(document, **about)
