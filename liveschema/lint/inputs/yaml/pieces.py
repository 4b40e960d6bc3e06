"""The division of a YAML file into its documents before they are parsed, so that only one is in memory at a time.

At the beginning of a line, three hyphens and white space end whatever stands
before them, a text in quotes too, and begin the next document. Nothing else
needs to be known of YAML to divide a text there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_MARKER: Final = re.compile(rb"\n---(?=[ \t\r\n])")
_MARKER_AT_LAST: Final = re.compile(rb"\n---(?=[ \t\r\n]|\Z)")
_LONGEST: Final = len(b"\n---")
_END: Final = b"\n..."
"""What ends a document, so that directives may follow."""
_WHITE: Final = b" \t\r\n"
_NO_DOCUMENT: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t\r]*+(?:[#%][^\n]*+|\.\.\.(?:[ \t\r][^\n]*+)?)?\n)*+")
"""Lines that are no document: blank ones, comments, directives, and ends of documents."""


def pieces_of(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Divide a text into pieces, each of which has a document.

    Args:
        blocks: The bytes of the text in blocks of any length.

    Yields:
        The pieces, which are the text if they are joined. Each one ends with a line end, except for the last one. It
        begins with the marker of its document or with directives, except for the first one. The only piece of a text
        without a document has none.
    """
    rest = b""
    searched = 0
    for block in blocks:
        rest += block
        begins = 0
        for marker in _MARKER.finditer(rest, searched):
            cut = _cut(rest[begins : marker.start() + 1])
            if cut:
                yield rest[begins : begins + cut]
                begins += cut
        rest = rest[begins:]
        searched = max(len(rest) - _LONGEST, 0)
    marker_at_last = _MARKER_AT_LAST.search(rest, searched)
    cut = _cut(rest[: marker_at_last.start() + 1]) if marker_at_last else 0
    if cut:
        yield rest[:cut]
    yield rest[cut:]


def _cut(before: bytes) -> int:
    """Return how much of what stands before a marker is another document; the rest are directives of the next one."""
    if _NO_DOCUMENT.fullmatch(before):
        return 0
    end = before.rfind(_END)
    if end < 0 or before[end + len(_END)] not in _WHITE:
        return len(before)
    following = before.index(b"\n", end + 1) + 1
    is_directive = before.find(b"%", following) >= 0 and _NO_DOCUMENT.fullmatch(before, following)
    return following if is_directive else len(before)
