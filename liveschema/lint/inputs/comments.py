"""Ignore comments in YAML, Markdown and source code, such as ``liveschema: ignore[rule]``, which suppress findings."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

from liveschema._generated.rule_index import SEVERITIES
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.wording import did_you_mean, quoted
from liveschema.lint.inputs.document import ALL
from liveschema.lint.rules.unknown_ignore import UNKNOWN_IGNORE

_BLOCK: Final = r"/\*+"
_WHOLE_BLOCK: Final = r"/\*(?:(?!\*/).)*(?:\*/[ \t]*)?\Z"


class CommentForm(Enum):
    """How a language writes comments.

    ``HASH`` is ``# …``, ``SLASHES`` is ``// …`` and ``/* … */``, and ``ANY`` is all of them.
    """

    HASH = "#"
    SLASHES = f"//|{_BLOCK}"
    ANY = f"#|//|{_BLOCK}"


_IGNORE: Final = r"[ \t]*liveschema:[ \t]*ignore(?:\[([^]\r\n]*)\]?)?"
_IN_CODE: Final = {form: re.compile(rf"(?:^[ \t]*|[ \t])(?:{form.value}){_IGNORE}") for form in CommentForm}
_ALONE: Final = {form: re.compile(rf"[ \t]*(?:{form.value.replace(_BLOCK, _WHOLE_BLOCK)})") for form in CommentForm}
"""A line that is nothing but a comment."""
_IN_MARKDOWN: Final = re.compile(r"(?:<!--|\{/\*)[ \t]*liveschema:[ \t]*ignore(?:\[([^]\r\n]*)\])?[ \t]*(?:-->|\*/\})")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_NAME: Final = re.compile(r"[^\s,]+")


class Ignores(NamedTuple):
    """The ignore comments of a text.

    Args:
        by_line: The rules to ignore, by line.
        faults: The problems of the comments themselves.
        waiting: The rules to ignore in the line that begins after the last line end.
    """

    by_line: dict[int, frozenset[str]]
    faults: list[Problem]
    waiting: frozenset[str] = frozenset()


def ignores_in(text: str, form: CommentForm = CommentForm.HASH, waiting: frozenset[str] = frozenset()) -> Ignores:
    """Find the ignore comments of a text.

    Args:
        text: The text.
        form: How the language of the text writes comments.
        waiting: The rules to ignore in the first line by comments before the text.

    Returns:
        The rules to ignore. A comment at the end of a line applies to that
        line; a comment on its own line applies to the next line that is not a comment.
    """
    found = Ignores({}, [])
    if "liveschema:" not in text and not waiting:
        return found
    before_line = waiting
    comments, alone = _IN_CODE[form], _ALONE[form]
    for number, line in enumerate(_LINE_END.split(text), start=1):
        before_line = waiting
        rules = _rules(comments.search(line), 1, number, found.faults)
        if alone.match(line):
            waiting |= rules
        else:
            if rules or waiting:
                found.by_line[number] = rules | waiting
            waiting = frozenset()
    # What follows the last line end, mostly nothing, is the beginning of the next line.
    return found._replace(waiting=before_line)


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
            faults.append(evolve(made, line=number, column=name.start() + 1))
    return frozenset(name[0] for name in names)
