"""Every stream payload could start a fresh activity."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import SDK
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

STREAM_CANNOT_START: Final = Rule(
    id="stream-cannot-start",
    severity=Severity.WARNING,
    title="Every stream payload could start a fresh activity",
    reason=(
        "The service may start an activity afresh under the same key at any "
        "time, and then needs all that a start needs."
    ),
    source=SDK,
    bad=stream({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=stream(PROGRESS),
    message="{name} should hold what a fresh start needs, got no {lacking}",
    hint="the service may start the stream afresh at any time",
)
