"""Measure how long ``liveschema check`` takes in folders without payloads, against finding and reading the same files.

All is done in this process, so that the start of Python does not count; what a
run costs in an empty folder is subtracted. Each line has the shortest of
several rounds. With ``--check``, it exits with code 1
if all folders together take more than three times as long.
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

from liveschema.lint.__main__ import main as run_command
from liveschema.lint.inputs import BY_SUFFIX, FORMATS

MOST: Final = 3.0


class Measurement(NamedTuple):
    """The times for a folder.

    Args:
        files: The number of files that ``check`` reads.
        reading: The seconds to read these files.
        finding: The seconds to find them among all files, and to read them.
        checking: The seconds of ``check``.
    """

    files: int
    reading: float
    finding: float
    checking: float


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
    with contextlib.redirect_stdout(out):
        run_command(["check", "--format", "concise", *options])
    return out.getvalue()


def shortest(rounds: int, function: Callable[[], object]) -> float:
    """Return the shortest CPU time of several calls, in seconds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        function()
        times.append(time.process_time() - started)
    return min(times)


def measure(folder: Path, rounds: int, formats: frozenset[str]) -> tuple[Measurement, str]:
    """Measure a folder, and return the summary of ``check`` too."""
    chosen = ("--inputs", ",".join(sorted(formats)))
    with contextlib.chdir(folder):
        files = check("--show-files", *chosen).splitlines()
        summary = check(*chosen).splitlines()[-1]
        read(files)  # into the cache of the system
        reading = shortest(rounds, lambda: read(files))
        finding = shortest(rounds, lambda: find_and_read(formats))
        checking = shortest(rounds, lambda: check(*chosen))
    with tempfile.TemporaryDirectory() as empty, contextlib.chdir(empty):
        Path("empty.json").touch()
        start = shortest(rounds, check)
    return Measurement(len(files), reading, finding, checking - start), summary


def main() -> int:
    """Print the measurements.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="a repository without payloads")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--check", action="store_true", help="exit with code 1 if the target is missed")
    parser.add_argument("--inputs", default=",".join(FORMATS), metavar="FORMATS", help="the formats to read")
    options = parser.parse_args()
    formats = frozenset(options.inputs.split(","))
    total = Measurement(0, 0.0, 0.0, 0.0)
    for folder in options.folders:
        found, summary = measure(folder, options.rounds, formats)
        total = Measurement(
            total.files + found.files,
            total.reading + found.reading,
            total.finding + found.finding,
            total.checking + found.checking,
        )
        print(line(folder.name, found), summary)
    print(line("all", total), f"(target: at most {MOST:g} times finding and reading)")
    return 1 if options.check and total.checking > MOST * total.finding else 0


def line(name: str, found: Measurement) -> str:
    """Return the line of a measurement, in milliseconds."""
    reading, finding, checking = (f"{seconds * 1e3:6.1f}" for seconds in found[1:])
    times = f"read {reading}, find and read {finding}, check {checking} ms"
    return f"{name:<36} {found.files:5} files: {times}, ratio {found.checking / found.finding:4.2f};"


if __name__ == "__main__":
    sys.exit(main())
