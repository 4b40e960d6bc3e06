"""The subcommand ``liveschema check``, which lints the payloads in files."""

from __future__ import annotations

import argparse
import os

from liveschema.contract.vocabulary import Operation
from liveschema.lint.commands import pipeline
from liveschema.lint.commands.parser import add_payloads
from liveschema.lint.errors import UsageError
from liveschema.lint.run.alone import EachAlone


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``check``.

    Args:
        parser: The parser of the subcommand.
    """
    add = parser.add_argument
    add_payloads(parser)
    pipeline.configure(parser)
    add("--fix", action="store_true", help="mend in the files what can be mended safely")
    add("--unsafe-fixes", action="store_true", help="also mend, show or mark what may change the meaning of a payload")
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add("--jobs", type=_positive, metavar="N", help="processes for long JSON Lines files (default: one per core)")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    volume.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print the operation of each payload and why, and what is passed over",
    )


def _positive(text: str) -> int:
    try:
        number = int(text) if text.isdecimal() else 0
    except ValueError:  # thousands of digits
        number = 0
    if number < 1:
        import reprlib  # noqa: PLC0415 - a mistake

        msg = f"must be a whole number, 1 or more, got {reprlib.repr(text)}"
        raise argparse.ArgumentTypeError(msg)
    return number


def run(options: argparse.Namespace) -> int:
    """Lint the files.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code, as for `pipeline.run`; with ``--diff``, 1 if something would be fixed.

    Raises:
        UsageError: As for `pipeline.run`, or if ``--diff`` is given with the format of a report.
    """
    operation = None if options.operation is None else Operation(options.operation)
    judge = EachAlone(options.jobs or cores())
    fixing = None
    if options.diff and options.format is not None:
        option = "--format"
        raise UsageError(option, "--diff writes no report; leave out one of them")
    if options.fix or options.diff or options.unsafe_fixes:
        from liveschema.lint.commands.fixing import Fixing  # noqa: PLC0415 - most runs fix nothing

        fixing = Fixing(fix=options.fix, diff=options.diff, unsafe=options.unsafe_fixes)
    return pipeline.run(options, judge, default_format="json", operation=operation, shows_fixes=True, fixing=fixing)


def cores() -> int:
    """Return the number of cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
