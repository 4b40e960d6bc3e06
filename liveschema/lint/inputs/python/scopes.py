"""The names of Python source code: where each is bound, and to what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from liveschema.lint.inputs.origins import Origins

_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS: Final = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_NAMED: Final = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    *(ast.ExceptHandler, ast.MatchAs, ast.MatchStar),
)
"""The nodes that bind what their attribute ``name`` has."""
_KEPT: Final = (
    *(ast.Call, ast.Dict, ast.BinOp),
    *(ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.For, ast.AsyncFor, ast.comprehension, ast.Delete),
)
"""The nodes that the reader looks at; of large files, all nodes would need much memory."""


class _Placed(Protocol):
    """A node that has a place."""

    lineno: int
    col_offset: int


class Binding(NamedTuple):
    """A place that binds a name.

    Args:
        scope: The scope of the name.
        at: The line and the column.
        value: The expression that is assigned to the name alone; None for any other binding.
        origin: The dotted name that is imported; empty if it is no import.
    """

    scope: Scope
    at: tuple[int, int]
    value: ast.expr | None = None
    origin: str = ""


class Scope:
    """A module, function, class or comprehension.

    Args:
        node: Its node.
        outer: The scope around it; None for the module.
    """

    def __init__(self, node: ast.AST, outer: Scope | None) -> None:
        self.outer = outer
        self.is_function: bool = isinstance(node, _FUNCTIONS)
        self.is_class: bool = isinstance(node, ast.ClassDef)
        self.is_comprehension: bool = isinstance(node, _COMPREHENSIONS)
        self.bindings: dict[str, list[Binding]] = {}
        self.elsewhere: dict[str, Scope] = {}
        self.origins: Origins = Origins(self.bindings)

    def chain(self) -> Iterator[tuple[Scope, bool]]:
        """Yield the scopes in which a name is looked up, and whether they are run before this one."""
        scope: Scope | None = self
        is_outside = False
        while scope is not None:
            if not (scope.is_class and scope is not self):
                yield scope, is_outside
            is_outside = is_outside or scope.is_function
            scope = scope.outer

    def owner(self, name: str) -> Scope | None:
        """Return the scope in which a name is bound that is used in this one; None if it is bound nowhere."""
        for scope, _ in self.chain():
            if name in scope.elsewhere:
                return scope.elsewhere[name]
            if name in scope.bindings:
                return scope
        return None

    def binding(self, name: ast.Name) -> Binding | None:
        """Return the only binding of a name that is used in this scope; None if there are several, or none before."""
        owner = self.owner(name.id)
        found = [] if owner is None else owner.bindings.get(name.id, [])
        if len(found) != 1:
            return None
        is_outside = next((outside for scope, outside in self.chain() if scope is owner), True)
        return found[0] if is_outside or found[0].at < (name.lineno, name.col_offset) else None


class Use(NamedTuple):
    """A node, and where it stands.

    Args:
        node: The node.
        scope: The scope in which it is evaluated.
        statement: The innermost statement around it.
        parent: The node around it.
    """

    node: ast.AST
    scope: Scope
    statement: ast.stmt | None
    parent: ast.AST | None


def uses(tree: ast.Module) -> list[Use]:
    """Return the nodes of a module that matter, in the order of the text, and bind all names in the scopes.

    It does not call itself, so deep trees do not exhaust the call stack.
    """
    module = Scope(tree, None)
    found: list[Use] = []
    waiting: list[Use] = [Use(tree, module, None, None)]
    while waiting:
        use = waiting.pop()
        node, scope, statement, _ = use
        if isinstance(node, _KEPT):
            found.append(use)
        if isinstance(node, ast.stmt):
            statement = node
        _bind(node, scope)
        inside = scope
        if isinstance(node, (*_FUNCTIONS, *_COMPREHENSIONS, ast.ClassDef)):
            inside = Scope(node, scope)
        children = [Use(child, inside, statement, node) for child in ast.iter_child_nodes(node)]
        if inside is not scope:
            outside = _outside(node)
            children = [each._replace(scope=scope) if id(each.node) in outside else each for each in children]
        waiting += reversed(children)
    return found


def _outside(node: ast.AST) -> set[int]:
    """Return the ids of the children of a function or class that are evaluated around it, such as its decorators."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return set(map(id, (*node.decorator_list, node.returns)))
    return set(map(id, (*node.decorator_list, *node.bases))) if isinstance(node, ast.ClassDef) else set()


def _bind(node: ast.AST, scope: Scope) -> None:
    """Add the names that a node binds, except for those in nodes inside it."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        _add(node.id, scope, node)
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            _assign(target, node.value, scope)
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr):
        _assign(node.target, node.value, _around_comprehensions(scope, node))
    elif isinstance(node, ast.arg):
        _add(node.arg, scope, node)
    elif isinstance(node, ast.Import | ast.ImportFrom):
        _import(node, scope)
    elif isinstance(node, ast.Global | ast.Nonlocal):
        _declare(node, scope)
    elif isinstance(node, _NAMED) and node.name:
        _add(node.name, scope, node)
    elif isinstance(node, ast.MatchMapping) and node.rest:
        _add(node.rest, scope, node)


def _around_comprehensions(scope: Scope, node: ast.AnnAssign | ast.NamedExpr) -> Scope:
    while isinstance(node, ast.NamedExpr) and scope.is_comprehension and scope.outer is not None:
        scope = scope.outer
    return scope


def _add(name: str, scope: Scope, node: _Placed, origin: str = "") -> None:
    scope = scope.elsewhere.get(name, scope)
    at = (node.lineno, node.col_offset)
    found = scope.bindings.setdefault(name, [])
    # The target of an assignment is met again as a name.
    if not any(each.at == at for each in found[-1:]):
        found.append(Binding(scope, at, origin=origin))


def _assign(target: ast.expr, value: ast.expr | None, scope: Scope) -> None:
    if isinstance(target, ast.Name) and value is not None:
        scope = scope.elsewhere.get(target.id, scope)
        binding = Binding(scope, (target.lineno, target.col_offset), value)
        scope.bindings.setdefault(target.id, []).append(binding)


def _import(node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
    module = "." * getattr(node, "level", 0) + (getattr(node, "module", "") or "")
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            _add(alias.asname or alias.name, scope, alias, origin=f"{module}.{alias.name}")
        else:
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            _add(alias.asname or name, scope, alias, origin=name)


def _declare(node: ast.Global | ast.Nonlocal, scope: Scope) -> None:
    for name in node.names:
        if isinstance(node, ast.Nonlocal):
            owner = scope.outer.owner(name) if scope.outer is not None else None
        else:
            *_, (owner, _) = scope.chain()
        if owner is not None:
            scope.elsewhere[name] = owner
