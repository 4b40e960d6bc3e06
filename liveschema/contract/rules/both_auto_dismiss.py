"""auto_dismiss_minutes and auto_dismiss_seconds are not sent together."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, Example
from liveschema.contract.sources import API
from liveschema.contract.vocabulary import Operation
from liveschema.engine.cross_field_tests import NotTogether
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

BOTH_AUTO_DISMISS = CrossFieldRule(
    id="both-auto-dismiss",
    severity=Severity.WARNING,
    title="auto_dismiss_minutes and auto_dismiss_seconds are not sent together",
    reason="If both are sent, the service uses the seconds.",
    source=API,
    bad=Example(
        Operation.END_STREAM,
        {"content_state": {**PROGRESS, "auto_dismiss_minutes": 5, "auto_dismiss_seconds": 30}},
        "/content_state/auto_dismiss_minutes",
    ),
    good=Example(Operation.END_STREAM, {"content_state": {**PROGRESS, "auto_dismiss_seconds": 30}}),
    test=NotTogether("auto_dismiss_minutes", "auto_dismiss_seconds", at="auto_dismiss_minutes"),
    message="auto_dismiss_minutes should be sent without auto_dismiss_seconds, got both; the service uses the seconds",
    hint="leave one of them out",
)
