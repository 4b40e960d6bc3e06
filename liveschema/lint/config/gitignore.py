"""The paths that git ignores, by the .gitignore files in their folders and above."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from liveschema.lint.paths import reason

if TYPE_CHECKING:
    import pathspec

FILE: Final = ".gitignore"
_ROOT: Final = ".git"
_NAME_OF_GROUP: Final = re.compile(r"(?<=\()\?P<\w+>")
"""The names of groups, of which a regular expression may have each only once."""
_LITERAL: Final = re.compile(r"!?([^*?\[\]\\/#! ]+)/?").fullmatch
_ROOTED: Final = re.compile(r"!?/?((?<=/)[^*?\[\]\\#! ]+|[^*?\[\]\\/#! ]+/[^*?\[\]\\#! ]+)").fullmatch
_SUFFIX: Final = re.compile(r"!?\*([^*?\[\]\\/ ]+)/?").fullmatch


class IgnoreFile(NamedTuple):
    """The patterns of a .gitignore file.

    Args:
        start: The length of the path of its folder with a slash, from which on a path is relative to the folder.
        spec: All patterns.
        names: The patterns without wildcards, which are names of files and folders at any depth.
        endings: The endings of the patterns such as ``*.log``.
        heads: The patterns without wildcards that are relative to the folder.
        others: A regular expression for all other patterns; None if there are none.
    """

    start: int
    spec: pathspec.GitIgnoreSpec
    names: frozenset[str]
    endings: tuple[str, ...]
    heads: tuple[str, ...]
    others: re.Pattern[str] | None

    def decides(self, path: str, name: str) -> bool | None:
        """Return whether a path is ignored whose folder is not; None if no pattern matches it.

        Most paths match nothing. Looking up their names first is several times
        faster than matching each pattern with a regular expression.

        Args:
            path: The absolute path with slashes, which ends in one for a folder.
            name: Its last name.
        """
        own = path[self.start :]
        if name in self.names or name.endswith(self.endings) or own.startswith(self.heads):
            return self.spec.check_file(own).include
        if self.others is not None and self.others.search(own):
            return self.spec.check_file(own).include
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
        self._without_pathspec = False

    def above(self, folder: Path) -> IgnoreFiles:
        """Return the files above an absolute folder that apply in it, up to the root of its repository, if any."""
        found: IgnoreFiles = ()
        if (folder / _ROOT).exists():
            return found
        for parent in folder.parents:
            found += self._in_folder(parent)
            if (parent / _ROOT).exists():
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

    def ignores(self, path: Path) -> bool:
        """Return whether git ignores an absolute path of a folder, by itself or with a folder above it."""
        decisions = (file.spec.check_file(f"{path.as_posix()}/"[file.start :]).include for file in self.above(path))
        return next((decision for decision in decisions if decision is not None), False)

    def _in_folder(self, folder: Path) -> IgnoreFiles:
        if folder not in self._read:
            self._read[folder] = () if self._without_pathspec else self._load(folder)
        return self._read[folder]

    def _load(self, folder: Path) -> IgnoreFiles:
        file = folder / FILE
        if not file.is_file():
            return ()
        try:
            from pathspec import GitIgnoreSpec  # noqa: PLC0415 - needed only if there is a .gitignore

            lines = [line for line in file.read_text("utf-8", errors="replace").splitlines() if line]
            spec = GitIgnoreSpec.from_lines(lines)
            return (_sorted_patterns(folder, lines, spec),)
        except ImportError:
            self._without_pathspec = True
            self._warn(".gitignore is not applied without pathspec: pip install 'liveschema[cli]'")
        except (OSError, ValueError) as error:
            self._warn(f"{file}: {reason(error)}")
        return ()


def _sorted_patterns(folder: Path, lines: list[str], spec: pathspec.GitIgnoreSpec) -> IgnoreFile:
    """Sort patterns by the way in which a path that does not match them is told fastest."""
    names, endings, heads, others = set(), [], [], []
    for line, pattern in zip(lines, spec.patterns, strict=True):
        literal, suffix, rooted = _LITERAL(line), _SUFFIX(line), _ROOTED(line)
        if literal:
            names.add(literal[1])
        elif suffix:
            endings.append(suffix[1])
        elif rooted:
            heads.append(rooted[1])
        elif pattern.regex is not None:
            others.append(f"(?:{_NAME_OF_GROUP.sub('', pattern.regex.pattern)})")
    start = len(folder.as_posix().rstrip("/")) + 1
    union = re.compile("|".join(others)) if others else None
    return IgnoreFile(start, spec, frozenset(names), tuple(endings), tuple(heads), union)


def is_ignored(files: IgnoreFiles, path: str, name: str) -> bool:
    """Return whether a path is ignored whose folder is not; the nearest file with a matching pattern decides.

    Args:
        files: The files that apply, the nearest first.
        path: The absolute path with slashes, which ends in one for a folder.
        name: Its last name.
    """
    for file in files:
        decision = file.decides(path, name)
        if decision is not None:
            return decision
    return False


def with_slashes(path: str) -> str:
    """Return a path with slashes on every platform."""
    return path if os.sep == "/" else path.replace(os.sep, "/")
