"""An ignore comment names only rules that exist."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

_UPDATE: Final = "activity_id: act_7\ncontent_state: {title: Backup, percentage: 42, value: 7, upper_limit: 9}"

UNKNOWN_IGNORE: Final = Rule(
    id="unknown-ignore",
    severity=Severity.WARNING,
    title="An ignore comment names only rules that exist",
    reason=("A misspelt rule ignores nothing: the finding is still reported, now or later."),
    source=PROJECT,
    bad=text(f"{_UPDATE}  # liveschema: ignore[percentage-win]\n"),
    good=text(f"{_UPDATE}  # liveschema: ignore[percentage-wins]\n"),
)
