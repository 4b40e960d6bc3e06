"""The subcommand ``liveschema completion``, which prints a script that completes commands in a shell."""

from __future__ import annotations

import argparse
from typing import Final

from liveschema.lint.commands.all_commands import whole_parser
from liveschema.lint.commands.parser import add_choice
from liveschema.lint.errors import UsageError
from liveschema.lint.output import output_to

_SHELLS: Final = ("bash", "zsh", "tcsh")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``completion``."""
    add_choice(parser, "shell", what="shell", known=_SHELLS, metavar="SHELL", help=f"one of {', '.join(_SHELLS)}")


def run(options: argparse.Namespace) -> int:
    """Print the script.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code 0.

    Raises:
        UsageError: If shtab is not installed.
    """
    try:
        import shtab  # noqa: PLC0415 - needed only here, and may be missing
    except ImportError:
        command = "completion"
        raise UsageError(command, "completion needs shtab: pip install 'liveschema[completion]'") from None
    with output_to(None) as out:
        out.write(shtab.complete(whole_parser(), shell=options.shell) + "\n")
    return 0
