"""An activity is started only once."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.record import evolve
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import after, started

ALREADY_STARTED: Final = Rule(
    id="already-started",
    severity=Severity.ERROR,
    title="An activity is started only once",
    reason="Another start creates a second activity, with its own id, next to the running one.",
    source=OURS,
    bad=after(started(PROGRESS), started(PROGRESS)),
    good=after(evolve(started(PROGRESS), activity_id="act_8"), started(PROGRESS)),
)
