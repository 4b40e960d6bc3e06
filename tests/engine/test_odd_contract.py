"""Generated code does what a contract declares, whatever its fields, annotations and items are called."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar

import pytest
from library_contract import ITEMS, LIBRARY, Book, Desk

from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.construct import write_given
from liveschema.engine.containers import ListOf
from liveschema.engine.contract import Contract
from liveschema.engine.cross_field_tests import Absent, Compare, NotTogether
from liveschema.engine.declare import Model, field, model
from liveschema.engine.emit import emit
from liveschema.engine.objects import spec_of
from liveschema.engine.problems import Severity
from liveschema.engine.report import report
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.scalars import Integer, Text
from liveschema.engine.unions import Nested
from liveschema.engine.writer import FunctionWriter, ModuleWriter

Price = int | None


class Till(StrEnum):
    SELL = "sell"


CHEAP = CrossFieldRule(
    id="cheap", severity=Severity.WARNING, test=Compare("price", "<=", "answer"), message="price is too high"
)
ANSWERED = CrossFieldRule(
    id="answered", severity=Severity.ERROR, test=Compare("answer", "<=", "type_tag"), message="answer is too high"
)


@model(label="the act")
class Act(Model):
    """A part of a play."""

    name: str = field(Text(max_length=5), doc="The name.", source="play")


@model(label="the ticket", rules=(CHEAP, ANSWERED))
class Ticket(Model):
    """A ticket, some of whose fields have names that generated code uses itself."""

    till: ClassVar[Till] = Till.SELL
    type_tag: int = field(Integer(), doc="One.", source="play")
    answer: int = field(Integer(), doc="Two.", source="play")
    predicate: str = field(Text(max_length=3), doc="Three.", source="play")
    price: Price = field(Integer(), default=None, doc="Four.", source="play")
    acts: Sequence[Act] = field(ListOf(Nested(Act), "act"), doc="Five.", source="play")


TICKETS = Contract(modes=Till, payloads={Till.SELL: Ticket}, label="ticket")
TICKET: dict[str, Any] = {"type_tag": 4, "answer": 3, "predicate": "yes", "price": 2, "acts": [{"name": "One"}]}


def emitted(name: str) -> dict[str, Any]:
    """Run a generated module of the contract, and return its names."""
    scope: dict[str, Any] = {"__name__": name}
    exec(emit(TICKETS, "tickets")[name], scope)  # noqa: S102 - the generated code is under test
    return scope


@pytest.mark.parametrize(
    ("changes", "valid", "without_warnings"),
    [
        ({}, True, True),
        ({"price": 4}, True, False),
        ({"answer": 5}, False, False),
        ({"answer": 5, "price": 6}, False, False),
        ({"predicate": "perhaps"}, False, False),
        ({"acts": [{"name": "Two"}, {"name": "Second"}]}, False, False),
    ],
)
def test_a_predicate_works_with_fields_of_any_name_and_rules_in_any_order(
    changes: dict[str, Any],
    valid: bool,  # noqa: FBT001 - a verdict
    without_warnings: bool,  # noqa: FBT001 - a verdict
) -> None:
    payload = {**TICKET, **changes}
    assert emitted("valid_sell")["sell"](payload, None) == ("untagged" if valid else False)
    assert emitted("no_warnings_sell")["sell"](payload, None) == ("untagged" if without_warnings else False)
    severities = {problem.severity for problem in report(TICKETS, payload, Till.SELL)}
    assert (Severity.ERROR not in severities, not severities) == (valid, without_warnings)


def test_items_are_built_whatever_they_are_called() -> None:
    ticket = emitted("build")["build_Ticket"](TICKET, None, [])
    assert ticket.acts == (Act(name="One"),)
    assert repr(ticket) == repr(Ticket(**{**TICKET, "acts": [Act(name="One")]}))


def test_an_annotation_may_be_an_alias_from_the_module_of_its_class() -> None:
    assert emitted("construct")["Price"] is Price


class Shouted(Text):
    """A constraint that converts values, for which nothing says how a constructor does."""

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        del writer
        return f"str.upper({value})"


@pytest.mark.parametrize("value", ["value", "a"])
def test_a_constraint_that_converts_values_needs_its_own_function_for_constructors(value: str) -> None:
    with pytest.raises(AssertionError, match=r"^a constraint that converts values needs its own function"):
        write_given(Shouted(), FunctionWriter(ModuleWriter()), value, Context())


def test_a_constraint_says_itself_what_it_expects_and_how_long_it_is() -> None:
    with pytest.raises(NotImplementedError):
        _ = Constraint().expected
    with pytest.raises(NotImplementedError):
        _ = Constraint().fixed_size


def test_the_parts_of_a_contract_are_given_by_name() -> None:
    with pytest.raises(TypeError, match=r"^Contract\(\) takes 0 positional arguments, got 3$"):
        Contract(Till, {Till.SELL: Ticket}, "ticket")  # type: ignore[call-arg]


def test_a_tag_is_needed_where_a_union_cannot_infer_it() -> None:
    assert ITEMS.specs["book"].needs_tag(None)
    assert LIBRARY.root(Desk.LEND).fields["item"].constraint.specs["book"].needs_tag("lend")
    assert not spec_of(Book).needs_tag(None)
    assert not spec_of(Ticket).needs_tag(None)


def test_only_tests_without_a_condition_fail_whatever_the_values_are() -> None:
    assert NotTogether("a", "b", at="a").on_presence is True
    assert NotTogether("a", "b", at="a", only_if=("b", "x")).on_presence is False
    assert Absent("a").on_presence is True
    assert Compare("a", "<=", "b").on_presence is False
