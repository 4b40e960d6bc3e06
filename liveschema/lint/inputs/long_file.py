"""Files that are read in blocks, more than once if need be, since they may be too long to be kept in memory."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

BLOCK: Final = 1 << 20
"""The bytes that are read at a time."""
_OVERLAP: Final = 1 << 12
"""The bytes by which blocks overlap that are searched, many more than any word has."""


class LongFile:
    """A file that is at least as long as a block.

    Args:
        stream: The stream to read the bytes from, from the current position on.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._start = stream.tell()

    def read(self) -> bytes:
        """Return all bytes of the file."""
        self._stream.seek(self._start)
        return self._stream.read()

    def blocks(self) -> Iterator[bytes]:
        """Yield the bytes of the file in blocks, from its beginning."""
        self._stream.seek(self._start)
        yield from iter(lambda: self._stream.read(BLOCK), b"")

    def any_block(self, test: Callable[[bytes], bool]) -> bool:
        """Return whether a test of a text is true for any block."""
        before = b""
        for block in self.blocks():
            searched = before + block
            if test(searched):
                return True
            before = searched[-_OVERLAP:]
        return False


def read_or_open(stream: BinaryIO) -> bytes | LongFile:
    """Return the bytes of a short file, or a long file to be read in blocks.

    Args:
        stream: The stream to read the bytes from. One that cannot be read twice, such as a pipe, is kept in memory.
    """
    read = stream.read(BLOCK)
    if len(read) < BLOCK:
        return read
    if not stream.seekable():
        return LongFile(io.BytesIO(read + stream.read()))
    stream.seek(-len(read), os.SEEK_CUR)
    return LongFile(stream)


def any_block(source: bytes | LongFile, test: Callable[[bytes], bool]) -> bool:
    """Return whether a test of a text is true for a file, or for any block of a long one."""
    return source.any_block(test) if isinstance(source, LongFile) else test(source)
