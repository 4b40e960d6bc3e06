"""Paths relative to a folder or to the root of the repository, on every platform, and why one cannot be read."""

from __future__ import annotations

import errno
import os
import stat

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO, Final

STDIN: Final = "<stdin>"
"""What reports call the standard input if the command line gives it no name."""

_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0)  # O_BINARY is needed on Windows, and only there
NOT_REGULAR: Final = "it is not a regular file; it is not read"


def tidied(path: str) -> str:
    """Return a path as `Path` writes it: with the separators of the platform, without ``./`` and without doubled ones.

    Args:
        path: The path, which may be empty.

    Returns:
        The path; a single dot for an empty one.
    """
    is_tidy = path and not (path.startswith(f".{os.sep}") or path.endswith((os.sep, f"{os.sep}.")))
    if is_tidy and os.altsep is None and "//" not in path and "/./" not in path:
        return path
    from pathlib import Path  # noqa: PLC0415 - slow to import, and most paths are tidy

    return str(Path(path))


def absolute(path: str) -> str:
    """Return a tidy path from the root, in which names such as ``..`` and those of links stay.

    Args:
        path: The path.

    Returns:
        The absolute path.

    Raises:
        OSError: If the path is relative and the working folder is gone.
    """
    here = os.curdir if os.path.isabs(path) else os.getcwd()  # noqa: PTH109, PTH117 - as in `tidied`
    return here if path == os.curdir else tidied(os.path.join(here, path))  # noqa: PTH118 - as in `tidied`


def parent_of(path: str) -> str:
    """Return the folder of a tidy path; a single dot for a path without a folder, the root for itself."""
    return os.path.dirname(path) or os.curdir  # noqa: PTH120 - as in `tidied`


def upwards(folder: str) -> Iterator[str]:
    """Yield an absolute tidy path of a folder and those of the folders above it, up to the root."""
    above = parent_of(folder)
    yield folder
    while above != folder:
        folder, above = above, parent_of(above)
        yield folder


def relative(path: Path | str, folder: Path | str = ".") -> str:
    """Return a path relative to a folder, with slashes on every platform.

    Args:
        path: The path.
        folder: The folder; by default the current one.

    Returns:
        The relative path; the absolute path if both are on different drives.
    """
    full, base = os.path.abspath(path), os.path.abspath(folder)  # noqa: PTH100 - called for every file, and faster
    if full.startswith(f"{base}{os.sep}"):
        return full[len(base) + 1 :].replace(os.sep, "/")
    from pathlib import Path  # noqa: PLC0415 - as in `tidied`

    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(path).absolute().as_posix()


def reason(error: Exception) -> str:
    """Return in one line why a file cannot be read or written."""
    return str(getattr(error, "strerror", None) or error)


def status_of(path: Path | str) -> os.stat_result:
    """Return the status of what a path leads to.

    Args:
        path: The path.

    Raises:
        OSError: If there is none, also for a name that no file can have.
    """
    try:
        return os.stat(path)  # noqa: PTH116 - called for every folder, and faster than `Path`
    except ValueError:  # the words of Python differ between its versions
        raise OSError(errno.EINVAL, "no file can have this name") from None


def identity(status: os.stat_result) -> tuple[int, int]:
    """Return what tells a file or a folder from all others, whatever path leads to it."""
    return status.st_dev, status.st_ino


def status_of_entry(entry: os.DirEntry[str]) -> os.stat_result:
    """Return the status of what an entry of a folder leads to, from which its `identity` can be told.

    Args:
        entry: The entry.

    Raises:
        OSError: If there is none.
    """
    status = entry.stat()
    return status if status.st_ino else os.stat(entry.path)  # noqa: PTH116 - Windows leaves the number out


def exists(path: Path | str) -> bool:
    """Return whether a path exists; also True if that cannot be told, since a folder above may not be searched."""
    try:
        status_of(path)
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder or a link to one; False for a link that leads nowhere."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def open_file(path: Path | str) -> BinaryIO:
    """Open a regular file to read it; others, such as pipes and devices, may never end.

    Args:
        path: The path of the file.

    Returns:
        The stream of its bytes.

    Raises:
        OSError: If the file is not a regular one, or cannot be read for any other reason.
    """
    mode = status_of(path).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, NOT_REGULAR)
    return open(path, "rb")  # noqa: PTH123 - called for every file, and faster than `Path`; the caller closes it


def read_file(path: Path | str) -> bytes:
    """Return the content of a regular file.

    Args:
        path: The path of the file.

    Returns:
        The content.

    Raises:
        OSError: If the file is not a regular one, or cannot be read for any other reason.
    """
    try:
        with open_file(path) as stream:
            return stream.read()
    except MemoryError:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG)) from None


def read_quickly(path: str, size: int) -> bytes | None:
    """Return the content of a regular file whose size is known, in half the time that a stream takes.

    Args:
        path: The path of the file.
        size: Its size in bytes; 0 if it is not known, or if the file is not a regular one.

    Returns:
        The content; None if that takes more than one call of the system, as for a file that has just changed.

    Raises:
        OSError: If the file cannot be read.
    """
    if not size:
        return None
    file = os.open(path, _READ)
    try:
        content = os.read(file, size + 1)
    finally:
        os.close(file)
    return content if len(content) == size else None


def repository_root(variable: str) -> Path:
    """Return the root of the repository, from which CI services count the paths of a report.

    Args:
        variable: The environment variable in which the service names the root.

    Returns:
        The folder that the variable names, if the working folder is in it; else the nearest folder with ``.git``;
        else the working folder.
    """
    from pathlib import Path  # noqa: PLC0415 - as in `tidied`

    here = Path.cwd().resolve()
    above = [here, *here.parents]
    named = os.environ.get(variable)
    root = Path(os.path.realpath(named)) if named else None  # `Path.resolve` raises an exception for a loop of links
    if root in above:
        return root
    return next((folder for folder in above if os.path.exists(folder / ".git")), here)  # noqa: PTH110 - as in `exists`


def from_root(path: str, root: Path) -> str:
    """Return the path of a file from the root of the repository; standard input without a name stays as it is."""
    from pathlib import Path  # noqa: PLC0415 - as in `tidied`

    from liveschema.lint.escaping import utf8_name  # noqa: PLC0415 - for reports to CI services

    return (
        path if path == STDIN else utf8_name(relative(Path(os.path.realpath(Path(path).parent), Path(path).name), root))
    )


def with_slashes(path: str) -> str:
    """Return a path with slashes on every platform."""
    return path if os.sep == "/" else path.replace(os.sep, "/")
