"""The part of a generated predicate that judges one object."""

from __future__ import annotations

from typing import Final

import attrs

from liveschema.engine.constraint import Context
from liveschema.engine.objects import Field, ObjectSpec
from liveschema.engine.problems import Severity
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.writer import FunctionWriter, ModuleWriter

UNTAGGED: Final = "untagged"
"""In place of a tag, for a payload without the object that has one."""


@attrs.define(eq=False, repr=False)
class ObjectWriter:
    """Writes the tests of a dict, already known to be one, into a predicate.

    Every field that is there is counted off; where some are left at the end,
    there was another one. Fields that may be left out are looked for only where
    there are more than those that may not.

    Args:
        spec: What the class of the object declares.
        writer: The function being written.
        data: The name of the local variable that holds the dict.
        context: The mode and tag it is written for.
        prefix: What the names of its locals begin with; where that is nothing,
            ``rest`` holds how many fields there are.
    """

    spec: ObjectSpec
    writer: FunctionWriter
    data: str
    context: Context
    prefix: str
    taken: dict[str, Field] = attrs.field(init=False)
    always: list[str] = attrs.field(init=False)
    choices: list[RequiredGroups] = attrs.field(init=False)
    sought: list[str] = attrs.field(init=False)
    locals: dict[str, str] = attrs.field(init=False)
    rest: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Sort the fields: those always there, those that a requirement looks at, and the others."""
        required = [*self.spec.required(self.context.mode)]
        if self.writer.module.warnings:
            required += self.spec.advised(self.context.mode)
        tag = self.spec.tag_field
        self.taken = {
            name: field for name, field in self.spec.fields.items() if field.fits(self.context) and field is not tag
        }
        self.always = [each.names[0] for each in required if each.single and each.names[0] in self.taken]
        self.choices = [each for each in required if not each.single]
        looked_at = {name for each in self.choices for name in each.names}
        self.sought = [name for name in self.taken if name in looked_at and name not in self.always]
        names = (*self.taken, *self.spec.tolerated)
        self.locals = {name: self.writer.fresh(f"{self.prefix}{name}") for name in names}
        self.rest = self.writer.fresh(f"{self.prefix}rest") if self.prefix else "rest"

    def local(self, name: str) -> str:
        """Give the local that holds the value of a field, or is None; ``None`` for what is never there."""
        return self.locals.get(name, "None")

    def write(self) -> None:
        """Write it all."""
        less = f" - {len(self.always)}" if self.always else ""
        if self.prefix:
            self.writer.line(f"{self.rest} = len({self.data}){less}")
        elif less:
            self.writer.line(f"{self.rest} -= {len(self.always)}")
        for name in self.always:
            self.writer.line(f"{self.locals[name]} = {self.data}.get({name!r})")
            self.writer.may_be_missing(self.data)
            self.taken[name].constraint.write_predicate(self.writer, self.locals[name], self.context)
        for name in self.sought:
            self._optional(self.taken[name])
        self._choices()
        self._rules(among_others=False)
        with self.writer.block(f"if {self.rest}:"):
            for name, field in self.taken.items():
                if name not in self.always and name not in self.sought:
                    self._optional(field)
            for field in self.spec.tolerated.values():
                self._tolerated(field)
            self._rules(among_others=True)
            self.writer.refuse_object(self.rest, self.data)

    def _optional(self, field: Field) -> None:
        """Write the tests of a field that may be left out."""
        local = self.locals[field.name]
        # One look-up, where ``in`` and a subscript are two: keys out of JSON are compared letter by letter.
        self.writer.line(f"{local} = {self.data}.get({field.name!r})")
        with self.writer.block(f"if {local} is not None:"):
            self.writer.line(f"{self.rest} -= 1")
            if field.beside is not None:
                self.writer.refuse(f"type_tag in {table_of_tags(field, self.writer.module)}")
            field.constraint.write_predicate(self.writer, local, self.context)

    def _tolerated(self, field: Field) -> None:
        """Write the tests of a field that only its default is accepted for."""
        if self.writer.module.warnings:
            self.writer.refuse(f"{field.name!r} not in {self.data}")
            return
        local, default = self.locals[field.name], field.plain_default
        self.writer.line(f"{local} = {self.data}.get({field.name!r})")
        with self.writer.block(f"if {local} is not None:"):
            self.writer.line(f"{self.rest} -= 1")
            self.writer.refuse_type(f"type({local}) is {type(default).__name__}", local)
            self.writer.refuse(f"{local} {'==' if isinstance(default, str) else 'is'} {default!r}")

    def _choices(self) -> None:
        """Write what must be there in one form or another."""
        for each in self.choices:
            self.writer.refuse_object(each.missing_written(self.local), self.data)
            for first, *others in each.pairs:
                apart = [f"({self.local(first)} is None) != ({self.local(other)} is None)" for other in others]
                self.writer.refuse_object(" or ".join(apart), self.data)

    def _rules(self, *, among_others: bool) -> None:
        """Write the rules over several fields, those that look at fields that may be left out or the rest."""
        for rule, group in self.spec.active_rules(self.context.mode):
            if rule.severity is Severity.WARNING and not self.writer.module.warnings:
                continue
            looked_at = {*group, *rule.test.without}
            if self.taken.keys() >= {*group} and among_others != {*self.always, *self.sought}.issuperset(looked_at):
                self._rule(rule, group)

    def _rule(self, rule: CrossFieldRule, group: tuple[str, ...]) -> None:
        """Write one rule over several fields."""
        tests = [f"{self.local(name)} is None" for name in group if name not in self.always]
        tests += [f"{self.local(name)} is not None" for name in rule.test.without]
        test = rule.test.written(self.local)
        self.writer.refuse(" or ".join([*tests, test] if test else tests))


def table_of_tags(field: Field, module: ModuleWriter) -> str:
    """Define the set of tags that a field of a payload may stand beside.

    Args:
        field: The field.
        module: Takes the set.

    Returns:
        Its name.
    """
    table = f"{field.name}_types"
    tags = ", ".join(map(repr, sorted(map(str, {*(field.beside or ()), UNTAGGED}))))
    module.define(table, f"{table} = frozenset({{{tags}}})")
    return table


def write_member(spec: ObjectSpec, module: ModuleWriter, name: str, data: str, context: Context) -> str:
    """Write the predicate on a dict of a class whose tag has been seen to.

    Args:
        spec: What the class declares.
        module: Takes the function.
        name: The name of the predicate.
        data: The name of its first parameter, the dict; the second is how many
            keys the dict has beside the tag.
        context: The mode and tag it is written for.

    Returns:
        The name.
    """

    def write(writer: FunctionWriter) -> None:
        with writer.head(name, data, "rest"):
            ObjectWriter(spec, writer, data, context, "").write()
            writer.line("return True")

    return module.function(name, write)
