"""secondary_action is sent together with action."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, OPEN, update
from liveschema.contract.sources import OURS
from liveschema.engine.cross_field_tests import Requires
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

LONE_SECONDARY_ACTION = CrossFieldRule(
    id="lone-secondary-action",
    severity=Severity.WARNING,
    title="secondary_action is sent together with action",
    reason="A second button without a first is probably the first one under the wrong name.",
    source=OURS,
    bad=update(ALERT, "/secondary_action", secondary_action=OPEN),
    good=update(ALERT, action=OPEN),
    test=Requires("secondary_action", "action"),
    message="secondary_action should be sent together with action, got it alone",
    hint="rename it to action",
)
