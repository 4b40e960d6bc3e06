"""auto_dismiss fields are sent only when a stream ends."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, Example, stream
from liveschema.contract.sources import API
from liveschema.contract.vocabulary import Operation
from liveschema.engine.cross_field_tests import Absent
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

AUTO_DISMISS_ON_STREAM = CrossFieldRule(
    id="auto-dismiss-on-stream",
    severity=Severity.WARNING,
    title="auto_dismiss fields are sent only when a stream ends",
    reason="They set how long an ended card stays; on a running stream they have no effect yet.",
    source=API,
    bad=stream({**PROGRESS, "auto_dismiss_minutes": 5}, "/content_state/auto_dismiss_minutes"),
    good=Example(Operation.END_STREAM, {"content_state": {**PROGRESS, "auto_dismiss_minutes": 5}}),
    test=Absent("auto_dismiss_minutes", "auto_dismiss_seconds"),
    modes=frozenset({Operation.STREAM}),
    message="{name} should be sent when the stream ends, got it on stream",
    hint="send {name} with end_stream",
)
