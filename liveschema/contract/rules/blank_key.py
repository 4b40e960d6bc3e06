"""A key of metadata is not white space alone."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import ValueRule
from liveschema.engine.value_tests import NotBlank

BLANK_KEY = ValueRule(
    id="blank-key",
    severity=Severity.WARNING,
    title="A key of metadata is not white space alone",
    reason="Nobody can read such a key in the app, and the official tools refuse it.",
    source=OURS,
    bad=update(PROGRESS, "/metadata/ ", metadata={" ": "web-1"}),
    good=update(PROGRESS, metadata={"host": "web-1"}),
    test=NotBlank(or_empty=True),
    message="{name} should not be white space alone, got {got}",
)
