"""The key of a stream, which stands in the path of a request and not in its payload."""

from __future__ import annotations

import re
from typing import Final

from liveschema.contract.rules.invalid_stream_key import INVALID_STREAM_KEY
from liveschema.engine.plain import plain
from liveschema.engine.problems import Problem
from liveschema.engine.wording import got

MAX_LENGTH: Final = 255
LETTERS: Final = "[A-Za-z0-9_-]"
"""The characters it may hold, as a regular expression."""
_STREAM_KEY: Final = re.compile(rf"{LETTERS}{{1,{MAX_LENGTH}}}\Z")


def check_stream_key(key: object) -> list[Problem]:
    """Find what is wrong with a stream key, which stands in the path of a request.

    Args:
        key: The key.

    Returns:
        One problem, at the root, or none.

    .. versionadded:: 0.1.0
    """
    if isinstance(key, str) and _STREAM_KEY.match(key):
        return []
    came = f"{len(key):,} characters" if isinstance(key, str) and len(key) > MAX_LENGTH else got(plain(key))
    message = f"a stream key must be 1 to {MAX_LENGTH} characters of A-Z a-z 0-9 _ -, got {came}"
    return [INVALID_STREAM_KEY.at((), message)]
