"""A URL is absolute and has a scheme that the action supports."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, RERUN, update
from liveschema.contract.sources import API
from liveschema.engine import rules
from liveschema.engine.rule import Remedy, Safety

INVALID_URL = rules.INVALID_URL.documented(
    title="A URL is absolute and has a scheme that the action supports",
    reason="A phone cannot open a relative URL, and the service calls webhooks over https only.",
    source=API,
    bad=update(ALERT, "/action/url", action={**RERUN, "url": "http://ci.example.com/run"}),
    good=update(ALERT, action=RERUN),
    remedy=Remedy(
        "Writes spaces as %20. Writes https for http if only https is accepted, "
        "which is unsafe, since the server may not know it.",
        Safety.MIXED,
    ),
)
