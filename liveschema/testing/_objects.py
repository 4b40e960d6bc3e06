"""From what a class declares of an object to a strategy of such objects."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from operator import le
from typing import Any

import attrs
from hypothesis import strategies as st

from liveschema.constraints import AnyOf, Cross, Family, Field, Findings, ObjectSpec, Part, States, spec_of
from liveschema.problems import Severity
from liveschema.rules import CHANNELS_DIFFER, DUPLICATE_LABEL, METRICS_NOT_SHOWN, STEP_COLORS_LENGTH, TEXT_ON_BARS
from liveschema.testing._values import Aim, Strategy, make_values, values
from liveschema.vocabulary import Operation

Mend = Callable[[dict[str, Any]], object]

_MANY = 20


@attrs.frozen
class _Shape:
    """One way to have all that an object asks for.

    Args:
        required: The fields it has.
        fixed: The values that some of them must have.
        barred: The fields it has not.
    """

    required: frozenset[str] = frozenset()
    fixed: tuple[tuple[str, object], ...] = ()
    barred: frozenset[str] = frozenset()

    def joined(self, other: _Shape) -> _Shape:
        return _Shape(self.required | other.required, self.fixed + other.fixed, self.barred | other.barred)

    def takes(self, names: Iterable[str]) -> bool:
        return not self.barred.intersection(names)


def _ways(need: AnyOf, *, all_ways: bool) -> list[_Shape]:
    every = frozenset(name for group in need.groups for name in group)
    ways = [_Shape(frozenset(group), barred=every - set(group)) for group in need.groups]
    if len(need.groups) > 1 and all_ways:
        ways.append(_Shape(every))
    if need.unless is not None:
        ways.append(_Shape(frozenset({need.unless[0]}), (need.unless,), every))
    return ways


def _shapes(spec: ObjectSpec, aim: Aim, *, all_ways: bool) -> list[_Shape]:
    needs = spec.needs_on(aim.operation)
    if aim.spotless and aim.operation is Operation.STREAM:
        needs += spec.fresh_needs()
    ways = [_ways(need, all_ways=all_ways) for need in needs]
    shapes = []
    for chosen in itertools.product(*ways):
        shape = _Shape()
        for way in chosen:
            shape = shape.joined(way)
        shapes.append(shape)
    return shapes


def plain_default(field: Field) -> object:
    """Give the value that a field has where it is left out, as JSON has it."""
    return field.default.value if isinstance(field.default, StrEnum) else field.default


def objects(  # noqa: PLR0913 - one keyword for each way to steer them
    spec: ObjectSpec,
    aim: Aim,
    forced: Mapping[str, Strategy] | None = None,
    *,
    spare: Cross | None = None,
    present: Iterable[str] = (),
    needs_type: bool = False,
) -> Strategy:
    """Make a strategy of objects that keep all rules of a class.

    Args:
        spec: What the class declares.
        aim: What the objects are made for.
        forced: Strategies for fields that every object has; they may break the rules.
        spare: A rule over several fields that is left broken where it is; the
            fields it is about are present.
        present: Fields that every object has.
        needs_type: Whether the type must be named, since a family is told apart by it.

    Returns:
        The strategy; nothing where no object can have the fields that are forced.
    """
    forced = forced or {}
    taken = {name: field for name, field in spec.fields.items() if field.fits(aim.context)}
    always = {*forced, *present, *(spare.fields if spare else ())}
    active = [cross for cross in spec.crosses if cross is not spare and _minded(cross, aim)]
    if not always <= taken.keys() or any(_at_odds(cross, always) for cross in active if spare):
        return st.nothing()
    for cross in active:
        if set(cross.fields) <= always:
            always.update(cross.without)
    tag = taken.get("type")
    if tag is not None and spec.tag and (needs_type or aim.typed or aim.operation in tag.required_on):
        always.add("type")
    made: dict[str, Strategy] = {name: values(field.constraint, aim, name) for name, field in taken.items()}
    if not aim.spotless:
        made |= {name: st.just(plain_default(field)) for name, field in spec.tolerated.items()}
    made = {
        name: strategy for name, strategy in {**made, **forced}.items() if spare is None or name not in spare.without
    }
    strategies = []
    for shape in _shapes(spec, aim, all_ways=not aim.spotless or spare is not None):
        if not shape.takes(always):
            continue
        own = made | {name: st.just(value) for name, value in shape.fixed if name not in forced}
        required = {name: strategy for name, strategy in own.items() if name in shape.required | always}
        optional = {name: own[name] for name in own if name not in required and name not in shape.barred}
        strategies.append(st.fixed_dictionaries(required, optional=optional))
    crosses = [cross for cross in active if not forced.keys() & set(cross.fields)]
    return st.one_of(strategies).map(_mender(crosses, always))


def _minded(cross: Cross, aim: Aim) -> bool:
    return aim.operation in cross.on and (aim.spotless or cross.rule.severity is Severity.ERROR)


def _at_odds(cross: Cross, present: set[str]) -> bool:
    """Say whether the presence of some fields breaks a rule whatever else there is."""
    return cross.holds is None and not cross.without and set(cross.fields) <= present


def _mender(crosses: list[Cross], kept: set[str]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    mends = [
        (cross, MENDS.get(cross.rule.id) or (swap(cross) if cross.holds is le else _leave_out(cross, kept)))
        for cross in crosses
    ]

    def mend(data: dict[str, Any]) -> dict[str, Any]:
        for cross, mended in mends:
            if broken(cross, data):
                mended(data)
        return data

    return mend


def broken(cross: Cross, data: dict[str, Any]) -> bool:
    """Say whether an object breaks a rule over several fields."""
    out = Findings()
    cross.report(data, data, (), out)
    return bool(out.problems)


def _leave_out(cross: Cross, kept: set[str]) -> Mend:
    name = next((name for name in (cross.at, *cross.fields) if name and name not in kept), cross.fields[0])
    return lambda data: data.pop(name)


def swap(cross: Cross) -> Mend:
    """Put two values in order, where the first must be at most the second."""
    first, second = cross.fields

    def swap(data: dict[str, Any]) -> None:
        data[first], data[second] = data[second], data[first]

    return swap


def _agree(data: dict[str, Any]) -> None:
    data["channels"] = list(data["target"]["channels"])


def _tell_apart(data: dict[str, Any]) -> None:
    seen: set[str] = set()
    for metric in data["metrics"]:
        while metric["label"] in seen:
            metric["label"] += " 2"
        seen.add(metric["label"])


def _count(data: dict[str, Any]) -> None:
    for metric in data["metrics"]:
        if isinstance(metric["value"], str):
            metric["value"] = len(metric["value"])


def _cut_short(data: dict[str, Any]) -> None:
    del data["metrics"][2:]


def _one_per_step(data: dict[str, Any]) -> None:
    colors, steps = data.pop("step_colors"), int(data["current_step"])
    if steps <= _MANY and (colors or not steps):
        data["step_colors"] = list(itertools.islice(itertools.cycle(colors), steps))


MENDS: dict[str, Mend] = {
    CHANNELS_DIFFER.id: _agree,
    DUPLICATE_LABEL.id: _tell_apart,
    METRICS_NOT_SHOWN.id: _cut_short,
    STEP_COLORS_LENGTH.id: _one_per_step,
    TEXT_ON_BARS.id: _count,
}
"""How the rules that are worth it are kept, by their ids; for the others a field is left out."""


@make_values.register
def _(constraint: Part, aim: Aim, name: str) -> Strategy:
    del name
    return objects(spec_of(constraint.cls), aim)


@make_values.register
def _(constraint: Family, aim: Aim, name: str) -> Strategy:
    del name
    return st.one_of([objects(spec, aim, needs_type=True) for spec in constraint.specs.values()])


@make_values.register
def _(constraint: States, aim: Aim, name: str) -> Strategy:
    del name
    if aim.kind is not None:
        return objects(constraint.specs[aim.kind], aim)
    return st.one_of([values(constraint, attrs.evolve(aim, kind=spec.tag)) for spec in constraint.specs.values()])
