"""The context of a file: what is known before it is read."""

from __future__ import annotations

from typing import NamedTuple

from liveschema.contract.vocabulary import Operation


class FileContext(NamedTuple):
    """The context of a file: what is known before it is read.

    Args:
        path: The name of the file, as given on the command line.
        configured: The operation that the command line or the configuration sets.
        named: The operation that the path names.
        enable: The ids of rules to apply that are off by default.
        verbose: Whether to record how the operations were inferred.
        number: The number of the input in the run, since two inputs may have the same name.
    """

    path: str
    configured: Operation | None = None
    named: Operation | None = None
    enable: frozenset[str] = frozenset()
    verbose: bool = False
    number: int = 0
