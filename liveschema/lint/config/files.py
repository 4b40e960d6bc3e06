"""Discovery of the files to check, from the arguments of the command line."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from liveschema.lint.config.settings import SettingsFinder
from liveschema.lint.inputs import BY_SUFFIX, FORMATS

if TYPE_CHECKING:
    import pathspec

_STDIN: Final = "-"
_NEVER: Final = frozenset({"node_modules", "__pycache__"})
_GLOB: Final = frozenset("*?[")


class Source(NamedTuple):
    """A file to check.

    Args:
        path: The path of the file.
        name: The name of the file in reports.
        format: The name of the format, one of `liveschema.lint.inputs.FORMATS`.
        is_stdin: Whether to read the standard input instead; the path then only selects the settings.
    """

    path: Path
    name: str
    format: str
    is_stdin: bool = False


class Walk:
    """The search for files, which yields each file only once.

    Args:
        settings: Finds the settings, which exclude paths.
        complain: Called with a sentence about an input that could not be read.
        warn: Called with a sentence about a feature that is not available.
        markdown: Whether to read Markdown files in folders, even if the settings do not say so.
        force: Whether to exclude files even if they are named.
        default_format: The format of files on the command line whose suffix is unknown.
        stdin_name: The file name to assume for the standard input.
    """

    def __init__(  # noqa: PLR0913 - one argument for each option of the command line
        self,
        settings: SettingsFinder,
        complain: Callable[[str], None],
        warn: Callable[[str], None],
        *,
        markdown: bool,
        force: bool,
        default_format: str = "json",
        stdin_name: str | None = None,
    ) -> None:
        self.settings = settings
        self.markdown = markdown
        self.force = force
        self.default_format = default_format
        self.stdin_name = stdin_name
        self.complain = complain
        self.warn = warn
        self.left_out = 0
        self._stdin_given = False
        self._seen: set[tuple[int, int]] = set()
        self._specs: dict[Path, pathspec.GitIgnoreSpec | None] = {}
        self._without_pathspec = False

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
                found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - the pattern may be absolute
                if not found:
                    self.complain(f"{argument}: nothing matches the pattern")
                for each in found:
                    yield from self._argument(Path(each), each, by_name=False)
            else:
                yield from self._argument(path, argument, by_name=True)

    def _stdin(self) -> Iterator[Source]:
        """Yield the standard input, but only the first time."""
        if not self._stdin_given:
            self._stdin_given = True
            path = Path(self.stdin_name or "stdin")
            yield Source(path, self.stdin_name or "<stdin>", self._named_format(path), is_stdin=True)

    def _argument(self, path: Path, name: str, *, by_name: bool) -> Iterator[Source]:
        try:
            is_folder = path.is_dir()
            if not is_folder:
                path.stat()
        except (OSError, ValueError) as error:
            self.complain(f"{name}: {_reason(error)}")
            return
        # The configuration does not exclude a path that the command line names, unless --force-exclude is given.
        keep_excluded = not self.force and self.settings.in_folder(path.parent).excludes(path)
        if is_folder:
            yield from self._folder(
                path, name, keep_excluded=keep_excluded, git=not self._ignored(path, is_folder=True)
            )
        elif by_name or self._format(path) is not None:
            yield from self._file(Source(path, name, self._named_format(path)), keep_excluded=keep_excluded)

    def _file(self, source: Source, *, keep_excluded: bool) -> Iterator[Source]:
        """Yield a file unless it is excluded or was already found."""
        if not keep_excluded and self.settings.in_folder(source.path.parent).excludes(source.path):
            self.left_out += 1
            return
        status = source.path.stat()
        identity = (status.st_dev, status.st_ino)
        if identity not in self._seen:
            self._seen.add(identity)
            yield source

    def _named_format(self, path: Path) -> str:
        """Return the format of a file that the command line names."""
        return BY_SUFFIX.get(path.suffix.lower(), self.default_format)

    def _format(self, path: Path) -> str | None:
        """Return the format of a file in a folder; None if such files in folders are not read."""
        name = BY_SUFFIX.get(path.suffix.lower())
        if name is not None and FORMATS[name].on_request:
            wanted = self.markdown or self.settings.in_folder(path.parent).markdown
            return name if wanted else None
        return name

    def _folder(
        self, path: Path, name: str, above: tuple[tuple[int, int], ...] = (), *, keep_excluded: bool, git: bool
    ) -> Iterator[Source]:
        """Yield the files of a folder and of its subfolders; report a link that leads back to a folder above it.

        Paths that git ignores or the configuration excludes are skipped, unless
        the folder on the command line is itself ignored or excluded.
        """
        try:
            status = path.stat()
            identity = (status.st_dev, status.st_ino)
            if identity in above:
                self.complain(f"{name}: the link leads back to a folder above it")
                return
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            self.complain(f"{name}: {_reason(error)}")
            return
        for entry in entries:
            # With slashes on every platform, so that reports are the same on all.
            shown = entry.name if name == "." else f"{name.rstrip('/')}/{entry.name}"
            is_folder = self._is_folder(entry, shown)
            inside = Path(entry.path)
            if is_folder is None or (git and self._ignored(inside, is_folder=is_folder)):
                continue
            if not is_folder:
                source = Source(inside, shown, self._format(inside) or self.default_format)
                yield from self._file(source, keep_excluded=keep_excluded)
            elif keep_excluded or not self.settings.in_folder(path).excludes(inside):
                yield from self._folder(inside, shown, (*above, identity), keep_excluded=keep_excluded, git=git)
            else:
                self.left_out += 1

    def _is_folder(self, entry: os.DirEntry[str], shown: str) -> bool | None:
        """Return True for a folder to enter, False for a file to read and None for neither."""
        try:
            if entry.is_dir():
                return None if entry.name.startswith(".") or entry.name in _NEVER else True
            if self._format(Path(entry.path)) is None:
                return None
            if not stat.S_ISREG(entry.stat().st_mode):
                self.complain(f"{shown}: not a regular file")
                return None
        except OSError as error:
            self.complain(f"{shown}: {_reason(error)}")
            return None
        return False

    def _ignored(self, path: Path, *, is_folder: bool) -> bool:
        """Return whether git ignores a path; the nearest .gitignore with a matching pattern decides."""
        path = path.absolute()
        for folder in path.parents:
            spec = self._spec(folder)
            if spec is not None:
                relative = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
                ignored = spec.check_file(relative).include
                if ignored is not None:
                    return ignored
            if (folder / ".git").exists():
                break
        return False

    def _spec(self, folder: Path) -> pathspec.GitIgnoreSpec | None:
        if folder in self._specs:
            return self._specs[folder]
        spec = None
        file = folder / ".gitignore"
        if not self._without_pathspec and file.is_file():
            try:
                from pathspec import GitIgnoreSpec  # noqa: PLC0415 - needed only if there is a .gitignore

                spec = GitIgnoreSpec.from_lines(file.read_text("utf-8", errors="replace").splitlines())
            except ImportError:
                self._without_pathspec = True
                self.warn(".gitignore is not applied without pathspec: pip install 'liveschema[cli]'")
            except (OSError, ValueError) as error:
                self.warn(f"{file}: {_reason(error)}")
        self._specs[folder] = spec
        return spec


def _reason(error: Exception) -> str:
    """Return in one line why a file cannot be read."""
    return str(getattr(error, "strerror", None) or error)
