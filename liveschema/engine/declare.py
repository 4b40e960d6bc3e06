"""Declarations of model classes and their fields, which all other modules read."""

from __future__ import annotations

from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.objects import REQUIRED, Field, ObjectSpec, Tolerance, spec_of, to_plain
from liveschema.engine.problems import InvalidPayload, Problem, ProblemCollector
from liveschema.engine.record import Immutable, evolve, set_attribute
from liveschema.engine.scalars import Tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from enum import StrEnum
    from typing import Any, TypeVar, dataclass_transform

    from liveschema.engine.placements import Placement
    from liveschema.engine.requirements import AlsoNeeds, RequiredGroups
    from liveschema.engine.rule import CrossFieldRule

    T = TypeVar("T", bound="Model")
else:
    from liveschema.engine.record import dataclass_transform


class Model(Immutable):
    """The base class of all models. Instances are immutable, and validated when they are built."""

    # Declared here so that subclasses only add fields: builders rely on all models having the same layout.
    __slots__ = ("__weakref__",)
    __spec__: ObjectSpec
    __abstract__: bool = True
    """Whether only subclasses can be built."""

    def __init__(self, *values: object, **named: object) -> None:
        """Build a model from any arguments. Classes of a contract also have a generated constructor, which is faster.

        Raises:
            TypeError: If an argument is missing, unknown or given twice.
            InvalidPayload: If there is an error; it lists every problem of the instance.
        """
        cls = type(self)
        if cls.__abstract__:
            msg = f"{cls.__name__} is abstract; build one of its subclasses"
            raise TypeError(msg)
        self.__build__(bound_arguments(cls, values, named))

    def __build__(self, given: Mapping[str, object]) -> None:
        """Set the fields to values given in code, which are converted first, and validate them.

        Raises:
            InvalidPayload: If there is an error; it lists every problem of the instance.
        """
        fields = spec_of(type(self)).fields
        for name, value in given.items():
            set_attribute(self, name, fields[name].constraint.convert(value))
        self.__attrs_post_init__()

    @classmethod
    def __attrs_fields__(cls) -> dict[str, Any]:
        """Return the fields with their defaults and converters."""
        import attrs  # noqa: PLC0415 - see `liveschema.engine.record`

        fields = spec_of(cls).fields
        return {
            name: attrs.field(
                default=attrs.NOTHING if fields[name].default is REQUIRED else fields[name].default,
                kw_only=name not in cls.__match_args__,
                converter=fields[name].constraint.convert,
            )
            for name in cls.__fields__
        }

    def __problems__(self) -> tuple[Problem, ...]:
        """Find every problem of this instance, as a report on its JSON would list them."""
        out = ProblemCollector()
        spec_of(type(self)).report(self.__plain__(), (), out, Context())
        return tuple(out.problems)

    def __plain__(self) -> dict[str, object]:
        """Return this instance as a plain dict, without validating it."""
        made = to_plain(self, (type(self),))
        assert isinstance(made, dict)  # noqa: S101 - it has the class
        return made

    def __is_sound__(self, data: dict[str, object]) -> bool:
        """Return True if a quick test shows that this instance breaks no rule; False if a report is needed.

        Args:
            data: The instance as a plain dict.
        """
        del data
        return False

    # The name is the one that attrs calls in the constructors of subclasses that are made with attrs.
    def __attrs_post_init__(self) -> None:
        """Apply the rules on single fields and on several fields.

        Raises:
            InvalidPayload: If there is an error; it lists every problem of the instance.
        """
        if self.__is_sound__(self.__plain__()):
            return
        problems = self.__problems__()
        if any(problem.is_error for problem in problems):
            raise InvalidPayload(problems)


def bound_arguments(cls: type[Model], values: tuple[object, ...], named: dict[str, object]) -> dict[str, object]:
    """Match the arguments of a constructor to the fields of its class.

    Args:
        cls: The class.
        values: The arguments that are given by position.
        named: The arguments that are given by name.

    Returns:
        The values of all fields, by name, in the order of declaration.

    Raises:
        TypeError: If an argument is missing, unknown or given twice.
    """
    from inspect import Parameter, Signature  # noqa: PLC0415 - generated constructors do without it

    fields = spec_of(cls).fields
    parameters = [
        Parameter(
            name,
            Parameter.POSITIONAL_OR_KEYWORD if name in cls.__match_args__ else Parameter.KEYWORD_ONLY,
            default=Parameter.empty if fields[name].default is REQUIRED else fields[name].default,
        )
        for name in cls.__fields__
    ]
    try:
        bound = Signature(sorted(parameters, key=lambda each: each.kind)).bind(*values, **named)
    except TypeError as error:
        msg = f"{cls.__name__}(): {error}"
        raise TypeError(msg) from None
    bound.apply_defaults()
    return {name: bound.arguments[name] for name in cls.__fields__}


def field(  # noqa: PLR0913, D417 - one keyword for each attribute of `Field`, which documents them
    constraint: Constraint,
    *,
    default: Any = REQUIRED,  # noqa: ANN401 - any value of the field
    kw_only: bool | None = None,
    required_in: Modes | None = None,
    allowed_in: Modes = EVERY_MODE,
    beside: Collection[str] | None = None,
    service_default: object = None,
    default_in: Modes = EVERY_MODE,
    tolerance: Tolerance | None = None,
    doc: str,
    source: str,
) -> Any:  # noqa: ANN401 - a field specifier is typed by its annotation
    """Declare a field of a model.

    Args:
        constraint: The constraint on its value.
        default: The value of an instance that is built without it; None leaves
            the field out of its JSON.
        kw_only: Whether it is a keyword-only argument; None to follow the class.
        required_in: The modes that require it. By default these are all modes
            for a field without a default, and none for a field with one.

    The other arguments are those of `liveschema.engine.objects.Field`.

    Returns:
        The field, without its name.
    """
    if required_in is None:
        required_in = EVERY_MODE if default is REQUIRED else frozenset()
    return Field(
        "",
        constraint,
        default=default,
        kw_only=kw_only,
        required_in=required_in,
        allowed_in=allowed_in,
        beside=None if beside is None else frozenset(beside),
        service_default=service_default,
        default_in=default_in,
        tolerance=tolerance,
        doc=doc,
        source=source,
    )


def _rank(field: Field, own: Collection[str]) -> int:
    """Return the rank of a field in dumped JSON: inherited required fields, the tag, own fields, other inherited."""
    if isinstance(field.constraint, Tag):
        return 1
    if field.name in own:
        return 2
    return 0 if field.default is REQUIRED else 3


def tag_field(  # noqa: PLR0913 - as `field`
    *,
    default: StrEnum,
    label: str,
    kw_only: bool | None = None,
    required_in: Modes = frozenset(),
    doc: str,
    source: str,
) -> Any:  # noqa: ANN401 - as `field`
    """Declare the field that holds the tag of a class, by which a union identifies the class.

    Args:
        default: The tag of the class, which is also the default of the field.
        label: What messages call the object that has the tag.
        kw_only: Whether it is a keyword-only argument; None uses the setting
            of the class.
        required_in: The modes that require the tag even if the union can infer it.
        doc: The description of the field.
        source: Where the service documents it.

    Returns:
        The field, without its name.
    """
    return field(Tag(default, label), default=default, kw_only=kw_only, required_in=required_in, doc=doc, source=source)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, tag_field))
def model(  # noqa: PLR0913 - one keyword for each part of a declaration
    *,
    label: str = "",
    kw_only: bool = True,
    abstract: bool = False,
    requirements: tuple[RequiredGroups, ...] = (),
    rules: tuple[CrossFieldRule, ...] = (),
    also_needs: tuple[AlsoNeeds, ...] = (),
    placements: Mapping[str, Placement] | None = None,
) -> Callable[[type[T]], type[T]]:
    """Make a class a model: an immutable, slotted class with an `ObjectSpec`, which attrs takes for one of its own.

    Args:
        label: What messages call the object if it has no key; by default the
            label of the base class.
        kw_only: Whether all fields are keyword-only arguments.
        abstract: Whether only subclasses can be instantiated.
        requirements: Groups of required fields, in addition to fields without a default.
        rules: Rules on several fields; they come before those of the base class.
        also_needs: Fields that the class and its subclasses should have in
            some modes, since another mode requires them.
        placements: For fields that senders put here by mistake, where they belong.

    Returns:
        The decorator.
    """

    def wrap(cls: type[T]) -> type[T]:
        base: ObjectSpec | None = getattr(cls, "__spec__", None)
        inherited = {name: base.fields[name] for name in cls.__fields__} if base else {}
        own = {
            name: evolve(value, name=name, kw_only=kw_only if value.kw_only is None else value.kw_only)
            for name, value in vars(cls).items()
            if isinstance(value, Field)
        }
        fields = {**{name: each for name, each in inherited.items() if name not in own}, **own}
        made = _slotted(cls, fields, [name for name in own if name not in inherited])
        made.__abstract__ = abstract
        made.__spec__ = ObjectSpec(
            made,
            label or (base.label if base else ""),
            {each.name: each for each in sorted(fields.values(), key=lambda each: _rank(each, own))},
            requirements,
            (*rules, *(base.rules if base else ())),
            (*also_needs, *(base.also_needs if base else ())),
            placements or {},
        )
        return made

    return wrap


def _slotted(cls: type[T], fields: Mapping[str, Field], slots: list[str]) -> type[T]:
    """Return a copy of a class that has slots for its fields in place of their declarations."""
    left_out = {*fields, "__dict__", "__weakref__"}
    body = {name: value for name, value in vars(cls).items() if name not in left_out}
    by_position = tuple(name for name, field in fields.items() if not field.kw_only)
    body |= {"__slots__": slots, "__fields__": (*fields,), "__match_args__": by_position}
    made: type[T] = type.__new__(type(cls), cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made
