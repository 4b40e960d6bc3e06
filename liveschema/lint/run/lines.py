"""The reading of JSON Lines in chunks, so that memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO, Final

from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json_files import BLANK, json_lines_documents
from liveschema.lint.inputs.other_formats import not_json_lines
from liveschema.lint.run.context import FileContext
from liveschema.text import UNREADABLE
from liveschema.text.lines import Lines as TextLines
from liveschema.text.read import decode

CHUNK: Final = 1 << 20
"""The bytes that are read at a time."""
_BEGINNING: Final = 1 << 20
"""The bytes by which a file is recognised that is in another format."""


class Lines:
    """The lines of a JSON Lines file.

    Args:
        stream: The stream to read the bytes from.
        size: The number of bytes to read at a time.

    Attributes:
        beginning: The first bytes of the file, up to the end of a line unless the line is longer.
        is_whole: Whether these are all.
    """

    def __init__(self, stream: BinaryIO, size: int = CHUNK) -> None:
        read = stream.read(_BEGINNING)
        self.is_whole: bool = len(read) < _BEGINNING
        self.beginning: bytes = read if self.is_whole else read[: read.rfind(b"\n") + 1] or read
        self._blocks = chain(_parts(read, size), iter(lambda: stream.read(size), b""))

    def in_other_format(self, context: FileContext) -> Document | None:
        """Return a document with one problem if the file is in another encoding or format; else None.

        Args:
            context: The context of the file.
        """
        text, faults = decode(self.beginning)
        if text is None:
            return Document("", UNREADABLE, faults, lambda _: {}, TextLines(""))
        return not_json_lines(self.beginning, is_whole=self.is_whole) if context.expects_request else None

    def chunks(self) -> Iterator[bytes]:
        """Yield the file in chunks of whole lines; can be called once."""
        pieces: list[bytes] = []
        for block in self._blocks:
            cut = block.rfind(b"\n") + 1
            if cut:
                yield b"".join([*pieces, block[:cut]])
                pieces = [block[cut:]]
            else:
                pieces.append(block)
        if any(pieces):
            yield b"".join(pieces)


def _parts(source: bytes, size: int) -> Iterable[bytes]:
    return (source[start : start + size] for start in range(0, len(source), size))


def numbers_of_lines(chunk: bytes, first_line: int) -> Iterator[int]:
    """Yield the numbers of the lines of a chunk that are not blank."""
    return (number for number, line in enumerate(chunk.split(b"\n"), start=first_line) if line.strip(BLANK))


def documents_of_lines(stream: BinaryIO, context: FileContext) -> Iterator[Document]:
    """Read the documents of a JSON Lines file.

    Args:
        stream: The stream to read the bytes from.
        context: The context of the file.

    Yields:
        The documents in order.
    """
    lines = Lines(stream)
    other = lines.in_other_format(context)
    if other is not None:
        yield other
        return
    first_line = 1
    for chunk in lines.chunks():
        yield from json_lines_documents(chunk, first_line=first_line)
        first_line += chunk.count(b"\n")
