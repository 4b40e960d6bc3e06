"""step_colors has one colour per completed step."""

from __future__ import annotations

from liveschema.contract.example_payloads import STEPS, update
from liveschema.contract.sources import SDK
from liveschema.engine.cross_field_tests import LengthEquals
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

STEP_COLORS_LENGTH = CrossFieldRule(
    id="step-colors-length",
    severity=Severity.WARNING,
    title="step_colors has one colour per completed step",
    reason="The colours belong to the completed steps, so there should be as many as current_step.",
    source=SDK,
    bad=update({**STEPS, "step_colors": ["lime"]}, "/content_state/step_colors"),
    good=update({**STEPS, "step_colors": ["lime", "green"]}),
    test=LengthEquals("step_colors", "current_step"),
    message="step_colors should have one colour per completed step ({current_step}), got {length}",
)
