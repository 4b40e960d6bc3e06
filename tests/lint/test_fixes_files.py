"""The rounds of fixes of a file, and the edits of its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fix_kit import checked, fix, fixed_text

from liveschema.engine.fixes import RenameMember
from liveschema.engine.problems import Severity
from liveschema.lint.findings import FileEdit, Finding, FindingFix
from liveschema.lint.fixes.files import Checked, compatible, edited_text, fixed
from liveschema.lint.fixes.found import Mendable
from liveschema.lint.fixes.layout import UneditableError, indented, line_end, name_in

LINES = "one two\nthree\n"


def an_edit(line: int, column: int, old: str, new: str) -> FileEdit:
    return FileEdit(line, column, line, column + len(old), old, new)


def a_fix(*edits: FileEdit, safe: bool = True) -> FindingFix:
    return FindingFix("a title", safe=safe, edits=edits)


def a_finding(how: FindingFix | None, rule: str = "some-rule") -> Finding:
    return Finding("x", 1, 1, 1, 1, rule, Severity.ERROR, "", "a message", None, None, None, "", 0, 1, None, how)


ONE = a_fix(an_edit(1, 1, "one", "1"))
TWO = a_fix(an_edit(1, 5, "two", "2"))
THREE = a_fix(an_edit(2, 1, "three", "3"))


def test_edits_that_do_not_touch_are_made_at_once() -> None:
    assert compatible(LINES, [ONE, TWO, THREE]) == [ONE, TWO, THREE]
    assert edited_text(LINES, [THREE, ONE, TWO]) == "1 2\n3\n"
    assert edited_text(LINES, []) == LINES


@pytest.mark.parametrize(
    "other",
    [
        a_fix(an_edit(1, 2, "ne t", "")),
        a_fix(an_edit(1, 1, "", "before ")),
        a_fix(an_edit(1, 4, "", " after")),
        a_fix(an_edit(1, 2, "", "in")),
        a_fix(an_edit(2, 1, "three", "3"), an_edit(1, 1, "one", "1")),
        a_fix(an_edit(1, 1, "two", "2")),
        a_fix(an_edit(1, 5, "two", "2"), an_edit(2, 1, "four", "4")),
    ],
    ids=["overlaps", "begins", "ends", "inside", "one of two", "does not fit", "one of two does not fit"],
)
def test_an_edit_that_touches_another_one_or_does_not_fit_is_left(other: FindingFix) -> None:
    assert compatible(LINES, [ONE, other]) == [ONE]
    assert compatible(LINES, [other], [ONE]) == []


def test_an_edit_may_begin_where_another_one_ends() -> None:
    after = a_fix(an_edit(1, 4, " ", "_"))
    assert edited_text(LINES, compatible(LINES, [ONE, after])) == "1_two\nthree\n"


def rounds(judge: Callable[[str], list[Finding]]) -> tuple[Any, int]:
    """Fix a text, which is its own payload as far as a check knows, and count the checks."""
    checks = []

    def check(content: bytes, *, keep: bool) -> Checked:
        checks.append(keep)
        return Checked(judge(content.decode()), 1)

    return fixed(LINES.encode(), check, unsafe=False), len(checks)


def test_a_file_without_fixes_is_checked_once() -> None:
    for finding in ([], [a_finding(None)], [a_finding(a_fix(*ONE.edits, safe=False))]):
        result, checks = rounds(lambda _, finding=finding: finding)  # type: ignore[misc]  # the types of a default
        assert (result.content, result.rules, result.left, checks) == (LINES.encode(), {}, False, 1)


def test_fixes_that_never_end_are_given_up() -> None:
    result, checks = rounds(lambda text: [a_finding(a_fix(an_edit(1, 1, text[:1], "b" if text[0] == "a" else "a")))])
    assert (result.rules, result.left, checks) == ({}, True, 102)


def test_a_fix_that_brings_other_problems_is_given_up_and_others_are_made() -> None:
    def judge(text: str) -> list[Finding]:
        found = [a_finding(ONE)] if "one" in text else [a_finding(None, "another-rule")]
        return [*found, *([a_finding(THREE)] if "three" in text else [])]

    result, _ = rounds(judge)
    assert (result.content, result.rules, result.left) == (b"one two\n3\n", {"some-rule": 1}, True)


def test_a_fix_that_needs_one_that_was_not_made_is_not_sound() -> None:
    rename = RenameMember(path=("b",), safe=True, name="c")
    before = Mendable({"a": 1}, [(rename, ONE)])

    def check(content: bytes, *, keep: bool) -> Checked:
        found = [a_finding(ONE)] if b"one" in content else []
        return Checked(found, 1, None, [before] if keep else [])

    result = fixed(LINES.encode(), check, unsafe=False)
    assert (result.content, result.left) == (LINES.encode(), True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_last_line_of_a_block_is_left_out_with_the_line_end_before_it(end: str) -> None:
    lines = ["activity_id: a", "content_state:", "  title: B", "  percentage: 4", "  color: null"]
    assert fixed_text("x.update.yaml", end.join(lines)) == end.join(lines[:-1])
    assert fixed_text("x.update.yaml", end.join(lines) + end) == end.join(lines[:-1]) + end


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("other", ["", "# a comment\n", "# a comment\r\n", "# a comment\r"])
def test_a_new_line_of_a_block_ends_as_the_one_before_it(end: str, other: str) -> None:
    lines = ["content_state:", "  title: B", "  percentage: 4"]
    before = other + end.join(lines)
    assert fixed_text("x.start.yaml", before + end) == f"{before}{end}  type: progress{end}"


def test_a_new_member_is_written_as_one_with_an_empty_text() -> None:
    text = '{"content_state": {"title": "", "percentage": 4}}'
    assert fixed_text("x.start.json", text) == text.replace("4", '4, "type": "progress"')


def test_fixes_that_conflict_are_made_in_the_next_round() -> None:
    text = '{"content_state": {"title": "B", "percentage": 4}, "subtitle": "x", "icon": {"symbol": "x"}}'
    fixes = checked("x.start.json", text.encode()).fixes(unsafe=False)
    assert [len(compatible(text, fixes)), len(fixes)] == [1, 3]
    assert fixed_text("x.start.json", text) == (
        '{"content_state": {"title": "B", "percentage": 4, "type": "progress", "subtitle": "x", '
        '"icon": {"symbol": "x"}}}'
    )


def test_only_text_that_is_unicode_is_fixed() -> None:
    text = '{"activity_id": "a", "content_state": {"title": "é", "percentge": 4}}'
    assert b"percentage" in fix("x.update.json", text.encode()).content
    for encoding in ("utf-16", "utf-32", "latin-1"):
        content = text.encode(encoding)
        assert fix("x.update.json", content).content == content
    assert fix("x.update.json", text.encode("latin-1")).left


def test_other_forms_are_refused() -> None:
    for name in ("x", "_name", "nam"):
        with pytest.raises(UneditableError):
            name_in('"name"', (0, 6), name)
    assert name_in('b"name"', (1, 7), "name") == 2
    with pytest.raises(UneditableError):
        line_end("name: value more\n", 11)
    assert line_end("name: value  # more\n", 11) == 19
    assert line_end("name: value", 11) == 11
    with pytest.raises(UneditableError):
        indented("a: `\n  b`", "", "  ", is_block=True)
    assert indented("a: `\n  b`", "", "  ", is_block=False) == "a: `\n  b`"
    assert indented("{\n\n  b\n}", "", "\t", is_block=False) == "{\n\n\t  b\n\t}"
