"""A list has at most as many items as its field allows."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

TOO_MANY_ITEMS = rules.TOO_MANY_ITEMS.documented(
    title="A list has at most as many items as its field allows",
    reason="A card has at most 8 metrics; an update or an end has at most 20 tags.",
    source=API,
    bad=update(PROGRESS, "/tags", tags=[f"host-{n}" for n in range(21)]),
    good=update(PROGRESS, tags=[f"host-{n}" for n in range(20)]),
)
