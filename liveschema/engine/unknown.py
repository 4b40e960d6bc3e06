"""Parts of a payload that are not known before it is sent: values, pieces of a string, further fields or items."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.engine.support import Opaque
from liveschema.engine.wording import got, listed, some

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_TYPES = frozenset({"array", "boolean", "null", "number", "object", "string"})


class _Placeholder:
    """The base of what stands for something that is not known."""

    __slots__ = ()

    def __opaque__(self) -> Opaque:
        """Return what stands for it in the plain copy of a payload, for functions that need a whole payload."""
        return Opaque("a value that is not known yet", "use liveschema.partial.check_partial", self)


class Unknown(_Placeholder, Record):
    """A value that is not known before the payload is sent.

    Args:
        types: The JSON types that it may have, by their names in JSON Schema; all by default. At least one.
        may_be_missing: Whether the member that has this value may be left out when the payload is sent.

    Raises:
        ValueError: If there is no type, or a type does not exist.

    .. versionadded:: 0.1.0
    """

    types: frozenset[str] = _TYPES
    may_be_missing: bool = False

    def __init__(self, types: Iterable[str] = _TYPES, may_be_missing: bool = False) -> None:  # noqa: FBT001, FBT002 - set by name
        given = frozenset([types] if isinstance(types, str) else types)
        if not given or given - _TYPES:
            shown = some(map(str, given)) if given else "none"
            msg = f"types must be one or more of {listed(sorted(_TYPES))}, got {shown}"
            raise ValueError(msg)
        super().__init__(given, may_be_missing)


UNKNOWN = Unknown()
"""A value of which nothing is known, except that it is there."""


class PartialText(_Placeholder, Record):
    """A string of which only some pieces are known.

    Args:
        pieces: The known pieces in order, at least one. Between two of them, and only there, is an unknown piece,
            which may be empty: ``("Build ", "")`` begins with ``Build``, and of ``("", "")`` nothing is known.

    Raises:
        TypeError: If a piece is not a string.
        ValueError: If there is no piece.

    .. versionadded:: 0.1.0
    """

    pieces: tuple[str, ...]

    def __init__(self, pieces: Iterable[str]) -> None:
        given: tuple[object, ...] = (pieces,) if isinstance(pieces, str) else tuple(pieces)
        if not given:
            msg = "pieces must have at least one string, got none"
            raise ValueError(msg)
        wrong = [each for each in given if not isinstance(each, str)]
        if wrong:
            msg = f"pieces must be strings, got {got(wrong[0])}"
            raise TypeError(msg)
        super().__init__(given)


class More(_Placeholder):
    """The type of `MORE`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MORE"

    def __reduce__(self) -> str:
        return "MORE"  # a copy is the same object, so that it stays the same key


MORE = More()
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
