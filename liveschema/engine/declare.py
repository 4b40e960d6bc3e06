"""How a model class says its fields: once, for every reader."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from functools import cache, partial
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

import attrs

from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.objects import Field, ObjectSpec, spec_of, to_plain
from liveschema.engine.placements import Placement
from liveschema.engine.problems import InvalidPayload, Problem, ProblemCollector, Severity
from liveschema.engine.requirements import AlsoNeeds, RequiredGroups
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.scalars import Tag

T = TypeVar("T", bound="Model")
_KEY = "liveschema"
_converter = cache(attrs.Converter)  # as attrs would make them, but not anew for each field and each subclass


class Model:
    """The base of all models: built by keyword, validated when built, immutable."""

    # Here, so that each class adds fields alone: builders rely on their having one layout.
    __slots__ = ("__weakref__",)
    __spec__: ClassVar[ObjectSpec]

    # What attrs would make anew for each class is here once: compiling it was a tenth of the import.
    def __eq__(self, other: object) -> bool:
        return _held(self) == _held(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *_held(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in _held(self).items())})"

    def __problems__(self) -> tuple[Problem, ...]:
        """Find every problem of this instance, as a report on its JSON would."""
        out = ProblemCollector()
        spec_of(type(self)).report(self.__plain__(), (), out, Context())
        return tuple(out.problems)

    def __plain__(self) -> dict[str, object]:
        """Give the plain object that this instance stands for, unjudged."""
        return cast("dict[str, object]", to_plain(self, (type(self),)))

    def __is_sound__(self, data: dict[str, object]) -> bool:
        """Say, without a report, that this instance breaks no rule; False where only a report can tell.

        Args:
            data: The plain object that it stands for.
        """
        del data
        return False

    def __attrs_post_init__(self) -> None:
        """Apply all rules on the fields and over them.

        Raises:
            InvalidPayload: With every problem of the instance.
        """
        if self.__is_sound__(self.__plain__()):
            return
        problems = self.__problems__()
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise InvalidPayload(problems)


def _held(model: object) -> dict[str, object]:
    attributes = attrs.fields(cast("type[attrs.AttrsInstance]", type(model)))
    return {each.name: getattr(model, each.name) for each in attributes}


def field(  # noqa: PLR0913, D417 - one keyword for each thing that a declaration says, as `Field` documents them
    constraint: Constraint,
    *,
    default: Any = attrs.NOTHING,  # noqa: ANN401 - whatever the field holds
    kw_only: bool | None = None,
    required_in: Modes | None = None,
    allowed_in: Modes = EVERY_MODE,
    beside: Collection[str] | None = None,
    service_default: object = None,
    default_in: Modes = EVERY_MODE,
    tolerance: str = "",
    doc: str,
    source: str,
) -> Any:  # noqa: ANN401 - a field specifier is typed by its annotation
    """Declare a field of a model.

    Args:
        constraint: What its value may be.
        default: The value of an instance built without it; None for a field
            that is then left out.
        kw_only: Whether it is given by keyword alone; the class decides if None.
        required_in: The modes that ask for it; every mode for a field without
            a default.

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
    """Order fields as a sender writes them: what all need, the tag, what is the class's own, the rest."""
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
    """Declare the field that tells a class from the others of its union; an instance has it by default.

    Args:
        default: The tag of the class.
        label: What a message calls what has the tag.
        kw_only: Whether it is given by keyword alone; the class decides if None.
        required_in: The modes in which it must be there even though the union can infer it.
        doc: What it is for.
        source: Where the service documents it.

    Returns:
        The attrs attribute.
    """
    return field(Tag(default, label), default=default, kw_only=kw_only, required_in=required_in, doc=doc, source=source)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, tag_field))
def model(  # noqa: PLR0913 - one keyword for each thing a declaration can say
    *,
    label: str = "",
    kw_only: bool = True,
    abstract: bool = False,
    requirements: tuple[RequiredGroups, ...] = (),
    rules: tuple[CrossFieldRule, ...] = (),
    also_needs: tuple[AlsoNeeds, ...] = (),
    placements: Mapping[str, Placement] | None = None,
) -> Callable[[type[T]], type[T]]:
    """Make a class a model: a frozen, slotted attrs class with a specification.

    Args:
        label: What a message calls the object where it has no key of its own;
            left out, as its base class is called.
        kw_only: Whether all fields are given by keyword alone.
        abstract: Whether only its subclasses are built.
        requirements: What it asks for beyond the fields without a default.
        rules: Rules over several fields, before those of its base class.
        also_needs: What it should hold in some modes, and its subclasses too.
        placements: Where fields belong that senders expect here.

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
