"""A state and its buttons are at most 4,096 bytes."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, OPEN, update
from liveschema.contract.sources import OURS
from liveschema.engine.cross_field_tests import CompactSize
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

_MOST = 4096
"""The bound of Apple on the data of a Live Activity, in bytes. The service adds data of its own."""

ACTIVITY_TOO_LARGE = CrossFieldRule(
    id="activity-too-large",
    severity=Severity.WARNING,
    title=f"content_state with its buttons is at most {_MOST:,} bytes as compact UTF-8 JSON",
    reason=(
        "iOS takes no more data for a Live Activity, and the service adds its own. The size is that of one object with "
        "content_state, action and secondary_action as they are sent."
    ),
    source=f"Apple's documentation of ActivityKit; how it is measured is {OURS}",
    bad=update({**ALERT, "message": "x" * _MOST}, "/content_state", action=OPEN),
    good=update({**ALERT, "message": "x" * (_MOST // 2)}, action=OPEN),
    test=CompactSize("content_state", ("action", "secondary_action"), _MOST),
    message="content_state with its buttons should be at most {most} bytes as compact UTF-8 JSON, got {size}",
    hint="shorten the texts",
)
