"""Reporters, one per output format."""

from __future__ import annotations

import importlib

from liveschema.engine.record import Record

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final, Protocol

    from liveschema.lint.findings import Finding
    from liveschema.lint.output import Writable
    from liveschema.lint.results import Summary

    class Reporter(Protocol):
        """The interface of reporters, whose methods a run calls in this order.

        Attributes:
            shows_fixes: Whether it says how a finding can be fixed, which takes time to find out.
        """

        shows_fixes: bool

        def begin(self) -> None:
            """Handle the start of the run."""

        def finding(self, finding: Finding) -> None:
            """Report a finding; those of a file come in order, though those of other files may be among very many."""

        def file(self, path: str, payloads: int) -> None:
            """Handle the end of a file."""

        def end(self, summary: Summary) -> None:
            """Handle the end of the run."""


FORMATS: Final = {
    "full": "liveschema.lint.reporters.text:Full",
    "concise": "liveschema.lint.reporters.text:Concise",
    "json": "liveschema.lint.reporters.data:Json",
    "github": "liveschema.lint.reporters.services:GitHub",
    "gitlab": "liveschema.lint.reporters.services:GitLab",
    "sarif": "liveschema.lint.reporters.sarif:Sarif",
    "junit": "liveschema.lint.reporters.junit:JUnit",
}
"""By output format: the module and class of the reporter, imported when first needed."""

FOR_PEOPLE: Final = frozenset({"full", "concise"})
"""The formats for people, after which the summary is written; for the others it goes to the error stream."""


class ReportStyle(Record):
    """The style of a report.

    Args:
        color: Whether to write colours.
        links: Whether the id of a rule is a hyperlink to its page.
        strict: Whether warnings fail the run.
        unsafe: Whether fixes are marked as well that may change what a payload means.
    """

    color: bool = False
    links: bool = False
    strict: bool = False
    unsafe: bool = False


def make_reporter(form: str, out: Writable, style: ReportStyle) -> Reporter:
    """Create the reporter of an output format.

    Args:
        form: The name of the format, one of `FORMATS`.
        out: The stream that it writes to.
        style: The style of the report.

    Returns:
        The reporter.
    """
    module, name = FORMATS[form].split(":")
    made: Reporter = getattr(importlib.import_module(module), name)(out, style)
    return made
