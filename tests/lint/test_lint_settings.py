"""Configuration files and baselines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lint_kit import BAD, GOOD, Folder

NAMES = "json, jsonl, yaml, markdown, shell, python, notebook, javascript, typescript, go, ruby and php"


def test_the_nearest_configuration_above_a_file_applies(folder: Folder) -> None:
    folder.write("pyproject.toml", '[tool.liveschema]\nignore = ["out-of-range"]\n')
    folder.write("a/liveschema.toml", 'ignore = ["unknown-field"]\n')
    folder.write("b/pyproject.toml", '[project]\nname = "x"\n')
    for name in ("x", "a/deep/x", "b/x"):
        folder.write(f"{name}.update.json", {**BAD, "z": 1})
    found = {(each["path"], each["rule"]) for each in folder.findings()}
    assert found == {
        ("x.update.json", "unknown-field"),
        ("b/x.update.json", "unknown-field"),
        ("a/deep/x.update.json", "out-of-range"),
    }
    assert len(folder.findings("--no-config")) == 6
    assert len(folder.findings("--config", "a/liveschema.toml")) == 3


def test_globs_set_operations(folder: Folder) -> None:
    folder.write("liveschema.toml", '[operations]\n"ci/**" = "start"\n"*.json" = "end"\n')
    folder.write("ci/x.json", {"content_state": {"title": "x"}})
    folder.write("update/x.json", GOOD)
    assert [(each["operation"], each["rule"]) for each in folder.findings()] == [("start", "missing-type")]
    assert "update/x.json:1: end, by --operation or the configuration" in folder.check("-v").err


def test_rules_are_ignored_by_file_and_have_other_severities(folder: Folder) -> None:
    folder.write(
        "liveschema.toml",
        '[per-file-ignores]\n"old/*" = ["all"]\n"*.draft.*" = ["unknown-field"]\n'
        '[severity]\nout-of-range = "warning"\nwarnings = "error"\n',
    )
    folder.write("old/x.update.json", BAD)
    folder.write("x.draft.update.json", {**BAD, "z": 1})
    folder.write("y.update.json", {**GOOD, "content_state": {**GOOD["content_state"], "title": ""}})
    result = folder.check("--format", "json")
    assert [(each["rule"], each["severity"]) for each in result.data["findings"]] == [
        ("out-of-range", "warning"),
        ("blank-text", "error"),
    ]
    assert result.code == 1


def test_select_and_exclude_and_markdown(folder: Folder) -> None:
    folder.write("liveschema.toml", 'select = ["errors"]\nexclude = ["skip", "*.bak.json"]\n')
    folder.write("skip/x.json", BAD)
    folder.write("x.bak.json", BAD)
    folder.write("README.md", '```json update\n{"activity_id": ""}\n```\n')
    assert {each["path"] for each in folder.findings()} == {"README.md"}
    excluded = folder.check("--exclude", "*.md")
    assert (excluded.code, excluded.err) == (2, "liveschema: --exclude: it leaves no file to check\n")


def test_an_excluded_file_is_read_if_it_is_named(folder: Folder) -> None:
    folder.write("liveschema.toml", 'exclude = ["a/b", "*.bak.json"]\n')
    for name in ("a/b/c/x.json", "a/y.bak.json", "a/z.json"):
        folder.write(name, BAD)
    for named, count in ((".", 1), ("a", 1), ("a/b", 1), ("a/b/c", 1), ("a/b/c/x.json", 1), ("a/y.bak.json", 1)):
        assert len(folder.findings(named)) == count, named
        forced = folder.check(named, "--force-exclude")
        assert forced.code == (1 if named in (".", "a") else 0), named


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('exlude = ["x"]', "exlude: there is no such key; did you mean exclude?"),
        ("per_file_ignores = {}", "per_file_ignores: there is no such key; did you mean per-file-ignores?"),
        ('exclude = "x"', "exclude: expected a list of strings"),
        ("exclude = [1]", "exclude: expected a list of strings"),
        ("templates = 1", "templates: expected true or false"),
        ('inputs = ["jsno"]', "inputs: there is no format 'jsno'; did you mean json?"),
        (
            'inputs = ["x"]',
            f"inputs: there is no format 'x'; there are {NAMES}",
        ),
        (
            "inputs = []",
            f"inputs: it names no format; there are {NAMES}",
        ),
        ("operations = 1", "operations: expected a table"),
        (
            'operations = {"*" = "updat"}',
            "operations.*: expected start, update, end, stream or end_stream; did you mean update?",
        ),
        ('operations = {"*" = 1}', "operations.*: expected start, update, end, stream or end_stream"),
        ('select = ["mising-field"]', "select: there is no rule 'mising-field'; did you mean missing-field?"),
        ('severity = {"x" = "error"}', "severity: there is no rule 'x'; liveschema rules lists all"),
        ('severity = {"wrong-type" = "off"}', "severity.wrong-type: expected error or warning"),
        ("baseline = 1", "baseline: expected a path"),
        ("a = ", "Invalid value (at end of document)"),
    ],
)
def test_an_invalid_configuration_is_reported_in_one_sentence(folder: Folder, text: str, message: str) -> None:
    file = folder.write("liveschema.toml", text)
    folder.write("a.json", GOOD)
    result = folder.check()
    assert (result.code, result.err) == (2, f"liveschema: {file}: {message}\n")


def test_a_given_configuration_must_exist_and_have_our_table(folder: Folder) -> None:
    folder.write("pyproject.toml", "this is no TOML, and none of our business")
    folder.write("a.json", GOOD)
    assert folder.check().code == 0
    folder.write("pyproject.toml", "[tool.other]\n# liveschema\n")
    folder.write("a.json", GOOD)
    assert "pyproject.toml: there is no table [tool.liveschema]" in folder.check("--config", "pyproject.toml").err
    assert "no.toml: No such file or directory" in folder.check("--config", "no.toml").err
    folder.write("latin/liveschema.toml", "# \xff".encode("latin-1"))
    assert folder.check("--config", "latin/liveschema.toml").code == 2
    folder.write("odd/pyproject.toml", "tool = 1\n")
    folder.write("odd/a.json", GOOD)
    assert folder.check("odd").code == 0
    folder.write("odd/pyproject.toml", "tool = {liveschema = 1}\n")
    assert "expected a table" in folder.check("odd").err


def test_a_baseline_accepts_findings_when_lines_move(folder: Folder) -> None:
    folder.write("a.update.json", BAD)
    written = folder.check("--baseline", "base.json", "--write-baseline", "--exclude", "base.json")
    assert written.code == 0
    assert written.err == "liveschema: base.json accepts 1 finding\n"
    assert written.lines == ["1 payload in 1 file: no problems; 1 accepted by the baseline"]
    folder.write("a.update.json", "\n\n" + json.dumps(BAD, indent=2))
    options = ("--baseline", "base.json")
    assert folder.check(*options).code == 0
    folder.write("a.update.json", {**BAD, "x": 1})
    new = folder.check(*options, "--format", "json")
    assert (new.code, new.rules) == (1, ["unknown-field"])
    folder.write("a.update.json", GOOD)
    gone = folder.check(*options, "--format", "json")
    assert gone.code == 0
    assert gone.data["summary"]["baseline"] == {"accepted": 0, "gone": 1}
    assert gone.err.startswith(
        "liveschema: a.update.json: out-of-range at /content_state/percentage is in the baseline but no longer found;"
    )


def test_a_baseline_counts_findings_and_ignores_unchecked_files(folder: Folder) -> None:
    folder.write("sub/liveschema.toml", 'baseline = "base.json"\nexclude = ["base.json"]\n')
    line = json.dumps({"method": "DELETE", "path": "/live-activity/stream/k", "body": {"x": 1}}) + "\n"
    folder.write("sub/a.jsonl", line * 2)
    folder.write("sub/b.update.json", BAD)
    folder.write("sub/c.update.json", BAD)
    configured = ("--config", "sub/liveschema.toml")
    assert folder.check("sub", *configured, "--write-baseline").err.endswith("accepts 4 findings\n")
    kept = json.loads((folder.root / "sub/base.json").read_text())
    assert kept["findings"][0] == {"file": "a.jsonl", "rule": "unknown-field", "pointer": "/body/x", "count": 2}
    folder.write("sub/a.jsonl", line * 3)
    result = folder.check("sub/a.jsonl", *configured)
    assert (result.code, result.err) == (1, "")
    assert result.lines[0].startswith("sub/a.jsonl:3:")
    (folder.root / "sub/c.update.json").unlink()
    assert folder.check("sub/a.jsonl", *configured).err.startswith("liveschema: c.update.json: out-of-range")
    assert folder.check("sub/a.jsonl", *configured, "--write-baseline").err.endswith("accepts 4 findings\n")
    kept = json.loads((folder.root / "sub/base.json").read_text())
    assert [(each["file"], each["count"]) for each in kept["findings"]] == [("a.jsonl", 3), ("b.update.json", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 1, "findings": 3}',
        "\xff",
        "[" * 100_000,
    ],
)
def test_a_baseline_must_have_the_right_form(folder: Folder, text: str) -> None:
    folder.write("a.json", GOOD)
    folder.write("base.json", text.encode("latin-1"))
    result = folder.check("a.json", "--baseline", "base.json")
    assert (result.code, result.err) == (
        2,
        "liveschema: base.json: the file must be a baseline that --write-baseline wrote\n",
    )


def test_a_baseline_must_be_readable_and_writable(folder: Folder, tmp_path: Path) -> None:
    folder.write("a.json", GOOD)
    assert "base.json: No such file or directory" in folder.check("a.json", "--baseline", "base.json").err
    assert "Is a directory" in folder.check("a.json", "--baseline", str(tmp_path)).err
    result = folder.check("a.json", "--baseline", "no/base.json", "--write-baseline")
    assert (result.code, result.err) == (2, "liveschema: no/base.json: No such file or directory\n")
    folder.write("new.json", '{"version": 2, "findings": []}')
    assert "must have version 1, got 2" in folder.check("a.json", "--baseline", "new.json").err
