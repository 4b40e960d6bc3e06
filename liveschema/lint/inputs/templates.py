"""Expressions that are replaced before a text is read, such as ``${{ … }}``, ``{{ … }}`` and ``${NAME}``."""

from __future__ import annotations

import re
from typing import Final

from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE, MEMBERS_IN_YAML, json_in
from liveschema.lint.inputs.json.text import json_document
from liveschema.text.lines import Lines
from liveschema.text.read import decode

# A part is atomic, since to divide a text into other parts again and again would take exponential time. No part has
# another beginning in it, since to search from each beginning to the end of the text would take quadratic time.
_PARTS: Final = r"""(?>'(?>(?:[^'\n]++|'')*)'|"(?>(?:[^"\n\\]++|\\.)*)"|\}(?!\})|\{(?!\{)|[^{}])*?"""
_CLOSED: Final = rf"{_PARTS}\}}\}}"
GITHUB: Final = re.compile(rf"\$\{{\{{{_PARTS}(?:\}}\}}|\Z)")
"""The expressions of GitHub workflows; one that is not closed extends to the end of the text."""
ANY: Final = re.compile(rf"\{{\{{\{{{_CLOSED}\}}|\$?\{{\{{{_CLOSED}|\$\{{[A-Za-z_][^{{}}\n]*\}}")
"""The expressions of workflows and of most template languages, and variables in braces."""
_BLANK: Final = " \t\r"
_CONTROL: Final = re.compile(r"\{%|\{\{[-~]?\s*(?:[#/^!>*]|(?:if|else|end|range|with|define|block|template|include)\b)")
"""What makes a part of a template conditional or repeated, so that the text cannot be read on its own."""


def is_template(text: str) -> bool:
    """Return whether a text has an expression, or a part that is conditional or repeated."""
    return ANY.search(text) is not None or is_conditional(text)


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


def json_template(source: bytes) -> Document | None:
    """Read a JSON text that is a template.

    Args:
        source: The bytes of the file.

    Returns:
        The document; one without a value if parts of the text are conditional or repeated, so that it is no JSON on its
        own. None for a text without expressions, and for one that cannot be read for another reason.
    """
    text, faults = decode(source)
    if text is None or faults or not is_template(text):
        return None
    if is_conditional(text):
        document = json_document(text)
        return document if document.readable else Document(text, NOTHING, [], lambda _: {}, Lines(text))
    return json_in(with_holes(Fragment.whole(text)))
