"""current_step is at most number_of_steps."""

from __future__ import annotations

from liveschema.contract.example_payloads import STEPS, update
from liveschema.contract.sources import API
from liveschema.engine.cross_field_tests import Compare
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

STEP_PAST_END = CrossFieldRule(
    id="step-past-end",
    severity=Severity.ERROR,
    title="current_step is at most number_of_steps",
    reason="The card draws one segment per step and has none after the last.",
    source=API,
    bad=update({**STEPS, "current_step": 5}, "/content_state/current_step"),
    good=update({**STEPS, "current_step": 4}),
    test=Compare("current_step", "<=", "number_of_steps"),
    message="current_step must be at most number_of_steps ({number_of_steps}), got {current_step}",
)
