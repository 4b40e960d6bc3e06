"""From a constraint to the values it refuses, by the rule that each breaks."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from hypothesis import strategies as st

from liveschema.constraints import (
    MAX_DEPTH,
    Choice,
    Constraint,
    Either,
    Entries,
    FreeObject,
    Integer,
    ListOf,
    Number,
    Tag,
    Text,
    Url,
)
from liveschema.constraints._scalars import LARGEST
from liveschema.rules import (
    BLANK_TEXT,
    EMPTY_LIST,
    EMPTY_STRING,
    INVALID_URL,
    LONE_SURROGATE,
    METADATA_TOO_LARGE,
    NON_FINITE_NUMBER,
    NOT_AN_INTEGER,
    NOT_JSON,
    NULL_VALUE,
    OUT_OF_RANGE,
    SHORTCUT_URL,
    SYMBOL_SHAPE,
    TOO_DEEP,
    TOO_LONG,
    TOO_MANY_ENTRIES,
    TOO_MANY_ITEMS,
    WRONG_TYPE,
    Rule,
)
from liveschema.testing._values import JSON, Aim, Strategy, fill, nested, values, whole_numbers
from liveschema.vocabulary import ActivityType

Breaches = dict[Rule, Strategy]

_FAR = 10**6
_BLANKS = st.sampled_from([" ", "\t", "\n", "\u2003"])
_HALVES = st.sampled_from(["Backup \ud83d", "\udcbe", "a\ud800z"])
_ENDLESS = st.sampled_from([float("inf"), float("-inf"), float("nan"), 10**309, -(10**400)])


def breaches(constraint: Constraint, aim: Aim, name: str = "") -> Breaches:
    """Give what a constraint refuses, or warns about.

    Args:
        constraint: The constraint.
        aim: What the values around are made for.
        name: The name of the field.

    Returns:
        For each rule that a value can break here, a strategy of such values.
    """
    return {NULL_VALUE: st.none()} | _misfits(constraint) | _by_class(constraint, aim, name)


def _misfits(constraint: Constraint) -> Breaches:
    if isinstance(constraint, Tag):
        return {}
    options = constraint.options if isinstance(constraint, Either) else (constraint,)
    return {
        WRONG_TYPE: JSON.filter(lambda value: value is not None and not any(each.is_kind(value) for each in options))
    }


@singledispatch
def _by_class(constraint: Constraint, aim: Aim, name: str) -> Breaches:
    del constraint, aim, name
    return {}


@_by_class.register
def _(constraint: Text, aim: Aim, name: str) -> Breaches:
    del aim, name
    found: Breaches = {LONE_SURROGATE: _HALVES}
    if constraint.minimum:
        found[EMPTY_STRING] = st.just("")
    if constraint.maximum is not None:
        most = constraint.maximum
        found[TOO_LONG] = st.builds(
            lambda letter, more: letter * (most + more), st.sampled_from("ané🚗"), st.integers(1, 9)
        )
    if constraint.warn_blank:
        found[BLANK_TEXT] = _BLANKS if constraint.minimum else _BLANKS | st.just("")
    if constraint.symbol:
        found[SYMBOL_SHAPE] = st.sampled_from(
            ["Bolt Fill", "bolt..fill", ".bolt", "bolt-fill", "⚡", "BOLT"]
        ) | st.from_regex(r"[A-Z][a-z]{0,8}( [A-Z][a-z]{0,8})?", fullmatch=True)
    return found


@_by_class.register
def _(constraint: Number, aim: Aim, name: str) -> Breaches:
    del aim, name
    bounded = [constraint.minimum, constraint.above, constraint.maximum] != [None] * 3
    found: Breaches = {NON_FINITE_NUMBER: _ENDLESS}
    if bounded:
        found[OUT_OF_RANGE] = st.one_of(_below(constraint), _above(constraint))
    if isinstance(constraint, Integer):
        found[NOT_AN_INTEGER] = st.builds(
            lambda whole, part: min(whole, _FAR) + part, whole_numbers(constraint), st.sampled_from([0.5, 0.25, 0.001])
        )
    return found


def _below(constraint: Number) -> Strategy:
    least = constraint.above if constraint.minimum is None else constraint.minimum
    nearest = 1 if constraint.above is None else 0
    return (
        st.nothing() if least is None else st.integers(nearest, _FAR).map(lambda less: least - less) | st.just(-LARGEST)
    )


def _above(constraint: Number) -> Strategy:
    most = constraint.maximum
    return st.nothing() if most is None else st.integers(1, _FAR).map(lambda more: most + more) | st.just(LARGEST)


@_by_class.register
def _(constraint: Choice, aim: Aim, name: str) -> Breaches:
    del aim, name
    return {constraint.rule: strangers(list(constraint.by_value))}


def strangers(names: list[str]) -> Strategy:
    """Make a strategy of strings that are none of some names: misspelt ones, and any others."""
    misspelt = st.sampled_from(names).flatmap(
        lambda name: st.sampled_from([name[:-1], name + "s", name.swapcase(), f" {name}", name.replace("_", "-") + "."])
    )
    return (misspelt | st.text(max_size=6)).filter(lambda text: text not in names)


@_by_class.register
def _(constraint: Tag, aim: Aim, name: str) -> Breaches:
    del name
    names = [str(member) for member in type(constraint.value)]
    others = JSON.filter(lambda value: value is not None and not isinstance(value, str))
    found: Breaches = {constraint.rule: strangers(names) | others}
    if aim.kind is not None and isinstance(constraint.value, ActivityType):
        found[constraint.mismatch] = st.sampled_from([each for each in names if each != constraint.value])
    return found


@_by_class.register
def _(constraint: Url, aim: Aim, name: str) -> Breaches:
    sound = values(constraint, aim, name)
    bad = st.sampled_from(
        ["", "example.com", "/run/7", "ftp://example.com/", "https://", "https:///run", "mailto:ops@example.com"]
    )
    spaced = sound.map(lambda url: f"{url}/a b") | sound.map(lambda url: f"{url}\n") | sound.map(lambda url: f" {url}")
    found: Breaches = {INVALID_URL: bad | spaced, LONE_SURROGATE: sound.map(lambda url: f"{url}\udcbe")}
    if "http" not in constraint.schemes:
        found[INVALID_URL] |= st.just("http://ci.example.com/run")
    if "shortcuts" in constraint.schemes:
        found[SHORTCUT_URL] = st.sampled_from(["run-shortcut", "run-shortcut?name=", "open-shortcut?name=x", ""]).map(
            "shortcuts://{}".format
        )
    return found


@_by_class.register
def _(constraint: ListOf, aim: Aim, name: str) -> Breaches:
    found: Breaches = {}
    if constraint.minimum:
        found[EMPTY_LIST] = st.builds(list)
    for most, rule in ((constraint.maximum, TOO_MANY_ITEMS), (constraint.advised, constraint.advice)):
        if most is not None and rule is not None:
            found[rule] = st.lists(values(constraint.item, aim, name), min_size=most + 1, max_size=most + 3)
    return found


@_by_class.register
def _(constraint: Either, aim: Aim, name: str) -> Breaches:
    found: Breaches = {}
    for option in constraint.options:
        for rule, strategy in _by_class(option, aim, name).items():
            found[rule] = found[rule] | strategy if rule in found else strategy
    return found


@_by_class.register
def _(constraint: Entries, aim: Aim, name: str) -> Breaches:
    del name
    found: Breaches = {
        TOO_MANY_ENTRIES: st.integers(1, 9).map(
            lambda more: {f"k{index}": index for index in range(constraint.maximum + more)}
        ),
        METADATA_TOO_LARGE: st.integers(1, 999).map(lambda more: fill(constraint, constraint.maximum_size + more)),
    }
    for rule, keys in _by_class(constraint.key, aim, "").items():
        found[rule] = keys.map(lambda key: {key: 1})
    return found


@_by_class.register
def _(constraint: FreeObject, aim: Aim, name: str) -> Breaches:
    del constraint, aim, name
    stray: Any = st.sampled_from([b"bytes", {1, 2}, 1j, object])
    return {
        NOT_JSON: _somewhere(stray) | st.just({7: "keys are strings"}),
        TOO_DEEP: st.integers(1, 5).map(lambda more: nested(MAX_DEPTH + more)),
        NON_FINITE_NUMBER: _somewhere(_ENDLESS),
        LONE_SURROGATE: _somewhere(_HALVES),
    }


def _somewhere(bad: Strategy) -> Strategy:
    return bad.map(lambda value: {"when": value}) | bad.map(lambda value: {"runs": [1, {"at": value}]})


__all__ = ["breaches", "strangers"]
