"""Updates of an activity are sometimes two minutes apart."""

from __future__ import annotations

from typing import Final

from liveschema.contract.sources import API, OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import MINUTE, streams

UPDATED_TOO_OFTEN: Final = Rule(
    id="updated-too-often",
    severity=Severity.WARNING,
    title="Updates of an activity are sometimes two minutes apart",
    reason=(
        "iOS throttles frequent updates: they arrive late or not at all. Half an hour without such a gap is reported."
    ),
    source=f"{API}; the half hour is {OURS}",
    bad=streams(32, every=MINUTE),
    good=streams(32, every=2 * MINUTE),
)
