"""The inputs of a step of the GitHub Action suit each other."""

from __future__ import annotations

from typing import Final

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import LIVE_ACTIVITY_ID, PAYLOAD, step
from liveschema.lint.sources import ACTION

CONFLICTING_INPUTS: Final = Rule(
    id="conflicting-inputs",
    severity=Severity.ERROR,
    title="The inputs of a step of the GitHub Action suit each other",
    reason="The step fails if the payload is given twice. payload-delimiter flattens the payload and makes a text of "
    "every value, which the service refuses as a Live Activity.",
    source=ACTION,
    bad=step(LIVE_ACTIVITY_ID, PAYLOAD, "payload-delimiter: _"),
    good=step(LIVE_ACTIVITY_ID, PAYLOAD),
)
