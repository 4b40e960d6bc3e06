"""Strategies of the values that a constraint accepts."""

from __future__ import annotations

import string
from functools import cache, singledispatch
from typing import Final

from hypothesis import strategies as st

from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.scalars import Boolean, EnumOf, Integer, Number, Tag, Text, Url
from liveschema.engine.support import compact_size
from liveschema.engine.value_tests import LARGEST, STRING, Length
from liveschema.examples.samples import samples
from liveschema.testing.context import GenerationContext, Strategy, seldom
from liveschema.testing.value_tests import ANY_CHARACTER, URL_CHARACTER, lengths, narrowed, satisfying

_SHORT: Final = 10
_FEW: Final = 4
_FAR: Final = 10**6
_DOMAINS: Final = ("", ".io", ".example.com", ":8080", ".a.bc:9")
_WIDE: Final = ("a", "é", "🚗")
"""A character of one, of two and of four bytes in UTF-8."""


@cache
def values(constraint: Constraint, context: GenerationContext, name: str = "") -> Strategy:
    """Return a strategy of the values that a constraint accepts.

    Args:
        constraint: The constraint.
        context: The context of the values.
        name: The name of the field, to prefer meaningful values.

    Returns:
        The strategy, which shrinks to a value from the examples of the rules.
    """
    made = make_values(constraint, context, name)
    fit = samples(name, constraint, context.activity_type)
    return st.sampled_from(fit) | made if fit else made


@singledispatch
def make_values(constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    """Return a strategy of the values that a constraint accepts, without the examples of the rules.

    Args:
        constraint: The constraint.
        context: The context of the values.
        name: The name of the field.

    Returns:
        The strategy.

    Raises:
        TypeError: If no function is registered for the class of the constraint.
    """
    del context, name
    msg = f"no strategy for {constraint!r}"
    raise TypeError(msg)


@make_values.register
def _(constraint: Text, context: GenerationContext, name: str) -> Strategy:
    del name
    tests = [rule.test for rule in constraint.rules if context.keeps(rule)]
    least, most = narrowed(tests, constraint.min_length, constraint.max_length)
    common: Strategy = st.text(min_size=least, max_size=_SHORT if most is None else min(_SHORT, most))
    for test in tests:
        common = satisfying(test, common, ANY_CHARACTER).filter(Length(least, most).holds)
    if most is None:
        return common
    longest = [letter * most for letter in _WIDE]
    sound = [text for text in longest if all(test.holds(text) for test in tests)]
    return seldom(common, st.sampled_from(sound)) if sound else common


def _bounds(constraint: Number) -> tuple[float | None, float | None, bool]:
    """Return the lower and upper bound of a number, and whether the lower bound is exclusive."""
    exclusive = constraint.exclusive_minimum is not None
    return (constraint.exclusive_minimum if exclusive else constraint.minimum), constraint.maximum, exclusive


@make_values.register
def _(constraint: Number, context: GenerationContext, name: str) -> Strategy:
    del context, name
    least, most, exclusive = _bounds(constraint)
    edges = [edge for edge in (None if exclusive else least, most) if edge is not None]
    edges += [LARGEST, int(LARGEST)] if most is None else []
    edges += [-LARGEST, int(-LARGEST)] if least is None else []
    low = -LARGEST if least is None else float(least)
    high = LARGEST if most is None else float(most)
    fractions = st.floats(low, high, exclude_min=exclusive, allow_nan=False, allow_infinity=False)
    return whole_numbers(constraint) | st.sampled_from(edges) | fractions


def whole_numbers(constraint: Number) -> Strategy:
    """Return a strategy of the whole numbers that a constraint accepts, as ``int``.

    Args:
        constraint: The constraint.

    Returns:
        The strategy; where the constraint has no bound, the bound is one million.
    """
    least, most, exclusive = _bounds(constraint)
    low = -_FAR if least is None else int(least) + exclusive
    high = _FAR if most is None else int(most)
    if low <= 0:
        return st.integers(low, min(high, _SHORT)) | st.integers(low, high)
    return st.integers(low, low + _SHORT) | st.integers(low, high)


@make_values.register
def _(constraint: Integer, context: GenerationContext, name: str) -> Strategy:
    del context, name
    whole = whole_numbers(constraint)
    return seldom(whole, whole.map(float) | st.just(int(LARGEST)))


@make_values.register
def _(constraint: Boolean, context: GenerationContext, name: str) -> Strategy:
    del constraint, context, name
    return st.booleans()


@make_values.register
def _(constraint: EnumOf, context: GenerationContext, name: str) -> Strategy:
    del context, name
    return st.sampled_from(list(constraint.by_value))


@make_values.register
def _(constraint: Tag, context: GenerationContext, name: str) -> Strategy:
    del context, name
    return st.just(str(constraint.value))


@make_values.register
def _(constraint: Url, context: GenerationContext, name: str) -> Strategy:
    del name
    names = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=_SHORT)
    hosts = st.builds("{}{}".format, names, st.sampled_from(_DOMAINS))
    rest = st.text(URL_CHARACTER, max_size=_SHORT)
    made: list[Strategy] = [st.builds("{}://{}/{}".format, _cased(each), hosts, rest) for each in constraint.schemes]
    made += [st.builds("{}:{}".format, _cased(each), rest) for each in constraint.opaque_schemes]
    urls = st.one_of(made)
    for rule in constraint.rules:
        sound = satisfying(rule.test, urls, URL_CHARACTER)
        urls = sound if context.keeps(rule) else urls | sound
    return urls


def _cased(scheme: str) -> Strategy:
    return st.sampled_from([scheme, scheme.upper(), scheme.title()])


@make_values.register
def _(constraint: ListOf, context: GenerationContext, name: str) -> Strategy:
    items = values(constraint.item, context, name)
    tests = [rule.test for rule in constraint.rules if context.keeps(rule)]
    least, most = narrowed(tests, constraint.min_items, constraint.max_items)
    if most is None:
        # If a list may exceed a bound with only a warning, some lists do.
        advised = [most for rule in constraint.rules if (most := lengths(rule.test)[1]) is not None]
        most = max(advised) + 2 if advised else None
    if most is None:
        made: Strategy = st.lists(items, min_size=least, max_size=_SHORT)
    else:
        few = st.lists(items, min_size=least, max_size=min(most, _FEW))
        many = st.lists(items, min_size=min(most, _FEW), max_size=most)
        made = seldom(few, many | st.lists(items, min_size=most, max_size=most))
    for test in tests:
        made = satisfying(test, made, ANY_CHARACTER)
    return made


@make_values.register
def _(constraint: UnionOf, context: GenerationContext, name: str) -> Strategy:
    return st.one_of([values(option, context, name) for option in constraint.options])


@make_values.register
def _(constraint: MapOf, context: GenerationContext, name: str) -> Strategy:
    keys, items = values(constraint.key, context, name), values(constraint.value, context)
    few = st.dictionaries(keys, items, max_size=3).filter(lambda each: compact_size(each) <= constraint.max_bytes)
    return seldom(few, st.sampled_from([_most_entries, _most_bytes]).map(lambda make: make(constraint)))


def _most_entries(constraint: MapOf) -> dict[str, object]:
    return {f"k{index}": index for index in range(constraint.max_properties)}


def _most_bytes(constraint: MapOf) -> dict[str, object]:
    """Return an object of the greatest allowed size."""
    return fill(constraint, constraint.max_bytes)


def fill(constraint: MapOf, size: int) -> dict[str, object]:
    """Return an object of a given size.

    Args:
        constraint: The constraint on the object, which allows strings as values.
        size: The size in bytes, as compact JSON in UTF-8.

    Returns:
        The object: strings of the greatest allowed length, and one that fills the rest.
    """
    longest = _longest_text(constraint.value)
    entries: dict[str, object] = {}
    while True:
        key = f"k{len(entries)}"
        left = size - compact_size({**entries, key: ""})
        entries[key] = "x" * min(left, longest)
        if left <= longest:
            return entries


def _longest_text(constraint: Constraint) -> int:
    texts = [branch for branch in constraint.branches if branch.type_test == STRING]
    return max(lengths(check.test)[1] or 0 for branch in texts for check in branch.checks)


SCALARS: Final[Strategy] = (
    st.integers(-_FAR, _FAR)
    | st.booleans()
    | st.none()
    | st.text(max_size=4)
    | st.floats(allow_nan=False, allow_infinity=False)
)
JSON: Final[Strategy] = (
    SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.text(max_size=3), SCALARS, max_size=3)
)
"""A strategy of small values of any JSON type."""


def nested(levels: int) -> dict[str, object]:
    """Return an object with a given nesting depth.

    Args:
        levels: The number of levels, including the object itself.

    Returns:
        The object.
    """
    value: object = 1
    for _ in range(levels - 1):
        value = [value]
    return {"log": value}


@make_values.register
def _(constraint: JsonObject, context: GenerationContext, name: str) -> Strategy:
    del constraint, context, name
    few = st.dictionaries(st.sampled_from(["ref", "run", "who"]) | st.text(max_size=4), JSON, max_size=3)
    return seldom(few, st.builds(nested, st.just(MAX_DEPTH)))
