"""Strategies of objects that break a rule by a missing field, an extra field, or fields that conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.engine.objects import ObjectSpec
from liveschema.engine.rule import Rule
from liveschema.engine.rules import (
    INCOMPLETE_PAIR,
    INERT_FIELD,
    MISPLACED_FIELD,
    MISSING_FIELD,
    MISSING_TYPE,
    UNKNOWN_FIELD,
)
from liveschema.testing.context import GenerationContext, Strategy
from liveschema.testing.cross_field_tests import group_rules
from liveschema.testing.mutations import FIELDS, fitting_value
from liveschema.testing.objects import objects
from liveschema.testing.values import JSON


def broken_objects(spec: ObjectSpec, rule: Rule, context: GenerationContext) -> list[Strategy]:
    """Return strategies of objects that break a rule on objects.

    Args:
        spec: The declaration of the object.
        rule: The rule.
        context: The context of the object.

    Returns:
        The strategies, each of which may be empty.
    """
    found = [objects(spec, context, broken=each) for each in group_rules(spec, context.operation) if each.rule == rule]
    found += [
        _without(objects(spec, context), (each.names for each in spec.needed_for(also)))
        for also in spec.also_needs
        if also.rule == rule and also.mode == context.operation
    ]
    if rule in _BREAKERS:
        found.append(_BREAKERS[rule](spec, context))
    return found


def _without(sound: Strategy, choices: Iterable[tuple[str, ...]]) -> Strategy:
    """Return a strategy of objects without the fields of one of the choices."""
    listed = list(choices)
    if not listed:
        return st.nothing()

    def leave_out(data: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
        return {name: value for name, value in data.items() if name not in names}

    return st.builds(leave_out, sound, st.sampled_from(listed))


def _with(sound: Strategy, entries: Strategy) -> Strategy:
    """Return a strategy of objects with an added field; the entries are pairs of a name and a value."""
    return st.builds(lambda data, entry: {**data, entry[0]: entry[1]}, sound, entries)


def _lacking_field(spec: ObjectSpec, context: GenerationContext) -> Strategy:
    return _without(objects(spec, context), (each.names for each in spec.required(context.operation)))


def _lacking_tag(spec: ObjectSpec, context: GenerationContext) -> Strategy:
    if spec.tag_field is None or not spec.needs_tag(context.operation):
        return st.nothing()
    return _without(objects(spec, context), [(spec.tag_field.name,)])


def _half_a_pair(spec: ObjectSpec, context: GenerationContext) -> Strategy:
    pairs = [pair for each in spec.required(context.operation) for pair in each.pairs]
    return st.one_of([_without(objects(spec, context, present=pair), ((name,) for name in pair)) for pair in pairs])


def _unknown_field(spec: ObjectSpec, context: GenerationContext) -> Strategy:
    known = {*spec.fields, *_placed_elsewhere(spec), *spec.tolerated}
    misspelt = st.sampled_from(sorted(spec.fields)).flatmap(
        lambda name: st.sampled_from([f"{name}s", name[:-1], name.title(), f"_{name}"])
    )
    names = (misspelt | st.text(max_size=5)).filter(lambda name: name not in known)
    return _with(objects(spec, context), st.tuples(names, JSON))


def _placed_elsewhere(spec: ObjectSpec) -> set[str]:
    """Return the fields that belong elsewhere and that are reported as misplaced in an object of a class."""
    return {*spec.placements, *(name for name in FIELDS if CONTRACT.placement_in(spec.cls, name))}


def _misplaced_field(spec: ObjectSpec, context: GenerationContext) -> Strategy:
    names = {*spec.fields, *_placed_elsewhere(spec), *spec.tolerated} - spec.fitting(context.of_report)
    entries = [st.tuples(st.just(name), fitting_value(name) if name in FIELDS else JSON) for name in sorted(names)]
    return _with(objects(spec, context), st.one_of(entries))


def _inert_field(spec: ObjectSpec, context: GenerationContext) -> Strategy:
    entries = [(name, field.tolerated) for name, field in spec.tolerated.items()]
    return _with(objects(spec, context), st.sampled_from(entries)) if entries else st.nothing()


_BREAKERS: Final[dict[Rule, Callable[[ObjectSpec, GenerationContext], Strategy]]] = {
    INCOMPLETE_PAIR: _half_a_pair,
    INERT_FIELD: _inert_field,
    MISPLACED_FIELD: _misplaced_field,
    MISSING_FIELD: _lacking_field,
    MISSING_TYPE: _lacking_tag,
    UNKNOWN_FIELD: _unknown_field,
}
"""The strategies for rules of the engine on whole objects, for which no declaration exists."""
