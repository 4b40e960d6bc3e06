"""The checker of ``liveschema extract``, which writes the requests that it finds instead of checking them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import attrs

from liveschema.engine.problems import Path, to_pointer
from liveschema.engine.unknown import MORE, PartialText, Unknown
from liveschema.lint.escaping import json_text, utf8_name
from liveschema.lint.findings import Finding
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.recorded import Request
from liveschema.lint.inputs.secrets import SecretTexts, is_key_name
from liveschema.lint.results import FileResult
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.place import start_of
from liveschema.lint.run.problems import judge
from liveschema.lint.run.recognise import documents_in_stream, recognise

if TYPE_CHECKING:
    from liveschema.lint.output import Writable


@attrs.frozen
class Extraction:
    """The checker that writes each request as a line of JSON.

    Args:
        out: The stream that it writes to.
    """

    out: Writable

    def read(self, stream: BinaryIO, form: str, context: FileContext) -> Iterator[tuple[FileResult, int]]:
        """Write the requests of a file.

        Args:
            stream: The stream to read the bytes from.
            form: The name of the file format.
            context: The context of the file.

        Yields:
            A result without findings.

        Raises:
            MissingPackageError: If the format needs a package that is not installed.
        """
        result = FileResult()
        known: Sequence[tuple[int, int]] = ()
        secrets = SecretTexts()
        for document in documents_in_stream(stream, form, context, result):
            if document.secrets is not known:  # all documents of a file have the same
                known = document.secrets
                secrets.add(document.text, known)
            for request in recognise(document, context, result).requests:
                if request.document.readable:
                    row = _row(request, document, form, context, secrets)
                    self.out.write(f"{json_text(row)}\n")
        yield result, 0

    def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
        """Return no results, since `read` yields all of them."""
        yield from ()

    def reported(self, finding: Finding) -> None:
        """Ignore a reported finding; there is none."""


_MANY_BITS: Final = 2048
"""The bits of an integer that can always be written, in fewer digits than the lowest limit that Python can have."""
_NO_KEY: Final = Unknown({"string"})
"""What stands in place of an API key that is a member of a payload, where it does not belong."""


def _row(
    request: Request, document: Document, form: str, context: FileContext, secrets: SecretTexts
) -> dict[str, object]:
    """Return what is known of a request as an object of JSON."""
    operation, _, _ = judge(request, context)
    inner = request.document
    line, column = start_of(inner, request.path)
    unknown: list[str] = []
    key = request.stream_key if inner.stream_key is None else inner.stream_key
    return {
        "path": utf8_name(context.path),
        "line": line,
        "column": column,
        "operation": operation,
        "stream_key": key if isinstance(key, str) and not secrets.are_in(key) else None,
        "payload": _known(request.payload, (), unknown, secrets),
        "unknown": unknown,
        "reader": document.reader or form,
    }


def _can_be_written(value: int) -> bool:
    """Return whether an integer can be written; Python refuses thousands of digits, as a hexadecimal one may have."""
    try:
        return value.bit_length() < _MANY_BITS or bool(str(value))
    except ValueError:
        return False


def _known(value: Any, path: Path, unknown: list[str], secrets: SecretTexts) -> object:  # noqa: ANN401 - any JSON value
    """Return a value with null in place of what is not known, is secret or cannot be written.

    The pointers of those places are added, and that of an object or a list with further members or items that are not
    known.
    """
    is_secret = isinstance(value, str) and secrets.are_in(value)
    if isinstance(value, Unknown | PartialText) or is_secret or (isinstance(value, int) and not _can_be_written(value)):
        unknown.append(to_pointer(path))
        return None
    if isinstance(value, dict):
        known = {key: item for key, item in value.items() if isinstance(key, str) and not secrets.are_in(key)}
        if len(known) < len(value):
            unknown.append(to_pointer(path))
        return {
            key: _known(_NO_KEY if is_key_name(key) else item, (*path, key), unknown, secrets)
            for key, item in known.items()
        }
    if isinstance(value, list):
        items = [item for item in value if item is not MORE]
        if len(items) < len(value):
            unknown.append(to_pointer(path))
        return [_known(item, (*path, index), unknown, secrets) for index, item in enumerate(items)]
    return value
