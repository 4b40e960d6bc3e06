"""What an object may hold: its fields, which of them go together, and families of objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar

import attrs

from liveschema.constraints._base import Constraint, Context, Findings, Ref
from liveschema.constraints._describe import Opaque, a, did_you_mean, got, listed, named, subject
from liveschema.constraints._scalars import Tag
from liveschema.constraints._source import Function, Source
from liveschema.constraints._writing import ObjectWriter, field_tests
from liveschema.problems import Path, Severity
from liveschema.rules import (
    INCOMPLETE_PAIR,
    INERT_FIELD,
    MISPLACED_FIELD,
    MISSING_FIELD,
    NULL_VALUE,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    Rule,
)
from liveschema.vocabulary import ActivityType, Operation

EVERY_OPERATION = frozenset(Operation)


@attrs.frozen(eq=False)
class Field:
    """One field of an object, as its class declares it.

    Args:
        name: The key in JSON and the attribute in Python.
        constraint: What its value may be.
        required_on: The operations that ask for it.
        allowed_on: The operations that take it.
        types: The activity types that take it; None for all.
        default: What the service assumes where it is left out.
        tolerated: Whether its default is accepted, without effect, on the
            other members of the family, as the official SDK sends it.
        doc: What it is for.
        source: Where the service documents it.
    """

    name: str
    constraint: Constraint
    required_on: frozenset[Operation] = frozenset()
    allowed_on: frozenset[Operation] = EVERY_OPERATION
    types: frozenset[ActivityType] | None = None
    default: object = None
    tolerated: bool = False
    doc: str = ""
    source: str = ""

    @property
    def plain_default(self) -> object:
        """What the service assumes, as JSON has it."""
        return str(self.default) if isinstance(self.default, str) else self.default

    def fits(self, context: Context) -> bool:
        """Say whether the operation and the activity type take the field."""
        if context.operation is not None and context.operation not in self.allowed_on:
            return False
        return self.types is None or context.kind is None or context.kind in self.types


@attrs.frozen
class AnyOf:
    """At least one of several groups of fields; each group whole or not at all.

    Args:
        groups: The groups.
        unless: A field and the value of it that lifts the requirement.
        on: The operations that ask for it.
    """

    groups: tuple[tuple[str, ...], ...]
    unless: tuple[str, object] | None = None
    on: frozenset[Operation] = EVERY_OPERATION

    @property
    def single(self) -> bool:
        """Whether it asks for one field, whatever the others are."""
        return self.unless is None and len(self.groups) == len(self.groups[0]) == 1

    @property
    def names(self) -> tuple[str, ...]:
        """All fields that it looks at."""
        return (*(name for group in self.groups for name in group), *(self.unless or ())[:1])

    @property
    def said(self) -> str:
        """What is asked for, as a message says it."""
        whole = ", or ".join(" with ".join(group) for group in self.groups)
        if self.unless is None:
            return whole
        return f"{whole} (unless {self.unless[0]} is {got(self.unless[1])})"

    def missing(self, data: Mapping[str, object]) -> bool:
        """Say whether nothing of any group is there, though something should be."""
        if self.unless is not None and data.get(self.unless[0]) is self.unless[1]:
            return False
        for group in self.groups:
            for name in group:
                if name in data:
                    return False
        return True

    def test_missing(self, local: Callable[[str], str]) -> str:
        """Write `missing` as a Python expression.

        Args:
            local: From a field to the local that holds its value, or None.

        Returns:
            The expression.
        """
        tests = [f"{local(name)} is None" for group in self.groups for name in group]
        if self.unless is not None:
            tests.append(f"{local(self.unless[0])} is not {self.unless[1]!r}")
        return " and ".join(tests)

    def pairs(self) -> Iterable[tuple[str, ...]]:
        """Give the groups of more than one field."""
        return (group for group in self.groups if len(group) > 1)


@attrs.frozen(eq=False, repr=False)
class Cross:
    """A rule on the values of several fields, or on their standing together.

    Args:
        rule: The rule.
        fields: The fields that must all be present for it to apply.
        message: From their values to the message.
        at: The field that the problem points at; the first one if None.
        holds: From their values to whether all is well; None where their
            presence itself is the problem.
        without: Fields that must be absent for it to apply.
        on: The operations it applies to.
        inside: From the values to the places inside the field, each with the
            arguments that the message takes there.
        hint: What to change.
    """

    rule: Rule
    fields: tuple[str, ...]
    message: Callable[..., str]
    at: str | None = None
    holds: Callable[..., bool] | None = None
    without: tuple[str, ...] = ()
    on: frozenset[Operation] = EVERY_OPERATION
    inside: Callable[..., Iterable[tuple[Path, tuple[Any, ...]]]] | None = None
    hint: str | None = None

    def applies(self, source: Source, context: Context) -> bool:
        """Say whether a predicate has to do with the rule."""
        return context.operation in self.on and (source.spotless or self.rule.severity is Severity.ERROR)

    def report(self, sound: Mapping[str, Any], data: Mapping[str, object], path: Path, out: Findings) -> None:
        """Report the rule on those fields of an object that are sound."""
        for name in self.fields:
            if name not in sound:
                return
        for name in self.without:
            if name in data:
                return
        values = [sound[name] for name in self.fields]
        if self.holds is not None and self.holds(*values):
            return
        place = (*path, self.at or self.fields[0])
        found = [((), tuple(values))] if self.inside is None else self.inside(*values)
        for inner, arguments in found:
            out.add(self.rule, place + inner, self.message(*arguments), self.hint)


@attrs.frozen(eq=False, repr=False)
class Elsewhere:
    """Where a field belongs that has no place in an object.

    Args:
        where: The activities, actions, requests or the object it belongs to.
        inside: Whether that is an object of the same payload.
    """

    where: str
    inside: bool = False


@attrs.frozen(eq=False, slots=False)
class ObjectSpec:
    """All that a class declares of the object it stands for.

    Args:
        cls: The class.
        noun: What a message calls the object where it has no key of its own.
        fields: Its fields by name.
        needs: The fields it asks for, beyond what `Field.required_on` says.
        crosses: Rules over several fields.
        belongs: Where fields belong that it does not have; filled in once all
            classes are known.
        tolerated: Fields of the rest of the family whose default is accepted.
    """

    cls: type
    noun: str
    fields: dict[str, Field]
    needs: tuple[AnyOf, ...] = ()
    crosses: tuple[Cross, ...] = ()
    belongs: dict[str, Elsewhere] = attrs.field(factory=dict)
    tolerated: dict[str, Field] = attrs.field(factory=dict)
    _tests: dict[Operation | None, dict[str, Function]] = attrs.field(factory=dict, init=False, repr=False)
    _needs: dict[Operation | None, tuple[AnyOf, ...]] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def tag(self) -> Any:  # noqa: ANN401 - a member of one of several enumerations, or None
        """The name that tells the class from the rest of its family."""
        field = self.fields.get("type")
        return field.constraint.value if field is not None and isinstance(field.constraint, Tag) else None

    def needs_on(self, operation: Operation | None) -> list[AnyOf]:
        """Give all that the object asks for on an operation."""
        if operation not in self._needs:
            own = [
                need
                for need in self.needs
                if (operation is None and need.on == EVERY_OPERATION) or operation in need.on
            ]
            for name, field in self.fields.items():
                everywhere = operation is None and field.required_on == EVERY_OPERATION
                if (everywhere or operation in field.required_on) and not (name == "type" and self.tag is not None):
                    own.append(AnyOf(((name,),)))
            self._needs[operation] = tuple(own)
        return [*self._needs[operation]]

    def needs_said(self, operation: Operation | None, data: Mapping[str, object]) -> str:
        """Say what an object lacks on an operation, for a message."""
        lacking = [need.said for need in self.needs_on(operation) if need.missing(data)]
        return listed(lacking) if lacking else "other values"

    def fresh_needs(self) -> list[AnyOf]:
        """Give what a stream must hold to be able to start a fresh activity, beyond what it needs anyway."""
        if not isinstance(self.tag, ActivityType):
            return []
        needs = [AnyOf((("type",),)), *self.needs_on(Operation.START)]
        return [need for need in needs if need not in self.needs_on(Operation.STREAM)]

    def tests(self, operation: Operation | None) -> dict[str, Function]:
        """Give predicates on the fields one by one, as `field_tests` does, each made once."""
        found = self._tests.get(operation)
        return self._tests.setdefault(operation, field_tests(self, operation)) if found is None else found

    def report(self, data: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report every rule that an object breaks.

        Args:
            data: The object, plain.
            path: Where it stands.
            out: Takes the problems.
            context: What the report goes by.
        """
        self.report_needs(data, path, out, context)
        tests = self.tests(context.operation)
        sound: dict[str, object] = {}
        for name, value in data.items():
            if not isinstance(name, str):
                message = f"the keys of {subject(path, self.noun)} must be strings, got {got(name)}"
                out.add(WRONG_TYPE, path, message)
                continue
            test = tests.get(name)
            if test is None or test(value) is not True or not self.fields[name].fits(context):
                before = out.errors
                self.report_field(name, value, path, out, context)
                if out.errors > before:
                    continue
            sound[name] = value
        for cross in self.crosses:
            if context.operation in cross.on or (context.operation is None and cross.on == EVERY_OPERATION):
                cross.report(sound, data, path, out)

    def report_needs(self, data: Mapping[str, object], path: Path, out: Findings, context: Context) -> None:
        """Report what the object asks for and has not."""
        for need in self.needs_on(context.operation):
            if need.missing(data):
                got_none = "none" if len(need.groups) == 1 else "neither"
                out.add(MISSING_FIELD, path, f"{subject(path, self.noun)} needs {need.said}, got {got_none}")
            for group in need.pairs():
                present = [field for field in group if field in data]
                absent = [field for field in group if field not in data]
                if present and absent:
                    message = f"{listed(group)} go together, got {listed(present)} alone"
                    out.add(INCOMPLETE_PAIR, path, message, f"add {listed(absent)}, or leave {listed(present)} out")

    def report_field(self, name: str, value: object, path: Path, out: Findings, context: Context) -> None:
        """Report on one member of the object, whether or not it belongs there."""
        place = (*path, name)
        field = self.fields.get(name)
        if field is not None and field.fits(context):
            if value is None:
                required = context.operation in field.required_on or field.required_on == EVERY_OPERATION
                hint = f"give {name} a value" if required else f"leave {name} out"
                out.add(NULL_VALUE, place, f"{name} must be {field.constraint.noun}, got null", hint)
                return
            field.constraint.report(value, place, out, context)
        elif field is not None:
            where = Elsewhere(self._where(field, context))
            out.add(MISPLACED_FIELD, place, *self._misplaced(name, where, path, context))
        elif (inert := self.tolerated.get(name)) is not None and _same(value, inert.plain_default):
            message = f"{name} has an effect on {self.belongs[name].where} only; this one is {self.tag}"
            out.add(INERT_FIELD, place, message, f"leave {name} out")
        elif name in self.belongs:
            out.add(MISPLACED_FIELD, place, *self._misplaced(name, self.belongs[name], path, context))
        else:
            known = [other for other, its in self.fields.items() if its.fits(context)]
            message = f"{subject(path, self.noun)} has no field {named(name)}"
            out.add(UNKNOWN_FIELD, place, message, did_you_mean(name, known))

    def _misplaced(self, name: str, elsewhere: Elsewhere, path: Path, context: Context) -> tuple[str, str]:
        if elsewhere.inside:
            here = subject(path, self.noun)
            return f"{name} belongs in {elsewhere.where}, got it in {here}", f"move {name} into {elsewhere.where}"
        kind = self.tag or context.kind
        this = (
            f"one is {kind}"
            if elsewhere.where.endswith(("activities", "actions"))
            else f"is {a(str(context.operation))} request"
        )
        return f"{name} belongs to {elsewhere.where}; this {this}", f"leave {name} out"

    def _where(self, field: Field, context: Context) -> str:
        if context.operation is not None and context.operation not in field.allowed_on:
            return f"{listed(str(each) for each in Operation if each in field.allowed_on)} requests"
        taking = field.types or frozenset()
        return f"{listed(str(each) for each in ActivityType if each in taking)} activities"


def _same(value: object, default: object) -> bool:
    return type(value) is type(default) and value == default


def spec_of(cls: type) -> ObjectSpec:
    """Give what a model class declares.

    Args:
        cls: A model class.

    Returns:
        Its specification.
    """
    spec: ObjectSpec = cls.__spec__  # type: ignore[attr-defined]
    return spec


@attrs.frozen(slots=False, eq=False, repr=False)
class Part(Constraint):
    """An object of one class.

    Args:
        cls: The model class.
    """

    kind: ClassVar[str] = "type({v}) is dict"
    cls: type

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "an object"

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write the tests of the object into a predicate."""
        Constraint.emit(self, source, value, context)
        ObjectWriter(spec_of(self.cls), source, value, context, f"{value}_").write()

    def report_inside(self, value: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report on the fields."""
        spec_of(self.cls).report(value, path, out, context)

    @staticmethod
    def convert(value: object) -> object:
        """Keep an instance as it is."""
        return value

    def lower(self, value: object) -> object:
        """Turn an instance back into a plain dict; anything else is none of ours."""
        return lower_model(value, (self.cls,))

    def accepts(self, value: object) -> bool:
        """Say whether a model may hold a value: an instance, which was validated when it was built."""
        return isinstance(value, self.cls)

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        return ref(self.cls)


def lower_model(value: object, classes: tuple[type, ...]) -> object:
    """Turn a model instance into the plain dict it stands for, unjudged.

    Args:
        value: The instance.
        classes: The classes it may be of.

    Returns:
        The dict; an `Opaque` that names the classes for anything else.
    """
    if not isinstance(value, classes):
        return (
            value
            if value is None
            else Opaque(f"{a(type(value).__name__)} instead of {a(listed((c.__name__ for c in classes), 'or'))}")
        )
    lowered = {}
    for name, field in spec_of(type(value)).fields.items():
        held = getattr(value, name)
        if held is not None:
            lowered[name] = field.constraint.lower(held)
    return lowered
