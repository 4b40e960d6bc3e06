"""The reader of YAML texts, which follows the core schema of YAML 1.2 and reads one document after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Final

import attrs
import yaml

from liveschema.engine.problems import Problem
from liveschema.engine.rules import BYTE_ORDER_MARK, INVALID_JSON
from liveschema.lint.inputs.comments import Ignores, ignores_in
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE, MEMBERS, json_in
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.templates import is_conditional, is_template, with_holes_in_yaml
from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.inputs.yaml.builder import Builder, RefusedError
from liveschema.lint.inputs.yaml.messages import explain
from liveschema.lint.inputs.yaml.parser import DOUBTFUL, FORBIDDEN, StrictParser
from liveschema.lint.inputs.yaml.pieces import pieces_of
from liveschema.lint.rules.invalid_yaml import INVALID_YAML
from liveschema.text.positions import BOM, Lines
from liveschema.text.read import UNREADABLE, decode

_FIRST_OF_JSON: Final = re.compile(rf"{BOM}?[ \t\r\n]*[\[{{\"0-9tfnNI-]")
_NEXT: Final = "---\n"
"""What follows a document that is not the last one."""
_NO_CHARACTER: Final = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text needs, in contrast to those that YAML wants to be escaped."""
_Decoder = Callable[[bytes], tuple[str | None, list[Problem]]]


def yaml_documents(source: str | bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the documents of a YAML text.

    A text that is JSON is read as JSON, of which YAML and its parsers do not
    read everything, such as escapes of surrogate pairs and long keys.

    Args:
        source: The text, or its bytes.
        templates: Whether the text may be a template, whose expressions are not known.

    Yields:
        The documents in order, each with its own part of the text; none after the first one that cannot be read.
    """
    if templates:
        text, faults = decode(source)
        if text is not None and not faults and is_template(text):
            yield from _template(text)
            return
    if isinstance(source, str):
        yield from yaml_documents_in([source.encode(errors="surrogatepass")], _decode_text)
    else:
        yield from yaml_documents_in([source])


def yaml_documents_in(blocks: Iterable[bytes], decoder: _Decoder = decode) -> Iterator[Document]:
    """Read the documents of a YAML text as `yaml_documents` does, without keeping the text.

    Args:
        blocks: The bytes of the text in blocks of any length.
        decoder: Decodes the bytes of a document, and returns the faults among them.

    Yields:
        The documents in order.
    """
    documents = _numbered(blocks, decoder)
    first = next(documents)
    second = next(documents, None)
    if second is None:
        yield attrs.evolve(first, index=None)
    else:
        yield from chain((first, second), documents)


def _decode_text(piece: bytes) -> tuple[str, list[Problem]]:
    """Return a part of a text, which may have halves of surrogate pairs, as it was."""
    return piece.decode(errors="surrogatepass"), []


def _numbered(blocks: Iterable[bytes], decoder: _Decoder) -> Iterator[Document]:
    """Read the documents of a text, all of which have a number."""
    pieces = pieces_of(blocks)
    piece: bytes | None = next(pieces)
    count, first_line, waiting = 0, 1, frozenset[str]()
    while piece is not None:
        following = next(pieces, None)
        text, faults = decoder(piece)
        if text is None:
            yield Document("", UNREADABLE, faults, lambda _: {})
            return
        if first_line == 1 and following is None:
            document = _json(text, piece if faults else text)
            if document is not None:
                yield document
                return
        ignores = ignores_in(text, waiting=waiting)
        builders = _built(text, first_line, is_last=following is None)
        _add_faults_of_text(builders, faults, ignores.faults)
        for builder in builders:
            count += 1
            yield _document(builder, ignores, count)
            if not builder.whole:
                return
        first_line += len(builders[0].lines.starts) - 1
        waiting = ignores.waiting
        piece = following


def _json(text: str, source: str | bytes) -> Document | None:
    """Read a text that is JSON; return None if it is not."""
    if not _FIRST_OF_JSON.match(text):
        return None
    document = json_document(source) if HOLE not in text and MEMBERS not in text else json_in(Fragment.whole(text))
    return document if all(fault.rule != INVALID_JSON.id for fault in document.faults) else None


def _document(builder: Builder, ignores: Ignores, index: int) -> Document:
    return Document(
        builder.text,
        builder.value if builder.whole else UNREADABLE,
        builder.faults,
        builder.places,
        first_line=builder.first_line,
        index=index,
        ignores=ignores.by_line,
        is_partial=builder.partial,
        lines=builder.lines,
    )


def _add_faults_of_text(builders: list[Builder], faults: list[Problem], of_comments: list[Problem]) -> None:
    """Add the problems of a text to the documents that it has: those of comments where they stand, the rest first."""
    first = builders[0]
    if first.text.startswith(BOM):
        message = "the text must not begin with a byte order mark, got one"
        first.fault(BYTE_ORDER_MARK, (), 0, message, "save the file as UTF-8 without a byte order mark")
    first.faults += faults
    for fault in of_comments:
        offset = first.lines.offset(fault.line or 1, fault.column or 1)
        [*_, builder] = (builder for builder in builders if builder is first or builder.begins <= offset)
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
        yield Document(text, NOTHING, [], lambda _: {})


def yaml_in(fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read the documents of a YAML text that stands in a file in another form, and may have holes.

    Args:
        fragment: The text.
        about: Further fields of each `Document`.

    Yields:
        The documents, with their places in the file; none after the first one that cannot be read.
    """
    for document in yaml_documents(fragment.text):
        yield fragment.of(document).document(document, **about)


def _built(text: str, first_line: int, *, is_last: bool) -> list[Builder]:
    """Build the documents of a part of a text, mostly one; the last one is incomplete if it cannot be read.

    Args:
        text: The part.
        first_line: The line at which it begins.
        is_last: Whether the text ends with it, so that no document follows.
    """
    first = Builder(text, Lines(text), first_line)
    margin = int(text.startswith(BOM))
    forbidden = FORBIDDEN.search(text, margin)
    if forbidden:
        shown = f"{ord(forbidden[0]):04X}"
        if _NO_CHARACTER.match(forbidden[0]):
            message, hint = f"a character must be one that YAML allows, got U+{shown}", None
        else:
            message, hint = f"a character must be escaped, got U+{shown}", f'write "\\u{shown}", in double quotes'
        first.fault(INVALID_YAML, (), forbidden.start(), message, hint)
        return [first]
    fed = text[margin:] + ("" if is_last else _NEXT)
    if yaml_parser.FastParser is not None and not DOUBTFUL.search(fed):
        builders = _parsed(yaml_parser.FastParser, fed, first, margin)
        if all(builder.whole and not builder.faults and not builder.doubtful for builder in builders):
            return builders
    # The parser in Python decides about a text that has a fault.
    return _parsed(StrictParser, fed, Builder(text, first.lines, first_line), margin)


def _parsed(parser_type: Callable[[str], Any], fed: str, builder: Builder, margin: int) -> list[Builder]:
    """Build the documents of a text.

    Args:
        parser_type: The parser.
        fed: The text without a byte order mark, with the marker of the next document if one follows.
        builder: The builder of the first document.
        margin: The length of the byte order mark.
    """
    text, builders = builder.text, [builder]

    def unfinished() -> Builder:
        if builders[-1].whole:
            builders.append(Builder(text, builder.lines, builder.first_line, builders[-1].ends))
        return builders[-1]

    try:
        for event, start, end in _events(parser_type(fed), text, margin):
            if type(event) is yaml.DocumentEndEvent:
                builders[-1].whole, builders[-1].ends = True, start
            else:
                unfinished().take(event, start, end)
    except RefusedError:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index + margin, len(text)) if mark is not None else 0
        unfinished().fault(INVALID_YAML, (), offset, *explain(error))
    else:
        if not builder.whole:
            message = "expected a document, got the end of the text"
            builder.fault(INVALID_YAML, (), len(text), message, None if text.strip() else "the text is empty")
    return builders


def _events(parser: Any, text: str, margin: int) -> Iterator[tuple[Any, int, int]]:  # noqa: ANN401 - as below
    """Yield the events of the values in a text and of the ends of documents, each with its range."""
    while parser.check_event():
        event = parser.get_event()
        kind = type(event)
        if kind is yaml.StreamStartEvent or kind is yaml.StreamEndEvent:
            continue
        start, end = _span(text, event, margin)
        if kind is not yaml.DocumentStartEvent:
            yield event, start, end
        elif start == len(text):
            return  # the next document


def _span(text: str, event: Any, margin: int) -> tuple[int, int]:  # noqa: ANN401 - PyYAML's events are not typed
    """Return the start and end offsets of an event, without trailing white space."""
    most = len(text)  # a marker may follow that is not in the text
    start = event.start_mark.index + margin
    start = min(most, start)
    end = event.end_mark.index + margin
    end = min(most, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
