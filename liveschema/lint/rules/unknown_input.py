"""A step of the GitHub Action has only inputs that the action knows."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.example_steps import step
from liveschema.lint.sources import ACTION


def _stream(channels: str) -> Example:
    payload = "payload: |\n    content_state: {title: Backup, type: progress, percentage: 42}"
    return step("stream-key: backup", channels, payload, action="stream_live_activity", operation=Operation.STREAM)


UNKNOWN_INPUT: Final = Rule(
    id="unknown-input",
    severity=Severity.WARNING,
    title="A step of the GitHub Action has only inputs that the action knows",
    reason="An input under another name is passed over, whatever it says.",
    source=ACTION,
    message="an input must be one that the GitHub Action knows, got {got}",
    bad=_stream("channel: ops"),
    good=_stream("channels: ops"),
)
