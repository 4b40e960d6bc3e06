"""Stubs: what type checkers are told about models, and the overloads that say which arguments belong together."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from emit import model_stub
from hypothesis import given
from hypothesis import strategies as st
from library_contract import ITEMS, LIBRARY, Book, Condition, Desk, Film, Loan, Medium, Return, Slip

import liveschema
from liveschema import InvalidPayload, Metric, Operation, SegmentedProgress, Timer, Value
from liveschema.contract.requests import REQUESTS
from liveschema.contract.states import STATES
from liveschema.engine.constraint import Constraint
from liveschema.engine.objects import spec_of
from liveschema.engine.stubs import StubWriter, overloads, types_of, ways_to_give

GOLDEN = Path(__file__).with_name("library_models.pyi.txt")
NAMES = "abcdef"


def library_stub(**options: Any) -> StubWriter:
    like: dict[Any, tuple[str, str]] = {each: ("library", f"{each.__name__}Like") for each in (Desk, Medium, Condition)}
    return StubWriter(LIBRARY, **{"like": like, "unions": {}, "members": {}, **options})


def test_the_stub_of_a_small_contract(written: Callable[[Path, str], None]) -> None:
    stub = library_stub(unions={(Book, Film): "Item", (Loan, Return): "AnySlip"}, members={Slip: ["desk: Desk"]})
    stub.use("library_contract", "Desk")
    written(GOLDEN, stub.text("Slips."))


def test_the_stub_of_the_models_is_up_to_date() -> None:
    assert (Path(liveschema.__file__).parent / "models.pyi").read_text("utf-8") == model_stub()


def test_a_stub_is_python_whose_names_are_defined() -> None:
    tree = ast.parse(library_stub().text("Slips."))
    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names
    }
    made = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert used <= imported | made | {"str", "int", "float", "bool", "dict", "object", "tuple"}
    assert {"Book", "Film", "Loan", "Return", "Slip", "Reader", "Cover"} <= made


def test_a_union_without_a_name_is_written_out() -> None:
    assert types_of(ITEMS, library_stub()).held == "Book | Film"
    assert types_of(ITEMS, library_stub(unions={(Book, Film): "Item"})).held == "Item"


def test_an_unknown_constraint_has_no_type() -> None:
    class Odd(Constraint):
        pass

    with pytest.raises(NotImplementedError, match="Odd"):
        types_of(Odd(), library_stub())


@given(st.lists(st.integers(1, 3), min_size=1, max_size=3), st.sets(st.sampled_from(NAMES)))
def test_every_way_to_give_groups_of_arguments_is_one_of_the_overloads(sizes: list[int], given_: set[str]) -> None:
    left = iter(NAMES * 2)
    groups = [tuple(itertools.islice(left, size)) for size in sizes][: 6 // max(sizes)]
    chosen = given_ & {name for group in groups for name in group}
    whole = [chosen.issuperset(group) for group in groups]
    parts = [not chosen.isdisjoint(group) for group in groups]
    wanted = any(whole) and whole == parts
    taken = {"given": True, "None": False}
    assert wanted == any(
        all(taken[kind] == (name in chosen) for name, kind in way.items()) for way in ways_to_give(groups)
    )


STATES_BUILT = [
    SegmentedProgress(title="x", current_step=1, number_of_steps=2),
    liveschema.Progress(title="x", percentage=1),
    liveschema.Metrics(title="x", metrics=[Metric("a", 1)]),
    liveschema.Stats(title="x", metrics=[Metric("a", 1)]),
    liveschema.Alert(title="x", message="y"),
    Timer(title="x", duration_seconds=1),
    Value(title="x", value=1),
]


@pytest.mark.parametrize("operation", Operation)
def test_every_state_is_taken_with_a_second_button_by_type_checkers_as_by_the_class(operation: Operation) -> None:
    cls: Any = REQUESTS[operation]
    link = liveschema.OpenUrlAction("Open", "https://x.example")
    arguments = {"activity_id": "a"} if "activity_id" in cls.__fields__ else {}
    (with_it, without) = overloads(spec_of(cls))
    assert without["secondary_action"] == "None"
    for state in STATES_BUILT:
        allowed = type(state).__name__ in with_it["content_state"].split(" | ")
        assert without["content_state"].split(" | ")[0] == "State"
        if allowed:
            cls(content_state=state, action=link, secondary_action=link, **arguments)
        else:
            with pytest.raises(InvalidPayload, match="secondary_action"):
                cls(content_state=state, action=link, secondary_action=link, **arguments)
    assert len(STATES_BUILT) == len(STATES.members)
