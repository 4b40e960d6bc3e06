"""Conversion of Python objects to plain values: the Python types that correspond to JSON."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from liveschema.engine.limits import DEPTH_READ, MAX_DEPTH
from liveschema.engine.support import Opaque
from liveschema.engine.wording import got, shortened, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

TOO_DEEP = Opaque(f"more than {MAX_DEPTH} levels")

MAX_VALUES = 2_000_000
"""The most values that free content may have; a container counts as often as it is in there, as in JSON."""

MAX_READ = 500_000
"""The most values that are read from what may have no end: containers of other types, and those met before."""

TOO_MANY = Opaque(f"more than {MAX_READ:,} values")
_BINARY = (bytes, bytearray, memoryview)
# Types are told apart by identity, since the class of a class may define what it is equal to.
_SCALARS = frozenset(map(id, (str, int, float, bool, type(None))))


def is_plain(value: object) -> bool:
    """Return whether a value is plain, so that reading it runs no code but that of built-in types.

    Each container is read once, however often the value contains it.

    Args:
        value: Any object.
    """
    left, seen = [value], set[int]()
    while left:
        each: Any = left.pop()
        kind = type(each)
        if kind is dict or kind is list:
            if id(each) in seen:
                continue
            seen.add(id(each))
            if kind is list:
                left += each
                continue
            for key in each:
                if type(key) is not str and type(key) is not Opaque:
                    return False
            left += each.values()
        elif kind is not str and id(kind) not in _SCALARS and kind is not Opaque:
            return False
    return True


def plain(value: object, *, built_in_keys: bool = False) -> object:
    """Copy a value into plain dicts, lists, strings and numbers.

    Any Mapping becomes a dict and any Sequence a list; members of a StrEnum
    and subclasses of str, int and float become the built-in value; a model
    becomes the dict that it would be sent as. Any other object becomes an
    `Opaque` that names its type, so that it is reported; so does one whose
    methods raise an exception. The function itself raises only what is not
    the fault of the value: a MemoryError, a RecursionError because the stack
    of the caller is almost full, and what a signal handler raises.

    Args:
        value: Any object; it is not changed.
        built_in_keys: Whether a key of a subclass of str becomes an `Opaque`.

    Returns:
        The plain copy. `TOO_MANY` if more than `MAX_READ` values would be
        read from containers of other types, and from dicts and lists that
        were met before: both may have no end.
    """
    try:
        return _Reader(built_in_keys).read(value, 0)
    except _TooManyError:
        return TOO_MANY


def plain_list(value: object) -> object:
    """Copy a Sequence into a list of the same items, which may be models.

    Args:
        value: Any object; it is not changed.

    Returns:
        The list; what `plain` returns for anything that is not a Sequence, or one with too many items.
    """
    content = attempt(_content, value, MAX_READ + 1)
    return content if isinstance(content, list) and len(content) <= MAX_READ else plain(value)


class _TooManyError(Exception):
    """There are too many values to read."""


class _Reader:
    """The reader of one value, which counts the values that may have no end."""

    __slots__ = ("built_in_keys", "left", "seen")

    def __init__(self, built_in_keys: bool) -> None:  # noqa: FBT001 - the argument of `plain`
        self.built_in_keys = built_in_keys
        self.left = MAX_READ
        self.seen: set[int] = set()

    def read(self, value: Any, depth: int) -> object:  # noqa: ANN401 - any object
        kind = type(value)
        if id(kind) in _SCALARS or kind is Opaque:
            return value
        if depth >= DEPTH_READ:
            return TOO_DEEP
        # The fast path, for dicts and lists as JSON parsers return them. What is read meanwhile may change them.
        if kind is dict:
            self.visit(value)
            return self.members([*value.items()], depth)
        if kind is list:
            self.visit(value)
            return self.items([*value], depth)
        content = attempt(_content, value, self.left + 1)
        if isinstance(content, tuple):
            self.spend(len(content))
            return self.members(content, depth)
        if isinstance(content, list):
            self.spend(len(content))
            return self.items(content, depth)
        return self.read(content, depth + 1)

    def visit(self, value: dict[object, object] | list[object]) -> None:
        if id(value) in self.seen:
            self.spend(len(value))
        self.seen.add(id(value))

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise _TooManyError

    def items(self, items: list[object], depth: int) -> list[object]:
        return [
            item if (kind := type(item)) is str or id(kind) in _SCALARS else self.read(item, depth + 1)
            for item in items
        ]

    def members(self, pairs: Iterable[tuple[object, object]], depth: int) -> dict[object, object]:
        made: dict[object, object] = {}
        for key, item in pairs:
            name = key if type(key) is str else _key(key)
            if name in made or (self.built_in_keys and name is not key):
                # Two keys become the same string: keep both, so that the second does not replace the first.
                name = Opaque(type_name(key))
            kind = type(item)
            made[name] = item if kind is str or id(kind) in _SCALARS else self.read(item, depth + 1)
        return made


def attempt(read: Callable[..., Any], value: object, *arguments: object) -> Any:  # noqa: ANN401 - what `read` returns
    """Call a function that runs code of an object.

    Args:
        read: The function. Nothing else should be called by it.
        value: The object, which is its first argument.
        arguments: Its other arguments.

    Returns:
        What it returns; an `Opaque` if the code of the object raises an exception.
    """
    try:
        return read(value, *arguments)
    except MemoryError:
        raise
    except RecursionError as error:
        # With few calls of its own, it is the stack of the caller that is full.
        if sum(1 for _ in _frames(error)) > MAX_DEPTH:
            return TOO_DEEP
        raise
    except Exception as error:
        if is_of_signal(error):
            raise
        return Opaque(f"{type_name(value)} that cannot be read")


def _content(value: object, most: int) -> object:
    """Return a scalar as such, a Mapping as a tuple of pairs, a Sequence as a list, anything else as an `Opaque`.

    It returns a part of a container that has more values than `most`. A model becomes a dict.
    """
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, Mapping):
        return tuple([(key, item) for key, item in itertools.islice(value.items(), most)])
    if isinstance(value, Sequence) and not isinstance(value, _BINARY):
        # Iteration need not end after `len(value)` items.
        return [*itertools.islice(value, min(len(value), most))]
    model_to_dict = getattr(type(value), "__plain__", None)
    made = None if model_to_dict is None else model_to_dict(value)
    return made if type(made) is dict else _opaque(value)


def _key(key: object) -> object:
    if type(key) is Opaque:
        return key
    return str.__str__(key) if issubclass(type(key), str) else attempt(_opaque, key)


def _opaque(value: object) -> Opaque:
    # A value that is not known yet says itself how it is reported; its module need not be imported here.
    of_unknown = getattr(type(value), "__opaque__", None)
    made = None if of_unknown is None else of_unknown(value)
    return made if type(made) is Opaque else Opaque(type_name(value))


def is_of_signal(error: BaseException) -> bool:
    """Return whether an exception was raised by a handler of a signal, which may interrupt any code."""
    import signal  # noqa: PLC0415 - objects rarely raise exceptions

    codes = set()
    for handler in filter(callable, map(signal.getsignal, signal.valid_signals())):
        function = getattr(handler, "func", handler)  # that of a `functools.partial`
        codes |= {getattr(each, "__code__", None) for each in (function, type(function).__call__)}
    return any(frame.f_code in codes for frame in _frames(error))


def _frames(error: BaseException) -> Iterator[FrameType]:
    at = error.__traceback__
    while at is not None:
        yield at.tb_frame
        at = at.tb_next


def excess(value: dict[object, object]) -> str | None:
    """Return what free content has too much of: ``levels``, ``values``, or None.

    It reads a container once for each level that it is on, and no more values than allowed.

    Args:
        value: The content, a plain value.
    """
    level: dict[int, tuple[Any, int]] = {id(value): (value, 1)}
    count = 1
    for _ in range(MAX_DEPTH):
        below: dict[int, tuple[Any, int]] = {}
        for each, times in level.values():
            count += times * len(each)
            if count > MAX_VALUES:
                return "values"
            for item in each.values() if isinstance(each, dict) else each:
                if isinstance(item, dict | list):
                    below[id(item)] = item, below.get(id(item), (item, 0))[1] + times
        if not below:
            return None
        level = below
    return "levels"


def argument(value: object) -> str:
    """Describe an argument of a function, of any type, for a message, on one line and cut: strings as in Python."""
    if value is None or value is True or value is False:
        return repr(value)
    made = plain(value)
    return repr(shortened(made)) if isinstance(made, str) else got(made)
