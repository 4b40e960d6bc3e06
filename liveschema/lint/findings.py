"""One finding: a problem with its file and its place; and the tally of a run."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from liveschema.engine.problems import Severity


class Finding(NamedTuple):
    """A problem of a payload, and where it stands in which file.

    Args:
        path: The file, as it was named to the command.
        line: The line, counted from 1.
        column: The column, counted from 1 in code points.
        end_line: The line of the end.
        end_column: The column past the end.
        rule: The id of the rule.
        severity: What breaking it means here.
        pointer: The place in the document, as a JSON Pointer.
        message: What was expected, then what came.
        hint: What to change, where that is known.
        operation: What the payload is sent for, where that is known.
        document: Which document of the file it is, counted from 1, where the
            file holds several.
        excerpt: The source line, or a stretch of a long one.
        caret: Where in the excerpt the place begins.
        width: How many of its code points belong to the place.
        activity: Which activity of a sequence the request is for, by its first
            request; None where no sequence is followed.
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


class FileResult:
    """What came out of a file, or of a stretch of one.

    Attributes:
        payloads: How many payloads were looked at.
        skipped: How many recorded requests were of another service.
        silenced: How many findings a comment in the source takes back.
        findings: What was found, in the order of the file.
        notes: What to say of the payloads under ``--verbose``.
        finished: Whether nothing more of the file will come out later.
    """

    def __init__(self) -> None:
        self.finished = True
        self.payloads = 0
        self.skipped = 0
        self.silenced = 0
        self.findings: list[Finding] = []
        self.notes: list[str] = []


class Summary:
    """The count of a whole run.

    Attributes:
        files: How many files were read.
        payloads: How many payloads they held.
        skipped: How many recorded requests were of another service.
        silenced: How many findings comments in the sources take back.
        known: How many findings the baseline accepts.
        gone: How many findings of the baseline are no more.
        unreadable: How many inputs could not be read.
        bad_files: How many files have a finding.
        severities: How many findings of each severity.
        rules: How many findings of each rule.
    """

    def __init__(self) -> None:
        self.files = 0
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
        """How many findings are errors."""
        return self.severities[Severity.ERROR]

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return self.severities[Severity.WARNING]

    def sentence(self) -> str:
        """Sum the run up in one line."""
        looked = f"{plural(self.payloads, 'payload')} in {plural(self.files, 'file')}"
        if self.errors or self.warnings:
            counts = [plural(self.errors, "error")] if self.errors else []
            counts += [plural(self.warnings, "warning")] if self.warnings else []
            said = f"{' and '.join(counts)} in {self.bad_files} of {plural(self.files, 'file')}"
            said += f" ({plural(self.payloads, 'payload')})"
        else:
            said = f"{looked}: no problems"
        extras = [
            (self.known, f"{self.known} accepted by the baseline"),
            (self.silenced, f"{self.silenced} ignored by comments"),
            (self.skipped, f"{plural(self.skipped, 'request')} of other services skipped"),
            (self.unreadable, f"{plural(self.unreadable, 'input')} unreadable"),
        ]
        return "; ".join([said, *(text for count, text in extras if count)])


def plural(count: int, noun: str) -> str:
    """Count things: ``1 file``, ``2 files``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
