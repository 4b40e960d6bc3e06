"""What an object may hold: its fields, which of them go together, and families of objects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar

import attrs

from liveschema.constraints._base import Constraint, Context, Findings, Ref
from liveschema.constraints._describe import Opaque, a, did_you_mean, got, listed, quoted, subject
from liveschema.constraints._scalars import Tag
from liveschema.constraints._source import Source
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
WITHOUT_STATE = "without_state"
"""In place of an activity type, for a request that ends a stream as it is."""


@attrs.frozen
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
        return not any(name in data for group in self.groups for name in group)

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


@attrs.frozen
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

    def emit(self, source: Source, local: Callable[[str], str], always: Collection[str]) -> None:
        """Write the rule into a predicate.

        Args:
            source: The function being written.
            local: From a field to the local that holds its value, or None.
            always: The fields that are surely there.
        """
        tests = [f"{local(name)} is None" for name in self.fields if name not in always]
        tests += [f"{local(name)} is not None" for name in self.without]
        if self.holds is not None:
            test = f"{self.rule.id.replace('-', '_')}_holds"
            source.bind(test, self.holds)
            tests.append(f"{test}({', '.join(map(local, self.fields))})")
        source.refuse(" or ".join(tests))

    def report(self, data: Mapping[str, Any], path: Path, out: Findings) -> None:
        """Report the rule on fields that are sound."""
        if not all(name in data for name in self.fields) or any(name in data for name in self.without):
            return
        values = [data[name] for name in self.fields]
        if self.holds is not None and self.holds(*values):
            return
        place = (*path, self.at or self.fields[0])
        found = [((), tuple(values))] if self.inside is None else self.inside(*values)
        for inner, arguments in found:
            out.add(self.rule, place + inner, self.message(*arguments), self.hint)


@attrs.frozen
class Elsewhere:
    """Where a field belongs that has no place in an object.

    Args:
        where: The activities, actions, requests or the object it belongs to.
        inside: Whether that is an object of the same payload.
    """

    where: str
    inside: bool = False


@attrs.frozen(eq=False)
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

    @cached_property
    def tag(self) -> Any:  # noqa: ANN401 - a member of one of several enumerations, or None
        """The name that tells the class from the rest of its family."""
        field = self.fields.get("type")
        return field.constraint.value if field is not None and isinstance(field.constraint, Tag) else None

    def needs_on(self, operation: Operation | None) -> list[AnyOf]:
        """Give all that the object asks for on an operation."""
        own = [
            need for need in self.needs if (operation is None and need.on == EVERY_OPERATION) or operation in need.on
        ]
        for name, field in self.fields.items():
            everywhere = operation is None and field.required_on == EVERY_OPERATION
            if (everywhere or operation in field.required_on) and not (name == "type" and self.tag is not None):
                own.append(AnyOf(((name,),)))
        return own

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

    def judge(self, name: str, data: str, context: Context, *, spotless: bool) -> Source:
        """Write a predicate on a dict of this class whose ``type`` has been seen to.

        Args:
            name: The name of the predicate.
            data: The name of its first parameter, the dict; the second is how
                many keys the dict has beside ``type``.
            context: The operation and activity type it is written for.
            spotless: Whether it also says no to what earns a warning.

        Returns:
            The function, written and not yet compiled.
        """
        source = Source(spotless=spotless)
        with source.function(name, data, "rest"):
            self.emit(source, data, context, prefix="")
            source.line("return True")
        return source

    def emit(self, source: Source, data: str, context: Context, *, prefix: str) -> None:
        """Write the tests of a dict, already known to be one, into a predicate.

        Every field that is there is counted off; where some are left at the
        end, there was another one. Fields that may be left out are looked for
        only where there are more than those that may not.

        Args:
            source: The function being written.
            data: The name of the local variable that holds the dict.
            context: The operation and activity type it is written for.
            prefix: What the names of its locals begin with; where that is
                nothing, ``rest`` holds how many fields there are.
        """
        needs = self.needs_on(context.operation)
        if source.spotless and context.operation is Operation.STREAM:
            needs += self.fresh_needs()
        taken = {name: field for name, field in self.fields.items() if field.fits(context)}
        if self.tag is not None:
            del taken["type"]
        always = [need.groups[0][0] for need in needs if need.single and need.groups[0][0] in taken]
        needs = [need for need in needs if not need.single]
        crosses = [
            cross for cross in self.crosses if cross.applies(source, context) and taken.keys() >= {*cross.fields}
        ]
        sought = {name for need in needs for name in need.names if name in taken and name not in always}
        rest = source.fresh(f"{prefix}rest") if prefix else "rest"
        named = {name: source.fresh(f"{prefix}{name}") for name in (*taken, *self.tolerated)}

        def local(name: str) -> str:
            return named.get(name, "None")

        less = f" - {len(always)}" if always else ""
        if prefix:
            source.line(f"{rest} = len({data}){less}")
        elif always:
            source.line(f"{rest} -= {len(always)}")
        for name in always:
            source.line(f"{named[name]} = {data}.get({name!r})")
            source.may_be_missing(data)
            taken[name].constraint.emit(source, named[name], context)
        for name in (each for each in taken if each in sought):
            self._emit_optional(source, data, taken[name], (named[name], rest), context)
        for need in needs:
            source.refuse_object(need.test_missing(local), data)
            for group in need.pairs():
                apart = [f"({local(group[0])} is None) != ({local(other)} is None)" for other in group[1:]]
                source.refuse_object(" or ".join(apart), data)
        surely = {*always, *sought}
        for cross in crosses:
            if surely.issuperset((*cross.fields, *cross.without)):
                cross.emit(source, local, always)
        with source.block(f"if {rest}:"):
            for name, field in taken.items():
                if name not in surely:
                    self._emit_optional(source, data, field, (named[name], rest), context)
            for name, field in self.tolerated.items():
                self._emit_tolerated(source, data, field, (named[name], rest))
            for cross in crosses:
                if not surely.issuperset((*cross.fields, *cross.without)):
                    cross.emit(source, local, always)
            source.refuse_object(rest, data)

    def _emit_optional(self, source: Source, data: str, field: Field, names: tuple[str, str], context: Context) -> None:
        """Write the tests of a field that may be left out.

        Args:
            source: The function being written.
            data: The name of the local variable that holds the dict.
            field: The field.
            names: The locals for its value and for the count of the rest.
            context: The operation and activity type it is written for.
        """
        local, rest = names
        # One look-up, where ``in`` and a subscript are two: keys out of JSON are compared letter by letter.
        source.line(f"{local} = {data}.get({field.name!r})")
        with source.block(f"if {local} is not None:"):
            source.line(f"{rest} -= 1")
            if field.types is not None:
                table = f"{field.name}_types"
                source.bind(table, field.types | {WITHOUT_STATE})
                source.refuse(f"kind in {table}")
            field.constraint.emit(source, local, context)

    def _emit_tolerated(self, source: Source, data: str, field: Field, names: tuple[str, str]) -> None:
        """Write the tests of a field that only its default is accepted for."""
        local, rest = names
        if source.spotless:
            source.refuse(f"{field.name!r} not in {data}")
            return
        source.line(f"{local} = {data}.get({field.name!r})")
        with source.block(f"if {local} is not None:"):
            source.line(f"{rest} -= 1")
            default = _plain_default(field)
            source.refuse_type(f"type({local}) is {type(default).__name__}", local)
            source.refuse(f"{local} == {default!r}" if isinstance(default, str) else f"{local} is {default!r}")

    def report(self, data: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report every rule that an object breaks.

        Args:
            data: The object, plain.
            path: Where it stands.
            out: Takes the problems.
            context: What the report goes by.
        """
        self.report_needs(data, path, out, context)
        sound: dict[str, object] = {}
        for name, value in data.items():
            if not isinstance(name, str):
                message = f"the keys of {subject(path, self.noun)} must be strings, got {got(name)}"
                out.add(WRONG_TYPE, path, message)
                continue
            before = out.errors()
            self.report_field(name, value, path, out, context)
            if out.errors() == before:
                sound[name] = value
        for cross in self.crosses:
            if context.operation in cross.on or (context.operation is None and cross.on == EVERY_OPERATION):
                absent = {name: data[name] for name in cross.without if name in data}
                cross.report(sound | absent, path, out)

    def report_needs(self, data: Mapping[str, object], path: Path, out: Findings, context: Context) -> None:
        """Report what the object asks for and has not."""
        name = subject(path, self.noun)
        for need in self.needs_on(context.operation):
            if need.missing(data):
                out.add(
                    MISSING_FIELD,
                    path,
                    f"{name} needs {need.said}, got {'none' if len(need.groups) == 1 else 'neither'}",
                )
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
        elif (inert := self.tolerated.get(name)) is not None and _same(value, _plain_default(inert)):
            message = f"{name} has an effect on {self.belongs[name].where} only; this one is {self.tag}"
            out.add(INERT_FIELD, place, message, f"leave {name} out")
        elif name in self.belongs:
            out.add(MISPLACED_FIELD, place, *self._misplaced(name, self.belongs[name], path, context))
        else:
            known = [other for other, its in self.fields.items() if its.fits(context)]
            message = f"{subject(path, self.noun)} has no field {name if name.isidentifier() else quoted(name)}"
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


def _plain_default(field: Field) -> object:
    return str(field.default) if isinstance(field.default, str) else field.default


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


@attrs.frozen
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
        spec_of(self.cls).emit(source, value, context, prefix=f"{value}_")

    def report_inside(self, value: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report on the fields."""
        spec_of(self.cls).report(value, path, out, context)

    def convert(self, value: object) -> object:
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
