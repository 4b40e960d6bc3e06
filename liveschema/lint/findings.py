"""Findings, which are problems with a file and a position."""

from __future__ import annotations

from liveschema.engine.record import Record

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from liveschema.engine.problems import Severity


class FileEdit(Record):
    """The replacement of a range of a file.

    Args:
        line: The line of its start, counted from 1.
        column: The column of its start, counted from 1 in code points.
        end_line: The line of its end.
        end_column: The column after its last code point.
        old: The text that is there.
        new: The text to put there.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    old: str
    new: str


class FindingFix(Record):
    """How a finding can be fixed.

    Args:
        title: What is done, such as ``rename sub_title to subtitle``.
        safe: Whether the payload certainly means what it meant.
        edits: The edits of the file, in order, which belong together.
    """

    title: str
    safe: bool
    edits: tuple[FileEdit, ...]


class Finding(Record):
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
        step: The number of the request in the run, counted from 0; None if requests are not counted.
        fix: How it can be fixed; None if it cannot, or nobody asked.
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
    step: int | None = None
    fix: FindingFix | None = None

    @property
    def message_with_hint(self) -> str:
        """The message, and the hint in brackets if there is one."""
        return f"{self.message} ({self.hint})" if self.hint else self.message

    @property
    def kind(self) -> str:
        """The severity and the rule, as lines begin with them: ``error[wrong-type]``."""
        return f"{self.severity}[{self.rule}]"
