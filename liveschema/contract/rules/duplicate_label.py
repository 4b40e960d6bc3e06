"""Metric labels are unique."""

from __future__ import annotations

from liveschema.contract.example_payloads import CPU, MEMORY, metrics, update
from liveschema.contract.sources import OURS
from liveschema.engine.cross_field_tests import UniqueItems
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

DUPLICATE_LABEL = CrossFieldRule(
    id="duplicate-label",
    severity=Severity.WARNING,
    title="Metric labels are unique",
    reason="A reader of the card cannot tell metrics with the same label apart.",
    source=OURS,
    bad=update(metrics(CPU, {**CPU, "value": 61}), "/content_state/metrics/1/label"),
    good=update(metrics(CPU, MEMORY)),
    test=UniqueItems("metrics", "label"),
    message="label should be unique among the metrics, got {label} again",
)
