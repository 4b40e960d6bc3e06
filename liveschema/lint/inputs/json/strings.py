"""The text of a JSON string, with the position of each character in the file."""

from __future__ import annotations

import re
from typing import Final

from liveschema.lint.inputs.fragments import Fragment, FragmentWriter

_CHARACTER: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]+", re.DOTALL
)
"""What a JSON string has: an escape, or characters that stand for themselves."""


def string_in(fragment: Fragment, start: int, end: int, text: str) -> Fragment:
    """Return the text of a JSON string as a fragment.

    Args:
        fragment: The JSON text.
        start: The offset of the opening quote.
        end: The offset after the closing quote.
        text: The text that the string stands for.
    """
    writer = FragmentWriter(fragment)
    write_string(writer, start + 1, end - 1, text)
    return writer.finish()


def write_string(writer: FragmentWriter, start: int, end: int, text: str) -> None:
    """Write the text of a JSON string, each character of which stands for itself or for an escape.

    Args:
        writer: The writer of a fragment of the JSON text.
        start: The offset after the opening quote.
        end: The offset of the closing quote.
        text: The text that the string stands for.
    """
    done = 0
    for found in _CHARACTER.finditer(writer.outer.text, start, end):
        if found[0].startswith("\\"):
            writer.put(text[done : done + 1], *found.span())
            done += 1
        else:
            writer.copy(*found.span())
            done += found.end() - found.start()
