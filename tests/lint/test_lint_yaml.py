"""The YAML reader: values, positions, problems and comments."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import Folder

from liveschema.lint.inputs.comments import ignores_in
from liveschema.lint.inputs.document import ALL, Document
from liveschema.lint.inputs.yaml.text import yaml_documents
from liveschema.text import UNREADABLE


def one(source: str | bytes) -> Document:
    (document,) = yaml_documents(source)
    return document


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("Yes", "Yes"), ("12:30", "12:30"), ("2026-07-01", "2026-07-01"),
        ("<<", "<<"), ("1_000", "1_000"), ("0b1", "0b1"), ("=", "="),
        ("true", True), ("TRUE", True), ("False", False), ("tRue", "tRue"),
        ("null", None), ("~", None), ("Null", None), ("nUll", "nUll"), ("!!null x", "x"),
        ("5", 5), ("-5", -5), ("+5", 5), ("007", 7), ("0o17", 15), ("0x1F", 31), ("0o8", "0o8"),
        ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-1.5E-2", -0.015), ("1.5.1", "1.5.1"),
        ("'5'", "5"), ('"true"', "true"), ("!!str 5", "5"), ("! 5", "5"), ("!!int '5'", 5), ("|\n  5\n", "5\n"),
        ("[1, a]", [1, "a"]), ("{a: [b]}", {"a": ["b"]}), ("!!map {a: 1}", {"a": 1}), ("- a\n-\n", ["a", None]),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}), ("&k a: 1\nb: *k", {"a": 1, "b": "a"}),
        ("9" * 400, float("inf")), ("- -" + "9" * 400, [float("-inf")]), ("- " + "9" * 308, [int("9" * 308)]),
        ("- -" + "0" * 9000 + "70", [-70]), ("- +" + "0" * 400, [0]),
    ],
)  # fmt: skip
def test_values_are_those_of_the_core_schema(text: str, value: object) -> None:
    document = one(text + ("" if text.endswith("\n") else "\n"))
    assert document.value == value
    assert type(document.value) is type(value)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(max_size=6)
    | st.sampled_from(["no", "🚗", "1:30", "a: b", "# c"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)


def every_path(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, item in items for found in every_path(item, (*path, key)))]


@given(VALUES, st.sampled_from([None, True, False]), st.sampled_from(["\n", "\r\n"]))
def test_every_place_slices_back_to_its_value(value: object, flow: bool | None, end: str) -> None:  # noqa: FBT001
    text = "# not JSON" + end
    text += yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, line_break=end, default_style='"')
    document = one(text)
    assert document.faults == []
    paths = every_path(document.value)
    places = document.locator(paths)
    assert set(places) == set(paths)
    for path, place in places.items():
        expected = document.value
        for step in path:
            expected = expected[step]
        span = place.value
        written = text[span.start : span.end]
        if not isinstance(expected, dict | list):
            assert one(written).value == expected
        if path and isinstance(path[-1], str):
            assert place.key is not None
            assert one(text[place.key.start : place.key.end]).value == path[-1]
    assert document.locator([(*paths[-1], "no", "such")])[(*paths[-1], "no", "such")] == places[paths[-1]]


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "message"),
    [
        ("", "invalid-yaml", 1, 1, "expected a document, got the end of the text"),
        ("# only a comment\n", "invalid-yaml", 2, 1, "expected a document, got the end of the text"),
        ("a: [1, 2\nb: 3\n", "invalid-yaml", 2, 2, "expected ',' or ']', got ':'"),
        ("[,]\n", "invalid-yaml", 1, 2, "expected a value, got ','"),
        ("a\nb: 1\n", "invalid-yaml", None, None, None),
        ("a: b: c\n", "invalid-yaml", 1, 5, "a colon and a space must follow a key, got them inside a value"),
        ("a: - b\n", "invalid-yaml", 1, 4, "a list item must begin a line, got it after a value"),
        ("a: b\n c: d\n", "invalid-yaml", 2, 3, "a colon and a space must follow a key, got them inside a value"),
        ("a: 'b' c\n", "invalid-yaml", 1, 8, "expected a key or an item at this indentation, got a value"),
        ("a: 'b\n", "invalid-yaml", 2, 1, "the text must be YAML, got unexpected end of stream"),
        ("a: @b\n", "invalid-yaml", 1, 4, "the text must be YAML, got character '@' that cannot start any token"),
        ("a:\n- ? b\n ? c\n", "invalid-yaml", None, None, None),
        ("'a\nb': c\n", "invalid-yaml", None, None, None),
        ("a\nb\nc: d\n", "invalid-yaml", None, None, None),
        ("a: 🚗\x01\n", "invalid-yaml", 1, 5, "a character must be one that YAML allows, got U+0001"),
        ("a: *b\n", "invalid-yaml", 1, 4, "an alias must name an anchor before it, got *b"),
        ("a: &b [*b]\n", "invalid-yaml", 1, 8, "an alias must name an anchor before it, got *b"),
        ("? [a]\n: 1\n", "invalid-yaml", 1, 3, "a key must be a string, got a list or an object"),
        ("a:\n" + "- " * 300 + "1\n", "too-deep", None, None, None),
        ("[" * 100_000, "too-deep", 1, None, None),
        ("{a: " * 20_000, "too-deep", 1, 841, None),
    ],
)
def test_a_text_that_cannot_be_read_is_reported(
    text: str, rule: str, line: int | None, column: int | None, message: str | None
) -> None:
    document = one(text)
    assert document.value is UNREADABLE
    fault = document.faults[-1]
    assert fault.rule == rule
    if line is not None and column is not None:
        assert (fault.line, fault.column) == (line, column)
    if message is not None:
        assert fault.message == message


def test_what_follows_a_whole_document_is_reported() -> None:
    *_, last = yaml_documents(b"{a: 1}}\n")
    assert [(fault.rule, fault.line, fault.column, fault.message) for fault in last.faults] == [
        ("invalid-yaml", 1, 7, "expected the end of the text, got '}'")
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a: 1\nb: {a: 1, a: 2}\na: 2\n", [("duplicate-key", "/b/a", 2, 11), ("duplicate-key", "/a", 3, 1)]),
        ("a: .nan\n", [("non-finite-number", "/a", 1, 4)]),
        ("b: [-.inf, 1e999]\n", [("non-finite-number", "/b/0", 1, 5), ("non-finite-number", "/b/1", 1, 12)]),
        ("1: a\nnull: b\n", [("invalid-yaml", "/1", 1, 1), ("invalid-yaml", "/null", 2, 1)]),
        ("a: !!timestamp 2026-07-01\nb: !mine {c: 1}\n", [("invalid-yaml", "/a", 1, 4), ("invalid-yaml", "/b", 2, 4)]),
        ("\ufeffa: 1\nb: .inf\n", [("byte-order-mark", "", 1, 1), ("non-finite-number", "/b", 2, 4)]),
        ("0x" + "f" * 300 + "\n", [("non-finite-number", "", 1, 1)]),
    ],
)  # fmt: skip
def test_faults_that_do_not_prevent_a_value_are_reported(text: str, faults: list[tuple[str, str, int, int]]) -> None:
    document = one(text)
    assert document.readable
    assert sorted((fault.rule, fault.pointer, fault.line, fault.column) for fault in document.faults) == sorted(faults)


def test_numbers_beyond_a_double_are_shown_as_written() -> None:
    messages = [fault.message for fault in one("a: 1e999\nb: -.inf\n").faults]
    assert messages == ["a must be a finite number, got 1e999", "b must be a finite number, got -Infinity"]


def test_invalid_utf_8_is_reported() -> None:
    assert [fault.rule for fault in one("a: é\n".encode("latin-1")).faults] == ["invalid-utf8"]
    document = one("a: 1\n".encode("utf-16"))
    assert (document.value, document.faults[0].rule) == (UNREADABLE, "invalid-utf8")


def test_documents_are_counted_and_a_broken_one_does_not_hide_the_next() -> None:
    documents = list(yaml_documents("a: 1\n---\nb: 1\nb: 2\n---\nc: [\n--- d\n"))
    assert [(each.index, each.readable) for each in documents] == [(1, True), (2, True), (3, False), (4, True)]
    faults = [[fault.rule for fault in each.faults] for each in documents]
    assert faults == [[], ["duplicate-key"], ["invalid-yaml"], []]


def test_an_alias_bomb_is_refused_and_a_few_aliases_are_not() -> None:
    levels = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    levels += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    document = one("\n".join(levels))
    assert document.value is UNREADABLE
    (fault,) = document.faults
    assert (fault.rule, fault.line) == ("alias-bomb", 5)
    few = one("\n".join(levels[:3]))
    assert few.faults == []
    assert len(few.value["c"][9][9]) == 10


def test_values_of_an_alias_are_placed_at_the_alias() -> None:
    document = one("a: &x {b: 1}\nc: *x\n")
    place = document.locator([("c", "b")])[("c", "b")]
    assert (place.value.line, place.value.column, place.value.end_column) == (2, 4, 6)


def test_comments_ignore_findings(folder: Folder) -> None:
    folder.write(
        "x.update.yaml",
        "activity_id: a\n"
        "content_state:\n"
        "  title: x\n"
        "  # liveschema: ignore[out-of-range]\n"
        "  # because it is a test\n"
        "  percentage: 101\n"
        "  colr: red  # liveschema: ignore\n"
        "  clr: red  # liveschema: ignore[out-of-range, wrong-type]\n"
        '  subtitle: "#liveschema: ignore"\n'
        "tags: ['']  #liveschema:ignore[empty-string]\n",
    )
    result = folder.check("--format", "json")
    assert [(each["rule"], each["line"]) for each in result.data["findings"]] == [("unknown-field", 8)]
    assert result.data["summary"]["ignored"] == 3


def test_comments_are_found_by_line() -> None:
    text = "a: 1 # liveschema: ignore\r# liveschema: ignore[too-deep]\r\n# liveschema: ignore[not-json , null-value]\n"
    text += "b: 2 # liveschema: ignore[too-long]\nc: x#liveschema: ignore\n"
    assert ignores_in(text)[:2] == ({1: ALL, 4: {"too-deep", "not-json", "null-value", "too-long"}}, [])


def test_a_comment_with_an_unknown_rule_is_reported(folder: Folder) -> None:
    folder.write(
        "x.update.yaml",
        "# liveschema: ignore[rule]\n"
        "activity_id: ''  # liveschema: ignore[empty-sting, too-long]\n"
        "content_state: {title: x}\n"
        "--- # liveschema: ignore[\n"
        "activity_id: ''  # liveschema: ignore[empty-string, x.y\n"
        "content_state: {title: x}\n",
    )
    found = [
        (each["document"], each["line"], each["column"], each["rule"], each["message"], each["hint"])
        for each in folder.findings()
    ]
    message = "an ignore comment must name rules that exist, got "
    assert found == [
        (1, 1, 22, "unknown-ignore", message + '"rule"', None),
        (1, 2, 14, "empty-string", "activity_id must not be empty, got an empty string", None),
        (1, 2, 39, "unknown-ignore", message + '"empty-sting"', "did you mean empty-string?"),
        (2, 5, 53, "unknown-ignore", message + '"x.y"', None),
    ]


def test_a_document_that_cannot_be_read_has_no_places() -> None:
    assert one("a: [").locator([(), ("a",)]) == {}
