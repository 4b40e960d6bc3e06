"""The readers of files in JSON and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from liveschema.engine.rules import INVALID_JSON
from liveschema.lint.inputs.document import Document, sharing_secrets
from liveschema.lint.inputs.envelopes import har_entries
from liveschema.lint.inputs.json.items import documents_of_items
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.marks import may_be_template
from liveschema.lint.inputs.other_formats import other_format
from liveschema.text.read import UNREADABLE

_MARK_OF_N8N: Final = b"n8n-nodes-"
"""What is in the types of the nodes of an n8n workflow that send requests."""
BLANK: Final = b" \t\r\n"
"""The white space of JSON."""


def json_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read a file that contains one JSON text; one that is in another format gets one problem that says so.

    Args:
        source: The bytes of the file.
        templates: Whether the text may be a template, whose expressions are not known.

    Yields:
        The document, or one for each request of many; of a workflow of n8n, the requests that its nodes send.
    """
    if _MARK_OF_N8N in source:
        from liveschema.lint.inputs.n8n.reader import n8n_documents  # noqa: PLC0415 - most files are no workflows

        requests = list(n8n_documents(json_document(source)))
        if requests:
            yield from sharing_secrets(requests)
            return
    document = _single_document(source, templates=templates)
    if document.own_text is not None and har_entries(document.value) is not None:
        document = _single_document(source, templates=False)  # a recording is no template
    found = documents_of_items(document) if document.readable else iter([document])
    del source, document  # a large file takes several times its size in memory
    yield from found


def _single_document(source: bytes, *, templates: bool) -> Document:
    """Read a file that contains one JSON text, which is a payload or something else."""
    if templates and may_be_template(source):
        from liveschema.lint.inputs.templates import json_template  # noqa: PLC0415 - most files are no templates

        template = json_template(source)
        if template is not None:
            return template
    document = json_document(source)
    fault = None if document.readable else document.faults[-1]
    if fault is not None and fault.rule == INVALID_JSON.id:
        found = other_format(document.text, document.lines.offset(fault.line or 1, fault.column or 1))
        if found is not None:
            document = _in_other_format(document, "JSON", *found)
    return document


def _in_other_format(document: Document, expected: str, name: str, hint: str) -> Document:
    """Return a document that cannot be read with one problem, which says what format it seems to have."""
    problem = INVALID_JSON.at((), f"this is no {expected} file; it looks like {name}", hint)
    return attrs.evolve(document, value=UNREADABLE, faults=[attrs.evolve(problem, line=1, column=1)])


def not_json_lines(beginning: bytes, *, is_whole: bool = True) -> Document | None:
    """Return a document with one problem if a text that should be JSON Lines is in another format; else None.

    Args:
        beginning: The beginning of the text, which ends with a line, or all of it.
        is_whole: Whether it is all of it.
    """
    first = json_document(next((line for line in beginning.split(b"\n") if line.strip()), b"{}"))
    if first.readable or first.faults[-1].rule != INVALID_JSON.id:
        return None
    whole = json_document(beginning)
    if whole.readable or (not is_whole and _breaks_off(whole)):
        return _in_other_format(
            whole, "JSON Lines", "one JSON document", "name the file .json, or write it on one line"
        )
    found = None if first.text.lstrip().startswith(("{", "[")) else other_format(whole.text, 0)
    return None if found is None else _in_other_format(whole, "JSON Lines", *found)


def _breaks_off(document: Document) -> bool:
    """Return whether nothing is wrong with a text but that its end is missing."""
    fault = document.faults[-1]
    return document.lines.offset(fault.line or 1, fault.column or 1) == len(document.text)


def json_lines_documents(source: bytes, *, templates: bool = False, first_line: int = 1) -> Iterator[Document]:
    """Read lines that each contain a JSON text, of a file or a part of one; blank lines are skipped.

    Args:
        source: The lines.
        templates: Ignored: a log has no expressions.
        first_line: The number of the first line.

    Yields:
        The documents in order.
    """
    del templates
    for number, raw in enumerate(source.split(b"\n"), start=first_line):
        if raw.strip(BLANK):
            yield json_document(_text_of(raw.removesuffix(b"\r")), first_line=number)


def _text_of(line: bytes) -> str | bytes:
    """Return the text of a line, since only a whole file can be in another encoding; bytes if it is not UTF-8."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line
