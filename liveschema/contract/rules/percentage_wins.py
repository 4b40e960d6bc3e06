"""percentage is sent without value and upper_limit."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine.cross_field_tests import NotTogether
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

PERCENTAGE_WINS = CrossFieldRule(
    id="percentage-wins",
    severity=Severity.WARNING,
    title="percentage is sent without value and upper_limit",
    reason="If all are sent, the service uses percentage and ignores the others.",
    source=API,
    bad=update({**PROGRESS, "value": 3, "upper_limit": 7}, "/content_state/value"),
    good=update({"title": "Nightly backup", "type": "progress", "value": 3, "upper_limit": 7}),
    test=NotTogether("percentage", "value", at="value"),
    message="value should be sent without percentage, got both; the service uses percentage",
    hint="leave out value and upper_limit, or percentage",
)
