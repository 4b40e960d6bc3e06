"""The checker of ``liveschema check``, which checks each payload on its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs

from liveschema.lint.findings import FileResult, Finding
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.secrets import SHORTEST_KEY
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.judge import lint_document
from liveschema.lint.run.recognise import documents_in

_LONGEST_QUOTED: Final = 40
"""How many characters of a text messages show."""


def _once(findings: list[Finding]) -> list[Finding]:
    """Return findings without those that are there already, since code may send a payload several times."""
    seen: dict[tuple[object, ...], Finding] = {}
    for each in findings:
        seen.setdefault((each.line, each.column, each.pointer, each.rule, each.message, each.document), each)
    return list(seen.values())


def _without_secrets(findings: list[Finding], documents: list[Document]) -> list[Finding]:
    """Return findings that do not repeat an API key of the file that also stands where it does not belong."""
    texts = {document.text[start:end] for document in documents for start, end in document.secrets}
    for text in sorted(texts, key=len, reverse=True):
        for secret in (text, text[:_LONGEST_QUOTED]):
            dots = "•" * len(secret)
            if len(secret) >= SHORTEST_KEY:
                findings = [
                    each._replace(
                        message=each.message.replace(secret, dots),
                        hint=None if each.hint is None else each.hint.replace(secret, dots),
                        pointer=each.pointer.replace(secret, dots),
                        excerpt=each.excerpt.replace(secret, dots),
                    )
                    for each in findings
                ]
    return findings


def _hiding_secrets(documents: list[Document]) -> list[Document]:
    """Return the documents of a file such that the excerpts of none of them show what is a secret in another."""
    secrets = [secret for document in documents for secret in document.secrets]
    return [attrs.evolve(document, secrets=secrets) for document in documents] if secrets else documents


@attrs.frozen
class EachAlone:
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
            Results, one or several per file, each with the number of bytes that were read for it.

        Raises:
            MissingPackageError: If the format needs a package that is not installed.
        """
        if form == "jsonl":
            from liveschema.lint.run.stream import lint_stream  # noqa: PLC0415 - only for JSON Lines

            yield from lint_stream(stream, context, self.workers)
            return
        source = stream.read()
        result = FileResult()
        documents = _hiding_secrets(list(documents_in(source, form, context, result)))
        for document in documents:
            lint_document(document, context, result)
        result.findings = _once(_without_secrets(result.findings, documents))
        yield result, len(source)

    def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
        """Return no results, since `read` yields all of them."""
        yield from ()

    def reported(self, finding: Finding) -> None:
        """Ignore a reported finding."""
