"""Text on the card is not blank."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import ValueRule
from liveschema.engine.value_tests import NotBlank

BLANK_TEXT = ValueRule(
    id="blank-text",
    severity=Severity.WARNING,
    title="Text on the card is not blank",
    reason="An empty or blank title, message, label or button title leaves a gap on the card.",
    source=OURS,
    bad=update({**PROGRESS, "title": " "}, "/content_state/title"),
    good=update(PROGRESS),
    test=NotBlank(),
    message="{name} should not be blank, got {got}",
)
