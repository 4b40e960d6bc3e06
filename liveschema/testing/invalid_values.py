"""Strategies of the values that a constraint rejects, by the rule that they break.

Most of them come from the tests of the constraint, by the class of the test; a
constraint that rejects more than its tests do is registered here.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from functools import cache, singledispatch
from typing import Any, Final

from hypothesis import strategies as st

from liveschema.contract.vocabulary import ActivityType
from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule, ValueRule
from liveschema.engine.rules import (
    INVALID_URL,
    LONE_SURROGATE,
    NON_FINITE_NUMBER,
    NOT_JSON,
    NULL_VALUE,
    TOO_DEEP,
    TYPE_MISMATCH,
    UNKNOWN_TYPE,
    WRONG_TYPE,
)
from liveschema.engine.scalars import Tag, Url
from liveschema.engine.value_tests import (
    LARGEST,
    Between,
    Encodable,
    Length,
    Matches,
    NotBlank,
    OneOf,
    ValueTest,
    Whole,
)
from liveschema.testing.context import GenerationContext, Strategy
from liveschema.testing.value_tests import ANY_CHARACTER, URL_CHARACTER, Alphabet, beginning, narrowed
from liveschema.testing.values import JSON, fill, nested, values

InvalidValues = Mapping[Rule, Strategy]

_FAR: Final = 10**6
_SHORT: Final = 10
_BLANKS: Final = (" ", "\t", "\n", "\u2003", "")
_HALVES: Final = st.sampled_from(["\ud83d", "\udcbe", "\ud800z"])
_ENDLESS: Final = st.sampled_from([float("inf"), float("-inf"), float("nan"), 10**309, -(10**400)])
_URLS: Final = (
    "",
    "example.com",
    "/run/7",
    "ftp://example.com/",
    "https://",
    "https:///run",
    "mailto:ops@example.com",
    "http://ci.example.com/run",
)
"""Invalid URLs that a sender may believe to be valid."""


@cache
def invalid_values(constraint: Constraint, context: GenerationContext, name: str = "") -> InvalidValues:
    """Return strategies of the values that a constraint rejects or warns about.

    Args:
        constraint: The constraint.
        context: The context of the values.
        name: The name of the field.

    Returns:
        By rule that a value can break here: a strategy of such values.
    """
    return {NULL_VALUE: st.none(), **make_invalid_values(constraint, context, name)}


@singledispatch
def make_invalid_values(constraint: Constraint, context: GenerationContext, name: str) -> InvalidValues:
    """Return strategies of the values other than null that a constraint rejects or warns about.

    Args:
        constraint: The constraint.
        context: The context of the values.
        name: The name of the field.

    Returns:
        By rule that a value can break here: a strategy of such values.
    """
    return {WRONG_TYPE: of_other_type(constraint), **failing_checks(constraint, context, name)}


def of_other_type(constraint: Constraint) -> Strategy:
    """Return a strategy of values other than null that do not have the type that a constraint requires."""
    return JSON.filter(lambda value: value is not None and not constraint.has_type(value))


def failing_checks(constraint: Constraint, context: GenerationContext, name: str) -> InvalidValues:
    """Return strategies of values of the right type that fail a test of a constraint.

    Args:
        constraint: The constraint.
        context: The context of the values.
        name: The name of the field.

    Returns:
        By rule of a test: a strategy of values that fail the test.
    """
    found = []
    passed: list[ValueTest] = []
    for check in constraint.checks:
        strategy = failing(check.test, constraint, context, name)
        if isinstance(check.rule, ValueRule) and check.rule.breakers:
            strategy |= st.sampled_from(check.rule.breakers)
        if passed:  # only the first error is reported, so the value must pass the tests before this one
            strategy = strategy.filter(_passing(tuple(passed)))
        found.append((check.rule, strategy))
        if check.rule.severity is Severity.ERROR:
            passed.append(check.test)
    return _joined(found)


def _passing(tests: tuple[ValueTest, ...]) -> Callable[[object], bool]:
    return lambda value: all(test.holds(value) for test in tests)


def _joined(found: Iterable[tuple[Rule, Strategy]]) -> InvalidValues:
    """Combine the strategies of values that break the same rule."""
    joined: dict[Rule, Strategy] = {}
    for rule, strategy in found:
        joined[rule] = joined[rule] | strategy if rule in joined else strategy
    return joined


@singledispatch
def failing(test: ValueTest, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    """Return a strategy of values that fail a test.

    Args:
        test: The test.
        constraint: The constraint with the test.
        context: The context of the values.
        name: The name of the field.

    Returns:
        The strategy; empty if the class of the test is not registered, in
        which case the rule itself can list values that break it.
    """
    del test, constraint, context, name
    return st.nothing()


@failing.register
def _(test: Length, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    earlier = itertools.takewhile(lambda check: check.test is not test, constraint.checks)
    least, most = narrowed((check.test for check in earlier), 0, None)
    sizes = list(range(least, test.at_least))
    if test.at_most is not None:
        sizes += [size for size in range(test.at_most + 1, test.at_most + 4) if most is None or size <= most]
    return st.one_of([sized(constraint, context, name, size) for size in sizes])


@singledispatch
def sized(constraint: Constraint, context: GenerationContext, name: str, size: int) -> Strategy:
    """Return a strategy of values of a given length.

    Args:
        constraint: The constraint on the values, or on the values inside them.
        context: The context of the values.
        name: The name of the field.
        size: The number of characters, items or entries.

    Returns:
        The strategy. If the class of the constraint is not registered, it
        consists of strings, or is empty if the constraint accepts no strings.
    """
    del context, name
    return st.one_of([st.just(letter * size) for letter in "ané🚗" if constraint.has_type(letter)])


@sized.register
def _(constraint: ListOf, context: GenerationContext, name: str, size: int) -> Strategy:
    return st.lists(values(constraint.item, context, name), min_size=size, max_size=size)


@sized.register
def _(constraint: MapOf, context: GenerationContext, name: str, size: int) -> Strategy:
    del constraint, context, name
    return st.builds(lambda: {f"k{index}": index for index in range(size)})


@failing.register
def _(test: Encodable, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    del test
    return st.builds("{}{}".format, values(constraint, context, name), _HALVES)


@failing.register
def _(test: NotBlank, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    del test, constraint, context, name
    return st.sampled_from(_BLANKS)


@failing.register
def _(test: Matches, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    alphabet = characters(constraint)
    if test.only_if is not None:
        texts: Strategy = beginning(test, test.only_if, alphabet)
    else:
        changed = st.sampled_from(["{} x", "{}\n", " {}", "{}/a b"])
        texts = st.builds(str.format, changed, values(constraint, context, name))
        texts |= st.text(alphabet, max_size=_SHORT)
    return texts.filter(lambda text: not test.holds(text))


@singledispatch
def characters(constraint: Constraint) -> Alphabet:
    """Return the characters that the strings of a constraint may contain."""
    del constraint
    return ANY_CHARACTER


@characters.register
def _(constraint: Url) -> Alphabet:
    del constraint
    return URL_CHARACTER


@failing.register
def _(test: Between, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    del constraint, context, name
    if test.low <= -LARGEST:
        return _ENDLESS
    nearest = 0 if test.exclusive else 1
    outside = st.integers(nearest, _FAR).map(lambda less: test.low - less) | st.just(-LARGEST)
    if test.high < LARGEST:
        outside |= st.integers(1, _FAR).map(lambda more: test.high + more) | st.just(LARGEST)
    return outside


@failing.register
def _(test: Whole, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    del test
    parts = st.sampled_from([0.5, 0.25, 0.001])
    return st.builds(lambda whole, part: min(int(whole), _FAR) + part, values(constraint, context, name), parts)


@failing.register
def _(test: OneOf, constraint: Constraint, context: GenerationContext, name: str) -> Strategy:
    del constraint, context, name
    names = test.names
    misspelt = st.sampled_from(names).flatmap(
        lambda name: st.sampled_from([name[:-1], name + "s", name.swapcase(), f" {name}", name.replace("_", "-") + "."])
    )
    return (misspelt | st.text(max_size=6)).filter(lambda text: text not in names)


@make_invalid_values.register
def _(constraint: Tag, context: GenerationContext, name: str) -> InvalidValues:
    found = failing_checks(constraint, context, name)
    unknown = found[UNKNOWN_TYPE] | of_other_type(constraint)
    if context.activity_type is None or not isinstance(constraint.value, ActivityType):
        return {UNKNOWN_TYPE: unknown}  # another tag selects another member of the union
    others = [each for each in constraint.by_value if each != constraint.value]
    return {UNKNOWN_TYPE: unknown, TYPE_MISMATCH: st.sampled_from(others)}


@make_invalid_values.register
def _(constraint: Url, context: GenerationContext, name: str) -> InvalidValues:
    found = {WRONG_TYPE: of_other_type(constraint), **failing_checks(constraint, context, name)}
    (whole,) = (check.test for check in constraint.checks if check.rule == INVALID_URL)
    wrong = [url for url in _URLS if not whole.holds(url)]
    return {**found, INVALID_URL: st.sampled_from(wrong) | found[INVALID_URL]}


@make_invalid_values.register
def _(constraint: UnionOf, context: GenerationContext, name: str) -> InvalidValues:
    options = [failing_checks(option, context, name) for option in constraint.options]
    return {WRONG_TYPE: of_other_type(constraint), **_joined(each for option in options for each in option.items())}


@make_invalid_values.register
def _(constraint: MapOf, context: GenerationContext, name: str) -> InvalidValues:
    found = failing_checks(constraint, context, name)
    large = st.integers(1, 999).map(lambda more: fill(constraint, constraint.max_bytes + more))
    sound = values(constraint.value, context)
    keyed = {
        rule: st.builds(lambda key, value: {key: value}, keys, sound)
        for rule, keys in failing_checks(constraint.key, context, "").items()
    }
    return {WRONG_TYPE: of_other_type(constraint), **found, constraint.size_rule: large, **keyed}


@make_invalid_values.register
def _(constraint: JsonObject, context: GenerationContext, name: str) -> InvalidValues:
    del context, name
    stray: Any = st.sampled_from([b"bytes", {1, 2}, 1j, object])
    halves = st.builds("{}{}".format, st.text(max_size=_SHORT), _HALVES)
    return {
        WRONG_TYPE: of_other_type(constraint),
        NOT_JSON: _somewhere(stray) | st.just({7: "keys are strings"}),
        TOO_DEEP: st.integers(1, 5).map(lambda more: nested(MAX_DEPTH + more)),
        NON_FINITE_NUMBER: _somewhere(_ENDLESS),
        LONE_SURROGATE: _somewhere(halves),
    }


def _somewhere(bad: Strategy) -> Strategy:
    return bad.map(lambda value: {"when": value}) | bad.map(lambda value: {"runs": [1, {"at": value}]})
