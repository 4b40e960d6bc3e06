"""The checker of ``liveschema check``, which checks each payload on its own."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.lint.results import MOST_FINDINGS, FileResult
from liveschema.lint.run.judge import lint_document
from liveschema.lint.run.recognise import documents_in_stream

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from liveschema.lint.findings import Finding
    from liveschema.lint.inputs.secrets import SecretTexts
    from liveschema.lint.run.context import FileContext


def _once(findings: list[Finding]) -> list[Finding]:
    """Return findings without those that are there already, since code may send a payload several times."""
    seen: dict[tuple[object, ...], Finding] = {}
    for each in findings:
        seen.setdefault((each.line, each.column, each.pointer, each.rule, each.message, each.document), each)
    return list(seen.values())


def _ready(result: FileResult, secrets: SecretTexts | None) -> FileResult:
    """Return a result whose findings can be reported."""
    result.findings = _once(result.findings)
    if secrets:
        result.findings = [secrets.hidden_in(each) for each in result.findings]
    result.secrets = secrets
    return result


def _no_secrets() -> SecretTexts:
    from liveschema.lint.inputs.secrets import SecretTexts  # noqa: PLC0415 - most files have no secret

    return SecretTexts()


class EachAlone(Record):
    """The checker that checks each payload on its own.

    Args:
        workers: The most processes to use for a long JSON Lines file.
    """

    workers: int = 1

    def read(self, stream: BinaryIO, form: str, context: FileContext) -> Iterator[tuple[FileResult, int]]:
        """Check the payloads of a file.

        Args:
            stream: The stream to read the bytes from.
            form: The name of the file format.
            context: The context of the file.

        Yields:
            Results, one or several per file; those of JSON Lines with the number of bytes that were read for them.

        Raises:
            MissingPackageError: If the format needs a package that is not installed.
        """
        if form == "jsonl":
            from liveschema.lint.run.stream import lint_stream  # noqa: PLC0415 - only for JSON Lines

            yield from lint_stream(stream, context, self.workers)
            return
        result = FileResult()
        known: Sequence[tuple[int, int]] = ()
        secrets: SecretTexts | None = None
        for document in documents_in_stream(stream, form, context, result):
            if document.secrets is not known:  # all documents of a file have the same
                known = document.secrets
                secrets = secrets or _no_secrets()
                secrets.add(document.text, known)
            lint_document(document, context, result)
            if len(result.findings) >= MOST_FINDINGS and not document.is_sent:
                yield _ready(result, secrets), 0
                result = result.following()
        yield _ready(result, secrets), 0

    def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
        """Return no results, since `read` yields all of them."""
        yield from ()

    def reported(self, finding: Finding) -> None:
        """Ignore a reported finding."""
