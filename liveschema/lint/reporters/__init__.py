"""Reporters: each writes the same findings in a form of its own."""

from __future__ import annotations

import importlib
from typing import Final, NamedTuple, Protocol, TextIO

from liveschema.lint.findings import Finding, Summary

FORMATS: Final = {
    "full": "liveschema.lint.reporters.text:Full",
    "concise": "liveschema.lint.reporters.text:Concise",
    "json": "liveschema.lint.reporters.data:Json",
    "github": "liveschema.lint.reporters.services:GitHub",
    "gitlab": "liveschema.lint.reporters.services:GitLab",
    "sarif": "liveschema.lint.reporters.sarif:Sarif",
    "junit": "liveschema.lint.reporters.junit:JUnit",
}
"""The forms by name, each where its reporter is; it is imported when it is asked for."""

FOR_PEOPLE: Final = frozenset({"full", "concise"})
"""The forms that the summary may follow; beside the others it goes to the error stream."""


class ReportStyle(NamedTuple):
    """How a report is to look.

    Args:
        color: Whether to colour it.
        strict: Whether warnings fail the run.
    """

    color: bool = False
    strict: bool = False


class Reporter(Protocol):
    """What a run tells its reporter, in this order."""

    def begin(self) -> None:
        """Take the start of the run."""

    def finding(self, finding: Finding) -> None:
        """Take a finding; those of a file come together, in order."""

    def file(self, path: str, payloads: int) -> None:
        """Take the end of a file."""

    def end(self, summary: Summary) -> None:
        """Take the end of the run."""


def make_reporter(form: str, out: TextIO, look: ReportStyle) -> Reporter:
    """Make the reporter of a form.

    Args:
        form: One of `FORMATS`.
        out: Where it writes.
        look: How the report is to look.

    Returns:
        The reporter.
    """
    module, name = FORMATS[form].split(":")
    made: Reporter = getattr(importlib.import_module(module), name)(out, look)
    return made


__all__ = ["FORMATS", "FOR_PEOPLE", "ReportStyle", "Reporter", "make_reporter"]
