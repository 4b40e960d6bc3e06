"""Where the names of source code come from, in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Bound(Protocol):
    """A place that binds a name."""

    @property
    def origin(self) -> str:
        """What is imported; empty if it is no import."""


class Origins:
    """The origins of the names of a scope, each of which is looked up only once.

    Args:
        bindings: The places that bind each name.
    """

    def __init__(self, bindings: Mapping[str, Sequence[Bound]]) -> None:
        self._bindings = bindings
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the origin of a name; empty if it has none, or several.

        Args:
            name: A name that the scope binds, once all that bind it are known.
        """
        if name not in self._known:
            found = {each.origin for each in self._bindings.get(name, ())}
            self._known[name] = found.pop() if len(found) == 1 else ""
        return self._known[name]
