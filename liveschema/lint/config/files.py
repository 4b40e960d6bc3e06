"""Discovery of the files to check, from the arguments of the command line."""

from __future__ import annotations

import os
import stat
from functools import cached_property

from liveschema.lint.config.selection import NOT_SEARCHED, VIRTUAL_ENVIRONMENT, Source, format_of
from liveschema.lint.paths import NOT_REGULAR, STDIN, parent_of, reason, status_of, tidied

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Final

    from liveschema.lint.config.folders import FolderSearch
    from liveschema.lint.config.selection import Selection

_STDIN: Final = "-"


class Walk:
    """The search for files, which yields each file only once.

    Args:
        selection: Selects the files.
        complain: Called with a sentence about an input that could not be read.
        warn: Called with a sentence about something else that is not read.
        force: Whether to exclude files given as arguments too, and to pass over those without a request.
        default_format: The format of files on the command line whose suffix is unknown.
        stdin_name: The file name to assume for the standard input.
    """

    def __init__(  # noqa: PLR0913 - one argument for each option of the command line
        self,
        selection: Selection,
        complain: Callable[[str], None],
        warn: Callable[[str], None],
        *,
        force: bool,
        default_format: str = "json",
        stdin_name: str | None = None,
    ) -> None:
        self.selection = selection
        self.complain = complain
        self.warn = warn
        self.force = force
        self.default_format = default_format
        self.stdin_name = stdin_name
        self._stdin_given = False
        self._environments: dict[Path, bool] = {}

    @cached_property
    def _folders(self) -> FolderSearch:
        from liveschema.lint.config.folders import FolderSearch  # noqa: PLC0415 - only for folders

        return FolderSearch(self.selection, self.complain, self.warn)

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
            settings, form = self.selection.settings.in_folder(parent_of(tidied(path))), self._named_format(path)
            if self.stdin_name and self.selection.excludes(path, settings, keep_excluded=not self.force):
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
        not_searched = NOT_SEARCHED.difference(fixed.parts)
        for each in found:
            if self.selection.was_found(each):
                continue
            path = Path(each)
            below = [folder for folder in path.parents if folder not in fixed.parents and folder != fixed]
            if not_searched.isdisjoint(path.parts) and not any(map(self._is_environment, below)):
                yield from self._argument(str(path), each, is_named=False)

    def _is_environment(self, folder: Path) -> bool:
        """Return whether a folder is a virtual environment."""
        if folder not in self._environments:
            self._environments[folder] = os.path.exists(folder / VIRTUAL_ENVIRONMENT)  # noqa: PTH110 - `Path.exists` raises
        return self._environments[folder]

    def _argument(self, path: str, name: str, *, is_named: bool) -> Iterator[Source]:
        try:
            status = status_of(path)
        except OSError as error:
            self.complain(f"{name}: {reason(error)}")
            return
        settings = self.selection.settings_in(parent_of(path), name)
        if settings is None:
            return
        # The configuration does not exclude a path that the command line names, unless --force-exclude is given.
        keep_excluded = not self.force and settings.excludes(path)
        names = path.split(os.sep)  # noqa: PTH206 - `Path` is slow to import
        if stat.S_ISDIR(status.st_mode):
            yield from self._folders.files(path, name, keep_excluded=keep_excluded)
        elif is_named or self.selection.format_in_folder(names[-1], name, settings) is not None:
            if self.selection.excludes(path, settings, keep_excluded=keep_excluded):
                return
            if self.force and (
                self.selection.format_in_folder(names[-1], name, settings) is None or not NOT_SEARCHED.isdisjoint(names)
            ):
                return
            if not (stat.S_ISREG(status.st_mode) or (is_named and _is_input(status))):
                (self.complain if is_named else self.warn)(f"{name}: {NOT_REGULAR}")
                return
            form = self._named_format(name)
            if self.selection.is_new(status):
                size = status.st_size if stat.S_ISREG(status.st_mode) else 0
                yield Source(path, name, form, settings, size, is_named=is_named and not self.force)

    def _named_format(self, path: str) -> str:
        """Return the format of a file that the command line names."""
        return format_of(path.rpartition("/")[2], path) or self.default_format


def _is_pattern(argument: str) -> bool:
    """Return whether an argument that is no path has wildcards."""
    from liveschema.lint.config.expansion import WILDCARD  # noqa: PLC0415 - shells mostly expand patterns themselves

    return WILDCARD.search(argument) is not None


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
