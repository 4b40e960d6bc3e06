"""Strategies of objects, from the declarations of their classes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st

from liveschema.engine.objects import ObjectSpec, spec_of
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.testing.context import GenerationContext, Strategy
from liveschema.testing.cross_field_tests import GroupRule, Json, break_test, group_rules, mend
from liveschema.testing.values import make_values, values


@attrs.frozen
class _Shape:
    """One combination of fields that satisfies the requirements of an object.

    Args:
        required: The fields that are present.
        fixed: The values that some of them must have.
        barred: The fields that are absent.
    """

    required: frozenset[str] = frozenset()
    fixed: tuple[tuple[str, object], ...] = ()
    barred: frozenset[str] = frozenset()

    def joined(self, other: _Shape) -> _Shape:
        """Return the shape that combines both shapes."""
        return _Shape(self.required | other.required, self.fixed + other.fixed, self.barred | other.barred)

    def strategy(self, made: Mapping[str, Strategy], always: Collection[str], forced: Collection[str]) -> Strategy:
        """Return a strategy of objects of this shape.

        Args:
            made: The strategies of the fields by name.
            always: The fields that every object has.
            forced: The fields among them whose strategies must not be replaced.

        Returns:
            The strategy; empty if one of the fields in ``always`` is barred.
        """
        if self.barred.intersection(always):
            return st.nothing()
        own = {**made, **{name: st.just(value) for name, value in self.fixed if name not in forced}}
        required = {name: strategy for name, strategy in own.items() if name in self.required or name in always}
        optional = {name: own[name] for name in own if name not in required and name not in self.barred}
        return st.fixed_dictionaries(required, optional=optional)


def _ways(required: RequiredGroups, *, all_ways: bool) -> list[_Shape]:
    """Return the shapes that satisfy one requirement."""
    every = frozenset(name for group in required.groups for name in group)
    ways = [_Shape(frozenset(group), barred=every - set(group)) for group in required.groups]
    if len(required.groups) > 1 and all_ways:
        ways.append(_Shape(every))
    if required.unless is not None:
        ways.append(_Shape(frozenset({required.unless[0]}), (required.unless,), every))
    return ways


def _shapes(spec: ObjectSpec, context: GenerationContext, *, all_ways: bool) -> list[_Shape]:
    required = spec.required(context.operation)
    if context.no_warnings:
        required += spec.advised(context.operation)
    ways = [_ways(each, all_ways=all_ways) for each in required]
    shapes = []
    for chosen in itertools.product(*ways):
        shape = _Shape()
        for way in chosen:
            shape = shape.joined(way)
        shapes.append(shape)
    return shapes


def objects(
    spec: ObjectSpec,
    context: GenerationContext,
    forced: Mapping[str, Strategy] | None = None,
    *,
    broken: GroupRule | None = None,
    present: Iterable[str] = (),
) -> Strategy:
    """Return a strategy of objects that conform to all rules of a class.

    Args:
        spec: The declaration of the object.
        context: The context of the objects.
        forced: Strategies of fields that every object has; their values may break rules.
        broken: A rule on several fields that the objects break; its fields are present.
        present: Further fields that every object has.

    Returns:
        The strategy; empty if no object can have all these fields.
    """
    forced = forced or {}
    rules = [each for each in group_rules(spec, context.operation) if each != broken and context.keeps(each.rule)]
    always = {*forced, *present, *(broken.group if broken else ())}
    if not always <= spec.fitting(context.of_report) or (broken and any(each.fails_on(always) for each in rules)):
        return st.nothing()
    for each in rules:
        if always.issuperset(each.group):
            always.update(each.rule.test.without)
    if spec.tag_field is not None and (context.typed or spec.needs_tag(context.operation)):
        always.add(spec.tag_field.name)
    made = {**_members(spec, context), **forced}
    for name in broken.rule.test.without if broken else ():
        made.pop(name, None)
    shapes = _shapes(spec, context, all_ways=not context.no_warnings or broken is not None)
    found = st.one_of([shape.strategy(made, always, forced) for shape in shapes])
    settled = [each for each in rules if forced.keys().isdisjoint({*each.group, *each.rule.test.measured})]
    return found.map(_settling(broken, settled, always))


def _members(spec: ObjectSpec, context: GenerationContext) -> dict[str, Strategy]:
    """Return a strategy for each field that an object may have."""
    names = spec.fitting(context.of_report)
    return {name: values(field.constraint, context, name) for name, field in spec.fields.items() if name in names}


def _settling(broken: GroupRule | None, rules: list[GroupRule], kept: set[str]) -> Callable[[Json], Json]:
    """Return a function that makes an object break one rule on several fields and conform to the others."""

    def settle(data: Json) -> Json:
        if broken is not None and not broken.broken_by(data):
            break_test(broken.rule.test, data)
        for each in rules:
            if each.broken_by(data):
                mend(each.rule.test, data, each.group, kept)
        return data

    return settle


@make_values.register
def _(constraint: Nested, context: GenerationContext, name: str) -> Strategy:
    del name
    return objects(spec_of(constraint.cls), context)


@make_values.register
def _(constraint: TaggedUnion, context: GenerationContext, name: str) -> Strategy:
    del name
    return st.one_of([objects(spec, context) for spec in constraint.specs.values()])


@make_values.register
def _(constraint: InferredUnion, context: GenerationContext, name: str) -> Strategy:
    if context.activity_type is not None:
        return objects(constraint.specs[context.activity_type], context)
    types: list[Any] = [spec.tag for spec in constraint.specs.values()]
    return st.one_of([values(constraint, attrs.evolve(context, activity_type=each), name) for each in types])
