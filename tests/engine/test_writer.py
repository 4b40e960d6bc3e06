"""The writer of generated modules: unique names and readable code."""

from __future__ import annotations

import ast
import re

import pytest

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import Operation
from liveschema.engine.emit import emit
from liveschema.engine.modes import EVERY_MODE
from liveschema.engine.support import type_inference
from liveschema.engine.value_tests import Length
from liveschema.engine.writer import FunctionWriter, ModuleWriter, opposite

MODULES = emit(CONTRACT, "emitted")


def test_a_name_cannot_be_defined_twice_differently() -> None:
    module = ModuleWriter()
    module.define("a", "a = 1")
    module.define("a", "a = 1")
    with pytest.raises(ValueError, match="a is defined twice in one module"):
        module.define("a", "a = 2")


def test_a_local_cannot_shadow_a_definition() -> None:
    module = ModuleWriter()
    module.define("limit", "limit = 1")

    def write(writer: FunctionWriter) -> None:
        with writer.head("f", "limit"):
            writer.line("return limit")

    module.function("f", write)
    with pytest.raises(ValueError, match="limit is defined twice in f"):
        module.text("")


def test_a_local_never_has_the_name_of_a_builtin() -> None:
    writer = FunctionWriter(ModuleWriter())
    with (
        writer.head("f", "type", "str") as names,
        writer.block(f"if {' and '.join(writer.fresh(name) for name in names)}:"),
    ):
        pass
    assert names == ("type_", "str_")
    assert "if type__2 and str__2:\n        pass" in writer.text()


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("a is None", "a is not None"),
        ("a is not None", "a is None"),
        ("a in b", "a not in b"),
        ("a == 1", "a != 1"),
        ("a", "not a"),
        ("a or b", "not (a or b)"),
    ],
)
def test_a_negated_test_is_written_as_by_hand(test: str, expected: str) -> None:
    assert opposite(test) == expected


@pytest.mark.parametrize("name", MODULES)
def test_emitted_code_has_docstrings_and_unique_locals(name: str) -> None:
    tree = ast.parse(MODULES[name])
    assert ast.get_docstring(tree)
    if name.startswith(("valid", "no_warnings")):
        # Every local has a unique name, except for the items of the two lists of channels.
        assert set(re.findall(r"\w+_\d\b", MODULES[name])) <= {"channel_2"}


@pytest.mark.slow
def test_emitted_code_is_reproducible() -> None:
    assert emit(CONTRACT, "emitted") == MODULES


@pytest.mark.parametrize(
    ("test", "written"),
    [
        (Length(1), "v"),
        (Length(2), "len(v) >= 2"),
        (Length(at_most=3), "len(v) <= 3"),
        (Length(1, 3), "1 <= len(v) <= 3"),
    ],
)
def test_a_length_is_written_as_by_hand(test: Length, written: str) -> None:
    assert test.written(FunctionWriter(ModuleWriter()), "v") == written
    texts = ["x" * length for length in range(5)]
    results = [bool(eval(written, {"v": text})) for text in texts]  # noqa: S307 - the generated code is under test
    assert [test.holds(text) for text in texts] == results


def test_a_tag_that_conflicts_with_another_field_is_not_inferred() -> None:
    predicates = dict.fromkeys(("bar", "pie"), lambda _data, _rest: True)
    hints = ({"slices": ("pie",)}, ("bar", "pie"), {"legend": frozenset({"pie"})})
    infer = type_inference(predicates, *hints)
    assert infer({"slices": 1}, None, {}) == "pie"
    assert infer({}, None, {}) == "bar"
    assert infer({}, None, {"legend": 1}) == "pie"
    assert infer({}, "bar", {"legend": 1}) is False
    assert infer({}, "bar", {}) == "bar"
    unsure = type_inference({"bar": lambda _data, _rest: None, "pie": lambda _data, _rest: False}, *hints)
    assert unsure({}, None, {}) is None


def test_every_mode_cannot_be_iterated() -> None:
    assert Operation.START in EVERY_MODE
    assert None in EVERY_MODE
    assert repr(EVERY_MODE) == "EVERY_MODE"
    for function in (iter, len):
        with pytest.raises(TypeError, match="ask the contract for its modes"):
            function(EVERY_MODE)
