"""A state without a type fits at least one activity type."""

from __future__ import annotations

from liveschema.contract.example_payloads import update
from liveschema.contract.sources import OURS
from liveschema.engine import rules

NO_MATCHING_TYPE = rules.NO_MATCHING_TYPE.documented(
    title="A state without a type fits at least one activity type",
    reason=("Without a type, the service uses that of the existing activity, and no activity type has these fields."),
    source=OURS,
    bad=update({"title": "Deploy", "percentage": 42, "message": "Waiting"}, "/content_state"),
    good=update({"title": "Deploy", "percentage": 42}),
)
