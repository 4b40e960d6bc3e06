"""The subcommands, and the parsers of their arguments."""

from __future__ import annotations

import importlib

from liveschema.lint.commands.parser import Parser

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    import argparse
    from typing import Final, Protocol

    class Command(Protocol):
        """The interface of a module that implements a subcommand."""

        def configure(self, parser: argparse.ArgumentParser) -> None:
            """Add the arguments of the subcommand to its parser."""

        def run(self, options: argparse.Namespace) -> int:
            """Run the subcommand and return the exit code."""


COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "check": ("liveschema.lint.commands.check", "lint the payloads in files"),
    "timeline": ("liveschema.lint.commands.timeline", "check recorded requests in order, activity by activity"),
    "extract": ("liveschema.lint.commands.extract", "print the requests that stand in files, one JSON object a line"),
    "preview": ("liveschema.lint.commands.preview", "draw the cards that payloads would show"),
    "new": ("liveschema.lint.commands.new", "print an example payload"),
    "rules": ("liveschema.lint.commands.rules", "list the rules"),
    "explain": ("liveschema.lint.commands.explain", "explain a rule, with a bad and a good example"),
    "schema": ("liveschema.lint.commands.schema", "print the JSON Schema of an operation or of the configuration"),
    "completion": ("liveschema.lint.commands.completion", "print a script that completes commands in a shell"),
}
"""By subcommand: its module, which is imported only when the subcommand is called, and a summary for the help."""


def load_command(name: str) -> Command:
    """Import the module of a subcommand."""
    command: Command = importlib.import_module(COMMANDS[name][0])
    return command


def description_of(name: str) -> str:
    """Return the description of a subcommand for its help."""
    what = COMMANDS[name][1]
    return f"{what[0].upper()}{what[1:]}."


def whole_parser() -> argparse.ArgumentParser:
    """Return a parser of all subcommands, for the completion of shells; a run uses the parser of one."""
    import argparse  # noqa: PLC0415 - only for completion

    parser = Parser("liveschema", description="Lint the payloads of Live Activity requests.")
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    subparsers = parser.add_subparsers(parser_class=argparse.ArgumentParser)
    for name, (_, what) in COMMANDS.items():
        load_command(name).configure(subparsers.add_parser(name, help=what, description=description_of(name)))
    return parser
