"""The values of a metrics activity are numbers."""

from __future__ import annotations

from liveschema.contract.example_payloads import CPU, metrics, update
from liveschema.contract.sources import API
from liveschema.engine.cross_field_tests import NoItemOfType
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.value_tests import STRING

TEXT_ON_BARS = CrossFieldRule(
    id="text-on-bars",
    severity=Severity.WARNING,
    title="The values of a metrics activity are numbers",
    reason="Each metric is drawn as a bar, and a string has no length to draw; a stats activity shows strings.",
    source=API,
    bad=update(metrics({**CPU, "value": "27"}), "/content_state/metrics/0/value"),
    good=update(metrics({**CPU, "value": "27"}, kind="stats")),
    test=NoItemOfType("metrics", "value", STRING),
    message="value should be a number on a metrics activity, got the string {value}",
    hint="send a number, or use a stats activity",
)
