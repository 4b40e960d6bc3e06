"""Tests on several fields of an object, as data: of their values, or of which fields are present together."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping

from liveschema.engine.record import Record
from liveschema.engine.support import total_size
from liveschema.engine.wording import quoted, some

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from liveschema.engine.value_tests import TypeTest

Local = Callable[[str], str]
"""A callable that returns, for the name of a field, the name of the local variable that holds its value."""
Breach = tuple[tuple[str | int, ...], dict[str, object]]
"""A path inside the object, and the values for the slots of the message about that place."""

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
}


class CrossFieldTest(Record):
    """The base class of tests on several fields."""

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Groups of fields; the test applies to each group separately, if all its fields are present."""
        raise NotImplementedError

    @property
    def without(self) -> tuple[str, ...]:
        """The fields that must be absent for the test to apply."""
        return ()

    @property
    def on_presence(self) -> bool:
        """Whether the test fails if all fields of a group are present, whatever their values."""
        return False

    @property
    def measured(self) -> tuple[str, ...]:
        """The fields whose size is tested; predicates count their characters first."""
        return ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of all groups."""
        return tuple(name for group in self.groups for name in group)

    def applies_to(self, group: tuple[str, ...], present: Mapping[str, object], sound: Mapping[str, object]) -> bool:
        """Return whether the test applies to an object.

        Args:
            group: One of the groups.
            present: All fields of the object.
            sound: The fields that are valid by themselves.
        """
        # Loops are faster than `all` and `any`; this runs for every rule and every object of a report.
        for name in group:
            if name not in sound:
                return False
        for name in self.without:  # noqa: SIM110
            if name in present:
                return False
        return True

    def written(self, local: Local) -> str:
        """Write the test as a Python expression that is true if it passes; the empty string if `on_presence`."""
        del local
        return ""

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Find the places where the test fails; it must apply to the object.

        Args:
            group: The group of fields that is present.
            values: The values of the fields.

        Returns:
            The places, each with the values for the slots of the message.
        """
        raise NotImplementedError


class Compare(CrossFieldTest):
    """The test that the values of two fields compare in a certain way.

    Args:
        first: The left operand, a field; problems are reported there.
        comparison: ``<``, ``<=`` or ``==``.
        second: The right operand, a field.
    """

    first: str
    comparison: str
    second: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.first, self.second),)

    def written(self, local: Local) -> str:
        """Write the comparison of the two fields."""
        return f"{local(self.first)} {self.comparison} {local(self.second)}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare the values; the slots are the names of the two fields."""
        first, second = (values[name] for name in group)
        if not _COMPARISONS[self.comparison](first, second):
            yield (self.first,), {self.first: first, self.second: second}


class LengthEquals(CrossFieldTest):
    """The test that the length of a list equals a number.

    Args:
        items: The field that holds the list; problems are reported there.
        count: The field that holds the number.
    """

    items: str
    count: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.items, self.count),)

    def written(self, local: Local) -> str:
        """Write the comparison of the length with the number."""
        return f"len({local(self.items)}) == {local(self.count)}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare the length with the number; the slots are the name of the count field and ``{length}``."""
        items, count = (values[name] for name in group)
        if len(items) != count:
            yield (self.items,), {self.count: count, "length": len(items)}


class MaxItems(CrossFieldTest):
    """The test that a list has at most a number of items, which is less than its constraint allows.

    Args:
        items: The field that holds the list; problems are reported there.
        most: The maximum number of items.
    """

    items: str
    most: int

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field that holds the list."""
        return ((self.items,),)

    def written(self, local: Local) -> str:
        """Write the comparison of the length with the maximum."""
        return f"len({local(self.items)}) <= {self.most}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare the length with the maximum; the slots are ``{most}`` and ``{length}``."""
        del group
        length = len(values[self.items])
        if length > self.most:
            yield (self.items,), {"most": self.most, "length": length}


class UniqueItems(CrossFieldTest):
    """The test that the objects of a list have different values in a field.

    Problems are reported at that field of each later object.

    Args:
        items: The field that holds the list.
        key: The field of the objects.
    """

    items: str
    key: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field that holds the list."""
        return ((self.items,),)

    def written(self, local: Local) -> str:
        """Write the comparison of the number of different values with the number of items."""
        items = local(self.items)
        return f"len({{each[{self.key!r}] for each in {items}}}) == len({items})"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Find repeated values; the slot is the name of the field of the objects, with the value in quotes."""
        del group
        seen: set[str] = set()
        for index, item in enumerate(values[self.items]):
            value = item[self.key]
            if value in seen:
                yield (self.items, index, self.key), {self.key: quoted(value)}
            seen.add(value)


class NoItemOfType(CrossFieldTest):
    """The test that no object of a list has a value of a certain type in a field.

    Problems are reported at that field of each such object.

    Args:
        items: The field that holds the list.
        key: The field of the objects.
        type_test: The test for the type that is not allowed.
    """

    items: str
    key: str
    type_test: TypeTest

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field that holds the list."""
        return ((self.items,),)

    def written(self, local: Local) -> str:
        """Write the test that no value has the type."""
        unwanted = self.type_test.written(f"each[{self.key!r}]")
        return f"not any([{unwanted} for each in {local(self.items)}])"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Find values of the type; the slot is the name of the field of the objects, with the value in quotes."""
        del group
        for index, item in enumerate(values[self.items]):
            if self.type_test.holds(item[self.key]):
                yield (self.items, index, self.key), {self.key: quoted(item[self.key])}


class SameItems(CrossFieldTest):
    """The test that two lists contain the same strings; order and repetition do not matter.

    Args:
        first: The field that holds the first list; problems are reported there.
        second: The field that holds an object.
        inner: The field of that object that holds the second list.
    """

    first: str
    second: str
    inner: str

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Both fields."""
        return ((self.first, self.second),)

    def written(self, local: Local) -> str:
        """Write the comparison of the lists as sets."""
        return f"set({local(self.first)}) == set({local(self.second)}[{self.inner!r}])"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare the lists as sets; the slots are ``{first}`` and ``{second}``, with the items joined."""
        first, second = values[group[0]], values[group[1]][self.inner]
        if set(first) != set(second):
            yield (self.first,), {"first": some(first), "second": some(second)}


class NotTogether(CrossFieldTest):
    """The test that two fields are not both present.

    Args:
        first: A field.
        second: Another field.
        at: The field of the two where problems are reported.
        only_if: The name of one of the fields, and the string that it must
            equal for the test to fail; None for any value.
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
        """Whether the test fails if both fields are present, whatever their values."""
        return self.only_if is None

    def written(self, local: Local) -> str:
        """Write the test that the field of ``only_if`` has another value."""
        return "" if self.only_if is None else f"{local(self.only_if[0])} != {self.only_if[1]!r}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Yield the place unless ``only_if`` prevents it; the slots are the names of the two fields."""
        if self.only_if is None or values[self.only_if[0]] == self.only_if[1]:
            yield (self.at,), {name: values[name] for name in group}


class Requires(CrossFieldTest):
    """The test that a field is present only together with another one.

    Args:
        field: The field; problems are reported there.
        other: The field that should be present too.
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
        """Yield the field; there are no slots."""
        del group, values
        yield (self.field,), {}


class Absent(CrossFieldTest):
    """The test that several fields are absent; each one that is present is reported separately."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        Record.__init__(self, names)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """One group for each field."""
        return tuple((name,) for name in self.names)

    @property
    def on_presence(self) -> bool:
        """True: the test fails for every value."""
        return True

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Yield the field; the slots are ``{name}`` and ``{value}``."""
        (name,) = group
        yield (name,), {"name": name, "value": values[name]}


class CompactSize(CrossFieldTest):
    """The test that a field, together with other fields that may be present, has at most a size as compact UTF-8 JSON.

    The size is that of one object with these fields.

    Args:
        field: The field; problems are reported there.
        others: The other fields.
        most: The maximum size in bytes.
    """

    field: str
    others: tuple[str, ...]
    most: int

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The field."""
        return ((self.field,),)

    @property
    def measured(self) -> tuple[str, ...]:
        """All fields."""
        return (self.field, *self.others)

    def applies_to(self, group: tuple[str, ...], present: Mapping[str, object], sound: Mapping[str, object]) -> bool:
        """Return whether the field is present, and all fields that are present are valid by themselves."""
        for name in self.others:
            if name in present and name not in sound:
                return False
        return CrossFieldTest.applies_to(self, group, present, sound)

    def written(self, local: Local) -> str:
        """Write the comparison of the size with the maximum."""
        return f"total_size({', '.join(f'{name}={local(name)}' for name in self.measured)}) <= {self.most}"

    def breaches(self, group: tuple[str, ...], values: Mapping[str, Any]) -> Iterable[Breach]:
        """Compare the size with the maximum; the slots are ``{most}`` and ``{size}``."""
        del group
        size = total_size(**{name: values.get(name) for name in self.measured})
        if size > self.most:
            yield (self.field,), {"most": f"{self.most:,}", "size": f"{size:,}"}
