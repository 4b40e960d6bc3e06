"""Long checks write their last figures to a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from figures import record, recorded

PAGE = """# Page

<!-- figures of one -->
old
<!-- end of figures -->

Between.

<!-- figures of two -->
<!-- end of figures -->

After.
"""


def test_only_the_figures_of_one_check_are_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, "utf-8")
    record("two", ["| a |", "| --- |"], page)
    assert page.read_text("utf-8") == PAGE.replace("of two -->\n", "of two -->\n| a |\n| --- |\n")
    assert recorded("two", page) == ["| a |", "| --- |"]
    record("two", [], page)
    record("one", ["new"], page)
    assert page.read_text("utf-8") == PAGE.replace("old", "new")


@pytest.mark.parametrize("text", ["", "<!-- figures of one -->\n", "<!-- end of figures -->\n"])
def test_a_page_without_a_place_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"^page\.md has no place for the figures of one$"):
        record("one", ["new"], page)
    with pytest.raises(ValueError, match=r"^page\.md has no place for the figures of one$"):
        recorded("one", page)
    assert page.read_text("utf-8") == text
