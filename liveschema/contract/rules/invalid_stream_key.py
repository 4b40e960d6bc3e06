"""A stream key is 1 to 255 characters of A-Z a-z 0-9 _ -."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

INVALID_STREAM_KEY = Rule(
    id="invalid-stream-key",
    severity=Severity.ERROR,
    title="A stream key is 1 to 255 characters of A-Z a-z 0-9 _ -",
    reason="The key is part of the path of the request; other characters would make another path.",
    source=API,
    bad=stream(PROGRESS, "", stream_key="prod web/1"),
    good=stream(PROGRESS, "", stream_key="prod-web-1"),
)
