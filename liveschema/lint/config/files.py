"""Discovery of the files to check, from the arguments of the command line."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from liveschema.lint.config.gitignore import GitIgnores, IgnoreFiles, is_ignored, with_slashes
from liveschema.lint.config.globs import matches
from liveschema.lint.config.settings import CONFIGURATIONS, Settings, SettingsFinder
from liveschema.lint.inputs import BY_SUFFIX, FORMATS
from liveschema.lint.paths import STDIN, relative

_STDIN: Final = "-"
_NEVER: Final = frozenset({"node_modules", "site-packages", "__pycache__"})
"""The folders of installed packages and caches, which are not searched."""
_CI_FOLDERS: Final = frozenset({".buildkite", ".circleci", ".forgejo", ".gitea", ".github", ".gitlab", ".woodpecker"})
"""The hidden folders that are searched, since CI services read their workflows there."""
_VIRTUAL_ENVIRONMENT: Final = "pyvenv.cfg"
_GLOB: Final = frozenset("*?[")


class Source(NamedTuple):
    """A file to check.

    Args:
        path: The path of the file.
        name: The name of the file in reports.
        format: The name of the format, one of `liveschema.lint.inputs.FORMATS`.
        settings: The settings of its folder.
        is_stdin: Whether to read the standard input instead; the path then only selects the settings.
        is_named: Whether the command line names the file, rather than a folder or a pattern.
        size: The size in bytes; 0 for the standard input.
    """

    path: str
    name: str
    format: str
    settings: Settings
    is_stdin: bool = False
    is_named: bool = False
    size: int = 0


class Walk:
    """The search for files, which yields each file only once.

    Args:
        settings: Finds the settings, which exclude paths.
        complain: Called with a sentence about an input that could not be read.
        warn: Called with a sentence about a feature that is not available.
        exclude: The patterns of the command line, which exclude paths even if they are named.
        markdown: Whether to read Markdown files in folders, even if the settings say not to.
        force: Whether to treat files that are named like files in folders.
        default_format: The format of files on the command line whose suffix is unknown.
        stdin_name: The file name to assume for the standard input.

    Attributes:
        excluded: The number of files and folders that the settings exclude.
        excluded_here: The number of those that the command line excludes.
    """

    def __init__(  # noqa: PLR0913 - one argument for each option of the command line
        self,
        settings: SettingsFinder,
        complain: Callable[[str], None],
        warn: Callable[[str], None],
        *,
        exclude: Iterable[str] = (),
        markdown: bool,
        force: bool,
        default_format: str = "json",
        stdin_name: str | None = None,
    ) -> None:
        self.settings = settings
        self.exclude = tuple(exclude)
        self.markdown = markdown
        self.force = force
        self.default_format = default_format
        self.stdin_name = stdin_name
        self.complain = complain
        self.excluded = 0
        self.excluded_here = 0
        self._stdin_given = False
        self._seen: set[tuple[int, int]] = set()
        self._git = GitIgnores(warn)

    def files(self, arguments: list[str]) -> Iterator[Source]:
        """Find the files to check.

        Args:
            arguments: Files, folders, globs, or ``-`` for the standard input.

        Yields:
            Each file once; the files of a folder are sorted by name.
        """
        for argument in arguments:
            path = Path(argument)
            if argument == _STDIN:
                yield from self._stdin()
            elif not os.path.lexists(path) and _GLOB & set(argument):
                yield from self._glob(argument)
            else:
                yield from self._argument(path, argument, is_named=True)

    def _stdin(self) -> Iterator[Source]:
        """Yield the standard input, but only the first time."""
        if not self._stdin_given:
            self._stdin_given = True
            path = self.stdin_name or "stdin"
            settings, form = self.settings.in_folder(Path(path).parent), self._named_format(path)
            yield Source(path, self.stdin_name or STDIN, form, settings, is_stdin=True, is_named=not self.force)

    def _glob(self, pattern: str) -> Iterator[Source]:
        """Yield the files that a pattern matches, except for those of installed packages."""
        found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        if not found:
            self.complain(f"{pattern}: nothing matches the pattern")
        not_searched = _NEVER.difference(Path(pattern).parts)
        environments: dict[Path, bool] = {}
        for each in found:
            path = Path(each)
            if not_searched.isdisjoint(path.parts) and not any(
                environments.setdefault(folder, (folder / _VIRTUAL_ENVIRONMENT).exists()) for folder in path.parents
            ):
                yield from self._argument(path, each, is_named=False)

    def _argument(self, path: Path, name: str, *, is_named: bool) -> Iterator[Source]:
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            self.complain(f"{name}: {reason(error)}")
            return
        settings = self.settings.in_folder(path.parent)
        # The configuration does not exclude a path that the command line names, unless --force-exclude is given.
        keep_excluded = not self.force and settings.excludes(path)
        if stat.S_ISDIR(status.st_mode):
            full = path.absolute()
            git = None if self._git.ignores(full) else self._git.above(full)
            own = self.settings.in_folder(path)
            yield from self._folder(str(path), name, own, keep_excluded=keep_excluded, git=git)
        elif is_named or self._format(path.name, settings) is not None:
            if self._excludes(path, settings, keep_excluded=keep_excluded):
                return
            form = self._named_format(name)
            if self._is_new(status):
                yield Source(str(path), name, form, settings, is_named=is_named and not self.force, size=status.st_size)

    def _excludes(self, path: Path | str, settings: Settings, *, keep_excluded: bool) -> bool:
        """Return whether a path is excluded, and count it."""
        if self.exclude:
            shown = relative(path)
            if shown != "." and any(matches(shown, pattern) for pattern in self.exclude):
                self.excluded_here += 1
                return True
        if not keep_excluded and settings.excludes(path):
            self.excluded += 1
            return True
        return False

    def _is_new(self, status: os.stat_result) -> bool:
        """Return whether a file was not found before."""
        identity = (status.st_dev, status.st_ino)
        if identity in self._seen:
            return False
        self._seen.add(identity)
        return True

    def _named_format(self, path: str) -> str:
        """Return the format of a file that the command line names."""
        return BY_SUFFIX.get(_suffix(path), self.default_format)

    def _format(self, name: str, settings: Settings) -> str | None:
        """Return the format of a file in a folder; None if such files in folders are not read."""
        form = BY_SUFFIX.get(_suffix(name))
        if form is not None and not FORMATS[form].is_data and not (self.markdown or settings.markdown):
            return None
        return form

    def _folder(  # noqa: PLR0913 - what the folders above pass down
        self,
        path: str,
        name: str,
        settings: Settings,
        above: tuple[tuple[int, int], ...] = (),
        *,
        keep_excluded: bool,
        git: IgnoreFiles | None,
    ) -> Iterator[Source]:
        """Yield the files of a folder and of its subfolders; report a link that leads back to a folder above it.

        Paths that git ignores or the configuration excludes are skipped, unless
        the folder on the command line is itself ignored or excluded.
        """
        identity, entries = self._scan(path, name, above)
        names = {entry.name for entry in entries}
        if above and _VIRTUAL_ENVIRONMENT in names:
            return
        if above and not CONFIGURATIONS.isdisjoint(names):
            settings = self.settings.in_folder(Path(path))
        full = f"{with_slashes(os.path.abspath(path)).rstrip('/')}/"  # noqa: PTH100 - once for all entries
        if git is not None:
            git = self._git.inside(git, full, names)
        for entry in entries:
            form = self._format(entry.name, settings)
            is_folder = _is_folder(entry)
            if not (_is_searched(entry.name) if is_folder else form):
                continue
            if git and is_ignored(git, f"{full}{entry.name}{'/' if is_folder else ''}", entry.name):
                continue
            if self._excludes(entry.path, settings, keep_excluded=keep_excluded):
                continue
            # With slashes on every platform, so that reports are the same on all.
            shown = entry.name if name == "." else f"{name.rstrip('/')}/{entry.name}"
            if is_folder:
                yield from self._folder(
                    entry.path, shown, settings, (*above, identity), keep_excluded=keep_excluded, git=git
                )
            elif status := self._status(entry, shown):
                form = form or self.default_format
                yield Source(entry.path, shown, form, settings, size=status.st_size)

    def _scan(
        self, path: str, name: str, above: tuple[tuple[int, int], ...]
    ) -> tuple[tuple[int, int], list[os.DirEntry[str]]]:
        """Return the identity of a folder and its entries by name; none if it cannot be read or leads back."""
        identity = (0, 0)
        try:
            status = os.stat(path)  # noqa: PTH116 - as below
            identity = (status.st_dev, status.st_ino)
            if identity not in above:
                return identity, sorted(os.scandir(path), key=lambda entry: entry.name)
            self.complain(f"{name}: the link leads back to a folder above it")
        except OSError as error:
            self.complain(f"{name}: {reason(error)}")
        return identity, []

    def _status(self, entry: os.DirEntry[str], name: str) -> os.stat_result | None:
        """Return the status of a file in a folder; None if it was already found or cannot be read."""
        try:
            status = entry.stat()
        except OSError as error:
            self.complain(f"{name}: {reason(error)}")
            return None
        if stat.S_ISREG(status.st_mode):
            return status if self._is_new(status) else None
        self.complain(f"{name}: not a regular file")
        return None


def _suffix(name: str) -> str:
    """Return the suffix of a file in lower case; `Path` takes several times as long."""
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if stem and dot else ""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder or a link to one; False for a link that leads nowhere."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_searched(name: str) -> bool:
    """Return whether a folder inside another one is searched."""
    return name in _CI_FOLDERS if name.startswith(".") else name not in _NEVER


def reason(error: Exception) -> str:
    """Return in one line why a file cannot be read."""
    return str(getattr(error, "strerror", None) or error)
