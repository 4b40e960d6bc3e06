"""The inputs of a step of the GitHub Action can be read."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

INVALID_INPUT: Final = Rule(
    id="invalid-input",
    severity=Severity.ERROR,
    title="The inputs of a step of the GitHub Action can be read",
    reason="The step fails if an input is not what the action expects. GitHub refuses a workflow in which an input is "
    "a list or an object.",
    source=ACTION,
    message="the input {name} must be {expected}, got {got}",
    bad=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload:\n"
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
