"""Parts of messages at their limits: what is shown whole, and what is cut or described."""

from __future__ import annotations

import pytest

from liveschema.engine.wording import number, shortened, some, subject


@pytest.mark.parametrize(
    ("text", "shown"), [("x" * 39, "x" * 39), ("x" * 40, "x" * 40), ("x" * 41, f"{'x' * 40}…"), ("", "")]
)
def test_a_text_is_cut_after_forty_characters(text: str, shown: str) -> None:
    assert shortened(text) == shown


def test_words_of_at_most_forty_characters_are_listed_without_quotes() -> None:
    assert some(["a" * 39, "b" * 40]) == f"{'a' * 39} and {'b' * 40}"
    assert some(["a", "b" * 41, "c d"]) == f'a, "{"b" * 40}…" and "c d"'


def test_five_texts_are_listed_and_the_others_counted() -> None:
    assert some("abcde") == "a, b, c, d and e"
    assert some("abcdefg") == "a, b, c, d, e and 2 more"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "the request"),
        ((4,), "the request[4]"),
        (("a", "b"), "b"),
        (("a", 1, 2, 3), "a[1][2][3]"),
        (("a", 1, 2, 3, 4), "a[1][…][4]"),
        (("a", *range(50)), "a[0][…][49]"),
    ],
)
def test_a_value_is_named_by_its_key_and_at_most_three_indexes(path: tuple[str | int, ...], name: str) -> None:
    assert subject(path) == name


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (10**19, "10000000000000000000"),
        (-(10**19), "-10000000000000000000"),
        (10**20, "an integer of about 21 digits"),
        (10**300, "an integer of about 301 digits"),
    ],
)
def test_an_integer_of_more_than_twenty_digits_is_described(value: int, shown: str) -> None:
    assert number(value) == shown
