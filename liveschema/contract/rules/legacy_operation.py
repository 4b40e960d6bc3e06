"""A managed stream is used instead of start, update and end."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, start, stream
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

LEGACY_OPERATION = Rule(
    id="legacy-operation",
    severity=Severity.WARNING,
    title="A managed stream is used instead of start, update and end",
    reason="The service calls start, update and end legacy, but still supports them; a stream needs no activity_id.",
    source=API,
    bad=start(PROGRESS),
    good=stream(PROGRESS),
    default=False,
    message="a managed stream should be used instead of start, update and end, got {mode}",
    hint="send it to /live-activity/stream/{{stream_key}}",
)
