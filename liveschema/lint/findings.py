"""Findings, which are problems with a file and a position, and the counts of a run."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from liveschema.engine.problems import Severity


class Finding(NamedTuple):
    """A problem with its file and position.

    Args:
        path: The name of the file, as given on the command line.
        line: The first line, counted from 1.
        column: The first column, counted from 1 in code points.
        end_line: The last line.
        end_column: The column after the last one.
        rule: The id of the rule.
        severity: The severity, as configured for the file.
        pointer: The JSON Pointer to the value in the document.
        message: What was expected, then what was found.
        hint: How to fix it, if known.
        operation: The operation of the payload, if known.
        document: The number of the document in the file, counted from 1; None
            if the file contains a single document.
        excerpt: The source line, or a part of a long one.
        caret: The offset in the excerpt at which to start the caret.
        width: The number of code points of the excerpt to underline.
        activity: The index of the first request of the activity, counted from
            0; None if no sequence of requests is checked.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Severity
    pointer: str
    message: str
    hint: str | None
    operation: str | None
    document: int | None
    excerpt: str
    caret: int
    width: int
    activity: int | None = None

    @property
    def message_with_hint(self) -> str:
        """The message, and the hint in brackets if there is one."""
        return f"{self.message} ({self.hint})" if self.hint else self.message

    @property
    def kind(self) -> str:
        """The severity and the rule, as lines begin with them: ``error[wrong-type]``."""
        return f"{self.severity}[{self.rule}]"


MOST_FINDINGS: Final = 500
"""The findings of a file that are kept before they are reported, so that the memory does not grow with them."""


class FileResult:
    """The result of checking a file or a part of one.

    Attributes:
        payloads: The number of payloads that were checked.
        skipped: The number of recorded requests to other services.
        silenced: The number of findings that ignore comments suppress.
        findings: The findings, in the order of the file.
        documents: The number of documents and recorded requests so far, checked or not.
        documents_passed_over: The number of documents that nothing marks as a request.
        notes: The lines to print about the file, most of them only with ``--verbose``.
        finished: Whether the file is complete; False if more findings follow later.
        in_gap: Whether the last document was reported because it is no request.
        starts_in_gap: Whether the first document was.
    """

    def __init__(self) -> None:
        self.finished = True
        self.in_gap = False
        self.starts_in_gap = False
        self.documents = 0
        self.payloads = 0
        self.skipped = 0
        self.documents_passed_over = 0
        self.silenced = 0
        self.findings: list[Finding] = []
        self.notes: list[str] = []

    def following(self) -> FileResult:
        """Return the empty result of the next part of the file."""
        following = FileResult()
        following.in_gap = self.in_gap
        return following

    def count(self, *, payloads: int = 0, skipped: int = 0) -> None:
        """Count payloads that are checked, or recorded requests to other services."""
        self.payloads += payloads
        self.skipped += skipped
        self.documents += payloads + skipped
        self.in_gap = False

    def pass_over(self, documents: int = 1) -> None:
        """Count documents that are not checked."""
        self.documents_passed_over += documents
        self.documents += documents

    def open_gap(self) -> bool:
        """Count a document that should be a request and is none.

        Returns:
            Whether to report it, because the document before it was not one of these.
        """
        self.starts_in_gap = self.starts_in_gap or not self.documents
        self.documents += 1
        is_first, self.in_gap = not self.in_gap, True
        return is_first


class Summary:
    """The counts of a whole run.

    Attributes:
        files: The number of files that were read and have a payload or a finding.
        files_passed_over: The number of files that were read and have neither.
        documents_passed_over: The number of other documents in the files with payloads.
        payloads: The number of payloads in them.
        skipped: The number of recorded requests to other services.
        silenced: The number of findings that ignore comments suppress.
        known: The number of findings that the baseline accepts.
        gone: The number of findings of the baseline that no longer occur.
        unreadable: The number of inputs that could not be read.
        bad_files: The number of files with findings.
        severities: The number of findings by severity.
        rules: The number of findings by rule.
    """

    def __init__(self) -> None:
        self.files = 0
        self.files_passed_over = 0
        self.documents_passed_over = 0
        self.payloads = 0
        self.skipped = 0
        self.silenced = 0
        self.known = 0
        self.gone = 0
        self.unreadable = 0
        self.bad_files = 0
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[str] = Counter()

    @property
    def errors(self) -> int:
        """The number of errors."""
        return self.severities[Severity.ERROR]

    @property
    def warnings(self) -> int:
        """The number of warnings."""
        return self.severities[Severity.WARNING]

    def sentence(self) -> str:
        """Return a summary of the run in one line."""
        extras = [
            (self.known, f"{self.known} accepted by the baseline"),
            (self.silenced, f"{self.silenced} ignored by comments"),
            (self.skipped, f"{plural(self.skipped, 'other request')} skipped"),
            (self.documents_passed_over, f"{plural(self.documents_passed_over, 'other document')} passed over"),
            (
                self.files_passed_over and self.files,
                f"{plural(self.files_passed_over, 'file')} without a request passed over",
            ),
            (self.unreadable, f"{plural(self.unreadable, 'input')} could not be read"),
        ]
        return "; ".join([self._verdict(), *(text for count, text in extras if count)])

    def _verdict(self) -> str:
        if self.errors or self.warnings:
            counts = [plural(self.errors, "error")] if self.errors else []
            counts += [plural(self.warnings, "warning")] if self.warnings else []
            found = f"{' and '.join(counts)} in {self.bad_files} of {plural(self.files, 'file')}"
            return f"{found} ({plural(self.payloads, 'payload')})"
        if self.payloads:
            return f"{plural(self.payloads, 'payload')} in {plural(self.files, 'file')}: no problems"
        if self.files or self.files_passed_over:
            return f"no Live Activity request in {plural(self.files + self.files_passed_over, 'file')}"
        return "no file was checked"


def plural(count: int, word: str) -> str:
    """Return a count with its noun: ``1 file``, ``2 files``."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
