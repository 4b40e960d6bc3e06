"""One run of the linter: check files, select the findings to report, and report them."""

from __future__ import annotations

import os

from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.engine.record import evolve
from liveschema.lint.inputs import FORMATS, MissingPackageError, is_extra
from liveschema.lint.inputs.operations import ends_in_operation, named_by_path
from liveschema.lint.output import say
from liveschema.lint.paths import reason, relative, with_slashes
from liveschema.lint.results import Summary
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.marked import is_unmarked

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO, Protocol

    from liveschema.contract.vocabulary import Operation
    from liveschema.lint.config.baseline import Baseline
    from liveschema.lint.config.selection import Source
    from liveschema.lint.findings import Finding
    from liveschema.lint.fixes.files import Checked
    from liveschema.lint.fixes.fixer import Fixer
    from liveschema.lint.fixes.found import Mendable
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


class _OpenFile:
    """A file whose findings are not all reported yet.

    Args:
        source: The file.

    Attributes:
        rules: The ids of the rules to report in it.
        payloads: The number of payloads so far.
        documents_passed_over: The number of documents so far that are no request.
        findings: The number of findings that were reported or accepted so far.
        reported: The number of findings that were reported so far.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.rules = source.settings.reported_in(source.path)
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
        fixes: Whether the report says how findings can be fixed.

    Attributes:
        fixer: Fixes each file before it is reported on; None to leave files as they are.
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
        fixes: bool = False,
    ) -> None:
        self.judge = judge
        self.reporter = reporter
        self.progress = progress
        self.operation = operation
        self.baseline = baseline
        self.accept_all = accept_all
        self.verbose = verbose
        self.fixes = fixes
        self.fixer: Fixer | None = None
        self.summary: Summary = Summary()
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
                        self._lint(_with_first_line(content, source), source)
                else:
                    self._file(source)
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

    def _file(self, source: Source) -> None:
        """Check a file, or count it if it certainly has no request, as most files in a folder have none."""
        if not (source.is_named or self.verbose) and is_unmarked(source) and not self._is_marked_otherwise(source):
            self._pass_over(source, source.size)
            return
        with open(source.path, "rb") as stream:  # noqa: PTH123 - `Path` takes twice as long
            self._lint(stream, source)

    def _is_marked_otherwise(self, source: Source) -> bool:
        """Return whether something besides the text of a file marks it; nothing does for a file of code."""
        return not FORMATS[source.format].is_code and self._context(source).is_marked

    def _pass_over(self, source: Source, unread: int = 0) -> None:
        """Count a file in which there is no request, and the bytes of it that were not counted before."""
        self.progress.add(unread)
        if self.baseline is not None:
            self.baseline.looked_at.add(self.baseline.name(source.name))
        self.summary.files_passed_over += 1

    def _lint(self, stream: BinaryIO, source: Source) -> None:
        if self.fixer is not None:
            stream = self.fixer.stream(stream, source, lambda content, keep: self._check(content, source, keep=keep))
        context = self._context(source)
        self._open[context.number] = _OpenFile(source)
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

    def _check(self, content: bytes, source: Source, *, keep: bool) -> Checked:
        """Check bytes as those of a file, without reporting the findings; keep the requests if asked to."""
        import io  # noqa: PLC0415 - only to fix files
        from copy import copy  # noqa: PLC0415 - as above

        from liveschema.lint.fixes.files import Checked  # noqa: PLC0415 - as above
        from liveschema.lint.run.alone import EachAlone  # noqa: PLC0415 - as above

        baseline = copy(self.baseline)
        if baseline is not None:
            baseline.met = baseline.met.copy()
        rules = _OpenFile(source).rules
        findings: list[Finding] = []
        payloads, secrets = 0, None
        kept: list[Mendable] = []
        judge: Judge = EachAlone() if keep else self.judge  # in this process, which need not send itself the payloads
        context = self._context(source, fixes=True, keep=keep)
        for result, _ in judge.read(io.BytesIO(content), source.format, context):
            payloads += result.payloads
            kept += result.kept
            secrets = result.secrets or secrets
            findings += [
                each
                for each in result.findings
                if each.rule in rules and not (baseline is not None and baseline.accepts(each))
            ]
        return Checked(findings, payloads, secrets, kept)

    def _context(self, source: Source, *, fixes: bool = False, keep: bool = False) -> FileContext:
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
            enable=source.settings.reported_in(source.path) & OFF_BY_DEFAULT,
            templates=source.settings.templates,
            verbose=self.verbose,
            number=self._inputs,
            fixes=fixes or self.fixes,
            keep=keep,
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
            self._pass_over(file.source)
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
            severity = file.source.settings.severity.get(finding.rule)
            if severity is not None:
                finding = evolve(finding, severity=severity)  # noqa: PLW2901 - the same finding with its configured severity
            if self.baseline is not None and (self.baseline.accepts(finding) or self.accept_all):
                summary.known += 1
                continue
            summary.severities[finding.severity] += 1
            summary.rules[finding.rule] += 1
            if finding.fix is not None:
                summary.fixable += finding.fix.safe
                summary.unsafely_fixable += not finding.fix.safe
            yield finding


def _with_first_line(stdin: BinaryIO, source: Source) -> BinaryIO:
    """Return the standard input, and set the format that its first line names if its name has no suffix."""
    if "." in source.path.rpartition("/")[2]:
        return stdin
    import io  # noqa: PLC0415 - most runs read files

    from liveschema.lint.config.interpreters import format_of_script  # noqa: PLC0415 - as above

    content = stdin.read()
    source.format = format_of_script(content) or source.format
    return io.BytesIO(content)


def _below_here(path: str) -> str:
    """Return a path relative to the working folder, so that folder names above it are not taken for operations.

    The path has slashes. Of a path that is not below the working folder, the last two names are returned.
    """
    is_outside = False
    if os.path.isabs(path):  # noqa: PTH117 - called for every file, and several times faster than `Path`
        path = relative(path)
        is_outside = os.path.isabs(path)  # noqa: PTH117 - as above
    path = with_slashes(path)
    return "/".join(path.split("/")[-2:]) if is_outside or path.startswith("../") else path
