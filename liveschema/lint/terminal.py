"""Terminal output: detection of colour support, and a progress bar."""

from __future__ import annotations

import contextlib
import errno
import os
import time

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Protocol, TextIO

    class Stream(Protocol):
        """A stream that may be a terminal."""

        def isatty(self) -> bool:
            """Return whether the stream is a terminal."""


_OFF: Final = frozenset({"0", "false"})
_TERMS_WITH_LINKS: Final = frozenset({"alacritty", "foot", "xterm-ghostty", "xterm-kitty"})
_PROGRAMS_WITH_LINKS: Final = frozenset(
    {"ghostty", "Hyper", "iTerm.app", "rio", "Tabby", "vscode", "WarpTerminal", "WezTerm", "zed"}
)
_VTE_WITHOUT_LINKS: Final = 5000
"""The last version of VTE without links: it ends when it meets one."""
_DIGITS: Final = 10
_WAIT: Final = 0.5
"""The seconds before the progress bar appears, so that short runs show none."""
_EVERY: Final = 0.1
_BAR: Final = 24


def is_terminal(stream: Stream | None) -> bool:
    """Return whether a stream is a terminal; False if it is closed, or an object that can only be written."""
    try:
        return stream is not None and stream.isatty()
    except (AttributeError, ValueError):
        return False


def is_closed_pipe(error: OSError, platform: str = os.name) -> bool:
    """Return whether an error means that the reader of a pipe has closed it.

    Args:
        error: The error of writing to a stream.
        platform: The value of `os.name`; on Windows, the error is EINVAL instead of EPIPE.

    Returns:
        Whether it does.
    """
    return error.errno == errno.EPIPE or (platform == "nt" and error.errno == errno.EINVAL)


def wants_color(stream: Stream, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether to write colours to a stream.

    Args:
        stream: The stream.
        environment: The environment variables. ``NO_COLOR`` switches colours off; otherwise ``FORCE_COLOR``
            switches them on, or off if it is ``0`` or ``false``.

    Returns:
        What the variables decide; without them, whether the stream is a terminal with colours.
    """
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR")
    if forced:
        return forced not in _OFF
    return is_terminal(stream) and environment.get("TERM") != "dumb"


def wants_links(stream: Stream, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether to write hyperlinks to a stream, as the escape sequence OSC 8.

    Args:
        stream: The stream.
        environment: The environment variables. ``FORCE_HYPERLINK`` switches links on, or off if it is ``0`` or
            ``false``; otherwise ``NO_COLOR`` switches them off.

    Returns:
        What the variables decide; without them, whether the stream is a terminal that is known to have links.
    """
    forced = environment.get("FORCE_HYPERLINK")
    if forced:
        return forced not in _OFF
    return wants_color(stream, {**environment, "FORCE_COLOR": ""}) and _has_links(environment)


def _has_links(environment: Mapping[str, str]) -> bool:
    """Return whether the environment is that of a terminal with links; others may show the escape sequences."""
    version = environment.get("VTE_VERSION", "")  # GNOME Terminal and its like; 5002 is 0.50.2
    return (
        environment.get("TERM") in _TERMS_WITH_LINKS
        or environment.get("TERM_PROGRAM") in _PROGRAMS_WITH_LINKS
        or any(environment.get(name) for name in ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
        or (version.isdecimal() and len(version) < _DIGITS and int(version) > _VTE_WITHOUT_LINKS)
    )


class Progress:
    """A progress bar, which appears only if the work takes long.

    Args:
        stream: The stream to write to, which is the error stream.
        total: The number of bytes to read.
        shown: Whether to write the bar at all; False if the stream is not a terminal.
    """

    def __init__(self, stream: TextIO, total: int, *, shown: bool) -> None:
        self._stream = stream
        self._total = max(total, 1)
        self._shown = shown
        self._done = 0
        self._next = time.monotonic() + _WAIT
        self._drawn = False

    def add(self, size: int) -> None:
        """Add a number of bytes that were read, and redraw the bar if it is due."""
        self._done += size
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            part = min(self._done / self._total, 1.0)
            bar = "#" * int(part * _BAR)
            self._write(f"\r[{bar:<{_BAR}}] {part:4.0%}")
            self._drawn = True

    def clear(self) -> None:
        """Erase the bar, so that a line can be written."""
        if self._drawn:
            self._write("\r\033[K")
            self._drawn = False

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):  # the terminal is gone
            self._stream.write(text)
            self._stream.flush()
