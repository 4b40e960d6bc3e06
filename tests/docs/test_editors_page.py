"""The page on editors: its commands make the files that its settings name, and these settings work in editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from editors import Editor, Language

from liveschema import Operation, is_valid, json_schema
from liveschema.export import schema_path
from liveschema.lint.__main__ import main
from liveschema.lint.inputs.operations import ends_in_operation, named_by_path, operation_of_schema

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "editors.md"
CATALOGUE = ROOT / "docs" / "editors" / "schemastore.json"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [code for name, code in BLOCKS if name == language]


FIXTURE, FOR_JSON, FOR_YAML = map(json.loads, blocks("json"))
(IN_YAML,) = blocks("yaml")
PATTERNS: list[tuple[Language, str, str]] = [
    *(("json", each["url"], pattern) for each in FOR_JSON["json.schemas"] for pattern in each["fileMatch"]),
    *(("yaml", url, pattern) for url, patterns in FOR_YAML["yaml.schemas"].items() for pattern in patterns),
]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the commands of the page were run."""
    folder = tmp_path_factory.mktemp("repository")
    (loop,) = blocks("sh")
    operations, command = re.search(r"for operation in (.*); do\n  liveschema (.*)\ndone", loop).groups()  # type: ignore[union-attr] # it is there
    assert operations.split() == list(Operation)
    assert "mkdir -p schemas\n" in loop
    (folder / "schemas").mkdir()
    for operation in operations.split():
        arguments = command.replace("$operation", operation).replace("schemas/", f"{folder.as_posix()}/schemas/")
        assert main(arguments.split()) == 0
    return folder


@pytest.fixture(scope="module")
def editor(repository: Path) -> Iterator[Editor]:
    editor = Editor(repository)
    yield editor
    editor.node.close()


def settings_in(repository: Path, language: Language) -> list[dict[str, Any]]:
    """Return the settings of the page as an editor passes them on, with the addresses of files."""
    if language == "json":
        given = [(each["url"], each["fileMatch"]) for each in FOR_JSON["json.schemas"]]
    else:
        given = list(FOR_YAML["yaml.schemas"].items())
    return [{"uri": (repository / url).as_uri(), "fileMatch": patterns} for url, patterns in given]


def test_the_commands_make_the_files_that_the_settings_name(repository: Path) -> None:
    made = {f"./{path.relative_to(repository).as_posix()}" for path in repository.rglob("*.json")}
    assert made == {url for _, url, _ in PATTERNS}
    for operation in Operation:
        committed = ROOT / "schemas" / schema_path(operation, form="editor")
        assert (repository / "schemas" / f"{operation}.schema.json").read_bytes() == committed.read_bytes()


@pytest.mark.parametrize(("language", "url", "pattern"), PATTERNS)
def test_a_file_name_in_the_settings_means_the_same_to_the_command(language: Language, url: str, pattern: str) -> None:
    for name in ("deploy", "web-1"):
        assert named_by_path(pattern.replace("*", name)) == operation_of_schema(url)
    assert pattern.endswith(f".{language}")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "url", "pattern"), PATTERNS)
def test_the_settings_give_each_file_the_schema_of_its_operation(
    editor: Editor, repository: Path, language: Language, url: str, pattern: str
) -> None:
    operation = operation_of_schema(url)
    assert operation is not None
    setting = {"schemas": settings_in(repository, language), "name": f"fixtures/{pattern.replace('*', 'web-1')}"}
    for each in Operation:
        example = json_schema(each)["examples"][0]
        found = editor.findings(language, None, json.dumps(example), **setting)
        assert (found == []) == is_valid(example, operation)
    other = {**setting, "name": f"fixtures/other.{language}"}
    assert editor.findings(language, None, '{"nonsense": 1}', **other) == []


@pytest.mark.slow
def test_the_fixture_of_the_page_is_valid_and_follows_its_schema_key(editor: Editor, repository: Path) -> None:
    text = json.dumps(FIXTURE)
    assert editor.findings("json", None, text, name="fixtures/a.json") == []
    (found,) = editor.findings("json", None, text.replace('"progress"', '"timer"'), name="fixtures/a.json")
    assert found.message == "Property percentage is not allowed."
    file = repository / "fixtures" / "a.json"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    assert main(["check", str(file)]) == 0
    file.write_text(text.replace('"progress"', '"timer"'), "utf-8")
    assert main(["check", str(file)]) == 1


@pytest.mark.slow
def test_the_comment_of_the_page_works_in_yaml(editor: Editor) -> None:
    payload = yaml.safe_load(IN_YAML)
    assert payload == {key: value for key, value in FIXTURE.items() if key != "$schema"}
    assert f"$schema={FIXTURE['$schema']}\n" in IN_YAML
    assert named_by_path("backup.update.yaml") == operation_of_schema(FIXTURE["$schema"])
    assert editor.findings("yaml", None, IN_YAML, name="fixtures/backup.update.yaml") == []
    broken = IN_YAML.replace("progress", "timer")
    (found,) = editor.findings("yaml", None, broken, name="fixtures/backup.update.yaml")
    assert (found.message, found.marked) == ("Property percentage is not allowed.", "percentage")


def test_the_setting_for_neovim_names_a_file_and_a_pattern_of_the_settings_for_yaml() -> None:
    (line,) = blocks("lua")
    (pair,) = re.findall(r'\["(\S+)"\] = "(\S+)"', line)
    assert pair in {(url, pattern) for language, url, pattern in PATTERNS if language == "yaml"}


# The entries for SchemaStore

ENTRIES: list[dict[str, Any]] = json.loads(CATALOGUE.read_bytes())
each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])


def test_the_catalogue_has_an_entry_for_each_operation() -> None:
    found = [operation_of_schema(entry["url"]) for entry in ENTRIES]
    assert sorted(map(str, found)) == sorted(Operation)
    names = [entry["name"] for entry in ENTRIES]
    assert names == sorted(set(names)), "the entries of the catalogue are in alphabetical order"
    patterns = [pattern for entry in ENTRIES for pattern in entry["fileMatch"]]
    assert len(patterns) == len(set(patterns)), "a name of a file has one schema"


@each_entry
def test_an_entry_is_as_the_catalogue_wants_it(entry: dict[str, Any]) -> None:
    """These are the rules of the checks of SchemaStore."""
    assert set(entry) == {"name", "description", "fileMatch", "url"}
    for text in (entry["name"], entry["description"]):
        assert re.fullmatch(r"[^\n]*[^\n,. \t-]", text)
        assert "schema" not in text.lower()
    assert entry["url"].startswith("https://raw.githubusercontent.com/OWNER/liveschema/main/")
    assert (ROOT / entry["url"].partition("/main/")[2]).is_file()
    assert all("/" not in pattern for pattern in entry["fileMatch"])


@each_entry
def test_a_file_name_of_an_entry_means_the_same_to_the_command(entry: dict[str, Any]) -> None:
    for pattern in entry["fileMatch"]:
        name = pattern.replace("*", "deploy")
        assert named_by_path(name) == operation_of_schema(entry["url"])
        assert ends_in_operation(name), "the command expects a request in it"
    endings = {pattern.rpartition(".")[2] for pattern in entry["fileMatch"]}
    assert endings == {"json", "yaml", "yml"}


def test_the_file_names_of_the_page_are_those_of_the_catalogue() -> None:
    section = PAGE.read_text("utf-8").partition("## SchemaStore")[2].partition("##")[0]
    named = re.findall(r"`(\S*live-activity\S+\.json)`", section)
    assert len(named) == 2
    for name in named:
        matching = [entry for entry in ENTRIES if any(fnmatch(name, pattern) for pattern in entry["fileMatch"])]
        assert [operation_of_schema(entry["url"]) for entry in matching] == [named_by_path(name)]


@pytest.mark.slow
@each_entry
def test_an_entry_works_in_editors(editor: Editor, entry: dict[str, Any]) -> None:
    operation = operation_of_schema(entry["url"])
    assert operation is not None
    place = (ROOT / "schemas" / schema_path(operation, form="editor")).as_uri()
    schemas = [{"uri": place, "fileMatch": entry["fileMatch"]}]
    text = json.dumps({**json_schema(operation)["examples"][0], "colour": 1})
    for pattern in entry["fileMatch"]:
        language: Language = "json" if pattern.endswith(".json") else "yaml"
        name = f"deep/{pattern.replace('*', 'deploy')}"
        (found,) = editor.findings(language, None, text, schemas=schemas, name=name)
        assert found.message == "Property colour is not allowed."
        assert editor.findings(language, None, text, schemas=schemas, name=f"deep/other.{language}") == []
