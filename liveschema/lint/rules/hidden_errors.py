"""A step of the GitHub Action fails if its request is refused."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

HIDDEN_ERRORS: Final = Rule(
    id="hidden-errors",
    severity=Severity.WARNING,
    title="A step of the GitHub Action fails if its request is refused",
    reason="By default a refused request leaves the step green, so nobody hears of it.",
    source=ACTION,
    default=False,
    message="the input errors should be true, got {got}",
    hint="add errors: true, so that the step fails if the service refuses its request",
    bad=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n",
    ),
    good=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  errors: true\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n",
    ),
)
