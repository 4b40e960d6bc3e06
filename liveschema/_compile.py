"""The fast path: one generated predicate per operation and activity type.

Each is written from the declarations of the models the first time it is
needed, kept, and registered with `linecache`, so that tracebacks and debuggers
show its lines. ``python -m liveschema._compile update progress`` prints one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

from liveschema.constraints import Context, Source, plain, spec_of, unsure
from liveschema.models import REQUESTS, STATES
from liveschema.vocabulary import ActivityType, Operation

Predicate = Callable[[Any], "bool | None"]
"""From a payload to a verdict; None where it must be made plain before it can tell."""

WITHOUT_STATE: Final = "without_state"
"""In place of an activity type, for a request that ends a stream as it is."""


def write(operation: Operation, kind: str, *, spotless: bool) -> Source:
    """Write the predicate for an operation and an activity type.

    Args:
        operation: What payloads are sent for.
        kind: The type whose rules apply, or `WITHOUT_STATE`.
        spotless: Whether what earns a warning is refused too.

    Returns:
        The function, written and not yet compiled.
    """
    source = Source(spotless=spotless)
    source.bind("unsure", unsure)
    settled = None if kind == WITHOUT_STATE else ActivityType(kind)
    context = Context(operation=operation, kind=settled, known=settled)
    with source.block(f"def {operation}_{kind}(request):"):
        source.refuse_type("type(request) is not dict", "request")
        if settled is None:
            source.refuse("'content_state' in request")
        spec_of(REQUESTS[operation]).emit(source, "request", context)
        source.line("return True")
    return source


class _ByKind(dict[str, Predicate]):
    """The predicates of one operation, each compiled when it is first asked for.

    Two threads may both compile one; they get equal functions, and either stays.
    """

    def __init__(self, operation: Operation, *, spotless: bool) -> None:
        super().__init__()
        self.operation = operation
        self.spotless = spotless

    def __missing__(self, kind: str) -> Predicate:
        if kind != WITHOUT_STATE and kind not in STATES.specs:
            return _refuse
        made = write(self.operation, kind, spotless=self.spotless).compile(f"{self.operation}_{kind}")
        self[str(kind)] = made
        return made


def _refuse(_: object) -> bool:
    return False


_VALID: Final = {operation: _ByKind(operation, spotless=False) for operation in Operation}
_SPOTLESS: Final = {operation: _ByKind(operation, spotless=True) for operation in Operation}


def _kinds(payload: object, operation: Operation | str) -> tuple[str, ...]:
    """Find the activity types by whose rules a plain payload may be valid."""
    if type(payload) is not dict:
        return ()
    if "content_state" not in payload:
        return (WITHOUT_STATE,) if operation == Operation.END_STREAM else ()
    state = payload["content_state"]
    if type(state) is not dict:
        return ()
    tag = state.get("type")
    if type(tag) is str:
        return (tag,)
    return tuple(STATES.specs) if tag is None else ()


def accepting_kind(
    payload: object, operation: Operation | str, known: ActivityType | str | None, *, spotless: bool = False
) -> str | None:
    """Find the first activity type by whose rules a plain payload is valid.

    Args:
        payload: The payload; one that is not plain is valid by no type.
        operation: What it is sent for.
        known: The type the existing activity is known to have.
        spotless: Whether to refuse what earns a warning too.

    Returns:
        The type, or `WITHOUT_STATE`; None if there is none.

    Raises:
        ValueError: If there is no such operation or activity type.
    """
    predicates = (_SPOTLESS if spotless else _VALID)[Operation(operation)]
    kinds = _kinds(payload, operation) if known is None else (str(ActivityType(known)),)
    for kind in kinds:
        if predicates[kind](payload) is True:
            return kind
    return None


def verdict(payload: object, operation: Operation | str, known: ActivityType | str | None, *, spotless: bool) -> bool:
    """Say whether a payload is valid, or spotless.

    Args:
        payload: Any object.
        operation: What it is sent for.
        known: The type the existing activity is known to have.
        spotless: Whether to refuse what earns a warning too.

    Returns:
        The verdict.

    Raises:
        ValueError: If there is no such operation or activity type.
    """
    if accepting_kind(payload, operation, known, spotless=spotless) is not None:
        return True
    return accepting_kind(plain(payload), operation, known, spotless=spotless) is not None


if __name__ == "__main__":
    asked = [argument for argument in sys.argv[1:] if argument != "--spotless"]
    sys.stdout.write(write(Operation(asked[0]), asked[1], spotless="--spotless" in sys.argv).text())
