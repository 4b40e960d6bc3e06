"""Every stream payload could start a new activity."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import SDK
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

STREAM_CANNOT_START: Final = Rule(
    id="stream-cannot-start",
    severity=Severity.WARNING,
    title="Every stream payload could start a new activity",
    reason=(
        "The service may start a new activity under the same key at any time, and then needs all that a start needs."
    ),
    source=SDK,
    bad=stream({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=stream(PROGRESS),
    message="{name} should have what a new start needs, got no {lacking}",
    hint="the service may start a new activity for the stream at any time",
)
