"""The inputs of a step of the GitHub Action suit each other."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

CONFLICTING_INPUTS: Final = Rule(
    id="conflicting-inputs",
    severity=Severity.ERROR,
    title="The inputs of a step of the GitHub Action suit each other",
    reason="The step fails if the payload is given twice. payload-delimiter flattens the payload and makes a text of "
    "every value, which the service refuses as a Live Activity.",
    source=ACTION,
    bad=Example(
        Operation.UPDATE,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: update_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  live-activity-id: ${{ steps.start.outputs.live_activity_id }}\n"
        "  payload: |\n"
        "    content_state: {title: Backup, percentage: 42}\n"
        "  payload-delimiter: _\n",
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
