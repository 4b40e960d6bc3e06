"""What the tests of the reader of Python source code share."""

from __future__ import annotations

from typing import Any

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Path
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.python.reader import python_in


def documents(source: str, **about: Any) -> list[Document]:
    return list(python_in(Fragment.whole(source), **about))


def requests(source: str) -> list[tuple[Operation | None, Any]]:
    return [(each.operation, each.value) for each in documents(source) if each.value is not NOTHING]


def request(source: str) -> tuple[Operation | None, Any]:
    (found,) = requests(source)
    return found


def payload(source: str) -> Any:
    return request(source)[1]


def value(expression: str, before: str = "") -> Any:
    """Return what is known of an expression."""
    source = f"{before}\nrequests.post('/live-activity/start', json={{'value': [{expression}]}})\n"
    (found,) = next(found for _, found in requests(source) if "value" in found)["value"]
    return found


def at(document: Document, *path: str | int) -> str:
    """Return the text that stands at the place of a path."""
    span = document.locator([path])[path].value
    return document.text[span.start : span.end]


def key_at(document: Document, *path: str | int) -> str | None:
    """Return the text that stands at the place of the key of a path."""
    span = document.locator([path])[path].key
    return None if span is None else document.text[span.start : span.end]


def line_and_column(document: Document, path: Path) -> tuple[int, int]:
    span = document.locator([path])[path].value
    return span.line, span.column
