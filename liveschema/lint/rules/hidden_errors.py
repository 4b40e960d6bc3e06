"""A step of the GitHub Action fails if its request is refused."""

from __future__ import annotations

from typing import Final

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import LIVE_ACTIVITY_ID, PAYLOAD, step
from liveschema.lint.sources import ACTION

HIDDEN_ERRORS: Final = Rule(
    id="hidden-errors",
    severity=Severity.WARNING,
    title="A step of the GitHub Action fails if its request is refused",
    reason="By default a refused request leaves the step green, so nobody hears of it.",
    source=ACTION,
    default=False,
    message="the input errors should be true, got {got}",
    hint="add errors: true, so that the step fails if the service refuses its request",
    bad=step(LIVE_ACTIVITY_ID, PAYLOAD),
    good=step("errors: true", LIVE_ACTIVITY_ID, PAYLOAD),
)
