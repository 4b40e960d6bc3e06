"""Functions that make objects pass or fail the tests on several fields, by the class of the test.

A new class of tests needs no function here: objects pass it by leaving a field
out, and fail it by chance or because its fields are present together.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Collection
from functools import singledispatch
from typing import Any, Final

import attrs

from liveschema.engine.cross_field_tests import (
    CompactSize,
    Compare,
    CrossFieldTest,
    LengthEquals,
    MaxItems,
    NoItemOfType,
    NotTogether,
    SameItems,
    UniqueItems,
)
from liveschema.engine.objects import ObjectSpec
from liveschema.engine.rule import CrossFieldRule

Json = dict[str, Any]

_MANY: Final = 20
_SHORT: Final = 9


@attrs.frozen
class GroupRule:
    """A rule on several fields and one group of fields that it applies to.

    Args:
        rule: The rule.
        group: The fields that must all be present for the rule to apply.
    """

    rule: CrossFieldRule
    group: tuple[str, ...]

    def fails_on(self, present: Collection[str]) -> bool:
        """Return whether the presence of some fields breaks the rule, regardless of their values."""
        return self.rule.test.on_presence and set(self.group) <= set(present)

    def broken_by(self, data: Json) -> bool:
        """Return whether an object whose single fields are valid breaks the rule."""
        test = self.rule.test
        return test.applies_to(self.group, data, data) and any(True for _ in test.breaches(self.group, data))


def group_rules(spec: ObjectSpec, mode: str | None) -> list[GroupRule]:
    """Return the rules on several fields that apply to an object in a mode, one entry per group of fields.

    Args:
        spec: The declaration of the object.
        mode: The mode, which is the operation; None for a part on its own.

    Returns:
        The rules, both errors and warnings.
    """
    return [GroupRule(rule, group) for rule, group in spec.active_rules(mode)]


@singledispatch
def mend(test: CrossFieldTest, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    """Change an object so that it passes a test.

    Args:
        test: The test, which the object fails.
        data: The object.
        group: The fields of the test.
        kept: The fields that must not be removed.
    """
    del test
    _leave_out(data, group, kept)


def _leave_out(data: Json, names: tuple[str, ...], kept: Collection[str]) -> None:
    """Remove the first of some fields that may be removed."""
    del data[next((name for name in names if name not in kept), names[0])]


@mend.register
def _(test: NotTogether, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    _leave_out(data, (test.at, *group), kept)


@mend.register
def _(test: Compare, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    del group, kept
    _swap(test, data)


def _swap(test: Compare, data: Json) -> None:
    data[test.first], data[test.second] = data[test.second], data[test.first]


@mend.register
def _(test: LengthEquals, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    del group, kept
    items, count = data.pop(test.items), int(data[test.count])
    if count <= _MANY and (items or not count):
        data[test.items] = list(itertools.islice(itertools.cycle(items), count))


@mend.register
def _(test: MaxItems, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    del group, kept
    del data[test.items][test.most :]


@mend.register
def _(test: CompactSize, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    for name in test.others:
        if name not in kept:
            data.pop(name, None)
    if any(True for _ in test.breaches(group, data)):
        for items in data[test.field].values():
            if isinstance(items, list) and any(isinstance(item, dict) for item in items):
                del items[1:]


@mend.register
def _(test: UniqueItems, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    del group, kept
    seen: set[str] = set()
    for item in data[test.items]:
        while item[test.key] in seen:
            item[test.key] += " 2"
        seen.add(item[test.key])


@mend.register
def _(test: NoItemOfType, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    del group, kept
    for item in data[test.items]:
        if test.type_test.holds(item[test.key]):
            item[test.key] = len(item[test.key])


@mend.register
def _(test: SameItems, data: Json, group: tuple[str, ...], kept: Collection[str]) -> None:
    del group, kept
    data[test.first] = list(data[test.second][test.inner])


@singledispatch
def break_test(test: CrossFieldTest, data: Json) -> None:
    """Change an object so that it fails a test.

    Args:
        test: The test, which applies to the object and which the object passes.
        data: The object; unchanged for a class of tests without a function here.
    """
    del test, data


@break_test.register
def _(test: Compare, data: Json) -> None:
    _swap(test, data)


@break_test.register
def _(test: NotTogether, data: Json) -> None:
    assert test.only_if is not None  # noqa: S101 - without a condition the test always fails if it applies
    name, value = test.only_if
    data[name] = value


@break_test.register
def _(test: MaxItems, data: Json) -> None:
    items = data[test.items]
    items += [copy.copy(item) for item in items[:1] * (test.most + 2 - len(items))]


@break_test.register
def _(test: CompactSize, data: Json) -> None:
    inner = data[test.field]
    name = next(name for name, value in inner.items() if isinstance(value, str))
    inner[name] += "x" * test.most


@break_test.register
def _(test: UniqueItems, data: Json) -> None:
    # Directly after the first item, so that both remain if other rules shorten the list.
    data[test.items][1:1] = [dict(item) for item in data[test.items][:1]]


@break_test.register
def _(test: NoItemOfType, data: Json) -> None:
    for item in data[test.items][:1]:
        item[test.key] = f"{item[test.key]}"[:_SHORT]
