"""The names of source code: the scopes that bind them, and what to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from tree_sitter import Node

from liveschema.lint.inputs.code.language import CAPTURES, Definition, Language, captures_of
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Name
from liveschema.lint.inputs.origins import Origins

_DEEPEST: Final = 200
"""The most scopes inside each other that are looked through for a name."""


class Binding(NamedTuple):
    """A place that binds a name.

    Args:
        scope: The scope of the name.
        at: The offset in bytes.
        value: The expression that is assigned to the name alone; None for any other binding.
        origin: The module that is imported, or the name of the part that is taken out of something else.
        until: The offset in bytes after which the name need not be bound, such as that of the end of a branch.
    """

    scope: Scope
    at: int
    value: Node | None
    origin: str
    until: int


class Scope:
    """A file, a class, a function or a block.

    Args:
        outer: The scope around it; None for the file.
        kind: What the query captured it as; ``file`` for the file.
        sees: Returns whether it sees a name of the scope around it.
    """

    def __init__(self, outer: Scope | None, kind: str, sees: Callable[[str], bool] = lambda _: True) -> None:
        self.outer = outer
        self.is_class: bool = kind in {"file", "class"}
        self.is_function: bool = self.is_class or kind == "function"
        self.sees = sees
        self.bindings: dict[str, list[Binding]] = {}
        self.origins: Origins = Origins(self.bindings)

    def chain(self, name: str) -> Iterator[tuple[Scope, bool]]:
        """Yield the scopes in which a name is looked up, and whether a function stands between."""
        scope: Scope | None = self
        is_outside = False
        for _ in range(_DEEPEST):
            if scope is None:
                return
            yield scope, is_outside
            is_outside = is_outside or scope.is_function
            scope = scope.outer if scope.sees(name) else None

    def owner(self, name: str) -> Scope | None:
        """Return the scope in which a name is bound that is used in this one; None if it is bound nowhere."""
        return next((scope for scope, _ in self.chain(name) if name in scope.bindings), None)

    def bindings_of(self, name: str) -> Sequence[Binding]:
        """Return the places that bind a name that is used in this scope."""
        owner = self.owner(name)
        return () if owner is None else owner.bindings[name]

    def function(self) -> Scope:
        """Return the function or file around."""
        scope = self
        while not scope.is_function and scope.outer is not None:
            scope = scope.outer
        return scope

    def class_around(self) -> Scope:
        """Return the class or file around."""
        scope = self
        while not scope.is_class and scope.outer is not None:
            scope = scope.outer
        return scope

    def binding(self, name: str, at: int) -> Binding | None:
        """Return the only binding of a name that is used at an offset.

        None if there are several, none before, or one that may have been left out.
        """
        for scope, is_outside in self.chain(name):
            found = scope.bindings.get(name)
            if found is not None:
                is_sure = len(found) == 1 and (is_outside or found[0].at < at) and at < found[0].until
                return found[0] if is_sure else None
        return None


class Use(NamedTuple):
    """A node, and where it stands.

    Args:
        node: The node.
        kind: What the query captured it as.
        scope: The scope in which it is evaluated.
        statement: The innermost statement around it; None if there is none.
        branch: The innermost branch around it, which may be left out when the code runs; None if there is none.
    """

    node: Node
    kind: str
    scope: Scope
    statement: Node | None
    branch: Node | None = None


class Names:
    """The nodes of source code that matter, and the names that it binds.

    Args:
        language: The language.
        source: The source code.

    Attributes:
        uses: The nodes in the order of the text, those around others first.
        assignments: What binds a name, or changes a part of what a name is bound to, with its scope.
        assigned: The names that are bound to the value of a node, by the id of the node.
    """

    def __init__(self, language: Language, source: Source) -> None:
        self.uses: list[Use] = list(_uses(language, source))
        defined = [
            (each, use)
            for use in self.uses
            if use.kind == "definition"
            for each in language.definitions(use.node, source)
        ]
        self.assignments: list[tuple[Definition, Scope]] = [(each, use.scope) for each, use in defined]
        self.assigned: dict[int, str] = {}
        for each, _ in self.assignments:
            view = language.view(each.target, source)
            if each.value is not None and isinstance(view, Name):
                self.assigned[language.inner(each.value).id] = view.name
        # What is declared is known everywhere in its scope, so that an assignment before it belongs to it.
        is_dynamic = language.is_dynamic(source.fragment.text)
        for declares in (True, False):
            for each, use in defined:
                if each.declares is declares:
                    _bind(each._replace(value=None) if is_dynamic else each, use, language, source)


def _bind(definition: Definition, use: Use, language: Language, source: Source) -> None:
    scope = use.scope
    view = language.view(definition.target, source)
    if not isinstance(view, Name):
        return
    if definition.in_class:
        scope = scope.class_around()
    elif definition.in_function:
        scope = scope.function()
    if not definition.declares:
        scope = scope.owner(view.name) or scope
    found = scope.bindings.setdefault(view.name, [])
    if definition.is_assigned:
        until = sys.maxsize if use.branch is None else use.branch.end_byte
        found.append(Binding(scope, definition.target.start_byte, definition.value, definition.origin, until))


def _uses(language: Language, source: Source) -> Iterator[Use]:
    """Yield the nodes that matter with their scopes, which are found by going through all in the order of the text."""
    captured = captures_of(language, source)
    nodes = [(node, kind) for kind in CAPTURES for node in captured.get(kind, ())]
    ranks = {kind: rank for rank, kind in enumerate(CAPTURES)}
    # Of the names of the same node, the scope that it opens comes first.
    nodes.sort(key=lambda each: (each[0].start_byte, -each[0].end_byte, ranks[each[1]]))
    file = Scope(None, "file")
    scopes: list[tuple[int, Scope]] = []
    statements: list[Node] = []
    branches: list[Node] = []
    for node, kind in nodes:
        while scopes and scopes[-1][0] <= node.start_byte:
            scopes.pop()
        while statements and statements[-1].end_byte <= node.start_byte:
            statements.pop()
        while branches and branches[-1].end_byte <= node.start_byte:
            branches.pop()
        scope = scopes[-1][1] if scopes else file
        if kind == "block":
            scopes.append((node.end_byte, Scope(scope, kind)))
        elif kind in ("class", "function"):
            scopes.append((node.end_byte, Scope(scope, kind, language.seen_by(node))))
        elif kind == "statement":
            statements.append(node)
        elif kind == "branch":
            branches.append(node)
        around = (statements[-1] if statements else None, branches[-1] if branches else None)
        yield Use(node, kind, scope, *around)
