"""The pages on the command and its configuration document all options, formats and keys, and no others."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lint_kit import Folder

from liveschema.lint.commands.all_commands import COMMANDS
from liveschema.lint.config.keys import KEYS
from liveschema.lint.config.settings import GROUPS
from liveschema.lint.inputs import BY_SUFFIX
from liveschema.lint.reporters import FORMATS

DOCS = Path(__file__).parents[2] / "docs"
COMMAND = (DOCS / "command.md").read_text("utf-8")
CONFIGURATION = (DOCS / "configuration.md").read_text("utf-8")

CONFIGURED = {"check", "timeline"}
"""The commands that read the configuration."""
HELP = {"-h", "--help"}

OPTION = re.compile(r"(?<!python )(?<![\w-])(?:--[a-z][a-z-]*|-[a-z])(?![\w-])")


def sections() -> Iterator[tuple[set[str], str]]:
    """Split the pages at their headings of the second level.

    Yields:
        The commands that a heading names, empty if the section is about all commands; and the text of the section.
    """
    for part in re.split(r"^## ", COMMAND, flags=re.MULTILINE):
        heading = part.partition("\n")[0]
        yield set(re.findall(r"`(?:liveschema )?(\w+)`", heading)) & COMMANDS.keys(), part
    yield CONFIGURED, CONFIGURATION


def named_for(command: str) -> set[str]:
    return {option for commands, text in sections() if command in commands for option in OPTION.findall(text)}


def options_of(folder: Folder, *command: str) -> set[str]:
    return set(OPTION.findall(folder.execute(*command, "--help").out))


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented_with_its_command(folder: Folder, command: str) -> None:
    assert f"## `liveschema {command}`\n" in COMMAND
    assert options_of(folder, command) - HELP - named_for(command) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_documented_option_exists_in_its_command(folder: Folder, command: str) -> None:
    assert named_for(command) - options_of(folder, command) == set()


def test_every_option_in_other_sections_exists_in_some_command(folder: Folder) -> None:
    known = options_of(folder).union(*(options_of(folder, command) for command in COMMANDS))
    named = {option for commands, text in sections() if not commands for option in OPTION.findall(text)}
    assert options_of(folder) <= named <= known


def test_every_format_of_reports_is_described() -> None:
    (reports,) = [text for _, text in sections() if text.startswith("Reports\n")]
    described = re.findall(r"^\| `(\w+)` \|", reports, re.MULTILINE)
    assert described == list(FORMATS), "the table under Reports in docs/command.md"


def test_every_input_format_is_described() -> None:
    (reads,) = re.findall(r"^### What it reads\n(.*?)^###", COMMAND, re.MULTILINE | re.DOTALL)
    suffixes = set(re.findall(r"`(\.\w+)`", reads)) - {".gitignore"}
    assert suffixes == set(BY_SUFFIX), "the list under What it reads in docs/command.md"


def test_every_key_of_the_configuration_is_described() -> None:
    keys = CONFIGURATION.partition("\n## Keys\n")[2].partition("\n## ")[0]
    described = {
        word for row in re.findall(r"^\| (`.*?) \|", keys, re.MULTILINE) for word in re.findall("`(.+?)`", row)
    }
    assert described == {*KEYS, *GROUPS}


def test_the_documented_configuration_has_every_key_and_is_valid(folder: Folder) -> None:
    (shown,) = blocks(CONFIGURATION, "toml")
    assert tomllib.loads(shown)["tool"]["liveschema"].keys() == KEYS.keys()
    folder.write("pyproject.toml", shown)
    folder.write("x.update.json", "{}")
    folder.write("liveschema-baseline.json", '{"version": 1, "findings": []}')
    run = folder.check()
    assert (run.code, run.err) == (1, "")
    assert run.out.endswith(" in 1 of 1 file (1 payload); 1 file without a request passed over\n")


def test_the_documented_comments_ignore_the_findings(folder: Folder) -> None:
    (shown,) = blocks(CONFIGURATION, "yaml")
    folder.write("x.update.yaml", shown)
    run = folder.check()
    assert run.code == 0
    assert "2 ignored by comments" in run.out
    folder.write("x.update.yaml", re.sub("#.*", "", shown))
    assert folder.check().code == 1
