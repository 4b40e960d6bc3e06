"""The files that the arguments of the command stand for."""

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
    """A file to read.

    Args:
        path: Where it is.
        name: How it is named in reports.
        format: The name of its format, of `liveschema.lint.inputs.FORMATS`.
        is_stdin: Whether it is the standard input, which the path only names.
    """

    path: Path
    name: str
    format: str
    is_stdin: bool = False


class Walk:
    """Turns arguments into files, each once.

    Args:
        settings: Finds what is left out.
        complain: Takes one sentence on what could not be read.
        warn: Takes one sentence on what is not done.
        markdown: Whether Markdown files are read whatever the settings say.
        force: Whether to leave out what is excluded even where it is named.
        default_format: How a named file is read whose name says no format.
        stdin_name: The file that the standard input is said to be.
    """

    def __init__(  # noqa: PLR0913 - each is one thing that the command line says
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
        """Find the files.

        Args:
            arguments: Files, folders and globs.

        Yields:
            The files: of a folder in the order of their names, each file once.
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
        """Give the standard input, which can be read once."""
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
        # What is named is wanted, whatever the configuration leaves out of its folder.
        asked = not self.force and self.settings.in_folder(path.parent).excludes(path)
        if is_folder:
            yield from self._folder(path, name, asked=asked, git=not self._ignored(path, is_folder=True))
        elif by_name or self._format(path) is not None:
            yield from self._file(Source(path, name, self._named_format(path)), asked=asked)

    def _file(self, source: Source, *, asked: bool) -> Iterator[Source]:
        """Give a file unless it is left out or has been given before."""
        if not asked and self.settings.in_folder(source.path.parent).excludes(source.path):
            self.left_out += 1
            return
        status = source.path.stat()
        identity = (status.st_dev, status.st_ino)
        if identity not in self._seen:
            self._seen.add(identity)
            yield source

    def _named_format(self, path: Path) -> str:
        """Find the format of a file that is named."""
        return BY_SUFFIX.get(path.suffix.lower(), self.default_format)

    def _format(self, path: Path) -> str | None:
        """Find the format of a file in a folder; None for one that is not read there."""
        name = BY_SUFFIX.get(path.suffix.lower())
        if name is not None and FORMATS[name].on_request:
            wanted = self.markdown or self.settings.in_folder(path.parent).markdown
            return name if wanted else None
        return name

    def _folder(
        self, path: Path, name: str, above: tuple[tuple[int, int], ...] = (), *, asked: bool, git: bool
    ) -> Iterator[Source]:
        """Go through a folder; one that is its own ancestor by a link is named and left.

        What git ignores or the configuration excludes is left out, unless the
        folder that was named is so itself.
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
            shown = os.path.join("" if name == "." else name, entry.name)  # noqa: PTH118 - named as it was given
            is_folder = self._is_folder(entry, shown)
            inside = Path(entry.path)
            if is_folder is None or (git and self._ignored(inside, is_folder=is_folder)):
                continue
            if not is_folder:
                yield from self._file(Source(inside, shown, self._format(inside) or self.default_format), asked=asked)
            elif asked or not self.settings.in_folder(path).excludes(inside):
                yield from self._folder(inside, shown, (*above, identity), asked=asked, git=git)
            else:
                self.left_out += 1

    def _is_folder(self, entry: os.DirEntry[str], shown: str) -> bool | None:
        """Say whether an entry is a folder to enter or a file to read; None for neither."""
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
        """Say whether git ignores a path: the nearest .gitignore that speaks of it decides."""
        path = path.absolute()
        for folder in path.parents:
            spec = self._spec(folder)
            if spec is not None:
                relative = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
                said = spec.check_file(relative).include
                if said is not None:
                    return said
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
                from pathspec import GitIgnoreSpec  # noqa: PLC0415 - needed only where a .gitignore is

                spec = GitIgnoreSpec.from_lines(file.read_text("utf-8", errors="replace").splitlines())
            except ImportError:
                self._without_pathspec = True
                self.warn(".gitignore is not honoured without pathspec: pip install 'liveschema[cli]'")
            except (OSError, ValueError) as error:
                self.warn(f"{file}: {_reason(error)}")
        self._specs[folder] = spec
        return spec


def _reason(error: Exception) -> str:
    """Say why a file cannot be read, in one line."""
    return str(getattr(error, "strerror", None) or error)
