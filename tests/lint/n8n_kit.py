"""Helpers for tests of the reader of n8n workflows: nodes, and what is read from them."""

from __future__ import annotations

import json
from typing import Any

from liveschema.engine.problems import Path
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.n8n.reader import n8n_documents

OURS = "n8n-nodes-activitysmith.activitySmith"
HTTP = "n8n-nodes-base.httpRequest"
API = "https://activitysmith.com/api/live-activity"


def node(operation: str | None, /, **parameters: Any) -> dict[str, Any]:
    """Return a node of the service; parameters at their defaults are not in it, as n8n writes it."""
    given = parameters if operation is None else {"operation": operation, **parameters}
    return {"parameters": given, "type": OURS, "typeVersion": 1}


def http(url: str, version: float | None = 4.2, /, **parameters: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"parameters": {"url": url, **parameters}, "type": HTTP}
    return made if version is None else {**made, "typeVersion": version}


def json_body(body: object, url: str = f"{API}/stream/k", **parameters: Any) -> dict[str, Any]:
    """Return an HTTP node with a body in JSON."""
    return http(url, method="PUT", sendBody=True, specifyBody="json", jsonBody=body, **parameters)


def workflow(*nodes: Any) -> dict[str, Any]:
    return {"nodes": list(nodes), "connections": {}}


def written(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)


def read(*nodes: Any) -> list[Document]:
    return list(n8n_documents(json_document(written(workflow(*nodes)))))


def one(made: dict[str, Any]) -> Document:
    (document,) = read(made)
    return document


def payload(made: dict[str, Any]) -> Any:
    document = one(made)
    assert document.faults == []
    return document.value


def state(operation: str, /, **parameters: Any) -> Any:
    return payload(node(operation, **parameters))["content_state"]


def shown(document: Document, *path: str | int) -> str:
    """Return the text of the file at the place of a value."""
    span = document.locator([path])[path].value
    return document.text[span.start : span.end]


def key_of(document: Document, *path: str | int) -> str:
    """Return the text of the file at the place of a key."""
    places: dict[Path, Any] = dict(document.locator([path]))
    span = places[path].key
    return document.text[span.start : span.end]


def faults(document: Document) -> list[tuple[str, str]]:
    """Return the rule of each problem, and the text of the file from its place on."""
    found = []
    for fault in document.faults:
        assert fault.line is not None
        assert fault.column is not None
        start = document.lines.offset(fault.line, fault.column)
        found.append((fault.rule, document.text[start : start + 12]))
    return found
