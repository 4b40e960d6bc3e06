"""An activity keeps the type it was started with."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import OURS
from liveschema.contract.vocabulary import ActivityType
from liveschema.engine import rules

TYPE_MISMATCH = rules.TYPE_MISMATCH.documented(
    title="An activity keeps the type it was started with",
    reason="An update or an end with another type cannot be applied to the activity.",
    source=OURS,
    bad=update({**PROGRESS, "type": "alert"}, "/content_state/type", activity_type=ActivityType.PROGRESS),
    good=update(PROGRESS, activity_type=ActivityType.PROGRESS),
)
