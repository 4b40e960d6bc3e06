"""Short payloads for tests, and the problems of payloads as tuples."""

from __future__ import annotations

from typing import Any

from liveschema import Severity, check

PROGRESS = {"title": "Nightly backup", "type": "progress", "percentage": 42}


def update(state: object, **fields: object) -> dict[str, Any]:
    return {"activity_id": "act_7", "content_state": state, **fields}


def reported(payload: object, operation: Any = "update", **options: Any) -> list[tuple[str, str, str, str | None]]:
    return [(p.rule, p.pointer, p.message, p.hint) for p in check(payload, operation, **options)]


def errors(payload: object, operation: Any = "update", **options: Any) -> list[tuple[str, str]]:
    found = check(payload, operation, **options)
    return [(p.rule, p.pointer) for p in found if p.severity is Severity.ERROR]
