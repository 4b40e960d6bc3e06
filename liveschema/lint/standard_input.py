"""The detection of input that a command would ignore, because the command line does not name it."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import BinaryIO

from liveschema.lint.errors import UsageError


def input_bytes() -> BinaryIO | None:
    """Return the standard input; None if it is closed. It may be replaced by an object that has only text."""
    if sys.stdin is None or getattr(sys.stdin, "closed", False):
        return None
    buffer: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return io.BytesIO(sys.stdin.read().encode(errors="surrogatepass")) if buffer is None else buffer


def refuse_input() -> None:
    """Raise an exception if there is input on the standard input, which is read only if ``-`` is given.

    An open pipe without data is no input: CI services run commands with one.

    Raises:
        UsageError: If there is input.
    """
    try:
        size = _size_of_input(sys.stdin.fileno())
    except (AttributeError, ImportError, OSError, ValueError):
        return  # closed, replaced by an object of Python, or on a platform that cannot tell
    if size:
        where = "standard input"
        raise UsageError(where, "there is input that is not read; add - to read it, or a path such as . to read files")


def _size_of_input(descriptor: int) -> int:
    """Return how many bytes can be read from a file, a pipe or a socket at once."""
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode):
        return status.st_size - os.lseek(descriptor, 0, os.SEEK_CUR)
    if not (stat.S_ISFIFO(status.st_mode) or stat.S_ISSOCK(status.st_mode)):
        return 0
    import fcntl  # noqa: PLC0415 - not available on Windows
    import termios  # noqa: PLC0415 - as above

    return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder)
