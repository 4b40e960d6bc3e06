"""A file that is named has a request."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

NO_REQUEST: Final = Rule(
    id="no-request",
    severity=Severity.ERROR,
    title="A file that is named has a Live Activity request",
    reason="A file that holds something else was named by mistake, or its request is hardly recognisable; in folders "
    "and globs such files are passed over.",
    source=PROJECT,
    bad=Example(Operation.UPDATE, {"name": "web", "version": "1.4.2"}),
    good=Example(Operation.UPDATE, {"activity_id": "act_7", "content_state": PROGRESS}),
)
