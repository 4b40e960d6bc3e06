"""Placements: where a field belongs that is not allowed in an object."""

from __future__ import annotations

from liveschema.engine.fixes import MoveMember, RemoveMember
from liveschema.engine.record import Record
from liveschema.engine.wording import a, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from liveschema.engine.fixes import Fix
    from liveschema.engine.problems import Path


class Placement(Record):
    """The base class of placements: where a field belongs, and the message for one in the wrong place.

    Args:
        where: The right place, as a noun phrase for messages.
    """

    where: str

    def fix(self, path: Path, *, is_default: bool) -> Fix | None:
        """Return the fix for a misplaced field: to leave it out, which is safe if it has no effect where it belongs.

        Args:
            path: The path of the field.
            is_default: Whether its value is null, or what the service assumes without the field.
        """
        return RemoveMember(path=path, safe=is_default)

    def message_and_hint(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Return the message and the hint for a misplaced field.

        Args:
            name: The name of the field.
            here: What messages call the object that has the field.
            tag: The tag of that object or of the inferred union; None if there is none.
            mode: The mode of the payload.
        """
        raise NotImplementedError


class InObject(Placement):
    """The placement of a field that belongs in another object, or in another part of the request than the payload.

    Args:
        where: What messages call the right place.
        target: The path of the right object; None if it is no part of the payload.
    """

    target: Path | None = None

    def fix(self, path: Path, *, is_default: bool) -> Fix | None:
        """Return the fix that moves the field."""
        del is_default
        return None if self.target is None else MoveMember(path=path, safe=True, target=self.target)

    def message_and_hint(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Return the message with both places, and the hint to move the field."""
        del tag, mode
        return f"{name} belongs in {self.where}, got it in {here}", f"move {name} into {self.where}"


class WithTags(Placement):
    """The placement of a field that belongs to objects with other tags.

    Args:
        where: What messages call these objects.
    """

    @classmethod
    def of(cls, tags: Iterable[str], plural: str) -> WithTags:
        """Create the placement for objects with some tags; `plural` is what messages call them."""
        return cls(f"{listed(map(str, tags))} {plural}")

    def message_and_hint(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Return the message with the right and the wrong tag, and the hint to leave the field out."""
        del here, mode
        return f"{name} belongs to {self.where}; this one is {tag}", f"leave {name} out"


class InModes(Placement):
    """The placement of a field that belongs to payloads of other modes.

    Args:
        where: What messages call these payloads.
        label: What messages call a payload.
    """

    label: str

    @classmethod
    def of(cls, modes: Iterable[str], label: str) -> InModes:
        """Create the placement for payloads of some modes; `label` is what messages call a payload."""
        return cls(f"{listed(map(str, modes))} {label}s", label)

    def message_and_hint(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Return the message with the right and the wrong mode, and the hint to leave the field out."""
        del here, tag
        return f"{name} belongs to {self.where}; this is {a(str(mode))} {self.label}", f"leave {name} out"
