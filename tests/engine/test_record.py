"""Records behave like frozen attrs classes, and attrs knows them."""

from __future__ import annotations

import subprocess
import sys
from functools import cached_property
from typing import ClassVar

import attrs
import pytest

from liveschema.engine.record import Record, evolve


class Book(Record):
    """A book."""

    shelf: ClassVar[str] = "A"
    title: str
    pages: int = 100

    @cached_property
    def length(self) -> int:
        """The number of pages, computed once."""
        return self.pages


class Novel(Book):
    """A book with a hero."""

    hero: str = ""


class Loan(Record, eq=False, kw_only=True):
    """A loan."""

    book: Book
    days: int


def test_fields_are_set_by_position_by_name_or_by_default() -> None:
    novel = Novel("Emma", hero="Emma")
    assert (novel.title, novel.pages, novel.hero, novel.shelf) == ("Emma", 100, "Emma", "A")
    assert repr(novel) == "Novel(title='Emma', pages=100, hero='Emma')"


@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        ((), {}, "Book() needs: title"),
        ((), {"pages": 3}, "Book() needs: title"),
        (("Emma",), {"title": "Emma"}, "Book() got twice: title"),
        (("Emma",), {"page": 3}, "Book() does not know: page"),
        ((), {"page": 3}, "Book() does not know: page"),
        (("Emma", 3, 4), {}, "Book() takes 2 positional arguments, got 3"),
    ],
)
def test_wrong_arguments_are_refused(values: tuple[object, ...], named: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        Book(*values, **named)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_arguments_by_name_only() -> None:
    with pytest.raises(TypeError, match=r"^Loan\(\) takes 0 positional arguments, got 1$"):
        Loan(Book("Emma"), days=3)  # type: ignore[call-arg]
    assert Loan(book=Book("Emma"), days=3).days == 3


def test_records_are_immutable() -> None:
    book = Book("Emma")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        book.title = "Persuasion"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del book.title


def test_records_are_equal_by_class_and_fields() -> None:
    assert Book("Emma") == Book("Emma")
    assert hash(Book("Emma")) == hash(Book("Emma"))
    assert Book("Emma") != Book("Emma", 101)
    assert Book("Emma") != Novel("Emma")
    assert Book("Emma") != "Emma"
    loan = Loan(book=Book("Emma"), days=3)
    assert loan == loan  # noqa: PLR0124 - compared by identity
    assert loan != Loan(book=Book("Emma"), days=3)
    assert len({loan, Loan(book=Book("Emma"), days=3)}) == 2


def test_a_copy_has_other_values_and_computes_cached_properties_again() -> None:
    book = Book("Emma", 3)
    assert book.length == 3
    longer = evolve(book, pages=4)
    assert (longer.title, longer.length) == ("Emma", 4)


def test_attrs_knows_records() -> None:
    novel = Novel("Emma")
    assert [(each.name, each.default) for each in attrs.fields(Novel)] == [
        ("title", attrs.NOTHING),
        ("pages", 100),
        ("hero", ""),
    ]
    assert attrs.fields(Loan).days.kw_only
    assert attrs.asdict(novel) == {"title": "Emma", "pages": 100, "hero": ""}
    assert attrs.evolve(novel, pages=3) == Novel("Emma", 3)  # type: ignore[misc] # mypy knows attrs classes only


def test_records_do_without_attrs() -> None:
    program = "import sys, liveschema.engine.record; print(sys.modules.keys() & {'attr', 'attrs', 'typing'})"
    assert (
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout == "set()\n"
    )
