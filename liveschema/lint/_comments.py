"""Comments in YAML and Markdown that take findings back: ``liveschema: ignore[rule]``."""

from __future__ import annotations

import re
from typing import Final

from liveschema.lint._documents import ALL

_IN_YAML: Final = re.compile(r"(^[ \t]*|[ \t])#[ \t]*liveschema:[ \t]*ignore(?:\[([\w ,-]*)\])?", re.MULTILINE)
_IN_MARKDOWN: Final = re.compile(r"<!--[ \t]*liveschema:[ \t]*ignore(?:\[([\w ,-]*)\])?[ \t]*-->")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


def ignores_in(text: str) -> dict[int, frozenset[str]]:
    """Find the comments of a YAML text that take findings back.

    Args:
        text: The text.

    Returns:
        By line, the rules that are taken back there. A comment at the end of a
        line is for that line; one on a line of its own is for the next line
        that is not a comment.
    """
    found: dict[int, frozenset[str]] = {}
    if "liveschema:" not in text:
        return found
    waiting: frozenset[str] = frozenset()
    for number, line in enumerate(_LINE_END.split(text), start=1):
        comment = _IN_YAML.search(line)
        rules = _rules(comment[2]) if comment else frozenset()
        if line.lstrip().startswith("#"):
            waiting |= rules
        else:
            if rules or waiting:
                found[number] = rules | waiting
            waiting = frozenset()
    return found


def ignored_before(line: str) -> frozenset[str]:
    """Find what a line of Markdown takes back from the block that follows it.

    Args:
        line: The line.

    Returns:
        The rules.
    """
    comment = _IN_MARKDOWN.search(line)
    return _rules(comment[1]) if comment else frozenset()


def _rules(names: str | None) -> frozenset[str]:
    if names is None:
        return ALL
    return frozenset(name.strip() for name in names.split(",") if name.strip())


__all__ = ["ignored_before", "ignores_in"]
