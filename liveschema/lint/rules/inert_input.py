"""Every input of a step of the GitHub Action has an effect."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

INERT_INPUT: Final = Rule(
    id="inert-input",
    severity=Severity.WARNING,
    title="Every input of a step of the GitHub Action has an effect",
    reason="The action passes over an input that it does not use, so the request is not what the step says.",
    source=ACTION,
    message="the input {name} should be left out, got one that has no effect {why}",
    bad=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  channels: ops\n"
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
