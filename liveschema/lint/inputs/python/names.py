"""What the names and dotted names of Python source code refer to: an import, a built-in, or something else."""

from __future__ import annotations

import ast
from typing import Final, NamedTuple

from liveschema.lint.inputs.calls import is_receiver
from liveschema.lint.inputs.constants import enumeration_member, type_constant
from liveschema.lint.inputs.python.scopes import Scope

_OURS: Final = "liveschema"
_SDKS: Final = ("activitysmith", "openapi_client")
"""The beginnings of the names of the modules of the SDK, the second of which it had in its first days."""
_MOST_STEPS: Final = 20


class Reference(NamedTuple):
    """What a name or a dotted name refers to.

    Args:
        module: The first name of the module that it is imported from; empty if the code neither imports nor binds it,
            as in an excerpt; None if it is something else.
        names: The names, from the module or the first name on.
    """

    module: str | None
    names: tuple[str, ...]

    @property
    def last(self) -> str:
        """The last name."""
        return self.names[-1]

    @property
    def is_unbound(self) -> bool:
        """Whether it is a single name that the code does not bind, such as that of a built-in function."""
        return self.module == "" and len(self.names) == 1

    @property
    def is_ours(self) -> bool:
        """Whether it comes from this library, or may do so in an excerpt."""
        return self.module == _OURS or self.is_unbound

    @property
    def is_from_us(self) -> bool:
        """Whether it comes from this library."""
        return self.module == _OURS or (self.module == "" and self.names[0] == _OURS)

    @property
    def is_from_sdk(self) -> bool:
        """Whether it comes from the SDK, or may do so in an excerpt."""
        return self.module is not None and (self.is_unbound or self.module.startswith(_SDKS) or self._is_of_receiver)

    @property
    def is_imported_from_sdk(self) -> bool:
        """Whether it certainly comes from the SDK."""
        return bool(self.module) and str(self.module).startswith(_SDKS)

    @property
    def _is_of_receiver(self) -> bool:
        return any(is_receiver(name) or name.startswith(_SDKS) for name in self.names[:-1])


def reference(node: ast.expr, scope: Scope) -> Reference:
    """Return what an expression refers to, which may be no name at all.

    Args:
        node: The expression.
        scope: The scope in which it is evaluated.
    """
    names: list[str] = []
    while isinstance(node, ast.Attribute) and len(names) < _MOST_STEPS:
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return Reference(None, ("", *reversed(names)))
    owner = scope.owner(node.id)
    if owner is None:
        return Reference("", (node.id, *reversed(names)))
    if owner.origins.of(node.id):
        origin = owner.origins.of(node.id).split(".")
        return Reference(origin[0], (*origin, *reversed(names)))
    return Reference(None, (node.id, *reversed(names)))


def constant(found: Reference) -> str | None:
    """Return the value of a constant of the SDK or of this library that is referred to; None if it is none."""
    names = found.names[:-1] if found.last == "value" and len(found.names) > 1 else found.names
    if len(names) > 1 and (found.module in ("", _OURS) or found.is_imported_from_sdk):
        value = enumeration_member(names[-2], names[-1])
        if value is not None:
            return value
    if found.is_from_sdk or any(map(is_receiver, names[:-1])):
        return type_constant(names[-1])
    return None
