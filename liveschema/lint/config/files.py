"""Discovery of the files to check, from the arguments of the command line."""

from __future__ import annotations

import os
import stat
from functools import cached_property

from liveschema.engine.record import Record
from liveschema.lint.config.settings import CONFIGURATIONS
from liveschema.lint.errors import UnreadableConfigurationError
from liveschema.lint.inputs import BY_NAME, BY_SUFFIX
from liveschema.lint.paths import (
    NOT_REGULAR,
    STDIN,
    is_folder,
    parent_of,
    reason,
    relative,
    status_of,
    tidied,
    with_slashes,
)

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import Final

    from liveschema.lint.config.finder import SettingsFinder
    from liveschema.lint.config.gitignore import GitIgnores, IgnoreFiles
    from liveschema.lint.config.settings import Settings
    from liveschema.lint.inputs.sent_file import SentFile

_STDIN: Final = "-"
_NEVER: Final = frozenset({"node_modules", "site-packages", "__pycache__"})
"""The folders of installed packages and caches, which are not searched."""
_CI_FOLDERS: Final = frozenset({".buildkite", ".circleci", ".forgejo", ".gitea", ".github", ".gitlab", ".woodpecker"})
"""The hidden folders that are searched, since CI services read their workflows there."""
_VIRTUAL_ENVIRONMENT: Final = "pyvenv.cfg"


class Source(Record):
    """A file to check.

    Args:
        path: The path of the file.
        name: The name of the file in reports.
        format: The name of the format, one of `liveschema.lint.inputs.FORMATS`.
        settings: The settings of its folder.
        is_stdin: Whether to read the standard input instead; the path then only selects the settings.
        is_named: Whether the command line names the file, rather than a folder or a pattern.
        size: The size in bytes; 0 for the standard input.
        sent: What is known of the payload by a request that sends the file; None if no request is known to.
    """

    path: str
    name: str
    format: str
    settings: Settings
    is_stdin: bool = False
    is_named: bool = False
    size: int = 0
    sent: SentFile | None = None


class _OpenFolder(Record):
    """A folder whose entries are being read.

    Args:
        name: The name of the folder in reports.
        full: Its absolute path with slashes, which ends in one.
        settings: Its settings.
        git: The .gitignore files that apply in it; None if none are to be applied.
        identity: What tells it from all other folders.
        entries: The entries that were not read yet.
        is_linked: Whether a link leads to it, or to a folder above it.
    """

    name: str
    full: str
    settings: Settings
    git: IgnoreFiles | None
    identity: tuple[int, int]
    entries: Iterator[os.DirEntry[str]]
    is_linked: bool


class Walk:
    """The search for files, which yields each file only once.

    Args:
        settings: Finds the settings, which exclude paths.
        complain: Called with a sentence about an input that could not be read.
        warn: Called with a sentence about something else that is not read.
        exclude: The patterns of the command line, which exclude paths even if they are named.
        inputs: The formats to read in folders; None for those that the settings name.
        force: Whether to exclude files given as arguments too, and to pass over those without a request.
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
        inputs: frozenset[str] | None = None,
        force: bool,
        default_format: str = "json",
        stdin_name: str | None = None,
    ) -> None:
        self.settings = settings
        self.exclude = _patterns([*exclude])
        self.inputs = inputs
        self.force = force
        self.default_format = default_format
        self.stdin_name = stdin_name
        self.complain = complain
        self.warn = warn
        self.excluded = 0
        self.excluded_here = 0
        self._stdin_given = False
        self._seen: set[tuple[int, int]] = set()
        self._searched: set[tuple[int, int]] = set()
        self._environments: dict[Path, bool] = {}

    @cached_property
    def _git(self) -> GitIgnores:
        from liveschema.lint.config.gitignore import GitIgnores  # noqa: PLC0415 - only in folders

        return GitIgnores(self.warn)

    def files(self, arguments: list[str]) -> Iterator[Source]:
        """Find the files to check.

        Args:
            arguments: Files, folders, globs, or ``-`` for the standard input.

        Yields:
            Each file once; the files of a folder are sorted by name.
        """
        for argument in arguments:
            path = tidied(argument)
            if argument == _STDIN:
                yield from self._stdin()
            elif not argument:
                self.complain("'': an empty path names no file")
            elif not os.path.lexists(path) and _is_pattern(argument):
                yield from self._glob(argument)
            else:
                yield from self._argument(path, argument, is_named=True)

    def _stdin(self) -> Iterator[Source]:
        """Yield the standard input, but only the first time."""
        if not self._stdin_given:
            self._stdin_given = True
            path = self.stdin_name or "stdin"
            settings, form = self.settings.in_folder(parent_of(tidied(path))), self._named_format(path)
            if self.stdin_name and self._excludes(path, settings, keep_excluded=not self.force):
                return
            yield Source(path, self.stdin_name or STDIN, form, settings, is_stdin=True, is_named=not self.force)

    def _glob(self, pattern: str) -> Iterator[Source]:
        """Yield the files that a pattern matches, except for those of installed packages."""
        from pathlib import Path  # noqa: PLC0415 - as in `_is_pattern`

        from liveschema.lint.config.expansion import expand, fixed_part  # noqa: PLC0415 - as in `_is_pattern`

        found = expand(pattern)
        if not found:
            self.complain(f"{pattern}: nothing matches the pattern")
        fixed = fixed_part(pattern)
        not_searched = _NEVER.difference(fixed.parts)
        for each in found:
            if self._was_found(each):
                continue
            path = Path(each)
            below = [folder for folder in path.parents if folder not in fixed.parents and folder != fixed]
            if not_searched.isdisjoint(path.parts) and not any(map(self._is_environment, below)):
                yield from self._argument(str(path), each, is_named=False)

    def _was_found(self, path: str) -> bool:
        """Return whether a file or folder was found before; what follows takes long for a deep path."""
        try:
            status = os.stat(path)  # noqa: PTH116 - as below
        except OSError:
            return False
        identity = (status.st_dev, status.st_ino)
        return identity in self._seen or identity in self._searched

    def _is_environment(self, folder: Path) -> bool:
        """Return whether a folder is a virtual environment."""
        if folder not in self._environments:
            self._environments[folder] = os.path.exists(folder / _VIRTUAL_ENVIRONMENT)  # noqa: PTH110 - `Path.exists` raises
        return self._environments[folder]

    def _argument(self, path: str, name: str, *, is_named: bool) -> Iterator[Source]:
        try:
            status = status_of(path)
        except OSError as error:
            self.complain(f"{name}: {reason(error)}")
            return
        settings = self._settings_in(parent_of(path), name)
        if settings is None:
            return
        # The configuration does not exclude a path that the command line names, unless --force-exclude is given.
        keep_excluded = not self.force and settings.excludes(path)
        names = path.split(os.sep)  # noqa: PTH206 - `Path` is slow to import
        if stat.S_ISDIR(status.st_mode):
            from pathlib import Path  # noqa: PLC0415 - only for folders

            full = Path(path).absolute()
            git = None if self._git.ignores(full) else self._git.above(full)
            yield from self._folder(path, name, keep_excluded=keep_excluded, git=git)
        elif is_named or self._format(names[-1], name, settings) is not None:
            if self._excludes(path, settings, keep_excluded=keep_excluded):
                return
            if self.force and (self._format(names[-1], name, settings) is None or not _NEVER.isdisjoint(names)):
                return
            if not (stat.S_ISREG(status.st_mode) or (is_named and _is_input(status))):
                (self.complain if is_named else self.warn)(f"{name}: {NOT_REGULAR}")
                return
            form = self._named_format(name)
            if self._is_new(status):
                yield Source(path, name, form, settings, is_named=is_named and not self.force, size=status.st_size)

    def _settings_in(self, folder: str, name: str) -> Settings | None:
        """Return the settings of a folder; None if its configuration cannot be read, which is reported."""
        try:
            return self.settings.in_folder(folder)
        except UnreadableConfigurationError as error:
            self.complain(f"{name}: {error}")
            return None

    def _excludes(self, path: str, settings: Settings, *, keep_excluded: bool) -> bool:
        """Return whether a path is excluded, and count it."""
        if self.exclude:
            from liveschema.lint.config.globs import matches  # noqa: PLC0415 - rarely needed

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
        return _format_of(path.rpartition("/")[2], path) or self.default_format

    def _format(self, name: str, path: str, settings: Settings) -> str | None:
        """Return the format of a file in a folder; None if such files in folders are not read."""
        form = _format_of(name, path)
        if form is not None and form not in (settings.inputs if self.inputs is None else self.inputs):
            self.excluded += 1
            return None
        return form

    def _folder(self, path: str, name: str, *, keep_excluded: bool, git: IgnoreFiles | None) -> Iterator[Source]:
        """Yield the files of a folder and of its subfolders; report a link that leads back to a folder above it.

        Paths that git ignores or the configuration excludes are skipped, unless
        the folder on the command line is itself ignored or excluded.
        """
        # A list instead of recursion, since folders may be nested deeper than Python can recurse.
        opened: list[_OpenFolder] = []
        settings = self._settings_in(path, name)
        if settings is not None:
            self._enter(opened, path, name, settings, git)
        while opened:
            folder = opened[-1]
            entry = next(folder.entries, None)
            if entry is None:
                opened.pop()
                continue
            may_enter = is_folder(entry)
            form = None if may_enter else self._format(entry.name, entry.path, folder.settings)
            if not (_is_searched(entry.name) if may_enter else form) or self._ignores(
                folder, entry.name, is_folder=may_enter
            ):
                continue
            if self._excludes(entry.path, folder.settings, keep_excluded=keep_excluded):
                continue
            # With slashes on every platform, so that reports are the same on all.
            shown = entry.name if folder.name == "." else f"{folder.name.rstrip('/')}/{entry.name}"
            if form is None:
                is_linked = folder.is_linked or entry.is_symlink()
                self._enter(opened, entry.path, shown, folder.settings, folder.git, is_linked=is_linked)
            elif status := self._status(entry, shown):
                yield Source(entry.path, shown, form, folder.settings, size=status.st_size)

    def _enter(  # noqa: PLR0913 - what is known of a folder
        self,
        opened: list[_OpenFolder],
        path: str,
        name: str,
        settings: Settings,
        git: IgnoreFiles | None,
        *,
        is_linked: bool = False,
    ) -> None:
        """Add a folder to those that are open, unless it cannot be read, leads back or is a virtual environment.

        A folder to which a link leads is searched only if it was not searched before. Otherwise, what many links reach
        would be searched in each way in which they can follow each other.
        """
        try:
            status = os.stat(path)  # noqa: PTH116 - as below
            identity = (status.st_dev, status.st_ino)
            if identity in self._searched:
                if any(identity == each.identity for each in opened):
                    self.warn(f"{name}: the link leads back to a folder above it; it is not searched")
                    return
                if is_linked:
                    return
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            self.complain(f"{name}: {reason(error)}")
            return
        self._searched.add(identity)
        names = {entry.name for entry in entries}
        if opened and _VIRTUAL_ENVIRONMENT in names:
            return
        if opened and not CONFIGURATIONS.isdisjoint(names):
            own = self._settings_in(path, name)
            if own is None:
                return
            settings = own
        full = f"{with_slashes(os.path.abspath(path)).rstrip('/')}/"  # noqa: PTH100 - once for all entries
        git = None if git is None else self._git.inside(git, full, names)
        opened.append(_OpenFolder(name, full, settings, git, identity, iter(entries), is_linked))

    def _ignores(self, folder: _OpenFolder, name: str, *, is_folder: bool) -> bool:
        """Return whether git ignores an entry of a folder."""
        if not folder.git:
            return False
        return self._git.is_ignored(folder.git, f"{folder.full}{name}", name, is_folder=is_folder)

    def _status(self, entry: os.DirEntry[str], name: str) -> os.stat_result | None:
        """Return the status of a file in a folder; None if it was already found or cannot be read."""
        try:
            status = entry.stat()
        except OSError as error:
            if entry.is_symlink():
                self.warn(f"{name}: the link leads nowhere ({reason(error)})")
            else:
                self.complain(f"{name}: {reason(error)}")
            return None
        if stat.S_ISREG(status.st_mode):
            return status if self._is_new(status) else None
        self.warn(f"{name}: {NOT_REGULAR}")
        return None


def _is_pattern(argument: str) -> bool:
    """Return whether an argument that is no path has wildcards."""
    from liveschema.lint.config.expansion import WILDCARD  # noqa: PLC0415 - shells mostly expand patterns themselves

    return WILDCARD.search(argument) is not None


def _patterns(patterns: list[str]) -> tuple[str, ...]:
    """Read the patterns of the command line."""
    if not patterns:
        return ()
    from liveschema.lint.config.keys import read_patterns  # noqa: PLC0415 - rarely needed

    return read_patterns(patterns, "--exclude")


def _suffix(name: str) -> str:
    """Return the suffix of a file in lower case; `Path` takes several times as long."""
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if stem and dot else ""


def _format_of(name: str, path: str) -> str | None:
    """Return the format of a file by its suffix, or by its first line if it has none; None if it is unknown."""
    suffix = _suffix(name)
    if name in BY_NAME:
        return BY_NAME[name]
    if suffix or name.startswith("."):
        return BY_SUFFIX.get(suffix)
    from liveschema.lint.config.interpreters import format_by_first_line  # noqa: PLC0415 - most files have a suffix

    return format_by_first_line(path)


def _is_input(status: os.stat_result) -> bool:
    """Return whether what the command line names is a pipe, the null device or the terminal of the standard input.

    Shells name a pipe for ``<(command)``, and ``/dev/stdin`` is what the standard input is. Other devices may be
    endless.
    """
    if not stat.S_ISCHR(status.st_mode):
        return stat.S_ISFIFO(status.st_mode)
    if status.st_rdev == os.stat(os.devnull).st_rdev:  # noqa: PTH116 - as for the other files
        return True
    try:
        return os.isatty(0) and os.fstat(0).st_rdev == status.st_rdev
    except OSError:  # the standard input is closed
        return False


def _is_searched(name: str) -> bool:
    """Return whether a folder inside another one is searched."""
    return name in _CI_FOLDERS if name.startswith(".") else name not in _NEVER
