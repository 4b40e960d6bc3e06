"""Only a paused timer is resumed."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import TIMER, update
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import after, started

TIMER_NOT_PAUSED: Final = Rule(
    id="timer-not-paused",
    severity=Severity.WARNING,
    title="Only a paused timer is resumed",
    reason="is_running: true has no effect on a running timer; the request that paused it is probably missing.",
    source=OURS,
    bad=after(
        update({"title": "Benchmark", "type": "timer", "is_running": True}, "/content_state/is_running"),
        started(TIMER),
    ),
    good=after(
        update({"title": "Benchmark", "type": "timer", "is_running": True}),
        started(TIMER),
        update({"title": "Benchmark", "type": "timer", "is_running": False}),
    ),
)
