"""A field at its default has no effect on this type."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, TIMER, update
from liveschema.contract.sources import OURS, SDK
from liveschema.engine import rules

INERT_FIELD: Final = rules.INERT_FIELD.documented(
    title="A field at its default has no effect on this type",
    reason="The official SDK puts its defaults on every payload, so they are accepted; sent by hand they mean nothing.",
    source=f"{SDK}; the tolerance is {OURS}",
    bad=update({**PROGRESS, "counts_down": True}, "/content_state/counts_down"),
    good=update({**TIMER, "counts_down": True}),
)
