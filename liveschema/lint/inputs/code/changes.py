"""Which variables of source code are changed after they are assigned, as far as the code shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.calls import keeps_arguments
from liveschema.lint.inputs.changes import GIVEN, Change, ChangedVariables, Root, Variable
from liveschema.lint.inputs.code.language import Definition, Language
from liveschema.lint.inputs.code.scopes import Names, Scope
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import (
    Array,
    Attribute,
    Binary,
    Call,
    Entry,
    Index,
    Name,
    Object,
    Part,
    Spread,
    View,
    text_of,
)

_MOST_STEPS: Final = 20
_MOST_CONTENTS: Final = 100_000
"""How many parts of values are looked at, and one more for each character; beyond these, any variable may be changed.

What is given to a call is looked at again for each call around it.
"""


class Changes:
    """The changes of the variables of source code.

    Args:
        language: The language.
        source: The source code.
        names: The names that it binds.
    """

    def __init__(self, language: Language, source: Source, names: Names) -> None:
        self._language = language
        self._source = source
        self._variables = ChangedVariables()
        self._shared: dict[Variable, bool] = {}
        self._left = _MOST_CONTENTS + len(source.fragment.text)
        for definition, scope in names.assignments:
            self._assigned(definition, scope)
        for use in names.uses:
            if use.kind == "call":
                self._called(use.node, use.scope)
        self._variables.spread()

    def of(self, scope: Scope, name: str) -> Collection[Change]:
        """Return what is changed of a variable that is used in a scope."""
        if self._left <= 0:
            return {Change(None, is_deep=True)}
        return self._variables.of(_variable(scope, name))

    def _assigned(self, definition: Definition, scope: Scope) -> None:
        root = self._root(definition.target)
        if root is None:
            return
        if root.depth:
            change = Change(root.key, is_deep=root.depth > 1)
            self._variables.add(_variable(scope, root.name), change)
        elif definition.value is not None:
            self._bound(_variable(scope, root.name), definition.value, scope)
        elif definition.part_of is not None:
            self._may_share(_variable(scope, root.name), definition.part_of, scope)

    def _bound(self, variable: Variable, value: Node, scope: Scope) -> None:
        """Note what a variable is a part of, or has inside."""
        root = self._root(value)
        if root is not None:
            self._variables.add_alias(variable, _variable(scope, root.name), root)
        else:
            names = set(self._names_in(value))
            self._variables.add_contents(variable, (_variable(scope, name) for name in names))

    def _may_share(self, variable: Variable, node: Node, scope: Scope) -> None:
        """Note what a variable may be a part of."""
        root = self._root(node)
        names = self._names_in(node) if root is None else [root.name]
        for name in set(names):
            inside = Root(name, None if root is None else root.key, 1)
            self._variables.add_alias(variable, _variable(scope, name), inside)

    def _called(self, node: Node, scope: Scope) -> None:
        """Note what a call changes of the variable that it belongs to, or is given."""
        view = self._language.view(node, self._source)
        # An operator may add to a list, such as `<<`.
        if isinstance(view, Binary) and self._language.changes(view.operator):
            self._changed(view.left, scope)
        if isinstance(view, Call):
            for changed in self._language.changed(view):
                self._changed(changed, scope)
            self._given(view, scope)

    def _given(self, call: Call, scope: Scope) -> None:
        """Note the variables that are given to a function, which may complete them."""
        language = self._language
        if not language.gives_references or call.is_class or keeps_arguments(call.name):
            return
        if language.encoded(call) is not None or language.same(call) is not None or language.union(call) is not None:
            return
        if language.returned(call) is not None:
            return
        for argument in call.positional:
            names = self._names_in(argument) if isinstance(argument, Node) else ()
            for each in set(names):
                variable = _variable(scope, each)
                if self._is_shared(variable, scope, each):
                    self._variables.add(variable, GIVEN)

    def _is_shared(self, variable: Variable, scope: Scope, name: str) -> bool:
        """Return whether a function that is given a variable has the same object, rather than a copy of it."""
        if variable not in self._shared:
            bindings = scope.bindings_of(name)
            self._shared[variable] = all(
                each.value is None or self._language.is_reference(each.value) for each in bindings
            )
        return self._shared[variable]

    def _changed(self, node: Node, scope: Scope) -> None:
        root = self._root(node)
        if root is not None:
            self._variables.add(_variable(scope, root.name), Change(root.key, is_deep=root.depth > 0))

    def _root(self, node: Node) -> Root | None:
        """Return the variable that an expression goes into, and the first key on the way."""
        key = None
        for depth in range(_MOST_STEPS):
            view = self._language.view(node, self._source)
            if isinstance(view, Name):
                return Root(view.name, key, depth)
            if isinstance(view, Attribute):
                node, key = view.owner, self._language.key_of(view.name)
            elif isinstance(view, Index):
                node, key = view.owner, self._key(view.key)
            else:
                return None
        return None

    def _key(self, node: Node | None) -> str | None:
        return None if node is None else text_of(self._language.view(node, self._source))

    def _names_in(self, value: Node) -> Iterator[str]:
        """Yield the variables that stand somewhere in an object, a list or a call."""
        waiting: list[View | Node] = [value]
        while waiting and self._left > 0:
            self._left -= 1
            part = waiting.pop()
            view = self._language.view(part, self._source) if isinstance(part, Node) else part
            if isinstance(view, Name):
                yield view.name
            elif isinstance(view, Attribute | Index):
                waiting.append(view.owner)
            elif isinstance(view, Call) and self._language.encoded(view) is not None:
                continue  # a text has nothing inside that could be changed
            elif isinstance(view, Object | Array | Call):
                parts = list(_parts(view))
                self._left -= len(parts)
                waiting += parts


def _parts(view: Object | Array | Call) -> Iterator[View | Node]:
    found: Sequence[Entry | Spread | Part]
    if isinstance(view, Object):
        found = view.entries
    elif isinstance(view, Array):
        found = view.items
    else:
        found = [*([] if view.receiver is None else [view.receiver]), *view.positional, *view.named]
    for part in found:
        if isinstance(part, Entry):
            yield part.value
        elif not isinstance(part, Spread):
            yield part
        elif part.node is not None:
            yield part.node


def _variable(scope: Scope, name: str) -> Variable:
    return scope.owner(name) or scope, name
