"""The last figures of each long check, which it writes to its page of the documentation itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "verification.md"


def record(name: str, lines: Iterable[str], page: Path = PAGE) -> None:
    """Replace the figures of a check on the page.

    Args:
        name: The name of the check, as in the comment ``<!-- figures of NAME -->`` before its figures.
        lines: The lines of Markdown to put there, such as a sentence with the date, and a table.
        page: The page, which has the figures of every check.

    Raises:
        ValueError: If the page has no place for the figures of this check.
    """
    before, _, after = _parts(name, page)
    figures = "".join(f"{line}\n" for line in lines)
    page.write_text(before + figures + after, "utf-8", newline="\n")


def recorded(name: str, page: Path = PAGE) -> list[str]:
    """Return the lines of the figures of a check on the page.

    Args:
        name: The name of the check.
        page: The page.

    Raises:
        ValueError: If the page has no place for the figures of this check.
    """
    return _parts(name, page)[1].splitlines()


def _parts(name: str, page: Path) -> tuple[str, str, str]:
    """Return what stands before the figures of a check, the figures, and what stands after them."""
    text = page.read_text("utf-8")
    start, end = f"<!-- figures of {name} -->\n", "<!-- end of figures -->\n"
    before, opening, rest = text.partition(start)
    figures, closing, after = rest.partition(end)
    if not opening or not closing:
        message = f"{page.name} has no place for the figures of {name}"
        raise ValueError(message)
    return before + opening, figures, closing + after
