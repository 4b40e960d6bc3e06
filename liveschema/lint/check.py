"""``liveschema check``: lint the payloads in files."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from liveschema.contract.vocabulary import Operation
from liveschema.lint.files import Source, Walk
from liveschema.lint.findings import Summary, plural
from liveschema.lint.reporters import FOR_PEOPLE, FORMATS, Look, make_reporter
from liveschema.lint.run import STDIN, Run
from liveschema.lint.settings import DEFAULT, Settings, SettingsFinder, UsageError, load_settings, select
from liveschema.lint.terminal import Progress, is_terminal, wants_color

if TYPE_CHECKING:
    from liveschema.lint.baseline import Baseline

CLEAN, FINDINGS, TROUBLE = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes.

    Args:
        parser: Its parser.
    """
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, folders, globs, or - for standard input (default: .)")
    add("--operation", choices=list(map(str, Operation)), help="what the payloads are for, whatever their files say")
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
    add("--jobs", type=_positive, metavar="N", help="processes for long JSON Lines files (default: one for each core)")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="no summary")
    volume.add_argument("-v", "--verbose", action="store_true", help="say which operation was inferred, and from what")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(options: argparse.Namespace) -> int:
    """Lint the files.

    Args:
        options: The arguments.

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
        walk = Walk(finder, complaints.append, _warn, markdown=options.markdown, force=options.force_exclude)
        sources = list(walk.files([path for path in options.paths or ["."] if path != STDIN]))
        if not (sources or walk.left_out or complaints or STDIN in options.paths):
            raise UsageError(", ".join(options.paths or ["."]), "there is no file to check")
        total = sum(map(size_of, sources))
        lint = Run(
            finder,
            None if options.operation is None else Operation(options.operation),
            make_reporter(form, out, Look(color=wants_color(out), strict=strict)),
            Progress(sys.stderr, total, shown=is_terminal(sys.stderr) and not options.quiet),
            baseline=baseline,
            accept_all=options.write_baseline,
            verbose=options.verbose,
            workers=options.jobs or cores(),
        )
        for complaint in complaints:
            lint.complain(complaint)
        lint.reporter.begin()
        if STDIN in options.paths:
            lint.stdin(sys.stdin.buffer, options.stdin_filename)
        lint.files(sources)
        lint.progress.clear()
        if baseline is not None:
            _compare(lint, baseline, write=options.write_baseline)
        lint.reporter.end(lint.summary)
        _sum_up(lint.summary, options, out if form in FOR_PEOPLE else sys.stderr)
    if lint.summary.unreadable:
        return TROUBLE
    failed = lint.summary.errors or (strict and lint.summary.warnings)
    return FINDINGS if failed and not options.exit_zero else CLEAN


def _compare(lint: Run, baseline: Baseline, *, write: bool) -> None:
    """Say what is gone from the baseline, or write it anew."""
    if write:
        lint.say(f"{baseline.file} accepts {plural(baseline.write(), 'finding')}")
        return
    gone = baseline.gone()
    lint.summary.gone = len(gone)
    for file, rule, pointer in gone:
        lint.say(f"{file}: {rule} at {pointer or 'the root'} is in the baseline and gone; --write-baseline forgets it")


def _sum_up(summary: Summary, options: argparse.Namespace, out: TextIO) -> None:
    if options.statistics:
        from liveschema.lint.all_rules import RULES  # noqa: PLC0415 - only where it is asked for
        from liveschema.lint.reporters.text import table  # noqa: PLC0415 - only where it is asked for

        out.write(table([(rule, count, RULES[rule].title) for rule, count in summary.rules.items()]))
    if not options.quiet:
        out.write(f"{summary.sentence()}\n")


def size_of(source: Source) -> int:
    """Give the bytes of a file, none if it has vanished."""
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def cores() -> int:
    """Count the cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


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
    from liveschema.lint.baseline import empty_baseline, read_baseline  # noqa: PLC0415 - only where there is one

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
