"""The command ``liveschema``: finds the subcommand, and never ends in a traceback."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final, NoReturn, Protocol, TextIO

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "check": ("liveschema.lint.commands.check", "lint the payloads in files"),
    "timeline": ("liveschema.lint.commands.timeline", "follow recorded requests in order, activity by activity"),
    "new": ("liveschema.lint.commands.new", "print an example payload"),
    "rules": ("liveschema.lint.commands.rules", "list the rules"),
    "explain": ("liveschema.lint.commands.explain", "explain a rule, with an example each way"),
    "schema": ("liveschema.lint.commands.schema", "print the JSON Schema of an operation"),
}
"""The subcommands: the module of each, which is imported when it is called, and what it does."""

_HELP: Final = frozenset({"-h", "--help"})
_INTERRUPTED: Final = 130
_USAGE: Final = 2


class Command(Protocol):
    """The module of a subcommand."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments the subcommand takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Do what it does, and give the exit code."""


class _Narrow(argparse.HelpFormatter):
    """Asks no terminal for its width, which costs milliseconds for each run where no help is asked for."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from liveschema.lint.version import version  # noqa: PLC0415 - slow to import, rarely asked for

        sys.stdout.write(f"liveschema {version()}\n")
        parser.exit()


def _overview() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="liveschema",
        usage="liveschema COMMAND …",
        description="Lint the payloads of Live Activity requests.",
        epilog=f"commands:\n{lines}\n\nliveschema COMMAND --help says what a command takes.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=list(COMMANDS), help=argparse.SUPPRESS)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process if None.

    Returns:
        The exit code: 0 clean, 1 findings, 2 for what cannot be done.

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
    except BrokenPipeError:
        # Who reads the report has seen enough; what is still buffered goes nowhere.
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
    from liveschema.lint.config.settings import UsageError  # noqa: PLC0415 - --help and --version need none of it

    try:
        code = command.run(options)
        sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"liveschema: {error}\n")
        return _USAGE
    return code


def _carry_everything(stream: TextIO) -> None:
    """Let a stream of a poor encoding write escapes rather than raise."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
