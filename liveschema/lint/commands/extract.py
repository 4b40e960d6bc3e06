"""The subcommand ``liveschema extract``, which prints the requests that stand in files."""

from __future__ import annotations

import argparse
import sys

from liveschema.contract.vocabulary import Operation
from liveschema.lint.commands import inputs
from liveschema.lint.commands.parser import add_path, add_payloads
from liveschema.lint.output import output_to
from liveschema.lint.reporters.nothing import NoReport
from liveschema.lint.results import plural
from liveschema.lint.run.extract import Extraction
from liveschema.lint.run.run import Run
from liveschema.lint.terminal import Progress, is_terminal


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``extract``.

    Args:
        parser: The parser of the subcommand.
    """
    add_payloads(parser)
    inputs.configure(parser)
    add_path(parser, "--output-file", metavar="FILE", help="write the requests to this file")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    volume.add_argument("-v", "--verbose", action="store_true", help="print what is passed over, and why")


def run(options: argparse.Namespace) -> int:
    """Print the requests, one JSON object a line.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code: 0 for success, 2 if an input could not be read.

    Raises:
        UsageError: If the command line or the configuration is invalid, or there is no file to read.
        OutputError: If the requests cannot be written.
    """
    found = inputs.find_files(options, inputs.find_settings(options), default_format="json")
    if options.show_files:
        return found.show()
    found = found.spare(options.output_file, [options.config])
    with output_to(options.output_file) as out:
        progress = Progress(sys.stderr, found.size, shown=is_terminal(sys.stderr) and not options.quiet)
        operation = None if options.operation is None else Operation(options.operation)
        extraction = Run(Extraction(out), NoReport(), progress, operation=operation, verbose=options.verbose)
        found.read(extraction)
    found.refuse_late_input()
    summary = extraction.summary
    if not options.quiet:
        extraction.say(f"{plural(summary.payloads, 'request')} in {plural(summary.files, 'file')}")
    return inputs.TROUBLE if summary.unreadable else inputs.CLEAN
