"""What was found in a file, and the counts of a whole run."""

from __future__ import annotations

from collections import Counter

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.engine.problems import Severity
    from liveschema.lint.findings import Finding
    from liveschema.lint.fixes.found import Mendable
    from liveschema.lint.inputs.secrets import SecretTexts

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
        secrets: The secrets in the file; None if none was found.
        kept: The requests with their fixes, if they are to be kept.
    """

    def __init__(self) -> None:
        self.finished = True
        self.in_gap: bool = False
        self.starts_in_gap: bool = False
        self.documents: int = 0
        self.payloads: int = 0
        self.skipped: int = 0
        self.documents_passed_over: int = 0
        self.silenced = 0
        self.findings: list[Finding] = []
        self.notes: list[str] = []
        self.secrets: SecretTexts | None = None
        self.kept: list[Mendable] = []

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
        fixed: The number of findings that were fixed, or would be.
        fixed_files: The number of files that they were in.
        fixable: The number of findings that have a safe fix, if that was asked for.
        unsafely_fixable: The number of findings that have another fix.
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
        self.fixed = 0
        self.fixed_files = 0
        self.fixable = 0
        self.unsafely_fixable = 0
        self.severities: Counter[Severity | str] = Counter()
        self.rules: Counter[str] = Counter()

    @property
    def errors(self) -> int:
        """The number of errors."""
        return self.severities["error"]

    @property
    def warnings(self) -> int:
        """The number of warnings."""
        return self.severities["warning"]

    def sentence(self) -> str:
        """Return a summary of the run in one line."""
        extras = [
            (self.fixed, f"{plural(self.fixed, 'problem')} fixed in {plural(self.fixed_files, 'file')}"),
            (self.fixable, f"[*] {self.fixable} fixable with --fix"),
            (self.unsafely_fixable, f"{self.unsafely_fixable} fixable with --fix --unsafe-fixes"),
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
