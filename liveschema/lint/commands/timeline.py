"""The subcommand ``liveschema timeline``, which checks recorded requests in order, activity by activity."""

from __future__ import annotations

import argparse
from typing import Final

from liveschema.lint.commands import pipeline
from liveschema.lint.commands.parser import add_path
from liveschema.lint.reporters.text import table
from liveschema.lint.run.sequence import InSequence

_HEAD: Final = ("activity", "type", "started", "requests", "ended", "findings")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``timeline``.

    Args:
        parser: The parser of the subcommand.
    """
    add_path(
        parser,
        "paths",
        nargs="+",
        metavar="PATH",
        help="files, folders or globs with recorded requests in order (JSON Lines, JSON, YAML or HAR), or - for JSON "
        "Lines on standard input",
    )
    pipeline.configure(parser)
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="print no table and no summary")
    volume.add_argument(
        "-v", "--verbose", action="store_true", help="print the operation of each request, and what is passed over"
    )


def run(options: argparse.Namespace) -> int:
    """Check the requests in order.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code, as for `pipeline.run`.
    """
    judge = InSequence()
    return pipeline.run(options, judge, default_format="jsonl", table=lambda: table([_HEAD, *judge.rows()]))
