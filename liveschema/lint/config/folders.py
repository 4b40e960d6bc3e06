"""The search for files in a folder and its subfolders."""

from __future__ import annotations

import os
import stat
from operator import attrgetter
from pathlib import Path

from liveschema.lint.config.gitignore import GitIgnores
from liveschema.lint.config.selection import NOT_SEARCHED, VIRTUAL_ENVIRONMENT, Source
from liveschema.lint.config.settings import CONFIGURATIONS
from liveschema.lint.paths import NOT_REGULAR, identity, is_folder, reason, status_of_entry, with_slashes

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final

    from liveschema.lint.config.gitignore import IgnoreFiles
    from liveschema.lint.config.selection import Selection
    from liveschema.lint.config.settings import Settings

_CI_FOLDERS: Final = frozenset({".buildkite", ".circleci", ".forgejo", ".gitea", ".github", ".gitlab", ".woodpecker"})
"""The hidden folders that are searched, since CI services read their workflows there."""
_FOLDER: Final = "folder"
"""The kind of an entry that is a folder, in place of the format of a file."""


class _Folder:
    """A folder to be searched.

    Args:
        path: The path of the folder.
        name: The name of the folder in reports.
        full: Its absolute path with slashes, which ends in one.
        settings: The settings of its files.
        git: The .gitignore files that apply in it; None if none are to be applied.
        is_linked: Whether a link leads to it, or to a folder above it.

    Attributes:
        start: What the names of its entries in reports begin with.
        identity: What tells it from all other folders.
        entries: The entries that were not read yet.
    """

    def __init__(  # noqa: PLR0913 - what is known of a folder
        self,
        path: str,
        name: str,
        full: str,
        settings: Settings,
        git: IgnoreFiles | None,
        *,
        is_linked: bool = False,
    ) -> None:
        self.path = path
        self.name = name
        self.full = full
        self.settings = settings
        self.git = git
        self.is_linked = is_linked
        # With slashes on every platform, so that reports are the same on all.
        self.start = "" if name == "." else f"{name.rstrip('/')}/"
        self.identity = (0, 0)
        self.entries: Iterator[os.DirEntry[str]] = iter(())

    def below(self, entry: os.DirEntry[str]) -> _Folder:
        """Return a subfolder."""
        return _Folder(
            entry.path,
            self.start + entry.name,
            f"{self.full}{entry.name}/",
            self.settings,
            self.git,
            is_linked=self.is_linked or entry.is_symlink(),
        )


class FolderSearch:
    """The search for files in folders.

    Args:
        selection: Selects the files.
        complain: Called with a sentence about a file or a folder that could not be read.
        warn: Called with a sentence about something else that is not read.
    """

    def __init__(self, selection: Selection, complain: Callable[[str], None], warn: Callable[[str], None]) -> None:
        self._selection = selection
        self._complain = complain
        self._warn = warn
        self._git = GitIgnores(warn)

    def files(self, path: str, name: str, *, keep_excluded: bool) -> Iterator[Source]:
        """Find the files of a folder and of its subfolders.

        Paths that git ignores are skipped, unless it ignores the folder itself. A link that leads back to a folder
        above it is reported.

        Args:
            path: The path of the folder.
            name: The name of the folder in reports.
            keep_excluded: Whether to find what the configuration excludes, too.

        Yields:
            The files, sorted by name.
        """
        absolute = Path(path).absolute()
        git = None if self._git.ignores(absolute) else self._git.above(absolute)
        # A list instead of recursion, since folders may be nested deeper than Python can recurse.
        opened: list[_Folder] = []
        settings = self._selection.settings_in(path, name)
        if settings is not None:
            full = f"{with_slashes(os.path.abspath(path)).rstrip('/')}/"  # noqa: PTH100 - as in `relative`
            self._open(_Folder(path, name, full, settings, git), opened)
        while opened:
            folder = opened[-1]
            for entry in folder.entries:
                kind = self._kind_of(entry, folder, keep_excluded=keep_excluded)
                if kind is _FOLDER:
                    self._open(folder.below(entry), opened)
                    break
                if kind is not None:
                    shown = folder.start + entry.name
                    status = self._status(entry, shown)
                    if status is not None:
                        yield Source(entry.path, shown, kind, folder.settings, status.st_size)
            else:
                opened.pop()

    def _kind_of(self, entry: os.DirEntry[str], folder: _Folder, *, keep_excluded: bool) -> str | None:
        """Return the format of a file in a folder, or `_FOLDER` for a folder; None for an entry that is skipped."""
        name = entry.name
        if is_folder(entry):
            kind = _FOLDER if _is_searched(name) else None
        else:
            kind = self._selection.format_in_folder(name, entry.path, folder.settings)
        if kind is None:
            return None
        if folder.git and self._git.is_ignored(folder.git, folder.full + name, name, is_folder=kind is _FOLDER):
            return None
        return None if self._selection.excludes(entry.path, folder.settings, keep_excluded=keep_excluded) else kind

    def _open(self, folder: _Folder, opened: list[_Folder]) -> None:
        """Add a folder to those that are open, unless it cannot be read, leads back or is a virtual environment.

        A folder to which a link leads is searched only if it was not searched before. Otherwise, what many links reach
        would be searched in each way in which they can follow each other.
        """
        try:
            folder.identity = identity(os.stat(folder.path))  # noqa: PTH116 - faster than `Path`
            if folder.identity in self._selection.searched:
                if any(folder.identity == each.identity for each in opened):
                    self._warn(f"{folder.name}: the link leads back to a folder above it; it is not searched")
                    return
                if folder.is_linked:
                    return
            entries = sorted(os.scandir(folder.path), key=attrgetter("name"))
        except OSError as error:
            self._complain(f"{folder.name}: {reason(error)}")
            return
        self._selection.searched.add(folder.identity)
        names = {entry.name for entry in entries}
        if opened and VIRTUAL_ENVIRONMENT in names:
            return
        if opened and not CONFIGURATIONS.isdisjoint(names):
            own = self._selection.settings_in(folder.path, folder.name)
            if own is None:
                return
            folder.settings = own
        if folder.git is not None:
            folder.git = self._git.inside(folder.git, folder.full, names)
        folder.entries = iter(entries)
        opened.append(folder)

    def _status(self, entry: os.DirEntry[str], name: str) -> os.stat_result | None:
        """Return the status of a file in a folder; None if it was already found or cannot be read."""
        try:
            status = status_of_entry(entry)
        except OSError as error:
            if entry.is_symlink():
                self._warn(f"{name}: the link leads nowhere ({reason(error)})")
            else:
                self._complain(f"{name}: {reason(error)}")
            return None
        if stat.S_ISREG(status.st_mode):
            return status if self._selection.is_new(status) else None
        self._warn(f"{name}: {NOT_REGULAR}")
        return None


def _is_searched(name: str) -> bool:
    """Return whether a folder inside another one is searched."""
    return name in _CI_FOLDERS if name.startswith(".") else name not in NOT_SEARCHED
