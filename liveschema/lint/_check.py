"""``liveschema check``: lint the payloads in files."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import attrs

from liveschema.lint._baseline import Baseline, empty_baseline, read_baseline
from liveschema.lint._files import Source, Walk
from liveschema.lint._rules import RULES
from liveschema.lint._run import STDIN, Run
from liveschema.lint._settings import Settings, SettingsFinder, UsageError, load_settings, select
from liveschema.lint._terminal import Progress, is_terminal, wants_color
from liveschema.lint.reporters import FOR_PEOPLE, FORMATS, Look, make_reporter
from liveschema.vocabulary import Operation

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
        look = Look(color=wants_color(out), strict=strict)
        form = options.format or ("full" if is_terminal(out) else "concise")
        sources, complaints = _sources(options, finder)
        total = sum(source.path.stat().st_size for source in sources if source.path.exists())
        progress = Progress(sys.stderr, total, shown=is_terminal(sys.stderr) and not options.quiet)
        lint = Run(
            finder,
            None if options.operation is None else Operation(options.operation),
            make_reporter(form, out, look),
            progress,
            baseline=baseline,
            accept_all=options.write_baseline,
            verbose=options.verbose,
            workers=options.jobs or _cores(),
        )
        for complaint in complaints:
            lint.complain(complaint)
        if not sources and STDIN not in options.paths and not complaints:
            raise UsageError(", ".join(options.paths or ["."]), "there is no file to check")
        lint.reporter.begin()
        if STDIN in options.paths:
            lint.stdin(sys.stdin.buffer, options.stdin_filename)
        lint.files(sources)
        progress.clear()
        summary = lint.summary
        gone = baseline.gone() if baseline is not None and not options.write_baseline else []
        summary.gone = len(gone)
        people = form in FOR_PEOPLE
        lint.reporter.end(summary) if not (options.quiet and people) else None
        if not people and not options.quiet:
            sys.stderr.write(f"{summary.sentence()}\n")
        if options.statistics:
            _statistics(summary.rules, out if people else sys.stderr)
    for file, rule, pointer in gone:
        lint.say(f"{file}: {rule} at {pointer or 'the root'} is in the baseline and gone; --write-baseline forgets it")
    if options.write_baseline and baseline is not None:
        lint.say(f"{baseline.file} accepts {baseline.write()} findings")
    if summary.unreadable:
        return TROUBLE
    failed = summary.errors or (strict and summary.warnings)
    return FINDINGS if failed and not options.exit_zero else CLEAN


def _cores() -> int:
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

    def adjust(settings: Settings) -> Settings:
        selected = settings.selected if chosen is None else chosen
        exclude = [*settings.exclude, *(os.path.normpath(each) for each in options.exclude)]
        return attrs.evolve(settings, selected=selected - ignored, exclude=tuple(exclude))

    fixed = None
    if options.no_config:
        fixed = Settings(Path.cwd())
    elif options.config is not None:
        fixed = load_settings(Path(options.config).absolute())
        if fixed is None:
            raise UsageError(options.config, "there is no table [tool.liveschema]")
    return SettingsFinder(fixed, adjust)


def _baseline(options: argparse.Namespace, settings: Settings) -> Baseline | None:
    file = Path(options.baseline) if options.baseline else settings.baseline
    if file is None:
        if options.write_baseline:
            raise UsageError("--write-baseline", "--baseline FILE must name the file, or baseline in the configuration")
        return None
    if options.write_baseline and not file.exists():
        return empty_baseline(file)
    return read_baseline(file)


def _sources(options: argparse.Namespace, finder: SettingsFinder) -> tuple[list[Source], list[str]]:
    """Find the files, and what stands in the way of finding them."""
    complaints: list[str] = []

    def warn(sentence: str) -> None:
        sys.stderr.write(f"liveschema: {sentence}\n")

    walk = Walk(finder, options.markdown, complaints.append, warn)
    paths = [path for path in options.paths or ["."] if path != STDIN]
    return list(walk.files(paths)), complaints


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


def _statistics(rules: dict[str, int], out: TextIO) -> None:
    from liveschema.lint.reporters.text import table  # noqa: PLC0415 - only where it is asked for

    out.write(table([(rule, count, RULES[rule].title) for rule, count in rules.items()]))


__all__ = ["configure", "run"]
