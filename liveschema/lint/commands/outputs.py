"""The files that a command must not write its result over."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from liveschema.lint.config.settings import CONFIGURATIONS, UsageError


def spare(output: Path | str | None, option: str, *, inputs: Iterable[Path] = (), others: Iterable[Path] = ()) -> None:
    """Raise an exception if a result would be written over something else than an earlier one.

    Args:
        output: The file to write; None for the standard output.
        option: The option that names it.
        inputs: The files to read.
        others: Other files that the run reads or writes: the configuration and the baseline.

    Raises:
        UsageError: If it would be.
    """
    if output is None:
        return
    file = Path(output)
    try:
        real = Path(os.path.realpath(file))
    except OSError:
        return  # the working folder is gone; the error of writing says so
    if real.name in CONFIGURATIONS or any(is_same(real, other) for other in others):
        raise UsageError(option, f"{output} is a configuration or a baseline, and would be overwritten")
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return
        content = file.read_bytes()
    except OSError:
        return  # there is none, or the error of writing it says so
    from liveschema.lint.own_output import is_baseline, is_own_report  # noqa: PLC0415 - rarely needed
    from liveschema.lint.run.recognise import holds_request  # noqa: PLC0415 - rarely needed

    if is_baseline(content):
        raise UsageError(option, f"{output} is a baseline, and would be overwritten")
    if is_own_report(content):
        return
    if any(is_same(file, each) for each in inputs):
        raise UsageError(option, f"{output} is a file to be checked, and would be overwritten")
    if holds_request(content, str(output)):
        raise UsageError(option, f"{output} holds a Live Activity request, and would be overwritten")


def is_same(file: Path, other: Path) -> bool:
    """Return whether two paths lead to the same file, which need not exist."""
    try:
        return file.samefile(other)
    except OSError:
        return os.path.realpath(file) == os.path.realpath(other)


def is_standard_input(file: Path) -> bool:
    """Return whether the standard input is read from a file."""
    try:
        return os.path.samestat(os.fstat(sys.stdin.fileno()), file.stat())
    except (AttributeError, OSError, ValueError):
        return False


def is_standard_output(file: str | int) -> bool:
    """Return whether the standard output is written to a regular file.

    Args:
        file: The path of the file, or the descriptor from which it is read.

    Returns:
        Whether it is.
    """
    try:
        status = os.fstat(sys.stdout.fileno())
        return stat.S_ISREG(status.st_mode) and os.path.samestat(status, os.stat(file))  # noqa: PTH116 - for every file
    except (AttributeError, OSError, ValueError):
        return False
