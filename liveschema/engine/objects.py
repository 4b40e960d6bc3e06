"""Specifications of objects: their fields, requirements and rules, and reports on their problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from liveschema.engine.fixes import RemoveMember, RenameMember
from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.record import Record
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
from liveschema.engine.spelling import correct
from liveschema.engine.support import Opaque
from liveschema.engine.wording import a, did_you_mean, got, listed, named, subject, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from liveschema.engine.constraint import Constraint, Context
    from liveschema.engine.cross_field_tests import Breach
    from liveschema.engine.placements import Placement
    from liveschema.engine.problems import Path, ProblemCollector

ActiveRule = tuple[CrossFieldRule, tuple[str, ...]]
"""A rule on several fields, and one of the groups of fields that it applies to."""
Plan = tuple[tuple[RequiredGroups, ...], frozenset[str], tuple[ActiveRule, ...]]
"""What a report on an object needs: the required groups, the names of the allowed fields, the active rules."""


class Tolerance(Record):
    """A value that a client adds to every object of a union, without the sender's doing, so that it is accepted there.

    Args:
        doc: Who sends the value, for schemas.
        null: Whether the value is null instead of the default of the field,
            and the classes that have the field accept it, too.
    """

    doc: str
    null: bool = False


REQUIRED = object()
"""In place of a default: an object cannot be built in code without the field."""


class Field(Record, eq=False):
    """One field of an object, as its class declares it.

    Args:
        name: The key in JSON and the attribute in Python.
        constraint: The constraint on its value.
        default: The value of an object that is built in code without it, or `REQUIRED`; None leaves it out.
        kw_only: Whether it is set by name only; None to follow the class.
        required_in: The modes that require the field.
        allowed_in: The modes that allow the field.
        beside: For a field of a payload, the tags of the inferred union in the
            payload with which the field is allowed; None for all tags.
        service_default: The value that the service assumes if the field is
            left out; None if there is none.
        default_in: The modes in which the service assumes it.
        tolerance: The value of the field that the other classes of the union
            accept, although it has no effect there; None if they accept none.
        doc: The description of the field.
        source: Where the service documents the field.
    """

    name: str
    constraint: Constraint
    default: object = REQUIRED
    kw_only: bool | None = None
    required_in: Modes = frozenset()
    allowed_in: Modes = EVERY_MODE
    beside: frozenset[str] | None = None
    service_default: object = None
    default_in: Modes = EVERY_MODE
    tolerance: Tolerance | None = None
    doc: str = ""
    source: str = ""

    @property
    def plain_default(self) -> object:
        """The default that the service assumes, as JSON; None if there is none."""
        return str(self.service_default) if isinstance(self.service_default, str) else self.service_default

    def default_for(self, mode: str | None) -> object:
        """Return the default that the service assumes in a mode, as JSON; None if there is none."""
        return self.plain_default if mode in self.default_in else None

    @property
    def nullable(self) -> bool:
        """Whether null is accepted instead of leaving the field out."""
        return self.tolerance is not None and self.tolerance.null

    @property
    def tolerated(self) -> object:
        """The value that objects without the field accept, as JSON; only for a field with a tolerance."""
        return None if self.nullable else self.plain_default

    def tolerates(self, value: object) -> bool:
        """Return whether objects without the field accept it with a value; 1 is not True."""
        return self.tolerance is not None and type(value) is type(self.tolerated) and value == self.tolerated

    def allows(self, mode: str | None) -> bool:
        """Return whether the field is allowed in a mode; without a mode, always."""
        return mode is None or mode in self.allowed_in

    def fits(self, context: Context) -> bool:
        """Return whether the field is allowed in the mode and with the tag of a context."""
        return self.allows(context.mode) and (self.beside is None or context.tag is None or context.tag in self.beside)


class ObjectSpec(Record, eq=False):
    """The specification of an object: everything that its model class declares.

    Args:
        cls: The model class.
        label: What messages call the object if it has no key.
        fields: The fields by name.
        requirements: Groups of required fields, in addition to `Field.required_in`.
        rules: Rules on several fields.
        also_needs: Fields that it should have in some modes, since another mode requires them.
        placements: For fields that it does not have, where they belong.
        foreign: Fields of other classes of its union of which it tolerates a value.
        likely: Names that it may have if it turns out to be of another class, for suggestions.
        tag_needed: Whether its tag is required in every mode, since its union cannot infer it.
    """

    cls: type
    label: str
    fields: dict[str, Field]
    requirements: tuple[RequiredGroups, ...] = ()
    rules: tuple[CrossFieldRule, ...] = ()
    also_needs: tuple[AlsoNeeds, ...] = ()
    placements: Mapping[str, Placement] = MappingProxyType({})
    foreign: Mapping[str, Field] = MappingProxyType({})
    likely: tuple[str, ...] = ()
    tag_needed: bool = False

    @cached_property
    def _required(self) -> dict[str | None, tuple[RequiredGroups, ...]]:
        return {}

    @cached_property
    def _advised(self) -> dict[str | None, tuple[RequiredGroups, ...]]:
        return {}

    @cached_property
    def _needed(self) -> dict[AlsoNeeds, list[RequiredGroups]]:
        return {}

    @cached_property
    def _plans(self) -> dict[tuple[str | None, str | None], Plan]:
        return {}

    @cached_property
    def _active(self) -> dict[str | None, tuple[ActiveRule, ...]]:
        return {}

    @property
    def fixed_size(self) -> int:
        """The most bytes of an object as compact JSON, besides the characters that predicates count."""
        members = {**self.fields, **self.foreign}.items()
        return len("{}") + sum(len(f'"{name}":,') + field.constraint.fixed_size for name, field in members)

    @cached_property
    def tolerated(self) -> dict[str, Field]:
        """The fields that are accepted with a value that has no effect: null for its own, any for those of others."""
        return {name: field for name, field in self.fields.items() if field.nullable} | {**self.foreign}

    def accepts(self, name: object, value: object) -> bool:
        """Return whether the object has a field, or tolerates this value of a field that other classes have."""
        return name in self.fields or (name in self.foreign and self.foreign[str(name)].tolerates(value))

    @cached_property
    def tag_field(self) -> Field | None:
        """The field that holds the tag; None if the class has none."""
        return next((field for field in self.fields.values() if isinstance(field.constraint, Tag)), None)

    @cached_property
    def tag(self) -> Any:  # noqa: ANN401 - a member of one of several enumerations, or None
        """The tag that identifies the class in its union; None if it has none."""
        return self.tag_field.constraint.value if self.tag_field else None  # type: ignore[attr-defined] # a `Tag`

    def needs_tag(self, mode: str | None) -> bool:
        """Return whether the tag is required in a mode."""
        return self.tag_field is not None and (self.tag_needed or mode in self.tag_field.required_in)

    def required(self, mode: str | None) -> tuple[RequiredGroups, ...]:
        """Return all groups of fields that the object requires in a mode, except for its tag."""
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
        """Return the groups of fields, including the tag, that a mode does not require but the object should have."""
        if mode not in self._advised:
            found = [self.needed_for(each) for each in self.also_needs if each.mode == mode]
            self._advised[mode] = tuple(required for needed in found for required in needed)
        return self._advised[mode]

    def needed_for(self, also: AlsoNeeds) -> list[RequiredGroups]:
        """Return the groups that the mode ``also.like`` requires and ``also.mode`` does not."""
        if also not in self._needed:
            field = self.tag_field
            tag = [RequiredGroups(((field.name,),))] if field and also.like in field.required_in else []
            asked = self.required(also.mode)
            self._needed[also] = [each for each in (*tag, *self.required(also.like)) if each not in asked]
        return self._needed[also]

    def fitting(self, context: Context) -> frozenset[str]:
        """Return the names of the fields that are allowed in the mode and with the tag of a context."""
        return self.plan(context)[1]

    def plan(self, context: Context) -> Plan:
        """Return what a report needs for a mode and a tag."""
        return self._plans.get((context.mode, context.tag)) or self._plan(context)

    def _plan(self, context: Context) -> Plan:
        """Compute and cache what a report needs for a mode and a tag."""
        fitting = frozenset(name for name, field in self.fields.items() if field.fits(context))
        plan = (self.required(context.mode), fitting, self.active_rules(context.mode))
        return self._plans.setdefault((context.mode, context.tag), plan)

    def active_rules(self, mode: str | None) -> tuple[ActiveRule, ...]:
        """Return the rules on several fields that apply in a mode, one entry for each of their groups of fields."""
        if mode not in self._active:
            self._active[mode] = tuple(
                (rule, group) for rule in self.rules if mode in rule.modes for group in rule.test.groups
            )
        return self._active[mode]

    def lacking(self, mode: str | None, missing: Callable[[RequiredGroups], bool]) -> str:
        """Return the missing fields of an object in a mode, as text for a message; `missing` tells what it lacks."""
        lacking = [each.expected for each in self.required(mode) if missing(each)]
        return listed(lacking) if lacking else "other values"

    def report(self, data: dict[Any, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the rules that an object breaks.

        Args:
            data: The object, a dict of plain values.
            path: Its path.
            out: The collector for the problems.
            context: The mode, the tag and the contract.
        """
        required, fitting, rules = self.plan(context)
        if not self.tolerated.keys().isdisjoint(data):
            inert = [name for name, field in self.tolerated.items() if name in data and field.tolerates(data[name])]
            if inert:
                self.report_inert(inert, path, out)
                data = {name: value for name, value in data.items() if name not in inert}
        if required:
            self.report_required(required, data, path, out)
        contract = context.contract
        predicates = contract.predicates_on_fields(self.cls) if contract else {}
        sound: dict[str, object] = {}
        for name, value in data.items():
            if not isinstance(name, str):
                self.report_key(name, path, out)
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

    def report_key(self, key: object, path: Path, out: ProblemCollector) -> None:
        """Report a key that is no string."""
        out.add(WRONG_TYPE, path, f"the keys of {subject(path, self.label)} must be strings, got {got(key)}")

    def report_inert(self, names: Iterable[str], path: Path, out: ProblemCollector) -> None:
        """Report fields with a value that is tolerated."""
        for name in names:
            if self.tolerated[name].nullable:
                message = f"{name} should be left out if it is unset, got null"
            else:
                message = f"{name} has an effect on {self.placements[name].where} only; this one is {self.tag}"
            fix = RemoveMember(path=(*path, name), safe=True)
            out.add(INERT_FIELD, (*path, name), message, f"leave {name} out", fix=fix)

    def report_required(
        self, requirements: Iterable[RequiredGroups], data: Mapping[str, object], path: Path, out: ProblemCollector
    ) -> None:
        """Report the requirements that the object does not meet."""
        for required in requirements:
            if required.missing(data):
                self.report_missing(required, path, out)
            for group in required.pairs:
                present = [field for field in group if field in data]
                absent = [field for field in group if field not in data]
                if present and absent:
                    report_pair(group, present, absent, path, out)

    def report_missing(self, required: RequiredGroups, path: Path, out: ProblemCollector) -> None:
        """Report a requirement that the object does not meet."""
        got_none = "none" if len(required.groups) == 1 else "neither"
        out.add(MISSING_FIELD, path, f"{subject(path, self.label)} needs {required.expected}, got {got_none}")

    def report_field(self, name: str, value: object, path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the problems of one member of the object, which may be one that is not allowed there."""
        place = (*path, name)
        field = self.fields.get(name)
        if field is not None and field.fits(context):
            if value is None:
                needed = context.mode in field.required_in
                hint = f"give {name} a value" if needed else f"leave {name} out"
                fix = None if needed else RemoveMember(path=place, safe=True)
                out.add(NULL_VALUE, place, f"{name} must be {field.constraint.expected}, got null", hint, fix=fix)
                return
            field.constraint.report(value, place, out, context)
            return
        placement = self._placement(name, field, context)
        if placement is not None:
            tag = self.tag or context.tag
            message, advice = placement.message_and_hint(name, subject(path, self.label), tag, context.mode)
            default = context.contract is not None and context.contract.is_default(name, value)
            out.add(MISPLACED_FIELD, place, message, advice, fix=placement.fix(place, is_default=default))
        else:
            known = [other for other, its in self.fields.items() if its.fits(context)] + list(self.likely)
            message = f"{subject(path, self.label)} has no field {named(name)}"
            right = correct(name, known)
            rename = None if right is None else RenameMember(path=place, safe=right.certain, name=right.text)
            out.add(UNKNOWN_FIELD, place, message, did_you_mean(name, known), fix=rename)

    def _placement(self, name: str, field: Field | None, context: Context) -> Placement | None:
        if context.contract is None:
            return self.placements.get(name)
        if field is not None:
            return context.contract.placement_of(field, context.mode)
        return self.placements.get(name) or context.contract.placement_in(self.cls, name)


def report_pair(
    group: Iterable[str], present: Iterable[str], absent: Iterable[str], path: Path, out: ProblemCollector
) -> None:
    """Report a group of fields of which only some are present."""
    message = f"{listed(group)} must be sent together, got only {listed(present)}"
    out.add(INCOMPLETE_PAIR, path, message, f"add {listed(absent)}, or leave {listed(present)} out")


def report_rule(
    rule: CrossFieldRule, group: tuple[str, ...], sound: Mapping[str, Any], path: Path, out: ProblemCollector
) -> None:
    """Report the breaches of a rule on several fields that applies to an object.

    Args:
        rule: The rule.
        group: One of the groups of its test; all these fields are present.
        sound: The fields of the object that are valid by themselves.
        path: The path of the object.
        out: The collector for the problems.
    """
    report_breaches(rule, rule.test.breaches(group, sound), path, out)


def report_breaches(rule: CrossFieldRule, breaches: Iterable[Breach], path: Path, out: ProblemCollector) -> None:
    """Report the breaches of a rule on several fields, as its test has found them."""
    for inner, slots in breaches:
        hint = rule.hint and rule.hint.format_map(slots)
        out.add(rule, (*path, *inner), rule.message.format_map(slots), hint)


def spec_of(cls: type) -> ObjectSpec:
    """Return the specification of a model class."""
    spec: ObjectSpec = cls.__spec__  # type: ignore[attr-defined]
    return spec


class ByClass(dict[type, object]):
    """Functions by model class; a class that is derived from a model has those of the model."""

    def __missing__(self, cls: type) -> Any:  # noqa: ANN401 - the type of the function
        """Return the function for the model that a class is derived from.

        Raises:
            TypeError: If it is derived from none that can be built.
        """
        model = spec_of(cls).cls
        if model not in self:
            msg = f"{cls.__name__} cannot be sent; derive it from a model that can be built"
            raise TypeError(msg)
        return self[model]


def _model_for(value: object, classes: tuple[type, ...]) -> str | None:
    """Return the hint that says which model to use instead of a dict; None if the value is no dict."""
    if not isinstance(value, Mapping):
        return None
    specs = [spec_of(each) for each in classes]
    tagged = [spec for spec in specs if spec.tag_field is not None and spec.tag == value.get(spec.tag_field.name)]
    names = listed((f"{spec.cls.__name__}(…)" for spec in tagged or specs), "or")
    return f"use {names}, or load the whole payload from plain data"


def to_plain(value: object, classes: tuple[type, ...]) -> object:
    """Convert a model instance to a plain dict, without validating it.

    Args:
        value: The instance.
        classes: The allowed classes.

    Returns:
        The dict. None for None, and for anything else an `Opaque` that names
        the type of the value and the allowed classes.
    """
    if value is None:
        return None
    if not isinstance(value, classes):
        names = a(listed((each.__name__ for each in classes), "or"))
        return Opaque(f"{type_name(value)} instead of {names}", _model_for(value, classes))
    made = {}
    for name, field in spec_of(type(value)).fields.items():
        held = getattr(value, name)
        if held is not None:
            made[name] = field.constraint.to_plain(held)
    return made
