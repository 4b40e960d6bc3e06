"""An ended activity is not updated or ended again."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS
from liveschema.contract.sources import API, OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import END, UPDATE, after, started

ENDED_ACTIVITY: Final = Rule(
    id="ended-activity",
    severity=Severity.ERROR,
    title="An ended activity is not updated or ended again",
    reason="The card is gone from the lock screen; only a new start brings one back.",
    source=f"{API}; for the end of a stream it is {OURS}",
    bad=after(UPDATE, started(PROGRESS), END),
    good=after(END, started(PROGRESS), UPDATE),
)
