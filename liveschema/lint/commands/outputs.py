"""The files that a command must not write its result over."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from liveschema.lint.config.settings import CONFIGURATIONS
from liveschema.lint.errors import UsageError
from liveschema.lint.inputs import BY_SUFFIX, MissingPackageError
from liveschema.lint.own_output import is_baseline, is_own_report
from liveschema.lint.results import FileResult
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.recognise import documents_in, recognise


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
    if is_baseline(content):
        raise UsageError(option, f"{output} is a baseline, and would be overwritten")
    if is_own_report(content):
        return
    if any(is_same(file, each) for each in inputs):
        raise UsageError(option, f"{output} is a file to be checked, and would be overwritten")
    if _holds_request(content, str(output)):
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


def _holds_request(content: bytes, path: str) -> bool:
    """Return whether a file certainly has something to check.

    Args:
        content: The bytes of the file.
        path: Its path, whose suffix names the format.
    """
    form = BY_SUFFIX.get(Path(path).suffix.lower(), "json")
    context, result = FileContext(path), FileResult()
    try:
        found = [recognise(document, context, result) for document in documents_in(content, form, context, result)]
    except MissingPackageError:
        return False
    return any(each.requests or each.problems for each in found)
