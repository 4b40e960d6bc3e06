"""The features that ``timeline`` shares with ``check``: formats, configuration, comments, baseline, output."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from liveschema.lint.__main__ import main

YAML = """\
method: POST
path: /live-activity/start
response: {activity_id: act_7}
body:
  content_state: {title: Release, type: segmented_progress, number_of_steps: 3, current_step: 0}
---
method: POST
path: /live-activity/end
body:
  activity_id: act_7
  content_state:
    title: Release
    current_step: 4
"""
PAST_THE_END = (
    "current_step must be at most number_of_steps (3), got 4 (number_of_steps has the value of an earlier request)"
)
PLACE = "log.yaml:13:19: error[step-past-end]"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a YAML recording whose last request exceeds the number of steps."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.yaml").write_text(YAML, encoding="utf-8")
    return tmp_path


def timeline(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    code = main(["timeline", *arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def test_yaml_is_read(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = timeline(capsys, "log.yaml")
    assert (code, err) == (1, "")
    assert lines == [
        f"{PLACE} {PAST_THE_END}",
        "activity  type                started    requests  ended  findings",
        "act_7     segmented_progress  request 1  2         yes    1",
        "1 error in 1 of 1 file (2 payloads)",
    ]
    assert timeline(capsys, str(log))[1][-1] == "1 error in 1 of 1 file (2 payloads)"


def test_yaml_needs_its_package(log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if "inputs.yaml" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "yaml", None)
    del log
    code, _, err = timeline(capsys, "log.yaml")
    assert (code, err) == (2, "liveschema: log.yaml: YAML needs PyYAML: pip install 'liveschema[cli]'\n")


def test_a_comment_ignores_a_finding(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = YAML.replace("current_step: 4", "current_step: 4  # liveschema: ignore[step-past-end]")
    (log / "log.yaml").write_text(text, encoding="utf-8")
    code, lines, _ = timeline(capsys, "log.yaml")
    assert (code, lines[-1]) == (0, "2 payloads in 1 file: no problems; 1 ignored by comments")
    assert lines[1].endswith("yes    0")


@pytest.mark.parametrize(
    ("settings", "code", "first"),
    [
        ('ignore = ["step-past-end"]', 0, "activity  type"),
        ('select = ["step-past-end"]', 1, PLACE),
        ('severity = {step-past-end = "warning"}', 0, PLACE.replace("error", "warning")),
        ('severity = {step-past-end = "warning"}\nstrict = true', 1, PLACE.replace("error", "warning")),
        ('per-file-ignores = {"*.yaml" = ["errors"]}', 0, "activity  type"),
        ('select = ["all"]', 1, "log.yaml:5:3: warning[legacy-operation]"),
    ],
)
def test_the_configuration_applies(
    log: Path, capsys: pytest.CaptureFixture[str], settings: str, code: int, first: str
) -> None:
    (log / "liveschema.toml").write_text(settings + "\n", encoding="utf-8")
    found, lines, _ = timeline(capsys, "log.yaml")
    assert (found, lines[0].startswith(first)) == (code, True), lines
    assert timeline(capsys, "--no-config", "log.yaml")[1][0].startswith(PLACE)


def test_excluded_files_are_skipped(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (log / "liveschema.toml").write_text('exclude = ["log.yaml"]\n', encoding="utf-8")
    assert timeline(capsys, ".")[:2] == (0, ["no file was checked"])
    assert timeline(capsys, "log.yaml")[0] == 1


def test_a_baseline_accepts_what_it_lists(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = timeline(capsys, "log.yaml", "--baseline", "known.json", "--write-baseline")
    assert (code, err) == (0, "liveschema: known.json accepts 1 finding\n")
    code, lines, _ = timeline(capsys, "log.yaml", "--baseline", "known.json")
    assert (code, lines[-1]) == (0, "2 payloads in 1 file: no problems; 1 accepted by the baseline")
    (log / "log.yaml").write_text(YAML.replace("current_step: 4", "current_step: 3"), encoding="utf-8")
    _, _, err = timeline(capsys, "log.yaml", "--baseline", "known.json")
    assert err == (
        "liveschema: log.yaml: step-past-end at /body/content_state/current_step is in the baseline "
        "but no longer found; --write-baseline removes it\n"
    )


def test_the_report_goes_to_a_file_with_statistics(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("log.yaml", "--output-file", "report.txt", "--statistics", "--format", "concise")
    assert timeline(capsys, *arguments) == (1, [], "")
    assert (log / "report.txt").read_text("utf-8").splitlines()[:2] == [
        f"{PLACE} {PAST_THE_END}",
        "1  step-past-end  current_step is at most number_of_steps",
    ]
    assert timeline(capsys, "log.yaml", "--format", "json")[2].endswith("1 error in 1 of 1 file (2 payloads)\n")


def test_verbose_prints_the_operations(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del log
    assert timeline(capsys, "-v", "log.yaml")[2].splitlines() == [
        "liveschema: log.yaml (1): start, by its method and path",
        "liveschema: log.yaml (2): end, by its method and path",
    ]


def test_markdown_and_standard_input_are_read(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    request: dict[str, Any] = {"method": "DELETE", "path": "/live-activity/stream/web-1"}
    (log / "log.md").write_text(f"```json\n{json.dumps(request)}\n```\n", encoding="utf-8")
    assert timeline(capsys, "log.md")[1][0].startswith("log.md:2:1: error[unknown-activity]")
    stdin = SimpleNamespace(buffer=io.BytesIO(YAML.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert timeline(capsys, "-", "--stdin-filename", "log.yaml")[1][0] == f"{PLACE} {PAST_THE_END}"


def test_files_are_read_in_the_given_order(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = YAML.split("---\n")
    (log / "b.yaml").write_text(first, encoding="utf-8")
    (log / "a.yaml").write_text(second, encoding="utf-8")
    assert timeline(capsys, "b.yaml", "a.yaml")[1][0] == f"a.yaml:7:19: error[step-past-end] {PAST_THE_END}"
    assert "unknown-activity" in timeline(capsys, "a.yaml", "b.yaml")[1][0]


def test_a_comment_with_an_unknown_rule_is_reported(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = {"method": "DELETE", "path": "/live-activity/stream/web-1"}
    comment = "<!-- liveschema: ignore[unknown-activty] -->"
    (log / "log.md").write_text(f"{comment}\n```json\n{json.dumps(request)}\n```\n", encoding="utf-8")
    assert [line.split(": ")[1].split()[0] for line in timeline(capsys, "log.md")[1][:2]] == [
        "warning[unknown-ignore]",
        "error[unknown-activity]",
    ]


def test_two_inputs_with_the_same_name_are_distinguished(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del log
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(YAML.encode())))
    code, lines, _ = timeline(capsys, "log.yaml", "-", "-", "--stdin-filename", "log.yaml", "--select", "errors")
    assert code == 1
    assert [line.split()[1] for line in lines[:3]] == [
        "error[step-past-end]",
        "error[already-started]",
        "error[ended-activity]",
    ]
    assert lines[-1].endswith("2 of 2 files (4 payloads)")
