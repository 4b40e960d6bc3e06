"""The paths that git ignores, by the .gitignore files in their folders and above."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from liveschema.lint.config.wildcards import ONE, Wildcard, joined
from liveschema.lint.paths import read_file, reason

FILE: Final = ".gitignore"
_ROOT: Final = ".git"
_LITERAL: Final = re.compile(r"[^*?\[\]\\]+").fullmatch
_SUFFIX: Final = re.compile(r"\*([^*?\[\]\\]+)").fullmatch
_PIECE: Final = re.compile(
    r"(?P<folders>(?:(?<=/)|(?<![\s\S]))\*{2,}/)|(?P<all>(?:(?<=/)|(?<![\s\S]))\*{2,}\Z)|(?P<some>\*+)|(?P<one>\?)"
    r"|\[(?P<of>[!^]?+(?>\[:[^\]]*:\]|\\.|[^\\])(?>(?>\[:[^\]]*:\]|\\.|[^\]\\])*))\]"
    r"|\\(?P<escaped>.)|(?P<plain>[^\[\\])|(?P<open>.)",
    re.DOTALL,
)
_ITEM: Final = re.compile(r"\[:(?P<kind>[^\]]*):\]|\\?+(?P<low>.)-\\?+(?P<high>.)|\\?+(?P<one>.)", re.DOTALL)
_KINDS: Final = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": r"\t-\r ",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
"""The kinds of characters in brackets, such as ``[[:digit:]]``, as parts of regular expressions."""

_TOGETHER: Final = 200
"""The most patterns in one regular expression; the time to compile one grows as the square of its alternatives."""
_NOTHING: Final = "(?!)"
"""The regular expression that matches nothing."""


class _Pattern(NamedTuple):
    """A pattern of a .gitignore file.

    Args:
        ignores: Whether it ignores what it fits, rather than the opposite.
        only_folders: Whether it fits only folders.
        is_rooted: Whether it is relative to the folder of the file.
        text: What is left of the line.
        expression: A regular expression for the path.
    """

    ignores: bool
    only_folders: bool
    is_rooted: bool
    text: str
    expression: str


class IgnoreFile(NamedTuple):
    """The patterns of a .gitignore file.

    Args:
        start: The length of the path of its folder with a slash, from which on a path is relative to the folder.
        patterns: All patterns, the last first.
        names: The patterns without wildcards, which are names of files and folders at any depth.
        endings: The endings of the patterns such as ``*.log``.
        heads: The patterns without wildcards that are relative to the folder.
        others: Regular expressions for all other patterns, each for some of them.
    """

    start: int
    patterns: tuple[_Pattern, ...]
    names: frozenset[str]
    endings: tuple[str, ...]
    heads: frozenset[str]
    others: tuple[re.Pattern[str], ...]

    def decides(self, path: str, name: str, *, is_folder: bool) -> bool | None:
        """Return whether a path is ignored whose folder is not; None if no pattern matches it.

        Most paths match nothing. Looking up their names first is several times
        faster than matching each pattern with a regular expression.

        Args:
            path: The absolute path with slashes.
            name: Its last name.
            is_folder: Whether it is a folder.
        """
        own = path[self.start :]
        if not (name in self.names or own in self.heads or name.endswith(self.endings)):
            for some in self.others:
                if some.match(own):
                    break
            else:
                return None
        for pattern in self.patterns:
            if (is_folder or not pattern.only_folders) and _compiled(pattern.expression).match(own):
                return pattern.ignores
        return None


IgnoreFiles = tuple[IgnoreFile, ...]
"""The .gitignore files that apply in a folder, the nearest first."""


class GitIgnores:
    """The .gitignore files that were read so far.

    Args:
        warn: Called with a sentence if a file cannot be applied.
    """

    def __init__(self, warn: Callable[[str], None]) -> None:
        self._warn = warn
        self._read: dict[Path, IgnoreFiles] = {}

    def above(self, folder: Path) -> IgnoreFiles:
        """Return the files above an absolute folder that apply in it, up to the root of its repository, if any."""
        found: IgnoreFiles = ()
        if _is_root(folder):
            return found
        for parent in folder.parents:
            found += self._in_folder(parent)
            if _is_root(parent):
                break
        return found

    def inside(self, above: IgnoreFiles, folder: str, names: Collection[str]) -> IgnoreFiles:
        """Return the files that apply to the entries of a folder.

        Args:
            above: Those that apply to the folder itself.
            folder: The absolute path of the folder.
            names: The names of its entries.
        """
        own = self._in_folder(Path(folder)) if FILE in names else ()
        return own if _ROOT in names else own + above

    @staticmethod
    def is_ignored(files: Collection[IgnoreFile], path: str, name: str, *, is_folder: bool) -> bool:
        """Return whether a path is ignored whose folder is not; the nearest file with a matching pattern decides.

        Args:
            files: The files that apply, the nearest first.
            path: The absolute path with slashes.
            name: Its last name.
            is_folder: Whether it is a folder.
        """
        for file in files:
            decision = file.decides(path, name, is_folder=is_folder)
            if decision is not None:
                return decision
        return False

    def ignores(self, path: Path) -> bool:
        """Return whether git ignores an absolute path of a folder, by itself or with a folder above it."""
        files = self.above(path)
        return any(
            self.is_ignored([file for file in files if file.start < len(full)], full, each.name, is_folder=True)
            for each in (path, *path.parents)
            for full in (each.as_posix(),)
        )

    def _in_folder(self, folder: Path) -> IgnoreFiles:
        if folder not in self._read:
            self._read[folder] = self._load(folder)
        return self._read[folder]

    def _load(self, folder: Path) -> IgnoreFiles:
        file = folder / FILE
        try:
            text = read_file(file).decode("utf-8-sig", errors="surrogateescape")
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return ()
        except OSError as error:
            self._warn(f"{file}: {reason(error)}")
            return ()
        return (read_patterns(folder, text.split("\n")),)


def _is_root(folder: Path) -> bool:
    """Return whether a folder is known to be the root of a repository; False if it may not be searched."""
    return os.path.exists(folder / _ROOT)  # noqa: PTH110 - `Path.exists` raises an exception for such a folder


def read_patterns(folder: Path, lines: list[str]) -> IgnoreFile:
    """Read the patterns of a .gitignore file, and sort them by how a path that does not match them is told fastest.

    Args:
        folder: The folder of the file.
        lines: The lines of the file.

    Returns:
        The patterns; those that match nothing, such as one with a bracket that is not closed, are left out.
    """
    patterns = list(_patterns(lines))
    names: set[str] = set()
    heads: set[str] = set()
    endings, others = set(), []
    for pattern in patterns:
        suffix = None if pattern.is_rooted else _SUFFIX(pattern.text)
        if _LITERAL(pattern.text):
            (heads if pattern.is_rooted else names).add(pattern.text)
        elif suffix:
            endings.add(suffix[1])
        else:
            others.append(pattern.expression)
    distinct = list(dict.fromkeys(others))
    unions = tuple(
        _compiled("|".join(distinct[first : first + _TOGETHER])) for first in range(0, len(distinct), _TOGETHER)
    )
    start = len(folder.as_posix().rstrip("/")) + 1
    return IgnoreFile(start, tuple(reversed(patterns)), frozenset(names), tuple(endings), frozenset(heads), unions)


def _patterns(lines: list[str]) -> Iterator[_Pattern]:
    for each in lines:
        line = each.removesuffix("\r")
        text = line.rstrip(" ")
        if text != line and (len(text) - len(text.rstrip("\\"))) % 2:
            text += " "  # a backslash keeps it
        if not text or text.startswith("#"):
            continue
        negated = text.startswith("!")
        text = text[negated:]
        only_folders = text.endswith("/")
        text = text[: len(text) - only_folders]
        is_rooted = "/" in text
        text = text.removeprefix("/")
        parts = _parts(text)
        if parts:
            expression = joined(parts if is_rooted else [Wildcard.FOLDERS, *parts], r"\Z")
            yield _Pattern(not negated, only_folders, is_rooted, text, expression)


def _parts(text: str) -> list[Wildcard | str]:
    """Return the parts of a pattern; none if it matches nothing."""
    parts: list[Wildcard | str] = []
    for piece in _PIECE.finditer(text):
        if piece["folders"]:
            parts.append(Wildcard.FOLDERS)
        elif piece["all"]:
            parts.append(Wildcard.ANY)
        elif piece["some"]:
            parts.append(Wildcard.IN_NAME)
        elif piece["one"]:
            parts.append(ONE)
        elif piece["of"]:
            parts.append(_one_of(piece["of"]))
        elif piece["open"]:
            return []
        else:
            parts.append(re.escape(piece["escaped"] or piece["plain"]))
    return [] if _NOTHING in parts else parts


def _one_of(inside: str) -> str:
    """Return the regular expression for the characters in brackets."""
    negated = inside[0] in "!^"
    written = ""
    for item in _ITEM.finditer(inside[negated:]):
        kind, low, high = item["kind"], item["low"], item["high"]
        if kind is not None and kind not in _KINDS:
            return _NOTHING
        if kind is not None:
            written += _KINDS[kind]
        elif low and low <= high:
            written += f"{re.escape(low)}-{re.escape(high)}"
        else:
            written += re.escape(low or item["one"])  # of a range that ends before it begins, git takes the first
    return f"(?!/)[{'^' if negated else ''}{written}]"


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.DOTALL)
