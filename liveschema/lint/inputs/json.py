"""The reader of JSON texts: whole files, and texts in strings of other documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

import attrs

from liveschema.engine.problems import Path
from liveschema.engine.rules import INVALID_JSON
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.other_formats import other_format
from liveschema.text.positions import Lines, Place, Span
from liveschema.text.read import UNREADABLE, locate, read_json

_IN_TEMPLATES: Final = (b"{{", b"${", b"{%")
_ESCAPE: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]"


def json_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a file that contains one JSON text; one that is in another format gets one problem that says so.

    Args:
        source: The bytes of the file.
        templates: Whether the text may be a template, whose expressions are not known.

    Yields:
        The document.
    """
    if templates and any(each in source for each in _IN_TEMPLATES):
        from liveschema.lint.inputs.templates import json_template  # noqa: PLC0415 - most files are no templates

        template = json_template(source)
        if template is not None:
            yield template
            return
    document = json_document(source)
    fault = None if document.readable else document.faults[-1]
    if fault is not None and fault.rule == INVALID_JSON.id:
        found = other_format(document.text, document.lines.offset(fault.line or 1, fault.column or 1))
        if found is not None:
            document = _in_other_format(document, "JSON", *found)
    yield document


def _in_other_format(document: Document, expected: str, name: str, hint: str) -> Document:
    """Return a document that cannot be read with one problem, which says what format it seems to have."""
    problem = INVALID_JSON.at((), f"this is no {expected} file; it looks like {name}", hint)
    return attrs.evolve(document, value=UNREADABLE, faults=[attrs.evolve(problem, line=1, column=1)])


def not_json_lines(beginning: bytes) -> Document | None:
    """Return a document with one problem if a text that should be JSON Lines is in another format; else None.

    Args:
        beginning: The beginning of the text, or all of it.
    """
    first = json_document(next((line for line in beginning.split(b"\n") if line.strip()), b"{}"))
    if first.readable or first.faults[-1].rule != INVALID_JSON.id:
        return None
    whole = json_document(beginning)
    if whole.readable:
        return _in_other_format(
            whole, "JSON Lines", "one JSON document", "name the file .json, or write it on one line"
        )
    found = None if first.text.lstrip().startswith(("{", "[")) else other_format(whole.text, 0)
    return None if found is None else _in_other_format(whole, "JSON Lines", *found)


def json_lines_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a file that contains a JSON text on each line; blank lines are skipped.

    Args:
        source: The bytes of the file.
        templates: Ignored: a log has no expressions.

    Yields:
        The documents in order.
    """
    del templates
    other = not_json_lines(source)
    if other is not None:
        yield other
        return
    for number, raw in enumerate(source.split(b"\n"), start=1):
        if raw.strip():
            yield json_document(raw.removesuffix(b"\r"), first_line=number)


def json_document(text: str | bytes, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Read a JSON text as a document.

    Args:
        text: The text, or its bytes.
        about: Further fields of the `Document`.

    Returns:
        The document.
    """
    value, faults = read_json(text)
    whole = text if isinstance(text, str) else text.decode(errors="replace")
    return Document(whole, value, faults, lambda paths: locate(whole, paths), **about)


def inner_document(outer: Document, path: Path, text: str, find: Callable[[Path], Place]) -> Document:
    """Read a JSON text in a string of another document.

    Args:
        outer: The document that contains the string.
        path: The path of the string in the outer document.
        text: The string.
        find: Finds the place of a path in the outer text; called only if a place is needed.

    Returns:
        A document whose places are in the outer text: exact if the outer text
        writes the string as a JSON string, otherwise the place of the whole string.
    """
    value, faults = read_json(text)

    @cache
    def offsets() -> list[int]:
        return _offsets(outer.text, find(path).value, text)

    def span(inside: Span) -> Span:
        return outer.lines.span(offsets()[inside.start], offsets()[inside.end])

    def locator(paths: Iterable[Path]) -> dict[Path, Place]:
        return {
            at: Place(span(place.value), None if place.key is None else span(place.key))
            for at, place in locate(text, paths).items()
        }

    lines = Lines(text)
    moved = []
    for fault in faults:
        line, column = outer.lines.at(offsets()[lines.offset(fault.line or 1, fault.column or 1)])
        moved.append(attrs.evolve(fault, line=line, column=column))
    return attrs.evolve(outer, value=value, faults=moved, locator=locator, base=outer.base + path)


def _offsets(outer: str, span: Span, text: str) -> list[int]:
    """Return the offset in the outer text of each code point of a string and of its end."""
    raw = outer[span.start + 1 : span.end - 1]
    pieces = [span.start + 1 + piece.start() for piece in re.finditer(_ESCAPE, raw)]
    if len(pieces) == len(text) and outer[span.start] == '"':
        return [*pieces, span.end - 1]
    return [span.start] * len(text) + [span.end]
