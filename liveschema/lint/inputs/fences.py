"""The words after the fences of code blocks in Markdown that name an operation, as in ``json end_stream``."""

from __future__ import annotations

import re
from typing import Final

from liveschema.contract.vocabulary import Operation

_LANGUAGES: Final = (re.compile(rb"json "), re.compile(rb"JSON "))
"""Patterns with a rare first character are found twice as fast as by `bytes.find`."""
_BEFORE_LANGUAGE: Final = re.compile(rb"[`~][ \t]*\Z")
_AFTER_LANGUAGE: Final = re.compile(
    rb"[^`\r\n]*?(?:%s)" % "|".join(Operation).replace("_", "[_-]").encode(), re.IGNORECASE
)


def names_operation(markdown: bytes) -> bool:
    """Return whether a Markdown text may have a JSON block that names its operation."""
    for language in _LANGUAGES:
        for found in language.finditer(markdown):
            at = found.start()
            if _BEFORE_LANGUAGE.search(markdown[max(at - 9, 0) : at]) and _AFTER_LANGUAGE.match(markdown, at):
                return True
    return False
