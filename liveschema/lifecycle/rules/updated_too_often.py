"""An activity is not updated more often than every two minutes for long."""

from __future__ import annotations

from typing import Final

from liveschema.contract.sources import API, OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import MINUTE, streams

UPDATED_TOO_OFTEN: Final = Rule(
    id="updated-too-often",
    severity=Severity.WARNING,
    title="An activity is not updated more often than every two minutes for long",
    reason=(
        "iOS throttles it: updates arrive late or not at all. Half an hour without a gap of two minutes counts as long."
    ),
    source=f"{API}; that half an hour is long is {OURS}",
    bad=streams(32, every=MINUTE),
    good=streams(32, every=2 * MINUTE),
)
