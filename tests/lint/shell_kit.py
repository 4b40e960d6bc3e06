"""Reads shell scripts, and shows what stands at the places of values."""

from __future__ import annotations

from typing import Any

from liveschema.engine.problems import Path
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.shell.reader import shell_in

API = "https://activitysmith.com/api/live-activity"
KEY = "4f1c0e9b7d2a"


def read(script: str, **about: Any) -> list[Document]:
    return list(shell_in(Fragment.whole(script), **about))


def one(script: str, **about: Any) -> Document:
    (document,) = read(script, **about)
    return document


def payload(script: str) -> Any:
    document = one(script)
    assert document.faults == []
    return document.value


def shown(document: Document, path: Path) -> str:
    """Return the text of the file at the place of a value."""
    span = document.locator([path])[path].value
    return document.text[span.start : span.end]


def faults(document: Document) -> list[tuple[str, int | None, int | None]]:
    return [(fault.rule, fault.line, fault.column) for fault in document.faults]
