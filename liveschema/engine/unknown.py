"""Parts of a payload that are not known before it is sent: values, pieces of a string, further fields or items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from liveschema.engine.support import Opaque

_TYPES: Final = frozenset({"array", "boolean", "null", "number", "object", "string"})


class _Placeholder:
    """The base of what stands for something that is not known."""

    __slots__ = ()

    def __opaque__(self) -> Opaque:
        """Return what stands for it in the plain copy of a payload, for functions that need a whole payload."""
        return Opaque("a value that is not known yet", "use liveschema.partial.check_partial", self)


def _types(types: Iterable[str]) -> frozenset[str]:
    return frozenset([types] if isinstance(types, str) else types)


@attrs.frozen
class Unknown(_Placeholder):
    """A value that is not known before the payload is sent.

    Args:
        types: The JSON types that it may have, by their names in JSON Schema; all by default. At least one.
        may_be_missing: Whether the member that has this value may be left out when the payload is sent.

    Raises:
        ValueError: If there is no type, or a type does not exist.

    .. versionadded:: 0.1.0
    """

    types: frozenset[str] = attrs.field(
        default=_TYPES,
        converter=_types,
        validator=[attrs.validators.min_len(1), attrs.validators.deep_iterable(attrs.validators.in_(_TYPES))],
    )
    may_be_missing: bool = False


UNKNOWN: Final = Unknown()
"""A value of which nothing is known, except that it is there."""


def _pieces(pieces: Iterable[str]) -> tuple[str, ...]:
    return (pieces,) if isinstance(pieces, str) else tuple(pieces)


@attrs.frozen
class PartialText(_Placeholder):
    """A string of which only some pieces are known.

    Args:
        pieces: The known pieces in order, at least one. Between two of them, and only there, is an unknown piece,
            which may be empty: ``("Build ", "")`` begins with ``Build``, and of ``("", "")`` nothing is known.

    Raises:
        TypeError: If a piece is not a string.
        ValueError: If there is no piece.

    .. versionadded:: 0.1.0
    """

    pieces: tuple[str, ...] = attrs.field(
        converter=_pieces,
        validator=[attrs.validators.min_len(1), attrs.validators.deep_iterable(attrs.validators.instance_of(str))],
    )


class More(_Placeholder):
    """The type of `MORE`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MORE"

    def __reduce__(self) -> str:
        return "MORE"  # a copy is the same object, so that it stays the same key


MORE: Final = More()
"""Further fields or items that are not known: a key of an object, whose value is ignored, or an item of a list."""


def has_unknown(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value, or anything inside it, is not fully known.

    It goes level by level, so deep values do not exhaust the call stack.
    """
    level = [value]
    while level:
        if any(isinstance(each, _Placeholder) for each in level):
            return True
        level = [
            item
            for each in level
            if isinstance(each, list | dict)
            for item in ((*each, *each.values()) if isinstance(each, dict) else each)
        ]
    return False
