"""The texts of a card: their characters, widths, lines and markup."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from liveschema.preview.clusters import clusters
from liveschema.preview.figures import clock, figure, spoken, with_unit
from liveschema.preview.markup import attributes, decimal, escaped
from liveschema.preview.measure import ELLIPSIS, Font, cut, is_right_to_left, lines, one_line

FONT = Font(15)
ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    "whole",
    [
        "é",  # with a combining accent
        "👩‍👩‍👧‍👦",
        "👍🏽",
        "🏳️‍🌈",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "🇩🇪",
        "1️⃣",
        "❤️",
        "क्षि",
        "\u1112\u1161\u11ab",
        "\ud55c",
        "\uac00\u11a8",
        "\u1100\uac00",
        "\u11a8\u11a8",
        "ก็",
    ],
)
def test_what_a_person_sees_as_one_character_is_kept_whole(whole: str) -> None:
    assert [*clusters(f"a{whole}b")] == ["a", whole, "b"]
    assert [*clusters(whole)] == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("ab😀", ["a", "b", "😀"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("🇩🇪🇫", ["🇩🇪", "🇫"]),
        ("é🇫", ["é", "🇫"]),
        ("日本", ["日", "本"]),
        ("\u11a8\u1161", ["\u11a8", "\u1161"]),
        ("👩\u200da", ["👩\u200d", "a"]),
        ("क्a", ["क्", "a"]),
    ],
)
def test_other_characters_are_separated(text: str, parts: list[str]) -> None:
    assert [*clusters(text)] == parts


def test_a_character_with_endless_marks_is_cut() -> None:
    assert [len(each) for each in clusters("e" + "\u0301" * 100)] == [64, 37]


@given(ANY_TEXT)
def test_the_characters_of_every_text_are_the_text(text: str) -> None:
    found = [*clusters(text)]
    assert "".join(found) == text
    assert all(found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0), ("i", 0.26), ("W", 1.0), ("0", 0.58), ("é", 0.6), ("É", 0.72), ("Ω", 0.72), ("ش", 0.48), ("א", 0.48),
        ("\u200b", 0), ("日", 1.0), ("😀", 1.3), ("👩‍👩‍👧‍👦", 1.3), ("❤️", 1.3), ("e\u0301", 0.58), ("\ufffd", 1.0),
        ("…", 1.0),
    ],
)  # fmt: skip
def test_the_width_of_a_text_is_estimated_by_its_characters(text: str, parts: float) -> None:
    assert Font(10).width(text) == pytest.approx(10 * parts)
    assert Font(10, 600).width(text) == pytest.approx(10.6 * parts)
    assert Font(10, 500).width(text) == pytest.approx(10 * parts)


def test_a_font_is_smaller_where_a_text_has_no_room() -> None:
    font = Font(20, 600)
    assert font.fitting("123", font.width("123")) is font
    smaller = font.fitting("123456", font.width("123"))
    assert (smaller.size, smaller.weight) == (10, 600)


def test_a_text_that_fits_is_not_cut() -> None:
    text = "Backup"
    assert cut(text, FONT.width(text), FONT) == text
    assert cut("  Night\n\t ly ", 500, FONT) == "Night ly"
    assert one_line("\0 \n a") == "\ufffd a"


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Backup", 50, "Back…"),
        ("Back up", 56, "Back…"),
        ("Backup", 0, "…"),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 45, "👩‍👩‍👧‍👦…"),
        ("日本語日本語", 50, "日本…"),
    ],
)
def test_a_text_without_room_ends_in_an_ellipsis(text: str, room: float, shown: str) -> None:
    assert cut(text, room, FONT) == shown


@given(ANY_TEXT, st.floats(20, 300))
def test_every_text_that_is_cut_fits_and_is_a_beginning(text: str, room: float) -> None:
    shown = cut(text, room, FONT)
    assert FONT.width(shown) <= room + 0.001
    if shown != one_line(text):
        assert shown.endswith(ELLIPSIS)
        assert one_line(text).startswith(shown[:-1])


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("", []),
        (" \n ", []),
        ("one", ["one"]),
        ("one two three four", ["one two", "three four"]),
        ("one\ntwo\n\nthree", ["one", "two", "three"]),
        ("onetwothreefourfive", ["onetwothree", "fourfive"]),
        ("日本語日本語日", ["日本語日本", "語日"]),
        ("one two three four five six seven eight", ["one two", "three four", "five six…"]),
        ("a\nb\nc\nd", ["a", "b", "c…"]),
        ("one two   three", ["one two", "three"]),
    ],
)
def test_a_message_is_broken_between_words(text: str, broken: list[str]) -> None:
    assert lines(text, 88, FONT, 3) == broken


@given(ANY_TEXT, st.floats(30, 300), st.integers(1, 4))
def test_every_line_fits(text: str, room: float, most: int) -> None:
    broken = lines(text, room, FONT, most)
    assert len(broken) <= most
    assert all(FONT.width(line) <= room + 0.001 for line in broken)
    assert all(line == line.strip() and line for line in broken)


@given(st.lists(st.sampled_from(["aa", "bb", "日本", "é", "🇩🇪"]), max_size=12).map(" ".join))
def test_no_word_is_lost_if_there_are_enough_lines(text: str) -> None:
    assert " ".join(lines(text, 40, FONT, 99)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "backwards"),
    [("", False), ("abc", False), ("24/7", False), ("24 שרתים", True), ("النسخ web-1", True), ("web-1 النسخ", False)],
)
def test_the_first_letter_tells_the_direction(text: str, backwards: bool) -> None:  # noqa: FBT001 - a case
    assert is_right_to_left(text) is backwards


@given(ANY_TEXT)
@example("\"'<b>&amp;]]>\0")
def test_every_text_stays_a_text_in_markup(text: str) -> None:
    element = ET.fromstring(f"<a{attributes(b=text)}>{escaped(text)}</a>")  # noqa: S314 - our own text
    assert len(element) == 0
    assert element.attrib.keys() == {"b"}
    kept = (element.text or "").replace("\n", "").replace("\ufffd", "")
    assert set(kept) <= set(text)


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert escaped("a\0\x1b\ud800\ufffe\x7f\tb") == "a\ufffd\ufffd\ufffd\ufffd\ufffd\tb"
    assert escaped("<a b=\"c\" d='e'>&") == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"


def test_attributes_are_written_in_order_without_those_that_are_none() -> None:
    assert attributes(x=1, font_size=1.5, class_='a"', y=None) == ' x="1" font-size="1.5" class="a&quot;"'


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (10, "10"), (1.5, "1.5"), (1.256, "1.26"), (-3.0, "-3"), (100.0, "100"), (-0.001, "0")],
)
def test_a_number_has_at_most_two_decimals(value: float, text: str) -> None:
    assert decimal(value) == figure(value) == text


def test_a_huge_number_is_a_power_of_ten() -> None:
    assert figure(999_999_999_999) == "999999999999"
    assert figure(1e12) == "1e+12"
    assert figure(-1.5e300) == "-1.5e+300"


@pytest.mark.parametrize(
    ("unit", "text"),
    [("%", "5%"), ("°C", "5°C"), ("min", "5 min"), ("", "5"), (None, "5"), ("/s", "5/s"), ("€", "5 €")],
)
def test_a_unit_that_is_a_word_has_a_space_before_it(unit: str | None, text: str) -> None:
    assert with_unit("5", unit) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (5.9, "0:05"), (60, "1:00"), (660, "11:00"), (3599, "59:59"), (3600, "1:00:00"), (90061, "25:01:01"),
     (3_599_999, "999:59:59"), (3_600_000, "999:59:59+"), (1e15, "999:59:59+"), (1e300, "999:59:59+")],
)  # fmt: skip
def test_a_duration_is_shown_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_an_amount_has_its_unit() -> None:
    assert [spoken(each, "minute") for each in (0, 1, 3)] == ["0 minutes", "1 minute", "3 minutes"]
