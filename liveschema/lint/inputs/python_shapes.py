"""The states and requests that stand in Python source code without being sent there, found by their shape."""

from __future__ import annotations

import ast
from typing import Any, Final

from liveschema._generated.field_names import REQUEST_FIELDS, REQUIRED_IN_STATE, STATE, STATE_FIELDS, TAG
from liveschema.contract.vocabulary import ActivityType
from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.engine.wording import did_you_mean
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.literals import Literal, Member, Members, document_of_literal
from liveschema.lint.inputs.python_changes import Changes
from liveschema.lint.inputs.python_names import reference
from liveschema.lint.inputs.python_scopes import Use
from liveschema.lint.inputs.python_source import Module
from liveschema.lint.inputs.python_values import Values

_TAGS: Final = frozenset(map(str, ActivityType))


def shaped_document(
    use: Use, module: Module, values: Values, changes: Changes, about: dict[str, Any]
) -> Document | None:
    """Return the document of a dict that is a state or a request by its shape; None if it is neither.

    Args:
        use: The dict, or a call that creates one.
        module: The module.
        values: The values of its expressions.
        changes: The changes of its variables.
        about: Further fields of the `Document`.
    """
    node = use.node
    if not isinstance(node, ast.Dict | ast.Call) or (isinstance(node, ast.Call) and not _makes_dict(node, use)):
        return None
    literal = values.of(node, use.scope)
    members = literal.value
    if not isinstance(members, dict):
        return None
    name = _variable(use)
    if name is not None:
        members = values.opened(literal, changes.of(use.scope, name)).value
    elif _root_is_changed(use, changes):
        return None
    if not isinstance(members, dict):
        return None
    if STATE in members:
        if not _is_request(members):
            return None
        payload: Members = {**members, STATE: _open(members[STATE])}
    elif _is_state(members):
        payload = {STATE: _open(Member(literal._replace(value=members)))}
    else:
        return None
    body = Literal(_with_more(payload, literal), literal.place)
    return document_of_literal(module.fragment, body, **{"is_sent": True, "named_by": "its shape", **about})


def _open(state: Member) -> Member:
    """Return a state that may be completed elsewhere, so that no field is missing."""
    members = state.literal.value
    return (
        state._replace(literal=state.literal._replace(value=_with_more(members, state.literal)))
        if isinstance(members, dict)
        else state
    )


def _with_more(members: Members, literal: Literal) -> Members:
    return {**members, MORE: Member(Literal(UNKNOWN, literal.place))}


def _makes_dict(node: ast.Call, use: Use) -> bool:
    """Return whether a call creates a dict whose members are its arguments."""
    function = reference(node.func, use.scope)
    return function.last in {"dict", STATE} and bool(node.keywords)


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


def _variable(use: Use) -> str | None:
    """Return the variable that a dict is assigned to."""
    parent = use.parent
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name):
        return parent.targets[0].id
    if isinstance(parent, ast.AnnAssign) and isinstance(parent.target, ast.Name):
        return parent.target.id
    return None


def _root_is_changed(use: Use, changes: Changes) -> bool:
    """Return whether a variable is changed later that a dict is somewhere inside of."""
    statement = use.statement
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
        for each in ast.walk(target):
            found = changes.of(use.scope, each.id) if isinstance(each, ast.Name) else set()
            # An assignment to a member is no change of what is assigned.
            if any(each is target or change.is_deep or change.key is None for change in found):
                return True
    return False
