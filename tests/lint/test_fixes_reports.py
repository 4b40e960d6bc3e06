"""What reports say about the fixes of findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lint_kit import Folder

SCHEMA = Path(__file__).parent / "sarif-2.1.0-rtm.5.json"
SAFE = '{"activity_id": "a", "content_state": {"title": "B", "percentge": 4}, "subtitle": "x"}\n'
UNSAFE = '{"activity_id": "a", "content_state": {"title": "B", "percentage": 4}, "tag": ["x"]}\n'
NONE = '{"activity_id": "a", "content_state": {"title": "B", "percentage": 400}}\n'
KEY = "4f1c0e9b7d2a4f1c"


@pytest.fixture
def files(folder: Folder) -> Folder:
    for name, text in (("a", SAFE), ("b", UNSAFE), ("c", NONE)):
        folder.write(f"{name}.update.json", text)
    return folder


def heads(folder: Folder, *arguments: str) -> list[str]:
    lines = folder.check("--format", "full", *arguments, ".").lines
    return [each for each in lines if "error[" in each or "fixable" in each]


def test_the_full_report_marks_what_fix_would_mend(files: Folder) -> None:
    assert heads(files) == [
        "a.update.json:1:54: error[unknown-field] [*] content_state has no field percentge",
        "a.update.json:1:71: error[misplaced-field] [*] subtitle belongs in content_state, got it in the request",
        "b.update.json:1:72: error[unknown-field] the request has no field tag",
        "c.update.json:1:68: error[out-of-range] percentage must be from 0 to 100, got 400",
        "4 errors in 3 of 3 files (3 payloads); [*] 2 fixable with --fix; 1 fixable with --fix --unsafe-fixes",
    ]
    assert heads(files, "--unsafe-fixes")[2:] == [
        "b.update.json:1:72: error[unknown-field] [*] the request has no field tag",
        "c.update.json:1:68: error[out-of-range] percentage must be from 0 to 100, got 400",
        "4 errors in 3 of 3 files (3 payloads); [*] 2 fixable with --fix; 1 fixable with --fix --unsafe-fixes",
    ]


def test_the_concise_report_says_nothing_of_fixes(files: Folder) -> None:
    assert not any("fix" in each or "[*]" in each for each in files.check("--format", "concise", ".").lines)


def test_json_has_the_edits_of_each_fix(files: Folder) -> None:
    data = files.check("--format", "json", ".").data
    assert [each["fix"] for each in data["findings"]] == [
        {
            "title": "rename percentge to percentage",
            "safe": True,
            "edits": [{"line": 1, "column": 55, "end_line": 1, "end_column": 64, "text": "percentage"}],
        },
        {
            "title": "move subtitle into content_state",
            "safe": True,
            "edits": [
                {"line": 1, "column": 68, "end_line": 1, "end_column": 68, "text": ', "subtitle": "x"'},
                {"line": 1, "column": 69, "end_line": 1, "end_column": 86, "text": ""},
            ],
        },
        {
            "title": "rename tag to tags",
            "safe": False,
            "edits": [{"line": 1, "column": 73, "end_line": 1, "end_column": 76, "text": "tags"}],
        },
        None,
    ]
    assert data["summary"]["fixed"] == 0
    assert files.check("--format", "json", "--fix", ".").data["summary"]["fixed"] == 2


def test_edits_in_json_mend_the_file(files: Folder) -> None:
    lines = SAFE.splitlines(keepends=True)
    edits = [edit for each in files.findings("a.update.json") for edit in each["fix"]["edits"]]
    for edit in sorted(edits, key=lambda each: (each["line"], each["column"]), reverse=True):
        line = lines[edit["line"] - 1]
        lines[edit["line"] - 1] = line[: edit["column"] - 1] + edit["text"] + line[edit["end_column"] - 1 :]
    files.check("--fix", "a.update.json")
    assert (files.root / "a.update.json").read_text() == "".join(lines)


def test_sarif_has_fixes_that_fit_its_schema(files: Folder) -> None:
    log: Any = files.check("--format", "sarif", ".").data
    jsonschema.validate(log, json.loads(SCHEMA.read_text("utf-8")))
    results = log["runs"][0]["results"]
    fixes = [each.get("fixes") for each in results]
    assert [fix and fix[0]["description"]["text"] for fix in fixes] == [
        "rename percentge to percentage",
        "move subtitle into content_state",
        "rename tag to tags; this may change what the payload means",
        None,
    ]
    (change,) = fixes[1][0]["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": "a.update.json", "uriBaseId": "%SRCROOT%"},
        "replacements": [
            {
                "deletedRegion": {"startLine": 1, "startColumn": 68, "endLine": 1, "endColumn": 68},
                "insertedContent": {"text": ', "subtitle": "x"'},
            },
            {
                "deletedRegion": {"startLine": 1, "startColumn": 69, "endLine": 1, "endColumn": 86},
                "insertedContent": {"text": ""},
            },
        ],
    }


def test_services_hear_how_a_finding_is_fixed(files: Folder) -> None:
    lines = files.check("--format", "github", ".").lines
    assert [each.rpartition("%0A")[2] for each in lines[:3]] == [
        "fixable with liveschema check --fix",
        "fixable with liveschema check --fix",
        "fixable with liveschema check --fix --unsafe-fixes",
    ]
    assert "fixable" not in lines[3]
    found = files.check("--format", "gitlab", ".").data
    assert [each["description"].partition("; ")[2] for each in found] == [
        "fixable with liveschema check --fix",
        "fixable with liveschema check --fix",
        "fixable with liveschema check --fix --unsafe-fixes",
        "",
    ]


def test_junit_says_nothing_of_fixes(files: Folder) -> None:
    assert "fixable" not in files.check("--format", "junit", ".").out


@pytest.mark.parametrize("form", ["json", "sarif", "full", "github", "gitlab"])
def test_no_report_of_a_fix_shows_an_api_key(folder: Folder, form: str) -> None:
    folder.write(
        "x.sh",
        f"curl https://activitysmith.com/api/live-activity/stream/k -X PUT -H 'Authorization: Bearer {KEY}' \\\n"
        f'  -d \'{{"content_state": {{"title": "B", "type": "alert", "message": "m"}}, '
        f'"subtitle": "{KEY}", "action": {{"title": "x", "type": "open_url", "url": '
        f'"https://x.example/{KEY} b"}}}}\'\n',
    )
    result = folder.check("--format", form, "--unsafe-fixes", "x.sh")
    assert KEY not in result.out + result.err
    assert "invalid-url" in result.out
