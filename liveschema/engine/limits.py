"""The limits of levels and characters that every value has, and the tests for them."""

from __future__ import annotations

import re

MAX_DEPTH = 200
"""The most levels that free content may have: more than any real content, fewer than any parser's limit."""

DEPTH_READ = MAX_DEPTH + 10
"""The most levels of a payload that are read; anything deeper is invalid, so it need not be read."""

SURROGATE = "[\ud800-\udfff]"
"""A pattern for half of a surrogate pair, which cannot be encoded as UTF-8."""
_find_surrogate = re.compile(SURROGATE).search


def encodable(text: str) -> bool:
    """Return whether a string can be encoded as UTF-8, that is, contains no lone surrogate."""
    return text.isascii() or text.isprintable() or _find_surrogate(text) is None  # surrogates are not printable
