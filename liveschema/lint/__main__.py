"""The entry point of the command ``liveschema``, which selects the subcommand and never ends in a traceback."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final, NoReturn, Protocol, TextIO

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "check": ("liveschema.lint.commands.check", "lint the payloads in files"),
    "timeline": ("liveschema.lint.commands.timeline", "check recorded requests in order, activity by activity"),
    "new": ("liveschema.lint.commands.new", "print an example payload"),
    "rules": ("liveschema.lint.commands.rules", "list the rules"),
    "explain": ("liveschema.lint.commands.explain", "explain a rule, with a bad and a good example"),
    "schema": ("liveschema.lint.commands.schema", "print the JSON Schema of an operation"),
}
"""By subcommand: its module, which is imported only when the subcommand is called, and a summary for the help."""

_HELP: Final = frozenset({"-h", "--help"})
_INTERRUPTED: Final = 130
_USAGE: Final = 2


class Command(Protocol):
    """The interface of a module that implements a subcommand."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments of the subcommand to its parser."""

    def run(self, options: argparse.Namespace) -> int:
        """Run the subcommand and return the exit code."""


class _Narrow(argparse.HelpFormatter):
    """A help formatter of fixed width; asking the terminal for its width costs milliseconds in every run."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Version(argparse.Action):
    """The action of ``--version``, which looks the version up only when it is used."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from liveschema.version import __version__  # noqa: PLC0415 - slow to import, rarely needed

        sys.stdout.write(f"liveschema {__version__}\n")
        parser.exit()


def _overview() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="liveschema",
        usage="liveschema COMMAND …",
        description="Lint the payloads of Live Activity requests.",
        epilog=f"commands:\n{lines}\n\nliveschema COMMAND --help describes a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=list(COMMANDS), help=argparse.SUPPRESS)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line interface.

    Args:
        argv: The arguments without the program name; None for those of the process.

    Returns:
        The exit code: 0 for no findings, 1 for findings, 2 for a usage error or an input that cannot be read,
        130 if the run was interrupted or the reader of the output closed the pipe.

    .. versionadded:: 0.1.0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        _carry_everything(stream)
    try:
        if not arguments or arguments[0] not in COMMANDS:
            _overview().parse_args(arguments)
        return _dispatch(arguments[0], arguments[1:])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        from liveschema.lint.terminal import is_closed_pipe  # noqa: PLC0415 - rarely needed

        if not is_closed_pipe(error):
            raise
        # The reader of the report has closed the pipe. Discard what is still buffered.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _INTERRUPTED


def _dispatch(name: str, arguments: list[str]) -> int:
    module, what = COMMANDS[name]
    command: Command = importlib.import_module(module)
    parser = argparse.ArgumentParser(
        prog=f"liveschema {name}",
        description=f"{what[0].upper()}{what[1:]}.",
        formatter_class=argparse.HelpFormatter if _HELP & set(arguments) else _Narrow,
    )
    command.configure(parser)
    options = parser.parse_args(arguments)
    from liveschema.lint.config.settings import UsageError  # noqa: PLC0415 - not needed for --help and --version

    try:
        code = command.run(options)
        sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"liveschema: {error}\n")
        return _USAGE
    return code


def _carry_everything(stream: TextIO) -> None:
    """Make a stream write escapes for characters that its encoding lacks, instead of raising an exception."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
