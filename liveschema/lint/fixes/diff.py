"""The difference between a file and the same file after its fixes, as `diff -u` shows it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Final

from liveschema.lint.escaping import line_start, shown_line

_COLORS: Final = {"-": "31", "+": "32", "@": "36"}
_NO_LINE_END: Final = "\\ No newline at end of file\n"


def diff(name: str, before: str, after: str, *, color: bool, hide: Callable[[str], str]) -> Iterator[str]:
    """Compare two texts.

    Args:
        name: The name of the file.
        before: The text of the file.
        after: The text after its fixes.
        color: Whether to write colours, for a terminal; line ends are then line feeds.
        hide: Returns a line without what is never shown, such as API keys.

    Yields:
        The lines of a unified diff, with their line ends. As in excerpts, U+FFFD stands for characters that could
        control a terminal or a CI service.
    """
    path = line_start(name)
    for line in difflib.unified_diff(_lines(before), _lines(after), path, path):
        whole = hide(line)
        text = whole.removesuffix("\n").removesuffix("\r")
        end = "\n" if color else whole[len(text) :]
        text = whole[0] + shown_line(text[1:])
        code = _COLORS.get(whole[0])
        if color and code is not None:
            text = f"\033[{code}m{text}\033[0m"
        yield text + end if end.endswith("\n") else f"{text}{end}\n{_NO_LINE_END}"


def _lines(text: str) -> list[str]:
    """Split a text at line feeds, which is where tools that apply a diff split it."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
