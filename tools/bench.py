"""Measure checks, conversion and import time against other libraries, and print tables.

Every statement is timed with every payload of ``tools/bench/`` in short runs.
Each round runs all libraries in turn, so that a slow phase of the machine
affects all of them equally. The time of a payload is the median of its rounds;
its ratio to ``json.loads`` of the same payload is the median of the ratios
within each round. The tables show the medians over the payloads.

    python tools/bench.py                # the tables
    python tools/bench.py --each         # also a line for every payload
    python tools/bench.py --rounds 5     # faster, but less precise
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Iterable
from pathlib import Path

import attrs
from bench_peers import Case, Peer, baseline, dumpers, loaders, verdicts

HERE = Path(__file__).parent
RUN = 150e-6
"""The duration of one run of a statement in seconds, short so that a round is short."""

Times = dict[tuple[str, str], list[float]]
"""The seconds of each round, by library and payload."""


def corpus(name: str) -> list[Case]:
    """Read one half of the corpus.

    Args:
        name: ``valid`` or ``invalid``.

    Returns:
        The payloads.
    """
    return [Case(**each) for each in json.loads((HERE / "bench" / f"{name}.json").read_text("utf-8"))]


def measure(peers: Iterable[Peer], cases: Iterable[Case], rounds: int) -> Times:
    """Measure every statement with every payload, interleaved.

    Args:
        peers: The statements to measure.
        cases: The payloads.
        rounds: The number of runs of each pair.

    Returns:
        The times in seconds of each pair, one per round.
    """
    timers = {}
    for case in cases:
        for peer in peers:
            statement = peer.statement
            if peer.accepts is not None and peer.raises and not peer.accepts(case):
                statement = f"try: {statement}\nexcept Exception: pass"
            timer = timeit.Timer(statement, globals=peer.given(case))
            timer.timeit(20)
            once = timer.timeit(50) / 50
            timers[peer.name, case.name] = (timer, max(1, int(RUN / once)))
    found: Times = {pair: [] for pair in timers}
    for _ in range(rounds):
        for pair, (timer, number) in timers.items():
            found[pair].append(timer.timeit(number) / number)
    return found


def ratio_of(times: list[float], base: list[float]) -> float:
    """Return the median of the ratios of two lists of times, round by round."""
    return statistics.median(one / other for one, other in zip(times, base, strict=True))


def right(peer: Peer, cases: Iterable[Case], *, valid: bool) -> str:
    """Return how many verdicts of a library are right, such as ``12/14``; empty for a library without checks."""
    if peer.accepts is None:
        return ""
    answers = [peer.accepts(case) is valid for case in cases]
    return f"{sum(answers)}/{len(answers)}"


@attrs.frozen
class Bench:
    """The corpus and the options of the measurement.

    Args:
        valid: The valid payloads.
        invalid: The invalid payloads.
        rounds: The number of runs of each statement per payload.
        each: Whether to print the times of every payload, too.
    """

    valid: list[Case]
    invalid: list[Case]
    rounds: int
    each: bool = False

    def table(self, title: str, base: Peer, peers: list[Peer], *, invalid: bool = True) -> None:
        """Measure statements and print their table."""
        halves = [(self.valid, True), (self.invalid if invalid else [], False)]
        times = [measure([base, *peers], cases, self.rounds) for cases, _ in halves]
        ratio = f"of {base.name}"
        print(f"\n| {title} | version | valid | {ratio} | right | invalid | {ratio} | right |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for peer in (base, *peers):
            cells = [peer.name, peer.version]
            for (cases, is_valid), found in zip(halves, times, strict=True):
                # The time for a payload with a wrong verdict says nothing about the speed of a correct one.
                fair = [case for case in cases if peer.accepts is None or peer.accepts(case) is is_valid]
                micro = [statistics.median(found[peer.name, case.name]) * 1e6 for case in fair]
                ratios = [ratio_of(found[peer.name, case.name], found[base.name, case.name]) for case in fair]
                cells += (
                    (f"{statistics.median(micro):.2f} µs", f"{statistics.median(ratios):.2f}") if fair else ("", "")
                )
                cells.append(right(peer, cases, valid=is_valid))
            print(f"| {' | '.join(cells)} |")
        for (cases, _), found in zip(halves, times, strict=True):
            for case in cases if self.each else ():
                medians = {peer.name: statistics.median(found[peer.name, case.name]) for peer in (base, *peers)}
                line = [f"{name} {median * 1e6:.2f}" for name, median in medians.items()]
                print(f"  {case.operation} {case.name}: {', '.join(line)}")


def imports(rounds: int) -> None:
    """Measure processes that only import a library, interleaved, and print their table."""
    statements = {
        "nothing": "pass",
        "attrs, cattrs": "import attrs, cattrs",
        "liveschema": "import liveschema",
        "liveschema, one verdict": "import liveschema; liveschema.is_valid({'content_state': {}}, 'stream')",
        "pydantic": "import pydantic; pydantic.BaseModel",
    }
    found: dict[str, list[float]] = {name: [] for name in statements}
    with tempfile.TemporaryDirectory() as folder:
        # Byte code is cached, as for an installed package, even if the environment forbids to write it.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            for name, statement in statements.items():
                began = time.perf_counter()
                subprocess.run([sys.executable, "-c", statement], check=True, env=environment)
                if number:
                    found[name].append(time.perf_counter() - began)
    bare, base = (statistics.median(found[name]) for name in ("nothing", "attrs, cattrs"))
    print("\n| import | whole process | of attrs, cattrs | over bare Python | of attrs, cattrs |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, times in found.items():
        whole = statistics.median(times)
        over = f"{(whole - bare) * 1e3:.1f} ms | {(whole - bare) / (base - bare):.2f}" if name != "nothing" else " | "
        print(f"| {name} | {whole * 1e3:.1f} ms | {whole / base:.2f} | {over} |")


MEMORY = """
import importlib, pkgutil, tracemalloc
from liveschema import _generated
from liveschema.contract import requests
tracemalloc.start()
for module in pkgutil.iter_modules(_generated.__path__):
    importlib.import_module(f"{_generated.__name__}.{module.name}")
print(tracemalloc.get_traced_memory()[0])
"""
"""A program that prints the memory in bytes of all generated predicates, builders and dumps, without the models."""


def memory() -> None:
    """Print the memory that the generated code needs."""
    printed = subprocess.run([sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True).stdout
    print(f"\nAll generated code: {int(printed) / 2**20:.2f} MiB")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--rounds", type=int, default=31, help="number of runs of each statement per payload (default: %(default)s)"
    )
    parser.add_argument("--each", action="store_true", help="also print the times of every payload")
    parser.add_argument("--only", choices=["verdict", "load", "dump", "import", "memory"], help="print only one table")
    options = parser.parse_args()
    bench = Bench(corpus("valid"), corpus("invalid"), options.rounds, options.each)
    sizes = f"{len(bench.valid)} valid and {len(bench.invalid)} invalid payloads"
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sizes}")
    for name, peers in (("verdict", verdicts), ("load", loaders)):
        if options.only in {None, name}:
            bench.table(name, baseline(), peers())
    if options.only in {None, "dump"}:
        base, *others = dumpers()
        bench.table("dump", base, others, invalid=False)
    if options.only in {None, "import"}:
        imports(options.rounds)
    if options.only in {None, "memory"}:
        memory()


if __name__ == "__main__":
    main()
