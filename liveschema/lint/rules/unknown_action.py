"""A step of the GitHub Action has an action that it knows."""

from __future__ import annotations

from typing import Final

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import LIVE_ACTIVITY_ID, PAYLOAD, step
from liveschema.lint.sources import ACTION

UNKNOWN_ACTION: Final = Rule(
    id="unknown-action",
    severity=Severity.ERROR,
    title="A step of the GitHub Action has an action that it knows",
    reason="A step with another action fails, and sends nothing.",
    source=ACTION,
    message="the input action must be an action, got {got}",
    bad=step(LIVE_ACTIVITY_ID, PAYLOAD, action="end_activity", operation=Operation.END),
    good=step(LIVE_ACTIVITY_ID, PAYLOAD, action="end_live_activity", operation=Operation.END),
)
