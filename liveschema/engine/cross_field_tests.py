"""Tests over several fields of an object, as data: how their values compare, or how they may not stand together."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import attrs

from liveschema.engine.value_tests import TypeTest
from liveschema.engine.wording import quoted, some

Local = Callable[[str], str]
"""From the name of a field to the local variable that holds its value."""
Breach = tuple[tuple[str | int, ...], dict[str, object]]
"""A place, from the object inwards, and what fills the slots of the message there."""

_COMPARISONS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
}


class CrossFieldTest:
    """The base of the tests over several fields."""

    __slots__ = ()

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The fields that must all be there for the test to apply; of several groups each by itself."""
        raise NotImplementedError

    @property
    def without(self) -> tuple[str, ...]:
        """The fields that must be absent for the test to apply."""
        return ()

    @property
    def on_presence(self) -> bool:
        """Whether it fails wherever a group of fields is there, whatever their values."""
        return False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of all groups."""
        return tuple(name for group in self.groups for name in group)

    def applies_to(self, group: tuple[str, ...], present: Mapping[str, object], sound: Mapping[str, object]) -> bool:
        """Say whether the test applies to an object.

        Args:
            group: One of the groups.
            present: All fields of the object.
            sound: Those that break no rule by themselves.
        """
        # Loops, not `all` and `any`: this is asked for every rule of every object that is reported on.
        for name in group:
            if name not in sound:
                return False
        for name in self.without:  # noqa: SIM110
            if name in present:
                return False
        return True

    def written(self, local: Local) -> str:
        """Write, as a Python expression, that all is well where the test applies; nothing for one `on_presence`."""
        del local
        return ""

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Find where the test fails, given that it applies.

        Args:
            group: The group of fields that is there.
            values: The values of the fields.

        Returns:
            The places, none where all is well.
        """
        raise NotImplementedError


@attrs.frozen
class Compare(CrossFieldTest):
    """The values of two fields compare in some way.

    Args:
        first: A field, where the problem is reported.
        comparison: ``<``, ``<=`` or ``==``.
        second: The other field.
    """

    first: str
    comparison: str
    second: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.first, self.second),)

    def written(self, local: Local) -> str:
        """Write the comparison."""
        return f"{local(self.first)} {self.comparison} {local(self.second)}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare; the slots are the two fields."""
        first, second = (values[name] for name in group)
        if not _COMPARISONS[self.comparison](first, second):
            yield (self.first,), {self.first: first, self.second: second}


@attrs.frozen
class LengthEquals(CrossFieldTest):
    """A list has as many items as a number says.

    Args:
        items: The field of the list, where the problem is reported.
        count: The field of the number.
    """

    items: str
    count: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.items, self.count),)

    def written(self, local: Local) -> str:
        """Write the comparison."""
        return f"len({local(self.items)}) == {local(self.count)}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare; the slots are the count and ``{length}``."""
        items, count = (values[name] for name in group)
        if len(items) != count:
            yield (self.items,), {self.count: count, "length": len(items)}


@attrs.frozen
class MaxItems(CrossFieldTest):
    """A list holds at most so many items here, though its own bound is higher."""

    items: str
    most: int

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field of the list."""
        return ((self.items,),)

    def written(self, local: Local) -> str:
        """Write the comparison."""
        return f"len({local(self.items)}) <= {self.most}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare; the slots are ``{most}`` and ``{length}``."""
        del group
        length = len(values[self.items])
        if length > self.most:
            yield (self.items,), {"most": self.most, "length": length}


@attrs.frozen
class UniqueItems(CrossFieldTest):
    """No two objects of a list have the same value in a field; a later one is reported there.

    Args:
        items: The field of the list.
        key: The field of its objects.
    """

    items: str
    key: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field of the list."""
        return ((self.items,),)

    def written(self, local: Local) -> str:
        """Write that there are as many values as items."""
        items = local(self.items)
        return f"len({{each[{self.key!r}] for each in {items}}}) == len({items})"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Look for a value that came before; the slot is the field of the objects, quoted."""
        del group
        seen: set[str] = set()
        for index, item in enumerate(values[self.items]):
            value = item[self.key]
            if value in seen:
                yield (self.items, index, self.key), {self.key: quoted(value)}
            seen.add(value)


@attrs.frozen
class NoItemOfType(CrossFieldTest):
    """No object of a list has a value of some type in a field; each is reported there.

    Args:
        items: The field of the list.
        key: The field of its objects.
        type_test: The type that is not wanted.
    """

    items: str
    key: str
    type_test: TypeTest

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field of the list."""
        return ((self.items,),)

    def written(self, local: Local) -> str:
        """Write that no value has the type."""
        unwanted = self.type_test.written(f"each[{self.key!r}]")
        return f"not any([{unwanted} for each in {local(self.items)}])"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Look for values of the type; the slot is the field of the objects, quoted."""
        del group
        for index, item in enumerate(values[self.items]):
            if self.type_test.holds(item[self.key]):
                yield (self.items, index, self.key), {self.key: quoted(item[self.key])}


@attrs.frozen
class SameItems(CrossFieldTest):
    """Two lists hold the same texts, in whatever order and number.

    Args:
        first: The field of a list, where the problem is reported.
        second: The field of an object.
        inner: The field of the other list in that object.
    """

    first: str
    second: str
    inner: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.first, self.second),)

    def written(self, local: Local) -> str:
        """Write the comparison."""
        return f"set({local(self.first)}) == set({local(self.second)}[{self.inner!r}])"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare; the slots are ``{first}`` and ``{second}``, listed."""
        first, second = values[group[0]], values[group[1]][self.inner]
        if set(first) != set(second):
            yield (self.first,), {"first": some(first), "second": some(second)}


@attrs.frozen
class NotTogether(CrossFieldTest):
    """Two fields do not stand together.

    Args:
        first: A field.
        second: The other field.
        at: Which of them is reported.
        only_if: A field of the two and the text that it must have for the test to apply; None for any.
    """

    first: str
    second: str
    at: str
    only_if: tuple[str, str] | None = None

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.first, self.second),)

    @property
    def on_presence(self) -> bool:
        """Whether it fails wherever both fields are there."""
        return self.only_if is None

    def written(self, local: Local) -> str:
        """Write that the field of ``only_if`` has another value."""
        return "" if self.only_if is None else f"{local(self.only_if[0])} != {self.only_if[1]!r}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Report both; the slots are the two fields."""
        if self.only_if is None or values[self.only_if[0]] == self.only_if[1]:
            yield (self.at,), {name: values[name] for name in group}


@attrs.frozen
class Requires(CrossFieldTest):
    """A field stands only beside another one.

    Args:
        field: The field, where the problem is reported.
        other: The one that should be there too.
    """

    field: str
    other: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field."""
        return ((self.field,),)

    @property
    def without(self) -> tuple[str, ...]:
        """The other field."""
        return (self.other,)

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Report the field."""
        del group, values
        yield (self.field,), {}


@attrs.frozen(init=False)
class Absent(CrossFieldTest):
    """Some fields are not there; each is reported by itself, in the slot ``{name}``."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        self.__attrs_init__(names)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Each field by itself."""
        return tuple((name,) for name in self.names)

    @property
    def on_presence(self) -> bool:
        """Always."""
        return True

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Report the field; the slots are ``{name}`` and ``{value}``."""
        (name,) = group
        yield (name,), {"name": name, "value": values[name]}
