"""The examples are valid, the broken ones are reported as documented, and the README lists all of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import liveschema

ROOT = Path(__file__).parent.parent / "examples"
GOOD = sorted(path for operation in liveschema.Operation for path in (ROOT / operation).glob("*.json"))
BROKEN = sorted((ROOT / "broken").glob("*/*.json"))
Written = Callable[[Path, str], None]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def report(problems: list[liveschema.Problem]) -> str:
    """Return problems in the form of the text files next to the broken examples."""
    return "".join(f"{problem}\n" for problem in problems)


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_an_example_has_no_problem_and_survives_a_round_trip(path: Path) -> None:
    source = path.read_bytes()
    operation = liveschema.Operation(path.parent.name)
    assert liveschema.check(json.loads(source), operation) == []
    assert liveschema.dump(liveschema.loads(source, operation)) == json.loads(source)


@pytest.mark.parametrize("path", BROKEN, ids=name)
def test_a_broken_example_is_reported_as_documented(path: Path, written: Written) -> None:
    problems = liveschema.check(json.loads(path.read_bytes()), liveschema.Operation(path.parent.name))
    written(path.with_suffix(".txt"), report(problems))
    assert "error" in {problem.severity for problem in problems}


def test_the_examples_cover_every_operation() -> None:
    assert {path.parent.name for path in GOOD} == set(liveschema.Operation)
    assert {path.parent.name for path in BROKEN} == set(liveschema.Operation)


def test_the_readme_names_every_example_and_no_other() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    named = [line.split("`")[1] for line in lines if line.startswith("| `")]
    senders = list((ROOT / "senders").iterdir())
    assert sorted(named) == sorted(map(name, GOOD + BROKEN + senders))
