"""From a file to what comes out of it, by its format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from liveschema.lint.documents import json_document
from liveschema.lint.findings import Batch
from liveschema.lint.lint import Job, lint_all
from liveschema.lint.settings import UsageError


def read(stream: BinaryIO, form: str, job: Job, workers: int = 1) -> Iterator[tuple[Batch, int]]:
    """Lint what a stream holds.

    Args:
        stream: Where the bytes come from.
        form: ``json``, ``jsonl``, ``yaml`` or ``markdown``.
        job: What is known of the file.
        workers: How many processes may work at JSON Lines.

    Yields:
        What came out, in one batch or several, and how many bytes each had.

    Raises:
        UsageError: If the format needs a package that is not installed.
    """
    if form == "jsonl":
        from liveschema.lint.jsonlines import lint_stream  # noqa: PLC0415 - only for JSON Lines

        yield from lint_stream(stream, job, workers)
        return
    source = stream.read()
    if form == "yaml":
        try:
            from liveschema.lint.yaml import yaml_documents  # noqa: PLC0415 - only for YAML, and may be missing
        except ImportError:
            raise UsageError(job.path, "YAML needs PyYAML: pip install 'liveschema[cli]'") from None
        documents = yaml_documents(source)
    elif form == "markdown":
        from liveschema.lint.markdown import markdown_documents  # noqa: PLC0415 - only for Markdown

        documents = markdown_documents(source)
    else:
        documents = iter([json_document(source)])
    yield lint_all(documents, job), len(source)
