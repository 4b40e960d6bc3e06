"""What official SDKs add to payloads without the sender's doing, written by hand."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from liveschema import check

STATE_EXTRAS: dict[str, Any] = {"icon": None, "badge": None, "counts_down": True, "is_running": True}
ACTION_EXTRAS: dict[str, Any] = {"method": "POST"}


@st.composite
def added(draw: st.DrawFn, payload: Any) -> tuple[Any, set[str]]:
    """Return a copy of a payload with some of what SDKs add where it is unset, and the pointers of that."""
    payload = copy.deepcopy(payload)
    pointers: set[str] = set()
    if not isinstance(payload, dict):
        return payload, pointers
    state, at_end = payload.get("content_state"), draw(st.booleans())
    holders: list[tuple[str, dict[str, Any], dict[str, Any]]]
    holders = [("content_state", state, STATE_EXTRAS)] if isinstance(state, dict) else []
    actions = {name: payload.get(name) for name in ("action", "secondary_action")}
    holders += [
        (name, action, ACTION_EXTRAS)
        for name, action in actions.items()
        if isinstance(action, dict) and action.get("type") == "open_url"
    ]
    for name, holder, extras in holders:
        chosen = draw(st.sets(st.sampled_from(list(extras))))
        new = {key: value for key, value in extras.items() if key in chosen and key not in holder}
        payload[name] = {**holder, **new} if at_end else {**new, **holder}
        pointers |= {f"/{name}/{key}" for key in new}
    return payload, pointers


def without_additions(payload: Any, operation: Any, activity_type: Any = None) -> Any:
    """Return a copy of a payload without the fields that are reported as having no effect."""
    kept = copy.deepcopy(payload)
    for problem in check(payload, operation, activity_type=activity_type, enable=["inert-field"]):
        if problem.rule == "inert-field":
            *parents, last = problem.path
            holder = kept
            for step in parents:
                holder = holder[step]
            del holder[last]
    return kept
