"""Strategies of values that pass a test on single values, by the class of the test.

A new class of tests needs no function here: values are then filtered by the test.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatch
from typing import Final

from hypothesis import strategies as st

from liveschema.engine.scalars import Url
from liveschema.engine.value_tests import Encodable, Length, Matches, NotBlank, ValueTest
from liveschema.testing.context import Strategy, seldom

Alphabet = st.SearchStrategy[str]

_SHORT: Final = 10
ANY_CHARACTER: Final[Alphabet] = st.characters(codec="utf-8")
URL_CHARACTER: Final[Alphabet] = st.characters(
    codec="utf-8", exclude_characters=[each for each in map(chr, range(0x80)) if re.match(Url.UNFIT, each)]
)


@singledispatch
def lengths(test: ValueTest) -> tuple[int, int | None]:
    """Return the least and greatest number of characters or items that a test allows.

    Args:
        test: The test.

    Returns:
        The lower bound, and the upper bound or None.
    """
    del test
    return 0, None


@lengths.register
def _(test: Length) -> tuple[int, int | None]:
    return test.at_least, test.at_most


@lengths.register
def _(test: NotBlank) -> tuple[int, int | None]:
    del test
    return 1, None


def narrowed(tests: Iterable[ValueTest], least: int, most: int | None) -> tuple[int, int | None]:
    """Return the bounds of a length, narrowed to what tests allow.

    Args:
        tests: The tests.
        least: The least number of characters or items.
        most: The greatest number; None for no bound.

    Returns:
        The lower bound, and the upper bound or None.
    """
    for low, high in map(lengths, tests):
        least = max(least, low)
        if high is not None:
            most = high if most is None else min(most, high)
    return least, most


@singledispatch
def satisfying(test: ValueTest, strategy: Strategy, alphabet: Alphabet) -> Strategy:
    """Return a strategy of values that pass a test.

    Args:
        test: The test.
        strategy: A strategy of values of the right type and length, which may fail the test.
        alphabet: The characters that a string may contain.

    Returns:
        A strategy of values that pass the test.
    """
    del alphabet
    return strategy.filter(test.holds)


@satisfying.register(Length)
@satisfying.register(Encodable)
def _(test: ValueTest, strategy: Strategy, alphabet: Alphabet) -> Strategy:
    del test, alphabet
    return strategy  # the bounds and the alphabet already ensure it


@satisfying.register
def _(test: Matches, strategy: Strategy, alphabet: Alphabet) -> Strategy:
    matching = beginning(test, test.pattern, alphabet)
    if test.only_if is None:
        # Other strings hardly ever match, except for those of characters that match on their own, which are fast.
        letters = [each for each in map(chr, range(0x80)) if test.holds(each)]
        strategy = seldom(st.text(letters, min_size=1, max_size=_SHORT), matching) if letters else matching

    @st.composite
    def kept_or_replaced(draw: st.DrawFn) -> str:
        text: str = draw(strategy)
        return text if test.holds(text) else draw(matching)

    return kept_or_replaced()


def beginning(test: Matches, pattern: str, alphabet: Alphabet) -> st.SearchStrategy[str]:
    """Return a strategy of strings that begin with a match of a pattern.

    Args:
        test: The test with the pattern, which decides whether case is ignored.
        pattern: The pattern.
        alphabet: The characters that the strings may contain.

    Returns:
        The strategy.
    """
    flags = re.IGNORECASE if test.ignore_case else 0
    return st.from_regex(re.compile(rf"\A(?:{pattern})", flags), alphabet=alphabet)
