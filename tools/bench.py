"""Measure each path that a user waits for next to a peer, and print a table with a row for each.

Ours and the peer run in turn within a round, so that a slow phase of the
machine affects both; the ratio is the median of the ratios within a round. The
rows of ``start``, ``command`` and ``size`` are whole processes in a new
environment, in which the wheel of this working tree is installed; those of
``library`` are calls in the process of this tool, which imports this tree.

    python tools/bench.py                                # all rows
    python tools/bench.py --only start --only library    # some groups of rows
    python tools/bench.py --check --json figures.json    # exit code 1 if a row misses what it must reach
    python tools/bench.py --tables                       # next to other libraries, payload by payload
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from bench_corpus import corpus
from bench_installed import BenchError, Installed, install
from bench_library import library_rows
from bench_options import at_least_one
from bench_processes import process_rows
from bench_rows import GROUPS, Row, missed, table, write_json
from bench_sizes import size_rows
from bench_tables import print_tables

import liveschema


def measured(groups: list[str], python: Path | None, rounds: int) -> list[Row]:
    """Measure groups of rows.

    Args:
        groups: The groups.
        python: The interpreter of an environment to measure; None to make one.
        rounds: The number of rounds.

    Returns:
        The rows, in the order of the groups.
    """
    rows: dict[str, list[Row]] = {group: [] for group in GROUPS}
    processes = [group for group in groups if group != "library"]
    with tempfile.TemporaryDirectory() as name:
        if processes:
            installed = Installed(python.absolute(), Path(name)) if python else install(Path(name))
            print(f"liveschema of the processes: {_location(installed)}")
            for row in process_rows(installed, processes, rounds):
                rows[row.group].append(row)
            if "size" in groups:
                rows["size"] = size_rows(installed, rounds)
    if "library" in groups:
        rows["library"] = library_rows(rounds)
    return [row for group in rows.values() for row in group]


def _location(installed: Installed) -> str:
    return installed.printed("-c", "import liveschema; print(liveschema.__version__, liveschema.__file__)").strip()


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--rounds", type=at_least_one, default=31, help="number of rounds (default: %(default)s)")
    made.add_argument("--only", choices=GROUPS, action="append", help="measure only this group; may be repeated")
    made.add_argument(
        "--python", type=Path, metavar="PATH", help="the interpreter of an environment to measure, instead of a new one"
    )
    made.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to this file")
    made.add_argument("--check", action="store_true", help="exit with code 1 if a row misses what it must reach")
    made.add_argument("--tables", action="store_true", help="print the comparison with other libraries instead")
    made.add_argument("--each", action="store_true", help="with --tables, also print the times of every payload")
    return made


def _refuse_useless(options: argparse.Namespace) -> None:
    """End with a message about options that would have no effect, and about a file that cannot be written."""
    of_rows = [name for name in ("only", "python", "json", "check") if getattr(options, name)]
    if options.tables and of_rows:
        parser().error(f"--{of_rows[0]} has no effect with --tables")
    if options.each and not options.tables:
        parser().error("--each has no effect without --tables")
    if options.json and (options.json.is_dir() or not options.json.absolute().parent.is_dir()):
        parser().error(f"--json: {options.json} cannot be written, since it is a folder or in none")


def main(arguments: list[str] | None = None) -> int:
    """Print the table of the paths, or the tables of the libraries.

    Args:
        arguments: The arguments; None for those of the process.

    Returns:
        The exit code: 1 if ``--check`` is given and a row misses what it must reach, 2 if a measurement is impossible.
    """
    options = parser().parse_args(arguments)
    _refuse_useless(options)
    about = {
        "liveschema": liveschema.__version__,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "rounds": options.rounds,
    }
    print(f"Python {about['python']}, {about['cores']} cores, {about['rounds']} rounds")
    print(f"liveschema of the library: {liveschema.__version__} {liveschema.__file__}")
    if options.tables:
        print(f"{len(corpus('valid'))} valid and {len(corpus('invalid'))} invalid payloads")
        print_tables(options.rounds, each=options.each)
        return 0
    try:
        rows = measured(options.only or list(GROUPS), options.python, options.rounds)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    print(f"\n{table(rows)}")
    if options.json:
        write_json(options.json, rows, about)
    late = missed(rows)
    if late:
        print(f"\nMissed: {'; '.join(late)}")
    return int(options.check and bool(late))


if __name__ == "__main__":
    sys.exit(main())
