"""Steps and minutes are whole numbers."""

from __future__ import annotations

from liveschema.contract.example_payloads import STEPS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

NOT_AN_INTEGER = rules.NOT_AN_INTEGER.documented(
    title="Steps and minutes are whole numbers",
    reason="The card draws whole segments. 2.0 is a whole number, as in JSON Schema; 2.5 is not.",
    source=API,
    bad=update({**STEPS, "current_step": 2.5}, "/content_state/current_step"),
    good=update({**STEPS, "current_step": 2.0}),
)
