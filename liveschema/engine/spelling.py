"""Corrections of misspelt names."""

from __future__ import annotations

from functools import lru_cache

from liveschema.engine.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 40
_SIMILAR = 0.65
_SHORTEST_WITH_SLIP = 4
"""The least number of letters of a name in which one may be wrong; shorter names differ in too little."""
_APART = str.maketrans("", "", "-_ .")


class Correction(Record):
    """The right text for a wrong one.

    Args:
        text: The right text.
        certain: Whether nothing else can have been meant.
    """

    text: str
    certain: bool


def correct(name: str, known: Collection[str]) -> Correction | None:
    """Find the valid name that was meant by a misspelt one.

    Args:
        name: The misspelt name.
        known: The valid names.

    Returns:
        The only name that is similar; None if there is none, or several. It is
        certain if just one letter is wrong, missing, too much or swapped with
        the next one, or only case, hyphens, underscores or spaces differ.
    """
    return None if len(name) > _LONGEST else correct_short(name, tuple(known))


@lru_cache  # the same mistake is often made again
def correct_short(name: str, known: tuple[str, ...]) -> Correction | None:
    """Do as `correct` for a name that is not too long."""
    letters = {other: letters_of(other) for other in known}
    own = letters_of(name)
    for found in (
        [other for other, its in letters.items() if its == own],
        [other for other, its in letters.items() if len(own) >= _SHORTEST_WITH_SLIP and is_slip(own, its)],
    ):
        if found:
            only, *others = found
            return None if others else Correction(only, certain=True)
    import difflib  # noqa: PLC0415 - most payloads have no misspelt name

    near = difflib.get_close_matches(own, letters.values(), n=2, cutoff=_SIMILAR)
    similar = [Correction(other, certain=False) for other, its in letters.items() if its in near]
    return similar.pop() if len(similar) == 1 else None


def letters_of(name: str) -> str:
    """Return a name without case and without what separates its words."""
    return name.casefold().translate(_APART)


def is_slip(wrong: str, right: str) -> bool:
    """Return whether a text becomes another one if one letter is added, removed or replaced, or two are swapped."""
    if abs(len(wrong) - len(right)) > 1:
        return False
    start = next((at for at, (one, other) in enumerate(zip(wrong, right, strict=False)) if one != other), None)
    if start is None:
        return len(wrong) != len(right)
    one, other = wrong[start:], right[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[1::-1] == other[:2] and one[2:] == other[2:])
    )
