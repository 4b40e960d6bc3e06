"""The last figures of each long check, which it writes to ``docs/verification.md`` itself."""

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
    text = page.read_text("utf-8")
    start, end = f"<!-- figures of {name} -->\n", "<!-- end of figures -->\n"
    before, opening, rest = text.partition(start)
    _, closing, after = rest.partition(end)
    if not opening or not closing:
        message = f"{page.name} has no place for the figures of {name}"
        raise ValueError(message)
    figures = "".join(f"{line}\n" for line in lines)
    page.write_text(before + start + figures + end + after, "utf-8", newline="\n")
