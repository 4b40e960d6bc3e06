"""The reading of the documents of a file, or of none if its text certainly has no request."""

from __future__ import annotations

from liveschema.lint.inputs import FORMATS, reader_of
from liveschema.lint.inputs.marks import may_have_request, may_have_sender

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, Final

    from liveschema.lint.inputs.document import Document
    from liveschema.lint.inputs.long_file import LongFile
    from liveschema.lint.results import FileResult
    from liveschema.lint.run.context import FileContext

UNMARKED: Final = "nothing marks it as a Live Activity request"
_WITH_SENDERS: Final = frozenset({"yaml", "markdown"})
"""The formats of data and text in which code may stand that sends requests."""


def documents_in_stream(stream: BinaryIO, form: str, context: FileContext, result: FileResult) -> Iterator[Document]:
    """Read the documents of a file as `documents_in` does, those of JSON Lines and YAML without keeping the file.

    Args:
        stream: The stream to read the bytes from.
        form: The name of the format.
        context: The context of the file.
        result: The result to which a file that is passed over is added.

    Yields:
        The documents in order.

    Raises:
        MissingPackageError: If the format needs a package that is not installed.
    """
    if form == "jsonl":
        from liveschema.lint.run.lines import documents_of_lines  # noqa: PLC0415 - only for JSON Lines

        yield from documents_of_lines(stream, context)
    elif form == "yaml":
        from liveschema.lint.inputs.long_file import read_or_open  # noqa: PLC0415 - only for YAML

        yield from documents_in(read_or_open(stream), form, context, result)
    else:
        # No name for the bytes here, since they would be kept as long as the documents are read.
        yield from documents_in(stream.read(), form, context, result)


def documents_in(source: bytes | LongFile, form: str, context: FileContext, result: FileResult) -> Iterator[Document]:
    """Read the documents of a file, or pass over the file if its text certainly has no request.

    Args:
        source: The bytes of the file, or a long YAML file.
        form: The name of the format.
        context: The context of the file.
        result: The result to which a file that is passed over is added.

    Yields:
        The documents in order.

    Raises:
        MissingPackageError: If the format needs a package that is not installed.
    """

    def test(text: bytes) -> bool:
        return may_have_candidates(text, form, context)

    if test(source) if isinstance(source, bytes) else source.any_block(test):
        documents = reader_of(form)(source, templates=context.templates)
        del source  # a large file takes several times its size in memory
        yield from documents if context.sent is None else map(context.sent.payload, documents)
    else:
        pass_over(context.path, context, result, UNMARKED)


def may_have_candidates(source: bytes, form: str, context: FileContext) -> bool:
    """Return whether a text in a format may have a request to check, without parsing it."""
    if context.expects_request or context.path_operation is not None:
        return True
    if FORMATS[form].is_code:
        return may_have_sender(source, FORMATS[form].words)
    if may_have_request(source, form) or (form == "markdown" and _names_operation(source)):
        return True
    return form in _WITH_SENDERS and may_have_sender(source, FORMATS[form].words)


def _names_operation(markdown: bytes) -> bool:
    from liveschema.lint.inputs.fences import names_operation  # noqa: PLC0415 - only for Markdown

    return names_operation(markdown)


def pass_over(place: str, context: FileContext, result: FileResult, reason: str, *, always_noted: bool = False) -> None:
    """Count a document that is not checked, and say why if that was asked for."""
    result.pass_over()
    if context.verbose or always_noted:
        result.notes.append(f"{place}: passed over, {reason}")
