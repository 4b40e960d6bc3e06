"""Times statements in this process, and compares times round by round."""

from __future__ import annotations

import statistics
import timeit
from collections.abc import Callable, Iterable
from importlib import metadata
from typing import Any, Final

import attrs
from bench_corpus import Case

RUN: Final = 150e-6
"""The duration of one run of a statement in seconds, short so that a round is short."""

Times = dict[tuple[str, str], list[float]]
"""The seconds of each round, by statement and payload."""


@attrs.frozen
class Peer:
    """One way to check or convert a payload.

    Args:
        name: The name in the table.
        statement: The statement to time.
        given: A function from a case to the names that the statement uses.
        package: The distribution whose version the table shows; empty for none.
        accepts: A function from a case to whether the payload is accepted;
            None if the statement does not check.
        raises: Whether it rejects a payload by raising an exception.
    """

    name: str
    statement: str
    given: Callable[[Case], dict[str, Any]]
    package: str = ""
    accepts: Callable[[Case], bool] | None = None
    raises: bool = False

    @property
    def version(self) -> str:
        """The version of the distribution; empty for none."""
        return metadata.version(self.package) if self.package else ""


def measure(peers: Iterable[Peer], cases: Iterable[Case], rounds: int) -> Times:
    """Measure every statement with every payload, in turn in each round.

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
