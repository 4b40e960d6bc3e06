"""value and upper_limit of a progress are sent together."""

from __future__ import annotations

from liveschema.contract.example_payloads import update
from liveschema.contract.sources import API
from liveschema.engine import rules

INCOMPLETE_PAIR = rules.INCOMPLETE_PAIR.documented(
    title="value and upper_limit of a progress are sent together",
    reason="One of them alone does not say how far along the work is.",
    source=API,
    bad=update({"title": "Charging", "type": "progress", "value": 31}, "/content_state"),
    good=update({"title": "Charging", "type": "progress", "value": 31, "upper_limit": 60}),
)
