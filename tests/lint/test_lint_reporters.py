"""The reporters with unusual names and texts."""

from __future__ import annotations

import io
import json
import os
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema import version
from liveschema.engine.problems import Severity
from liveschema.engine.record import evolve
from liveschema.lint.escaping import shown
from liveschema.lint.findings import Finding
from liveschema.lint.reporters import FORMATS, ReportStyle, make_reporter, sarif
from liveschema.lint.reporters.text import statistics, width
from liveschema.lint.results import Summary

FINDING = Finding(
    path="a b/x.json", line=3, column=5, end_line=3, end_column=8, rule="wrong-type", severity=Severity.WARNING,
    pointer="/a~1b", message='x must be "y"', hint=None, operation=None, document=None,
    excerpt='  "x": 101', caret=7, width=3,
)  # fmt: skip


def report(form: str, *findings: Finding, strict: bool = False, color: bool = False) -> str:
    out = io.StringIO()
    reporter = make_reporter(form, out, ReportStyle(color=color, strict=strict))
    reporter.begin()
    for finding in findings:
        reporter.finding(finding)
    reporter.file(findings[-1].path if findings else "a b/x.json", 1)
    reporter.end(Summary())
    return out.getvalue()


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own output


def test_carets_are_aligned_under_wide_characters_and_tabs() -> None:
    finding = evolve(FINDING, excerpt="\t🚗e\u0301: 漢字", caret=6, width=2)
    source, carets = report("full", finding).split("\n")[2:4]
    assert source == "3 | \t🚗e\u0301: 漢字"
    assert carets == "  | \t" + " " * 5 + "^^^^"


def test_control_characters_are_replaced() -> None:
    finding = evolve(FINDING, path="a\033[2J.json", excerpt='\033[31m"x"\x07\u202e')
    for form in ("full", "concise"):
        text = report(form, finding)
        assert "\033" not in text
        assert "\u202e" not in text
    assert shown("a\tb\033") == "a\tb\ufffd"


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("漢", 2), ("🚗", 2), ("e\u0301", 1), ("ü", 1)])
def test_columns_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


def test_statistics_are_sorted_by_count() -> None:
    assert statistics([("b", 2, "x"), ("aaa", 10, "y"), ("c", 2, "")]) == "10  aaa  y\n 2  b    x\n 2  c\n"
    assert statistics([]) == ""


def test_github_commands_escape_names() -> None:
    finding = evolve(FINDING, path="a,b:c%.json", message="50%\r\nmore", hint="try\nthis", end_line=4)
    assert report("github", finding) == (
        "::warning file=a%2Cb%3Ac%25.json,line=3,endLine=4,title=wrong-type::50%25%0D%0Amore%0Atry%0Athis\n"
    )


def test_warnings_pass_in_junit_unless_they_fail_the_run() -> None:
    lenient, strict = parsed(report("junit", FINDING)), parsed(report("junit", FINDING, strict=True))
    assert [suite.get("failures") for suite in lenient] == ["0"]
    assert lenient.find(".//system-out") is not None
    assert [suite.get("failures") for suite in strict] == ["1"]


def test_a_clean_file_is_a_case_that_passes() -> None:
    (suite,) = parsed(report("junit"))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [(case.get("name"), len(case)) for case in suite] == [("1 valid", 0)]


def test_characters_that_xml_forbids_are_escaped() -> None:
    finding = evolve(
        FINDING, severity=Severity.ERROR, path="a\x01&.json", message='<"\x00\ud800>', hint="a < b", pointer=""
    )
    case = parsed(report("junit", finding)).find(".//testcase")
    assert case is not None
    assert case.get("file") == r"a\x01&.json"
    assert case.get("name") == "wrong-type at the root"
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("message") == r'error[wrong-type] <"\x00\ud800> (a < b)'
    assert failure.text == r'a\x01&.json:3:5: error[wrong-type] <"\x00\ud800> (a < b)'


def test_places_in_sarif_are_uris(folder: Folder) -> None:
    folder.write("a b/ü%.update.json", BAD)

    def location(*arguments: str) -> Any:
        result = folder.check("--format", "sarif", *arguments).data["runs"][0]["results"][0]
        return result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert location("a b") == {"uri": "a%20b/%C3%BC%25.update.json", "uriBaseId": "%SRCROOT%"}
    assert location(str(folder.root)) == {"uri": "a%20b/%C3%BC%25.update.json", "uriBaseId": "%SRCROOT%"}


def test_a_file_on_another_drive_has_an_absolute_uri_in_sarif(monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(Path.cwd() / "x.json")
    monkeypatch.setattr(sarif, "from_root", lambda *_: path)
    result = json.loads(report("sarif", FINDING))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": Path(path).as_uri()}


def test_sarif_reports_a_run_with_unreadable_files(folder: Folder) -> None:
    folder.write("a.json", GOOD)
    runs = [folder.check("--format", "sarif", *names).data["runs"][0] for names in (("a.json",), ("a.json", "b.json"))]
    assert [run["invocations"][0]["executionSuccessful"] for run in runs] == [True, False]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("form", FORMATS)
def test_file_names_that_are_not_utf_8_are_reported(folder: Folder, form: str) -> None:
    name = os.fsdecode(b"\xff.update.json")
    Path(name).write_text(json.dumps(BAD))
    folder.write("b.update.json", BAD)
    result = folder.check("--format", form, "--output-file", "report")
    assert (result.code, "Traceback" in result.err) == (1, False)
    assert (folder.root / "report").read_bytes().decode()


def test_two_equal_findings_have_different_fingerprints() -> None:
    issues = json.loads(report("gitlab", FINDING, FINDING))
    assert len({issue["fingerprint"] for issue in issues}) == 2
    moved = json.loads(report("gitlab", evolve(FINDING, line=99, end_line=99)))
    assert moved[0]["fingerprint"] == issues[0]["fingerprint"]


def test_the_version_is_known_only_when_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    site = tmp_path / "site"
    assert version.version(str(site)) == "0"
    (site / "liveschema-1.2.3.dist-info").mkdir(parents=True)
    (site / "liveschema_extra-2.0.dist-info").mkdir()
    assert version.version(str(site)) == "1.2.3"
    (site / "liveschema-1.2.4.dist-info").mkdir()
    assert version.version(str(site)) == "0"


def test_the_summary_counts_skipped_and_ignored_items() -> None:
    summary = Summary()
    summary.files, summary.payloads = 2, 1234
    summary.skipped, summary.silenced, summary.known, summary.unreadable = 1, 2, 3, 2
    assert summary.sentence() == (
        "1,234 payloads in 2 files: no problems; 3 accepted by the baseline; 2 ignored by comments; "
        "1 other request skipped; 2 inputs could not be read"
    )
