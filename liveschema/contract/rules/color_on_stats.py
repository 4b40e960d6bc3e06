"""On a stats activity, colours are set on the metrics."""

from __future__ import annotations

from liveschema.contract.example_payloads import CPU, metrics, update
from liveschema.contract.sources import SDK
from liveschema.engine.cross_field_tests import Absent
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

COLOR_ON_STATS = CrossFieldRule(
    id="color-on-stats",
    severity=Severity.WARNING,
    title="On a stats activity, colours are set on the metrics",
    reason="The service documents an effect of color for every type except stats.",
    source=SDK,
    bad=update({**metrics(CPU, kind="stats"), "color": "blue"}, "/content_state/color"),
    good=update(metrics({**CPU, "color": "blue"}, kind="stats")),
    test=Absent("color"),
    message="color should be set on each metric of a stats activity, got {value} for the whole activity",
    hint="set color on each metric instead",
)
