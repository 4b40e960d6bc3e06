"""A string that needs content is not empty."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, update
from liveschema.contract.sources import API, OURS
from liveschema.engine import rules

EMPTY_STRING = rules.EMPTY_STRING.documented(
    title="A string that needs content is not empty",
    reason="An empty message, label, symbol, tag or id cannot be shown or found.",
    source=f"{API}; for activity_id and channel slugs it is {OURS}",
    bad=update({**ALERT, "message": ""}, "/content_state/message"),
    good=update(ALERT),
)
