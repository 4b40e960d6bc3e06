"""What an object may hold: its fields, what it asks for, and the rules over several fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.placements import Placement
from liveschema.engine.problems import Path, ProblemCollector
from liveschema.engine.requirements import AlsoNeeds, RequiredGroups
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.rules import (
    INCOMPLETE_PAIR,
    INERT_FIELD,
    MISPLACED_FIELD,
    MISSING_FIELD,
    NULL_VALUE,
    UNKNOWN_FIELD,
    WRONG_TYPE,
)
from liveschema.engine.scalars import Tag
from liveschema.engine.support import Opaque
from liveschema.engine.wording import a, did_you_mean, got, listed, named, subject

ActiveRule = tuple[CrossFieldRule, tuple[str, ...]]
"""A rule over several fields, and one of the groups of fields that it is on."""
Plan = tuple[tuple[RequiredGroups, ...], frozenset[str], tuple[ActiveRule, ...]]
"""What a report on an object goes by: what it asks for, the fields it takes, the rules over several."""


@attrs.frozen(eq=False)
class Field:
    """One field of an object, as its class declares it.

    Args:
        name: The key in JSON and the attribute in Python.
        constraint: What its value may be.
        required_in: The modes that ask for it.
        allowed_in: The modes that take it.
        beside: For a field of a payload, the tags of the payload's inferred
            union that it may stand beside; None for all.
        service_default: What the service assumes where it is left out.
        default_in: The modes in which the service assumes that.
        tolerance: Why its default is accepted, without effect, on the other
            members of its union; the empty string where it is not.
        doc: What it is for.
        source: Where the service documents it.
    """

    name: str
    constraint: Constraint
    required_in: Modes = frozenset()
    allowed_in: Modes = EVERY_MODE
    beside: frozenset[str] | None = None
    service_default: object = None
    default_in: Modes = EVERY_MODE
    tolerance: str = ""
    doc: str = ""
    source: str = ""

    @property
    def plain_default(self) -> object:
        """What the service assumes in some mode, as JSON has it."""
        return str(self.service_default) if isinstance(self.service_default, str) else self.service_default

    def default_for(self, mode: str | None) -> object:
        """Give what the service assumes in a mode, as JSON has it; None for nothing."""
        return self.plain_default if mode in self.default_in else None

    def allows(self, mode: str | None) -> bool:
        """Say whether a mode takes the field; without a mode, any does."""
        return mode is None or mode in self.allowed_in

    def fits(self, context: Context) -> bool:
        """Say whether the mode and the tag take the field."""
        return self.allows(context.mode) and (self.beside is None or context.tag is None or context.tag in self.beside)


@attrs.frozen(eq=False, slots=False)
class ObjectSpec:
    """All that a class declares of the object it stands for.

    Args:
        cls: The class.
        label: What a message calls the object where it has no key of its own.
        fields: Its fields by name.
        requirements: What it asks for, beyond what `Field.required_in` says.
        rules: Rules over several fields.
        also_needs: What it should hold in some modes.
        placements: Where fields belong that it does not have.
        tolerated: Fields of the other members of its union whose default is accepted.
        tag_needed: Whether its tag must always be there, since a union tells it apart by that.
    """

    cls: type
    label: str
    fields: dict[str, Field]
    requirements: tuple[RequiredGroups, ...] = ()
    rules: tuple[CrossFieldRule, ...] = ()
    also_needs: tuple[AlsoNeeds, ...] = ()
    placements: Mapping[str, Placement] = attrs.field(factory=dict)
    tolerated: Mapping[str, Field] = attrs.field(factory=dict)
    tag_needed: bool = False
    _required: dict[str | None, tuple[RequiredGroups, ...]] = attrs.field(factory=dict, init=False, repr=False)
    _advised: dict[str | None, tuple[RequiredGroups, ...]] = attrs.field(factory=dict, init=False, repr=False)
    _plans: dict[tuple[str | None, str | None], Plan] = attrs.field(factory=dict, init=False, repr=False)
    _active: dict[str | None, tuple[ActiveRule, ...]] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def tag_field(self) -> Field | None:
        """The field that tells the class from the others of its union."""
        return next((field for field in self.fields.values() if isinstance(field.constraint, Tag)), None)

    @cached_property
    def tag(self) -> Any:  # noqa: ANN401 - a member of one of several enumerations, or None
        """The name that tells the class from the others of its union."""
        return self.tag_field.constraint.value if self.tag_field else None  # type: ignore[attr-defined] # a `Tag`

    def needs_tag(self, mode: str | None) -> bool:
        """Say whether the tag must be there in a mode."""
        return self.tag_field is not None and (self.tag_needed or mode in self.tag_field.required_in)

    def required(self, mode: str | None) -> tuple[RequiredGroups, ...]:
        """Give all that the object asks for in a mode, but for its tag."""
        if mode not in self._required:
            own = [each for each in self.requirements if mode in each.modes]
            own += [
                RequiredGroups(((name,),))
                for name, field in self.fields.items()
                if mode in field.required_in and field is not self.tag_field
            ]
            self._required[mode] = tuple(own)
        return self._required[mode]

    def advised(self, mode: str | None) -> tuple[RequiredGroups, ...]:
        """Give what the object should hold in a mode beyond what it asks for, its tag included."""
        if mode not in self._advised:
            found = [self.needed_for(each) for each in self.also_needs if each.mode == mode]
            self._advised[mode] = tuple(required for needed in found for required in needed)
        return self._advised[mode]

    def needed_for(self, also: AlsoNeeds) -> list[RequiredGroups]:
        """Give what one mode needs that another, which should fulfil it too, does not."""
        field = self.tag_field
        tag = [RequiredGroups(((field.name,),))] if field and also.like in field.required_in else []
        asked = self.required(also.mode)
        return [each for each in (*tag, *self.required(also.like)) if each not in asked]

    def fitting(self, context: Context) -> frozenset[str]:
        """Give the names of the fields that the mode and the tag take."""
        return (self._plans.get((context.mode, context.tag)) or self._plan(context))[1]

    def _plan(self, context: Context) -> Plan:
        """Find, once for a mode and a tag, what a report goes by."""
        fitting = frozenset(name for name, field in self.fields.items() if field.fits(context))
        plan = (self.required(context.mode), fitting, self.active_rules(context.mode))
        return self._plans.setdefault((context.mode, context.tag), plan)

    def active_rules(self, mode: str | None) -> tuple[ActiveRule, ...]:
        """Give the rules over several fields that apply in a mode, each with one of its groups of fields."""
        if mode not in self._active:
            self._active[mode] = tuple(
                (rule, group) for rule in self.rules if mode in rule.modes for group in rule.test.groups
            )
        return self._active[mode]

    def lacking(self, mode: str | None, data: Mapping[str, object]) -> str:
        """Name what an object lacks in a mode, for a message."""
        lacking = [each.expected for each in self.required(mode) if each.missing(data)]
        return listed(lacking) if lacking else "other values"

    def report(self, data: dict[Any, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report every rule that an object breaks.

        Args:
            data: The object, plain.
            path: Where it stands.
            out: Takes the problems.
            context: What the report goes by.
        """
        required, fitting, rules = self._plans.get((context.mode, context.tag)) or self._plan(context)
        if required:
            self.report_required(required, data, path, out)
        contract = context.contract
        predicates = contract.predicates_on_fields(self.cls) if contract else {}
        sound: dict[str, object] = {}
        for name, value in data.items():
            if not isinstance(name, str):
                message = f"the keys of {subject(path, self.label)} must be strings, got {got(name)}"
                out.add(WRONG_TYPE, path, message)
                continue
            predicate = predicates.get(name)
            if predicate is None or name not in fitting or predicate(value) is not True:
                before = out.errors
                self.report_field(name, value, path, out, context)
                if out.errors > before:
                    continue
            sound[name] = value
        for rule, group in rules:
            if rule.test.applies_to(group, data, sound):
                report_rule(rule, group, sound, path, out)

    def report_required(
        self, requirements: Iterable[RequiredGroups], data: Mapping[str, object], path: Path, out: ProblemCollector
    ) -> None:
        """Report what the object asks for and has not."""
        for required in requirements:
            if required.missing(data):
                got_none = "none" if len(required.groups) == 1 else "neither"
                message = f"{subject(path, self.label)} needs {required.expected}, got {got_none}"
                out.add(MISSING_FIELD, path, message)
            for group in required.pairs:
                present = [field for field in group if field in data]
                absent = [field for field in group if field not in data]
                if present and absent:
                    message = f"{listed(group)} go together, got {listed(present)} alone"
                    out.add(INCOMPLETE_PAIR, path, message, f"add {listed(absent)}, or leave {listed(present)} out")

    def report_field(self, name: str, value: object, path: Path, out: ProblemCollector, context: Context) -> None:
        """Report on one member of the object, whether or not it belongs there."""
        place = (*path, name)
        field = self.fields.get(name)
        if field is not None and field.fits(context):
            if value is None:
                hint = f"give {name} a value" if context.mode in field.required_in else f"leave {name} out"
                out.add(NULL_VALUE, place, f"{name} must be {field.constraint.expected}, got null", hint)
                return
            field.constraint.report(value, place, out, context)
            return
        placement = self._placement(name, field, context)
        inert = self.tolerated.get(name)
        if inert is not None and placement is not None and _same(value, inert.plain_default):
            message = f"{name} has an effect on {placement.where} only; this one is {self.tag}"
            out.add(INERT_FIELD, place, message, f"leave {name} out")
        elif placement is not None:
            tag = self.tag or context.tag
            out.add(MISPLACED_FIELD, place, *placement.told(name, subject(path, self.label), tag, context.mode))
        else:
            known = [other for other, its in self.fields.items() if its.fits(context)]
            message = f"{subject(path, self.label)} has no field {named(name)}"
            out.add(UNKNOWN_FIELD, place, message, did_you_mean(name, known))

    def _placement(self, name: str, field: Field | None, context: Context) -> Placement | None:
        if context.contract is None:
            return self.placements.get(name)
        if field is not None:
            return context.contract.placement_of(field, context.mode)
        return self.placements.get(name) or context.contract.placement_in(self.cls, name)


def _same(value: object, default: object) -> bool:
    return type(value) is type(default) and value == default


def report_rule(
    rule: CrossFieldRule, group: tuple[str, ...], sound: Mapping[str, Any], path: Path, out: ProblemCollector
) -> None:
    """Report one rule over several fields, which applies.

    Args:
        rule: The rule.
        group: The fields that must all be there; one of the groups of its test.
        sound: The fields of the object that break no rule by themselves.
        path: Where it stands.
        out: Takes the problems.
    """
    for inner, slots in rule.test.breaches(group, sound):
        hint = rule.hint and rule.hint.format_map(slots)
        out.add(rule, (*path, *inner), rule.message.format_map(slots), hint)


def spec_of(cls: type) -> ObjectSpec:
    """Give what a model class declares.

    Args:
        cls: A model class.

    Returns:
        Its specification.
    """
    spec: ObjectSpec = cls.__spec__  # type: ignore[attr-defined]
    return spec


def to_plain(value: object, classes: tuple[type, ...]) -> object:
    """Turn a model instance into the plain dict it stands for, unjudged.

    Args:
        value: The instance.
        classes: The classes it may be of.

    Returns:
        The dict; None for None, and an `Opaque` that names the classes for anything else.
    """
    if value is None:
        return None
    if not isinstance(value, classes):
        return Opaque(f"{a(type(value).__name__)} instead of {a(listed((each.__name__ for each in classes), 'or'))}")
    made = {}
    for name, field in spec_of(type(value)).fields.items():
        held = getattr(value, name)
        if held is not None:
            made[name] = field.constraint.to_plain(held)
    return made
