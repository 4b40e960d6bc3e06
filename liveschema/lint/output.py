"""The stream that a command writes its result to, with clear errors if it cannot be written."""

from __future__ import annotations

import contextlib
import os
import stat
import sys

from liveschema.lint.escaping import ESCAPE, printable
from liveschema.lint.paths import reason
from liveschema.lint.terminal import is_closed_pipe, is_terminal

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper
    from pathlib import Path
    from typing import Final, Protocol, TextIO

    class Writable(Protocol):
        """A stream that text can be written to."""

        def write(self, text: str, /) -> int:
            """Write a text."""


_STANDARD_OUTPUT: Final = "standard output"


class OutputError(Exception):
    """A result that could not be written, which ends the run with exit code 2.

    Args:
        name: The name of the file or stream.
        error: The error of the system.
        begun: Whether a part of the result may have been written.
    """

    def __init__(self, name: str, error: Exception, *, begun: bool) -> None:
        end = "; the output is incomplete" if begun else ""
        super().__init__(f"{name}: {reason(error)}{end}")


class ReaderGoneError(Exception):
    """The signal that a person has closed the pager that shows the output."""


class Output:
    """A text stream whose errors are told apart from those of the inputs.

    Args:
        stream: The stream to write to; None for a standard output that is closed.
        name: The name of the stream for error messages.
        begun: Whether what is written before an error stays there.
    """

    def __init__(self, stream: TextIO | None, name: str, *, begun: bool = True) -> None:
        self._stream = stream
        self._name = name
        self._begun = begun

    def write(self, text: str) -> int:
        """Write a text.

        Returns:
            The number of characters.

        Raises:
            OutputError: If it cannot be written.
            ReaderGoneError: If the output goes to a pager that was closed.
        """
        with self._errors():
            return self._open_stream.write(text)

    def flush(self) -> None:
        """Write what is buffered; raises the same exceptions as `write`."""
        with self._errors():
            flush = getattr(self._open_stream, "flush", None)  # `print` needs none either
            if flush is not None:
                flush()

    def isatty(self) -> bool:
        """Return whether the stream is a terminal."""
        return self._stream is not None and is_terminal(self._stream)

    @property
    def _open_stream(self) -> TextIO:
        if self._stream is None:
            msg = "the stream is closed"
            raise ValueError(msg)
        return self._stream

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            self._discard()
            # A pager is closed by a person, who sees the error stream. Elsewhere, an incomplete report is a failure.
            if isinstance(error, OSError) and is_closed_pipe(error) and is_terminal(sys.stderr):
                raise ReaderGoneError from None
            raise OutputError(self._name, error, begun=self._begun) from None

    def _discard(self) -> None:
        """Discard what is still buffered, which could not be written at the end of the process either."""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            discard(self._open_stream)


def discard(stream: TextIO) -> None:
    """Let a stream write to nowhere from now on."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    finally:
        os.close(nowhere)


class ErrorStream:
    """The standard error, on which a note that cannot be written is lost without changing the exit code."""

    def write(self, text: str) -> int:
        """Write a text.

        Returns:
            The number of characters.
        """
        try:
            sys.stderr.write(text)
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                discard(sys.stderr)
        return len(text)


def say(sentence: str) -> None:
    """Write a sentence to the standard error, in one line whatever names and texts are in it."""
    ErrorStream().write(f"liveschema: {printable(sentence)}\n")


def regular_output() -> os.stat_result | None:
    """Return the status of the regular file that the standard output is written to; None for anything else."""
    try:
        status = os.fstat(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def is_file(file: str | int, status: os.stat_result) -> bool:
    """Return whether a file is the one with a status.

    Args:
        file: The path of the file, or the descriptor from which it is read.
        status: The status of a file.
    """
    try:
        return os.path.samestat(status, os.stat(file))  # noqa: PTH116 - for every file
    except (OSError, ValueError):
        return False


def standard_output() -> Output:
    """Return the standard output."""
    return Output(sys.stdout, _STANDARD_OUTPUT)


@contextlib.contextmanager
def output_to(file: Path | str | None) -> Iterator[Output]:
    """Open the stream for the result of a command.

    Args:
        file: The file to write; None for the standard output.

    Yields:
        The stream, which is complete when the context ends.

    Raises:
        OutputError: If the file cannot be written.
    """
    if file is None:
        out = standard_output()
        yield out
        out.flush()
        return
    import io  # noqa: PLC0415 - most results go to the standard output
    from pathlib import Path  # noqa: PLC0415 - as above

    from liveschema.lint.whole_files import is_direct, whole_file  # noqa: PLC0415 - as above

    begun = is_direct(Path(file))
    with contextlib.ExitStack() as stack:
        with _errors_of(file, begun=False):
            stream = stack.enter_context(whole_file(Path(file)))
        text = io.TextIOWrapper(stream, encoding="utf-8", errors=ESCAPE, newline="\n")
        stack.callback(_detach, text)
        out = Output(text, str(file), begun=begun)
        yield out
        out.flush()
        with _errors_of(file, begun=begun):
            stack.close()


def write_file(file: Path, content: bytes) -> None:
    """Write a file as a whole.

    Args:
        file: The file.
        content: The bytes.

    Raises:
        OutputError: If the file cannot be written.
    """
    from liveschema.lint.whole_files import is_direct, whole_file  # noqa: PLC0415 - as above

    with _errors_of(file, begun=is_direct(file)), whole_file(file) as stream:
        stream.write(content)


@contextlib.contextmanager
def _errors_of(file: Path | str, *, begun: bool) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(str(file), error, begun=begun) from None


def _detach(text: TextIOWrapper) -> None:
    """Separate a stream from its file, whose content is no longer of interest if it cannot be written."""
    with contextlib.suppress(OSError, ValueError):
        text.detach()
