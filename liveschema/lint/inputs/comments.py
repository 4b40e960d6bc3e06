"""Ignore comments in YAML and Markdown, such as ``liveschema: ignore[rule]``, which suppress findings."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import attrs

from liveschema._generated.rule_index import SEVERITIES
from liveschema.engine.problems import Problem
from liveschema.engine.wording import did_you_mean, quoted
from liveschema.lint.inputs.document import ALL
from liveschema.lint.rules.unknown_ignore import UNKNOWN_IGNORE

_IN_YAML: Final = re.compile(r"(^[ \t]*|[ \t])#[ \t]*liveschema:[ \t]*ignore(?:\[([^]\r\n]*)\]?)?", re.MULTILINE)
_IN_MARKDOWN: Final = re.compile(r"(?:<!--|\{/\*)[ \t]*liveschema:[ \t]*ignore(?:\[([^]\r\n]*)\])?[ \t]*(?:-->|\*/\})")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_NAME: Final = re.compile(r"[^\s,]+")


class Ignores(NamedTuple):
    """The ignore comments of a text.

    Args:
        by_line: The rules to ignore, by line.
        faults: The problems of the comments themselves.
    """

    by_line: dict[int, frozenset[str]]
    faults: list[Problem]


def ignores_in(text: str) -> Ignores:
    """Find the ignore comments of a YAML text.

    Args:
        text: The text.

    Returns:
        The rules to ignore. A comment at the end of a line applies to that
        line; a comment on its own line applies to the next line that is not a comment.
    """
    found = Ignores({}, [])
    if "liveschema:" not in text:
        return found
    waiting: frozenset[str] = frozenset()
    for number, line in enumerate(_LINE_END.split(text), start=1):
        comment = _IN_YAML.search(line)
        rules = _rules(comment, 2, number, found.faults)
        if line.lstrip().startswith("#"):
            waiting |= rules
        else:
            if rules or waiting:
                found.by_line[number] = rules | waiting
            waiting = frozenset()
    return found


def ignored_before(line: str, number: int, faults: list[Problem]) -> frozenset[str]:
    """Return the rules that a line of Markdown ignores in the block after it.

    Args:
        line: The line.
        number: The line number, counted from 1.
        faults: The list to which problems of the comment itself are added.

    Returns:
        The ids of the rules; `ALL` for a comment that names none.
    """
    return _rules(_IN_MARKDOWN.search(line), 1, number, faults)


def _rules(comment: re.Match[str] | None, group: int, number: int, faults: list[Problem]) -> frozenset[str]:
    if comment is None:
        return frozenset()
    if comment[group] is None:
        return ALL
    names = list(_NAME.finditer(comment.string, *comment.span(group)))
    for name in names:
        if name[0] not in SEVERITIES:
            message = f"an ignore comment must name rules that exist, got {quoted(name[0])}"
            made = UNKNOWN_IGNORE.at((), message, did_you_mean(name[0], SEVERITIES))
            faults.append(attrs.evolve(made, line=number, column=name.start() + 1))
    return frozenset(name[0] for name in names)
