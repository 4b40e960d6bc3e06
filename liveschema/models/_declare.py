"""How a model class says its fields: once, for every reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

import attrs

from liveschema.constraints import (
    AnyOf,
    Constraint,
    Context,
    Cross,
    Field,
    Findings,
    ObjectSpec,
    Tag,
    lower_model,
    spec_of,
)
from liveschema.constraints._objects import EVERY_OPERATION
from liveschema.problems import InvalidPayload, Problem, Severity
from liveschema.rules import TYPE_MISMATCH, UNKNOWN_TYPE
from liveschema.vocabulary import ActivityType, Operation

T = TypeVar("T", bound="Model")
_KEY = "liveschema"
_converter = cache(attrs.Converter)  # as attrs would make them, but not anew for each field and each subclass


class Model:
    """The base of all models: built by keyword, validated when built, immutable."""

    # Here, so that each class adds fields alone: `convert` relies on their having one layout.
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
        out = Findings()
        lowered = cast("dict[str, object]", lower_model(self, (type(self),)))
        spec_of(type(self)).report(lowered, (), out, Context())
        return tuple(out.problems)

    def __attrs_post_init__(self) -> None:
        """Apply the rules that no single field knows.

        Raises:
            InvalidPayload: With every problem of the instance.
        """
        problems = self.__problems__()
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise InvalidPayload(problems)


def _held(model: object) -> dict[str, object]:
    attributes = attrs.fields(cast("type[attrs.AttrsInstance]", type(model)))
    return {each.name: getattr(model, each.name) for each in attributes}


def field(  # noqa: PLR0913 - one keyword for each thing a declaration can say
    constraint: Constraint,
    *,
    default: Any = attrs.NOTHING,  # noqa: ANN401 - whatever the field holds
    kw_only: bool | None = None,
    required_on: Iterable[Operation] | None = None,
    allowed_on: Iterable[Operation] = EVERY_OPERATION,
    types: Iterable[ActivityType] | None = None,
    assumed: object = None,
    tolerated: bool = False,
    doc: str,
    source: str,
) -> Any:  # noqa: ANN401 - a field specifier is typed by its annotation
    """Declare a field of a model.

    Args:
        constraint: What its value may be.
        default: The value of an instance built without it; None for a field
            that is then left out.
        kw_only: Whether it is given by keyword alone; the class decides if None.
        required_on: The operations that ask for it; every operation for a
            field without a default.
        allowed_on: The operations that take it.
        types: The activity types that take it, for a field of a request.
        assumed: What the service assumes where it is left out.
        tolerated: Whether the assumed value is accepted, without effect, on
            the other members of the family.
        doc: What it is for.
        source: Where the service documents it.

    Returns:
        The attrs attribute.
    """
    if required_on is None:
        required_on = EVERY_OPERATION if default is attrs.NOTHING else ()
    declared = partial(
        Field,
        constraint=constraint,
        required_on=frozenset(required_on),
        allowed_on=frozenset(allowed_on),
        types=None if types is None else frozenset(types),
        default=assumed,
        tolerated=tolerated,
        doc=doc,
        source=source,
    )
    return attrs.field(
        default=default,
        kw_only=kw_only,
        validator=constraint,
        converter=_converter(constraint.convert),
        metadata={_KEY: declared},
    )


def _rank(attribute: attrs.Attribute[Any], own: frozenset[str]) -> int:
    """Order fields as a sender writes them: what all need, the type, what is the class's own, the rest."""
    if attribute.name == "type":
        return 1
    if attribute.name in own:
        return 2
    return 0 if attribute.default is attrs.NOTHING else 3


def type_field(*, default: ActivityType) -> Any:  # noqa: ANN401 - as `field`
    """Declare the ``type`` of a state: the one it has, asked for on a start.

    Args:
        default: The activity type of the class.

    Returns:
        The attrs attribute.
    """
    return field(
        Tag(default, UNKNOWN_TYPE, TYPE_MISMATCH),
        default=default,
        required_on=(Operation.START,),
        doc="The activity type.",
        source="content_state.type",
    )


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, type_field))
def model(
    *,
    noun: str = "",
    kw_only: bool = True,
    abstract: bool = False,
    needs: tuple[AnyOf, ...] = (),
    crosses: tuple[Cross, ...] = (),
) -> Callable[[type[T]], type[T]]:
    """Make a class a model: a frozen, slotted attrs class with a specification.

    Args:
        noun: What a message calls the object where it has no key of its own;
            left out, as its base class is called.
        kw_only: Whether all fields are given by keyword alone.
        abstract: Whether only its subclasses are built.
        needs: The fields it asks for beyond those without a default.
        crosses: Rules over several fields, before those of its base class.

    Returns:
        The decorator.
    """

    def wrap(cls: type[T]) -> type[T]:
        own = frozenset(vars(cls))
        base: ObjectSpec | None = getattr(cls, "__spec__", None)
        called, inherited = (noun, ()) if base is None else (noun or base.noun, base.crosses)
        made = attrs.frozen(kw_only=kw_only, init=not abstract, eq=False, repr=False)(cls)
        attributes = attrs.fields(cast("type[attrs.AttrsInstance]", made))
        fields = {
            each.name: each.metadata[_KEY](name=each.name)
            for each in sorted(attributes, key=lambda each: _rank(each, own))
        }
        made.__spec__ = ObjectSpec(made, called, fields, needs, (*crosses, *inherited))
        return made

    return wrap
