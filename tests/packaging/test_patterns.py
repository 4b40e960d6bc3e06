"""Regular expressions of the package mean the same in every version of Python that it runs on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "liveschema"
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")


@pytest.mark.parametrize("text", ["(?:ab)*+", "(?:ab)++", "(?:ab)?+", "(?:ab){0,2}+", "(?:ab){3}+"])
def test_a_possessive_group_is_found(text: str) -> None:
    assert POSSESSIVE_GROUP.search(text)


def test_no_group_is_repeated_possessively() -> None:
    # Python before 3.11.5 goes on behind the beginning of a repetition that does not match. Atomic groups are right.
    found = [
        f"{file.relative_to(PACKAGE)}:{number}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
