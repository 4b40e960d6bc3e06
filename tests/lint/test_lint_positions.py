"""The positions of findings, tested with generated documents in which one value is damaged at a known position."""

from __future__ import annotations

import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import evolve
from liveschema.lint.findings import Finding
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.results import FileResult
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.judge import lint_document
from liveschema.lint.run.stream import lint_lines

Path = tuple[str | int, ...]

PAYLOAD: dict[str, Any] = {
    "activity_id": "act_7f3a",
    "content_state": {
        "title": "🚗 Laden",
        "subtitle": "naïve\tßß",
        "type": "metrics",
        "metrics": [
            {"label": 'CPU \\ "x"', "value": 27, "unit": "%"},
            {"label": "Memory 💾", "value": 61.5, "unit": "%"},
        ],
    },
    "action": {
        "title": "Öffnen",
        "type": "webhook",
        "url": "https://ci.example.com/run",
        "body": {"a": [1, {"b": None}]},
    },
    "tags": ["prod", "wéb"],
    "metadata": {"host": "web-1", "größe": 1, "ok": True},
}


def lint(document: Document, context: FileContext) -> FileResult:
    result = FileResult()
    lint_document(document, context, result)
    return result


CONTEXT = FileContext("x.json", configured=Operation.UPDATE)


@attrs.frozen
class Damage:
    """The replacement of a value, and the rule that is then reported there."""

    path: Path
    value: Any
    rule: str


DAMAGES = [
    Damage(("activity_id",), "", "empty-string"),
    Damage(("activity_id",), 7, "wrong-type"),
    Damage(("content_state", "title"), None, "null-value"),
    Damage(("content_state", "title"), ["🚗"], "wrong-type"),
    Damage(("content_state", "type"), "metric", "unknown-type"),
    Damage(("content_state", "metrics", 0, "label"), "", "empty-string"),
    Damage(("content_state", "metrics", 1, "value"), -1, "out-of-range"),
    Damage(("content_state", "metrics", 1, "value"), "x" * 65, "too-long"),
    Damage(("content_state", "metrics", 1, "unit"), {"🚗": 1}, "wrong-type"),
    Damage(("content_state", "metrics", 0), 5, "wrong-type"),
    Damage(("content_state", "metrics"), [], "empty-list"),
    Damage(("action", "url"), "ci/🚗", "invalid-url"),
    Damage(("action", "method"), "PUT", "unknown-method"),
    Damage(("action", "body"), [1], "wrong-type"),
    Damage(("tags", 1), "", "empty-string"),
    Damage(("metadata", "größe"), [1], "wrong-type"),
]


KEY_DAMAGES = [
    Damage(("größte",), "x", "unknown-field"),
    Damage(("content_state", "größte"), 1, "unknown-field"),
    Damage(("content_state", "percentage"), 5, "misplaced-field"),
    Damage(("content_state", "counts_down"), value=True, rule="inert-field"),
    Damage(("content_state", "metrics", 0, "colour"), "lime", "unknown-field"),
    Damage(("action", "größte"), [], "unknown-field"),
    Damage(("metadata", "ß🚗" * 51), 1, "too-long"),
    Damage(("metadata", ""), 2, "empty-string"),
]


Marks = dict[Path, tuple[int, int]]


@st.composite
def written(draw: st.DrawFn, value: Any, marks: Marks, keys: Marks | None = None, *, one_line: bool = False) -> str:
    """Write JSON with white space and escapes of every kind, and record the position of each value."""
    space = st.text(" \t" if one_line else " \t\r\n", max_size=2)
    out: list[str] = []

    def length() -> int:
        return sum(map(len, out))

    def scalar(each: object) -> str:
        return json.dumps(each, ensure_ascii=draw(st.booleans()))

    def write(each: Any, path: Path) -> None:
        out.append(draw(space))
        start = length()
        if isinstance(each, dict):
            out.append("{")
            for index, (key, item) in enumerate(each.items()):
                out.append(("," if index else "") + draw(space))
                begun = length()
                out.append(scalar(key))
                if keys is not None:
                    keys[(*path, key)] = (begun, length())
                out.append(draw(space) + ":")
                write(item, (*path, key))
            out.append("}")
        elif isinstance(each, list):
            out.append("[")
            for index, item in enumerate(each):
                out.append("," if index else "")
                write(item, (*path, index))
            out.append("]")
        else:
            out.append(scalar(each))
        marks[path] = (start, length())
        out.append(draw(space))

    write(value, ())
    return "".join(out)


def damaged(damage: Damage) -> dict[str, Any]:
    """Return a copy of the payload with one value replaced."""
    payload: dict[str, Any] = json.loads(json.dumps(PAYLOAD))
    holder: Any = payload
    for step in damage.path[:-1]:
        holder = holder[step]
    holder[damage.path[-1]] = damage.value
    return payload


def place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r(?!\n)|\n", before)
    return len(lines), len(lines[-1]) + 1


def the(findings: list[Finding], rule: str) -> Finding:
    (found,) = [finding for finding in findings if finding.rule == rule]
    return found


@given(st.data(), st.sampled_from(DAMAGES), st.sampled_from(["", "\ufeff"]))
def test_a_finding_points_at_the_damaged_value(data: st.DataObject, damage: Damage, mark: str) -> None:
    payload = damaged(damage)
    marks: Marks = {}
    text = mark + data.draw(written(payload, marks))
    start, end = (offset + len(mark) for offset in marks[damage.path])
    finding = the(lint(json_document(text), CONTEXT).findings, damage.rule)
    assert text[start:end] == text[start:end].strip()
    assert (finding.line, finding.column) == place(text, start)
    assert (finding.end_line, finding.end_column) == place(text, end)
    assert finding.excerpt[finding.caret : finding.caret + finding.width] == text[start : start + finding.width]
    assert finding.pointer == "".join(f"/{step}" for step in damage.path)


@given(st.data(), st.sampled_from(KEY_DAMAGES))
def test_a_finding_points_at_an_unknown_key(data: st.DataObject, damage: Damage) -> None:
    payload = damaged(damage)
    keys: Marks = {}
    text = data.draw(written(payload, {}, keys))
    start, end = keys[damage.path]
    context = FileContext("x.json", configured=Operation.UPDATE, enable=frozenset({"inert-field"}))
    finding = the(lint(json_document(text), context).findings, damage.rule)
    assert (finding.line, finding.column) == place(text, start)
    assert (finding.end_line, finding.end_column) == place(text, end)
    assert finding.excerpt[finding.caret : finding.caret + finding.width] in text[start:end]


@given(st.data(), st.sampled_from(DAMAGES), st.integers(0, 3), st.sampled_from(["\n", "\r\n"]))
def test_in_json_lines_the_line_number_is_that_of_the_file(
    data: st.DataObject, damage: Damage, before: int, end: str
) -> None:
    payload = damaged(damage)
    marks: Marks = {}
    text = data.draw(written(payload, marks, one_line=True))
    good = json.dumps(PAYLOAD)
    chunk = (end.join([*[good] * before, text, good]) + end).encode()
    result = lint_lines(chunk, 1, CONTEXT)
    assert result.payloads == before + 2
    finding = the(result.findings, damage.rule)
    assert (finding.line, finding.column) == (before + 1, marks[damage.path][0] + 1)


def test_an_unknown_place_is_replaced_by_the_nearest_parent() -> None:
    document = json_document(json.dumps({"activity_id": "", "content_state": {"title": 5}}))
    rough = evolve(document, locator=lambda _: document.locator([("content_state",)]))
    found = lint(rough, CONTEXT).findings
    assert [(each.rule, each.column) for each in found] == [("empty-string", 1), ("wrong-type", 38)]


def test_findings_are_in_the_order_of_the_text() -> None:
    text = '{"x": 1, "activity_id": "a",\n "activity_id": "",\n "content_state": {"title": 5}}'
    found = lint(json_document(text), CONTEXT).findings
    assert [(each.rule, each.line) for each in found] == [
        ("unknown-field", 1),
        ("duplicate-key", 2),
        ("empty-string", 2),
        ("wrong-type", 3),
    ]


@pytest.mark.parametrize("length", [0, 60, 119, 120, 121, 400])
def test_a_long_line_is_cut_around_the_place(length: int) -> None:
    payload = {
        "activity_id": "a",
        "content_state": {"subtitle": "🚗" * length, "title": "x", "percentage": 101, "type": "progress"},
        "metadata": {"k": "x" * length},
    }
    text = json.dumps(payload, ensure_ascii=False)
    (finding,) = lint(json_document(text), CONTEXT).findings
    assert finding.excerpt[finding.caret : finding.caret + finding.width] == "101"
    assert len(finding.excerpt) <= 122
    assert finding.excerpt.strip("…") in text
    assert finding.excerpt.startswith("…") == (len(text) > 120 and not text.startswith(finding.excerpt.strip("…")))
    assert finding.column == text.index("101") + 1
