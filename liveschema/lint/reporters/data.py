"""The reporter for JSON, with every field of the findings and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liveschema.lint.escaping import json_text, utf8_name
from liveschema.lint.findings import Finding, FindingFix
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.results import Summary

if TYPE_CHECKING:
    from liveschema.lint.output import Writable


class JsonItems:
    """A writer of JSON values as the items of a list, one per line, without keeping them in memory.

    Args:
        out: The stream that it writes to.
    """

    def __init__(self, out: Writable) -> None:
        self._out = out
        self._none_yet = True

    def add(self, item: object) -> None:
        """Write the next item."""
        self._out.write(("\n" if self._none_yet else ",\n") + json_text(item, ascii_only=True))
        self._none_yet = False

    def close(self) -> None:
        """Write the end of the list."""
        self._out.write("]" if self._none_yet else "\n]")


class Json:
    """The reporter for one JSON object with ``findings`` and ``summary``.

    Args:
        out: The stream that it writes to.
        style: The style, which has no effect.

    Attributes:
        shows_fixes: True; a finding has its fix.
    """

    shows_fixes: bool = True

    def __init__(self, out: Writable, style: ReportStyle) -> None:
        del style
        self._out = out
        self._items = JsonItems(out)

    def begin(self) -> None:
        """Write the start of the list of findings."""
        self._out.write('{"version": 1, "findings": [')

    def finding(self, finding: Finding) -> None:
        """Write a finding."""
        self._items.add(
            {
                "path": utf8_name(finding.path),
                "line": finding.line,
                "column": finding.column,
                "end_line": finding.end_line,
                "end_column": finding.end_column,
                "rule": finding.rule,
                "severity": finding.severity,
                "pointer": finding.pointer,
                "message": finding.message,
                "hint": finding.hint,
                "operation": finding.operation,
                "document": finding.document,
                "fix": None if finding.fix is None else _fix(finding.fix),
            }
        )

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write the end of the list and the counts."""
        self._items.close()
        counts = {
            "files": summary.files,
            "payloads": summary.payloads,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "rules": dict(sorted(summary.rules.items())),
            "fixed": summary.fixed,
            "baseline": {"accepted": summary.known, "gone": summary.gone},
            "ignored": summary.silenced,
            "skipped": summary.skipped,
            "passed_over": {"files": summary.files_passed_over, "documents": summary.documents_passed_over},
            "unreadable": summary.unreadable,
        }
        self._out.write(f', "summary": {json_text(counts, ascii_only=True)}}}\n')


def _fix(fix: FindingFix) -> dict[str, object]:
    edits = [
        {
            "line": edit.line,
            "column": edit.column,
            "end_line": edit.end_line,
            "end_column": edit.end_column,
            "text": edit.new,
        }
        for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
