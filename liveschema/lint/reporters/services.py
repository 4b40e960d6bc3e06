"""Reports that GitHub Actions and GitLab CI show beside the changed lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePath
from typing import Final, TextIO

from liveschema.engine.problems import Severity
from liveschema.lint.findings import Finding, Summary
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.reporters.data import JsonItems

_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor"}


class Fingerprints:
    """Names findings by file, rule and place, so that they are known again when lines move."""

    def __init__(self) -> None:
        self._met: Counter[tuple[str, str, str]] = Counter()

    def of(self, finding: Finding) -> str:
        """Name a finding; each name is given once.

        Args:
            finding: The finding.

        Returns:
            Forty hexadecimal digits.
        """
        key = (PurePath(finding.path).as_posix(), finding.rule, finding.pointer)
        self._met[key] += 1
        said = "\0".join([*key, str(self._met[key])])
        return hashlib.sha1(said.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()


class GitHub:
    """Workflow commands.

    Args:
        out: Where they go.
        look: Without effect.
    """

    def __init__(self, out: TextIO, look: ReportStyle) -> None:
        del look
        self._out = out

    def begin(self) -> None:
        """Write nothing."""

    def finding(self, finding: Finding) -> None:
        """Write a command."""
        properties = {
            "file": PurePath(finding.path).as_posix(),
            "line": finding.line,
            "endLine": finding.end_line,
            "title": finding.rule,
        }
        if finding.line == finding.end_line:
            # GitHub takes columns only where a finding stays on its line.
            properties |= {"col": finding.column, "endColumn": finding.end_column}
        written = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
        hint = f"\n{finding.hint}" if finding.hint else ""
        self._out.write(f"::{finding.severity} {written}::{(finding.message + hint).translate(_DATA)}\n")

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write nothing."""


class GitLab:
    """A Code Quality report.

    Args:
        out: Where it goes.
        look: Without effect.
    """

    def __init__(self, out: TextIO, look: ReportStyle) -> None:
        del look
        self._out = out
        self._items = JsonItems(out)
        self._fingerprints = Fingerprints()

    def begin(self) -> None:
        """Open the list."""
        self._out.write("[")

    def finding(self, finding: Finding) -> None:
        """Write an issue."""
        self._items.add(
            {
                "description": finding.message + (f" ({finding.hint})" if finding.hint else ""),
                "check_name": finding.rule,
                "fingerprint": self._fingerprints.of(finding),
                "severity": _GITLAB[finding.severity],
                "location": {
                    "path": PurePath(finding.path).as_posix(),
                    "lines": {"begin": finding.line, "end": finding.end_line},
                },
            }
        )

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Close the list."""
        del summary
        self._items.close()
        self._out.write("\n")
