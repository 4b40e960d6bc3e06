"""A number is finite and fits in a double."""

from __future__ import annotations

from liveschema.contract.example_payloads import update
from liveschema.contract.sources import API
from liveschema.engine import rules

NON_FINITE_NUMBER = rules.NON_FINITE_NUMBER.documented(
    title="A number is finite and fits in a double",
    reason="JSON has no NaN and no Infinity, and most languages read a number beyond 1.8e308 as Infinity.",
    source=API,
    bad=update({"title": "Balance", "type": "value", "value": float("inf")}, "/content_state/value"),
    good=update({"title": "Balance", "type": "value", "value": 1.5}),
)
