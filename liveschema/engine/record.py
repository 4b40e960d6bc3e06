"""Immutable records, for the classes that a first report needs.

They are declared and used like frozen, slotted attrs classes. Importing attrs takes three times as long as starting
Python, and making a class with it a third of a millisecond, so attrs is imported only when it is asked about a record.
"""

from __future__ import annotations

from functools import cache, cached_property
from operator import itemgetter

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

    R = TypeVar("R", bound="Record")
else:

    def dataclass_transform(**_: object) -> object:
        """Do nothing; type checkers know the function of this name in `typing`."""
        return lambda cls: cls


set_attribute: Callable[[object, str, object], None] = object.__setattr__
"""The function that sets an attribute of an immutable object."""


class AttrsFields:
    """The attribute by which attrs recognises a class; it is made by attrs when attrs asks for it."""

    def __get__(self, instance: object, cls: type[Immutable]) -> tuple[Any, ...]:
        """Return the fields of a class as ``attrs.fields`` does."""
        return _attrs_fields(cls) if cls.__fields__ else ()  # type: ignore[arg-type] # mypy takes a class for an instance


@cache
def _attrs_fields(cls: type[Immutable]) -> tuple[Any, ...]:
    import attrs  # noqa: PLC0415 - see the module

    made: tuple[Any, ...] = attrs.fields(attrs.make_class(cls.__name__, cls.__attrs_fields__()))
    return made


class Immutable:
    """The base of classes with named fields that are set once; objects of a class are equal if their fields are."""

    __slots__ = ()
    # Without ``ClassVar``, so that annotations can be evaluated without an import of ``typing``.
    __fields__: tuple[str, ...] = ()
    """The names of the fields, those of base classes first."""
    __match_args__: tuple[str, ...] = ()
    """The names of the fields that are set by position."""
    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[Any]
    else:
        __attrs_attrs__ = AttrsFields()

    @classmethod
    def __attrs_fields__(cls) -> dict[str, Any]:
        """Return the fields as arguments of ``attrs.make_class``."""
        raise NotImplementedError

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse the change.

        Raises:
            FrozenInstanceError: Always; it is an `AttributeError`.
        """
        from attrs.exceptions import FrozenInstanceError  # noqa: PLC0415 - see the module

        raise FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        """Refuse the change, as `__setattr__`."""
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__fields__)

    def __hash__(self) -> int:
        return hash((type(self), *[getattr(self, name) for name in self.__fields__]))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__fields__)
        return f"{type(self).__qualname__}({values})"

    def __replace__(self, **changes: object) -> Self:
        """Return a copy with other values for some fields, for `copy.replace` of Python 3.13."""
        return type(self)(**{**self.__getstate__(), **changes})

    def __getstate__(self) -> dict[str, object]:
        """Return the fields, to copy or pickle the object."""
        return {name: getattr(self, name) for name in self.__fields__}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Set the fields of a copy."""
        for name, value in state.items():
            set_attribute(self, name, value)


class _RecordType(type):
    """The class of records, which finds the fields of each."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, eq: bool = True, kw_only: bool = False
    ) -> Any:  # noqa: ANN401 - type checkers would take every record for the same type
        """Make a class of records: without its defaults, which would hide the slots of its fields."""
        fields: dict[str, None] = {}
        defaults: dict[str, Any] = {}
        for base in reversed(bases):
            fields |= dict.fromkeys(getattr(base, "__fields__", ()))
            defaults |= getattr(base, "__defaults__", {})
        own = [field for field, hint in body.get("__annotations__", {}).items() if not hint.startswith("ClassVar")]
        body["__slots__"] = [field for field in own if field not in fields]
        if any(isinstance(value, cached_property) for value in body.values()) and not any(
            base.__dictoffset__ for base in bases
        ):
            body["__slots__"].append("__dict__")
        fields |= dict.fromkeys(own)
        defaults |= {field: body.pop(field) for field in own if field in body}
        body |= {"__fields__": (*fields,), "__defaults__": defaults, "__match_args__": () if kw_only else (*fields,)}
        if not eq:
            body |= {"__eq__": object.__eq__, "__hash__": object.__hash__}
        made: Any = super().__new__(cls, name, bases, body)
        # The slots set their values themselves, which is faster than by name.
        made.__ways__ = {}
        made.__setters__ = tuple([getattr(made, field).__set__ for field in made.__fields__])
        return made


@dataclass_transform(frozen_default=True)
class Record(Immutable, metaclass=_RecordType):
    """The base of records: each annotation of a subclass is a field, and its value is the default.

    A subclass may have cached properties, and two options after its bases:
    ``eq=False`` compares by identity, ``kw_only=True`` needs the name of each
    argument.
    """

    if TYPE_CHECKING:
        __defaults__: ClassVar[dict[str, Any]]
        """The defaults, by name of the field."""
        __setters__: ClassVar[tuple[Callable[[object, object], None], ...]]
        """The functions that set the fields."""
        __ways__: ClassVar[dict[tuple[Any, ...], Callable[[tuple[object, ...]], tuple[object, ...]]]]
        """For each way in which arguments were given: a function that picks the values of the fields."""

    def __init__(self, *values: object, **named: object) -> None:
        """Set the fields.

        Raises:
            TypeError: If an argument is missing, unknown or given twice.
        """
        cls = type(self)
        if named or len(values) != len(cls.__fields__) or not cls.__match_args__:
            way = (len(values), *named)
            pick = cls.__ways__.get(way) or _way(cls, way)
            values = pick((*values, *named.values(), *cls.__defaults__.values()))
        for setter, value in zip(cls.__setters__, values):  # noqa: B905 - there are as many
            setter(self, value)

    @classmethod
    def __attrs_fields__(cls) -> dict[str, Any]:
        """Return the fields with their defaults."""
        import attrs  # noqa: PLC0415 - see the module

        by_name = not cls.__match_args__
        defaults = {name: cls.__defaults__.get(name, attrs.NOTHING) for name in cls.__fields__}
        return {name: attrs.field(default=default, kw_only=by_name) for name, default in defaults.items()}


def _way(cls: type[Record], way: tuple[Any, ...]) -> Callable[[tuple[object, ...]], tuple[object, ...]]:
    """Work out which arguments and defaults are the values of the fields, once for each way to give arguments.

    Args:
        cls: The class.
        way: The number of arguments by position, and the names of the others.

    Returns:
        A function that picks the values from the arguments and the defaults.

    Raises:
        TypeError: If an argument is missing, unknown or given twice.
    """
    count, *names = way
    if count > len(cls.__match_args__):
        raise _refused(cls, f"takes {len(cls.__match_args__)} positional arguments, got {count}")
    given = [*cls.__match_args__[:count], *names]
    missing = [name for name in cls.__fields__ if name not in given and name not in cls.__defaults__]
    for problem, wrong in (
        ("got twice", [name for name in names if name in given[:count]]),
        ("does not know", [name for name in names if name not in cls.__fields__]),
        ("needs", missing),
    ):
        if wrong:
            raise _refused(cls, f"{problem}: {', '.join(wrong)}")
    places = [*given, *cls.__defaults__]
    found = [places.index(name) for name in cls.__fields__]
    pick = itemgetter(*found) if len(found) > 1 else lambda every: tuple([every[index] for index in found])
    return cls.__ways__.setdefault(way, pick)


def _refused(cls: type[Record], problem: str) -> TypeError:
    """Return the exception for arguments that do not match the fields."""
    return TypeError(f"{cls.__name__}() {problem}")


def evolve(record: R, **changes: object) -> R:
    """Copy a record with other values for some fields, as ``attrs.evolve`` does.

    Args:
        record: The record, which is not changed.
        changes: The new values, by name of the field.

    Returns:
        The copy.
    """
    return record.__replace__(**changes)
