"""The reporters for GitHub Actions and GitLab CI, which show findings next to the changed lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final

from liveschema.engine.problems import Severity
from liveschema.lint.escaping import printable
from liveschema.lint.findings import Finding
from liveschema.lint.paths import from_root, repository_root
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.reporters.data import JsonItems
from liveschema.lint.results import Summary

if TYPE_CHECKING:
    from liveschema.lint.output import Writable

_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor"}


class Fingerprints:
    """A source of fingerprints from file, rule and pointer, which stay the same when lines move."""

    def __init__(self) -> None:
        self._met: Counter[int] = Counter()  # by hash, since a run may have a million findings

    def of(self, finding: Finding, path: str) -> str:
        """Return the fingerprint of a finding, different for each finding.

        Args:
            finding: The finding.
            path: The path of its file in the report.

        Returns:
            40 hexadecimal digits.
        """
        key = (path, finding.rule, finding.pointer)
        number = hash(key)
        self._met[number] += 1
        text = "\0".join([*key, str(self._met[number])])
        return hashlib.sha1(text.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()


class GitHub:
    """The reporter for workflow commands of GitHub Actions.

    Args:
        out: The stream that it writes to.
        style: The style, which has no effect.

    Attributes:
        shows_fixes: True; a message says whether ``--fix`` mends the payload.
    """

    shows_fixes: bool = True

    def __init__(self, out: Writable, style: ReportStyle) -> None:
        del style
        self._out = out
        self._root = repository_root("GITHUB_WORKSPACE")

    def begin(self) -> None:
        """Write nothing."""

    def finding(self, finding: Finding) -> None:
        """Write a workflow command."""
        properties = {
            "file": from_root(finding.path, self._root),
            "line": finding.line,
            "endLine": finding.end_line,
            "title": finding.rule,
        }
        if finding.line == finding.end_line:
            # GitHub accepts columns only if a finding starts and ends on the same line.
            properties |= {"col": finding.column, "endColumn": finding.end_column}
        written = ",".join(f"{name}={printable(str(value).translate(_PROPERTY))}" for name, value in properties.items())
        hint = f"\n{finding.hint}" if finding.hint else ""
        fix = f"\n{_fix(finding)}" if finding.fix else ""
        data = printable((finding.message + hint + fix).translate(_DATA))
        self._out.write(f"::{finding.severity} {written}::{data}\n")

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write nothing."""


class GitLab:
    """The reporter for Code Quality reports of GitLab CI.

    Args:
        out: The stream that it writes to.
        style: The style, which has no effect.

    Attributes:
        shows_fixes: True; a message says whether ``--fix`` mends the payload.
    """

    shows_fixes: bool = True

    def __init__(self, out: Writable, style: ReportStyle) -> None:
        del style
        self._out = out
        self._root = repository_root("CI_PROJECT_DIR")
        self._items = JsonItems(out)
        self._fingerprints = Fingerprints()

    def begin(self) -> None:
        """Write the start of the list."""
        self._out.write("[")

    def finding(self, finding: Finding) -> None:
        """Write an issue."""
        path = from_root(finding.path, self._root)
        self._items.add(
            {
                "description": finding.message_with_hint + (f"; {_fix(finding)}" if finding.fix else ""),
                "check_name": finding.rule,
                "fingerprint": self._fingerprints.of(finding, path),
                "severity": _GITLAB[finding.severity],
                "location": {
                    "path": path,
                    "lines": {"begin": finding.line, "end": finding.end_line},
                },
            }
        )

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write the end of the list."""
        del summary
        self._items.close()
        self._out.write("\n")


def _fix(finding: Finding) -> str:
    """Return how a finding is fixed, for services that have no place for the fix itself."""
    unsafe = "" if finding.fix is None or finding.fix.safe else " --unsafe-fixes"
    return f"fixable with liveschema check --fix{unsafe}"
