"""A step of the GitHub Action has the inputs that its action needs."""

from __future__ import annotations

from typing import Final

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import LIVE_ACTIVITY_ID, PAYLOAD, step
from liveschema.lint.sources import ACTION

MISSING_INPUT: Final = Rule(
    id="missing-input",
    severity=Severity.ERROR,
    title="A step of the GitHub Action has the inputs that its action needs",
    reason="Without them the step fails, or sends something that the service refuses.",
    source=ACTION,
    message="{who} must have the input {name}, got {got}",
    bad=step(PAYLOAD),
    good=step(LIVE_ACTIVITY_ID, PAYLOAD),
)
