"""Fixes in every format: the text before and after, and the texts that stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fix_kit import fixed_text, rules

from liveschema.lint.all_rules import RULES

FOLDER = Path(__file__).parent / "fixes"


def examples_in(name: str) -> Iterator[tuple[str, str, str]]:
    """Read examples of fixes: the name of a file, the text before, an arrow, and the text after."""
    for example in (FOLDER / f"{name}.txt").read_text("utf-8").removesuffix("\n").split("\n----\n"):
        file, both = example.split("\n", 1)
        before, after = both.split("\n=>\n")
        yield file, f"{before}\n", f"{after}\n"


EXAMPLES = [each for name in ("json", "yaml", "text", "shell", "code") for each in examples_in(name)]


@pytest.mark.parametrize(("name", "before", "after"), EXAMPLES, ids=[each[0] for each in EXAMPLES])
def test_fixes_in_a_format_look_as_a_person_would_write_them(name: str, before: str, after: str) -> None:
    assert fixed_text(name, before) == after
    assert fixed_text(name, after) == after


UNCHANGED = [
    (*head.split(": "), f"{text}\n")
    for example in (FOLDER / "unchanged.txt").read_text("utf-8").removesuffix("\n").split("\n----\n")
    for head, text in [example.split("\n", 1)]
]


@pytest.mark.parametrize(("name", "text"), [each[1:] for each in UNCHANGED], ids=[each[0] for each in UNCHANGED])
def test_what_cannot_be_edited_without_a_doubt_stays_as_it_is(name: str, text: str) -> None:
    assert any(RULES[rule].remedy for rule in rules(name, text))
    assert fixed_text(name, text) == text
