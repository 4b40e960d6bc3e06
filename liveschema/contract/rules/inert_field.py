"""A field that has no effect is left out."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, TIMER, update
from liveschema.contract.sources import OURS, SDK
from liveschema.engine import rules
from liveschema.engine.rule import Remedy

INERT_FIELD = rules.INERT_FIELD.documented(
    title="A field that has no effect is left out",
    reason="Official SDKs add some defaults and nulls to every payload, whatever its type, so they are accepted.",
    source=f"{SDK}; the tolerance is {OURS}",
    bad=update({**PROGRESS, "counts_down": True}, "/content_state/counts_down"),
    good=update({**TIMER, "counts_down": True}),
    remedy=Remedy("Leaves the field out."),
)
