"""A number is within the bounds of its field."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

OUT_OF_RANGE = rules.OUT_OF_RANGE.documented(
    title="A number is within the bounds of its field",
    reason="A percentage is 0 to 100, a count of steps at least 1, a duration and a limit more than 0.",
    source=API,
    bad=update({**PROGRESS, "percentage": 142}, "/content_state/percentage"),
    good=update({**PROGRESS, "percentage": 100}),
)
