"""Payloads that break one rule of the catalogue and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import le
from typing import Any, Final, cast

import attrs
from hypothesis import strategies as st

from liveschema._check import check, check_stream_key
from liveschema._convert import merged
from liveschema._text import read_json
from liveschema.constraints import LEGACY, Cross, FreeObject, ObjectSpec, States
from liveschema.problems import Problem
from liveschema.rules import (
    CATALOGUE,
    DUPLICATE_LABEL,
    GET_WITH_BODY,
    INCOMPLETE_PAIR,
    INERT_FIELD,
    INVALID_STREAM_KEY,
    LEGACY_OPERATION,
    METRICS_NOT_SHOWN,
    MISPLACED_FIELD,
    MISSING_FIELD,
    MISSING_TYPE,
    NO_MATCHING_TYPE,
    STREAM_CANNOT_START,
    TEXT_ON_BARS,
    TYPE_MISMATCH,
    UNKNOWN_FIELD,
    Example,
    Rule,
)
from liveschema.testing._beyond import breaches
from liveschema.testing._broken_text import TEXT_RULES
from liveschema.testing._mutations import OWNERS
from liveschema.testing._objects import broken, objects, plain_default, swap
from liveschema.testing._payloads import valid_payloads
from liveschema.testing._places import Place, around, places
from liveschema.testing._values import JSON, Aim, Strategy, sifted, values
from liveschema.vocabulary import ActivityType, Operation

_ON_AN_ACTIVITY: Final = frozenset(Operation) - {Operation.START}
_UNTYPED: Final = _ON_AN_ACTIVITY - {Operation.STREAM}
"""Where a state without a type breaks no other rule: a stream could not start with one."""


def broken_payloads(
    operation: Operation | str,
    *,
    rule: Rule | str,
    type: ActivityType | str | None = None,  # noqa: A002 - as the field of the payload is called
) -> Strategy:
    """Make a strategy of payloads that break one rule.

    Args:
        operation: What they are sent for.
        rule: The rule, or its id.
        type: The activity type they are for; None for any. The rule
            ``type-mismatch`` needs it: the type the activity is known to have.

    Returns:
        A strategy of payloads for which `check` reports this rule, once or
        several times, and nothing else, not even a warning. A rule on JSON
        text comes as the text, or as bytes; ``invalid-stream-key`` as the key.

    Raises:
        ValueError: If there is no such rule, operation or activity type, or
            no payload of the operation and the type breaks the rule alone.

    .. versionadded:: 0.1.0
    """
    examples = _examples(_rule(rule), Operation(operation), None if type is None else ActivityType(type))
    if type is None and _rule(rule) is TYPE_MISMATCH:
        msg = "type-mismatch needs the type that the activity has, got none"
        raise ValueError(msg)
    return examples.map(lambda example: example.payload)


def broken_examples(rule: Rule | str) -> Strategy:
    """Make a strategy of examples that break one rule, over all operations and types.

    Args:
        rule: The rule, or its id.

    Returns:
        A strategy of `liveschema.rules.Example`: the payload with its
        operation, the type that the activity is known to have where the rule
        goes by it, and where the first problem is reported.

    Raises:
        ValueError: If there is no such rule.

    .. versionadded:: 0.1.0
    """
    found = []
    for operation in Operation:
        try:
            found.append(_examples(_rule(rule), operation, None))
        except ValueError:
            continue
    return st.one_of(found)


def _rule(rule: Rule | str) -> Rule:
    if isinstance(rule, Rule):
        return rule
    if rule not in CATALOGUE:
        msg = f"a rule must be one of the catalogue, got {rule!r}"
        raise ValueError(msg)
    return CATALOGUE[rule]


@cache
def _examples(rule: Rule, operation: Operation, kind: ActivityType | None) -> Strategy:
    kinds = list(ActivityType) if kind is None else [kind]
    found = [_of_kind(rule, Aim(operation, each, spotless=True, typed=True)) for each in kinds]
    found = [strategy for strategy in found if not strategy.is_empty]
    if not found:
        for_what = f"{operation} and {kind}" if kind else operation
        msg = f"{rule.id} is a rule that no payload for {for_what} breaks alone"
        raise ValueError(msg)
    return st.one_of(found)


def _of_kind(rule: Rule, aim: Aim) -> Strategy:
    known = aim.kind if rule is TYPE_MISMATCH else None

    def example(payload: Any) -> Example | None:  # noqa: ANN401 - a payload, its text or a stream key
        problems = report(payload, rule, aim.operation or "", known)
        if {problem.rule for problem in problems} != {rule.id}:
            return None
        return Example(Operation(aim.operation or ""), payload, problems[0].pointer, known)

    candidates = _candidates(rule, aim)
    name = f"{rule.id}_on_{aim.operation}".replace("-", "_")
    return candidates if candidates.is_empty else sifted(candidates, example, name)


def report(
    payload: Any,  # noqa: ANN401 - a payload, its text or a stream key
    rule: Rule,
    operation: Operation | str,
    activity_type: ActivityType | None,
) -> list[Problem]:
    """Report on what is to break a rule, by the function that knows the rule."""
    if rule is INVALID_STREAM_KEY:
        return check_stream_key(payload)
    if rule in TEXT_RULES:
        value, faults = read_json(payload)
        return merged(value, faults, operation, activity_type)
    return check(payload, operation, activity_type=activity_type, enable=() if rule.default else (rule.id,))


def _candidates(rule: Rule, aim: Aim) -> Strategy:
    if rule in TEXT_RULES:
        return valid_payloads(aim).flatmap(TEXT_RULES[rule])
    if rule in _WHOLE:
        return _WHOLE[rule](aim)
    whole, *inner = places(aim)
    return st.one_of([found for place in [*inner, whole] for found in _at(place, rule, aim)])


def _at(place: Place, rule: Rule, aim: Aim) -> list[Strategy]:
    """Give the ways to break a rule at a place."""
    leaves = []
    if not place.in_family and not (isinstance(place.constraint, FreeObject) and place.spec):
        refused = breaches(place.constraint, aim, place.name).get(rule)
        if refused is not None:
            leaves.append(refused)
    if place.spec is not None:
        leaves += [
            objects(place.spec, aim, spare=cross, needs_type=place.in_family).map(_spoiler(cross))
            for cross in place.spec.crosses
            if cross.rule is rule and aim.operation in cross.on
        ]
        if rule in _OBJECTS:
            leaves.append(_OBJECTS[rule](place, place.spec, aim))
    return [around(place, aim, leaf) for leaf in leaves if not leaf.is_empty]


def _spoiler(cross: Cross) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Give what breaks a rule over several fields in an object that keeps it, where that is worth it."""

    def spoil(data: dict[str, Any]) -> dict[str, Any]:
        if not broken(cross, data):
            change = _SPOILS.get(cross.rule, swap(cross) if cross.holds is le else None)
            if change is not None:
                change(data)
        return data

    return spoil


def _repeat_label(data: dict[str, Any]) -> None:
    data["metrics"].append(dict(data["metrics"][0]))


def _word_value(data: dict[str, Any]) -> None:
    data["metrics"][0]["value"] = f"{data['metrics'][0]['value']}"[:64]


def _show_more(data: dict[str, Any]) -> None:
    first = data["metrics"][0]
    data["metrics"] += [{**first, "label": f"{first['label']} {number}"} for number in (2, 3, 4)]


def _get(data: dict[str, Any]) -> None:
    data["method"] = "GET"


_SPOILS: Final = {
    DUPLICATE_LABEL: _repeat_label,
    GET_WITH_BODY: _get,
    METRICS_NOT_SHOWN: _show_more,
    TEXT_ON_BARS: _word_value,
}


def _sound(place: Place, spec: ObjectSpec, aim: Aim, *present: str) -> Strategy:
    return objects(spec, aim, present=present, needs_type=place.in_family)


def _lacking_field(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    needs = spec.needs_on(aim.operation)
    return _without(_sound(place, spec, aim), [_names(need) for need in needs])


def _lacking_for_a_start(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    if aim.operation is not Operation.STREAM or not isinstance(place.constraint, States):
        return st.nothing()
    return _without(_sound(place, spec, aim), [_names(need) for need in spec.fresh_needs()])


def _names(need: Any) -> tuple[str, ...]:  # noqa: ANN401 - an AnyOf
    return (*(name for group in need.groups for name in group), *(need.unless or ())[:1])


def _lacking_type(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    in_state = isinstance(place.constraint, States) and aim.operation is Operation.START
    return _without(_sound(place, spec, aim), [("type",)]) if place.in_family or in_state else st.nothing()


def _half_a_pair(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    pairs = [group for need in spec.needs_on(aim.operation) for group in need.pairs()]
    return st.one_of([_without(_sound(place, spec, aim, *pair), [(name,) for name in pair]) for pair in pairs])


def _without(objects_: Strategy, choices: list[tuple[str, ...]]) -> Strategy:
    if not choices:
        return st.nothing()

    def leave_out(data: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
        return {name: value for name, value in data.items() if name not in names}

    return st.builds(leave_out, objects_, st.sampled_from(choices))


def _with(objects_: Strategy, entries: Strategy) -> Strategy:
    return st.builds(lambda data, entry: {**data, entry[0]: entry[1]}, objects_, entries)


def _stray_field(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    known = {*spec.fields, *spec.belongs, *spec.tolerated}
    misspelt = st.sampled_from(sorted(spec.fields)).flatmap(
        lambda name: st.sampled_from([f"{name}s", name[:-1], name.title(), f"_{name}"])
    )
    names = (misspelt | st.text(max_size=5)).filter(lambda name: name not in known)
    return _with(_sound(place, spec, aim), st.tuples(names, JSON))


def _field_from_elsewhere(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    taken = {name for name, field in spec.fields.items() if field.fits(aim.context)}
    names = sorted({*spec.fields, *spec.belongs, *spec.tolerated} - taken)
    entries = [
        st.tuples(st.just(name), values(OWNERS[name], Aim(Operation.STREAM), name)) for name in names if name in OWNERS
    ]
    return _with(_sound(place, spec, aim), st.one_of(entries))


def _inert_field(place: Place, spec: ObjectSpec, aim: Aim) -> Strategy:
    entries = [(name, plain_default(field)) for name, field in spec.tolerated.items()]
    return _with(_sound(place, spec, aim), st.sampled_from(entries)) if entries else st.nothing()


_OBJECTS: Final[dict[Rule, Callable[[Place, ObjectSpec, Aim], Strategy]]] = {
    INCOMPLETE_PAIR: _half_a_pair,
    INERT_FIELD: _inert_field,
    MISPLACED_FIELD: _field_from_elsewhere,
    MISSING_FIELD: _lacking_field,
    MISSING_TYPE: _lacking_type,
    STREAM_CANNOT_START: _lacking_for_a_start,
    UNKNOWN_FIELD: _stray_field,
}
"""Rules that an object breaks as a whole."""


def _of_another_type(aim: Aim) -> Strategy:
    if aim.operation not in _ON_AN_ACTIVITY:
        return st.nothing()
    others = [valid_payloads(Aim(aim.operation, each, spotless=True, typed=True)) for each in ActivityType]
    tags = [
        around(place, aim, breaches(place.constraint, aim)[TYPE_MISMATCH])
        for place in places(aim)
        if TYPE_MISMATCH in breaches(place.constraint, aim)
    ]
    return st.one_of(tags + [other for other, kind in zip(others, ActivityType, strict=True) if kind != aim.kind])


def _of_two_types(aim: Aim) -> Strategy:
    if aim.operation not in _UNTYPED:
        return st.nothing()

    def merge(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in {**second, **first}.items() if name != "type"}

    def state(of: Aim) -> tuple[Place, Strategy]:
        (place,) = [each for each in places(of) if isinstance(each.constraint, States)]
        return place, objects(cast("ObjectSpec", place.spec), of)

    place, own = state(aim)
    others = [state(attrs.evolve(aim, kind=kind))[1] for kind in ActivityType if kind != aim.kind]
    return around(place, aim, st.builds(merge, own, st.one_of(others)))


def _legacy(aim: Aim) -> Strategy:
    return valid_payloads(aim) if aim.operation in LEGACY else st.nothing()


def _bad_keys(aim: Aim) -> Strategy:
    if aim.operation in LEGACY:
        return st.nothing()
    letters = st.sampled_from(["prod web/1", "", "a.b", "café", "key\n", "?"])
    return letters | st.text() | st.integers(256, 300).map(lambda length: "k" * length)


_WHOLE: Final[dict[Rule, Callable[[Aim], Strategy]]] = {
    INVALID_STREAM_KEY: _bad_keys,
    LEGACY_OPERATION: _legacy,
    NO_MATCHING_TYPE: _of_two_types,
    TYPE_MISMATCH: _of_another_type,
}
"""Rules that a request breaks as a whole."""
