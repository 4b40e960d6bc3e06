"""The division of a YAML file into its documents before they are parsed, so that only one is in memory at a time.

At the beginning of a line, three hyphens and white space end whatever stands
before them, a text in quotes too, and begin the next document. Nothing else
needs to be known of YAML to divide a text there.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Final

_MARKER: Final = re.compile(rb"[\r\n]---(?=[ \t\r\n])")
_MARKER_AT_LAST: Final = re.compile(rb"[\r\n]---(?=[ \t\r\n]|\Z)")
_LENGTH: Final = len(b"\n---")
_END: Final = re.compile(rb".*[\r\n]\.\.\.(?:[ \t][^\r\n]*+)?(?:\r\n?|\n)", re.DOTALL)
"""All up to the last line that ends a document, so that directives may follow."""
_NO_DOCUMENT: Final = re.compile(rb"(?>(?:[ \t]*+(?:[#%][^\r\n]*+|\.\.\.(?:[ \t][^\r\n]*+)?)?(?:\r\n?|\n))*)")
"""Lines that are no document: blank ones, comments, directives, and ends of documents."""


def pieces_of(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Divide a text into pieces, each of which has one document.

    Args:
        blocks: The bytes of the text in blocks of any length.

    Yields:
        The pieces, which are the text if they are joined. Each one ends with a line end, except for the last one. It
        begins with the marker of its document or with directives, except for the first one. A text without a document
        is one piece.
    """
    rest = bytearray()
    searched = 0
    for block in blocks:
        rest += block
        begins = 0
        for marker in [found.start() for found in _MARKER.finditer(rest, searched)]:
            length = _length_of_document(bytes(rest[begins : marker + 1]))
            if length:
                yield bytes(rest[begins : begins + length])
                begins += length
        del rest[:begins]
        searched = max(len(rest) - _LENGTH, 0)
    text = bytes(rest)
    last = _MARKER_AT_LAST.search(text, searched)
    length = _length_of_document(text[: last.start() + 1]) if last else 0
    if length:
        yield text[:length]
    yield text[length:]


def _length_of_document(before: bytes) -> int:
    """Return how much of what stands before a marker is another document; the rest are directives of the next one."""
    if _NO_DOCUMENT.fullmatch(before, len(BOM_UTF8) if before.startswith(BOM_UTF8) else 0):
        return 0
    end = _END.match(before)
    if end is None or before.find(b"%", end.end()) < 0 or not _NO_DOCUMENT.fullmatch(before, end.end()):
        return len(before)
    return end.end()
