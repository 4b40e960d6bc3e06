"""The reporter for JUnit XML, for CI services that show test results."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from liveschema.engine.problems import Severity
from liveschema.lint.escaping import printable
from liveschema.lint.findings import Finding
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.results import Summary

if TYPE_CHECKING:
    from liveschema.lint.output import Writable


class JUnit:
    """The reporter for JUnit XML: a suite per file, with a failed test case per finding or one passed test case.

    Warnings are passed test cases, with the message as output, unless warnings fail the run.

    Args:
        out: The stream that it writes to.
        style: The style, which says whether warnings fail the run.
    """

    shows_fixes: bool = False

    def __init__(self, out: Writable, style: ReportStyle) -> None:
        self._out = out
        self._strict = style.strict
        self._findings: dict[str, list[Finding]] = {}

    def begin(self) -> None:
        """Write the start of the document."""
        self._out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="liveschema">\n')

    def finding(self, finding: Finding) -> None:
        """Keep a finding until the end of its file, since a suite begins with its counts."""
        self._findings.setdefault(finding.path, []).append(finding)

    def file(self, path: str, payloads: int) -> None:
        """Write the suite of a file."""
        findings = self._findings.pop(path, [])
        failures = sum(map(self._fails, findings))
        tests = max(len(findings), 1)
        name = _attribute(path)
        self._out.write(f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="0">\n')
        if not findings:
            self._out.write(f'    <testcase classname={name} name="{payloads} valid"/>\n')
        for finding in findings:
            case = _attribute(f"{finding.rule} at {finding.pointer or 'the root'}")
            message = f"{finding.kind} {finding.message_with_hint}"
            body = _text(f"{finding.path}:{finding.line}:{finding.column}: {message}")
            if self._fails(finding):
                kind = f"type={_attribute(finding.rule)} message={_attribute(message)}"
                inside = f"<failure {kind}>{body}</failure>"
            else:
                inside = f"<system-out>{body}</system-out>"
            self._out.write(
                f'    <testcase classname={name} name={case} file={name} line="{finding.line}">{inside}</testcase>\n'
            )
        self._out.write("  </testsuite>\n")

    def end(self, summary: Summary) -> None:
        """Write the end of the document."""
        del summary
        self._out.write("</testsuites>\n")

    def _fails(self, finding: Finding) -> bool:
        return self._strict or finding.severity is Severity.ERROR


def _text(text: str) -> str:
    """Return a text for an element, printable and in ASCII, so that it is right in the encoding of any stream."""
    return _ascii(escape(printable(text)))


def _attribute(text: str) -> str:
    return _ascii(quoteattr(printable(text)))


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()
