"""What the documentation of the command says is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from lint_kit import Folder

from liveschema.lint.reporters import FORMATS

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "command.md").read_text("utf-8")
SAMPLE = "update/server-health.json"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_the_report_shown_is_the_report_printed(folder: Folder) -> None:
    folder.write(SAMPLE, (ROOT / "tests/lint/samples" / SAMPLE).read_text())
    printed = folder.check("update", "--format", "full", "--select", "unknown-field,misplaced-field")
    assert printed.out.splitlines() == blocks("text")[0].splitlines()


def test_the_configuration_shown_is_taken(folder: Folder) -> None:
    (shown,) = blocks("toml")
    folder.write("pyproject.toml", shown)
    folder.write("x.update.json", "{}")
    folder.write("liveschema-baseline.json", '{"version": 1, "findings": []}')
    assert folder.check("x.update.json").code == 1
    assert set(tomllib.loads(shown)["tool"]["liveschema"]) == {
        "select", "ignore", "exclude", "markdown", "strict", "baseline", "operations", "per-file-ignores", "severity",
    }  # fmt: skip


def test_every_option_named_is_one(folder: Folder) -> None:
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT))
    told = folder.execute("check", "--help").out
    assert {option for option in options if option not in told} == set()
    assert all(f"`{form}`" in TEXT for form in FORMATS)
