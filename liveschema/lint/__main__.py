"""The entry point of the command ``liveschema``, which selects the subcommand and never ends in a traceback."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import os
import sys

from liveschema.lint.commands.all_commands import COMMANDS, description_of, load_command
from liveschema.lint.commands.parser import PLAIN, Parser
from liveschema.lint.errors import UsageError
from liveschema.lint.escaping import ESCAPE
from liveschema.lint.output import OutputError, ReaderGoneError, say
from liveschema.lint.signals import StoppedError, stopped_by_signals

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final, NoReturn, TextIO

_HELP: Final = frozenset({"-h", "--help"})
_INTERRUPTED: Final = 130
_TROUBLE: Final = 2
_LAST_STREAM: Final = 2
"""The highest file descriptor of a standard stream."""


class _Narrow(argparse.HelpFormatter):
    """A help formatter of fixed width; asking the terminal for its width costs milliseconds in every run."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80, **PLAIN)


class _Version(argparse.Action):
    """The action of ``--version``, which looks the version up only when it is used."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from liveschema.lint.output import output_to  # noqa: PLC0415 - rarely needed
        from liveschema.version import __version__  # noqa: PLC0415 - rarely needed

        with output_to(None) as out:
            out.write(f"liveschema {__version__}\n")
        parser.exit()


def _formatter(arguments: Sequence[str], of_help: type[argparse.HelpFormatter]) -> type[argparse.HelpFormatter]:
    """Return the class of the help formatter for arguments, which is seldom one that writes a help."""
    return _Narrow if _HELP.isdisjoint(arguments) else of_help


def _overview(arguments: Sequence[str]) -> Parser:
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items())
    parser = Parser(
        "liveschema",
        usage="liveschema COMMAND …",
        description="Lint the payloads of Live Activity requests.",
        epilog=f"commands:\n{lines}\n\nliveschema COMMAND --help describes a command.",
        formatter_class=_formatter(arguments, argparse.RawDescriptionHelpFormatter),
    )
    parser.add_argument("-V", "--version", action=_Version, nargs=0, help="print the version")
    return parser


def _no_command(arguments: list[str]) -> UsageError:
    """Return the error for a command line without a command; a word that is a path is likely meant for ``check``."""
    if not arguments:
        return UsageError("COMMAND", "is required; liveschema --help lists the commands")
    name = arguments[0] or "''"
    if os.path.lexists(name) or "." in name or os.sep in name:
        hint = f"to lint a file, use liveschema check {name}"
    else:
        from liveschema.engine.wording import did_you_mean  # noqa: PLC0415 - a mistake

        hint = did_you_mean(name, COMMANDS) or "liveschema --help lists the commands"
    return UsageError(name, f"there is no such command; {hint}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line interface.

    Args:
        argv: The arguments without the program name; None for those of the process.

    Returns:
        The exit code: 0 for no findings, 1 for findings, 2 for a usage error, an input that cannot be read or an
        output that cannot be written, 130 if the run was interrupted or a person closed the pager of the output, 128
        and the number of the signal if another signal ended it.

    .. versionadded:: 0.1.0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    try:
        with stopped_by_signals(), _waiting_streams():
            return _run(arguments)
    except StoppedError as stopped:
        return stopped.code
    except (KeyboardInterrupt, ReaderGoneError):
        return _INTERRUPTED


def _run(arguments: list[str]) -> int:
    try:
        if arguments and arguments[0].startswith("-"):
            _overview(arguments).parse(arguments)
        if not arguments or arguments[0] not in COMMANDS:
            raise _no_command(arguments)
        return _dispatch(arguments[0], arguments[1:])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except (UsageError, OutputError) as error:
        say(str(error))
        return _TROUBLE


def _dispatch(name: str, arguments: list[str]) -> int:
    command = load_command(name)
    formatter = _formatter(arguments, argparse.HelpFormatter)
    parser = Parser(f"liveschema {name}", description=description_of(name), formatter_class=formatter)
    command.configure(parser)
    return command.run(parser.parse(arguments))


def _prepare_streams() -> None:
    """Prepare the streams of the process, each of which may be closed."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        # No file that is opened may get the number of a standard stream.
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _LAST_STREAM:
            pass
        os.close(descriptor)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        _carry_everything(stream)


@contextlib.contextmanager
def _waiting_streams() -> Iterator[None]:
    """Let the streams of the process wait; a stream that does not loses what a slow reader leaves no room for."""
    changed = []
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):  # closed, or an object of Python
            if not os.get_blocking(stream.fileno()):
                os.set_blocking(stream.fileno(), True)
                changed.append(stream.fileno())
    try:
        yield
    finally:
        for descriptor in changed:  # other processes may share the stream
            with contextlib.suppress(OSError):
                os.set_blocking(descriptor, False)


def _carry_everything(stream: TextIO) -> None:
    """Make a stream write escapes for characters that its encoding lacks, instead of raising an exception.

    ASCII is what Python chooses if the locale names no encoding; the names of files are UTF-8 all the same.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    with contextlib.suppress(ValueError):  # closed or detached; writing says so
        if codecs.lookup(stream.encoding).name == "ascii" and "PYTHONIOENCODING" not in os.environ:
            reconfigure(encoding="utf-8")
        reconfigure(errors=ESCAPE)


if __name__ == "__main__":
    sys.exit(main())
