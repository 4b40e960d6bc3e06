"""value is at most upper_limit."""

from __future__ import annotations

from liveschema.contract.example_payloads import update
from liveschema.contract.sources import OURS
from liveschema.engine.cross_field_tests import Compare
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

VALUE_PAST_LIMIT = CrossFieldRule(
    id="value-past-limit",
    severity=Severity.WARNING,
    title="value is at most upper_limit",
    reason="The bar is full at upper_limit; anything more cannot be seen.",
    source=OURS,
    bad=update({"title": "Charging", "type": "progress", "value": 61, "upper_limit": 60}, "/content_state/value"),
    good=update({"title": "Charging", "type": "progress", "value": 60, "upper_limit": 60}),
    test=Compare("value", "<=", "upper_limit"),
    message="value should be at most upper_limit ({upper_limit}), got {value}",
)
