"""The comparison of liveschema with other libraries, as tables.

Every statement is timed with every payload of ``tools/bench/`` in short runs.
Each round runs all libraries in turn, so that a slow phase of the machine
affects all of them equally. The time of a payload is the median of its rounds;
its ratio to ``json.loads`` of the same payload is the median of the ratios
within each round. The tables show the medians over the payloads.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable

import attrs
from bench_corpus import Case, corpus
from bench_peers import baseline, dumpers, loaders, verdicts
from bench_timing import Peer, measure, ratio_of


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


def print_tables(rounds: int, *, each: bool) -> None:
    """Measure and print all tables.

    Args:
        rounds: The number of runs of each statement per payload.
        each: Whether to print the times of every payload, too.
    """
    bench = Bench(corpus("valid"), corpus("invalid"), rounds, each)
    bench.table("verdict", baseline(), verdicts())
    bench.table("load", baseline(), loaders())
    base, *others = dumpers()
    bench.table("dump", base, others, invalid=False)
