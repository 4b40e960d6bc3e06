"""What is known of a file before it is read."""

from __future__ import annotations

from typing import NamedTuple

from liveschema.contract.vocabulary import Operation


class FileContext(NamedTuple):
    """What is known of a file before it is read.

    Args:
        path: The file, as it was named to the command.
        told: The operation that the command line or the configuration names.
        named: The operation that the path names.
        enable: Rules to apply although they are off by default.
        verbose: Whether to note what was inferred.
        number: Which input of the run it is: two of them may have one name.
    """

    path: str
    told: Operation | None = None
    named: Operation | None = None
    enable: frozenset[str] = frozenset()
    verbose: bool = False
    number: int = 0
