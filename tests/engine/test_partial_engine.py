"""What is certain about values that are not fully known, for the tests of any contract and for a small one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from library_contract import LIBRARY, Desk

from liveschema.engine.constraint import Context
from liveschema.engine.cross_field_tests import Breach, Compare, CrossFieldTest, MaxItems, NoItemOfType
from liveschema.engine.partial.placeholders import length_bounds, may_spell
from liveschema.engine.partial.report import report_partial
from liveschema.engine.partial.tests import Members, certain_breaches, verdict
from liveschema.engine.partial.values import PartialCollector, report_value
from liveschema.engine.scalars import Url
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.engine.value_tests import (
    FLOAT,
    INTEGER,
    NUMBER,
    STRING,
    Encodable,
    Equals,
    Length,
    Matches,
    NotBlank,
    NotEqual,
    OneOf,
    ValueTest,
)

URL = Url(("https", "http"), "a URL", opaque_schemes=("tel",)).checks[0].test
ALPHABET = st.sampled_from(["h", "t", "p", "s", "e", "l", ":", "/", "H", " ", "\ud800", "a"])
PIECES = st.text(ALPHABET, max_size=4) | st.sampled_from(["http://", "https://", "https://a", "tel:", "hel", "lo"])
TESTS: list[ValueTest] = [
    Length(2),
    Length(1, 6),
    Length(at_most=4),
    Encodable(),
    NotBlank(),
    NotBlank(or_empty=True),
    URL,
    Matches("words", r"[a-z]+\Z", unfit="[^a-z]"),
    Matches("if_h", r"ht", only_if="h"),
    OneOf(("hello", "help", ""), "names"),
    Equals("hello"),
    NotEqual("hello"),
]


@given(st.sampled_from(TESTS), st.lists(PIECES, min_size=2, max_size=3), st.lists(PIECES, min_size=3, max_size=3))
@examples(3000)
def test_every_verdict_on_a_partial_text_holds_for_its_fillings(
    test: ValueTest, pieces: list[str], holes: list[str]
) -> None:
    filled = pieces[0] + "".join(hole + piece for hole, piece in zip(holes, pieces[1:], strict=False))
    assert verdict(test, PartialText(pieces)) in {None, test.holds(filled)}


@pytest.mark.parametrize(
    ("pieces", "wanted", "expected"),
    [
        (("", "ab", ""), "ab", True),
        (("", "ab", ""), "abc", True),
        (("", "ab", ""), "ba", False),
        (("a", "a"), "a", False),
        (("a", "a", ""), "aa", True),
        (("a", "b", "b"), "ab", False),
        (("a", "b", "c", ""), "a-b-c", True),
        (("a", "c", "b", ""), "a-b-c", False),
    ],
)
def test_what_a_partial_text_may_spell(pieces: tuple[str, ...], wanted: str, expected: bool) -> None:  # noqa: FBT001 - a verdict
    assert may_spell(PartialText(pieces), wanted) is expected


@given(st.lists(PIECES, min_size=1, max_size=3), PIECES)
def test_a_partial_text_may_spell_its_fillings(pieces: list[str], hole: str) -> None:
    assert may_spell(PartialText(pieces), hole.join(pieces))


@pytest.mark.parametrize(
    ("test", "pieces", "expected"),
    [
        (Length(2), ("ab", ""), True),
        (Length(1, 2), ("abc", ""), False),
        (Length(1, 2), ("a", ""), None),
        (NotBlank(), (" a", ""), True),
        (NotBlank(), (" ", ""), None),
        (Encodable(), ("", "\ud800"), False),
        (URL, ("htt", ""), None),
        (URL, ("tel:", " "), False),
        (URL, ("HTTP", ""), None),
        (URL, ("http:/x", ""), False),
        (URL, ("mailto:", ""), False),
        (OneOf(("green", "gray"), "names"), ("gr", "y"), None),
        (OneOf(("green", "gray"), "names"), ("gr", "o", "y"), False),
        (Equals("green"), ("gr", "n"), None),
        (Equals("aba"), ("ab", "ba"), False),
        (NotEqual("green"), ("gr", "d"), True),
        (NotEqual("green"), ("gr", "n"), None),
        (Matches("if_h", "ht", only_if="h", unfit="x"), ("ax", ""), None),
    ],
)
def test_what_is_certain_about_a_text(test: ValueTest, pieces: tuple[str, ...], expected: bool | None) -> None:  # noqa: FBT001 - a verdict
    assert verdict(test, PartialText(pieces)) is expected


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("abc", (3, 3)),
        (UNKNOWN, (0, None)),
        (PartialText(("a", "b")), (2, None)),
        ([1, UNKNOWN], (2, 2)),
        ([1, Unknown(may_be_missing=True)], (1, 2)),
        ([1, MORE, 2, MORE], (2, None)),
        ({"a": 1, "b": Unknown(may_be_missing=True)}, (1, 2)),
        ({"a": 1, MORE: None}, (1, None)),
    ],
)
def test_lengths_are_known_within_bounds(value: Any, bounds: tuple[int, int | None]) -> None:
    assert length_bounds(value) == bounds


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        (Length(1, 2), [1, 2], True),
        (Length(1, 2), [1, UNKNOWN], True),
        (Length(1, 2), [1, 2, Unknown(may_be_missing=True)], None),
        (Length(1, 2), [1, 2, UNKNOWN], False),
        (Length(2, 3), [1, 2, Unknown(may_be_missing=True)], True),
        (Length(2, 3), [1, Unknown(may_be_missing=True)], None),
        (Length(2, 3), [Unknown(may_be_missing=True)], False),
        (Length(1, 2), [1, MORE], None),
        (Length(1), [1, MORE], True),
    ],
)
def test_what_is_certain_about_a_length(test: Length, value: Any, expected: bool | None) -> None:  # noqa: FBT001 - a verdict
    assert verdict(test, value) is expected


class Even(ValueTest):
    """A test that the engine does not know."""

    def holds(self, value: Any) -> bool:
        return len(value) % 2 == 0


class Sum(CrossFieldTest):
    """A test that the engine does not know."""

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        return (("a", "b"),)

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        if sum(values[name] for name in group) > 2:
            yield ("a",), {}


def members(**present: Any) -> Members:
    return Members(present, present, frozenset(), more=False)


def test_a_test_of_another_contract_needs_to_know_everything_that_it_reads() -> None:
    assert verdict(Even(), [1, UNKNOWN]) is verdict(Even(), PartialText(("a", ""))) is None
    assert verdict(Even(), [1]) is False
    assert list(certain_breaches(Sum(), ("a", "b"), members(a=1, b=UNKNOWN))) == []
    assert list(certain_breaches(Sum(), ("a", "b"), members(a=1, b=2, c=UNKNOWN))) == [(("a",), {})]


def test_values_that_are_not_known_break_no_rule_over_several_fields() -> None:
    assert list(certain_breaches(Compare("a", "<=", "b"), ("a", "b"), members(a=3, b=UNKNOWN))) == []
    assert list(certain_breaches(MaxItems("a", 0), ("a",), members(a=UNKNOWN))) == []
    items = members(a=[UNKNOWN, {"v": Unknown({"number"})}, {"v": 1}, {"v": 1.5}, {}])
    for type_test, indexes in ((NUMBER, [1, 2, 3]), (INTEGER, [2]), (FLOAT, [3]), (STRING, [])):
        found = certain_breaches(NoItemOfType("a", "v", type_test), ("a",), items)
        assert [path for path, _ in found] == [("a", index, "v") for index in indexes]


def test_further_fields_change_nothing_about_a_test_whose_fields_are_all_there() -> None:
    present = {"a": 3, "b": 2}
    for others in ({}, {"c": 1}):
        given = Members({**present, **others}, present, frozenset(), more=True)
        assert [path for path, _ in certain_breaches(Compare("a", "<=", "b"), ("a", "b"), given)] == [("a",)]


def test_a_problem_is_taken_once() -> None:
    out, other = PartialCollector(), PartialCollector()
    report_value(Url(("https",), "a URL"), Unknown({"number"}), ("a",), other, Context())
    for problem in [*other.problems, *other.problems]:
        out.take(problem)
    assert out.findings == (1, 0)
    assert [str(each) for each in out.problems] == [
        "/a: error[wrong-type] a must be a URL, got a number that is not known yet"
    ]


READER: dict[Any, Any] = {"name": "Ada"}
BOOK: dict[Any, Any] = {"medium": "book", "pages": 3}


@pytest.mark.parametrize(
    ("payload", "desk", "expected"),
    [
        ({"reader": READER, "item": {**BOOK, "page": UNKNOWN}}, "lend", []),
        ({"reader": READER, "item": {**BOOK, "page": 4}, "extras": UNKNOWN}, "lend", ["page-past-end /item/page"]),
        ({"reader": {"name": UNKNOWN}, "item": {**BOOK, "page": 4, "pages": UNKNOWN}}, "lend", []),
        ({"reader": READER, "item": {"medium": "film", "lost": UNKNOWN}}, "lend", []),
        (
            {"reader": READER, "item": {"medium": "film", "lost": Unknown({"number"})}},
            "lend",
            ["missing-field /item", "wrong-type /item/lost"],
        ),
        ({"reader": READER, "item": {"medium": "film", "lost": True}, MORE: None}, "lend", []),
        ({"reader": READER, "item": {"medium": "film", "reels": 3}, MORE: None}, "lend", ["incomplete-pair /item"]),
        ({"reader": READER, "item": {"medium": "film", "studio": UNKNOWN, "minutes": 1}}, "lend", []),
        (
            {"reader": READER, "item": {**BOOK, "studio": PartialText(("a", ""))}},
            "lend",
            ["misplaced-field /item/studio"],
        ),
        ({"reader": READER, "item": {**BOOK, "studio": UNKNOWN, "lost": Unknown({"boolean"})}}, "lend", []),
        (
            {"reader": {"name": UNKNOWN, "card": UNKNOWN}, "item": BOOK},
            "take_back",
            ["missing-field ", "misplaced-field /reader/card"],
        ),
        (
            {"item": BOOK, "conditions": [PartialText(("wo", "")), "bad", MORE]},
            "take_back",
            ["unknown-condition /conditions/1"],
        ),
        ({"item": BOOK, "conditions": [UNKNOWN, UNKNOWN, UNKNOWN]}, "take_back", ["too-many-items /conditions"]),
        (
            {
                "reader": READER,
                "item": {"medium": "film", "minutes": 1, MORE: None},
                "extras": {"a": ["x" * 120, UNKNOWN]},
            },
            "lend",
            ["slip-too-large /item"],
        ),
        (
            {"reader": {"name": UNKNOWN}, "item": {"medium": "film", "lost": True, "studio": "x" * 200}},
            "lend",
            ["slip-too-large /item"],
        ),
        ({"reader": {"name": UNKNOWN}, "item": {**BOOK, "lost": True}}, "lend", ["misplaced-field /item/lost"]),
        ({"reader": {"name": UNKNOWN}, "item": {"medium": "film", "lost": False}}, "lend", ["missing-field /item"]),
        (
            {"reader": READER, "item": BOOK, "notes": {"a": PartialText(("x" * 20, "")), "b": "x" * 20, "c": UNKNOWN}},
            "lend",
            ["notes-too-large /notes"],
        ),
    ],
)
def test_what_is_certain_about_a_slip(payload: Any, desk: str, expected: list[str]) -> None:
    assert [f"{each.rule} {each.pointer}" for each in report_partial(LIBRARY, payload, Desk(desk))] == expected


@pytest.mark.parametrize(
    "item",
    [
        {"medium": "film", "minutes": Unknown(may_be_missing=True), "studio": "x" * 200},
        {"medium": "film", "minutes": 1, "reels": 1, "reel_minutes": Unknown(may_be_missing=True), "studio": "x" * 200},
        {**BOOK, "page": UNKNOWN, "studio": None},
    ],
)
def test_an_object_that_may_have_errors_is_not_measured(item: Any) -> None:
    """A rule over several fields does not apply to a field with an error, so it may not apply to these."""
    payload = {"reader": READER, "item": item, "extras": {"a": "x" * 200}}
    assert report_partial(LIBRARY, payload, Desk.LEND) == []


def test_a_map_whose_size_is_not_known_may_have_an_error() -> None:
    out = PartialCollector()
    notes = LIBRARY.root(Desk.LEND).fields["notes"].constraint
    report_value(notes, {"a": "x"}, ("notes",), out, Context())
    assert out.findings == (0, 0)
    report_value(notes, {"a": UNKNOWN}, ("notes",), out, Context())
    assert out.findings == (0, 1)
