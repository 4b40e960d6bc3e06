"""Constants by which source code names the values of the service, in this library and in the official SDKs."""

from __future__ import annotations

from enum import EnumType
from typing import Final

from liveschema._generated.field_names import TAG
from liveschema.contract import vocabulary

_PREFIX: Final = "LiveActivity"
"""What the SDKs write before the name of an enumeration."""
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
