"""What the crosscheck makes and the repository has: compared with it, or written to it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from _tools import README, ROOT, FailedError

GENERATED = ROOT / "schemas" / "generated"
WRITE = "--write"
"""The option of ``run.py`` that writes what is not up to date, instead of failing."""
HEAD = "| Mistake |"
"""The start of the table of mistakes in ``schemas/README.md``."""
LIMITS = "| Language | What does not come back |"
"""The head of its table of payloads that do not come back from a round trip."""


def settle(name: str, text: str) -> None:
    """Compare a file in ``schemas/generated`` with what was generated, or write it.

    Args:
        name: The name of the file.
        text: What was generated.

    Raises:
        FailedError: If it is not up to date.
    """
    file = GENERATED / name
    if file.is_file() and file.read_text("utf-8") == text:
        return
    if WRITE not in sys.argv:
        msg = f"schemas/generated/{name} is not up to date: run tools/crosscheck/run.py {WRITE}"
        raise FailedError(msg)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def settle_column(title: str, cells: Mapping[str, str]) -> None:
    """Compare a column of the table of mistakes in ``schemas/README.md`` with what was found, or write it.

    Args:
        title: The title of the column.
        cells: The cell of each mistake.

    Raises:
        FailedError: If it is not up to date.
    """
    text = README.read_text("utf-8")
    before, table, after = _around(text)
    if {row: columns.get(title) for row, columns in table.items()} == dict(cells):
        return
    if WRITE not in sys.argv:
        found = "; ".join(f"{row}: {cell}" for row, cell in cells.items() if table.get(row, {}).get(title) != cell)
        msg = f"the table in schemas/README.md is not up to date: run tools/crosscheck/run.py {WRITE} ({found})"
        raise FailedError(msg)
    made = {row: {**table.get(row, {}), title: cell} for row, cell in cells.items()}
    README.write_text(before + _markdown(made) + after, "utf-8")


def check_limits(title: str, reasons: Iterable[str]) -> None:
    """Check that ``schemas/README.md`` has the limits of a language, and no others.

    Args:
        title: The language.
        reasons: Its limits.

    Raises:
        FailedError: If it has not.
    """
    table = README.read_text("utf-8").partition(LIMITS)[2].partition("\n\n")[0]
    rows = [line for line in table.splitlines() if line.startswith(f"| {title} |")]
    expected = [f"| {title} | {reason} |" for reason in reasons]
    if rows != expected:
        msg = f"schemas/README.md has the limits {rows}, not {expected}"
        raise FailedError(msg)


def _around(text: str) -> tuple[str, dict[str, dict[str, str]], str]:
    """Return the text before the table, its cells by row and column, and the text after it."""
    lines = text.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith(HEAD))
    last = next(number for number in range(first, len(lines)) if not lines[number].startswith("|"))
    head, _, *rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines[first:last]]
    table = {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}
    return "".join(lines[:first]), table, "".join(lines[last:])


def _markdown(table: dict[str, dict[str, str]]) -> str:
    columns = list(dict.fromkeys(column for cells in table.values() for column in cells))
    rows = [[row, *(cells.get(column, "?") for column in columns)] for row, cells in table.items()]
    lines = [[HEAD.strip("| "), *columns], ["---"] * (len(columns) + 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
