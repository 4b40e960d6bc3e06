"""Measure the linter against check-jsonschema, on one small file, many small files and a long JSON Lines file.

It needs check-jsonschema in the same environment and prints a line for each
measurement. With ``--check``, it exits with code 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schemas" / "update.schema.json"
STATES: list[dict[str, Any]] = [
    {"title": "Deploying", "type": "segmented_progress", "number_of_steps": 4, "current_step": 2},
    {"title": "Nightly backup", "subtitle": "db-1", "type": "progress", "percentage": 42, "color": "lime"},
    {
        "title": "Server health",
        "type": "metrics",
        "metrics": [{"label": "CPU", "value": 27, "unit": "%"}, {"label": "Memory", "value": 61.5, "unit": "%"}],
    },
    {"title": "Sales today", "type": "stats", "metrics": [{"label": "Orders", "value": 128}]},
    {"title": "Checkout", "type": "alert", "message": "p95 is above 900 ms", "icon": {"symbol": "bolt.fill"}},
    {"title": "Benchmark run", "type": "timer", "duration_seconds": 900},
    {"title": "Visitors now", "type": "value", "value": 1423},
]
LIVESCHEMA = [sys.executable, "-m", "liveschema.lint", "check", "--operation", "update", "-q"]
ONE, MANY, RATE, MEMORY = 0.4, 0.7, 150_000, 150.0


def payload(number: int) -> dict[str, Any]:
    """Return the payload with a given number."""
    return {"activity_id": f"act_{number}", "content_state": STATES[number % len(STATES)]}


def peer(schema: Path) -> list[str]:
    """Return the command line of check-jsonschema."""
    return [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]


def seconds(command: list[str], repeats: int) -> float:
    """Run a command that must succeed, and return the median of its wall times in seconds."""
    times = []
    for _ in range(repeats + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    # The first run is left out, since it writes the byte code that an installed package already has.
    return statistics.median(times[1:])


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
    parser.add_argument("--files", type=int, default=2_000, help="number of small files (default: %(default)s)")
    options = parser.parse_args()
    rows: list[tuple[str, str, str, bool]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        files = []
        (folder / "many").mkdir()
        for number in range(options.files):
            file = folder / "many" / f"{number:05}.json"
            file.write_text(json.dumps(payload(number), indent=2))
            files.append(str(file))
        # If the schemas are not written yet, check-jsonschema gets one that takes it almost no time.
        least = folder / "least.schema.json"
        least.write_text('{"type": "object"}')
        lines = folder / "long.jsonl"
        with lines.open("w") as out:
            out.writelines(json.dumps(payload(number)) + "\n" for number in range(options.lines))

        for what, taken, repeats, most in (
            ("one small file", files[:1], 9, ONE),
            (f"{options.files:,} small files", files, 3, MANY),
        ):
            ours = seconds([*LIVESCHEMA, *taken], repeats)
            theirs = seconds([*peer(SCHEMA if SCHEMA.exists() else least), *taken], repeats)
            measured = f"{ours * 1000:,.0f} ms; check-jsonschema {theirs * 1000:,.0f} ms; ratio {ours / theirs:.2f}"
            rows.append((what, measured, f"at most {most}", ours / theirs <= most))
        for jobs in sorted({1, os.cpu_count() or 1}):
            wall, cpu, peak = watched([*LIVESCHEMA, "--jobs", str(jobs), str(lines)])
            by_wall, by_cpu = options.lines / wall, options.lines / cpu
            measured = f"{by_wall:,.0f} lines/s; {by_cpu:,.0f} lines/s of CPU time; peak memory {peak:.0f} MiB"
            good = by_cpu >= RATE and peak < MEMORY
            target = f"at least {RATE:,} lines/s of CPU time, less than {MEMORY:.0f} MiB"
            rows.append((f"{options.lines:,} lines, jobs {jobs}", measured, target, good))
    versions = f"liveschema {version('liveschema')}, check-jsonschema {version('check-jsonschema')}"
    print(f"{versions}, Python {platform.python_version()}, {os.cpu_count()} cores")
    for what, measured, aim, good in rows:
        print(f"{'ok    ' if good else 'MISSED'}  {what}: {measured} (target: {aim})")
    return int(options.check and not all(row[-1] for row in rows))


if __name__ == "__main__":
    sys.exit(main())
