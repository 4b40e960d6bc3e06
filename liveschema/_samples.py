"""Values that read like a sender's own, gathered from the good examples of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Final

from liveschema.constraints import Constraint, Context, Findings
from liveschema.rules import CATALOGUE

_LONGEST: Final = 60
_MOST: Final = 8


def _scalars(value: object, name: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _scalars(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _scalars(item, name)
    elif not isinstance(value, str) or len(value) <= _LONGEST:
        yield name, value


@cache
def _by_name() -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for rule in CATALOGUE.values():
        payload = rule.good.payload
        if isinstance(payload, str | bytes):
            payload = json.loads(payload)
        for name, value in _scalars(payload, ""):
            known = found.setdefault(name, [])
            if value not in known and len(known) < _MOST:
                known.append(value)
    return found


def samples(name: str, constraint: Constraint) -> list[object]:
    """Find values that the examples of the rules give a field.

    Args:
        name: The name of the field.
        constraint: What its value may be.

    Returns:
        The values that earn no problem, in the order of the examples; none for
        a field that no example has.
    """
    fit = []
    for value in _by_name().get(name, ()):
        out = Findings()
        constraint.report(value, (name,), out, Context())
        if not out.problems:
            fit.append(value)
    return fit
