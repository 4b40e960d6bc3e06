"""It is clear which operation a payload is for."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

UNKNOWN_OPERATION = Rule(
    id="unknown-operation",
    severity=Severity.ERROR,
    title="It is clear which operation a payload is for",
    reason="Each operation has its own rules; without it, a verdict would be a guess.",
    source=PROJECT,
    bad=Example(
        Operation.UPDATE,
        {"activity_id": "act_7", "content_state": {**PROGRESS, "auto_dismiss_seconds": 30}, "channels": ["ops"]},
    ),
    good=Example(Operation.UPDATE, {"activity_id": "act_7", "content_state": PROGRESS}),
)
