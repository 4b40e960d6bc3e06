"""A metrics activity has at most two metrics."""

from __future__ import annotations

from liveschema.contract.example_payloads import CPU, MEMORY, metrics, update
from liveschema.contract.sources import API
from liveschema.engine.cross_field_tests import MaxItems
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

METRICS_NOT_SHOWN = CrossFieldRule(
    id="metrics-not-shown",
    severity=Severity.WARNING,
    title="A metrics activity has at most two metrics",
    reason="The card shows two bars; stats shows up to eight.",
    source=API,
    bad=update(metrics(CPU, MEMORY, {**CPU, "label": "Disk"}), "/content_state/metrics"),
    good=update(metrics(CPU, MEMORY)),
    test=MaxItems("metrics", 2),
    message="metrics should have at most {most} on a metrics activity, got {length}",
    hint="use a stats activity",
)
