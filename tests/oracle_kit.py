"""What the oracle can be asked about: it is skipped for activity types that it does not know yet."""

from __future__ import annotations

from typing import Any

from oracle import TYPES

from liveschema import ActivityType
from liveschema.contract.states import STATES

UNTAUGHT = set(ActivityType) - set(TYPES)
UNTAUGHT_FIELDS = {name for each in UNTAUGHT for name in STATES.specs[each].fields} - {
    name for each in TYPES for name in STATES.specs[each].fields
}


def oracle_knows(payload: Any, known: ActivityType | None) -> bool:
    state = payload.get("content_state") if isinstance(payload, dict) else None
    if not isinstance(state, dict):
        return known not in UNTAUGHT
    return not UNTAUGHT & {known, str(state.get("type"))} and not UNTAUGHT_FIELDS & state.keys()
