"""The selection of the files to check, among those that the command line names and those in folders."""

from __future__ import annotations

import os

from liveschema.lint.errors import UnreadableConfigurationError
from liveschema.lint.inputs import BY_NAME, BY_SUFFIX
from liveschema.lint.paths import identity, relative

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Final

    from liveschema.lint.config.finder import SettingsFinder
    from liveschema.lint.config.settings import Settings
    from liveschema.lint.inputs.sent_file import SentFile

NOT_SEARCHED: Final = frozenset({"node_modules", "site-packages", "__pycache__"})
"""The folders of installed packages and caches, which are not searched."""
VIRTUAL_ENVIRONMENT: Final = "pyvenv.cfg"
"""The file in a folder that makes it a virtual environment, which is not searched either."""


class Source:
    """A file to check, and what is learned of it before it is read.

    A plain class, since one is made for each file of a repository, and a record takes five times as long to make.

    Args:
        path: The path of the file.
        name: The name of the file in reports.
        format: The name of the format, one of `liveschema.lint.inputs.FORMATS`.
        settings: The settings of its folder.
        size: The size in bytes; 0 for the standard input and for other files that are not regular.
        is_stdin: Whether to read the standard input instead; the path then only selects the settings.
        is_named: Whether the command line names the file, rather than a folder or a pattern.

    Attributes:
        sent: What is known of the payload by a request that sends the file; None if no request is known to.
        is_unmarked: Whether it is known that nothing in its text marks it as one with a request.
    """

    def __init__(  # noqa: PLR0913 - what is known of a file
        self,
        path: str,
        name: str,
        format: str,  # noqa: A002 - as the option of the command line
        settings: Settings,
        size: int = 0,
        *,
        is_stdin: bool = False,
        is_named: bool = False,
    ) -> None:
        self.path = path
        self.name = name
        self.format = format
        self.settings = settings
        self.size = size
        self.is_stdin = is_stdin
        self.is_named = is_named
        self.sent: SentFile | None = None
        self.is_unmarked = False


class Selection:
    """The selection of files: what the settings and the command line exclude, and what was found before.

    Args:
        settings: Finds the settings, which exclude paths.
        complain: Called with a sentence about a configuration that could not be read.
        exclude: The patterns of the command line, which exclude paths even if they are named.
        inputs: The formats to read in folders; None for those that the settings name.

    Attributes:
        excluded: The number of files and folders that the settings exclude.
        excluded_here: The number of those that the command line excludes.
        searched: What tells each folder that was searched from all others.
    """

    def __init__(
        self,
        settings: SettingsFinder,
        complain: Callable[[str], None],
        exclude: Iterable[str],
        inputs: frozenset[str] | None,
    ) -> None:
        self.settings = settings
        self._complain = complain
        self._exclude = _patterns([*exclude])
        self._inputs = inputs
        self._seen: set[tuple[int, int]] = set()
        self.searched: set[tuple[int, int]] = set()
        self.excluded: int = 0
        self.excluded_here: int = 0

    def settings_in(self, folder: str, name: str) -> Settings | None:
        """Return the settings of a folder; None if its configuration cannot be read, which is reported."""
        try:
            return self.settings.in_folder(folder)
        except UnreadableConfigurationError as error:
            self._complain(f"{name}: {error}")
            return None

    def excludes(self, path: str, settings: Settings, *, keep_excluded: bool) -> bool:
        """Return whether a path is excluded, and count it."""
        if self._exclude:
            from liveschema.lint.config.globs import matches  # noqa: PLC0415 - rarely needed

            shown = relative(path)
            if shown != "." and any(matches(shown, pattern) for pattern in self._exclude):
                self.excluded_here += 1
                return True
        if not keep_excluded and settings.excludes(path):
            self.excluded += 1
            return True
        return False

    def is_new(self, status: os.stat_result) -> bool:
        """Return whether a file was not found before."""
        found = identity(status)
        if found in self._seen:
            return False
        self._seen.add(found)
        return True

    def format_in_folder(self, name: str, path: str, settings: Settings) -> str | None:
        """Return the format of a file in a folder; None if such files in folders are not read."""
        form = format_of(name, path)
        if form is not None and form not in (settings.inputs if self._inputs is None else self._inputs):
            self.excluded += 1
            return None
        return form

    def was_found(self, path: str) -> bool:
        """Return whether a file or folder was found before, without a look at each folder above it."""
        try:
            found = identity(os.stat(path))  # noqa: PTH116 - faster than `Path`
        except OSError:
            return False
        return found in self._seen or found in self.searched


def _patterns(patterns: list[str]) -> tuple[str, ...]:
    """Read the patterns of the command line."""
    if not patterns:
        return ()
    from liveschema.lint.config.keys import read_patterns  # noqa: PLC0415 - rarely needed

    return read_patterns(patterns, "--exclude")


def format_of(name: str, path: str) -> str | None:
    """Return the format of a file by its suffix, or by its first line if it has none; None if it is unknown."""
    stem, dot, suffix = name.rpartition(".")
    if dot:
        return BY_SUFFIX.get(dot + suffix.lower()) if stem else None
    if name in BY_NAME:
        return BY_NAME[name]
    from liveschema.lint.config.interpreters import format_by_first_line  # noqa: PLC0415 - most files have a suffix

    return format_by_first_line(path)
