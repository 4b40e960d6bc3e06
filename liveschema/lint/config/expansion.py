"""The paths that a pattern on the command line fits, as `glob.glob` finds them, but each once and at a bounded cost."""

from __future__ import annotations

import fnmatch
import itertools
import os
import re
from collections.abc import Iterable, Iterator
from os.path import lexists
from pathlib import Path
from typing import Final

from liveschema.lint.paths import is_folder

_ANY_FOLDERS: Final = "**"
_HIDDEN: Final = "."
WILDCARD: Final = re.compile(r"[*?\[]")
"""What makes a name a pattern."""


def expand(pattern: str) -> list[str]:
    """Return the paths that a pattern fits, sorted.

    `glob.glob` walks a folder once for each way in which the pattern fits it, and follows a link that leads back 40
    times, so that a few ``**`` or links take hours.

    Args:
        pattern: A path in whose names ``*``, ``?`` and brackets are wildcards, and ``**`` any number of folders. They
            fit no hidden names.

    Returns:
        The paths; what is in a folder to which several ways lead only once, under a name without links if there is one.
    """
    found, names = _names_of(pattern)
    for number, name in enumerate(names, start=1):
        if name == _ANY_FOLDERS:
            found = dict.fromkeys(_all_below((_inside(each, "") for each in found), with_files=number == len(names)))
        elif WILDCARD.search(name):
            found = dict.fromkeys(_inside(folder, each) for folder in found for each in _fitting(folder, name))
        else:
            found = dict.fromkeys(filter(lexists, (_inside(folder, name) for folder in found)))
    found.pop("", None)
    return sorted(found)


def _names_of(pattern: str) -> tuple[dict[str, None], list[str]]:
    """Split a pattern into the root, which may be empty, and the names below it."""
    names: list[str] = []
    head, name = os.path.split(pattern)
    while head != pattern:
        if not name == _ANY_FOLDERS == (names or [""])[-1]:
            names.append(name)
        pattern = head
        head, name = os.path.split(pattern)
    return {pattern: None}, names[::-1]


def _inside(folder: str, name: str) -> str:
    """Return the path of what is in a folder, as written on the command line, of which `Path` would drop a ``./``."""
    return os.path.join(folder, name)  # noqa: PTH118 - as above


def _fitting(folder: str, pattern: str) -> list[str]:
    names = [entry.name for entry in _entries(folder)]
    if not pattern.startswith(_HIDDEN):
        names = [name for name in names if not name.startswith(_HIDDEN)]
    return fnmatch.filter(names, pattern)


def _all_below(folders: Iterable[str], *, with_files: bool) -> Iterator[str]:
    """Yield folders and those in them at any depth, and perhaps the files there; links to folders come last."""
    waiting = list(folders)[::-1]
    links: list[str] = []
    searched: set[tuple[int, int]] = set()
    while waiting or links:
        folder = waiting.pop() if waiting else links.pop()
        try:
            status = os.stat(folder or os.curdir)  # noqa: PTH116 - called for every folder, and faster than `Path`
        except OSError:
            continue
        yield folder
        if (status.st_dev, status.st_ino) in searched:
            continue
        searched.add((status.st_dev, status.st_ino))
        for entry in _entries(folder):
            if entry.name.startswith(_HIDDEN):
                continue
            path = _inside(folder, entry.name)
            if is_folder(entry):
                (links if entry.is_symlink() else waiting).append(path)
            elif with_files:
                yield path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return the entries of a folder; none if it cannot be read, or is none."""
    try:
        with os.scandir(folder or os.curdir) as entries:
            return list(entries)
    except OSError:
        return []


def fixed_part(pattern: str) -> Path:
    """Return the folders that a pattern names before its first wildcard."""
    parts = Path(pattern).parts
    return Path(*itertools.takewhile(lambda part: not WILDCARD.search(part), parts))
