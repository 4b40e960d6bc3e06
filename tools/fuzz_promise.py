"""The promises that fuzz targets test, and the exception for one that does not hold."""

from __future__ import annotations

from reprlib import Repr

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 200


class BrokenPromiseError(AssertionError):
    """A promise that does not hold for an input.

    Args:
        what: The promise, always the same for one promise.
        shown: What shows that it does not hold.
    """

    def __init__(self, what: str, *shown: object) -> None:
        self.what = what
        super().__init__(": ".join([what, *map(_SHORT.repr, shown)]))


def promise(holds: object, what: str, *shown: object) -> None:
    """Raise an exception unless a promise holds.

    Args:
        holds: Whether it holds.
        what: The promise.
        shown: What shows that it does not hold.

    Raises:
        BrokenPromiseError: If it does not hold.
    """
    if not holds:
        raise BrokenPromiseError(what, *shown)


def same(what: str, one: object, other: object) -> None:
    """Raise an exception unless two results are equal.

    Args:
        what: The promise that they are.
        one: A result.
        other: Another one.

    Raises:
        BrokenPromiseError: If they differ.
    """
    promise(one == other, what, one, other)
