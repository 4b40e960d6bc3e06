"""Colours of stats stand on their metrics."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import CPU, metrics, update
from liveschema.contract.sources import SDK
from liveschema.engine.cross_field_tests import Absent
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

COLOR_ON_STATS: Final = CrossFieldRule(
    id="color-on-stats",
    severity=Severity.WARNING,
    title="Colours of stats stand on their metrics",
    reason="The documents name an effect of color for every type but stats.",
    source=SDK,
    bad=update({**metrics(CPU, kind="stats"), "color": "blue"}, "/content_state/color"),
    good=update(metrics({**CPU, "color": "blue"}, kind="stats")),
    test=Absent("color"),
    message="color should stand on each metric of a stats activity, got {value} for the whole",
    hint="give each metric a color",
)
