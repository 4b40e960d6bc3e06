"""Single constraints: their messages, and that their generated predicates agree with the report."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from library_contract import ITEMS

from liveschema.contract.states import STATES
from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.containers import JsonObject, MapOf
from liveschema.engine.problems import ProblemCollector, Severity
from liveschema.engine.rule import Rule
from liveschema.engine.scalars import Integer, Number, Text
from liveschema.engine.value_tests import LARGEST
from liveschema.engine.writer import FunctionWriter, ModuleWriter


def reported(constraint: Constraint, value: object) -> list[str]:
    out = ProblemCollector()
    constraint.report(value, ("field",), out, Context())
    return [problem.message for problem in out.problems]


def predicate_of(constraint: Constraint) -> Any:
    """Compile the generated predicate of a constraint."""
    module = ModuleWriter()

    def write(writer: FunctionWriter) -> None:
        with writer.head("accepts", "value"):
            constraint.write_predicate(writer, "value", Context())
            writer.line("return True")

    module.function("accepts", write)
    scope: dict[str, Any] = {}
    exec(module.text("Check a value."), scope)  # noqa: S102 - the generated code is under test
    return scope["accepts"]


@pytest.mark.parametrize(
    ("constraint", "value", "message"),
    [
        (Number(minimum=1), 0, "field must be 1 or more, got 0"),
        (Number(maximum=10), 11, "field must be at most 10, got 11"),
        (Number(minimum=1, maximum=10), 0.5, "field must be from 1 to 10, got 0.5"),
        (Number(exclusive_minimum=1), 1, "field must be more than 1, got 1"),
        (Number(exclusive_minimum=1, maximum=2), 1, "field must be more than 1 and at most 2, got 1"),
        (Integer(maximum=10), 2.5, "field must be a whole number, got 2.5"),
        (Number(), float("nan"), "field must be a finite number, got NaN"),
        (Text(min_length=1), "", "field must not be empty, got an empty string"),
        (Text(max_length=2), "abc", "field must have at most 2 characters, got 3"),
        (Text(min_length=1, max_length=2), "", "field must not be empty, got an empty string"),
        (Text(min_length=1, max_length=2), "abc", "field must have 1 to 2 characters, got 3"),
    ],
)
def test_a_message_names_the_exceeded_bound(constraint: Constraint, value: object, message: str) -> None:
    assert reported(constraint, value)[-1] == message


@pytest.mark.parametrize("cls", [Number, Integer])
def test_a_number_without_a_minimum_may_be_any_negative_one(cls: type[Number]) -> None:
    constraint = cls(maximum=10)
    for value in (-1, -(10**300), -1e300, int(-LARGEST), -LARGEST):
        assert predicate_of(constraint)(value) is True
        assert reported(constraint, value) == []


BOUNDS = st.none() | st.integers(-3, 3)
NUMBERS = st.integers(-5, 5) | st.sampled_from(
    [-2.5, 0.0, 0.5, 3.0, float("inf"), float("nan"), 10**400, True, None, "1"]
)


@given(low=BOUNDS, above=BOUNDS, high=BOUNDS, whole=st.booleans(), value=NUMBERS)
def test_predicate_and_report_agree_on_every_bound(
    low: int | None,
    above: int | None,
    high: int | None,
    whole: bool,  # noqa: FBT001
    value: object,
) -> None:
    cls = Integer if whole else Number
    constraint = cls(minimum=low, exclusive_minimum=above, maximum=high)
    assert (predicate_of(constraint)(value) is True) == (reported(constraint, value) == [])


TOO_LARGE = Rule(id="too-large", severity=Severity.ERROR)
LARGE = st.integers(-(10**308), 10**308) | st.sampled_from([-(10**300), -(2**53) - 1, 2**53, 10**17, 10**300, -1.5e300])
LIMITS = st.none() | st.integers(-3, 3) | st.sampled_from([-1e308, -(2**53), 2**53, 1e17, 1e308])


@given(low=LIMITS, above=LIMITS, high=LIMITS, whole=st.booleans(), values=st.lists(LARGE | NUMBERS, max_size=12))
@example(low=None, above=None, high=100, whole=False, values=[-(10**300)] * 10)
@example(low=-1e308, above=None, high=None, whole=False, values=[-(10**300)] * 10)
@example(low=None, above=-1e308, high=1e308, whole=True, values=[10**300] * 10)
def test_predicate_and_report_agree_on_the_size_of_numbers_within_every_bound(
    low: float | None,
    above: float | None,
    high: float | None,
    whole: bool,  # noqa: FBT001
    values: list[object],
) -> None:
    number = (Integer if whole else Number)(minimum=low, exclusive_minimum=above, maximum=high)
    constraint = MapOf(Text(), number, max_properties=20, max_bytes=600, size_rule=TOO_LARGE)
    value = {str(index): each for index, each in enumerate(values)}
    assert (predicate_of(constraint)(value) is True) == (reported(constraint, value) == [])


def written(module: ModuleWriter, name: str, constraint: Constraint, *, counts: bool) -> None:
    """Add the generated predicate of a constraint to a module; if it counts characters, it returns their number."""

    def write(writer: FunctionWriter) -> None:
        with writer.head(name, "value", "known", "request"):
            if counts:
                writer.size = writer.fresh("size")
                writer.line(f"{writer.size} = 0")
            constraint.write_predicate(writer, "value", Context(mode="update"))
            writer.line(f"return {writer.size or True}")

    module.function(name, write)


@pytest.mark.parametrize("names", [["tests", "counts"], ["counts", "tests"]])
@pytest.mark.parametrize(
    ("constraint", "value"),
    [
        (JsonObject(), {"a": [{"b": "text"}, ["text"]]}),
        (ITEMS, {"medium": "book", "pages": 10**300, "page": 20}),
        (STATES, {"type": "alert", "title": "text", "message": "text"}),
        (STATES, {"title": "text", "message": "text"}),
    ],
    ids=["free content", "tagged union", "inferred union", "inferred union without a tag"],
)
def test_a_predicate_that_counts_characters_is_apart_from_one_that_does_not(
    names: list[str], constraint: Constraint, value: object
) -> None:
    module, alone = ModuleWriter(), ModuleWriter()
    for name in names:
        written(module, name, constraint, counts=name == "counts")
    written(alone, "counts", constraint, counts=True)
    scope: dict[str, Any] = {}
    reference: dict[str, Any] = {}
    exec(module.text("Check values."), scope)  # noqa: S102 - as above
    exec(alone.text("Check values."), reference)  # noqa: S102 - as above
    assert scope["tests"](value, None, {}) is True
    assert scope["counts"](value, None, {}) == reference["counts"](value, None, {}) > 1
