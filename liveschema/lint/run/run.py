"""One run: files in, findings sifted, a report out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Protocol

import attrs

from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.contract.vocabulary import Operation
from liveschema.lint.config.files import Source
from liveschema.lint.config.settings import Settings, SettingsFinder
from liveschema.lint.findings import FileResult, Finding, Summary
from liveschema.lint.inputs import MissingPackageError
from liveschema.lint.reporters import Reporter
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.recognise import named_by_path
from liveschema.lint.terminal import Progress

if TYPE_CHECKING:
    from liveschema.lint.config.baseline import Baseline


class Judge(Protocol):
    """Says what is wrong with the requests in files."""

    def read(self, stream: BinaryIO, form: str, context: FileContext) -> Iterator[tuple[FileResult, int]]:
        """Take a file: give what came out, in one piece or several, and how many bytes each had."""

    def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
        """Give what is known of files only after the last one, in their order."""

    def reported(self, finding: Finding) -> None:
        """Take note of a finding that is reported."""


@attrs.define(eq=False)
class _OpenFile:
    """A file that is being reported on.

    Args:
        settings: Its settings.
        rules: The rules that are reported in it.
        payloads: How many payloads it held so far.
        findings: How many of its findings were reported so far.
    """

    settings: Settings
    rules: frozenset[str]
    payloads: int = 0
    findings: int = 0


class Run:
    """A run over files, that knows no format of files or of reports, and not how requests are judged.

    Args:
        settings: Finds the settings of a file.
        judge: Says what is wrong.
        reporter: Takes the findings.
        progress: Takes note of bytes.
        operation: The operation that the command line names for all payloads.
        baseline: The accepted findings.
        accept_all: Whether the run only takes note of findings for a new baseline.
        verbose: Whether to say what was inferred.
    """

    def __init__(  # noqa: PLR0913 - each is one thing that a run needs
        self,
        settings: SettingsFinder,
        judge: Judge,
        reporter: Reporter,
        progress: Progress,
        *,
        operation: Operation | None = None,
        baseline: Baseline | None = None,
        accept_all: bool = False,
        verbose: bool = False,
    ) -> None:
        self.settings = settings
        self.judge = judge
        self.reporter = reporter
        self.progress = progress
        self.operation = operation
        self.baseline = baseline
        self.accept_all = accept_all
        self.verbose = verbose
        self.summary = Summary()
        self._inputs = 0
        self._open: dict[FileContext, _OpenFile] = {}

    def complain(self, sentence: str) -> None:
        """Say that an input could not be read; the run goes on."""
        self.summary.unreadable += 1
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say something on the error stream."""
        self.progress.clear()
        sys.stderr.write(f"liveschema: {sentence}\n")

    def files(self, sources: Iterable[Source], stdin: BinaryIO) -> None:
        """Lint files, each whatever becomes of the others.

        Args:
            sources: The files.
            stdin: The standard input, for the source that stands for it.
        """
        for source in sources:
            try:
                if source.is_stdin:
                    self._lint(stdin, source)
                else:
                    with source.path.open("rb") as stream:
                        self._lint(stream, source)
            except BrokenPipeError:
                raise
            except OSError as error:
                self.complain(f"{source.name}: {error.strerror or error}")
            except MissingPackageError as error:
                self.complain(f"{source.name}: {error}")
            except MemoryError:
                self.complain(f"{source.name}: the file is too large to be read at once; JSON Lines are streamed")
        for context, result in self.judge.finish():
            self._report(context, result)
            self._close(context)

    def _lint(self, stream: BinaryIO, source: Source) -> None:
        settings = self.settings.in_folder(source.path.parent)
        rules = settings.reported_in(source.path)
        self._inputs += 1
        context = FileContext(
            path=source.name,
            told=self.operation or settings.operation_of(source.path),
            named=named_by_path(_below_here(source.path)),
            enable=rules & OFF_BY_DEFAULT,
            verbose=self.verbose,
            number=self._inputs,
        )
        self._open[context] = _OpenFile(settings, rules)
        finished = True
        for result, size in self.judge.read(stream, source.format, context):
            self.progress.add(size)
            self._report(context, result)
            finished = finished and result.finished
        if finished:
            self._close(context)

    def _report(self, context: FileContext, result: FileResult) -> None:
        file = self._open[context]
        file.payloads += result.payloads
        for finding in self._sift(result, file):
            file.findings += 1
            self.progress.clear()
            self.reporter.finding(finding)
            self.judge.reported(finding)

    def _close(self, context: FileContext) -> None:
        file = self._open.pop(context)
        self.summary.files += 1
        self.summary.payloads += file.payloads
        self.summary.bad_files += bool(file.findings)
        if self.baseline is not None:
            self.baseline.looked_at.add(self.baseline.name(context.path))
        self.reporter.file(context.path, file.payloads)

    def _sift(self, result: FileResult, file: _OpenFile) -> Iterator[Finding]:
        """Take note of what came out of a file, and give what is to be reported of it."""
        summary = self.summary
        summary.skipped += result.skipped
        summary.silenced += result.silenced
        for note in result.notes:
            self.say(note)
        for finding in result.findings:
            if finding.rule not in file.rules:
                continue
            severity = file.settings.severity.get(finding.rule)
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
