"""A webhook is called with GET or POST."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, RERUN, update
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Remedy, Rule, Safety

UNKNOWN_METHOD = Rule(
    id="unknown-method",
    severity=Severity.ERROR,
    title="A webhook is called with GET or POST",
    reason="The service calls webhooks only with these two methods; POST is the default.",
    source=API,
    bad=update(ALERT, "/action/method", action={**RERUN, "method": "PUT"}),
    good=update(ALERT, action={**RERUN, "method": "POST"}),
    remedy=Remedy(
        "Writes the only similar method. "
        "Safe if one letter, or only case, hyphens or underscores are wrong; else unsafe.",
        Safety.MIXED,
    ),
)
