"""The reader of YAML files: payloads in YAML, and the steps and scripts of workflows that send requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.comments import ignores_in
from liveschema.lint.inputs.document import Document, sharing_secrets
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.long_file import LongFile
from liveschema.lint.inputs.marks import may_be_template, may_have_sender
from liveschema.lint.inputs.templates import is_conditional, with_holes_in_yaml
from liveschema.lint.inputs.yaml.pieces import pieces_of
from liveschema.lint.inputs.yaml.text import yaml_documents, yaml_documents_in, yaml_in
from liveschema.text.read import decode, decode_part


def yaml_file_documents(source: bytes | LongFile, *, templates: bool = False) -> Iterator[Document]:
    """Read the requests of a YAML file, in its steps and scripts if it has such, else its documents.

    Args:
        source: The bytes of the file, or a long file. It is kept in memory only if it is a template or sends requests.
        templates: Whether the text may be a template, whose expressions are not known.

    Yields:
        The documents in order.
    """
    if isinstance(source, LongFile):
        is_template = templates and source.any_block(may_be_template)
        if not is_template and not (source.any_block(may_have_sender) and _has_steps(source)):
            yield from yaml_documents_in(source.blocks())
            return
        source = source.read()
    if may_have_sender(source):
        text, faults = decode(source)
        if text is not None:
            ignores = ignores_in(text)
            found = list(sharing_secrets(_steps(Fragment.whole(text), ignores=ignores.by_line)))
            if found:
                found[0].faults.extend([*faults, *ignores.faults])
                yield from found
                return
    yield from yaml_documents(source, templates=templates)


def yaml_requests_in(
    fragment: Fragment,
    *,
    templates: bool = False,
    operation: Operation | None = None,
    heads: Sequence[int] = (),
    **about: Any,  # noqa: ANN401 - the fields of a Document
) -> Iterator[Document]:
    """Read the requests of a YAML text inside a file, in its steps and scripts if it has such, else its documents.

    Args:
        fragment: The text.
        templates: Whether the text may be a template, whose expressions are not known.
        operation: The operation of the documents that are payloads, if it is known.
        heads: The lines at which a comment is about all of such a document.
        about: Further fields of each `Document`.

    Yields:
        The documents in order.
    """
    found = list(_steps(fragment, **about)) if may_have_sender(fragment.text.encode(errors="replace")) else []
    if found:
        yield from found
    else:
        read = with_holes_in_yaml(fragment) if templates and not is_conditional(fragment.text) else fragment
        yield from yaml_in(read, operation=operation, heads=heads, **about)


def _has_steps(file: LongFile) -> bool:
    """Return whether a document of a file has steps or scripts that send a request."""
    texts = (decode_part(piece)[0] for piece in pieces_of(file.blocks()))
    return any(next(_steps(Fragment.whole(text)), None) is not None for text in texts)


def _steps(fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read the requests that the steps and scripts of a workflow send."""
    from liveschema.lint.inputs.ci.workflow import workflow_in  # noqa: PLC0415 - most files have no such steps

    yield from workflow_in(fragment, **about)
