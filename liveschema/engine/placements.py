"""Where a field belongs that has no place in an object."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import attrs

from liveschema.engine.wording import a, listed


class Placement(Protocol):
    """Where a field belongs, and what a message says of one that stands elsewhere."""

    @property
    def where(self) -> str:
        """The place, as a message names it."""

    def told(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Give the message on a misplaced field, and what to change.

        Args:
            name: The field.
            here: What a message calls the object it stands in.
            tag: The tag of that object, where it has one or depends on one.
            mode: What the payload is sent for.
        """


@attrs.frozen
class InObject:
    """It belongs in another object of the same payload, or beside the payload.

    Args:
        where: What a message calls that.
    """

    where: str

    def told(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Give the message on a misplaced field, and what to change."""
        del tag, mode
        return f"{name} belongs in {self.where}, got it in {here}", f"move {name} into {self.where}"


@attrs.frozen
class WithTags:
    """It belongs to objects with other tags.

    Args:
        where: What a message calls them.
    """

    where: str

    @classmethod
    def of(cls, tags: Iterable[str], plural: str) -> WithTags:
        """Name the tags and what has them."""
        return cls(f"{listed(map(str, tags))} {plural}")

    def told(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Give the message on a misplaced field, and what to change."""
        del here, mode
        return f"{name} belongs to {self.where}; this one is {tag}", f"leave {name} out"


@attrs.frozen
class InModes:
    """It belongs to payloads that are sent for something else.

    Args:
        where: What a message calls them.
        label: What a message calls a payload.
    """

    where: str
    label: str

    @classmethod
    def of(cls, modes: Iterable[str], label: str) -> InModes:
        """Name the modes and what is sent in them."""
        return cls(f"{listed(map(str, modes))} {label}s", label)

    def told(self, name: str, here: str, tag: str | None, mode: str | None) -> tuple[str, str]:
        """Give the message on a misplaced field, and what to change."""
        del here, tag
        return f"{name} belongs to {self.where}; this is {a(str(mode))} {self.label}", f"leave {name} out"
