"""Random payloads, and what the validators of all schemas say about them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from additions import added, without_additions
from hypothesis import strategies as st
from validators import ajv, by_bundle, by_openapi, by_python, by_rust, fast, why_not

from liveschema import Operation, Severity, check
from liveschema.export import BEYOND_SCHEMA
from liveschema.testing import mutated, payloads

BEYOND = {rule.id for rule in BEYOND_SCHEMA}
DOCUMENTS = ("validation", "editor", "types", "bundle", "openapi")
TOLERANT = ("validation", "editor")
"""The documents that accept what SDKs add."""
TYPE_REQUIRED = ("bundle", "openapi")
"""The documents whose states require their type."""
WORDS = ["content_state", "title", "type", "metrics", "activity_id", "action", "alert", "progress", "percentage"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=10,
)


@st.composite
def vectors(draw: st.DrawFn, operation: Operation) -> Any:
    """Return a valid payload, a payload with one or two mutations, or any JSON value."""
    choices = MADE[operation]
    return draw(choices[draw(st.integers(0, len(choices) - 1))].filter(_writable))


def _has_final_newline(value: Any) -> bool:
    """Return whether a text in a value ends with a newline, before which `$` in a pattern matches in Python too."""
    if isinstance(value, dict | list):
        return any(map(_has_final_newline, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and value.endswith("\n")


def _names_its_type(payload: Any) -> bool:
    """Return whether the state of a payload has a type; without a state, a payload needs none."""
    state = payload.get("content_state", {"type": None}) if isinstance(payload, dict) else {}
    return isinstance(state, dict) and "type" in state


def _strategies(operation: Operation) -> list[st.SearchStrategy[Any]]:
    once = mutated(payloads(operation), operation)
    twice = mutated(once.filter(lambda payload: isinstance(payload, dict)), operation)
    by_sdk = (payloads(operation) | once).flatmap(added).map(lambda pair: pair[0])
    return [payloads(operation), once, once, twice, twice, by_sdk, JSON]


def _writable(payload: Any) -> bool:
    try:
        json.dumps(payload, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):
        return False
    return True


MADE = {operation: _strategies(operation) for operation in Operation}


class Agreement:
    """Compares what the schemas and the models say about payloads, and counts these by kind.

    Args:
        operation: The operation of the payloads.
        slow_every: One of how many payloads is also judged by the slow validators.
    """

    def __init__(self, operation: Operation, slow_every: int = 10) -> None:
        self.operation = operation
        self.slow_every = slow_every
        self.seen = Counter[str]()

    def differences(self, payload: Any) -> list[str]:
        """Return what is wrong, one line for each form whose validators do not all say what the models say."""
        rules = {p.rule for p in check(payload, self.operation) if p.severity is Severity.ERROR}
        sent = payload if rules else without_additions(payload, self.operation)
        self.seen.update(["all", "valid" if not rules else "beyond" if rules <= BEYOND else "invalid"])
        self.seen["added"] += sent != payload
        slow = self.seen["all"] % self.slow_every == 0
        lines: list[str] = []
        if rules and rules <= BEYOND:
            return lines
        for form in DOCUMENTS:
            named = form not in TYPE_REQUIRED or _names_its_type(payload)
            accepted = not rules and named and (form in TOLERANT or sent == payload)
            lines += self._differences(payload, form, accepted=accepted, slow=slow)
            if form == "editor" and isinstance(payload, dict):
                named_by_it = {"$schema": "update.schema.json", **payload}
                lines += self._differences(named_by_it, form, accepted=accepted, slow=False)
            if sent != payload:
                lines += self._differences(sent, form, accepted=named, slow=False)
        return lines

    def _differences(self, payload: Any, form: str, *, accepted: bool, slow: bool) -> list[str]:
        verdicts = self._verdicts(payload, form, slow=slow)
        wrong = [name for name, verdict in verdicts.items() if verdict is not accepted]
        what = "valid" if accepted else "invalid"
        return [f"{form} form: {what}, but not for {', '.join(wrong)}"] if wrong else []

    def _verdicts(self, payload: Any, form: str, *, slow: bool) -> dict[str, bool]:
        if form in TYPE_REQUIRED:
            validator = {"openapi": by_openapi, "bundle": by_bundle}[form](self.operation)
            return {"jsonschema-rs": bool(validator.is_valid(payload))}
        verdicts = {
            "jsonschema-rs": bool(by_rust(self.operation, form).is_valid(payload)),
            "fastjsonschema": fast(payload, self.operation, form),
        }
        if form == "validation" or (slow and not _has_final_newline(payload)):
            verdicts["jsonschema"] = by_python(self.operation, form).is_valid(payload)
        if why_not() is None:
            verdicts["ajv"] = ajv().verdicts(payload, self.operation)[form]
        return verdicts
