"""The complete report in each format for the same files, compared with golden files.

``pytest --update`` updates the golden files.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from liveschema.lint.__main__ import main
from liveschema.lint.reporters import FORMATS

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
GOLDEN = HERE / "golden"
VERSION = "0.0.0-test"


def report(form: str, *more: str) -> str:
    """Return the report of the samples in a format."""
    out = io.StringIO()
    root = {"GITHUB_WORKSPACE": str(SAMPLES), "CI_PROJECT_DIR": str(SAMPLES)}
    with (
        patch.dict(os.environ, root),
        contextlib.chdir(SAMPLES),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        assert main(["check", ".", "--no-config", "--format", form, *more]) == 1
    return out.getvalue()


def fixed(form: str, text: str) -> str:
    """Return a report with a fixed version and without the catalogue, which changes often."""
    if form != "sarif":
        return text
    log = json.loads(text)
    log["runs"][0]["tool"]["driver"]["semanticVersion"] = VERSION
    del log["runs"][0]["tool"]["driver"]["rules"]
    assert log["runs"][0]["originalUriBaseIds"] == {"%SRCROOT%": {"uri": f"{SAMPLES.as_uri()}/"}}
    del log["runs"][0]["originalUriBaseIds"]  # an absolute path
    for result in log["runs"][0]["results"]:
        del result["ruleIndex"]
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


@pytest.fixture(autouse=True)
def without_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_unchanged(form: str, written: Callable[[Path, str], None]) -> None:
    written(GOLDEN / f"{form}.txt", fixed(form, report(form)))


def test_color_only_adds_escape_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for form in ("full", "concise"):
        colored = report(form)
        assert "\033[1;31m" in colored
        monkeypatch.setenv("NO_COLOR", "1")
        plain = report(form)
        monkeypatch.delenv("NO_COLOR")
        assert "\033" not in plain
        assert (
            "".join(part.partition("m")[2] if index else part for index, part in enumerate(colored.split("\033[")))
            == plain
        )


def test_all_formats_report_the_same_findings() -> None:
    findings = json.loads(report("json"))["findings"]
    places = [(each["path"], each["line"], each["column"], each["rule"]) for each in findings]
    concise = [line.split(":", 3) for line in report("concise").splitlines()[:-1]]
    assert [
        (path, int(line), int(column), rest.partition("[")[2].partition("]")[0]) for path, line, column, rest in concise
    ] == places
    results = json.loads(report("sarif"))["runs"][0]["results"]
    regions = [
        (each["locations"][0]["physicalLocation"]["region"]["startLine"], each["ruleId"], each["level"])
        for each in results
    ]
    assert regions == [(each["line"], each["rule"], each["severity"]) for each in findings]
    issues = json.loads(report("gitlab"))
    assert [(each["location"]["path"], each["check_name"]) for each in issues] == [
        (path, rule) for path, _, _, rule in places
    ]
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    commands = report("github").splitlines()
    assert [command.partition(" ")[0] for command in commands] == [f"::{each['severity']}" for each in findings]
    suites = ET.fromstring(report("junit", "--strict"))  # noqa: S314 - our own output
    cases = [case for case in suites.iter("testcase") if case.find("failure") is not None]
    assert [(case.get("classname"), int(case.get("line") or 0)) for case in cases] == [
        (path, line) for path, line, _, _ in places
    ]


def test_the_carets_mark_the_finding() -> None:
    full = report("full").split("\n\n")
    findings = json.loads(report("json"))["findings"]
    assert len(full) == len(findings) + 1
    for block, finding in zip(full, findings, strict=False):
        _, _, source, carets, *_ = block.split("\n")
        number, _, line = source.partition(" | ")
        assert int(number) == finding["line"]
        text = (SAMPLES / finding["path"]).read_bytes().decode().removeprefix("\ufeff")
        original = text.replace("\r\n", "\n").split("\n")[finding["line"] - 1]
        assert line.strip("…") in original
        mark = carets.index("^")
        token = original[finding["column"] - 1 :][: carets.count("^")]
        assert source[mark : mark + carets.count("^")] == token


def test_the_log_is_valid_sarif() -> None:
    schema = json.loads((HERE / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    log = json.loads(report("sarif"))
    assert list(validator.iter_errors(log)) == []
    driver = log["runs"][0]["tool"]["driver"]
    for result in log["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert len(list(validator.iter_errors(log))) == 1
