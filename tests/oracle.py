"""An oracle for tests: the contract as one plain predicate, which shares no code with the library.

It is slow and returns only whether a payload is valid. It is written field by
field from the documents of the service, so that the declarations of the library
can be compared with something independent.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

Test = Callable[[Any], bool]

TYPES = ("segmented_progress", "progress", "metrics", "stats", "alert", "timer", "value")
BUTTONED = ("segmented_progress", "progress", "alert", "value")
COLORS = ("lime", "green", "cyan", "blue", "purple", "magenta", "red", "orange", "yellow", "gray")
ENDLESS = 10**9
DEEPEST = 200


def string(value: Any) -> bool:
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)


def number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def whole(value: Any) -> bool:
    return number(value) and value == int(value)


def boolean(value: Any) -> bool:
    return isinstance(value, bool)


def color(value: Any) -> bool:
    return isinstance(value, str) and value in COLORS


def text(fewest: int, most: int = ENDLESS) -> Test:
    return lambda value: string(value) and fewest <= len(value) <= most


def listing(test: Test, fewest: int, most: int = ENDLESS) -> Test:
    return lambda value: isinstance(value, list | tuple) and fewest <= len(value) <= most and all(map(test, value))


def closed(value: Any, required: Mapping[str, Test], optional: Mapping[str, Test]) -> bool:
    tests = {**required, **optional}
    return (
        isinstance(value, dict)
        and all(name in value for name in required)
        and all(name in tests and tests[name](item) for name, item in value.items())
    )


def metric(value: Any) -> bool:
    reading: Test = lambda item: (number(item) and item >= 0) or text(1, 64)(item)  # noqa: E731 - a short rule
    return closed(value, {"label": text(1), "value": reading}, {"unit": string, "color": color})


def icon(value: Any) -> bool:
    return closed(value, {"symbol": text(1)}, {"color": color})


def badge(value: Any) -> bool:
    return closed(value, {"title": text(1)}, {"color": color})


def url(*schemes: str) -> Test:
    def test(value: Any) -> bool:
        if not string(value) or re.search("[\0- \x7f]", value):
            return False
        if "shortcuts" in schemes and value.lower().startswith("shortcuts:"):
            return True
        web = re.match(r"(https?|x-safari-https)://[^/?#:@]", value, re.IGNORECASE)
        return web is not None and web[1].lower() in schemes

    return test


def json_value(value: Any, depth: int = 1) -> bool:
    if isinstance(value, dict):
        inner = value.items()
        return depth <= DEEPEST and all(string(key) and json_value(item, depth + 1) for key, item in inner)
    if isinstance(value, list | tuple):
        return depth <= DEEPEST and all(json_value(item, depth + 1) for item in value)
    return value is None or boolean(value) or number(value) or string(value)


def action(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    anything: Test = lambda _: True  # noqa: E731 - the annotation needs a name
    if value.get("type") == "open_url":
        required = {"title": string, "type": anything, "url": url("http", "https", "x-safari-https", "shortcuts")}
        return closed(value, required, {"method": lambda method: method == "POST"})
    if value.get("type") == "webhook":
        required = {"title": string, "type": anything, "url": url("https")}
        optional: dict[str, Test] = {
            "method": lambda method: isinstance(method, str) and method in {"GET", "POST"},
            "body": lambda body: isinstance(body, dict) and json_value(body),
        }
        return closed(value, required, optional)
    return False


def metadata(value: Any) -> bool:
    if not isinstance(value, dict) or len(value) > 50:
        return False
    for key, item in value.items():
        if not text(1, 100)(key) or not (boolean(item) or number(item) or text(0, 4000)(item)):
            return False
    return len(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()) <= 16_384


def at_least(least: int) -> Test:
    return lambda value: whole(value) and value >= least


def above_zero(value: Any) -> bool:
    return number(value) and value > 0


OWN: dict[str, dict[str, Test]] = {
    "segmented_progress": {
        "number_of_steps": at_least(1),
        "current_step": at_least(0),
        "step_color": color,
        "step_colors": listing(color, 0),
    },
    "progress": {
        "percentage": lambda value: number(value) and 0 <= value <= 100,
        "value": number,
        "upper_limit": above_zero,
    },
    "metrics": {"metrics": listing(metric, 1, 8)},
    "stats": {"metrics": listing(metric, 1, 8)},
    "alert": {"message": text(1)},
    "timer": {"duration_seconds": above_zero, "counts_down": boolean, "is_running": boolean},
    "value": {"value": lambda value: number(value) or string(value)},
}


def whole_state(value: Mapping[str, Any], kind: str, operation: str) -> bool:
    """Return whether a state has the fields that its type requires, with consistent values."""
    starts = operation == "start"
    if starts and "type" not in value:
        return False
    if kind == "segmented_progress":
        if "current_step" not in value or (starts and "number_of_steps" not in value):
            return False
        return "number_of_steps" not in value or bool(value["current_step"] <= value["number_of_steps"])
    if kind == "progress":
        paired = ("value" in value) == ("upper_limit" in value)
        return paired and ("percentage" in value or "value" in value)
    if kind == "timer":
        return not starts or "duration_seconds" in value or value.get("counts_down") is False
    return {"metrics": "metrics", "stats": "metrics", "alert": "message", "value": "value"}[kind] in value


def state(value: Any, kind: str, operation: str) -> bool:
    optional: dict[str, Test] = {
        "subtitle": string,
        "type": lambda name: isinstance(name, str) and name == kind,
        "color": color,
        "icon": lambda symbol: symbol is None or icon(symbol),
        "badge": lambda label: label is None or (kind in BUTTONED and badge(label)),
        "counts_down": lambda default: default is True,
        "is_running": lambda default: default is True,
        **OWN[kind],
    }
    if operation in {"end", "stream", "end_stream"}:
        optional["auto_dismiss_minutes"] = at_least(0)
    if operation in {"stream", "end_stream"}:
        optional["auto_dismiss_seconds"] = at_least(0)
    return closed(value, {"title": string}, optional) and whole_state(value, kind, operation)


def valid(payload: Any, operation: str, known: str | None = None) -> bool:
    """Return whether a payload is valid under the contract."""
    required: dict[str, Test] = {}
    most_tags = 20 if operation in {"update", "end"} else ENDLESS
    optional: dict[str, Test] = {
        "action": action,
        "secondary_action": action,
        "metadata": metadata,
        "tags": listing(text(1, 64), 0, most_tags),
    }
    (optional if operation == "end_stream" else required)["content_state"] = lambda _: True
    slugs = listing(text(1), 1)
    if operation in {"update", "end"}:
        required["activity_id"] = text(1)
    if operation in {"start", "stream", "end_stream"}:
        optional["alert"] = lambda value: closed(value, {}, {"title": string, "body": string})
    if operation in {"start", "stream"}:
        optional["target"] = lambda value: closed(value, {"channels": slugs}, {})
    if operation == "stream":
        optional["channels"] = slugs
    if not closed(payload, required, optional):
        return False
    if {"channels", "target"} <= payload.keys() and set(payload["channels"]) != set(payload["target"]["channels"]):
        return False
    kinds = [known] if known else TYPES
    kinds = [kind for kind in kinds if kind in BUTTONED or "secondary_action" not in payload]
    if "content_state" not in payload:
        return bool(kinds)
    return any(state(payload["content_state"], kind, operation) for kind in kinds)
