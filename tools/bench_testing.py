"""Measure how long hypothesis takes for 1,000 examples of each strategy; the target is 5 seconds."""

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
    """Return the seconds for a number of examples of a strategy, with a test that does nothing."""
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
    """Measure a group of strategies and print their median and the slowest one."""
    times = {each: seconds(strategy, count) for each, strategy in strategies.items()}
    slowest = max(times, key=times.__getitem__)
    print(
        f"| {name} | {len(times)} | {statistics.median(times.values()):.1f} s | {times[slowest]:.1f} s | {slowest} |",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--count", type=int, default=1000, help="number of examples per strategy (default: %(default)s)"
    )
    count = parser.parse_args().count
    print(f"| {count:,} examples of | strategies | median | slowest | which |\n| --- | ---: | ---: | ---: | --- |")
    row("payloads(operation)", {each: payloads(each) for each in Operation}, count)
    row("payloads(operation, valid=False)", {each: payloads(each, valid=False) for each in Operation}, count)
    row("broken_payloads(rule)", {each: broken_examples(each) for each in CATALOGUE}, count)
    row("from_type(UpdateRequest)", {"update": st.from_type(UpdateRequest)}, count)
    row("lifecycles()", {"any type": lifecycles()}, count)


if __name__ == "__main__":
    main()
