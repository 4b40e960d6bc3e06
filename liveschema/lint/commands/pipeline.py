"""The parts that ``check`` and ``timeline`` share: options, configuration, files, report, exit code."""

from __future__ import annotations

import os
import sys

from liveschema.engine.record import evolve
from liveschema.lint.commands import inputs
from liveschema.lint.commands.inputs import CLEAN, FINDINGS, TROUBLE
from liveschema.lint.commands.parser import add_choice, add_path, split_names
from liveschema.lint.config.settings import select
from liveschema.lint.errors import UsageError
from liveschema.lint.output import ErrorStream, output_to
from liveschema.lint.reporters import FOR_PEOPLE, FORMATS, ReportStyle, make_reporter
from liveschema.lint.results import plural
from liveschema.lint.run.run import Run
from liveschema.lint.terminal import Progress, is_terminal, wants_color, wants_links

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from liveschema.contract.vocabulary import Operation
    from liveschema.lint.commands.fixing import Fixing
    from liveschema.lint.config.baseline import Baseline
    from liveschema.lint.config.settings import Settings
    from liveschema.lint.output import Writable
    from liveschema.lint.results import Summary
    from liveschema.lint.run.run import Judge


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that ``check`` and ``timeline`` share.

    Args:
        parser: The parser of the subcommand.
    """
    inputs.configure(parser)
    add = parser.add_argument
    add(
        "--select",
        action="append",
        default=[],
        metavar="RULES",
        help="rules to report, separated by commas: ids, or all, default, errors, warnings",
    )
    add("--ignore", action="append", default=[], metavar="RULES", help="rules not to report")
    add_choice(
        parser,
        "--format",
        what="format",
        known=FORMATS,
        help="format of the report (default: full on a terminal, else concise)",
    )
    add_path(parser, "--output-file", metavar="FILE", help="write the report to this file")
    add("--statistics", action="store_true", help="count the findings by rule")
    add_path(parser, "--baseline", metavar="FILE", help="accept the findings that this file lists")
    add("--write-baseline", action="store_true", help="write the current findings to the baseline")
    add("--strict", action="store_true", help="fail on warnings too")
    add("--exit-zero", action="store_true", help="exit with 0 even if there are findings")


def run(  # noqa: PLR0913 - what differs between the commands
    options: argparse.Namespace,
    judge: Judge,
    *,
    default_format: str,
    operation: Operation | None = None,
    table: Callable[[], str] = str,
    shows_fixes: bool = False,
    fixing: Fixing | None = None,
) -> int:
    """Check files and report the findings.

    Args:
        options: The parsed arguments: those of `configure`, ``paths``, ``quiet`` and ``verbose``.
        judge: The checker of the requests.
        default_format: The format of files on the command line whose suffix is unknown.
        operation: The operation of all payloads, if the command line names one.
        table: Returns the text to write before the summary; called when all files are read.
        shows_fixes: Whether reports say what can be fixed.
        fixing: What to do about findings that can be fixed; None to leave the files as they are.

    Returns:
        The exit code: 0 for success, 1 for findings that fail the run, 2 if an input could not be read.

    Raises:
        UsageError: If the command line or the configuration is invalid, or there is no file to check.
        OutputError: If the report cannot be written.
    """
    settings = inputs.find_settings(options, _rule_options(options))
    here = settings.in_folder(os.curdir)
    found = inputs.find_files(options, settings, default_format=default_format)
    if options.show_files:
        return found.show()
    found = found.spare(options.output_file, [options.config, options.baseline or here.baseline])
    baseline = _baseline(options, here)
    strict = options.strict or here.strict
    with output_to(options.output_file) as out:
        form = options.format or ("full" if out.isatty() else "concise")
        style = ReportStyle(
            color=wants_color(out),
            links=wants_links(out),
            strict=strict,
            unsafe=fixing is not None and fixing.unsafe,
        )
        reporter = make_reporter(form, out, style)
        lint = Run(
            judge,
            reporter,
            Progress(sys.stderr, found.size, shown=is_terminal(sys.stderr) and not options.quiet),
            operation=operation,
            baseline=baseline,
            accept_all=options.write_baseline,
            verbose=options.verbose,
            fixes=shows_fixes and reporter.shows_fixes,
        )
        if fixing is not None:
            fixing.prepare(lint, found.sources, out, style)
        found.read(lint)
        if fixing is not None and fixing.diff:
            return fixing.end(lint.summary, quiet=options.quiet, exit_zero=options.exit_zero)
        if baseline is not None:
            _compare(lint, baseline, write=lint.accept_all)
        lint.reporter.end(lint.summary)
        _sum_up(lint.summary, options, table, out if form in FOR_PEOPLE else ErrorStream())
    found.refuse_late_input()
    if lint.summary.unreadable:
        return TROUBLE
    failed = lint.summary.errors or (strict and lint.summary.warnings)
    return FINDINGS if failed and not options.exit_zero else CLEAN


def _compare(lint: Run, baseline: Baseline, *, write: bool) -> None:
    """Report the findings of the baseline that no longer occur, or write the baseline."""
    if write:
        lint.say(f"{baseline.file} accepts {plural(baseline.write(), 'finding')}")
        return
    gone = baseline.gone()
    lint.summary.gone = len(gone)
    for file, rule, pointer in gone:
        place = pointer or "the root"
        lint.say(f"{file}: {rule} at {place} is in the baseline but no longer found; --write-baseline removes it")


def _sum_up(summary: Summary, options: argparse.Namespace, table: Callable[[], str], out: Writable) -> None:
    if options.statistics:
        from liveschema.lint.all_rules import RULES  # noqa: PLC0415 - only for --statistics
        from liveschema.lint.reporters.text import statistics  # noqa: PLC0415 - only for --statistics

        out.write(statistics([(rule, count, RULES[rule].title) for rule, count in summary.rules.items()]))
    if not options.quiet:
        out.write(f"{table()}{summary.sentence()}\n")


def _baseline(options: argparse.Namespace, settings: Settings) -> Baseline | None:
    named = options.baseline or settings.baseline
    if not named:
        if options.write_baseline:
            option = "--write-baseline"
            raise UsageError(option, "--baseline FILE must name the file, or baseline in the configuration")
        return None
    from pathlib import Path  # noqa: PLC0415 - only if there is a baseline

    from liveschema.lint.config.baseline import empty_baseline, read_baseline  # noqa: PLC0415 - as above
    from liveschema.lint.paths import exists  # noqa: PLC0415 - as above

    file = Path(named)
    if options.write_baseline and not exists(file):
        return empty_baseline(file)
    return read_baseline(file)


def _rule_options(options: argparse.Namespace) -> Callable[[Settings], Settings]:
    """Return the function that applies ``--select`` and ``--ignore`` to settings."""
    chosen = _selected(options)
    ignored = select(split_names(options.ignore), "--ignore")

    def adjust(settings: Settings) -> Settings:
        selected = (settings.selected if chosen is None else chosen) - ignored
        if ignored and not selected:
            option = "--ignore"
            raise UsageError(option, "it leaves no rule to report")
        return evolve(settings, selected=selected)

    return adjust


def _selected(options: argparse.Namespace) -> frozenset[str] | None:
    """Return the rules that ``--select`` selects; None if it is not given."""
    if not options.select:
        return None
    option = "--select"
    names = split_names(options.select)
    if not names:
        raise UsageError(option, "it selects no rule; name rules, or all, default, errors or warnings")
    return select(names, option)
