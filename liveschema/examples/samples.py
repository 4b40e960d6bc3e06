"""Realistic values, collected from the showcase and from the good examples of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.problems import ProblemCollector
from liveschema.examples.showcase import SHOWCASE

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
def _found(activity_type: str | None) -> dict[str, list[object]]:
    """Collect the values by name of their field, from the payloads of one activity type or of all."""
    found: dict[str, list[object]] = {}
    for shown in (*SHOWCASE, *(rule.good for rule in CATALOGUE.values())):
        payload: Any = shown.payload
        if isinstance(payload, str | bytes):
            payload = json.loads(payload)
        if activity_type is not None and payload["content_state"].get("type") != activity_type:
            continue
        for name, value in _scalars(payload, ""):
            known = found.setdefault(name, [])
            if value not in known and len(known) < _MOST:
                known.append(value)
    return found


def samples(name: str, constraint: Constraint, activity_type: str | None = None) -> list[object]:
    """Find values that a field has in the examples.

    Args:
        name: The name of the field.
        constraint: The constraint on its value.
        activity_type: The activity type whose examples come first; None for no preference.

    Returns:
        The values without problems; empty for a field that no example has.
    """
    fit: list[object] = []
    for pool in (_found(activity_type), _found(None)):
        for value in pool.get(name, ()):
            out = ProblemCollector()
            constraint.report(value, (name,), out, Context())
            if not out.problems and value not in fit:
                fit.append(value)
    return fit
