"""The fields of the payloads of an operation, and the classes of values of each, read from the contract."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import singledispatch
from typing import Any, Final

import attrs

from liveschema import Operation, Severity
from liveschema.contract.requests import CONTRACT
from liveschema.engine.constraint import Check, Constraint, Context
from liveschema.engine.containers import JsonObject, ListOf, MapOf
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.objects import Field, ObjectSpec
from liveschema.engine.problems import ProblemCollector
from liveschema.engine.scalars import Tag, Url
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.engine.value_tests import LARGEST, Between, Length, OneOf, Whole
from liveschema.examples.samples import samples
from liveschema.testing.value_tests import narrowed
from liveschema.testing.values import nested

Path = tuple[str | int, ...]

ANY_KEY: Final = "*"
"""The step to a key that is not declared."""
_JSON: Final[tuple[Any, ...]] = (7, "7", True, [], {})
"""Values of all JSON types but null."""
_ODD: Final = ("{}?", "{} x", "x", "", "?")
"""Forms of strings that a test may refuse, with the slot of a good one."""


class Kind(StrEnum):
    """The class of a value of a field."""

    ABSENT = "absent"
    GOOD = "good"
    LOWEST = "lowest"
    HIGHEST = "highest"
    BELOW = "past the lowest"
    ABOVE = "past the highest"
    REFUSED = "refused by another test"
    WRONG_TYPE = "wrong type"
    NULL = "null"
    MISPLACED = "misplaced"
    MISSPELT = "misspelt"


@attrs.frozen
class Content:
    """The value of a field that holds an object or a list, which is made from the fields inside it.

    Args:
        count: The number of items or entries; None for an object with declared fields.
        size: The size in bytes of an object with any keys; None for any size.
    """

    count: int | None = None
    size: int | None = None

    @property
    def has_fields(self) -> bool:
        """Whether there are fields inside."""
        return self.count != 0


@attrs.frozen(eq=False)
class Level:
    """A class of values of a field, and one value of this class.

    Args:
        kind: The class.
        value: The value; None where the field does not stand in its place.
    """

    kind: Kind
    value: Any = None

    @property
    def in_place(self) -> bool:
        """Whether the field stands in its place."""
        return self.kind not in {Kind.ABSENT, Kind.MISPLACED, Kind.MISSPELT}

    @property
    def opens(self) -> bool:
        """Whether the fields inside can have classes, too."""
        return isinstance(self.value, Content) and self.value.has_fields


@attrs.define(eq=False, repr=False)
class Place:
    """A field, an item of a list, or a key or value of an object with any keys, at one place of the payloads.

    Args:
        path: Its path. It is that of the first item of a list, and has ``*`` for a key that is not declared.
        holder: The place that contains it; None for the payload itself.
        declared: By tag of the class that contains it: its declaration. There is only the tag ``""`` if there is
            only one class.
        constraints: By the same tags: the constraint on its value.
        is_key: Whether it is a key rather than a value.
    """

    path: Path
    holder: Place | None = None
    declared: dict[str, Field] = attrs.field(factory=dict)
    constraints: dict[str, Constraint] = attrs.field(factory=dict)
    is_key: bool = False
    specs: dict[str, ObjectSpec] = attrs.field(init=False, factory=dict)
    """The classes of the objects that it may be, by tag."""
    inside: list[Place] = attrs.field(init=False, factory=list)
    levels: list[Level] = attrs.field(init=False, factory=list)
    host: Place | None = attrs.field(init=False, default=None)
    """The object that has the field where it is misplaced."""
    misspelt: str = attrs.field(init=False, default="")

    def __repr__(self) -> str:
        return f"<{self.label}>"

    @property
    def name(self) -> str:
        """The name of the field; that of the list for an item."""
        return next(step for step in reversed(self.path) if isinstance(step, str)) if self.path else ""

    @property
    def label(self) -> str:
        """The path, as text."""
        text = ".".join(map(str, self.path)).replace(".0", "[0]") or "the payload"
        return f"{text} (key)" if self.is_key else text

    @property
    def is_field(self) -> bool:
        """Whether it has a name that the contract declares."""
        return bool(self.declared)

    @property
    def is_tag(self) -> bool:
        """Whether it is the tag of an object."""
        return any(isinstance(each, Tag) for each in self.constraints.values())

    def everything_inside(self) -> Iterator[Place]:
        """Yield all places inside, outer ones first."""
        for place in self.inside:
            yield place
            yield from place.everything_inside()


def places(operation: Operation) -> Place:
    """Find the places of the payloads of an operation.

    Args:
        operation: The operation.

    Returns:
        The payload itself, with all places inside it.
    """
    root = Place(())
    root.constraints[""] = Nested(CONTRACT.root(operation).cls)
    root.levels = [Level(Kind.GOOD, Content())]
    _open(root)
    found = list(root.everything_inside())
    names = {each.name for each in found}
    for place in found:
        place.levels = list(_levels(place))
    for place in filter(lambda each: each.is_field, found):
        place.misspelt = next(new for new in (f"{place.name}s", place.name[:-1]) if new not in names)
        place.host = _host(place, root)
        if place.host is not None:
            place.levels.append(Level(Kind.MISPLACED))
        place.levels.append(Level(Kind.MISSPELT))
    return root


def _host(place: Place, root: Place) -> Place | None:
    """Return an object in which a field is misplaced: one that neither declares it nor is inside of it."""
    inside = {place, *place.everything_inside()}
    objects = [each for each in (root, *root.everything_inside()) if each.specs and each not in inside]
    strange = [each for each in objects if all(place.name != other.name for other in each.inside)]
    state = [each for each in strange if any(isinstance(one, InferredUnion) for one in each.constraints.values())]
    return root if root in strange else next(iter(state or strange), None)


def _open(place: Place) -> None:
    """Find the places inside a place."""
    inside: dict[tuple[Path, bool], Place] = {}
    for constraint in place.constraints.values():
        for found in _inside(constraint, place):
            known = inside.setdefault((found.path, found.is_key), found)
            known.declared |= found.declared
            known.constraints |= found.constraints
    place.inside = list(inside.values())
    for each in place.inside:
        _open(each)


@singledispatch
def _inside(constraint: Constraint, place: Place) -> Iterator[Place]:
    """Yield the places inside a value with a constraint."""
    del constraint, place
    yield from ()


@_inside.register
def _(constraint: Nested, place: Place) -> Iterator[Place]:
    yield from _fields(place, {"": next(iter(constraint.specs.values()))})


@_inside.register
def _(constraint: TaggedUnion, place: Place) -> Iterator[Place]:
    yield from _fields(place, constraint.specs)


def _fields(place: Place, specs: Mapping[str, ObjectSpec]) -> Iterator[Place]:
    place.specs |= specs
    for tag, spec in specs.items():
        for name, field in spec.fields.items():
            yield Place((*place.path, name), place, {tag: field}, {tag: field.constraint})


@_inside.register
def _(constraint: ListOf, place: Place) -> Iterator[Place]:
    yield Place((*place.path, 0), place, {}, {"": constraint.item})


@_inside.register
def _(constraint: MapOf, place: Place) -> Iterator[Place]:
    yield Place((*place.path, ANY_KEY), place, {}, {"": constraint.key}, is_key=True)
    yield Place((*place.path, ANY_KEY), place, {}, {"": constraint.value})


def _levels(place: Place) -> Iterator[Level]:
    """Yield the classes of a place, except for those with another name or in another object."""
    if place.is_field:
        yield Level(Kind.ABSENT)
    seen: list[Level] = []
    for constraint in place.constraints.values():
        for level in value_levels(constraint, place.name):
            if not any(_same(level.value, each.value) for each in seen):
                seen.append(level)
    yield from seen
    if not place.is_key:
        accepts = [each.has_type for each in place.constraints.values()]
        yield Level(Kind.WRONG_TYPE, next(value for value in _JSON if not any(test(value) for test in accepts)))
        yield Level(Kind.NULL)


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


@singledispatch
def value_levels(constraint: Constraint, name: str) -> Iterator[Level]:
    """Yield the classes of the values of the right type, good and bad.

    Args:
        constraint: The constraint on the value.
        name: The name of the field, to prefer meaningful values.
    """
    groups: dict[type, list[Check]] = {}
    for branch in constraint.branches:
        kinds = branch.type_test.types
        known = next((each for each in groups if {each, *kinds} <= {int, float}), kinds[0])
        groups.setdefault(known, []).extend(branch.checks)
    for kind, checks in groups.items():
        yield from _scalars(constraint, kind, checks, name)


@value_levels.register(Nested)
@value_levels.register(TaggedUnion)
def _(constraint: Constraint, name: str) -> Iterator[Level]:
    del constraint, name
    yield Level(Kind.GOOD, Content())


@value_levels.register
def _(constraint: ListOf, name: str) -> Iterator[Level]:
    del name
    yield from _counts(constraint)


@value_levels.register
def _(constraint: MapOf, name: str) -> Iterator[Level]:
    del name
    yield from _counts(constraint)
    yield Level(Kind.HIGHEST, Content(1, constraint.max_bytes))
    yield Level(Kind.ABOVE, Content(1, constraint.max_bytes + 1))


def _counts(constraint: Constraint) -> Iterator[Level]:
    least, most = narrowed((check.test for check in constraint.checks), 0, None)
    yield Level(Kind.GOOD, Content(max(least, 1)))
    yield Level(Kind.LOWEST, Content(least))
    if least:
        yield Level(Kind.BELOW, Content(least - 1))
    if most is not None:
        yield Level(Kind.HIGHEST, Content(most))
        yield Level(Kind.ABOVE, Content(most + 1))


@value_levels.register
def _(constraint: JsonObject, name: str) -> Iterator[Level]:
    del constraint, name
    yield Level(Kind.GOOD, {"run": 7})
    yield Level(Kind.HIGHEST, nested(MAX_DEPTH))
    yield Level(Kind.ABOVE, nested(MAX_DEPTH + 1))


@value_levels.register
def _(constraint: Tag, name: str) -> Iterator[Level]:
    del name
    yield Level(Kind.GOOD, str(constraint.value))
    yield Level(Kind.REFUSED, f"{next(iter(constraint.by_value))}?")


@value_levels.register
def _(constraint: Url, name: str) -> Iterator[Level]:
    yield from _scalars(constraint, str, list(constraint.checks), name)
    for scheme in constraint.schemes[1:]:
        yield Level(Kind.GOOD, f"{scheme}://example.com")
    for scheme in constraint.opaque_schemes:
        yield Level(Kind.GOOD, f"{scheme}:example")


def _scalars(constraint: Constraint, kind: type, checks: list[Check], name: str) -> Iterator[Level]:
    """Yield the classes of the scalars of one type."""
    good = [value for value in _good_values(constraint, checks, name) if type(value) in _types(kind)]
    yield Level(Kind.GOOD, good[0])
    if kind is bool or any(isinstance(check.test, OneOf) for check in checks):
        yield Level(Kind.GOOD, good[-1])
    if kind is str:
        yield from _texts(checks)
    elif kind is int:
        yield from _numbers(checks)
    passed: list[Check] = []
    for check in checks:
        odd = [good[0] + 0.5] if kind is int else [form.format(good[0]) for form in _ODD] if kind is str else []
        if check.rule.severity is Severity.ERROR:
            found = [
                value for value in odd if not check.test.holds(value) and all(each.test.holds(value) for each in passed)
            ]
            if found and not isinstance(check.test, Between | Length):
                yield Level(Kind.REFUSED, found[0])
            passed.append(check)


def _types(kind: type) -> set[type]:
    return {int, float} if kind is int else {kind}


def _good_values(constraint: Constraint, checks: Iterable[Check], name: str) -> list[Any]:
    """Return values that a constraint accepts without a warning; each accepts at least one of them of each type."""
    named = [each for check in checks if isinstance(check.test, OneOf) for each in check.test.names]
    if named:
        return named
    pool = [*samples(name, constraint), "x", 1, True, False]
    return [value for value in pool if is_accepted(constraint, value)]


def is_accepted(constraint: Constraint, value: object) -> bool:
    """Return whether a constraint on its own has no error for a value."""
    out = ProblemCollector()
    constraint.report(value, ("value",), out, Context())
    return not out.errors


def _texts(checks: Iterable[Check]) -> Iterator[Level]:
    declared = [check.test for check in checks if isinstance(check.test, Length)]
    if not declared:
        return
    least, most = narrowed(declared, 0, None)
    yield Level(Kind.LOWEST, "x" * least)
    if least:
        yield Level(Kind.BELOW, "x" * (least - 1))
    if most is not None:
        yield Level(Kind.HIGHEST, "x" * most)
        yield Level(Kind.ABOVE, "x" * (most + 1))


def _numbers(checks: list[Check]) -> Iterator[Level]:
    tests = [check.test for check in checks if isinstance(check.test, Between) and not check.implied]
    low, high = max(test.low for test in tests), min(test.high for test in tests)
    whole = any(isinstance(check.test, Whole) for check in checks)
    exclusive = any(test.exclusive and test.low == low for test in tests)
    yield Level(Kind.LOWEST, _next(low, whole, up=True) if exclusive else low)
    yield Level(Kind.BELOW, low if exclusive else _next(low, whole, up=False))
    yield Level(Kind.HIGHEST, high)
    yield Level(Kind.ABOVE, _next(high, whole, up=True))


def _next(bound: float, whole: bool, *, up: bool) -> float:  # noqa: FBT001 - of this module
    """Return the number next to a bound; one that no double holds, if it is next to the largest."""
    if abs(bound) >= LARGEST:
        return 2**1024 if up else -(2**1024)
    if whole:
        return int(bound) + (1 if up else -1)
    return math.nextafter(bound, math.inf if up else -math.inf)
