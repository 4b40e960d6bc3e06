"""The format of a script without a suffix, which its first line tells."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final

from liveschema.lint.inputs import BY_INTERPRETER

_LONGEST_LINE: Final = 128
_FIRST_LINE: Final = re.compile(rb"#![ \t]*(?:\S*/env(?:[ \t]+-\S+)*[ \t]+)?(?:\S*/)?([a-z]+)[\d.]*(?:\s|\Z)")


def format_by_first_line(path: str) -> str | None:
    """Return the format of a script by the interpreter that its first line names.

    Args:
        path: The path of a file.

    Returns:
        The name of the format; None if the file is not a regular one, cannot be read, or names no known interpreter.
    """
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return None
        with open(path, "rb", opener=_at_once) as stream:
            return format_of_script(stream.read(_LONGEST_LINE) or b"")
    except OSError:
        return None


def _at_once(path: str, flags: int) -> int:
    """Open a file so that reading it does not wait, as it may in /proc, where what waits is a regular file, too."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def format_of_script(source: bytes) -> str | None:
    """Return the format of a script by the interpreter that its first line names; None if it names no known one."""
    found = _FIRST_LINE.match(source[:_LONGEST_LINE])
    return BY_INTERPRETER.get(found[1].decode()) if found else None
