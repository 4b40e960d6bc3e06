"""Verdicts of tests on values that are not fully known: the test certainly holds, certainly fails, or may do either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

from liveschema.engine.cross_field_tests import (
    Absent,
    Breach,
    CompactSize,
    CrossFieldTest,
    LengthEquals,
    MaxItems,
    NoItemOfType,
    NotTogether,
    Requires,
    SameItems,
    UniqueItems,
)
from liveschema.engine.limits import encodable
from liveschema.engine.partial.placeholders import (
    HOLE,
    at_least,
    described,
    has_certainly,
    least,
    length_bounds,
    length_text,
    may_spell,
)
from liveschema.engine.record import Record
from liveschema.engine.support import total_size
from liveschema.engine.unknown import PartialText, has_unknown
from liveschema.engine.value_tests import Encodable, Equals, Length, Matches, NotBlank, NotEqual, OneOf, ValueTest
from liveschema.engine.wording import quoted, some


@singledispatch
def verdict(test: ValueTest, value: Any) -> bool | None:  # noqa: ANN401 - the type differs by test
    """Return whether a value passes a test.

    Args:
        test: The test.
        value: The value, of the type that the test needs.

    Returns:
        True if it certainly passes, False if it certainly fails; None if that depends on what is not known.
    """
    return None if has_unknown(value) else test.holds(value)


@verdict.register
def _(test: Length, value: Any) -> bool | None:  # noqa: ANN401 - as above
    low, high = length_bounds(value)
    if (test.at_most is not None and low > test.at_most) or (high is not None and high < test.at_least):
        return False
    within = test.at_most is None or (high is not None and high <= test.at_most)
    return True if within and low >= test.at_least else None


@verdict.register(Encodable | NotBlank | Matches | OneOf | Equals | NotEqual)
def _(test: ValueTest, value: str | PartialText) -> bool | None:
    return text_verdict(test, value) if isinstance(value, PartialText) else test.holds(value)


@singledispatch
def text_verdict(test: ValueTest, text: PartialText) -> bool | None:
    """Return as `verdict` whether a partial text passes a test on strings."""
    raise NotImplementedError


@text_verdict.register
def _(test: Encodable, text: PartialText) -> bool | None:
    del test
    return None if all(map(encodable, text.pieces)) else False


@text_verdict.register
def _(test: NotBlank, text: PartialText) -> bool | None:
    del test
    return True if any(piece and not piece.isspace() for piece in text.pieces) else None


@text_verdict.register
def _(test: Matches, text: PartialText) -> bool | None:
    if test.only_if is not None:
        return None
    return None if test.may_begin(text.pieces[0]) and all(map(test.may_contain, text.pieces)) else False


@text_verdict.register
def _(test: OneOf, text: PartialText) -> bool | None:
    return None if any(may_spell(text, name) for name in test.names) else False


@text_verdict.register
def _(test: Equals, text: PartialText) -> bool | None:
    return None if may_spell(text, test.text) else False


@text_verdict.register
def _(test: NotEqual, text: PartialText) -> bool | None:
    return None if may_spell(text, test.text) else True


class Members(Record, eq=False):
    """The members of an object that is not fully known.

    Args:
        present: All members, without `MORE`; those with a tolerated value are left out.
        sound: Those that are valid by themselves, if what is not known in them is.
        unsure: The names of those that may be missing, or have a value that is tolerated.
        more: Whether there may be further members.
    """

    present: Mapping[str, Any]
    sound: Mapping[str, Any]
    unsure: frozenset[str]
    more: bool

    def has(self, name: str) -> bool:
        """Return whether the object certainly has a member."""
        return name in self.present and name not in self.unsure

    def lacks(self, name: str) -> bool:
        """Return whether the object certainly does not have a member."""
        return name not in self.present and not self.more

    def meets(self, test: CrossFieldTest, group: tuple[str, ...]) -> bool:
        """Return whether a test certainly applies to the object, with a group of fields."""
        return (
            self.unsure.isdisjoint(group)
            and not (self.more and test.without)
            and test.applies_to(group, self.present, self.sound)
        )

    def may_decide(self, test: CrossFieldTest) -> bool:
        """Return whether the result of a test may depend on what is not known."""
        names = {*test.fields, *test.without, *test.measured}
        return (
            not names.isdisjoint(self.unsure)
            or (self.more and not names <= self.present.keys())
            or any(has_unknown(self.present[name]) for name in names & self.present.keys())
        )


@singledispatch
def certain_breaches(test: CrossFieldTest, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    """Find the places where a test on several fields certainly fails; it must certainly apply to the object.

    Args:
        test: The test. Those that are not registered need to know all values.
        group: The group of fields that is present.
        members: The members of the object.

    Returns:
        The places, each with the values for the slots of the message.
    """
    return () if members.may_decide(test) else test.breaches(group, members.sound)


@certain_breaches.register(Absent | NotTogether | Requires)
def _(test: CrossFieldTest, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    return test.breaches(group, {name: described(value) for name, value in members.sound.items()})


@certain_breaches.register
def _(test: LengthEquals, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    items, count = (members.sound[name] for name in group)
    low, high = length_bounds(items)
    if not has_unknown(count) and (count < low or (high is not None and count > high)):
        length = f"{low} to {high}" if high not in (None, low) else length_text(items)
        yield (test.items,), {test.count: count, "length": length}


@certain_breaches.register
def _(test: MaxItems, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    del group
    items = members.sound[test.items]
    if length_bounds(items)[0] > test.most:
        yield (test.items,), {"most": test.most, "length": length_text(items)}


@certain_breaches.register
def _(test: UniqueItems, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    del group
    seen: set[str] = set()
    for index, value in _values_of(test.key, members.sound[test.items]):
        if isinstance(value, str):
            if value in seen:
                yield (test.items, index, test.key), {test.key: quoted(value)}
            seen.add(value)


@certain_breaches.register
def _(test: NoItemOfType, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    del group
    for index, value in _values_of(test.key, members.sound[test.items]):
        if has_certainly(test.type_test, value):
            text = value if isinstance(value, str) else described(value) if isinstance(value, PartialText) else HOLE
            yield (test.items, index, test.key), {test.key: quoted(str(text))}


def _values_of(key: str, items: object) -> Iterable[tuple[int, object]]:
    """Find the values that the objects of a list have in a field, each with the index of the object."""
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and key in item:
            yield index, item[key]


@certain_breaches.register
def _(test: SameItems, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    first, inner = members.sound[group[0]], members.sound[group[1]]
    second = inner.get(test.inner) if isinstance(inner, dict) else None
    if not (isinstance(first, list) and isinstance(second, list)):
        return
    known = [[item for item in items if isinstance(item, str)] for items in (first, second)]
    for here, there, other in ((0, 1, second), (1, 0, first)):
        if not has_unknown(other) and not set(known[here]) <= set(known[there]):
            yield (test.first,), {"first": _named(known[0], first), "second": _named(known[1], second)}
            return


def _named(known: list[str], items: list[object]) -> str:
    """Return the strings of a list as text for a message."""
    text = some(known) if known else "none"
    return f"{text} and others" if len(known) < len(items) else text


@certain_breaches.register
def _(test: CompactSize, group: tuple[str, ...], members: Members) -> Iterable[Breach]:
    del group
    parts = {name: members.sound[name] for name in test.measured if name in members.sound.keys() - members.unsure}
    size = total_size(**{name: least(part) for name, part in parts.items()})
    if size > test.most:
        exact = not members.may_decide(test)
        yield (test.field,), {"most": f"{test.most:,}", "size": at_least(size, exact=exact)}
