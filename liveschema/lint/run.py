"""One run: files in, findings sifted, a report and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Final

from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.contract.vocabulary import Operation
from liveschema.lint.files import FORMATS, MARKDOWN, Source
from liveschema.lint.findings import Batch, Finding, Summary
from liveschema.lint.lint import Job
from liveschema.lint.operations import named_by_path
from liveschema.lint.read import read
from liveschema.lint.reporters import Reporter
from liveschema.lint.settings import Settings, SettingsFinder, UsageError
from liveschema.lint.terminal import Progress

if TYPE_CHECKING:
    from liveschema.lint.baseline import Baseline

STDIN: Final = "-"


class Run:
    """A run over files, that knows no format of files or of reports.

    Args:
        settings: Finds the settings of a file.
        operation: The operation that the command line names for all of them.
        reporter: Takes the findings.
        progress: Takes note of bytes.
        baseline: The accepted findings.
        accept_all: Whether the run only takes note of findings for a new baseline.
        verbose: Whether to say what was inferred.
        workers: How many processes may work at a long file.
    """

    def __init__(  # noqa: PLR0913 - each is one thing that a run needs
        self,
        settings: SettingsFinder,
        operation: Operation | None,
        reporter: Reporter,
        progress: Progress,
        *,
        baseline: Baseline | None = None,
        accept_all: bool = False,
        verbose: bool = False,
        workers: int = 1,
    ) -> None:
        self.settings = settings
        self.operation = operation
        self.reporter = reporter
        self.progress = progress
        self.baseline = baseline
        self.accept_all = accept_all
        self.verbose = verbose
        self.workers = workers
        self.summary = Summary()

    def complain(self, sentence: str) -> None:
        """Say that an input could not be read; the run goes on."""
        self.summary.unreadable += 1
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say something on the error stream."""
        self.progress.clear()
        sys.stderr.write(f"liveschema: {sentence}\n")

    def stdin(self, stream: BinaryIO, filename: str | None) -> None:
        """Lint the standard input.

        Args:
            stream: The input.
            filename: What file it is said to be.
        """
        name = filename or "<stdin>"
        path = Path(filename or "stdin")
        form = {**FORMATS, **MARKDOWN}.get(path.suffix.lower(), "json")
        self._lint(stream, Source(path, name, form))

    def files(self, sources: Iterable[Source]) -> None:
        """Lint files, each whatever becomes of the others.

        Args:
            sources: The files.
        """
        for source in sources:
            try:
                with source.path.open("rb") as stream:
                    self._lint(stream, source)
            except BrokenPipeError:
                raise
            except OSError as error:
                self.complain(f"{source.name}: {error.strerror or error}")
            except UsageError as error:
                self.complain(str(error))
            except MemoryError:
                self.complain(f"{source.name}: the file is too large to be read at once; JSON Lines are streamed")

    def _lint(self, stream: BinaryIO, source: Source) -> None:
        settings = self.settings.in_folder(source.path.parent)
        reported = settings.reported_in(source.path)
        job = Job(
            path=source.name,
            told=self.operation or settings.operation_of(source.path),
            named=named_by_path(_below_here(source.path)),
            enable=reported & OFF_BY_DEFAULT,
            verbose=self.verbose,
        )
        payloads = found = 0
        for batch, size in read(stream, source.format, job, self.workers):
            self.progress.add(size)
            payloads += batch.payloads
            for finding in self._sift(batch, settings, reported):
                found += 1
                self.progress.clear()
                self.reporter.finding(finding)
        self.summary.files += 1
        self.summary.payloads += payloads
        self.summary.bad_files += bool(found)
        if self.baseline is not None:
            self.baseline.looked_at.add(self.baseline.name(source.name))
        self.reporter.file(source.name, payloads)

    def _sift(self, batch: Batch, settings: Settings, reported: frozenset[str]) -> Iterator[Finding]:
        """Take note of a batch, and give what is to be reported of it."""
        summary = self.summary
        summary.skipped += batch.skipped
        summary.silenced += batch.silenced
        for note in batch.notes:
            self.say(note)
        for finding in batch.findings:
            if finding.rule not in reported:
                continue
            severity = settings.severity.get(finding.rule)
            if severity is not None:
                finding = finding._replace(severity=severity)  # noqa: PLW2901 - the same finding, seen as the settings say
            if self.baseline is not None and (self.baseline.accepts(finding) or self.accept_all):
                summary.known += 1
                continue
            summary.severities[finding.severity] += 1
            summary.rules[finding.rule] += 1
            yield finding


def _below_here(path: Path) -> PurePath:
    """Write a path from the working folder, so that the folders above it name nothing."""
    if not path.is_absolute():
        return path
    relative = os.path.relpath(path)
    return PurePath(*path.parts[-2:]) if relative.startswith(os.pardir) else PurePath(relative)
