"""Strategies of payloads that break exactly one rule of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.example_payloads import Example
from liveschema.contract.requests import CONTRACT
from liveschema.contract.rules.invalid_stream_key import INVALID_STREAM_KEY
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import LEGACY, ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.convert import merged
from liveschema.engine.objects import ObjectSpec
from liveschema.engine.problems import Problem
from liveschema.engine.rule import Rule
from liveschema.engine.rules import NO_MATCHING_TYPE, NULL_VALUE, TYPE_MISMATCH
from liveschema.engine.wording import suggestion
from liveschema.testing.context import GenerationContext, Strategy, sifted
from liveschema.testing.invalid_values import invalid_values
from liveschema.testing.object_breakers import broken_objects
from liveschema.testing.objects import objects
from liveschema.testing.payloads import valid_payloads
from liveschema.testing.places import Place, around, places
from liveschema.testing.text_breakers import TEXT_RULES
from liveschema.text.read import read_json
from liveschema.verdicts import check


def broken_payloads(
    operation: OperationLike,
    *,
    rule: Rule | str,
    type: ActivityTypeLike | None = None,  # noqa: A002 - the name of the field in the payload
) -> Strategy:
    """Return a strategy of payloads that break exactly one rule.

    Args:
        operation: The operation.
        rule: The rule, or its id.
        type: The activity type; None for any. The rule ``type-mismatch``
            requires it, as the type of the existing activity.

    Returns:
        A strategy of payloads for which `liveschema.check` reports the rule,
        once or several times, and no other problem, not even a warning. For a
        rule on JSON text, it generates texts, as strings or bytes; for
        ``invalid-stream-key``, it generates stream keys.

    Raises:
        ValueError: If the rule, the operation or the activity type is unknown,
            if ``type-mismatch`` is given without a type, or if no payload of
            the operation and type can break only this rule.

    .. versionadded:: 0.1.0
    """
    examples = _examples(_rule(rule), Operation(operation), None if type is None else ActivityType(type))
    if type is None and _rule(rule) == TYPE_MISMATCH:
        msg = f"{TYPE_MISMATCH.id} needs the type that the activity has, got none"
        raise ValueError(msg)
    return examples.map(lambda example: example.payload)


def broken_examples(rule: Rule | str) -> Strategy:
    """Return a strategy of examples that break exactly one rule, for all operations and activity types.

    Args:
        rule: The rule, or its id.

    Returns:
        A strategy of `liveschema.contract.example_payloads.Example`. Each has
        the payload, the operation, the JSON Pointer of the first problem, and
        for ``type-mismatch`` the type of the existing activity.

    Raises:
        ValueError: If the rule is unknown.

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
        msg = f"a rule must be one of the catalogue, got {rule!r}{suggestion(rule, CATALOGUE)}"
        raise ValueError(msg)
    return CATALOGUE[rule]


@cache
def _examples(rule: Rule, operation: Operation, activity_type: ActivityType | None) -> Strategy:
    types = list(ActivityType) if activity_type is None else [activity_type]
    contexts = [GenerationContext(operation, each, no_warnings=True, typed=True) for each in types]
    found = [strategy for each in contexts if not (strategy := _of_type(rule, operation, each)).is_empty]
    if not found:
        for_what = f"{operation} and {activity_type}" if activity_type else operation
        msg = f"{rule.id} is a rule that no payload for {for_what} breaks alone"
        raise ValueError(msg)
    return st.one_of(found)


def _of_type(rule: Rule, operation: Operation, context: GenerationContext) -> Strategy:
    """Return a strategy of examples for one activity type; empty if none can break the rule."""
    known = context.activity_type if rule == TYPE_MISMATCH else None

    def example(payload: Any) -> Example | None:  # noqa: ANN401 - a payload, its text or a stream key
        problems = report(payload, rule, operation, known)
        if {problem.rule for problem in problems} != {rule.id}:
            return None
        return Example(operation, payload, problems[0].pointer, known)

    candidates = _candidates(rule, context)
    name = f"{rule.id}_on_{operation}".replace("-", "_")
    return candidates if candidates.is_empty else sifted(candidates, example, name)


def report(
    payload: Any,  # noqa: ANN401 - a payload, its text or a stream key
    rule: Rule,
    operation: OperationLike,
    activity_type: ActivityType | None,
) -> list[Problem]:
    """Check a value with the function that applies a rule.

    Args:
        payload: A payload, its text, or a stream key, depending on the rule.
        rule: The rule.
        operation: The operation.
        activity_type: The type of the existing activity; None if unknown.

    Returns:
        All problems.
    """
    if rule == INVALID_STREAM_KEY:
        return check_stream_key(payload)
    if rule in TEXT_RULES:
        value, faults = read_json(payload)
        return merged(value, faults, operation, activity_type)
    return check(payload, operation, activity_type=activity_type, enable=() if rule.default else (rule.id,))


def _candidates(rule: Rule, context: GenerationContext) -> Strategy:
    """Return a strategy of values that probably break only one rule."""
    if rule in TEXT_RULES:
        return valid_payloads(context).flatmap(TEXT_RULES[rule])
    if rule in _WHOLE:
        return _WHOLE[rule](context)
    for each in CONTRACT.mode_rules:
        if each.rule == rule:
            return valid_payloads(context) if context.operation in each.modes else st.nothing()
    whole, *inner = places(context)
    return st.one_of([found for place in [*inner, whole] for found in _at(place, rule, context)])


def _at(place: Place, rule: Rule, context: GenerationContext) -> list[Strategy]:
    """Return strategies of payloads that break a rule at a place."""
    leaves = broken_objects(place.spec, rule, context) if place.spec is not None else []
    refused = None if place.of_member else invalid_values(place.constraint, context, place.name).get(rule)
    if refused is not None and not (rule == NULL_VALUE and place.nullable):
        leaves.insert(0, refused)
    return [around(place, context, leaf) for leaf in leaves if not leaf.is_empty]


def _state(context: GenerationContext) -> tuple[Place, ObjectSpec]:
    """Return the place of the content state, whose tag may be left out, and its declaration."""
    union = CONTRACT.inferred_union(context.operation)
    (found,) = [(each, each.spec) for each in places(context) if each.constraint == union and each.spec is not None]
    return found


def _of_another_type(context: GenerationContext) -> Strategy:
    """Return a strategy of payloads that name another type than the existing activity has."""
    place, spec = _state(context)
    tag = spec.tag_field
    if tag is None or context.operation in tag.required_in:  # there is no existing activity
        return st.nothing()
    at_tag = attrs.evolve(place, path=(*place.path, tag.name))
    renamed = around(at_tag, context, invalid_values(tag.constraint, context, tag.name)[TYPE_MISMATCH])
    others = [attrs.evolve(context, activity_type=each) for each in ActivityType if each != context.activity_type]
    return st.one_of([renamed, *map(valid_payloads, others)])


def _of_two_types(context: GenerationContext) -> Strategy:
    """Return a strategy of payloads whose untyped state mixes the fields of two types."""
    place, spec = _state(context)
    tag = spec.tag_field
    if tag is None or tag.name in _needed_fields(spec, context):
        return st.nothing()
    name = tag.name

    def merge(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
        return {each: value for each, value in {**second, **first}.items() if each != name}

    others = [attrs.evolve(context, activity_type=each) for each in ActivityType if each != context.activity_type]
    second = st.one_of([objects(_state(each)[1], each) for each in others])
    return around(place, context, st.builds(merge, objects(spec, context), second))


def _needed_fields(spec: ObjectSpec, context: GenerationContext) -> set[str]:
    """Return the fields, including the tag, whose absence breaks a rule."""
    groups = [*spec.required(context.operation), *spec.advised(context.operation)]
    needed = [spec.tag_field.name] if spec.tag_field is not None and spec.needs_tag(context.operation) else []
    return {*needed, *(name for each in groups for name in each.names)}


def _bad_keys(context: GenerationContext) -> Strategy:
    if context.operation in LEGACY:
        return st.nothing()
    letters = st.sampled_from(["prod web/1", "", "a.b", "café", "key\n", "?"])
    return letters | st.text() | st.integers(256, 300).map(lambda length: "k" * length)


_WHOLE: Final[dict[Rule, Callable[[GenerationContext], Strategy]]] = {
    INVALID_STREAM_KEY: _bad_keys,
    NO_MATCHING_TYPE: _of_two_types,
    TYPE_MISMATCH: _of_another_type,
}
"""The strategies for rules on whole requests, for which no declaration exists."""
