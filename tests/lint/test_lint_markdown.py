"""The JSON blocks of Markdown files."""

from __future__ import annotations

import pytest
from lint_kit import Folder

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.markdown import markdown_documents

UPDATE = '{"activity_id": "a", "content_state": {"title": "x"}}'


def blocks(text: str) -> list[tuple[int, str | None, Operation | None]]:
    return [(each.heads[0], each.own_text, each.operation) for each in markdown_documents(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"```json\n{UPDATE}\n```\n", [(2, UPDATE + "\n", None)]),
        (f"a\n\n~~~ JSON update\n{UPDATE}\n~~~~\n", [(4, UPDATE + "\n", Operation.UPDATE)]),
        (f"- a\n\n  ```json\n  {UPDATE}\n  ```\n", [(4, f"{UPDATE}\n", None)]),
        (f"````json\n{UPDATE}\n```\n````\n", [(2, f"{UPDATE}\n```\n", None)]),
        (f"```json title=x end-stream start\n{UPDATE}", [(2, UPDATE, Operation.END_STREAM)]),
        ("```json", [(1, "", None)]),
        ("```json update", [(1, "", Operation.UPDATE)]),
        (f"```text\n{UPDATE}\n```\n    {UPDATE}\n", []),
        ("```json\n[1, 2]\n```\n", [(2, "[1, 2]\n", None)]),
        ('```json\n{"ok": tru}\n```\n', [(2, '{"ok": tru}\n', None)]),
        ('```json stream\n{"ok": true}\n```\n', [(2, '{"ok": true}\n', Operation.STREAM)]),
        ('```json\n{"method": "PUT", "path": "/x"}\n```\n', [(2, '{"method": "PUT", "path": "/x"}\n', None)]),
        (
            f"```json\r\n{UPDATE}\r\n```\r\n```json\r\n{UPDATE}\r\n```\r\n",
            [(2, UPDATE + "\r\n", None), (5, UPDATE + "\r\n", None)],
        ),
        (f"\t```json\n\t{UPDATE}\n\n  {{}}\n\t```", [(2, f"{UPDATE}\n\n {{}}\n", None)]),
    ],
)
def test_blocks(text: str, found: list[tuple[int, str | None, Operation | None]]) -> None:
    assert blocks(text) == found


def test_markdown_in_folders_is_read_unless_the_configuration_says_not_to(folder: Folder) -> None:
    folder.write("README.md", '# x\n\n```json update\n{"activity_id": "a",\n "content_state": {"titel": 1}}\n```\n')
    found = [(each["rule"], each["line"], each["column"]) for each in folder.findings(".")]
    assert found == [("missing-field", 5, 19), ("unknown-field", 5, 20)]
    folder.write("liveschema.toml", 'inputs = ["json"]\n')
    assert folder.check(".").lines == ["no file was checked"]
    assert folder.check("README.md", "--force-exclude").lines == ["no file was checked"]
    assert len(folder.findings("--inputs", "yaml, markdown", ".")) == 2
    assert len(folder.findings("README.md")) == 2


@pytest.mark.parametrize(
    "block",
    ['json\n{"contentState": {"title": 1}}', "yaml\ncontentState:\n  title: 1", "json\n{contentState: {title: 1}}"],
)
def test_a_misspelt_state_is_found_without_another_request_in_the_page(folder: Folder, block: str) -> None:
    folder.write("README.md", f"```{block}\n```\n")
    assert folder.findings(".")


@pytest.mark.parametrize(
    "block", ['{"ok": true}', "[1, 2]", '{"ok": tru}', "npm install", "", '{"aps": {"content-state": {}}}', "{…}"]
)
def test_a_block_that_is_no_request_gives_no_finding(folder: Folder, block: str) -> None:
    folder.write("README.md", f"```json\n{block}\n```\n")
    for arguments in ((), ("README.md",)):
        result = folder.check(*arguments)
        assert (result.code, result.lines) == (0, ["no Live Activity request in 1 file"])
    assert result.err == "liveschema: README.md: no Live Activity request in it\n"


def test_a_block_that_looks_like_a_request_is_reported_if_it_is_no_json(folder: Folder) -> None:
    folder.write("README.md", '```json\n{"content_state": {"title": "https://x",}}\n```\n')
    assert [each["rule"] for each in folder.findings()] == ["invalid-json"]


@pytest.mark.parametrize("hole", ["{...}", "{…}", "<state>", "$STATE", "{} // the state"])
def test_an_example_with_an_elision_is_not_meant_to_be_json(folder: Folder, hole: str) -> None:
    folder.write("README.md", f'```json\n{{"content_state": {hole}}}\n```\n')
    assert folder.findings() == []
    folder.write("README.md", f'```json update\n{{"content_state": {hole}}}\n```\n')
    assert [each["rule"] for each in folder.findings()] == ["invalid-json"]


@pytest.mark.parametrize("word", ["update", "UPDATE", "title=x update", "end-stream", "end_stream"])
def test_a_word_marks_a_block_whatever_it_has(folder: Folder, word: str) -> None:
    folder.write("README.md", f'```json {word}\n{{"percentage": 142}}\n```\n')
    assert folder.findings()
    folder.write("README.md", f'~~~JSON {word}\n{{"title": "x",}}\n~~~\n')
    assert [each["rule"] for each in folder.findings()] == ["invalid-json"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n```json update", "2:15"),
        ("a\n```json update\n", "3:1"),
        ("a\n```json update\n```\n", "3:1"),
        ("a\n  ```json update\n  ```\n", "3:1"),
        ("a\n  ```json update", "2:17"),
    ],
)
def test_an_empty_block_is_reported_where_it_stands(folder: Folder, text: str, place: str) -> None:
    folder.write("x.md", text)
    assert folder.check("x.md", "-q").out.startswith(f"x.md:{place}: error[invalid-json] expected a value, got the end")
    folder.write("x.md", f"<!-- liveschema: ignore[invalid-json] -->\n{text[2:]}")
    assert folder.check("x.md", "-q").out == ""


def test_comments_before_a_block_ignore_its_findings(folder: Folder) -> None:
    bad = '```json update\n{"activity_id": "", "content_state": {"title": "x"}}\n```\n'
    text = f"<!-- liveschema: ignore[empty-string] -->\n\n{bad}\ntext\n\n{bad}\n"
    text += f"<!--liveschema:ignore-->\n{bad}<!-- liveschema: ignore[too-deep] -->\n{bad}"
    folder.write("x.md", text)
    result = folder.check("x.md", "--format", "json")
    assert [each["line"] for each in result.data["findings"]] == [10, 19]
    assert result.data["summary"]["ignored"] == 2


def test_a_comment_before_a_block_with_an_unknown_rule_is_reported(folder: Folder) -> None:
    block = '```json update\n{"activity_id": "", "content_state": {"title": "x"}}\n```\n'
    text = "`<!-- liveschema: ignore[rule] -->` before a block\n\nx\n<!-- liveschema: ignore[empty-sting] -->\n"
    folder.write("x.md", text + block + block)
    found = [(each["rule"], each["line"], each["column"], each["hint"]) for each in folder.findings("x.md")]
    assert found == [
        ("empty-string", 6, 17, None),
        ("empty-string", 9, 17, None),
        ("unknown-ignore", 4, 25, "did you mean empty-string?"),
    ]
    assert folder.check("x.md").lines[-1] == "2 errors and 1 warning in 1 of 1 file (2 payloads)"


def test_invalid_utf_8_is_reported(folder: Folder) -> None:
    folder.write("x.md", f"```json update\n{UPDATE}\n```\n".encode() + b"caf\xe9\n")
    folder.write("y.md", UPDATE.encode("utf-16"))
    assert [each["rule"] for each in folder.findings("x.md", "y.md")] == ["invalid-utf8", "invalid-utf8"]


def test_a_block_that_is_no_json_and_looks_like_no_request_is_passed_over(folder: Folder) -> None:
    folder.write("README.md", f'```json update\n{UPDATE}\n```\n\n```json\n{{"ok": tru}}\n```\n')
    result = folder.check("-v")
    assert result.lines == ["1 payload in 1 file: no problems; 1 other document passed over"]
    assert "README.md:6: passed over, nothing marks it as a Live Activity request" in result.err
