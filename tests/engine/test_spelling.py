"""Corrections of misspelt names: the only one that can have been meant, and whether that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liveschema.engine.spelling import Correction, correct, is_slip, letters_of

NAMES = ("title", "subtitle", "current_step", "number_of_steps", "step_color", "color", "stepColor")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("titl", "title"),  # a letter is missing
        ("tiitle", "title"),  # one is too much
        ("titla", "title"),  # one is wrong
        ("tilte", "title"),  # two are swapped
        ("tiltle", "title"),
        ("currentStep", "current_step"),
        ("Current-Step", "current_step"),
        ("NUMBER OF STEPS", "number_of_steps"),
        ("sub.title", "subtitle"),
        ("colour", "color"),
    ],
)
def test_a_slip_is_corrected_with_certainty(wrong: str, right: str) -> None:
    assert correct(wrong, NAMES) == Correction(right, certain=True)


@pytest.mark.parametrize(("wrong", "right"), [("colouur", "color"), ("number_steps", "number_of_steps")])
def test_a_name_that_is_only_similar_is_a_guess(wrong: str, right: str) -> None:
    assert correct(wrong, NAMES) == Correction(right, certain=False)


def test_in_a_short_name_a_wrong_letter_is_a_guess() -> None:
    assert correct("tag", ["tags"]) == Correction("tags", certain=False)
    assert correct("TAG", ["tag"]) == Correction("tag", certain=True)


@pytest.mark.parametrize("name", ["steps", "", "weather", "step_colours" * 9])
def test_a_name_like_none_or_like_several_is_not_corrected(name: str) -> None:
    assert correct(name, [*NAMES, "step", "stepss"]) is None


def test_of_two_similar_names_none_is_chosen() -> None:
    assert correct("left_margin_of", ["left_margin", "left_margins_at"]) is None


def test_a_name_of_40_characters_is_corrected_and_a_longer_one_is_not() -> None:
    assert correct("x" * 39 + "y", ["x" * 40]) == Correction("x" * 40, certain=True)
    assert correct("x" * 40 + "y", ["x" * 40]) is None


def test_of_names_with_the_same_letters_none_is_chosen() -> None:
    assert correct("STEP-COLOR", NAMES) is None


def slips(text: str, letters: str) -> set[str]:
    """Return all texts that differ from a text by one slip."""
    cuts = [(text[:at], text[at:]) for at in range(len(text) + 1)]
    return (
        {start + rest[1:] for start, rest in cuts if rest}
        | {start + letter + rest[1:] for start, rest in cuts if rest for letter in letters}
        | {start + letter + rest for start, rest in cuts for letter in letters}
        | {start + rest[1] + rest[0] + rest[2:] for start, rest in cuts if len(rest) > 1}
    )


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_every_pair_of_texts_is_a_slip_if_one_change_makes_them_equal(one: str, other: str) -> None:
    assert is_slip(one, other) == (one != other and other in slips(one, "abc"))


@given(st.text(max_size=50), st.lists(st.text(min_size=1, max_size=12), unique_by=letters_of))
def test_every_correction_is_one_of_the_names(name: str, known: list[str]) -> None:
    found = correct(name, known)
    assert found is None or found.text in known
    if len(name) <= 40 and name in known:
        assert found == Correction(name, certain=True)
