"""A file that should have a request has one."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

NO_REQUEST = Rule(
    id="no-request",
    severity=Severity.ERROR,
    title="A file that should have a Live Activity request has one",
    reason="A file should have a request if it is given as an argument, if its name ends in an operation as in "
    "deploy.end.json, or if the configuration sets its operation. Other files without one are passed over.",
    source=PROJECT,
    bad=Example(Operation.UPDATE, {"name": "web", "version": "1.4.2"}),
    good=Example(Operation.UPDATE, {"activity_id": "act_7", "content_state": PROGRESS}),
)
