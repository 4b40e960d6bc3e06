"""A webhook that is called with GET has no body."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, RERUN, update
from liveschema.contract.sources import OURS
from liveschema.contract.vocabulary import WebhookMethod
from liveschema.engine.cross_field_tests import NotTogether
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

GET_WITH_BODY = CrossFieldRule(
    id="get-with-body",
    severity=Severity.WARNING,
    title="A webhook that is called with GET has no body",
    reason="Most servers ignore the body of a GET request.",
    source=OURS,
    bad=update(ALERT, "/action/body", action={**RERUN, "method": "GET", "body": {"run": 7}}),
    good=update(ALERT, action={**RERUN, "method": "POST", "body": {"run": 7}}),
    test=NotTogether("method", "body", at="body", only_if=("method", WebhookMethod.GET.value)),
    message="body should be left out of a GET webhook, got one",
    hint="use POST, or leave body out",
)
