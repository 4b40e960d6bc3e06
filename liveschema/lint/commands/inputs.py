"""What the commands that read files share: options, configuration, and the files to read."""

from __future__ import annotations

import os

from liveschema.engine.record import Record, evolve
from liveschema.lint.commands.parser import add_path, split_names
from liveschema.lint.config.files import Walk
from liveschema.lint.config.finder import SettingsFinder
from liveschema.lint.config.selection import Selection
from liveschema.lint.config.settings import DEFAULT, Settings, select
from liveschema.lint.errors import UsageError
from liveschema.lint.escaping import line_start
from liveschema.lint.inputs import FORMATS, NAMING_FILES
from liveschema.lint.output import is_file, output_to, regular_output, say
from liveschema.lint.paths import absolute, reason

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from liveschema.lint.config.selection import Source
    from liveschema.lint.run.run import Run

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
"""The exit codes: for success, for findings that fail the run, and for what could not be read or written."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that all commands that read files share.

    Args:
        parser: The parser of the subcommand.
    """
    add = parser.add_argument
    add("--stdin-filename", metavar="NAME", help="file name to use for standard input")
    add(
        "--inputs",
        action="append",
        default=[],
        metavar="FORMATS",
        help=f"formats of the files to read in folders, separated by commas: {', '.join(FORMATS)} "
        "(default: those in the configuration, or all)",
    )
    add("--exclude", action="append", default=[], metavar="GLOB", help="paths to exclude; may be repeated")
    add(
        "--force-exclude",
        action="store_true",
        help="exclude files given as arguments too, and pass over those without a request",
    )
    add("--show-files", action="store_true", help="print the files that would be read, and exit")
    add_path(
        parser,
        "--config",
        metavar="FILE",
        help="use this configuration for every file, instead of the nearest one above it",
    )
    add("--no-config", action="store_true", help="read no configuration")


class FoundFiles(Record):
    """The files that a command is to read.

    Args:
        sources: The files, in the order of the arguments.
        complaints: Sentences about inputs that could not be found.
        settings: Finds the settings of a folder.
        has_paths: Whether the command line names files or folders.
    """

    sources: list[Source]
    complaints: list[str]
    settings: SettingsFinder
    has_paths: bool

    @property
    def size(self) -> int:
        """The size of all files in bytes."""
        return sum(source.size for source in self.sources)

    def show(self) -> int:
        """Print the names of the files, and return the exit code."""
        for complaint in self.complaints:
            say(complaint)
        with output_to(None) as out:
            out.write("".join(f"{line_start(source.name)}\n" for source in self.sources))
        return TROUBLE if self.complaints else CLEAN

    def spare(self, output: str | None, others: list[str | Path | None], option: str = "--output-file") -> FoundFiles:
        """Raise an exception if the output would be written over a file that the run reads.

        Args:
            output: The name of the output file; None for the standard output.
            others: The configuration and the baseline, if there are any.
            option: The option that names the output file.

        Returns:
            The files without the output of an earlier run.

        Raises:
            UsageError: If it is such a file.
        """
        if output is None:
            return self._without_standard_output()
        from pathlib import Path  # noqa: PLC0415 - most reports go to the standard output

        from liveschema.lint.commands.outputs import is_same, is_standard_input, spare  # noqa: PLC0415 - as above

        file = Path(output)
        spare(
            output,
            option,
            inputs=(file if each.is_stdin and is_standard_input(file) else Path(each.path) for each in self.sources),
            others=[Path(other) for other in others if other is not None],
        )
        if not os.path.isfile(file):  # noqa: PTH113 - `Path` raises an exception for some names
            return self
        return evolve(self, sources=[each for each in self.sources if not is_same(file, Path(each.path))])

    def _without_standard_output(self) -> FoundFiles:
        """Do as `spare` for a standard output that goes to a file, which would grow while it is read."""
        status = regular_output()
        if status is None:
            return self
        same = [each for each in self.sources if is_file(0 if each.is_stdin else each.path, status)]
        for each in same:
            if each.is_stdin or each.is_named:
                raise UsageError(each.name, "it is a file to be checked, and the standard output is written to it")
        return evolve(self, sources=[each for each in self.sources if each not in same]) if same else self

    def read(self, run: Run) -> None:
        """Report the inputs that could not be found, and then read each file.

        Args:
            run: The run over the files.

        Raises:
            UsageError: If the standard input has content that was not asked for.
        """
        for complaint in self.complaints:
            run.complain(complaint)
        run.reporter.begin()
        run.files(self.sources, _standard_input)
        run.progress.clear()

    def refuse_late_input(self) -> None:
        """Raise an exception if the standard input has content that was not asked for, from a slow writer."""
        if not self.has_paths:
            _refuse_input()


def _standard_input() -> BinaryIO | None:
    from liveschema.lint.standard_input import input_bytes  # noqa: PLC0415 - most runs read files

    return input_bytes()


def _refuse_input() -> None:
    from liveschema.lint.standard_input import refuse_input  # noqa: PLC0415 - most runs name files

    refuse_input()


def find_files(options: argparse.Namespace, settings: SettingsFinder, *, default_format: str) -> FoundFiles:
    """Find the files that the command line names.

    Args:
        options: The parsed arguments: those of `configure`, and ``paths``.
        settings: Finds the settings of a folder.
        default_format: The format of files on the command line whose suffix is unknown.

    Returns:
        The files.

    Raises:
        UsageError: If the command line or the configuration is invalid, or there is no file to read.
    """
    if not options.paths:
        _refuse_input()
    complaints: list[str] = []
    selection = Selection(
        settings,
        complaints.append,
        options.exclude,
        _formats(split_names(options.inputs)) if options.inputs else None,
    )
    walk = Walk(
        selection,
        complaints.append,
        say,
        force=options.force_exclude,
        default_format=default_format,
        stdin_name=options.stdin_filename,
    )
    arguments = options.paths or ["."]
    sources = list(walk.files(arguments))
    if any(source.format in NAMING_FILES for source in sources):
        from liveschema.lint.run.sent_files import with_sent_files  # noqa: PLC0415 - needed only for these formats

        sources = with_sent_files(sources, settings)
    if not (sources or complaints or options.force_exclude):
        if selection.excluded_here:
            option = "--exclude"
            raise UsageError(option, "it leaves no file to check")
        if not selection.excluded:
            raise UsageError(", ".join(arguments), "there is no file to check")
    return FoundFiles(sources, complaints, settings, bool(options.paths))


def _formats(names: list[str]) -> frozenset[str]:
    from liveschema.lint.config.keys import select_inputs  # noqa: PLC0415 - rarely needed

    return select_inputs(names, "--inputs")


def find_settings(
    options: argparse.Namespace, adjust: Callable[[Settings], Settings] = lambda each: each
) -> SettingsFinder:
    """Find the configuration that the command line names, or prepare to look for it in each folder.

    Args:
        options: The parsed arguments of `configure`.
        adjust: Applies further options of the command line to settings.

    Returns:
        The finder of settings.

    Raises:
        UsageError: If the working folder is gone, or the configuration that is named cannot be read, is invalid, or is
            missing.
    """
    fixed = None
    try:
        here = absolute(os.curdir)
    except OSError as error:
        where = "the working folder"
        raise UsageError(where, reason(error)) from None
    if options.no_config:
        fixed = Settings(here, select([DEFAULT]))
    elif options.config is not None:
        from pathlib import Path  # noqa: PLC0415 - most runs have no configuration

        from liveschema.lint.config.keys import load_settings  # noqa: PLC0415 - as above

        fixed = load_settings(Path(options.config).absolute())
        if fixed is None:
            raise UsageError(options.config, "there is no table [tool.liveschema]")
    return SettingsFinder(fixed, adjust, say)
