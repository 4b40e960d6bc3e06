"""Relative paths that also work on Windows, where two paths may have nothing in common."""

from __future__ import annotations

import os
from pathlib import Path


def relative(path: Path | str, folder: Path | str = ".") -> str:
    """Return a path relative to a folder, with slashes on every platform.

    Args:
        path: The path.
        folder: The folder; by default the current one.

    Returns:
        The relative path; the absolute path if both are on different drives.
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(path).absolute().as_posix()
