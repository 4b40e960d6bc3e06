"""Declarations of model classes and their fields, which all other modules read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from functools import cache, partial
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

import attrs

from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.objects import Field, ObjectSpec, Tolerance, spec_of, to_plain
from liveschema.engine.placements import Placement
from liveschema.engine.problems import InvalidPayload, Problem, ProblemCollector, Severity
from liveschema.engine.requirements import AlsoNeeds, RequiredGroups
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.scalars import Tag

T = TypeVar("T", bound="Model")
_KEY = "liveschema"
_converter = cache(attrs.Converter)  # one converter per constraint, instead of one per field and subclass


class Model:
    """The base class of all models. Instances are immutable, and validated when they are built."""

    # Declared here so that subclasses only add fields: builders rely on all models having the same layout.
    __slots__ = ("__weakref__",)
    __spec__: ClassVar[ObjectSpec]

    # Defined once here, because compiling these methods for each class, as attrs does, took a tenth of the import time.
    def __eq__(self, other: object) -> bool:
        return _held(self) == _held(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *_held(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in _held(self).items())})"

    def __problems__(self) -> tuple[Problem, ...]:
        """Find every problem of this instance, as a report on its JSON would list them."""
        out = ProblemCollector()
        spec_of(type(self)).report(self.__plain__(), (), out, Context())
        return tuple(out.problems)

    def __plain__(self) -> dict[str, object]:
        """Return this instance as a plain dict, without validating it."""
        return cast("dict[str, object]", to_plain(self, (type(self),)))

    def __is_sound__(self, data: dict[str, object]) -> bool:
        """Return True if a quick test shows that this instance breaks no rule; False if a report is needed.

        Args:
            data: The instance as a plain dict.
        """
        del data
        return False

    def __attrs_post_init__(self) -> None:
        """Apply the rules on single fields and on several fields.

        Raises:
            InvalidPayload: If there is an error; it lists every problem of the instance.
        """
        if self.__is_sound__(self.__plain__()):
            return
        problems = self.__problems__()
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise InvalidPayload(problems)


def _held(model: object) -> dict[str, object]:
    attributes = attrs.fields(cast("type[attrs.AttrsInstance]", type(model)))
    return {each.name: getattr(model, each.name) for each in attributes}


def field(  # noqa: PLR0913, D417 - one keyword for each attribute of `Field`, which documents them
    constraint: Constraint,
    *,
    default: Any = attrs.NOTHING,  # noqa: ANN401 - any value of the field
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
        The attrs attribute.
    """
    if required_in is None:
        required_in = EVERY_MODE if default is attrs.NOTHING else frozenset()
    declared = partial(
        Field,
        constraint=constraint,
        required_in=required_in,
        allowed_in=allowed_in,
        beside=None if beside is None else frozenset(beside),
        service_default=service_default,
        default_in=default_in,
        tolerance=tolerance,
        doc=doc,
        source=source,
    )
    return attrs.field(
        default=default,
        kw_only=kw_only,
        converter=_converter(constraint.convert),
        metadata={_KEY: declared},
    )


def _rank(attribute: attrs.Attribute[Any], own: frozenset[str]) -> int:
    """Return the rank of a field in dumped JSON: inherited required fields, the tag, own fields, other inherited."""
    if isinstance(attribute.metadata[_KEY].keywords["constraint"], Tag):
        return 1
    if attribute.name in own:
        return 2
    return 0 if attribute.default is attrs.NOTHING else 3


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
        The attrs attribute.
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
    """Make a class a model: a frozen, slotted attrs class with an `ObjectSpec`.

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
        own = frozenset(vars(cls))
        base: ObjectSpec | None = getattr(cls, "__spec__", None)
        made = attrs.frozen(kw_only=kw_only, init=not abstract, eq=False, repr=False)(cls)
        attributes = attrs.fields(cast("type[attrs.AttrsInstance]", made))
        fields = {
            each.name: each.metadata[_KEY](name=each.name)
            for each in sorted(attributes, key=lambda each: _rank(each, own))
        }
        made.__spec__ = ObjectSpec(
            made,
            label or (base.label if base else ""),
            fields,
            requirements,
            (*rules, *(base.rules if base else ())),
            (*also_needs, *(base.also_needs if base else ())),
            placements or {},
        )
        return made

    return wrap
