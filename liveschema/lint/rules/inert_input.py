"""Every input of a step of the GitHub Action has an effect."""

from __future__ import annotations

from typing import Final

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import LIVE_ACTIVITY_ID, PAYLOAD, step
from liveschema.lint.sources import ACTION

INERT_INPUT: Final = Rule(
    id="inert-input",
    severity=Severity.WARNING,
    title="Every input of a step of the GitHub Action has an effect",
    reason="The action passes over an input that it does not use, so the request is not what the step says.",
    source=ACTION,
    message="the input {name} should be left out, got one that has no effect {why}",
    bad=step(LIVE_ACTIVITY_ID, "channels: ops", PAYLOAD),
    good=step(LIVE_ACTIVITY_ID, PAYLOAD),
)
