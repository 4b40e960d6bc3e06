"""The text is YAML that JSON can represent."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import YAML

INVALID_YAML: Final = Rule(
    id="invalid-yaml",
    severity=Severity.ERROR,
    title="The text is YAML that JSON can represent",
    reason="A payload is sent as JSON: its keys are strings, and application tags mean nothing to the service.",
    source=YAML,
    bad=text("activity_id: act_7\ncontent_state: {title: Backup, percentage: 42\n"),
    good=text("activity_id: act_7\ncontent_state: {title: Backup, percentage: 42}\n"),
)
