"""One run of the linter: check files, select the findings to report, and report them."""

from __future__ import annotations

import os

from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.engine.record import evolve
from liveschema.lint.inputs import FORMATS, MissingPackageError, is_extra
from liveschema.lint.inputs.operations import ends_in_operation, named_by_path
from liveschema.lint.output import say
from liveschema.lint.paths import reason, relative
from liveschema.lint.results import Summary
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.recognise import is_marked

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO, Final, Protocol

    from liveschema.contract.vocabulary import Operation
    from liveschema.lint.config.baseline import Baseline
    from liveschema.lint.config.files import Source
    from liveschema.lint.config.settings import Settings
    from liveschema.lint.findings import Finding
    from liveschema.lint.reporters import Reporter
    from liveschema.lint.results import FileResult
    from liveschema.lint.terminal import Progress

    class Judge(Protocol):
        """The interface of checkers, which check the requests in files."""

        def read(self, stream: BinaryIO, form: str, context: FileContext) -> Iterator[tuple[FileResult, int]]:
            """Check a file, and yield one or several results, those of a long stream with their number of bytes."""

        def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
            """Yield the results that are known only after the last file, in the order of the files."""

        def reported(self, finding: Finding) -> None:
            """Handle a finding that was reported."""


_SHORT: Final = 1_000_000
"""The most bytes of a file that is read as a whole before it is known to have a request."""


class _OpenFile:
    """A file whose findings are not all reported yet.

    Args:
        settings: The settings of the file.
        rules: The ids of the rules to report in it.
        source: The file.

    Attributes:
        payloads: The number of payloads so far.
        documents_passed_over: The number of documents so far that are no request.
        findings: The number of findings that were reported or accepted so far.
        reported: The number of findings that were reported so far.
    """

    def __init__(self, settings: Settings, rules: frozenset[str], source: Source) -> None:
        self.settings = settings
        self.rules = rules
        self.source = source
        self.payloads = 0
        self.documents_passed_over = 0
        self.findings = 0
        self.reported = 0


class Run:
    """A run over files, independent of the file formats, the output format and the way requests are checked.

    Args:
        judge: Checks the requests.
        reporter: Reports the findings.
        progress: The progress bar.
        operation: The operation of all payloads, if the command line names one.
        baseline: The baseline; None for no baseline.
        accept_all: Whether to count all findings as accepted, for a new baseline.
        verbose: Whether to print how operations were inferred, and what is passed over.
    """

    def __init__(  # noqa: PLR0913 - one argument for each part of a run
        self,
        judge: Judge,
        reporter: Reporter,
        progress: Progress,
        *,
        operation: Operation | None = None,
        baseline: Baseline | None = None,
        accept_all: bool = False,
        verbose: bool = False,
    ) -> None:
        self.judge = judge
        self.reporter = reporter
        self.progress = progress
        self.operation = operation
        self.baseline = baseline
        self.accept_all = accept_all
        self.verbose = verbose
        self.summary = Summary()
        self._inputs = 0
        self._missing: set[str] = set()
        self._open: dict[int, _OpenFile] = {}  # by `FileContext.number`

    def complain(self, sentence: str) -> None:
        """Print that an input could not be read, and count it; the run continues."""
        self.summary.unreadable += 1
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Print a sentence on the error stream."""
        self.progress.clear()
        say(sentence)

    def files(self, sources: Iterable[Source], stdin: Callable[[], BinaryIO | None]) -> None:
        """Check files; a file that cannot be read does not stop the run.

        Args:
            sources: The files.
            stdin: Returns the standard input, for the source that represents it; None if it is closed.
        """
        for source in sources:
            try:
                if source.is_stdin:
                    content = stdin()
                    if content is None:
                        self.complain(f"{source.name}: standard input is closed")
                    else:
                        self._lint(*_with_first_line(content, source))
                else:
                    with open(source.path, "rb") as stream:  # noqa: PTH123 - `Path` takes twice as long
                        self._lint(stream, source)
            except OSError as error:
                self.complain(f"{source.name}: {reason(error)}")
            except MissingPackageError as error:
                self.complain(f"{source.name}: {error}")
            except MemoryError:
                self.complain(f"{source.name}: the file is too large to be read at once; JSON Lines are streamed")
        for context, result in self.judge.finish():
            if context.number in self._open:  # else it was passed over, for lack of a package
                self._report(context, result)
                self._close(context)

    def _is_passed_over(self, stream: BinaryIO, source: Source) -> bool:
        """Count a file that certainly has no request, without all that is done for a file that may.

        Most files in a folder are such files. Nothing but its text may mark the file.
        """
        if source.is_named or source.is_stdin or self.verbose:
            return False
        content = stream.read()
        if is_marked(content, source.format):
            stream.seek(0)
            return False
        self.progress.add(len(content))
        self._pass_over(source.name)
        return True

    def _pass_over(self, name: str) -> None:
        """Count a file in which there is no request."""
        if self.baseline is not None:
            self.baseline.looked_at.add(self.baseline.name(name))
        self.summary.files_passed_over += 1

    def _lint(self, stream: BinaryIO, source: Source) -> None:
        is_code = FORMATS[source.format].is_code
        if is_code and self._is_passed_over(stream, source):
            return
        settings = source.settings
        rules = settings.reported_in(source.path)
        context = self._context(source, rules)
        if not (is_code or context.is_marked or source.size > _SHORT) and self._is_passed_over(stream, source):
            return
        self._open[context.number] = _OpenFile(settings, rules, source)
        finished, unread = True, source.size
        try:
            for result, size in self.judge.read(stream, source.format, context):
                self.progress.add(size)
                unread -= size
                self._report(context, result)
                finished = finished and result.finished
        except MissingPackageError as error:
            if source.is_named or not is_extra(error.name):
                raise
            if self.verbose or error.name not in self._missing:
                self._missing.add(error.name)
                self.say(f"{source.name}: passed over, {error}")
        except (OSError, MemoryError):
            if self._open[context.number].findings:
                self._close(context)  # what was reported of the file belongs to it
            raise
        self.progress.add(max(unread, 0))
        if finished:
            self._close(context)

    def _context(self, source: Source, rules: frozenset[str]) -> FileContext:
        """Return what is known of a file before it is read."""
        configured = source.settings.operation_of(source.path)
        below_here = _below_here(source.path)
        self._inputs += 1
        return FileContext(
            path=source.name,
            configured=self.operation or configured,
            path_operation=named_by_path(below_here),
            is_named=source.is_named and FORMATS[source.format].is_data,
            has_requests=configured is not None or ends_in_operation(below_here.rpartition("/")[2]),
            sent=source.sent,
            enable=rules & OFF_BY_DEFAULT,
            templates=source.settings.templates,
            verbose=self.verbose,
            number=self._inputs,
        )

    def _report(self, context: FileContext, result: FileResult) -> None:
        file = self._open[context.number]
        file.payloads += result.payloads
        file.documents_passed_over += result.documents_passed_over
        file.findings += len(result.findings)
        for finding in self._sift(result, file):
            file.reported += 1
            self.progress.clear()
            self.reporter.finding(finding)
            self.judge.reported(finding)

    def _close(self, context: FileContext) -> None:
        file = self._open.pop(context.number)
        if not (file.payloads or file.findings):
            self._pass_over(context.path)
            if file.source.is_named and not context.is_named:
                self.say(f"{context.path}: no Live Activity request in it")
            return
        if self.baseline is not None:
            self.baseline.looked_at.add(self.baseline.name(context.path))
        self.summary.files += 1
        self.summary.payloads += file.payloads
        self.summary.documents_passed_over += file.documents_passed_over
        self.summary.bad_files += bool(file.reported)
        self.reporter.file(context.path, file.payloads)

    def _sift(self, result: FileResult, file: _OpenFile) -> Iterator[Finding]:
        """Count the results of a file, and yield the findings to report."""
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
                finding = evolve(finding, severity=severity)  # noqa: PLW2901 - the same finding with its configured severity
            if self.baseline is not None and (self.baseline.accepts(finding) or self.accept_all):
                summary.known += 1
                continue
            summary.severities[finding.severity] += 1
            summary.rules[finding.rule] += 1
            yield finding


def _with_first_line(stdin: BinaryIO, source: Source) -> tuple[BinaryIO, Source]:
    """Return the standard input and its source, with the format that its first line names if its name has no suffix."""
    if "." in source.path.rpartition("/")[2]:
        return stdin, source
    import io  # noqa: PLC0415 - most runs read files

    from liveschema.lint.config.interpreters import format_of_script  # noqa: PLC0415 - as above

    content = stdin.read()
    form = format_of_script(content)
    return io.BytesIO(content), source if form is None else evolve(source, format=form)


def _below_here(path: str) -> str:
    """Return a path relative to the working folder, so that folder names above it are not taken for operations.

    The path has slashes. Of a path that is not below the working folder, the last two names are returned.
    """
    is_absolute = os.path.isabs  # called for every file, and several times faster than `Path`
    if is_absolute(path):
        path = relative(path)
    path = path.replace(os.sep, "/")
    return "/".join(path.split("/")[-2:]) if path.startswith("../") or is_absolute(path) else path
