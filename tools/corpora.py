"""Judge the readers of JSON and YAML by public test suites, and compare what they do with what is known of them.

The suites come from packages of PyPI and npm, whose versions are in `corpora.toml`, or from folders. A text that is
worse than before, or better, or else, is a line of the output, and the exit code is 1. It is 2 if the options, a folder
or the file of what is known are wrong. A suite that cannot be got is skipped: the exit code is 0 unless ``--require``
is given.

    python tools/corpora.py                                     # both suites, from their packages
    python tools/corpora.py --json JSONTestSuite --yaml data    # from checkouts; of YAML, one of a tag data-…
    python tools/corpora.py --update                            # write what has changed to corpora.toml
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml
from corpora_known import KNOWN, Known, changes, read_known, updated, write_known
from corpora_process import Judging
from corpora_readers import ORDER, READERS, Verdict, judge
from corpora_suites import KINDS, SUITES, Case, Suite, UnreachableError, cases_in_folder, cases_of_package
from figures import record

_SECONDS: Final = 10
"""The longest time for one text; most take a thousandth of a second."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge the readers.

    Args:
        arguments: The arguments; None for those of the command.

    Returns:
        The exit code.
    """
    options = _parser().parse_args(arguments)
    try:
        known = read_known(options.known)
        found = _cases(options, known)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if options.record and len(found) < len(SUITES):
        print("error: nothing is recorded without both suites", file=sys.stderr)
        return 2
    if not found:
        print("no suite was judged")
        return int(options.require)
    with Judging(judge, _SECONDS) as judging:
        verdicts = {suite: judging.verdicts(suite.key, cases) for suite, cases in found.items()}
    rows = _table(found, verdicts)
    print("\n".join(rows))
    if options.record:
        _record(found, known, rows)
    if options.update:
        new = {suite.key: updated(known[suite.key], cases, verdicts[suite]) for suite, cases in found.items()}
        write_known(options.known, {**known, **new})
        return 0
    lines = [
        f"{suite.title}: {line}"
        for suite, cases in found.items()
        for line in changes(known[suite.key], cases, verdicts[suite])
    ]
    print("\n".join(lines) or "nothing has changed")
    if lines:
        print(
            f"`tools/corpora.py --update` writes what is right now to {options.known.name}; then give the reasons there"
        )
    return int(bool(lines) or (options.require and len(found) < len(SUITES)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="judge the readers of JSON and YAML by public test suites")
    for suite in SUITES:
        parser.add_argument(f"--{suite.key}", type=Path, metavar="FOLDER", help=f"a checkout of the {suite.title}")
    parser.add_argument("--require", action="store_true", help="fail if a suite cannot be downloaded")
    parser.add_argument("--update", action="store_true", help="write what is known now, and keep the reasons")
    parser.add_argument("--record", action="store_true", help="write the figures to docs/verification.md")
    parser.add_argument("--known", type=Path, default=KNOWN, metavar="FILE", help="what is known, if not corpora.toml")
    return parser


def _cases(options: argparse.Namespace, known: Mapping[str, Known]) -> dict[Suite, list[Case]]:
    """Get the cases of each suite; say which one cannot be got."""
    missing = [suite.key for suite in SUITES if suite.key not in known]
    if missing:
        message = f"{options.known.name} has no table {missing[0]}"
        raise ValueError(message)
    found = {}
    for suite in SUITES:
        folder, about = getattr(options, suite.key), known[suite.key]
        try:
            found[suite] = (
                cases_in_folder(suite, folder)
                if folder is not None
                else cases_of_package(suite, about.registry, about.package, about.version)
            )
        except UnreachableError as error:
            print(f"{suite.title}: skipped: {error}")
            continue
        if not found[suite]:
            message = f"{folder or about.package} has no case of the {suite.title}"
            raise ValueError(message)
    return found


def _table(found: Mapping[Suite, list[Case]], verdicts: Mapping[Suite, Mapping[str, Verdict]]) -> list[str]:
    """Return a table in Markdown: how many texts of each kind became what."""
    rows = ["| suite | a text that is | was | cases |", "| --- | --- | --- | ---: |"]
    for suite, cases in found.items():
        counts = Counter((case.kind, verdicts[suite][case.name].outcome) for case in cases)
        rows += [
            f"| {suite.title} | {suite.kinds[kind]} | {outcome} | {counts[kind, outcome]} |"
            for kind in KINDS
            for outcome in ORDER[kind]
            if counts[kind, outcome]
        ]
    return rows


def _record(found: Mapping[Suite, list[Case]], known: Mapping[str, Known], rows: Sequence[str]) -> None:
    """Write the figures to the page, with what they were measured with."""
    sources = [f"{known[suite.key].package} {known[suite.key].version}" for suite in found]
    readers = [f"of the {suite.title}: {', '.join(READERS[suite.key])}" for suite in found]
    about = f"{dt.datetime.now(dt.UTC):%Y-%m-%d}, suites of {' and '.join(sources)}, PyYAML {yaml.__version__}."
    record("corpora", [about, f"Readers {'; '.join(readers)}.", "", *rows])


if __name__ == "__main__":
    sys.exit(main())
