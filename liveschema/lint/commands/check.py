"""``liveschema check``: lint the payloads in files."""

from __future__ import annotations

import argparse
import os

from liveschema.contract.vocabulary import Operation
from liveschema.lint.commands import pipeline
from liveschema.lint.run.alone import EachAlone


def configure(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes.

    Args:
        parser: Its parser.
    """
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, folders, globs, or - for standard input (default: .)")
    add("--operation", choices=list(map(str, Operation)), help="what the payloads are for, whatever their files say")
    pipeline.configure(parser)
    add("--jobs", type=_positive, metavar="N", help="processes for long JSON Lines files (default: one for each core)")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="no summary")
    volume.add_argument("-v", "--verbose", action="store_true", help="say which operation was inferred, and from what")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(options: argparse.Namespace) -> int:
    """Lint the files.

    Args:
        options: The arguments.

    Returns:
        The exit code; `pipeline.run` says which.
    """
    operation = None if options.operation is None else Operation(options.operation)
    judge = EachAlone(options.jobs or cores())
    return pipeline.run(options, judge, default_format="json", operation=operation)


def cores() -> int:
    """Count the cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
