"""Payloads with unknown parts, and what is said about them, for the tests of `check_partial`."""

from __future__ import annotations

from typing import Any

from liveschema.partial import MORE, Unknown, check_partial

TEXT = Unknown({"string"})
PERHAPS = Unknown(may_be_missing=True)
METRIC = {"label": "CPU", "value": 1}
NO_WEB = (
    "/action/url: error[invalid-url] url must be an absolute http, https or x-safari-https URL, or a "
    "shortcuts://run-shortcut URL, got the string "
)
TYPES = "segmented_progress, progress, metrics, stats, alert, timer or value"


def update(**state: Any) -> dict[Any, Any]:
    return {"activity_id": "act_7", "content_state": {"title": "Build", **state}}


def with_more(**state: Any) -> dict[Any, Any]:
    return {"activity_id": "act_7", "content_state": {"title": "Build", **state, MORE: None}}


def progress(**more: Any) -> dict[Any, Any]:
    return {**update(type="progress", percentage=4), **more}


def opening(url: Any) -> dict[Any, Any]:
    return progress(action={"type": "open_url", "title": "Open", "url": url})


def said(payload: Any, operation: Any = "update", **known: Any) -> list[str]:
    return [str(each) for each in check_partial(payload, operation, **known)]
