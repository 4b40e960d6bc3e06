"""Measure verdicts, conversion and import beside their peers, and print the table.

Every statement is timed over every payload of ``tools/bench/`` in short runs,
all peers in turn within each round, so that a slow moment of the machine falls
on all of them alike. A payload's time is the median of its rounds, and its ratio
to ``json.loads`` of the same payload the median of the ratios within each round;
the table gives the medians over the payloads.

    python tools/bench.py                # the tables
    python tools/bench.py --each         # and every payload's own line
    python tools/bench.py --rounds 5     # quicker, and noisier
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
"""How long one run of a statement lasts, in seconds, so that a round is short."""

Times = dict[tuple[str, str], list[float]]
"""The seconds of each round by peer and case."""


def corpus(name: str) -> list[Case]:
    """Read a half of the corpus.

    Args:
        name: ``valid`` or ``invalid``.

    Returns:
        The payloads.
    """
    return [Case(**each) for each in json.loads((HERE / "bench" / f"{name}.json").read_text("utf-8"))]


def measure(peers: Iterable[Peer], cases: Iterable[Case], rounds: int) -> Times:
    """Time every peer over every case, interleaved.

    Args:
        peers: Who is measured.
        cases: The payloads.
        rounds: How many runs each pair gets.

    Returns:
        The times of each pair, round by round.
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
    """Give the median ratio of two lists of times, each pair of the same round and so of the same moment."""
    return statistics.median(one / other for one, other in zip(times, base, strict=True))


def right(peer: Peer, cases: Iterable[Case], *, valid: bool) -> str:
    """Count the payloads that a peer judges as the rules do."""
    if peer.accepts is None:
        return ""
    answers = [peer.accepts(case) is valid for case in cases]
    return f"{sum(answers)}/{len(answers)}"


@attrs.frozen
class Bench:
    """The corpus, and how it is measured.

    Args:
        valid: The payloads that break no rule.
        invalid: Those that do.
        rounds: How many runs each statement gets per payload.
        each: Whether every payload's own times are printed too.
    """

    valid: list[Case]
    invalid: list[Case]
    rounds: int
    each: bool = False

    def table(self, title: str, base: Peer, peers: list[Peer], *, invalid: bool = True) -> None:
        """Measure some peers and print their table."""
        halves = [(self.valid, True), (self.invalid if invalid else [], False)]
        times = [measure([base, *peers], cases, self.rounds) for cases, _ in halves]
        ratio = f"of {base.name}"
        print(f"\n| {title} | version | valid | {ratio} | right | invalid | {ratio} | right |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for peer in (base, *peers):
            cells = [peer.name, peer.version]
            for (cases, is_valid), found in zip(halves, times, strict=True):
                # What a peer takes for valid and is not, or the reverse, says nothing of its speed.
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
    """Time whole processes that import, interleaved, and print their table."""
    statements = {
        "nothing": "pass",
        "attrs, cattrs": "import attrs, cattrs",
        "liveschema": "import liveschema",
        "liveschema, one verdict": "import liveschema; liveschema.is_valid({'content_state': {}}, 'stream')",
        "pydantic": "import pydantic; pydantic.BaseModel",
    }
    found: dict[str, list[float]] = {name: [] for name in statements}
    with tempfile.TemporaryDirectory() as folder:
        # As installed: with the byte code there, whatever the environment says of writing it.
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
"""A program that prints the bytes that all predicates, builders and dumps take beside the models."""


def memory() -> None:
    """Print what the emitted code takes."""
    printed = subprocess.run([sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True).stdout
    print(f"\nThe emitted code, all of it: {int(printed) / 2**20:.2f} MiB")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=31, help="how many runs each statement gets per payload")
    parser.add_argument("--each", action="store_true", help="print every payload's own times too")
    parser.add_argument("--only", choices=["verdict", "load", "dump", "import", "memory"], help="print one table")
    asked = parser.parse_args()
    bench = Bench(corpus("valid"), corpus("invalid"), asked.rounds, asked.each)
    sizes = f"{len(bench.valid)} valid and {len(bench.invalid)} invalid payloads"
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sizes}")
    for name, peers in (("verdict", verdicts), ("load", loaders)):
        if asked.only in {None, name}:
            bench.table(name, baseline(), peers())
    if asked.only in {None, "dump"}:
        base, *others = dumpers()
        bench.table("dump", base, others, invalid=False)
    if asked.only in {None, "import"}:
        imports(asked.rounds)
    if asked.only in {None, "memory"}:
        memory()


if __name__ == "__main__":
    main()
