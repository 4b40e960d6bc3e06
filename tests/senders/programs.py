"""The whole programs that pages of the documentation show, to be run by tests."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def programs(page: str) -> dict[str, str]:
    """Return the programs of a page by heading: blocks of the language ``py``, at most one below each heading."""
    found = {}
    for section in re.split(r"^##+ ", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        if "\n```py\n" in text:
            found[heading] = text.partition("\n```py\n")[2].partition("\n```\n")[0] + "\n"
    return found


def count(page: str) -> int:
    """Return how many programs a page has."""
    return len(re.findall(r"^```py$", (DOCS / page).read_text("utf-8"), re.MULTILINE))
