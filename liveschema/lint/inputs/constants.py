"""Constants by which source code names the values of the service, in this library and in the official SDKs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import EnumType, StrEnum
from typing import Final

from liveschema._generated.field_names import TAG
from liveschema.contract import vocabulary
from liveschema.lint.inputs.calls import simplified

_PREFIX: Final = "LiveActivity"
"""What the SDKs write before the name of an enumeration."""
_ACTIVITY: Final = "Activity"
"""What the names of this library have that the SDKs leave out after the prefix."""
_TYPE: Final = f"{TAG.upper()}_"
"""What the SDKs write before the constant of an activity type."""


def enumeration_member(owner: str, name: str) -> str | None:
    """Return the value of a member of an enumeration, such as ``LiveActivityColor.GREEN``.

    Args:
        owner: The name of the enumeration.
        name: The name of the member.

    Returns:
        The value; None if there is no such member.
    """
    found = getattr(vocabulary, owner.removeprefix(_PREFIX), None)
    return str(found[name]) if isinstance(found, EnumType) and name in found.__members__ else None


def type_constant(name: str) -> str | None:
    """Return the activity type that a constant of the SDKs names, such as ``TYPE_METRICS``; None for another name."""
    member = name.removeprefix(_TYPE)
    return enumeration_member(vocabulary.ActivityType.__name__, member) if member != name else None


def constant_of(owner: str, name: str) -> str | None:
    """Return the value of a constant of the SDKs in any of their languages.

    Args:
        owner: The class or module that has the constant, such as ``LiveActivityColor``; empty if there is none.
        name: The name of the constant, such as ``Blue``, ``TYPE_METRICS``, ``LiveActivityTypeTimer`` or
            ``LIVEACTIVITYCOLOR_BLUE``.

    Returns:
        The value; None if there is no such constant.
    """
    return _CONSTANTS.get(simplified(owner + name)) or type_constant(name) or _CONSTANTS.get(simplified(name))


def _constants() -> Iterator[tuple[str, str]]:
    """Yield the names of the members of all enumerations as the SDKs write them, simplified, with their values."""
    for enumeration in vars(vocabulary).values():
        if isinstance(enumeration, EnumType) and issubclass(enumeration, StrEnum):
            for member in enumeration:
                name = f"{enumeration.__name__}{member.name}".removeprefix(_ACTIVITY)
                yield simplified(_PREFIX + name), member.value


_CONSTANTS: Final = dict(_constants())
