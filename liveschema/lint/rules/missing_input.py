"""A step of the GitHub Action has the inputs that its action needs."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

MISSING_INPUT: Final = Rule(
    id="missing-input",
    severity=Severity.ERROR,
    title="A step of the GitHub Action has the inputs that its action needs",
    reason="Without them the step fails, or sends something that the service refuses.",
    source=ACTION,
    message="{who} must have the input {name}, got {got}",
    bad=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n",
    ),
    good=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n",
    ),
)
