"""The readers of files in JSON and JSON Lines."""

from __future__ import annotations

from liveschema.lint.inputs.document import sharing_secrets
from liveschema.lint.inputs.envelopes import ENTRIES, har_entries, is_envelope
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.marks import is_request, may_be_template

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from liveschema.engine.problems import Path
    from liveschema.lint.inputs.document import Document

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
    del source  # a large file takes several times its size in memory
    base = _base_of_items(document.value)
    if base is None:
        yield document
        return
    from liveschema.lint.inputs.json.items import documents_of_items  # noqa: PLC0415 - most files have one request

    found = documents_of_items(document, base)
    del document  # as above
    yield from found


def _base_of_items(value: object) -> Path | None:
    """Return the path of the list of requests in a document; None if there is none."""
    if har_entries(value) is not None:
        return ENTRIES
    if isinstance(value, list) and any(is_envelope(item) or is_request(item) for item in value):
        return ()
    return None


def _single_document(source: bytes, *, templates: bool) -> Document:
    """Read a file that contains one JSON text, which is a payload or something else."""
    if templates and may_be_template(source):
        from liveschema.lint.inputs.templates import json_template  # noqa: PLC0415 - most files are no templates

        template = json_template(source)
        if template is not None:
            return template
    document = json_document(source)
    if document.readable:
        return document
    from liveschema.lint.inputs.other_formats import with_format_named  # noqa: PLC0415 - most files can be read

    return with_format_named(document)


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
