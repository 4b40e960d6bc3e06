"""The parser of a command line, and arguments that several subcommands share."""

from __future__ import annotations

import argparse
import os
import re
import sys

from liveschema.contract.vocabulary import Operation
from liveschema.lint.escaping import printable
from liveschema.lint.output import ErrorStream, output_to

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Final, NoReturn

_USAGE: Final = 2
_OPTION: Final = r"(?<![\w-])--?[a-zA-Z][\w-]*"
FILES: Final = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}
"""What the completion scripts of shtab call to complete the name of a file, by shell."""


PLAIN: Final[dict[str, Any]] = {"color": False} if sys.version_info >= (3, 14) else {}
"""The option of argparse for help without colours; to know whether there are any, Python 3.14 looks at the stream."""


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviated options, and reports mistakes in one sentence.

    Args:
        prog: The command, such as ``liveschema check``.
        settings: Further arguments of `argparse.ArgumentParser`.
    """

    def __init__(self, prog: str, **settings: Any) -> None:  # noqa: ANN401 - those of the base
        super().__init__(prog=prog, allow_abbrev=False, **PLAIN, **settings)

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse all arguments.

        Args:
            arguments: The arguments after the command.

        Returns:
            The parsed arguments.

        Raises:
            SystemExit: With code 2 after a mistake was reported, with code 0 after the help.
        """
        options, unknown = self.parse_known_args(arguments)
        if unknown:
            from liveschema.engine.wording import suggestion  # noqa: PLC0415 - a mistake

            name = unknown[0].partition("=")[0]
            known = re.findall(_OPTION, self.format_help())
            is_option = name.startswith("-")
            what = f"there is no such option{suggestion(name, known)}" if is_option else "unexpected argument"
            self.error(f"{name}: {what}")
        return options

    def print_help(self, file: object = None) -> None:
        """Print the help to the standard output."""
        del file
        with output_to(None) as out:
            out.write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Report a mistake and end the process."""
        ErrorStream().write(f"{self.prog}: {printable(message)}\n{self.prog} --help describes the arguments.\n")
        raise SystemExit(_USAGE)


def name_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """Return the type of an argument that is one of several names.

    Args:
        what: What the names are, such as ``operation``.
        known: The names.

    Returns:
        A function that returns the name that it is given, and raises `argparse.ArgumentTypeError` for any other.
    """
    names = [str(name) for name in known]

    def convert(text: str) -> str:
        if text in names:
            return text
        from liveschema.engine.wording import did_you_mean, listed  # noqa: PLC0415 - a mistake

        near = did_you_mean(text, names) or f"expected {listed(names, 'or')}"
        msg = f"there is no {what} {text!r}; {near}"
        raise argparse.ArgumentTypeError(msg)

    return convert


def split_names(values: list[str]) -> list[str]:
    """Split the values of a repeated option at commas.

    Args:
        values: The values, such as ``["a, b", "c"]``.

    Returns:
        The names without spaces around them, such as ``["a", "b", "c"]``; empty ones are left out.
    """
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def add_choice(
    parser: argparse.ArgumentParser,
    *flags: str,
    what: str,
    known: Iterable[str],
    **settings: object,
) -> None:
    """Add an argument that is one of several names.

    Args:
        parser: The parser.
        flags: The name of the argument or the names of the option.
        what: What the names are, for the error message.
        known: The names.
        settings: Further arguments of `argparse.ArgumentParser.add_argument`.
    """
    names = [str(name) for name in known]
    parser.add_argument(*flags, type=name_of(what, names), choices=names, **settings)  # type: ignore[arg-type]


def _file_name(text: str) -> str:
    try:
        is_name = b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:  # only a caller of `main` can give a lone surrogate or a null character
        is_name = False
    if not is_name:
        msg = f"no file can have the name {text!r}"
        raise argparse.ArgumentTypeError(msg)
    return text


def add_payloads(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say where payloads are, and what they are for.

    Args:
        parser: The parser of the subcommand.
    """
    add_path(
        parser, "paths", nargs="*", metavar="PATH", help="files, folders, globs, or - for standard input (default: .)"
    )
    add_choice(
        parser,
        "--operation",
        what="operation",
        known=Operation,
        help="the operation of payloads whose method, path or step does not name one",
    )


def add_path(parser: argparse.ArgumentParser, *flags: str, **settings: object) -> None:
    """Add an argument that is the name of a file, which shells complete; what no file can be named is refused."""
    if flags[0].startswith("-"):
        settings["type"] = _file_name
    action = parser.add_argument(*flags, **settings)  # type: ignore[arg-type]
    action.complete = FILES  # type: ignore[attr-defined]  # read by shtab
