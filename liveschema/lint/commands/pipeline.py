"""What ``check`` and ``timeline`` have in common: options, configuration, files, report, exit code."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from liveschema.contract.vocabulary import Operation
from liveschema.lint.config.files import Source, Walk
from liveschema.lint.config.settings import DEFAULT, Settings, SettingsFinder, UsageError, load_settings, select
from liveschema.lint.findings import Summary, plural
from liveschema.lint.reporters import FOR_PEOPLE, FORMATS, ReportStyle, make_reporter
from liveschema.lint.run.run import Judge, Run
from liveschema.lint.terminal import Progress, is_terminal, wants_color

if TYPE_CHECKING:
    from liveschema.lint.config.baseline import Baseline

CLEAN, FINDINGS, TROUBLE = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Say which arguments every run over files takes.

    Args:
        parser: The parser of the command.
    """
    add = parser.add_argument
    add("--stdin-filename", metavar="NAME", help="the file that standard input is said to be")
    add("--markdown", action="store_true", help="read the JSON blocks of Markdown files in folders too")
    add("--exclude", action="append", default=[], metavar="GLOB", help="paths to leave out; may be repeated")
    add("--force-exclude", action="store_true", help="leave out what is excluded even where it is named")
    add(
        "--select",
        action="append",
        default=[],
        metavar="RULES",
        help="rules to report, apart by commas: ids, or all, default, errors, warnings",
    )
    add("--ignore", action="append", default=[], metavar="RULES", help="rules not to report")
    add("--config", metavar="FILE", help="the configuration for every file, in place of the nearest one above it")
    add("--no-config", action="store_true", help="read no configuration")
    add("--format", choices=list(FORMATS), help="the form of the report (default: full on a terminal, else concise)")
    add("--output-file", metavar="FILE", help="where the report goes")
    add("--statistics", action="store_true", help="count the findings by rule")
    add("--baseline", metavar="FILE", help="accept the findings that this file lists")
    add("--write-baseline", action="store_true", help="list today's findings in the baseline")
    add("--strict", action="store_true", help="warnings fail the run too")
    add("--exit-zero", action="store_true", help="findings do not fail the run")


def run(
    options: argparse.Namespace,
    judge: Judge,
    *,
    default_format: str,
    operation: Operation | None = None,
    table: Callable[[], str] = str,
) -> int:
    """Run over the files.

    Args:
        options: The arguments; beside those of `configure`, ``paths``, ``quiet`` and ``verbose``.
        judge: Says what is wrong.
        default_format: How a named file is read whose name says no format.
        operation: The operation that the command line names for all payloads.
        table: Gives what stands before the summary, once all is read.

    Returns:
        0 where nothing fails the run, 1 for findings, 2 where something could
        not be read or asks for what cannot be.
    """
    finder = _settings(options)
    here = finder.in_folder(Path())
    baseline = _baseline(options, here)
    strict = options.strict or here.strict
    with _output(options.output_file) as out:
        form = options.format or ("full" if is_terminal(out) else "concise")
        complaints: list[str] = []
        sources = _sources(options, finder, complaints, default_format)
        lint = Run(
            finder,
            judge,
            make_reporter(form, out, ReportStyle(color=wants_color(out), strict=strict)),
            Progress(sys.stderr, sum(map(size_of, sources)), shown=is_terminal(sys.stderr) and not options.quiet),
            operation=operation,
            baseline=baseline,
            accept_all=options.write_baseline,
            verbose=options.verbose,
        )
        _check_files(lint, sources, complaints, baseline)
        _sum_up(lint.summary, options, table, out if form in FOR_PEOPLE else sys.stderr)
    if lint.summary.unreadable:
        return TROUBLE
    failed = lint.summary.errors or (strict and lint.summary.warnings)
    return FINDINGS if failed and not options.exit_zero else CLEAN


def _check_files(lint: Run, sources: list[Source], complaints: list[str], baseline: Baseline | None) -> None:
    """Report what could not be found, then what is wrong in each file."""
    for complaint in complaints:
        lint.complain(complaint)
    lint.reporter.begin()
    lint.files(sources, sys.stdin.buffer)
    lint.progress.clear()
    if baseline is not None:
        _compare(lint, baseline, write=lint.accept_all)
    lint.reporter.end(lint.summary)


def _sources(
    options: argparse.Namespace, finder: SettingsFinder, complaints: list[str], default_format: str
) -> list[Source]:
    """Find the files, in the order of the arguments."""
    walk = Walk(
        finder,
        complaints.append,
        _warn,
        markdown=options.markdown,
        force=options.force_exclude,
        default_format=default_format,
        stdin_name=options.stdin_filename,
    )
    arguments = options.paths or ["."]
    sources = list(walk.files(arguments))
    if not (sources or walk.left_out or complaints):
        raise UsageError(", ".join(arguments), "there is no file to check")
    return sources


def _compare(lint: Run, baseline: Baseline, *, write: bool) -> None:
    """Say what is gone from the baseline, or write it anew."""
    if write:
        lint.say(f"{baseline.file} accepts {plural(baseline.write(), 'finding')}")
        return
    gone = baseline.gone()
    lint.summary.gone = len(gone)
    for file, rule, pointer in gone:
        lint.say(f"{file}: {rule} at {pointer or 'the root'} is in the baseline and gone; --write-baseline forgets it")


def _sum_up(summary: Summary, options: argparse.Namespace, table: Callable[[], str], out: TextIO) -> None:
    if options.statistics:
        from liveschema.lint.all_rules import RULES  # noqa: PLC0415 - only where it is asked for
        from liveschema.lint.reporters.text import statistics  # noqa: PLC0415 - only where it is asked for

        out.write(statistics([(rule, count, RULES[rule].title) for rule, count in summary.rules.items()]))
    if not options.quiet:
        out.write(f"{table()}{summary.sentence()}\n")


def size_of(source: Source) -> int:
    """Give the bytes of a file, none if it has vanished or is the standard input."""
    if source.is_stdin:
        return 0
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def _names(lists: list[str]) -> list[str]:
    return [name.strip() for each in lists for name in each.split(",") if name.strip()]


def _settings(options: argparse.Namespace) -> SettingsFinder:
    """Put the command line above the configuration."""
    chosen = select(_names(options.select), "--select") if options.select else None
    ignored = select(_names(options.ignore), "--ignore")
    here = Path.cwd()

    def adjust(settings: Settings) -> Settings:
        selected = settings.selected if chosen is None else chosen
        exclude = (*settings.exclude, *((here, pattern) for pattern in options.exclude))
        return settings._replace(selected=selected - ignored, exclude=exclude)

    fixed = None
    if options.no_config:
        fixed = Settings(here, select([DEFAULT]))
    elif options.config is not None:
        fixed = load_settings(Path(options.config).absolute())
        if fixed is None:
            raise UsageError(options.config, "there is no table [tool.liveschema]")
    return SettingsFinder(fixed, adjust)


def _baseline(options: argparse.Namespace, settings: Settings) -> Baseline | None:
    file = Path(options.baseline) if options.baseline else settings.baseline
    if file is None:
        if options.write_baseline:
            option = "--write-baseline"
            raise UsageError(option, "--baseline FILE must name the file, or baseline in the configuration")
        return None
    from liveschema.lint.config.baseline import (  # noqa: PLC0415 - only where there is one
        empty_baseline,
        read_baseline,
    )

    if options.write_baseline and not file.exists():
        return empty_baseline(file)
    return read_baseline(file)


def _warn(sentence: str) -> None:
    sys.stderr.write(f"liveschema: {sentence}\n")


@contextlib.contextmanager
def _output(file: str | None) -> Iterator[TextIO]:
    if file is None:
        yield sys.stdout
        return
    try:
        with Path(file).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as opened:
            yield opened
    except OSError as error:
        raise UsageError(file, error.strerror or str(error)) from None
