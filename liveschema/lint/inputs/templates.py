"""Expressions that are replaced before a text is read, such as ``${{ … }}``, ``{{ … }}`` and ``${NAME}``."""

from __future__ import annotations

import re
from typing import Final

from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE, MEMBERS_IN_YAML

# Each part is atomic: dividing a text into other parts again and again would take exponential time.
_INSIDE: Final = r"""(?>'(?:[^'\n]|'')*+'|"(?:[^"\n\\]|\\.)*+"|\}(?!\})|[^}])*?"""
GITHUB: Final = re.compile(rf"\$\{{\{{{_INSIDE}(?:\}}\}}|\Z)")
"""The expressions of GitHub workflows; one that is not closed extends to the end of the text."""
ANY: Final = re.compile(rf"\$?\{{\{{{_INSIDE}\}}\}}|\$\{{[A-Za-z_][^{{}}\n]*\}}")
"""The expressions of workflows and of most template languages, and variables in braces."""
_BLANK: Final = " \t\r"
_CONTROL: Final = re.compile(r"\{%|\{\{[-~]?\s*(?:[#/^!>*]|(?:if|else|end|range|with|define|block|template|include)\b)")
"""What makes a part of a template conditional or repeated, so that the text cannot be read on its own."""


def has_expressions(source: bytes) -> bool:
    """Return whether a text may have expressions, without searching for them."""
    return b"{{" in source or b"${" in source


def is_conditional(text: str) -> bool:
    """Return whether a part of a template is conditional or repeated."""
    return _CONTROL.search(text) is not None


def with_holes(fragment: Fragment, expressions: re.Pattern[str] = ANY, *, alone: str = HOLE) -> Fragment:
    """Write a hole in place of each expression.

    Args:
        fragment: The text.
        expressions: The expressions to replace, `GITHUB` or `ANY`.
        alone: What to write for an expression that has a line for itself, where a key and a value would stand.

    Returns:
        The text with holes, or the same fragment if it has no expressions.
    """
    text, writer, done = fragment.text, FragmentWriter(fragment), 0
    for found in expressions.finditer(text):
        start, end = found.span()
        writer.copy(done, start)
        writer.put(alone if alone != HOLE and _is_alone(text, start, end) else HOLE, start, end)
        done = end
    if not done:
        return fragment
    writer.copy(done, len(text))
    return writer.finish()


def _is_alone(text: str, start: int, end: int) -> bool:
    """Return whether a range of a text has a line for itself, without a look at the rest of a long line."""
    while start and text[start - 1] in _BLANK:
        start -= 1
    while end < len(text) and text[end] in _BLANK:
        end += 1
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def with_holes_in_yaml(fragment: Fragment, expressions: re.Pattern[str] = ANY) -> Fragment:
    """Write a hole in place of each expression of a YAML text, where a line may stand for further members."""
    return with_holes(fragment, expressions, alone=MEMBERS_IN_YAML)
