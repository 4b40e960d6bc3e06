"""The hint of a duplicate key, which names the line of the first one."""

from __future__ import annotations

import re
from collections.abc import Callable

_HINT = re.compile(r"it is first given on line (\d+)")


def first_given(line: int) -> str:
    """Return the hint.

    Args:
        line: The line of the first of the keys.
    """
    return f"it is first given on line {line}"


def with_line_of_file(hint: str | None, line_of: Callable[[int], int]) -> str | None:
    """Return a hint in which a line of a text is that of the file that the text stands in.

    Args:
        hint: The hint of any problem of the text.
        line_of: Returns the line of the file at which a line of the text begins.
    """
    found = _HINT.fullmatch(hint or "")
    return first_given(line_of(int(found[1]))) if found else hint
