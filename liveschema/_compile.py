"""The fast path: a generated predicate per operation, and one per activity type on it.

Each is written from the declarations of the models the first time it is
needed, kept, and registered with `linecache`, so that tracebacks and debuggers
show its lines. ``python -m liveschema._compile update progress`` prints the
predicate on an update, and the one on the state of a progress activity in it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from liveschema.constraints import Context, Function, Source, deferred, judge_request, plain, spec_of
from liveschema.models import REQUESTS, STATES
from liveschema.vocabulary import ActivityType, Operation


def write(operation: Operation, *, spotless: bool) -> Source:
    """Write the predicate on the requests of an operation.

    Args:
        operation: What payloads are sent for.
        spotless: Whether what earns a warning is refused too.

    Returns:
        The function, written and not yet compiled; `judge_request` says what it gives.
    """
    return judge_request(spec_of(REQUESTS[operation]), operation, spotless=spotless)


def write_state(operation: Operation, kind: ActivityType, *, spotless: bool) -> Source:
    """Write the predicate on the state of an activity type.

    Args:
        operation: What payloads are sent for.
        kind: The activity type.
        spotless: Whether what earns a warning is refused too.

    Returns:
        The function, written and not yet compiled.
    """
    return STATES.judge(kind, STATES.specs[kind], Context(operation=operation), spotless=spotless)


def _compiler(operation: Operation, *, spotless: bool) -> Callable[[], Function]:
    return lambda: write(operation, spotless=spotless).compile()


VALID: Final = deferred({str(each): _compiler(each, spotless=False) for each in Operation})
"""By operation, the predicate that refuses errors."""
SPOTLESS: Final = deferred({str(each): _compiler(each, spotless=True) for each in Operation})
"""By operation, the predicate that refuses warnings too."""


def judged(
    judges: dict[str, Function],
    payload: object,
    operation: Operation | str,
    known: ActivityType | str | None,
) -> tuple[str | bool | None, object]:
    """Find the activity type by whose rules a payload is valid, whatever the payload is.

    Args:
        judges: `VALID` or `SPOTLESS`.
        payload: Any object.
        operation: What it is sent for.
        known: The type the existing activity is known to have.

    Returns:
        The type, or `WITHOUT_STATE`, or False if there is none; and the
        payload, made plain if that was needed to tell.

    Raises:
        ValueError: If there is no such operation or activity type.
    """
    try:
        answer = judges[operation](payload, None if known is None else ActivityType(known).value)
    except Exception:  # noqa: BLE001 - there may be no such operation, or an object that raises when it is read
        answer = None
    if answer is None:
        judge = judges[Operation(operation)]
        payload = plain(payload)
        answer = judge(payload, None if known is None else ActivityType(known).value)
    return answer, payload


if __name__ == "__main__":
    names = [argument for argument in sys.argv[1:] if argument != "--spotless"]
    strict = "--spotless" in sys.argv
    sys.stdout.write(write(Operation(names[0]), spotless=strict).text())
    for name in names[1:]:
        sys.stdout.write("\n\n" + write_state(Operation(names[0]), ActivityType(name), spotless=strict).text())
