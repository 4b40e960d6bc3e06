"""Parts of a payload that are not known before it is sent: values, pieces of a string, further fields or items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

_TYPES: Final = frozenset({"array", "boolean", "null", "number", "object", "string"})


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


def _pieces(pieces: Iterable[str]) -> tuple[str, ...]:
    return tuple(pieces)


@attrs.frozen
class Unknown:
    """A value that is not known before the payload is sent.

    Args:
        types: The JSON types that it may have, by their names in JSON Schema; all by default.
        may_be_missing: Whether the member that has this value may be left out when the payload is sent.

    .. versionadded:: 0.1.0
    """

    types: frozenset[str] = attrs.field(
        default=_TYPES, converter=_names, validator=attrs.validators.deep_iterable(attrs.validators.in_(_TYPES))
    )
    may_be_missing: bool = False


UNKNOWN: Final = Unknown()
"""A value of which nothing is known, except that it is there."""


@attrs.frozen
class PartialText:
    """A string of which only some pieces are known.

    Args:
        pieces: The known pieces in order, at least one. Between two of them, and only there, is an unknown piece,
            which may be empty: ``("Build ", "")`` begins with ``Build``, and of ``("", "")`` nothing is known.

    .. versionadded:: 0.1.0
    """

    pieces: tuple[str, ...] = attrs.field(converter=_pieces, validator=attrs.validators.min_len(1))


class More:
    """The type of `MORE`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MORE"


MORE: Final = More()
"""Further fields or items that are not known: a key of an object, whose value is ignored, or an item of a list."""


def has_unknown(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value, or anything inside it, is not fully known.

    It goes level by level, so deep values do not exhaust the call stack.
    """
    level = [value]
    while level:
        if any(isinstance(each, Unknown | PartialText | More) for each in level):
            return True
        level = [
            item
            for each in level
            if isinstance(each, list | dict)
            for item in ((*each, *each.values()) if isinstance(each, dict) else each)
        ]
    return False
