"""Example sequences of requests for the rules on sequences."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, Example, end, start, stream, update
from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import evolve

UPDATE: Final = update(PROGRESS)
END: Final = end(PROGRESS)
END_STREAM: Final = Example(Operation.END_STREAM, {})
MINUTE: Final = 60.0


def after(last: Example, *before: Example) -> Example:
    """Return an example with the requests that come before it."""
    return evolve(last, before=before)


def started(state: dict[str, object]) -> Example:
    """Return a start request with the activity id that the service answered."""
    return evolve(start(state), activity_id="act_7")


def streams(count: int, *, every: float) -> Example:
    """Return a number of requests to one stream, with the given interval in seconds."""
    steps = [evolve(stream(PROGRESS), at=index * every) for index in range(count)]
    return after(steps[-1], *steps[:-1])


def opened(count: int) -> Example:
    """Return the first requests to a number of streams."""
    steps = [evolve(stream(PROGRESS), stream_key=f"host-{index}") for index in range(count)]
    return after(steps[-1], *steps[:-1])
