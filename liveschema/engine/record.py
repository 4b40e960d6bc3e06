"""Immutable records, for the classes that a first report needs.

They are declared and used like frozen attrs classes. Importing attrs takes three times as long as starting Python, and
making a class with it a third of a millisecond, so that attrs is imported only when it is asked about a record.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any, ClassVar, TypeVar, dataclass_transform

    R = TypeVar("R", bound="Record")
else:

    def dataclass_transform(**_: object) -> object:
        """Do nothing; type checkers know the function of this name in `typing`."""
        return lambda cls: cls


_set = object.__setattr__


class AttrsFields:
    """The attribute by which attrs recognises a class; it is made by attrs when attrs asks for it."""

    def __get__(self, instance: object, cls: type[Any]) -> tuple[Any, ...]:
        """Return the fields of a class as ``attrs.fields`` does."""
        made: tuple[Any, ...] = cls.__attrs_fields__()
        cls.__attrs_attrs__ = made
        return made


def frozen_error() -> AttributeError:
    """Return the exception for a change of an immutable object, which is that of attrs."""
    from attrs.exceptions import FrozenInstanceError  # noqa: PLC0415 - see the module

    return FrozenInstanceError()


class Immutable:
    """The base of classes whose attributes are set once."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[Any] = AttrsFields()

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse the change.

        Raises:
            FrozenInstanceError: Always; it is an `AttributeError`.
        """
        raise frozen_error()

    def __delattr__(self, name: str) -> None:
        """Refuse the change, as `__setattr__`."""
        raise frozen_error()


@dataclass_transform(frozen_default=True)
class Record(Immutable):
    """The base of records: each annotation of a subclass is a field, and its value is the default.

    Records of the same class are equal if their fields are. A subclass may
    have cached properties, and two options after its bases: ``eq=False``
    compares by identity, ``kw_only=True`` needs the name of each argument.
    """

    __fields__: ClassVar[tuple[str, ...]] = ()
    """The names of the fields, those of base classes first."""
    __defaults__: ClassVar[dict[str, Any]] = {}
    """The defaults, by name of the field."""
    __match_args__: ClassVar[tuple[str, ...]] = ()
    """The names of the fields that are set by position."""

    def __init_subclass__(cls, *, eq: bool = True, kw_only: bool = False) -> None:
        """Find the fields of a class."""
        own = [name for name, hint in vars(cls).get("__annotations__", {}).items() if not hint.startswith("ClassVar")]
        defaults = {name: vars(cls)[name] for name in own if name in vars(cls)}
        for name in defaults:
            delattr(cls, name)  # a function would become a method
        cls.__fields__ = (*cls.__fields__, *(name for name in own if name not in cls.__fields__))
        cls.__defaults__ = {**cls.__defaults__, **defaults}
        cls.__match_args__ = () if kw_only else cls.__fields__  # type: ignore[misc] # type checkers take it from the fields
        if not eq:
            cls.__eq__ = object.__eq__  # type: ignore[method-assign]
            cls.__hash__ = object.__hash__  # type: ignore[method-assign]

    def __init__(self, *values: object, **named: object) -> None:
        """Set the fields.

        Raises:
            TypeError: If an argument is missing, unknown or given twice.
        """
        cls = type(self)
        given = {**dict(zip(cls.__match_args__, values, strict=False)), **named}
        every = {**cls.__defaults__, **given}
        if len(every) != len(cls.__fields__) or len(given) != len(values) + len(named) or every.keys() - cls.__fields__:
            raise TypeError(_refused(cls, values, named))
        for name, value in every.items():
            _set(self, name, value)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__fields__)

    def __hash__(self) -> int:
        return hash((type(self), *[getattr(self, name) for name in self.__fields__]))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__fields__)
        return f"{type(self).__qualname__}({values})"

    @classmethod
    def __attrs_fields__(cls) -> tuple[Any, ...]:
        """Return the fields as attrs describes them."""
        import attrs  # noqa: PLC0415 - see the module

        fields = {name: attrs.field(default=cls.__defaults__.get(name, attrs.NOTHING)) for name in cls.__fields__}
        made: tuple[Any, ...] = attrs.fields(attrs.make_class(cls.__name__, fields, kw_only=not cls.__match_args__))
        return made


def _refused(cls: type[Record], values: tuple[object, ...], named: dict[str, object]) -> str:
    """Return the message for arguments that do not match the fields."""
    by_position = cls.__match_args__
    if len(values) > len(by_position):
        return f"{cls.__name__}() takes {len(by_position)} positional arguments, got {len(values)}"
    twice = [name for name in by_position[: len(values)] if name in named]
    unknown = [name for name in named if name not in cls.__fields__]
    missing = [name for name in cls.__fields__[len(values) :] if name not in named and name not in cls.__defaults__]
    problem = "got twice" if twice else "does not know" if unknown else "needs"
    return f"{cls.__name__}() {problem}: {', '.join(twice or unknown or missing)}"


def evolve(record: R, **changes: object) -> R:
    """Copy a record with other values for some fields, as ``attrs.evolve`` does.

    Args:
        record: The record, which is not changed.
        changes: The new values, by name of the field.

    Returns:
        The copy.
    """
    values = {name: getattr(record, name) for name in record.__fields__}
    return type(record)(**{**values, **changes})
