"""A step of the GitHub Action has an action that it knows."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

UNKNOWN_ACTION: Final = Rule(
    id="unknown-action",
    severity=Severity.ERROR,
    title="A step of the GitHub Action has an action that it knows",
    reason="A step with another action fails, and sends nothing.",
    source=ACTION,
    message="the input action must be an action, got {got}",
    bad=Example(
        Operation.END,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: end_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n",
    ),
    good=Example(
        Operation.END,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: end_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n",
    ),
)
