"""The body of a webhook has only JSON values."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, update
from liveschema.contract.sources import OURS
from liveschema.engine import rules

NOT_JSON = rules.NOT_JSON.documented(
    title="The body of a webhook has only JSON values",
    reason="A date, a set or bytes cannot be sent; the sender's JSON encoder would raise an error or guess.",
    source=OURS,
    bad=update(
        ALERT,
        "/action/body/when",
        action={"title": "Retry", "type": "webhook", "url": "https://ci.example.com", "body": {"when": {1, 2}}},
    ),
    good=update(
        ALERT, action={"title": "Retry", "type": "webhook", "url": "https://ci.example.com", "body": {"when": [1, 2]}}
    ),
)
