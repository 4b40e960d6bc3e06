"""The check of stream keys, which are part of the URL path of a request and not of its payload."""

from __future__ import annotations

import re

from liveschema.contract.rules.invalid_stream_key import INVALID_STREAM_KEY
from liveschema.engine.plain import plain
from liveschema.engine.wording import got

TYPE_CHECKING = False
if TYPE_CHECKING:
    from liveschema.engine.problems import Problem

MAX_LENGTH = 255
LETTERS = "[A-Za-z0-9_-]"
"""A pattern for the characters that a stream key may contain."""
_STREAM_KEY = re.compile(rf"{LETTERS}{{1,{MAX_LENGTH}}}\Z")


def check_stream_key(key: object) -> list[Problem]:
    """Check a stream key, which is part of the URL path of a stream request.

    Args:
        key: The key: a string of 1 to 255 characters of ``A-Z``, ``a-z``,
            ``0-9``, ``_`` and ``-``. Any other object is reported.

    Returns:
        An empty list for a valid key, otherwise a list with one problem. Its
        path is empty.

    .. versionadded:: 0.1.0
    """
    if isinstance(key, str) and _STREAM_KEY.match(key):
        return []
    actual = f"{len(key):,} characters" if isinstance(key, str) and len(key) > MAX_LENGTH else got(plain(key))
    message = f"a stream key must be 1 to {MAX_LENGTH} characters of A-Z a-z 0-9 _ -, got {actual}"
    return [INVALID_STREAM_KEY.at((), message)]
