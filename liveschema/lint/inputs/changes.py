"""What is changed of variables in source code after they are assigned, in any language."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import Final, NamedTuple

Variable = tuple[Hashable, str]
"""The scope that binds a name, and the name."""


class Change(NamedTuple):
    """What is changed of a variable.

    Args:
        key: The key of the member that is changed; None for any.
        is_deep: Whether something inside the member is changed, rather than the member replaced.
        is_given: Whether the variable is given to a function, which may complete it; the key is None then.
    """

    key: str | None
    is_deep: bool = False
    is_given: bool = False


MOST_CHANGES: Final = 100
"""The most changes of a variable that are told apart."""
GIVEN: Final = Change(None, is_deep=True, is_given=True)
"""What may be changed of a variable that is given to a function."""


class Root(NamedTuple):
    """The variable that an expression goes into, such as ``payload`` of ``payload["metrics"][0]``.

    Args:
        name: The name of the variable.
        key: The first key on the way; None if it is not known, or if the expression is the variable itself.
        depth: How many keys the expression goes into it.
    """

    name: str
    key: str | None
    depth: int


class ChangedVariables:
    """The variables that are changed."""

    def __init__(self) -> None:
        self._found: dict[Variable, dict[Change, None]] = {}
        self._aliases: dict[Variable, list[tuple[Variable, Root]]] = {}
        self._contents: dict[Variable, list[Variable]] = {}

    def of(self, variable: Variable) -> Collection[Change]:
        """Return what is changed of a variable, in the order in which it was found."""
        return self._found.get(variable, {}).keys()

    def add(self, variable: Variable, change: Change) -> None:
        """Note a change."""
        self._note(variable, change)

    def add_alias(self, variable: Variable, other: Variable, root: Root) -> None:
        """Note that a variable may be a part of another one, or the same."""
        self._aliases.setdefault(variable, []).append((other, root))

    def add_contents(self, variable: Variable, others: Iterable[Variable]) -> None:
        """Note that other variables may be inside of one."""
        self._contents.setdefault(variable, []).extend(others)

    def spread(self) -> None:
        """Note that what is changed through one variable is changed in others that share it."""
        waiting = [(variable, change) for variable, changes in self._found.items() for change in changes]
        while waiting:
            variable, change = waiting.pop()
            for other, root in self._aliases.get(variable, ()):
                waiting += self._note(other, _through(change, root))
            for other in self._contents.get(variable, ()) if change.is_deep else ():
                waiting += self._note(other, GIVEN if change.is_given else Change(None, is_deep=True))

    def _note(self, variable: Variable, change: Change) -> list[tuple[Variable, Change]]:
        """Note a change, and return what is new; of a variable with many changes, any member may be changed."""
        found = self._found.setdefault(variable, {})
        if len(found) > MOST_CHANGES and not change.is_given:
            change = Change(None, is_deep=change.is_deep)
        if change in found:
            return []
        found[change] = None
        return [(variable, change)]


def _through(change: Change, root: Root) -> Change:
    """Return what is changed of a variable, a part of which is changed by another name."""
    if not root.depth:
        return change
    return GIVEN if change.is_given else Change(root.key, is_deep=True)
