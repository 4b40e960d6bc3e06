"""What a report promises, in each of its formats: it can be parsed, has each finding, and nothing forged."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from fuzz_promise import promise, same

from liveschema.lint.findings import Finding

_MARKER = re.compile(r"##\w*\[")
"""What a CI service takes for a command anywhere in a line."""
_LINES = {
    "concise": r"{name}:\d+:\d+: (?:error|warning)\[[a-z0-9-]+\] .*",
    "full": r"{name}:\d+:\d+: (?:error|warning)\[[a-z0-9-]+\] .*| +\|(?: .*)?|\d+ \|(?: .*)?| +=(?: hint: .*)",
    "github": r"::(?:error|warning) file={name},line=\d+,.*",
}


def check_harmless(text: str) -> None:
    """Test that a text that is written controls neither a terminal nor a CI service."""
    promise(text.replace("\n", "").replace("\t", "").isprintable(), "what is written is printable", text)
    promise(not ("##" in text and _MARKER.search(text)), "what is written has no command to a CI service", text)


def check_notes(text: str) -> None:
    """Test what a run writes to the error stream: a line for each note."""
    check_harmless(text)
    lines = text.split("\n")[:-1]
    promise(all(line.startswith("liveschema: ") for line in lines), "each note begins with our name", lines)


def check_report(form: str, name: str, text: str, findings: Sequence[Finding]) -> None:
    """Test the report of the findings in one file.

    Args:
        form: The format of the report.
        name: The name of the file.
        text: The report.
        findings: The findings.
    """
    check_harmless(text)
    if form in _LINES:
        pattern = re.compile(_LINES[form].format(name=re.escape(name)))
        lines = [line for line in text.split("\n") if line]
        forged = [line for line in lines if not pattern.fullmatch(line)]
        promise(not forged, f"each line of the format {form} is one of its own", forged)
        starts = sum(line.startswith((f"{name}:", "::")) for line in lines)
        same(f"the format {form} has each finding once", starts, len(findings))
    elif form == "junit":
        cases = [*ET.fromstring(text).iter("testcase")]  # noqa: S314 - our own report
        same("the format junit has each finding once", len(cases), max(len(findings), 1))
    else:
        promise(text.isascii() or form == "sarif", f"the format {form} is ASCII")
        same(f"the format {form} has each finding", _rules(form, text), [finding.rule for finding in findings])


def _rules(form: str, text: str) -> list[str]:
    report = json.loads(text)
    if form == "gitlab":
        return [issue["check_name"] for issue in report]
    if form == "sarif":
        return [result["ruleId"] for result in report["runs"][0]["results"]]
    return [finding["rule"] for finding in report["findings"]]
