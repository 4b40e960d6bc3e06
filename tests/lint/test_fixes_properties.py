"""What holds of the fixes of every file: nothing else changes, and nothing is left to fix."""

from __future__ import annotations

import ast
import importlib
import json
import re
from collections import Counter
from typing import Any

import pytest
import tree_sitter
from amount import examples
from fix_kit import checked, fix
from fix_payloads import LANGUAGES, blocks, damaged, programs
from hypothesis import given
from hypothesis import strategies as st
from test_lint_positions import written

from liveschema import Operation, check
from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.engine.fixing import Mending
from liveschema.engine.problems import Problem
from liveschema.lint.findings import FindingFix
from liveschema.lint.fixes.files import Checked, compatible, edited_text

COMMENT = re.compile(r"(?:#|//) c\d+")
GRAMMARS = {
    "js": ("javascript", "language"),
    "ts": ("typescript", "language_typescript"),
    "go": ("go", "language"),
    "rb": ("ruby", "language"),
    "php": ("php", "language_php"),
}
LINE_END = re.compile(r"\r\n|\r|\n")


def mended(payload: Any, operation: Operation, *, unsafe: bool = True) -> Any:
    """Return a payload with all fixes that can be made, in as many rounds as it takes."""

    def report(changed: object) -> list[Problem]:
        return check(changed, operation, enable=OFF_BY_DEFAULT)

    while True:
        step = Mending(payload, report(payload), report)
        if not [*step.choose(unsafe=False), *(step.choose(unsafe=True) if unsafe else ())]:
            return payload
        payload = step.payload


def is_program(text: str, language: str) -> bool:
    """Return whether a text is without a mistake of syntax."""
    if language == "py":
        return bool(ast.parse(text))
    if language not in GRAMMARS:
        return True
    module, function = GRAMMARS[language]
    grammar = tree_sitter.Language(getattr(importlib.import_module(f"tree_sitter_{module}"), function)())
    return not tree_sitter.Parser(grammar).parse(text.encode()).root_node.has_error


def payload_of(found: Checked) -> Any:
    (request,) = found.requests
    return request.payload


def all_is_fixed_once(name: str, text: str, *, unsafe: bool = True) -> tuple[str, Checked]:
    """Fix a file, and test what holds of every file.

    Returns:
        The fixed text, and what a check finds in it.
    """
    content = text.encode(errors="surrogatepass")
    result = fix(name, content, unsafe=unsafe)
    before, after = (checked(name, each, keep=True) for each in (content, result.content))
    assert not result.left or COMMENT.search(text)
    assert before.rules - after.rules == result.rules
    assert not after.rules - before.rules
    assert after.payloads == before.payloads
    assert bool(after.fixes(unsafe=unsafe)) == result.left
    assert fix(name, result.content, unsafe=unsafe).content == result.content
    assert bool(result.rules) == (result.content != content)
    assert bool(result.rules or result.left) == bool(before.fixes(unsafe=unsafe))
    fixed = result.content.decode(errors="surrogatepass")
    assert sorted(COMMENT.findall(fixed)) == sorted(COMMENT.findall(text))
    return fixed, after


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_program_has_nothing_left_to_fix_in_its_payload(language: str) -> None:
    @examples(300)
    @given(programs(language), st.booleans())
    def drawn(program: tuple[str, str, Operation, Any], unsafe: bool) -> None:  # noqa: FBT001 - drawn
        name, text, operation, payload = program
        assert payload_of(checked(name, text.encode(), keep=True)) == payload
        fixed, after = all_is_fixed_once(name, text, unsafe=unsafe)
        assert is_program(fixed, language)
        if not COMMENT.search(text):
            assert payload_of(after) == mended(payload_of(after), operation, unsafe=unsafe)

    drawn()


@examples(400)
@given(blocks())
def test_every_block_of_yaml_has_nothing_left_to_fix_in_its_payload(block: tuple[str, str, Operation, Any]) -> None:
    name, text, operation, payload = block
    assert payload_of(checked(name, text.encode(), keep=True)) == payload
    fixed, after = all_is_fixed_once(name, text)
    assert set(LINE_END.findall(fixed)) <= set(LINE_END.findall(text))
    if not COMMENT.search(text) and "{" not in text:
        assert payload_of(after) == mended(payload_of(after), operation)


@examples(400)
@given(damaged(most=1), st.sampled_from([None, 1, 4, "\t"]), st.sampled_from(["", "\ufeff"]), st.sampled_from("\r\n"))
def test_every_json_file_has_the_payload_that_its_fixes_make(
    drawn: tuple[Operation, Any], indent: Any, mark: str, end: str
) -> None:
    operation, payload = drawn
    text = json.dumps(payload, indent=indent, ensure_ascii=False).replace("\n", "\r\n" if end == "\r" else end)
    _, after = all_is_fixed_once(f"x.{operation}.json", f"{mark}{text}")
    assert payload_of(after) == mended(payload, operation)


@examples(300)
@given(damaged(), st.data())
def test_every_layout_of_json_is_fixed_without_another_problem(drawn: tuple[Operation, Any], data: Any) -> None:
    operation, payload = drawn
    all_is_fixed_once(f"x.{operation}.json", data.draw(written(payload, {})))


@examples(200)
@given(st.lists(damaged(), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\n\n"]), st.booleans())
def test_every_line_of_json_lines_is_fixed(drawn: list[tuple[Operation, Any]], end: str, last: bool) -> None:  # noqa: FBT001 - drawn
    method = {Operation.STREAM: "PUT", Operation.END_STREAM: "DELETE"}
    lines = [
        {
            "method": method.get(operation, "POST"),
            "path": f"/live-activity/{'stream/k' if operation in method else operation}",
            "body": payload,
        }
        for operation, payload in drawn
    ]
    text = end.join(map(json.dumps, lines)) + (end if last else "")
    _, after = all_is_fixed_once("x.jsonl", text)
    for request, (operation, _) in zip(after.requests, drawn, strict=True):
        assert request.payload == mended(request.payload, operation)


def in_markdown(text: str, word: str) -> str:
    return f"# Card\n\n````{word}\n{text}\n````\n\nAnd so on.\n"


def in_workflow(text: str) -> str:
    lines = "".join(f"          {line}\n" if line.strip() else "\n" for line in text.splitlines())
    return (
        f"on: push\njobs:\n  card:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n{lines}      - run: make\n"
    )


def in_notebook(text: str) -> str:
    cell = {"cell_type": "code", "source": text.splitlines(keepends=True), "metadata": {}, "outputs": []}
    about = {"language_info": {"name": "python"}}
    return json.dumps({"cells": [cell], "metadata": about, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def in_har(payload: Any, operation: Operation) -> str:
    endpoint = {Operation.STREAM: ("PUT", "stream/k"), Operation.END_STREAM: ("DELETE", "stream/k")}
    method, path = endpoint.get(operation, ("POST", str(operation)))
    body = {"mimeType": "application/json", "text": json.dumps(payload)}
    request = {"method": method, "url": f"https://activitysmith.com/api/live-activity/{path}", "postData": body}
    return json.dumps({"log": {"version": "1.2", "entries": [{"request": request}]}}, indent=2)


@examples(150)
@given(st.data(), st.booleans())
@pytest.mark.parametrize(
    "form", ["JSON in Markdown", "YAML in Markdown", "code in Markdown", "workflow", "notebook", "HAR"]
)
def test_every_text_in_another_file_is_fixed_without_another_problem(form: str, data: Any, unsafe: bool) -> None:  # noqa: FBT001 - drawn
    if form == "JSON in Markdown":
        operation, payload = data.draw(damaged())
        name, text = "card.md", in_markdown(json.dumps(payload, indent=2), f"json {operation}")
    elif form == "HAR":
        operation, payload = data.draw(damaged())
        name, text = "card.har", in_har(payload, operation)
    elif form == "YAML in Markdown":
        _, inner, operation, _ = data.draw(blocks())
        name, text = "card.md", in_markdown(inner, f"yaml {operation}")
    elif form == "code in Markdown":
        language = data.draw(st.sampled_from(LANGUAGES))
        name, text = "card.md", in_markdown(data.draw(programs(language))[1], language)
    elif form == "workflow":
        name, text = ".github/workflows/card.yml", in_workflow(data.draw(programs("sh"))[1])
    else:
        name, text = "card.ipynb", in_notebook(data.draw(programs("py"))[1])
    _, after = all_is_fixed_once(name, text, unsafe=unsafe)
    assert after.payloads == 1


def test_no_file_without_a_finding_changes() -> None:
    for name, text in (("x.json", "{"), ("x.update.json", "[1, 2]"), ("x.yaml", "a: ["), ("x.py", "x = 1")):
        assert fix(name, text.encode()).content == text.encode()


@examples(300)
@given(damaged(), st.sampled_from([None, 2]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_without_their_edits_files_are_as_they_were(drawn: tuple[Operation, Any], indent: Any, end: str) -> None:
    operation, payload = drawn
    text = json.dumps(payload, indent=indent, ensure_ascii=False).replace("\n", end)
    fixes = compatible(text, checked(f"x.{operation}.json", text.encode(errors="surrogatepass")).fixes(unsafe=True))
    assert undone(edited_text(text, fixes), fixes, text) == text


def undone(fixed: str, fixes: list[FindingFix], text: str) -> str:
    """Return a text without edits, whose places are counted here in another way than where they are made."""
    starts = [0, *(each.end() for each in LINE_END.finditer(text))]
    edits = sorted(
        (starts[edit.line - 1] + edit.column - 1, starts[edit.end_line - 1] + edit.end_column - 1, edit)
        for each in fixes
        for edit in each.edits
    )
    shift = 0
    pieces: list[str] = []
    done = 0
    for start, end, edit in edits:
        assert text[start:end] == edit.old
        place = start + shift
        assert fixed[place : place + len(edit.new)] == edit.new
        pieces += fixed[done:place], edit.old
        done = place + len(edit.new)
        shift += len(edit.new) - len(edit.old)
    return "".join([*pieces, fixed[done:]])


def test_the_rules_of_what_is_fixed_are_counted() -> None:
    payload = {"activity_id": "a", "content_state": {"title": "B", "percentge": "4", "subtitle": None}, "colour": "x"}
    result = fix("x.update.json", json.dumps(payload).encode())
    assert result.rules == Counter({"unknown-field": 1, "null-value": 1})
