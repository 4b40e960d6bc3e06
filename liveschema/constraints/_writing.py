"""The part of a generated predicate that judges one object."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

import attrs

from liveschema.constraints._base import Context
from liveschema.constraints._source import Function, Source, deferred
from liveschema.vocabulary import Operation

if TYPE_CHECKING:
    from liveschema.constraints._objects import AnyOf, Cross, Field, ObjectSpec

WITHOUT_STATE: Final = "without_state"
"""In place of an activity type, for a request that ends a stream as it is."""


@attrs.define(eq=False, repr=False)
class ObjectWriter:
    """Writes the tests of a dict, already known to be one, into a predicate.

    Every field that is there is counted off; where some are left at the end,
    there was another one. Fields that may be left out are looked for only where
    there are more than those that may not.

    Args:
        spec: What the class of the object declares.
        source: The function being written.
        data: The name of the local variable that holds the dict.
        context: The operation and activity type it is written for.
        prefix: What the names of its locals begin with; where that is nothing,
            ``rest`` holds how many fields there are.
    """

    spec: ObjectSpec
    source: Source
    data: str
    context: Context
    prefix: str
    taken: dict[str, Field] = attrs.field(init=False)
    always: list[str] = attrs.field(init=False)
    needs: list[AnyOf] = attrs.field(init=False)
    sought: list[str] = attrs.field(init=False)
    named: dict[str, str] = attrs.field(init=False)
    rest: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Sort the fields: those always there, those that a need looks at, and the others."""
        operation = self.context.operation
        needs = self.spec.needs_on(operation)
        if self.source.spotless and operation is Operation.STREAM:
            needs += self.spec.fresh_needs()
        self.taken = {name: field for name, field in self.spec.fields.items() if field.fits(self.context)}
        if self.spec.tag is not None:
            del self.taken["type"]
        self.always = [need.names[0] for need in needs if need.single and need.names[0] in self.taken]
        self.needs = [need for need in needs if not need.single]
        looked_at = {name for need in self.needs for name in need.names}
        self.sought = [name for name in self.taken if name in looked_at and name not in self.always]
        self.named = {name: self.source.fresh(f"{self.prefix}{name}") for name in (*self.taken, *self.spec.tolerated)}
        self.rest = self.source.fresh(f"{self.prefix}rest") if self.prefix else "rest"

    def local(self, name: str) -> str:
        """Give the local that holds the value of a field, or is None; ``None`` for what is never there."""
        return self.named.get(name, "None")

    def write(self) -> None:
        """Write it all."""
        less = f" - {len(self.always)}" if self.always else ""
        if self.prefix:
            self.source.line(f"{self.rest} = len({self.data}){less}")
        elif less:
            self.source.line(f"{self.rest} -= {len(self.always)}")
        for name in self.always:
            self.source.line(f"{self.named[name]} = {self.data}.get({name!r})")
            self.source.may_be_missing(self.data)
            self.taken[name].constraint.emit(self.source, self.named[name], self.context)
        for name in self.sought:
            self._optional(self.taken[name])
        self._needs()
        self._crosses(among_others=False)
        with self.source.block(f"if {self.rest}:"):
            for name, field in self.taken.items():
                if name not in self.always and name not in self.sought:
                    self._optional(field)
            for field in self.spec.tolerated.values():
                self._tolerated(field)
            self._crosses(among_others=True)
            self.source.refuse_object(self.rest, self.data)

    def _optional(self, field: Field) -> None:
        """Write the tests of a field that may be left out."""
        local = self.named[field.name]
        # One look-up, where ``in`` and a subscript are two: keys out of JSON are compared letter by letter.
        self.source.line(f"{local} = {self.data}.get({field.name!r})")
        with self.source.block(f"if {local} is not None:"):
            self.source.line(f"{self.rest} -= 1")
            if field.types is not None:
                table = f"{field.name}_types"
                self.source.bind(table, field.types | {WITHOUT_STATE})
                self.source.refuse(f"kind in {table}")
            field.constraint.emit(self.source, local, self.context)

    def _tolerated(self, field: Field) -> None:
        """Write the tests of a field that only its default is accepted for."""
        if self.source.spotless:
            self.source.refuse(f"{field.name!r} not in {self.data}")
            return
        local, default = self.named[field.name], field.plain_default
        self.source.line(f"{local} = {self.data}.get({field.name!r})")
        with self.source.block(f"if {local} is not None:"):
            self.source.line(f"{self.rest} -= 1")
            self.source.refuse_type(f"type({local}) is {type(default).__name__}", local)
            self.source.refuse(f"{local} {'==' if isinstance(default, str) else 'is'} {default!r}")

    def _needs(self) -> None:
        """Write what must be there in one form or another."""
        for need in self.needs:
            self.source.refuse_object(need.test_missing(self.local), self.data)
            for first, *others in need.pairs():
                apart = [f"({self.local(first)} is None) != ({self.local(other)} is None)" for other in others]
                self.source.refuse_object(" or ".join(apart), self.data)

    def _crosses(self, *, among_others: bool) -> None:
        """Write the rules over several fields, those that look at fields that may be left out or the rest."""
        for cross in self.spec.crosses:
            if not (cross.applies(self.source, self.context) and self.taken.keys() >= {*cross.fields}):
                continue
            if among_others != {*self.always, *self.sought}.issuperset((*cross.fields, *cross.without)):
                self._cross(cross)

    def _cross(self, cross: Cross) -> None:
        """Write one rule over several fields."""
        tests = [f"{self.local(name)} is None" for name in cross.fields if name not in self.always]
        tests += [f"{self.local(name)} is not None" for name in cross.without]
        if cross.holds is not None:
            test = f"{cross.rule.id.replace('-', '_')}_holds"
            self.source.bind(test, cross.holds)
            tests.append(f"{test}({', '.join(map(self.local, cross.fields))})")
        self.source.refuse(" or ".join(tests))


def write_judge(spec: ObjectSpec, name: str, data: str, context: Context, *, spotless: bool) -> Source:
    """Write a predicate on a dict of a class whose ``type`` has been seen to.

    Args:
        spec: What the class declares.
        name: The name of the predicate.
        data: The name of its first parameter, the dict; the second is how many
            keys the dict has beside ``type``.
        context: The operation and activity type it is written for.
        spotless: Whether it also says no to what earns a warning.

    Returns:
        The function, written and not yet compiled.
    """
    source = Source(spotless=spotless)
    with source.function(name, data, "rest"):
        ObjectWriter(spec, source, data, context, "").write()
        source.line("return True")
    return source


def field_tests(spec: ObjectSpec, operation: Operation | None) -> dict[str, Function]:
    """Give predicates on the fields of a class, one by one, so that a report skips what is spotless.

    Args:
        spec: What the class declares.
        operation: What a request is sent for.

    Returns:
        By the names of the fields, functions of a value. They are compiled when
        first called, and say True to what neither breaks a rule nor earns a warning.
    """

    def made(field: Field) -> Function:
        source = Source(spotless=True)
        owner = spec.tag or spec.noun.removeprefix("the ")
        with source.function(f"{operation or 'any'}_{owner}_{field.name}", field.name) as (value,):
            field.constraint.emit(source, value, Context(operation=operation))
            source.line("return True")
        return source.compile()

    makers: dict[str, Callable[[], Function]] = {
        name: partial(made, field) for name, field in spec.fields.items() if field.constraint.alone
    }
    return deferred(makers)
