"""Measure the linter on a long JSON Lines file, in one process and on all cores.

It prints a line for each measurement. With ``--check``, it exits with code 1 if
a target is missed. What a few files take is measured by ``bench.py``.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from importlib.metadata import version
from pathlib import Path

from bench_corpus import payload

LIVESCHEMA = [sys.executable, "-m", "liveschema.lint", "check", "--operation", "update", "-q"]
RATE, MEMORY = 150_000, 150.0


def resident(pid: int) -> int:
    """Return the resident memory of a process and its descendants in bytes."""
    total = 0
    with contextlib.suppress(OSError, ValueError):
        total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            total += resident(int(child))
    return total


def watched(command: list[str]) -> tuple[float, float, float]:
    """Run a command, and return its wall time and its CPU time in seconds and its peak memory in MiB."""
    before = os.times()
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    wall = time.perf_counter() - began
    watcher.join()
    after = os.times()
    if code:
        raise subprocess.CalledProcessError(code, command)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu, peak / 2**20


def main() -> int:
    """Run the benchmark and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit with code 1 if a target is missed")
    parser.add_argument(
        "--lines", type=int, default=1_000_000, help="number of lines of the JSON Lines file (default: %(default)s)"
    )
    options = parser.parse_args()
    rows: list[tuple[str, str, str, bool]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        lines = folder / "long.jsonl"
        with lines.open("w") as out:
            out.writelines(json.dumps(payload(number)) + "\n" for number in range(options.lines))

        for jobs in sorted({1, os.cpu_count() or 1}):
            wall, cpu, peak = watched([*LIVESCHEMA, "--jobs", str(jobs), str(lines)])
            by_wall, by_cpu = options.lines / wall, options.lines / cpu
            measured = f"{by_wall:,.0f} lines/s; {by_cpu:,.0f} lines/s of CPU time; peak memory {peak:.0f} MiB"
            good = by_cpu >= RATE and peak < MEMORY
            target = f"at least {RATE:,} lines/s of CPU time, less than {MEMORY:.0f} MiB"
            rows.append((f"{options.lines:,} lines, jobs {jobs}", measured, target, good))
    print(f"liveschema {version('liveschema')}, Python {platform.python_version()}, {os.cpu_count()} cores")
    for what, measured, aim, good in rows:
        print(f"{'ok    ' if good else 'MISSED'}  {what}: {measured} (target: {aim})")
    return int(options.check and not all(row[-1] for row in rows))


if __name__ == "__main__":
    sys.exit(main())
