"""What is written beside the report: colours, complaints, progress."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Final, TextIO

_WAIT: Final = 0.5
"""Seconds before a progress bar appears: shorter work needs none."""
_EVERY: Final = 0.1
_BAR: Final = 24


def is_terminal(stream: TextIO) -> bool:
    """Say whether a stream is a terminal."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def wants_color(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether to colour what goes to a stream.

    Args:
        stream: Where it goes.
        environment: ``NO_COLOR`` and ``FORCE_COLOR`` decide, in this order; else it is the terminal.

    Returns:
        Whether to.
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and environment.get("TERM") != "dumb"


class Progress:
    """A bar on the error stream, if that is a terminal and the work is long.

    Args:
        stream: The error stream.
        total: How many bytes there are to read.
        shown: Whether there is anybody to see it.
    """

    def __init__(self, stream: TextIO, total: int, *, shown: bool) -> None:
        self._stream = stream
        self._total = max(total, 1)
        self._shown = shown
        self._done = 0
        self._next = time.monotonic() + _WAIT
        self._drawn = False

    def add(self, size: int) -> None:
        """Take note of bytes that are read."""
        self._done += size
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            part = min(self._done / self._total, 1.0)
            bar = "#" * int(part * _BAR)
            self._stream.write(f"\r[{bar:<{_BAR}}] {part:4.0%}")
            self._stream.flush()
            self._drawn = True

    def clear(self) -> None:
        """Wipe the bar, so that a line can be written."""
        if self._drawn:
            self._stream.write("\r\033[K")
            self._stream.flush()
            self._drawn = False
