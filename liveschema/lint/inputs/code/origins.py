"""Where the names in source code come from: the official SDK, the language, or something else."""

from __future__ import annotations

from typing import Final, NamedTuple

from tree_sitter import Node

from liveschema.lint.inputs.calls import is_receiver, simplified
from liveschema.lint.inputs.code.language import Language
from liveschema.lint.inputs.code.scopes import Scope
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Attribute, Call, Name
from liveschema.lint.inputs.constants import constant_of
from liveschema.lint.inputs.helpers import MODEL

_SERVICE: Final = "activitysmith"
_REPOSITORY: Final = "github.com/activitysmithhq/"
_PACKAGE: Final = "gopkg.in/activitysmith"
_MOST_STEPS: Final = 20


class Reference(NamedTuple):
    """What a name, or a name with others before it, refers to.

    Args:
        origin: The module that the first name is imported from; empty if the code does not bind it, as in an excerpt;
            None if it is something else.
        names: The names in order; an empty one stands for any other expression.
    """

    origin: str | None
    names: tuple[str, ...]

    @property
    def last(self) -> str:
        """The last name."""
        return self.names[-1]

    @property
    def is_from_sdk(self) -> bool:
        """Whether it comes from the SDK, or may do so in an excerpt."""
        if self.origin:
            return simplified(self.origin).startswith((_SERVICE, _REPOSITORY)) or _PACKAGE in simplified(self.origin)
        if any(map(is_receiver, self.names[:-1])):
            return True
        telling = (simplified(self.names[0]).startswith((_SERVICE, MODEL)), simplified(self.last).startswith(MODEL))
        return self.origin == "" and (len(self.names) == 1 or any(telling))


class Origins:
    """Where the names of source code come from.

    Args:
        language: The language.
        source: The source code.
    """

    def __init__(self, language: Language, source: Source) -> None:
        self._language = language
        self._source = source

    def of(self, node: Node, scope: Scope) -> Reference:
        """Return what an expression refers to, which may be no name at all."""
        names: list[str] = []
        for _ in range(_MOST_STEPS):
            view = self._language.view(node, self._source)
            if isinstance(view, Name):
                return self._reference(view.name, scope, tuple(reversed(names)))
            if isinstance(view, Attribute):
                names.append(view.name)
                node = view.owner
            elif isinstance(view, Call) and view.receiver is not None and not view.positional and not view.named:
                names.append(view.name)  # a method without arguments, such as one that returns a part
                node = view.receiver
            else:
                break
        return Reference(None, ("", *reversed(names)))

    def of_call(self, call: Call, scope: Scope) -> Reference:
        """Return what a call refers to."""
        if call.receiver is None:
            return self._reference(call.name, scope, ())
        receiver = self.of(call.receiver, scope)
        return Reference(receiver.origin, (*receiver.names, call.name))

    def constant(self, node: Node, scope: Scope) -> str | None:
        """Return the value of a constant of the SDK that an expression names; None if it is none."""
        found = self.of(node, scope)
        if not found.is_from_sdk:
            return None
        owner = found.names[-2] if len(found.names) > 1 else ""
        return constant_of(owner, found.last)

    def _reference(self, name: str, scope: Scope, rest: tuple[str, ...]) -> Reference:
        owner = scope.owner(name)
        if owner is None:
            return Reference("", (name, *rest))
        origin = owner.origins.of(name)
        return Reference(origin or None, (self._language.original(origin, name), *rest))
