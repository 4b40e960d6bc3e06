"""The judge of ``liveschema check``: each payload by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import attrs

from liveschema.lint.findings import FileResult, Finding
from liveschema.lint.inputs import reader_of
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.judge import lint_all


@attrs.frozen
class EachAlone:
    """Judges each payload by itself.

    Args:
        workers: How many processes may work at a long file of JSON Lines.
    """

    workers: int = 1

    def read(self, stream: BinaryIO, form: str, context: FileContext) -> Iterator[tuple[FileResult, int]]:
        """Lint what a stream holds.

        Args:
            stream: Where the bytes come from.
            form: The name of its format.
            context: What is known of the file.

        Yields:
            What came out, in one piece or several, and how many bytes each had.

        Raises:
            MissingPackageError: If the format needs a package that is not installed.
        """
        if form == "jsonl":
            from liveschema.lint.run.stream import lint_stream  # noqa: PLC0415 - only for JSON Lines

            yield from lint_stream(stream, context, self.workers)
            return
        reader = reader_of(form)
        source = stream.read()
        yield lint_all(reader(source), context), len(source)

    def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
        """Give nothing: each file was told of when it was read."""
        yield from ()

    def reported(self, finding: Finding) -> None:
        """Take no note."""
