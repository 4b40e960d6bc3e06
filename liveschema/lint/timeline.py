"""``liveschema timeline``: recorded requests in order, activity by activity."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TextIO

from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.lint.check import CLEAN, FINDINGS, TROUBLE
from liveschema.lint.files import FORMATS as FILES
from liveschema.lint.findings import Summary
from liveschema.lint.recording import Recording
from liveschema.lint.reporters import FOR_PEOPLE, FORMATS, Look, make_reporter
from liveschema.lint.reporters.text import shown, width
from liveschema.lint.settings import UsageError, select
from liveschema.lint.terminal import is_terminal, wants_color

_STDIN: Final = "-"
_HEAD: Final = ("activity", "type", "started", "steps", "ended", "findings")


def configure(parser: argparse.ArgumentParser) -> None:
    """Say which arguments ``timeline`` takes.

    Args:
        parser: Its parser.
    """
    add = parser.add_argument
    add(
        "files",
        nargs="+",
        metavar="FILE",
        help="recorded requests in order: JSON Lines of method, path and body, a list of them, HAR; - for JSON Lines",
    )
    add("--select", action="append", default=[], metavar="RULES", help="rules to report, apart by commas")
    add("--ignore", action="append", default=[], metavar="RULES", help="rules not to report")
    add("--format", choices=list(FORMATS), help="the form of the report (default: full on a terminal, else concise)")
    add("--strict", action="store_true", help="warnings fail the run too")
    add("--exit-zero", action="store_true", help="findings do not fail the run")
    add("-q", "--quiet", action="store_true", help="no table and no summary")


def run(options: argparse.Namespace) -> int:
    """Follow the requests.

    Args:
        options: The arguments.

    Returns:
        0 where nothing fails the run, 1 for findings, 2 where a file could
        not be read.
    """
    chosen = select(_names(options.select or ["default"]), "--select")
    reported = chosen - select(_names(options.ignore), "--ignore")
    recording = Recording(reported, reported & OFF_BY_DEFAULT)
    summary = Summary()
    for name in options.files:
        try:
            source = sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
        except (OSError, ValueError) as error:
            summary.unreadable += 1
            sys.stderr.write(f"liveschema: {name}: {getattr(error, 'strerror', None) or error}\n")
            continue
        form = FILES.get(Path(name).suffix.lower(), "jsonl")
        if form == "yaml":
            raise UsageError(name, "a timeline is read from JSON Lines, JSON or HAR")
        recording.read(name if name != _STDIN else "<stdin>", source, by_line=form == "jsonl")
    recording.finish()
    form = options.format or ("full" if is_terminal(sys.stdout) else "concise")
    _write(recording, summary, form, sys.stdout, strict=options.strict)
    if not options.quiet:
        out = sys.stdout if form in FOR_PEOPLE else sys.stderr
        out.write(f"{table([_HEAD, *recording.rows()])}{summary.sentence()}\n")
    if summary.unreadable:
        return TROUBLE
    failed = summary.errors or (options.strict and summary.warnings)
    return FINDINGS if failed and not options.exit_zero else CLEAN


def _names(lists: list[str]) -> list[str]:
    return [name.strip() for each in lists for name in each.split(",") if name.strip()]


def _write(recording: Recording, summary: Summary, form: str, out: TextIO, *, strict: bool) -> None:
    reporter = make_reporter(form, out, Look(color=wants_color(out), strict=strict))
    reporter.begin()
    summary.skipped = recording.skipped
    for file, findings in recording.files.items():
        for finding in sorted(findings, key=lambda each: (each.line, each.column)):
            reporter.finding(finding)
            summary.severities[finding.severity] += 1
            summary.rules[finding.rule] += 1
        reporter.file(file, recording.payloads[file])
        summary.files += 1
        summary.payloads += recording.payloads[file]
        summary.bad_files += bool(findings)
    reporter.end(summary)


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Write rows in columns.

    Args:
        rows: The rows, the heads first; what cannot be printed is shown as U+FFFD.

    Returns:
        The lines; nothing where there are no rows but the heads.
    """
    cells = [[shown(cell) for cell in row] for row in rows]
    if len(cells) == 1:
        return ""
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return "".join(
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in cells
    )
