"""The requests of a JSON file with many, each as a document of its own, so that they need not all be kept in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from liveschema.engine.limits import DEPTH_READ
from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json.text import json_document
from liveschema.text import UNREADABLE
from liveschema.text.lines import Lines
from liveschema.text.positions import Place, Span
from liveschema.text.read import locate
from liveschema.text.strict import end_of_value, read_part

_BETWEEN: Final = re.compile(r"[\s,]*+")


def documents_of_items(document: Document, base: Path) -> Iterator[Document]:
    """Split a JSON document with a list of requests, or with a HAR archive, into its requests.

    Args:
        document: The document of a JSON file.
        base: The path of the list in it.

    Yields:
        A document for each item of the list or entry of the archive, with its place in the file; the document itself
        if it is a template, or if it has a problem that is in no item.
    """
    if document.own_text is not None or any(
        len(fault.path) <= len(base) or fault.path[: len(base)] != base for fault in document.faults
    ):
        yield document
        return
    count = len(_at(document.value, base))
    text, lines, locator = document.text, document.lines, document.locator
    del document  # its value may take several times the memory of the text
    start = (locator([base])[base].value.start if base else text.index("[")) + 1
    for index in range(count):
        start = _BETWEEN.match(text, start).end()  # type: ignore[union-attr]  # it matches nothing, too
        part = read_part(text, start, DEPTH_READ)
        value, end = (UNREADABLE, end_of_value(text, start)) if part is None else part
        yield _item(text, lines, (start, end), (*base, index), value)
        start = end


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401 - any JSON value
    for step in path:
        value = value[step]
    return value


def _item(text: str, lines: Lines, part: tuple[int, int], base: Path, value: Any) -> Document:  # noqa: ANN401 - any JSON value
    """Return a part of a text as a document of its own, with its places in the whole text.

    Args:
        text: The whole text.
        lines: Its lines.
        part: The offsets of the part.
        base: The path of the part in the whole document.
        value: Its value if it has no fault; else `UNREADABLE`, and it is read for its faults.
    """
    start, end = part

    def moved(span: Span) -> Span:
        return lines.span(start + span.start, start + span.end)

    def locator(paths: Iterable[Path]) -> dict[Path, Place]:
        return {
            path: Place(moved(place.value), None if place.key is None else moved(place.key))
            for path, place in locate(text[start:end], paths).items()
        }

    faults: list[Problem] = []
    if value is UNREADABLE:
        item = json_document(text[start:end], lines.at(start)[0])
        value = item.value
        for fault in item.faults:
            line, column = lines.at(start + item.lines.offset(fault.line or 1, fault.column or 1))
            faults.append(evolve(fault, line=line, column=column))
    return Document(text, value, faults, locator, base=base, lines=lines)
