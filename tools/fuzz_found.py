"""Inputs that a fuzz target has found: they are made small, and kept as tests."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from fuzz_promise import BrokenPromiseError
from fuzz_targets import TARGETS

FOUND: Final = Path(__file__).resolve().parents[1] / "tests" / "fuzz"
"""The folder with a folder for each target, whose files are inputs that were found, and are tested again."""
_SMALLEST: Final = 1
_DIGITS: Final = 12


def kept() -> list[tuple[str, Path]]:
    """Return the names of targets and the inputs that were found for them."""
    return [(name, file) for name in TARGETS for file in sorted((FOUND / name).glob("*"))]


def failure(check: Callable[[bytes], None], source: bytes) -> str:
    """Return what identifies the mistake that an input shows, whatever else is in it; empty if it shows none.

    Args:
        check: Tests an input.
        source: The input.
    """
    try:
        check(source)
    except BrokenPromiseError as error:
        return error.what
    except Exception as error:  # noqa: BLE001 - any exception is a mistake
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.name}"
    return ""


def smaller(check: Callable[[bytes], None], source: bytes, seconds: float = 60) -> bytes:
    """Return a small input that shows the same mistake as another one.

    Args:
        check: Tests an input.
        source: The input, which shows a mistake.
        seconds: How long to look for smaller ones.
    """
    wanted = failure(check, source)
    ends = time.monotonic() + seconds
    size = len(source) // 2
    while size >= _SMALLEST and wanted:
        at, before = 0, len(source)
        while at < len(source) and time.monotonic() < ends:
            shorter = source[:at] + source[at + size :]
            if failure(check, shorter) == wanted:
                source = shorter
            else:
                at += size
        if len(source) == before:
            size //= 2
    return source


def keep(name: str, source: bytes, folder: Path = FOUND) -> Path:
    """Write an input that a target has found to the tests, made small.

    Args:
        name: The name of the target.
        source: The input.
        folder: The folder of all targets.

    Returns:
        The file.
    """
    small = smaller(TARGETS[name].check, source)
    file = folder / name / hashlib.sha256(small).hexdigest()[:_DIGITS]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(small)
    return file
