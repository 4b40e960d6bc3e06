"""The characters that a person sees, each of which may be several code points that must not be separated."""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

_JOINER: Final = "\u200d"
_LONGEST: Final = 64
"""The most code points of a character, so that a text with endless marks is cut too."""
_MARKS: Final = frozenset({"Mn", "Mc", "Me"})
_VIRAMA: Final = 9
"""The combining class of the sign that joins two consonants of an Indic script."""


def clusters(text: str) -> Iterator[str]:
    """Split a text into characters as a person sees them.

    This is a simple form of the extended grapheme clusters of Unicode: it keeps accents, families and flags of emoji,
    skin tones, syllables of Korean and joined consonants of Indic scripts whole.

    Args:
        text: The text.

    Yields:
        The characters in order; together, they are the text.
    """
    if text.isascii():
        yield from text
        return
    start = 0
    for index in range(1, len(text)):
        if index - start >= _LONGEST or not _goes_on(text, start, index):
            yield text[start:index]
            start = index
    yield text[start:]


def _goes_on(text: str, start: int, index: int) -> bool:
    """Return whether a code point belongs to the character that began before it."""
    before, char = text[index - 1], text[index]
    if before.isascii() and char.isascii():
        return False
    if _extends(char):
        return True
    if before == _JOINER:
        return unicodedata.category(char) == "So"
    if is_flag_letter(char):
        return is_flag_letter(before) and (index - start) % 2 == 1
    if unicodedata.combining(before) == _VIRAMA:
        return unicodedata.category(char) == "Lo"
    return _is_syllable(before, char)


def _extends(char: str) -> bool:
    """Return whether a code point never begins a character: a mark, a joiner, a skin tone or a tag of a flag."""
    return (
        unicodedata.category(char) in _MARKS
        or "\u200c" <= char <= _JOINER
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def is_flag_letter(char: str) -> bool:
    """Return whether a code point is a regional indicator, two of which are a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_syllable(before: str, char: str) -> bool:
    """Return whether two code points are parts of one syllable in Korean."""
    leads = "\u1100" <= before <= "\u115f"
    if leads:
        return "\u1100" <= char <= "\u11a7" or "\uac00" <= char <= "\ud7a3"
    has_vowel = "\u1160" <= before <= "\u11a7" or "\uac00" <= before <= "\ud7a3"
    if has_vowel:
        return "\u1160" <= char <= "\u11ff"
    return "\u11a8" <= before <= "\u11ff" and "\u11a8" <= char <= "\u11ff"
