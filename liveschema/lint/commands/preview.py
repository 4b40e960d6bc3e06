"""The subcommand ``liveschema preview``, which draws the cards that payloads would show."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from liveschema.contract.vocabulary import Operation
from liveschema.lint.commands import inputs
from liveschema.lint.commands.parser import add_choice, add_path, add_payloads
from liveschema.lint.errors import UsageError
from liveschema.lint.escaping import ascii_markup
from liveschema.lint.output import output_to
from liveschema.lint.reporters.nothing import NoReport
from liveschema.lint.results import plural
from liveschema.lint.run.pictures import Pictures
from liveschema.lint.run.run import Run
from liveschema.lint.terminal import Progress, is_terminal
from liveschema.preview import THEMES
from liveschema.preview.storyboard import Note, Step, storyboard

_FORMATS: Final = ("svg", "html")
_TITLE: Final = "Live Activity storyboard"


class _Output(argparse.Action):
    """The action of an option with two names, which remembers the one that was typed."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Store the name of the file and the option."""
        del parser
        namespace.output_file, namespace.output_option = values, option_string


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``preview``.

    Args:
        parser: The parser of the subcommand.
    """
    add_payloads(parser)
    add_choice(
        parser,
        "--theme",
        what="theme",
        known=THEMES,
        default="auto",
        help="the colours: those that the reader's system has, or always the same (default: auto)",
    )
    add_choice(
        parser,
        "--format",
        what="format",
        known=_FORMATS,
        help="a picture, or a page with what is wrong beside each picture (default: svg for one request, else html)",
    )
    inputs.configure(parser)
    parser.set_defaults(output_option="--output")
    add_path(
        parser,
        "--output",
        "--output-file",
        dest="output_file",
        action=_Output,
        metavar="FILE",
        help="write to this file",
    )
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="print no findings and no summary")
    volume.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print the operation of each payload and why, and what is passed over",
    )


def run(options: argparse.Namespace) -> int:
    """Draw the requests.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code: 0 for success, whatever is wrong with the payloads; 2 if an input could not be read, or if there
        is no request to draw.

    Raises:
        UsageError: If the command line or the configuration is invalid, or there is no file to read.
        OutputError: If the result cannot be written.
    """
    found = inputs.find_files(options, inputs.find_settings(options), default_format="json")
    if options.show_files:
        return found.show()
    found = found.spare(options.output_file, [options.config], options.output_option)
    progress = Progress(sys.stderr, found.size, shown=is_terminal(sys.stderr) and not options.quiet)
    operation = None if options.operation is None else Operation(options.operation)
    pictures = Pictures(theme=options.theme)
    lint = Run(pictures, NoReport(), progress, operation=operation, verbose=options.verbose)
    found.read(lint)
    found.refuse_late_input()
    steps = pictures.steps
    is_page = options.format == "html" or (options.format is None and len(steps) > 1)
    cards = [step.card for step in steps if step.card is not None]
    if not is_page and len(cards) > 1:
        option = "--format"
        raise UsageError(option, f"svg is for one request, got {len(cards)}; use html")
    summary = _summary(pictures, steps, lint.summary.files)
    if cards:
        with output_to(options.output_file) as out:
            out.write(ascii_markup(_page(pictures, steps, summary) if is_page else cards[0]))
    if not options.quiet:
        _tell(lint, pictures.others, [] if is_page and cards else steps)
        lint.say(summary if cards else "there is no request to draw")
    return inputs.CLEAN if cards and not lint.summary.unreadable else inputs.TROUBLE


def _page(pictures: Pictures, steps: Sequence[Step], summary: str) -> str:
    files = {step.place.rpartition(":")[0] for step in steps}
    title = f"{_TITLE}: {files.pop()}" if len(files) == 1 else _TITLE
    return storyboard(title, f"{summary}.", steps, others=pictures.others, theme=pictures.theme)


def _summary(pictures: Pictures, steps: Sequence[Step], files: int) -> str:
    """Return in one line what was drawn, and how much is wrong."""
    notes = [*pictures.others, *(note for step in steps for note in step.notes)]
    counts = [
        plural(count, severity)
        for severity in ("error", "warning")
        if (count := sum(note.severity == severity for note in notes))
    ]
    what = f"{plural(len(steps), 'request')} in {plural(files, 'file')}"
    left_out = f"; {plural(pictures.left_out, 'more request')} not drawn" if pictures.left_out else ""
    return f"{what}: {' and '.join(counts) or 'no problems'}{left_out}"


def _tell(lint: Run, others: Sequence[Note], steps: Sequence[Step]) -> None:
    """Print what is wrong beside the requests and with some of them."""
    for note in (*others, *(note for step in steps for note in step.notes)):
        hint = f" ({note.hint})" if note.hint else ""
        lint.say(f"{note.place}: {note.severity}[{note.rule}] {note.message}{hint}")
