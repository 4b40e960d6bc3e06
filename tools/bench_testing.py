"""How long hypothesis takes over 1,000 examples of each strategy; the aim is 5 seconds."""

from __future__ import annotations

import argparse
import statistics
import time
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from liveschema import Operation, UpdateRequest
from liveschema.contract.catalogue import CATALOGUE
from liveschema.testing import broken_examples, lifecycles, payloads


def seconds(strategy: st.SearchStrategy[Any], count: int) -> float:
    """Time so many examples of a strategy, the test itself doing nothing."""
    seen = 0

    @settings(
        max_examples=count, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    @given(strategy)
    def run(_: object) -> None:
        nonlocal seen
        seen += 1

    begun = time.perf_counter()
    run()
    took = time.perf_counter() - begun
    return took / seen * count


def row(name: str, strategies: dict[str, st.SearchStrategy[Any]], count: int) -> None:
    """Print what a kind of strategy takes: the median of its members and the slowest."""
    times = {each: seconds(strategy, count) for each, strategy in strategies.items()}
    slowest = max(times, key=times.__getitem__)
    print(
        f"| {name} | {len(times)} | {statistics.median(times.values()):.1f} s | {times[slowest]:.1f} s | {slowest} |",
        flush=True,
    )


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="examples of each (default: 1000)")
    count = parser.parse_args().count
    print(f"| {count:,} examples of | strategies | median | slowest | which |\n| --- | ---: | ---: | ---: | --- |")
    row("payloads(operation)", {each: payloads(each) for each in Operation}, count)
    row("payloads(operation, valid=False)", {each: payloads(each, valid=False) for each in Operation}, count)
    row("broken_payloads(rule)", {each: broken_examples(each) for each in CATALOGUE}, count)
    row("from_type(UpdateRequest)", {"update": st.from_type(UpdateRequest)}, count)
    row("lifecycles()", {"any type": lifecycles()}, count)


if __name__ == "__main__":
    main()
