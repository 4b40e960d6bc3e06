"""Helpers for tests of the workflow reader: steps as text, and what is read from them."""

from __future__ import annotations

from typing import Any

from liveschema.lint.inputs.ci.workflow import workflow_in
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment

USES = "uses: ActivitySmithHQ/activitysmith-github-action@v1"
KEY = "api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}"
ID = "live-activity-id: ${{ steps.start.outputs.live_activity_id }}"
PAYLOAD = "payload: |\n      content_state: {title: Backup, percentage: 42}"


def step(action: str, *inputs: str) -> str:
    """Return a step of the GitHub Action, with its inputs indented by four spaces."""
    return "".join([f"- {USES}\n  with:\n    action: {action}\n", *(f"    {each}\n" for each in inputs)])


def read(text: str, **about: Any) -> list[Document]:
    return list(workflow_in(Fragment.whole(text), **about))


def one(text: str, **about: Any) -> Document:
    (document,) = read(text, **about)
    return document


def faults(text: str) -> list[tuple[Any, ...]]:
    """Return the place, the rule, the message and the hint of each problem of the file, except for hidden errors."""
    return sorted(
        (fault.line, fault.column, fault.rule, fault.message, fault.hint)
        for document in read(text)
        for fault in document.faults
        if fault.rule != "hidden-errors"
    )


def written(document: Document, path: tuple[Any, ...]) -> str:
    """Return the text of the file at a path of the payload."""
    span = document.locator([path])[path].value
    return document.text[span.start : span.end]
