"""Which variables of Python source code are changed after they are assigned, as far as the code shows it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from liveschema.lint.inputs.calls import keeps_arguments
from liveschema.lint.inputs.changes import GIVEN, Change, ChangedVariables, Root
from liveschema.lint.inputs.python.scopes import Scope, Use

_CHANGING: Final = frozenset(
    (
        *("append", "clear", "extend", "insert", "pop", "popitem", "remove"),
        *("reverse", "setdefault", "sort", "update", "add", "discard", "__setitem__"),
    )
)
"""The methods that change a list or a dict."""
_BY_KEY: Final = frozenset({"pop", "setdefault"})
_SAME: Final = frozenset({"get", "setdefault", "items", "values"})
"""The methods that return what is inside."""


class Changes:
    """The changes of the variables of a module.

    Args:
        uses: The nodes of the module.
    """

    def __init__(self, uses: Iterable[Use]) -> None:
        self._variables = ChangedVariables()
        for use in uses:
            self._look_at(use)
        self._variables.spread()

    def of(self, scope: Scope, name: str) -> Collection[Change]:
        """Return what is changed of a variable that is used in a scope."""
        return self._variables.of((scope.owner(name) or scope, name))

    def _look_at(self, use: Use) -> None:
        node, scope = use.node, use.scope
        if isinstance(node, ast.Assign):
            self._assigned(node.targets, node.value, scope)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr):
            self._assigned([node.target], node.value, scope)
        elif isinstance(node, ast.Delete):
            self._assigned(node.targets, None, scope)
        elif isinstance(node, ast.AugAssign):
            self._target(node.target, scope)
            if isinstance(node.target, ast.Name):
                self._add(scope, node.target.id, Change(None))
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            self._item(node, scope)
        elif isinstance(node, ast.Call):
            self._call(node, scope)

    def _assigned(self, targets: list[ast.expr], value: ast.expr | None, scope: Scope) -> None:
        for target in targets:
            self._target(target, scope)
            if value is not None:
                self._alias(target, value, scope)

    def _add(self, scope: Scope, name: str, change: Change) -> None:
        self._variables.add((scope.owner(name) or scope, name), change)

    def _target(self, target: ast.expr, scope: Scope) -> None:
        """Note what an assignment changes inside a variable."""
        if isinstance(target, ast.Tuple | ast.List):
            for each in target.elts:
                self._target(each, scope)
        root = _root(target)
        if root is not None and root.depth:
            self._add(scope, root.name, Change(root.key, is_deep=root.depth > 1))

    def _call(self, node: ast.Call, scope: Scope) -> None:
        """Note what a method changes of the variable that it belongs to, and what a function is given."""
        function = node.func
        self._given(node, scope)
        if not isinstance(function, ast.Attribute) or function.attr not in _CHANGING:
            return
        root = _root(function.value)
        if root is not None and root.depth:
            self._add(scope, root.name, Change(root.key, is_deep=True))
        elif root is not None:
            for key in _keys_of(function.attr, node):
                self._add(scope, root.name, Change(key))

    def _given(self, node: ast.Call, scope: Scope) -> None:
        """Note the variables that are given to a function, which may complete them."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if keeps_arguments(name) or name[:1].isupper():
            return
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            root = _root(argument)
            if root is not None:
                self._add(scope, root.name, GIVEN)

    def _alias(self, target: ast.expr, value: ast.expr, scope: Scope) -> None:
        """Note that a variable may be a part of another one, and what is inside it."""
        if not isinstance(target, ast.Name):
            return
        variable = (scope.owner(target.id) or scope, target.id)
        root = _root(value)
        if root is not None:
            other = (scope.owner(root.name) or scope, root.name)
            self._variables.add_alias(variable, other, root)
        elif isinstance(value, ast.Dict | ast.List | ast.Tuple | ast.Call):
            names = {each.id for each in ast.walk(value) if isinstance(each, ast.Name)}
            self._variables.add_contents(variable, ((scope.owner(name) or scope, name) for name in names))

    def _item(self, node: ast.For | ast.AsyncFor | ast.comprehension, scope: Scope) -> None:
        """Note that the variable of a loop is a part of what it goes over."""
        root = _root(node.iter)
        if root is None:
            return
        other = (scope.owner(root.name) or scope, root.name)
        for each in ast.walk(node.target):
            if isinstance(each, ast.Name):
                variable = (scope.owner(each.id) or scope, each.id)
                self._variables.add_alias(variable, other, root._replace(depth=root.depth + 1))


def _root(node: ast.expr) -> Root | None:
    """Return the variable that an expression goes into, and the first key on the way."""
    depth, key = 0, None
    while True:
        if isinstance(node, ast.Subscript):
            index = node.slice
            key = index.value if isinstance(index, ast.Constant) and isinstance(index.value, str) else None
            node, depth = node.value, depth + 1
        elif isinstance(node, ast.Attribute):
            key, node, depth = node.attr, node.value, depth + 1
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME:
            first = node.args[0] if node.args else None
            key = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
            node, depth = node.func.value, depth + 1
        elif isinstance(node, ast.Name):
            return Root(node.id, key, depth)
        else:
            return None


def _keys_of(method: str, call: ast.Call) -> Iterator[str | None]:
    """Yield the keys that a call of a method changes; None for any."""
    if method in _BY_KEY and call.args and isinstance(call.args[0], ast.Constant):
        yield str(call.args[0].value)
    elif method == "update" and len(call.args) <= 1 and all(isinstance(each, ast.Dict) for each in call.args):
        keys = [key for each in call.args if isinstance(each, ast.Dict) for key in each.keys]
        for key in keys:
            yield key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None
        yield from (keyword.arg for keyword in call.keywords)
    else:
        yield None
