"""The inputs of a step of the GitHub Action can be read."""

from __future__ import annotations

from typing import Final

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import LIVE_ACTIVITY_ID, PAYLOAD, step
from liveschema.lint.sources import ACTION

INVALID_INPUT: Final = Rule(
    id="invalid-input",
    severity=Severity.ERROR,
    title="The inputs of a step of the GitHub Action can be read",
    reason="The step fails if an input is not what the action expects. GitHub refuses a workflow in which an input is "
    "a list or an object.",
    source=ACTION,
    message="the input {name} must be {expected}, got {got}",
    bad=step(LIVE_ACTIVITY_ID, PAYLOAD.replace(" |", "")),
    good=step(LIVE_ACTIVITY_ID, PAYLOAD),
)
