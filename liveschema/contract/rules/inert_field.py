"""A field that has no effect on the type is left out."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, TIMER, update
from liveschema.contract.sources import OURS, SDK
from liveschema.engine import rules

INERT_FIELD: Final = rules.INERT_FIELD.documented(
    title="A field that has no effect on the type is left out",
    reason="The official SDK adds its defaults to every payload, so they are accepted, but they have no effect.",
    source=f"{SDK}; the tolerance is {OURS}",
    bad=update({**PROGRESS, "counts_down": True}, "/content_state/counts_down"),
    good=update({**TIMER, "counts_down": True}),
)
