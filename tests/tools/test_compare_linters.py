"""The comparison with other linters: what is measured, and that the page has the figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import pytest
from attrs import evolve

pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
pytest.importorskip("yamllint", reason="yamllint is not installed")
import compare_linters
from compare_linters import Sample, Tool, tables, without_versions
from figures import recorded

from liveschema import Operation, is_valid
from liveschema.engine.wording import listed

RIGHT = Sample("right", Operation.STREAM, b'{"content_state": {"title": "a", "type": "progress", "percentage": 4}}\n')
WRONG = Sample(
    "invalid",
    Operation.STREAM,
    b'{"content_state": {"title": "a", "type": "progress", "percentage": "4"}}\n',
    frozenset({"wrong-type"}),
)
PROSE = Sample(
    "invalid",
    Operation.STREAM,
    b'{"content_state": {"title": "a", "type": "timer", "percentage": 4, "duration_seconds": 9}}\n',
    frozenset({"misplaced-field"}),
)
TEXT = Sample("text", Operation.STREAM, b'{"content_state": ', frozenset({"invalid-json"}))
TWICE = Sample(
    "text", Operation.STREAM, RIGHT.content.replace(b'"title"', b'"title": "b", "title"'), frozenset({"duplicate-key"})
)
DEEP = Sample("text", Operation.STREAM, b"[" * 2_000, frozenset({"invalid-json"}))
NUMBER = Sample("text", Operation.STREAM, b'{"tags": 1' + b"0" * 9_000 + b"}", frozenset({"wrong-type"}))
NOT_UTF8 = Sample("text", Operation.STREAM, b'"\xe9"', frozenset({"invalid-utf8"}))
ALL = [RIGHT, WRONG, PROSE, TEXT, TWICE, DEEP, NUMBER, NOT_UTF8]


@pytest.mark.parametrize("tool", compare_linters.tools(), ids=lambda tool: tool.name)
def test_each_tool_judges_files(tool: Tool) -> None:
    verdicts = dict(
        zip(("right", "wrong", "prose", "text", "twice", "deep", "number", "utf8"), tool.judge(ALL), strict=True)
    )
    assert not verdicts["right"]
    assert verdicts["text"]
    assert verdicts["wrong"] is (tool.package != "yamllint")
    assert verdicts["prose"] is ("liveschema" in tool.name or "our" in tool.name)
    assert verdicts["utf8"]
    assert verdicts["twice"] is (tool.package in {"liveschema", "yamllint"})


def test_the_samples_are_those_that_need_no_more_than_the_payload() -> None:
    found = compare_linters.samples()
    assert {sample.kind for sample in found} == {"invalid", "text", "right"}
    assert all(sample.rules for sample in found if sample.kind != "right")
    assert not any(sample.rules for sample in found if sample.kind == "right")
    assert len({sample.operation for sample in found if sample.kind == "invalid"}) == len(Operation)


def refuses(*kinds: str) -> Tool:
    def judge(given: Sequence[Sample]) -> list[bool]:
        return [sample.kind in kinds for sample in given]

    return Tool(f"refuses {listed(kinds)}", "attrs", "nowhere", judge)


def test_the_tables_count_what_each_tool_refuses() -> None:
    lines = tables([RIGHT, RIGHT, WRONG, PROSE, WRONG, TEXT], [refuses("invalid"), refuses("right", "text")])
    installed = version("attrs")
    refused = "wrong payloads refused, of 3 | broken texts refused, of 1 | right payloads refused, of 2"
    assert lines == [
        f"| tool | version | {refused} | place |",
        "| --- | --- | ---: | ---: | ---: | --- |",
        f"| refuses invalid | {installed} | 3 | 0 | 0 | nowhere |",
        f"| refuses right and text | {installed} | 0 | 1 | 2 | nowhere |",
        "",
        "| broken rule | payloads | refuses invalid | refuses right and text |",
        "| --- | ---: | ---: | ---: |",
        "| `misplaced-field` | 1 | 1 | 0 |",
        "| `wrong-type` | 2 | 2 | 0 |",
    ]


def test_the_table_by_rule_leaves_out_what_finds_all_or_nothing() -> None:
    tools = [evolve(refuses("invalid"), package=package) for package in ("liveschema", "yamllint", "attrs")]
    head = tables([WRONG], tools)[-3]
    assert head == "| broken rule | payloads | refuses invalid |"


def test_versions_do_not_count() -> None:
    other = ["| a | 9.98.7 | 12 | line |"]
    assert without_versions(other) == without_versions(["| a | 0.1.2 | 12 | line |"]) == ["| a || 12 | line |"]
    assert without_versions(other) != without_versions(["| a | 9.98.7 | 13 | line |"])


@pytest.mark.parametrize(("change", "code"), [("", 0), ("| one more |\n", 1)])
def test_the_command_writes_and_checks_the_page(
    change: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "comparison.md"
    page.write_text("a\n<!-- figures of linters -->\n<!-- end of figures -->\nb\n", "utf-8")
    monkeypatch.setattr(compare_linters, "PAGE", page)
    monkeypatch.setattr(compare_linters, "samples", lambda: [RIGHT, WRONG])
    monkeypatch.setattr(compare_linters, "tools", lambda: [refuses("invalid")])
    assert compare_linters.main(["--write"]) == 0
    assert "| `wrong-type` | 1 | 1 |\n<!-- end of figures -->\nb\n" in page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace("<!-- end", f"{change}<!-- end"), "utf-8")
    assert compare_linters.main(["--check"]) == code
    assert ("tools/compare_linters.py --write" in capsys.readouterr().err) is bool(code)


def test_the_page_has_the_counts_of_the_fixtures() -> None:
    found = compare_linters.samples()
    head = recorded(compare_linters.NAME, compare_linters.PAGE)[0]
    for what, kind in (("wrong payloads", "invalid"), ("broken texts", "text"), ("right payloads", "right")):
        assert f"| {what} refused, of {sum(sample.kind == kind for sample in found)} |" in head


def test_the_samples_are_what_they_are_said_to_be() -> None:
    assert is_valid(json.loads(RIGHT.content), RIGHT.operation)
    assert not any(is_valid(json.loads(each.content), each.operation) for each in (WRONG, PROSE))
