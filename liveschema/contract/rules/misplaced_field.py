"""A field is used only where its operation and type allow it."""

from __future__ import annotations

from liveschema.contract.example_payloads import CPU, metrics, update
from liveschema.contract.sources import API, OURS
from liveschema.engine import rules
from liveschema.engine.rule import Remedy, Safety

MISPLACED_FIELD = rules.MISPLACED_FIELD.documented(
    title="A field is used only where its operation and type allow it",
    reason="A field of another activity type, operation or object has no effect there, and the service refuses it.",
    source=f"{API}; that a field of another type is an error is {OURS}",
    bad=update({**metrics(CPU), "percentage": 27}, "/content_state/percentage"),
    good=update(metrics(CPU)),
    remedy=Remedy(
        "Moves the field into the object where it belongs. "
        "A field of another type or operation is left out, "
        "which is safe only if its value is the default.",
        Safety.MIXED,
    ),
)
