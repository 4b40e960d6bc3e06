"""The states and requests that stand in Python source code without being sent there, found by their shape."""

from __future__ import annotations

import ast
from typing import Any

from liveschema._generated.field_names import STATE
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.literals import document_of_literal, opened
from liveschema.lint.inputs.python.changes import Changes
from liveschema.lint.inputs.python.names import reference
from liveschema.lint.inputs.python.scopes import Use
from liveschema.lint.inputs.python.source import Module
from liveschema.lint.inputs.python.values import Values
from liveschema.lint.inputs.shapes import shaped_payload


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
        members = opened(literal, changes.of(use.scope, name)).value
    elif _root_is_changed(use, changes):
        return None
    payload = shaped_payload(literal._replace(value=members))
    if payload is None:
        return None
    return document_of_literal(module.fragment, payload, **{"is_sent": True, "named_by": "its shape", **about})


def _makes_dict(node: ast.Call, use: Use) -> bool:
    """Return whether a call creates a dict whose members are its arguments."""
    function = reference(node.func, use.scope)
    return function.last in {"dict", STATE} and bool(node.keywords)


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
