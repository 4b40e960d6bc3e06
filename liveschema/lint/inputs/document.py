"""One document of a file: its value, the problems of its text, and the positions of its values."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType

from liveschema.engine.record import Record, evolve
from liveschema.text import UNREADABLE

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Final

    from liveschema.contract.vocabulary import Operation
    from liveschema.engine.problems import Path, Problem
    from liveschema.text.lines import Lines
    from liveschema.text.positions import Place

    Locator = Callable[[Iterable[Path]], Mapping[Path, Place]]
    """A function from paths to their places; paths that the document does not contain are left out."""

NOTHING: Final = object()
"""A marker used as the value of a document that has problems but no payload."""

ALL: Final = frozenset({"*"})
"""A marker used instead of rule ids by a comment that ignores all rules."""


class BodyFile(Record):
    """Another file that has the payload of a request.

    Args:
        path: The path as the request names it.
        is_state: Whether the file has only the content state.
    """

    path: str
    is_state: bool = False


class Document(Record, eq=False):
    """One document of a file.

    Args:
        text: The text that the positions refer to: the file or a part of it.
        value: The value, `UNREADABLE`, or `NOTHING`.
        faults: The problems of the text, with line and column in ``text``.
        locator: Finds the places of paths in ``text``.
        lines: The lines of ``text``, which are computed only once for all documents of a text.
        first_line: The line of the file at which ``text`` begins.
        index: The number of the document in the file, counted from 1; None if
            the file contains a single document.
        base: The path of ``value`` in the file, for a text in a string of another document.
        ignores: The rules that comments ignore, by line of ``text``.
        heads: The lines at which an ignore comment applies to the whole document, such as the first one of a command.
        operation: The operation that the file names for this document.
        named_by: What names the operation, for ``--verbose``.
        stream_key: The stream key beside the payload, or what is known of it; None if there is none.
        is_sent: Whether the file says that the value is sent as a request, so that it need not look like one.
        is_partial: Whether parts of the value are not known, as `liveschema.partial` has it.
        body_file: The file that has the payload; None if the payload stands here. The value is then what the request
            adds to it: an object, or `UNKNOWN`.
        reader: The name of the reader that found the document; empty if it is that of the file.
        own_text: The text that the value was read from, if it is a part of ``text`` or has another form; else None.
        secrets: The ranges of ``text`` that are never shown, such as API keys, sorted by their starts.
        passed_over: Why nothing is read in this part of the file, for a document that stands for it.
    """

    text: str
    value: Any
    faults: list[Problem]
    locator: Locator
    lines: Lines
    first_line: int = 1
    index: int | None = None
    base: Path = ()
    ignores: Mapping[int, frozenset[str]] = MappingProxyType({})
    heads: Sequence[int] = ()
    operation: Operation | None = None
    named_by: str = "the word after json"
    stream_key: object = None
    is_sent: bool = False
    is_partial: bool = False
    body_file: BodyFile | None = None
    reader: str = ""
    own_text: str | None = None
    secrets: Sequence[tuple[int, int]] = ()
    passed_over: str = ""

    @property
    def readable(self) -> bool:
        """Whether the text could be read."""
        return self.value is not UNREADABLE

    @cached_property
    def reported(self) -> frozenset[tuple[str, Path]]:
        """The rules and paths of the faults, which are not reported a second time for the value."""
        return frozenset((fault.rule, fault.path) for fault in self.faults)

    def place_in(self, file: str) -> str:
        """Return the place of the document for a note: the file with the line, or with the number of the document."""
        line = max(self.heads, default=1) + self.first_line - 1  # a command follows the variables that it uses
        return f"{file}:{line}" if self.index is None else f"{file} ({self.index})"


def sharing_secrets(documents: Iterable[Document]) -> Iterator[Document]:
    """Give the documents of a file the secrets of all of them, so that the excerpts of none show one of another.

    Args:
        documents: The documents.

    Yields:
        The documents in order.
    """
    found = list(documents)
    lists = {id(document.secrets): document.secrets for document in found}  # many share one list
    secrets = sorted({secret for each in lists.values() for secret in each})
    for document in found:
        yield evolve(document, secrets=secrets) if secrets else document
