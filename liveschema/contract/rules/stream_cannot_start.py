"""A stream payload has all fields that a start requires."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import SDK
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

STREAM_CANNOT_START = Rule(
    id="stream-cannot-start",
    severity=Severity.WARNING,
    title="A stream payload has all fields that a start requires",
    reason=(
        "The service may start a new activity under the same key at any time, "
        "and then requires the same fields as a start."
    ),
    source=SDK,
    bad=stream({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=stream(PROGRESS),
    message="{name} should have the fields that a start requires, got no {lacking}",
    hint="the service may start a new activity for the stream at any time",
)
