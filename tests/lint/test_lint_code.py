"""Requests in source code of all languages, from the file to the report."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from lint_kit import Folder

from liveschema.lint.inputs import FORMATS

ROOT = Path(__file__).parents[2]
KEY = "4f1c0e9b7d2a4f1c0e9b7d2a"
STATE = "content_state: { title: 'x', type: 'progress', percentage: 142 }"
FIELDS = 'Title: "x", Type: "progress", Percentage: 142'
ENTRIES = "'title' => 'x', 'type' => 'progress', 'percentage' => 142"
CALLS = {
    "javascript": ("send.js", f"client.liveActivities.stream('k', {{ {STATE} }});", "//"),
    "typescript": ("send.ts", f"const sent = await client.liveActivities.stream('k', {{ {STATE} }});", "//"),
    "go": (
        "send.go",
        f'activitysmith.LiveActivities.Stream("k", sdk.LiveActivityStreamInput{{{FIELDS}}})',
        "//",
    ),
    "ruby": ("send.rb", f"client.live_activities.stream('k', {{ {STATE} }})", "#"),
    "php": (
        "send.php",
        f"$c->liveActivities->stream('k', ['content_state' => [{ENTRIES}]]);",
        "//",
    ),
}
IGNORE = "liveschema: ignore[out-of-range]"


def code(language: str, before: str = "", after: str = "") -> tuple[str, str]:
    """Return the name and the text of a file that sends a request with a mistake in the second line."""
    name, call, _ = CALLS[language]
    return name, f"{'<?php' if language == 'php' else ''}\n{before}{call}{after}\n"


def comment(language: str, text: str = IGNORE) -> str:
    return f"{CALLS[language][2]} {text}"


def found(folder: Folder, *arguments: str) -> list[tuple[str, int, int, str]]:
    return [(each["path"], each["line"], each["column"], each["rule"]) for each in folder.findings(*arguments)]


@pytest.mark.parametrize("language", CALLS)
def test_a_finding_stands_where_the_value_is(folder: Folder, language: str) -> None:
    name, text = code(language)
    folder.write(name, text)
    column = text.splitlines()[1].index("142") + 1
    assert found(folder) == [(name, 2, column, "out-of-range")]
    assert found(folder, "-", "--stdin-filename", name) == []
    result = folder.check("--format", "json", "-", "--stdin-filename", name, stdin=text.encode())
    assert [(each["line"], each["column"]) for each in result.data["findings"]] == [(2, column)]
    (row,) = [json.loads(line) for line in folder.execute("extract", name).lines]
    assert (row["operation"], row["stream_key"], row["reader"]) == ("stream", "k", language)
    assert row["payload"] == {"content_state": {"title": "x", "type": "progress", "percentage": 142}}


@pytest.mark.parametrize("language", CALLS)
def test_comments_ignore_findings_in_the_form_of_the_language(folder: Folder, language: str) -> None:
    name, text = code(language, before=f"{comment(language)}\n")
    folder.write(name, text)
    assert found(folder) == []
    name, text = code(language, after=f" {comment(language)}")
    folder.write(name, text)
    assert found(folder) == []
    name, text = code(language, after=f"\n{comment(language, 'liveschema: ignore[out-of-rang]')}")
    folder.write(name, text)
    assert [each[3] for each in found(folder)] == ["out-of-range", "unknown-ignore"]


@pytest.mark.parametrize("language", ["javascript", "typescript", "go", "php"])
def test_comments_between_slashes_and_asterisks(folder: Folder, language: str) -> None:
    name, text = code(language, before=f"/* {IGNORE} */\n")
    folder.write(name, text)
    assert found(folder) == []
    name, text = code(language, before=f"/** {IGNORE} */ ")
    folder.write(name, text)
    assert found(folder) == []
    name, text = code(language, before=f"# {IGNORE}\n")
    folder.write(name, text)
    assert len(found(folder)) == (0 if language == "php" else 1)


@pytest.mark.parametrize("language", CALLS)
def test_blocks_in_markdown(folder: Folder, language: str) -> None:
    name, text = code(language)
    suffix = name.rpartition(".")[2]
    folder.write("a.md", f"<Tab>\n  ```{suffix} Title\n{text.replace('<?php', '')}  ```\n</Tab>\n")
    ((path, line, _, rule),) = found(folder)
    assert (path, line, rule) == ("a.md", 4, "out-of-range")
    folder.write("a.md", f"```{language}\n{comment(language)}\n{CALLS[language][1]}\n```\n")
    assert found(folder) == []
    folder.write("a.md", f"<!-- {IGNORE} -->\n```{language}\n{text}```\n")
    assert found(folder) == []


@pytest.mark.parametrize("language", CALLS)
def test_a_block_without_a_word_of_the_service_is_not_read(folder: Folder, language: str) -> None:
    folder.write("a.md", f"```{language}\nrequest(3)\n```\n\n```json update\n[]\n```\n")
    assert [each[3] for each in found(folder)] == ["wrong-type"]


@pytest.mark.parametrize("program", ["node", "deno", "ruby", "php", "tsx"])
def test_scripts_without_a_suffix(folder: Folder, program: str) -> None:
    language = {"ruby": "ruby", "php": "php", "tsx": "typescript"}.get(program, "javascript")
    _, text = code(language)
    folder.write("bin/send", f"#!/usr/bin/env {program}\n{text}")
    assert [(each[0], each[1]) for each in found(folder)] == [("bin/send", 3)]


@pytest.mark.parametrize("language", CALLS)
def test_without_its_grammar_code_is_passed_over_and_a_note_says_so(
    folder: Folder, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = FORMATS[language].package or ""
    for name in [name for name in sys.modules if "inputs.code." in name or name.startswith("tree_sitter")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package.replace("-", "_"), None)
    name, text = code(language)
    folder.write(name, text)
    folder.write(f"other/{name}", text)
    folder.write("x.md", f"```{language}\n{text}```\n\n```{language}\n{text}```\n\n```json update\n[]\n```\n")
    title = FORMATS[language].title or "PHP"
    needs = f"passed over, {title} needs {package}: pip install 'liveschema[code]'"
    result = folder.check(".")
    assert (result.code, len(result.lines)) == (1, 2)
    assert result.err == f"liveschema: other/{name}: {needs}\nliveschema: x.md:2: {needs}\n"
    assert folder.check("-v", ".").err.count(needs) == 3
    recorded = folder.execute("timeline", ".")
    assert (recorded.code, recorded.err.count(needs)) == (1, 2)
    named = folder.check(name)
    assert (named.code, named.err) == (2, f"liveschema: {name}: {needs.removeprefix('passed over, ')}\n")


def test_an_api_key_in_code_is_never_shown(folder: Folder) -> None:
    folder.write("a.js", f"new ActivitySmith({{ apiKey: '{KEY}' }}).liveActivities.stream('{KEY}', {{ a: '{KEY}' }})\n")
    assert [each[3] for each in found(folder)] == ["literal-api-key", "missing-field", "unknown-field"]
    for form in ("full", "concise", "json", "sarif", "github", "gitlab", "junit"):
        assert KEY not in folder.check("--format", form).out
    assert KEY not in folder.execute("extract").out


def test_an_api_key_in_a_key_or_a_path_is_never_shown(folder: Folder) -> None:
    client = f"new ActivitySmith({{ apiKey: '{KEY}' }}).liveActivities"
    folder.write("a.js", f"{client}.start({{ metadata: {{ '{KEY}': null }}, apiKey: 'other{KEY}' }})\n")
    folder.write("b.js", f"fetch('https://activitysmith.com/api/live-activity/start/{KEY}', {{ method: 'POST' }})\n")
    for form in ("full", "concise", "json", "sarif", "github", "gitlab", "junit"):
        assert KEY not in folder.check("--format", form).out
    (row,) = [json.loads(line) for line in folder.execute("extract").lines]
    assert row["payload"] == {"metadata": {}, "apiKey": None}
    assert row["unknown"] == ["/metadata", "/apiKey"]


def test_a_script_on_standard_input_is_known_by_its_first_line(folder: Folder) -> None:
    _, text = code("ruby")
    script = f"#!/usr/bin/env ruby\n{text}".encode()
    result = folder.check("--format", "json", "-", "--stdin-filename", "bin/deploy", stdin=script)
    assert [each["line"] for each in result.data["findings"]] == [3]
    result = folder.check("-", "--stdin-filename", "bin/deploy", stdin=b"{}")
    assert (result.code, "no-request" in result.out) == (1, True)


@pytest.mark.parametrize("name", ["Rakefile", "fastlane/Fastfile", "config.ru"])
def test_files_of_ruby_by_their_names(folder: Folder, name: str) -> None:
    folder.write(name, code("ruby")[1])
    assert [each[:2] for each in found(folder)] == [(name, 2)]


def test_the_hooks_install_what_the_extras_install() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    installed = {
        hook["id"]: hook["additional_dependencies"]
        for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    }
    code = [*extras["cli"], *(each for each in extras["code"] if each != "liveschema[cli]")]
    assert installed == {"liveschema": extras["cli"], "liveschema-markdown": code, "liveschema-code": code}
