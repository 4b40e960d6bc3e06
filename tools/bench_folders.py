"""Measure how long ``liveschema check`` takes in folders with few payloads, against finding and reading the same files.

All is done in this process, so that the start of Python does not count; what a
run costs in an empty folder is subtracted. All are measured in turn in several
rounds. Each line has the CPU times and the wall times of the round with the
median ratio.
With ``--check``, it exits with code 1 if all folders together take more than
three times as long, by one of the two clocks.

    python tools/bench_folders.py FOLDER…               # repositories on disk
    python tools/bench_folders.py --generated 20000     # a repository of 20,000 mixed files, which it writes
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple
from unittest import mock

from bench_options import at_least_one
from bench_repository import write_repository

from liveschema.__main__ import main as run_command
from liveschema.lint.inputs import BY_SUFFIX, FORMATS

MOST: Final = 3.0


class Spent(NamedTuple):
    """Seconds.

    Args:
        cpu: The CPU time.
        wall: The wall time.
    """

    cpu: float
    wall: float


class Measurement(NamedTuple):
    """The times for a folder.

    Args:
        files: The number of files that ``check`` reads.
        reading: The time to read these files.
        finding: The time to find them among all files, and to read them.
        checking: The time of ``check``.
    """

    files: int
    reading: Spent
    finding: Spent
    checking: Spent

    @property
    def ratios(self) -> Spent:
        """How many times as long ``check`` takes as finding and reading the files."""
        return Spent(self.checking.cpu / self.finding.cpu, self.checking.wall / self.finding.wall)


def together(found: list[Measurement]) -> Measurement:
    """Return the sum of measurements."""
    spent = (Spent(*map(sum, zip(*times, strict=True))) for times in list(zip(*found, strict=True))[1:])
    return Measurement(sum(each.files for each in found), *spent)


def read(files: list[str]) -> None:
    """Read files."""
    for file in files:
        with open(file, "rb") as stream:  # noqa: PTH123 - the fastest way
            stream.read()


def find_and_read(formats: frozenset[str]) -> None:
    """Read the files in the working folder that have a suffix of one of the formats, without any ignore rule."""
    suffixes = {suffix for suffix, name in BY_SUFFIX.items() if name in formats}
    for folder, folders, files in os.walk("."):
        folders[:] = [name for name in folders if name not in (".git", "node_modules")]
        read([f"{folder}/{file}" for file in files if os.path.splitext(file)[1].lower() in suffixes])  # noqa: PTH122 - as above


def check(*options: str) -> str:
    """Run ``liveschema check`` in the working folder, and return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), mock.patch.object(sys, "argv", ["", "check", "--format=concise", *options]):
        run_command()
    return out.getvalue()


def rounds_of(rounds: int, *functions: Callable[[], object]) -> list[list[Spent]]:
    """Call functions in turn for several rounds, and return the times of each round."""
    found: list[list[Spent]] = []
    for _ in range(rounds):
        found.append([])
        for function in functions:
            cpu, wall = time.process_time(), time.perf_counter()
            function()
            found[-1].append(Spent(time.process_time() - cpu, time.perf_counter() - wall))
    return found


def middle(rounds: list[list[Spent]]) -> list[Spent]:
    """Return, for each clock, the round with the median ratio of the last function and the one before it."""
    by_cpu = sorted(rounds, key=lambda times: times[-1].cpu / times[-2].cpu)
    by_wall = sorted(rounds, key=lambda times: times[-1].wall / times[-2].wall)
    half = len(rounds) // 2
    return [Spent(one.cpu, other.wall) for one, other in zip(by_cpu[half], by_wall[half], strict=True)]


def measure(folder: Path, rounds: int, formats: frozenset[str]) -> tuple[Measurement, str]:
    """Measure a folder, and return the summary of ``check`` too."""
    chosen = ("--inputs", ",".join(sorted(formats)))
    with contextlib.chdir(folder):
        files = check("--show-files", *chosen).splitlines()
        summary = check(*chosen).splitlines()[-1]
        read(files)  # into the cache of the system
        functions = (lambda: read(files), lambda: find_and_read(formats), lambda: check(*chosen))
        reading, finding, checking = middle(rounds_of(rounds, *functions))
    with tempfile.TemporaryDirectory() as empty, contextlib.chdir(empty):
        Path("empty.json").touch()
        starts = [spent for (spent,) in rounds_of(rounds, check)]
    checking = Spent(
        checking.cpu - min(spent.cpu for spent in starts),
        checking.wall - min(spent.wall for spent in starts),
    )
    return Measurement(len(files), reading, finding, checking), summary


def main(arguments: list[str] | None = None) -> int:
    """Print the measurements.

    Args:
        arguments: The arguments; None for those of the process.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a repository")
    parser.add_argument("--generated", type=at_least_one, metavar="FILES", help="also write and measure a repository")
    parser.add_argument("--seed", type=int, default=0, help="another number gives other files (default: %(default)s)")
    parser.add_argument("--rounds", type=at_least_one, default=7, help="number of rounds (default: %(default)s)")
    parser.add_argument("--check", action="store_true", help="exit with code 1 if the target is missed")
    parser.add_argument("--inputs", default=",".join(FORMATS), metavar="FORMATS", help="the formats to read")
    options = parser.parse_args(arguments)
    missing = [str(folder) for folder in options.folders if not folder.is_dir()]
    if missing or not (options.folders or options.generated):
        parser.error(f"there is no folder {missing[0]}" if missing else "name a folder, or give --generated")
    formats = frozenset(options.inputs.split(","))
    if not formats <= set(FORMATS):
        parser.error(f"--inputs: there is no format {min(formats - set(FORMATS))}")
    found = []
    with tempfile.TemporaryDirectory() as name:
        folders = {str(folder): folder for folder in options.folders}
        if options.generated:
            size = write_repository(Path(name), options.generated, options.seed)
            folders[f"generated, {size / 1e6:.0f} MB"] = Path(name)
        for title, folder in folders.items():
            measured, summary = measure(folder, options.rounds, formats)
            print(line(title, measured), summary)
            found.append(measured)
    total = together(found)
    print(line("all", total), f"(target: at most {MOST:g} times finding and reading)")
    return int(options.check and max(total.ratios) > MOST)


def line(name: str, found: Measurement) -> str:
    """Return the line of a measurement, in milliseconds."""
    clocks = []
    for clock, *spent in zip(Spent._fields, found.reading, found.finding, found.checking, found.ratios, strict=True):
        reading, finding, checking = (f"{seconds * 1e3:6.1f}" for seconds in spent[:3])
        clocks.append(f"{clock}: read {reading}, find and read {finding}, check {checking} ms, ratio {spent[3]:4.2f};")
    return f"{name:<36} {found.files:5} files: {' '.join(clocks)}"


if __name__ == "__main__":
    sys.exit(main())
