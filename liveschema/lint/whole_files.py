"""Files that are written as a whole or not at all, also if the disk is full or a signal ends the run."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

_PROTECTED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""Why no file can be created in a folder whose files can be written."""


@contextlib.contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place when the context ends without an exception.

    Until then, the file that is there stays as it is. Its mode and the links to it stay, too. What is not a regular
    file, such as a device, is written directly, and so is a file in a folder in which none can be created.

    Args:
        file: The file.

    Yields:
        The stream to write to.

    Raises:
        OSError: If the file cannot be written.
    """
    try:
        before = file.stat()
    except FileNotFoundError:
        before = None
    target = Path(os.path.realpath(file))
    path = target.with_name(f".liveschema-{os.urandom(6).hex()}.tmp")
    try:
        if before is not None and (is_direct(file) or not _can_create(path)):
            with _closed_quietly(file.open("wb")) as stream:
                yield stream
            return
        with _closed_quietly(path.open("ab")) as stream:
            if before is not None:
                _copy_status(before, path)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _put(path, target)
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def is_direct(file: Path) -> bool:
    """Return whether a file is written directly: a device or the like, or what a standard stream already goes to."""
    try:
        status = file.stat()
    except OSError:
        return False
    # The error of opening a file that is protected says so.
    if not (stat.S_ISREG(status.st_mode) and os.access(file, os.W_OK)):
        return True
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            if os.path.samestat(os.fstat(stream.fileno()), status):
                return True  # such as /dev/stdout
    return False


def _can_create(path: Path) -> bool:
    """Create a file; return False if its folder is protected."""
    try:
        path.open("xb").close()
    except OSError as error:
        if error.errno in _PROTECTED:
            return False
        raise
    return True


def _copy_status(status: os.stat_result, path: Path) -> None:
    """Give a file the mode of another one and, if that is allowed, its owner."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    path.chmod(stat.S_IMODE(status.st_mode))


@contextlib.contextmanager
def _closed_quietly(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Close a stream in the end; if there was an exception, what is still buffered causes no other one."""
    try:
        yield stream
    except BaseException:
        with contextlib.suppress(OSError):
            stream.close()
        raise
    stream.close()


def _put(path: Path, target: Path) -> None:
    """Let a file take the place of another one."""
    try:
        path.replace(target)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        target.write_bytes(path.read_bytes())  # the file is the root of a mount, as containers have them
