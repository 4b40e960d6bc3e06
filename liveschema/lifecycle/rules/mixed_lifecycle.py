"""An activity uses either start, update and end, or a stream."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.record import evolve
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import UPDATE, after

MIXED_LIFECYCLE: Final = Rule(
    id="mixed-lifecycle",
    severity=Severity.ERROR,
    title="An activity uses either start, update and end, or a stream",
    reason=("The service manages the id of a stream's activity itself, and changes it when it starts a new one."),
    source=OURS,
    bad=after(UPDATE, evolve(stream(PROGRESS), activity_id="act_7")),
    good=after(stream(PROGRESS), evolve(stream(PROGRESS), activity_id="act_7")),
)
