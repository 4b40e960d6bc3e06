"""Only an activity that was started is updated or ended."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS
from liveschema.contract.sources import API, OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import UPDATE, after, started

UNKNOWN_ACTIVITY: Final = Rule(
    id="unknown-activity",
    severity=Severity.ERROR,
    title="Only an activity that was started is updated or ended",
    reason="The service knows no activity with that id, or no running stream with that key, and refuses the request.",
    source=f"{API}; for the end of a stream it is {OURS}",
    bad=UPDATE,
    good=after(UPDATE, started(PROGRESS)),
)
