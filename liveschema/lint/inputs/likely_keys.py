"""What looks like an API key in any text."""

from __future__ import annotations

import re
from functools import lru_cache

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator

    from liveschema.lint.inputs.secrets import SecretTexts

_AUTHORIZATION = re.compile(
    r"(\bbearer\s+|api[-_]?key\w*[\"']?\s*[:=]\s*-?[\"'\[]?\s*|\s-u\s+[\"']?|//(?=[^/@\s]+@))"
    r"([\w.~+/=-]{8,}|[\w.~+/=-]+(?=…))",
    re.IGNORECASE,
)
"""An API key where the service expects one, and where people put it by mistake; the beginning of one in a message."""
_MAY_BE_KEY = ("bearer", "key", "-u", "@")
"""What a text with an API key has, in lower case."""
_ASSIGNED = (":", "=")
"""The ends of what comes before a value without quotes."""
_EXPRESSION = re.compile(
    r"(?:process|import\.meta)\.env\.\w+(?![\w.~+/=-])|[a-z_]\w*(?:\.[a-z_]\w*)+(?=[(\[])", re.IGNORECASE
)
"""What reads the value from elsewhere, as far as it looks like a key: ``process.env.KEY`` or ``os.getenv``."""
_WORDS = re.compile(r"[^\W\d]{1,20}(?:[-+.~/=][^\W\d]{1,20})*")
"""What may be prose, or a name, that stands for itself elsewhere."""


def without_keys(text: str) -> str:
    """Return a text with a dot in place of each character of what looks like an API key."""
    pieces: list[str] = []
    done = 0
    for start, end in _keys_in(text):
        pieces += text[done:start], "•" * (end - start)
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def likely_keys(text: str) -> list[tuple[int, int]]:
    """Return the ranges of what looks like an API key in a text, except for words, which may be no key elsewhere."""
    ranges = ((start, start + len(text[start:end].rstrip("./"))) for start, end in _keys_in(text))
    return [(start, end) for start, end in ranges if not _WORDS.fullmatch(text, start, end)]


@lru_cache(maxsize=1)
def secrets_in(text: str) -> SecretTexts | None:
    """Return what looks like an API key in the text of a file, wherever else it stands; None if there is nothing.

    The documents of a file share its text, so that it is searched once.
    """
    ranges = likely_keys(text)
    if not ranges:
        return None
    from liveschema.lint.inputs.secrets import SecretTexts  # noqa: PLC0415 - most files have no secret

    secrets = SecretTexts()
    secrets.add(text, ranges)
    return secrets


def _keys_in(text: str) -> Iterator[tuple[int, int]]:
    lowered = text.lower()
    if any(each in lowered for each in _MAY_BE_KEY):
        for found in _AUTHORIZATION.finditer(text):
            if not (found[1].rstrip().endswith(_ASSIGNED) and _EXPRESSION.match(text, found.start(2))):
                yield found.span(2)
