"""A step of the GitHub Action has only inputs that the action knows."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import ACTION

UNKNOWN_INPUT: Final = Rule(
    id="unknown-input",
    severity=Severity.WARNING,
    title="A step of the GitHub Action has only inputs that the action knows",
    reason="An input under another name is passed over, whatever it says.",
    source=ACTION,
    message="an input must be one that the GitHub Action knows, got {got}",
    bad=Example(
        Operation.STREAM,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: stream_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  stream-key: backup\n"
        "  channel: ops\n"
        "  payload: |\n"
        "    content_state: {title: Backup, type: progress, percentage: 42}\n",
    ),
    good=Example(
        Operation.STREAM,
        "uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "with:\n"
        "  action: stream_live_activity\n"
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}\n"
        "  stream-key: backup\n"
        "  channels: ops\n"
        "  payload: |\n"
        "    content_state: {title: Backup, type: progress, percentage: 42}\n",
    ),
)
