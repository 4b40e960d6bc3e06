"""States and requests that stand in source code without being sent there, told by their shape."""

from __future__ import annotations

from typing import Final

from liveschema._generated.field_names import REQUEST_FIELDS, REQUIRED_IN_STATE, STATE, STATE_FIELDS, TAG
from liveschema.contract.vocabulary import ActivityType
from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.engine.wording import did_you_mean
from liveschema.lint.inputs.calls import simplified
from liveschema.lint.inputs.literals import Literal, Member, Members

_TAGS: Final = frozenset(map(str, ActivityType))
_COMMON: Final = REQUIRED_IN_STATE | {TAG, "subtitle", "message", "color", "icon", "badge", "value"}
"""The fields of a state that objects of many other kinds have, such as a notice or a column of a table."""
_OF_OBJECTS: Final = ("icon", "badge")
"""Those of them that are objects in a state, and rarely elsewhere."""
_SIMPLIFIED: Final = frozenset(map(simplified, STATE_FIELDS))


def shaped_payload(literal: Literal) -> Literal | None:
    """Return the payload of a value that is a state or a request by its shape; None if it is neither.

    The payload may be completed elsewhere, so that no field of it is missing, and what is null may be left out.
    """
    if not isinstance(literal.value, dict):
        return None
    literal = _without_null(literal)
    members = literal.value
    if STATE in members:
        if not _is_request(members):
            return None
        return opened_request(literal)
    if not _is_state(members):
        return None
    return opened_request(Literal({STATE: Member(literal)}, literal.place))


def opened_request(literal: Literal) -> Literal:
    """Return a request that may be completed elsewhere, so that no field of it or of its state is missing."""
    if not isinstance(literal.value, dict):
        return literal
    members = literal.value
    state = members.get(STATE)
    if state is not None:
        members = {**members, STATE: state._replace(literal=_with_more(state.literal))}
    return _with_more(literal._replace(value=members))


def _without_null(literal: Literal) -> Literal:
    """Return a value in which no object has a member that is null for sure."""
    if isinstance(literal.value, list):
        return literal._replace(value=[_without_null(item) for item in literal.value])
    if not isinstance(literal.value, dict):
        return literal
    kept = {key: each for key, each in literal.value.items() if each.literal.value is not None}
    return literal._replace(value={key: Member(_without_null(each.literal), each.key) for key, each in kept.items()})


def _with_more(literal: Literal) -> Literal:
    if not isinstance(literal.value, dict):
        return literal
    return literal._replace(value={**literal.value, MORE: Member(Literal(UNKNOWN, literal.place))})


def _is_state(members: Members) -> bool:
    """Return whether an object has a title, the type of an activity and something that tells, and nothing foreign.

    Foreign is what no state could have, also by another spelling: a name in camel case is changed before it is sent.
    """
    tag = members.get(TAG)
    if tag is None or not isinstance(tag.literal.value, str) or tag.literal.value not in _TAGS:
        return False
    others = [key for key in members if isinstance(key, str) and key not in STATE_FIELDS]
    if any(simplified(key) in _SIMPLIFIED or not did_you_mean(key, STATE_FIELDS) for key in others):
        return False
    objects = [members[key].literal.value for key in _OF_OBJECTS if key in members]
    tells = not (STATE_FIELDS - _COMMON).isdisjoint(members) or any(isinstance(each, dict) for each in objects)
    return members.keys() >= REQUIRED_IN_STATE and tells


def _is_request(members: Members) -> bool:
    """Return whether an object with a state has something in it that is one, or nothing beside it that is unknown."""
    state = members[STATE].literal.value
    if isinstance(state, dict):
        return _is_state(state) or _resembles_state(state)
    keys = {key for key in members if key is not MORE}
    return isinstance(state, Unknown) and "object" in state.types and keys <= REQUEST_FIELDS and len(keys) > 1


def _resembles_state(state: Members) -> bool:
    """Return whether the state of a request has more than a title and a type, and a type that may be meant as one."""
    tag = state[TAG].literal.value if TAG in state else None
    is_tag = not isinstance(tag, dict | list | bool | int | float)
    if isinstance(tag, str):
        is_tag = tag in _TAGS or did_you_mean(tag, _TAGS) is not None
    return state.keys() >= REQUIRED_IN_STATE and is_tag and not state.keys() <= REQUIRED_IN_STATE | {TAG}
