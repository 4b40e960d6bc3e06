"""Sequences of requests that show the rules on them."""

from __future__ import annotations

from typing import Final

import attrs

from liveschema.contract.example_payloads import PROGRESS, Example, end, start, stream, update
from liveschema.contract.vocabulary import Operation

UPDATE: Final = update(PROGRESS)
END: Final = end(PROGRESS)
END_STREAM: Final = Example(Operation.END_STREAM, {})
MINUTE: Final = 60.0


def after(last: Example, *before: Example) -> Example:
    """Put some requests before another."""
    return attrs.evolve(last, before=before)


def started(state: dict[str, object]) -> Example:
    """Write a start, and the id that it was answered with."""
    return attrs.evolve(start(state), activity_id="act_7")


def streams(count: int, *, every: float) -> Example:
    """Write so many requests to one stream, so many seconds apart."""
    steps = [attrs.evolve(stream(PROGRESS), at=index * every) for index in range(count)]
    return after(steps[-1], *steps[:-1])


def opened(count: int) -> Example:
    """Write a first request to each of so many streams."""
    steps = [attrs.evolve(stream(PROGRESS), stream_key=f"host-{index}") for index in range(count)]
    return after(steps[-1], *steps[:-1])
