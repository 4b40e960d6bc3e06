"""The operation that a word, the name of a file or a schema refers to."""

from __future__ import annotations

import re
from functools import lru_cache

from liveschema.contract.vocabulary import Operation

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_SCHEMA: Final = rf"(?:^|/)({'|'.join(Operation)})\.schema\.json#?\Z"
_WORDS: Final = frozenset(map(str, Operation))


def operation_named(word: str) -> Operation | None:
    """Return the operation that a word names.

    Args:
        word: A part of a file name, a folder name, or a word after the
            language of a Markdown block; case is ignored, and hyphens count as underscores.

    Returns:
        The operation; None if the word names none.
    """
    word = word.replace("-", "_").lower()
    return Operation(word) if word in _WORDS else None


def ends_in_operation(name: str) -> bool:
    """Return whether the name of a file ends in an operation after another word, such as ``deploy.end.json``."""
    words = name.split(".")[1:-1]
    return bool(words) and any(map(operation_named, words))


def named_by_path(path: str) -> Operation | None:
    """Return the operation that the name of a file or of its folders contains; the nearest name decides.

    Args:
        path: The path with slashes, such as ``update/web-1.json`` or ``deploy.end.json``.

    Returns:
        The operation; None if there is none.
    """
    folders, _, name = path.rpartition("/")
    for word in reversed(name.split(".")[:-1] or [name]):
        operation = operation_named(word)
        if operation is not None:
            return operation
    return _named_by_folders(folders)


@lru_cache(maxsize=64)
def _named_by_folders(folders: str) -> Operation | None:
    return next(filter(None, map(operation_named, reversed(folders.split("/")))), None)


def operation_of_schema(url: object) -> Operation | None:
    """Return the operation whose schema a payload names in ``$schema``.

    Args:
        url: The value of ``$schema``, or None if there is none.

    Returns:
        The operation; None if the value names no schema of an operation.
    """
    found = re.search(_SCHEMA, url) if isinstance(url, str) else None
    return Operation(found[1]) if found else None
