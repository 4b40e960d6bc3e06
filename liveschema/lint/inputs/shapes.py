"""States and requests that stand in source code without being sent there, told by their shape."""

from __future__ import annotations

from typing import Final

from liveschema._generated.field_names import REQUEST_FIELDS, REQUIRED_IN_STATE, STATE, STATE_FIELDS, TAG
from liveschema.contract.vocabulary import ActivityType
from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.engine.wording import did_you_mean
from liveschema.lint.inputs.literals import Literal, Member, Members

_TAGS: Final = frozenset(map(str, ActivityType))


def shaped_payload(literal: Literal) -> Literal | None:
    """Return the payload of a value that is a state or a request by its shape; None if it is neither.

    The payload may be completed elsewhere, so that no field of it is missing.
    """
    members = literal.value
    if not isinstance(members, dict):
        return None
    if STATE in members:
        if not _is_request(members):
            return None
        payload: Members = {**members, STATE: _open(members[STATE])}
    elif _is_state(members):
        payload = {STATE: _open(Member(literal))}
    else:
        return None
    return Literal(_with_more(payload, literal), literal.place)


def _open(state: Member) -> Member:
    members = state.literal.value
    if not isinstance(members, dict):
        return state
    return state._replace(literal=state.literal._replace(value=_with_more(members, state.literal)))


def _with_more(members: Members, literal: Literal) -> Members:
    return {**members, MORE: Member(Literal(UNKNOWN, literal.place))}


def _is_state(members: Members) -> bool:
    """Return whether an object has a title and the type of an activity, and nothing that no state could have."""
    tag = members.get(TAG)
    if tag is None or not isinstance(tag.literal.value, str) or tag.literal.value not in _TAGS:
        return False
    others = [key for key in members if isinstance(key, str) and key not in STATE_FIELDS]
    return members.keys() >= REQUIRED_IN_STATE and all(did_you_mean(key, STATE_FIELDS) for key in others)


def _is_request(members: Members) -> bool:
    """Return whether an object with a state has something in it that is one, or nothing beside it that is unknown."""
    state = members[STATE].literal.value
    if isinstance(state, dict):
        return _is_state(state) or (state.keys() >= REQUIRED_IN_STATE and not state.keys() <= REQUIRED_IN_STATE | {TAG})
    keys = {key for key in members if key is not MORE}
    return isinstance(state, Unknown) and "object" in state.types and keys <= REQUEST_FIELDS and len(keys) > 1
