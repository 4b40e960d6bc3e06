"""Time the command beside check-jsonschema: one small file, many small files, a long JSON Lines file.

Needs check-jsonschema in the same environment. Prints a table; exits 1 where a
target is missed and ``--check`` is given.
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
    """Write the payload of a number."""
    return {"activity_id": f"act_{number}", "content_state": STATES[number % len(STATES)]}


def peer(schema: Path) -> list[str]:
    """Give the command of the other linter."""
    return [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]


def seconds(command: list[str], repeats: int) -> float:
    """Run a command that must find nothing, and give the median of its wall times."""
    times = []
    for _ in range(repeats + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    # The first run writes the bytecode that an installed package has.
    return statistics.median(times[1:])


def resident(pid: int) -> int:
    """Sum the resident bytes of a process and of those it started."""
    total = 0
    with contextlib.suppress(OSError, ValueError):
        total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            total += resident(int(child))
    return total


def watched(command: list[str]) -> tuple[float, float, float]:
    """Run a command, and give its wall time, its CPU time, and the peak of its memory in MiB."""
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
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 where a target is missed")
    parser.add_argument("--lines", type=int, default=1_000_000, help="lines of the JSON Lines file")
    parser.add_argument("--files", type=int, default=2_000, help="how many small files")
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
        # Where the schemas are not written yet, one that costs the other linter next to nothing.
        least = folder / "least.schema.json"
        least.write_text('{"type": "object"}')
        lines = folder / "long.jsonl"
        with lines.open("w") as out:
            out.writelines(json.dumps(payload(number)) + "\n" for number in range(options.lines))

        for what, taken, repeats, target in (
            ("one small file", files[:1], 9, ONE),
            ("2,000 small files", files, 3, MANY),
        ):
            ours = seconds([*LIVESCHEMA, *taken], repeats)
            theirs = seconds([*peer(SCHEMA if SCHEMA.exists() else least), *taken], repeats)
            said = f"{ours * 1000:,.0f} ms; check-jsonschema {theirs * 1000:,.0f} ms; ratio {ours / theirs:.2f}"
            rows.append((what, said, f"at most {target}", ours / theirs <= target))
        for jobs in sorted({1, os.cpu_count() or 1}):
            wall, cpu, peak = watched([*LIVESCHEMA, "--jobs", str(jobs), str(lines)])
            said = (
                f"{options.lines / wall:,.0f} a second; {options.lines / cpu:,.0f} a second of CPU; peak {peak:.0f} MiB"
            )
            good = options.lines / cpu >= RATE and peak < MEMORY
            rows.append((f"{options.lines:,} lines, jobs {jobs}", said, f"{RATE:,} a core, {MEMORY:.0f} MiB", good))
    versions = f"liveschema {version('liveschema')}, check-jsonschema {version('check-jsonschema')}"
    print(f"{versions}, Python {platform.python_version()}, {os.cpu_count()} cores")
    for what, said, aim, good in rows:
        print(f"{'ok    ' if good else 'MISSED'}  {what}: {said} (target: {aim})")
    return int(options.check and not all(row[-1] for row in rows))


if __name__ == "__main__":
    sys.exit(main())
