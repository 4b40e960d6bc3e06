"""What looks like an API key in any text."""

from __future__ import annotations

import re

_AUTHORIZATION = re.compile(
    r"(\bbearer\s+|api[-_]?key\w*[\"']?\s*[:=]\s*-?[\"'\[]?\s*|\s-u\s+[\"']?|//(?=[^/@\s]+@))([\w.~+/=-]{8,})",
    re.IGNORECASE,
)
"""An API key where the service expects one, and where people put it by mistake."""
_MAY_BE_KEY = ("bearer", "key", "-u", "@")
"""What a text with an API key has, in lower case."""


def without_keys(text: str) -> str:
    """Return a text with a dot in place of each character of what looks like an API key."""
    lowered = text.lower()
    if not any(each in lowered for each in _MAY_BE_KEY):
        return text
    return _AUTHORIZATION.sub(lambda found: found[1] + "•" * len(found[2]), text)
