"""Docstrings of models, which describe the arguments of base classes, too."""

from __future__ import annotations

import pytest

from liveschema.engine.docstrings import describe


class Base:
    """A base.

    Args:
        title: The first line.
            It is short.
        tags: Any tags.

    .. versionadded:: 0.1.0
    """


class Own(Base):
    """A class.

    Args:
        tags: At most
            20 tags.
        color: The colour.

    Raises:
        TypeError: Never.
    """


class Bare(Own):
    """A class without arguments of its own.

    It says more.
    """


def test_inherited_arguments_come_after_those_of_the_class() -> None:
    describe(Own)
    expected = """A class.

Args:
    tags: At most
        20 tags.
    color: The colour.
    title: The first line.
        It is short.

Raises:
    TypeError: Never."""
    assert Own.__doc__ == expected
    describe(Own)
    assert Own.__doc__ == expected


def test_a_class_without_arguments_of_its_own_gets_the_inherited_ones() -> None:
    describe(Bare)
    assert Bare.__doc__ == (
        "A class without arguments of its own.\n\nIt says more.\n\n"
        "Args:\n    title: The first line.\n        It is short.\n"
        "    tags: At most\n        20 tags.\n    color: The colour."
    )


@pytest.mark.parametrize("doc", [None, "", "One line."])
def test_a_docstring_without_arguments_stays(doc: str | None) -> None:
    made = type("Made", (), {"__doc__": doc})
    describe(made)
    assert made.__doc__ == doc
