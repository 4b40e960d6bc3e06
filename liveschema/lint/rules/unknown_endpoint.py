"""A recorded request has the method and path of an endpoint."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

UNKNOWN_ENDPOINT: Final = Rule(
    id="unknown-endpoint",
    severity=Severity.ERROR,
    title="A recorded request has the method and path of an endpoint",
    reason="Method and path decide the operation; the service answers anything else with 404 or 405.",
    source="API reference",
    bad=Example(Operation.UPDATE, {"method": "PATCH", "path": "/live-activity/update", "body": {}}),
    good=Example(
        Operation.UPDATE,
        {
            "method": "POST",
            "path": "/live-activity/update",
            "body": {"activity_id": "act_7", "content_state": PROGRESS},
        },
    ),
)
