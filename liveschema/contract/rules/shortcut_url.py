"""A shortcuts URL runs a shortcut by name."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, OPEN, update
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import ValueRule
from liveschema.engine.value_tests import Matches

SHORTCUT_URL = ValueRule(
    id="shortcut-url",
    severity=Severity.WARNING,
    title="A shortcuts URL runs a shortcut by name",
    reason="The service documents only shortcuts://run-shortcut?name=… of that scheme.",
    source=API,
    bad=update(ALERT, "/action/url", action={**OPEN, "url": "shortcuts://run-shortcut"}),
    good=update(ALERT, action={**OPEN, "url": "shortcuts://run-shortcut?name=Lights"}),
    test=Matches(
        "runs_shortcut",
        r"shortcuts://run-shortcut/?\?(?:[^#]*&)?name=[^&#]",
        only_if="shortcuts:",
        ignore_case=True,
    ),
    message="{name} should be shortcuts://run-shortcut?name=… with a name, got {got}",
    breakers=(
        "shortcuts://run-shortcut",
        "shortcuts://run-shortcut?name=",
        "shortcuts://open-shortcut?name=x",
        "shortcuts://",
    ),
)
