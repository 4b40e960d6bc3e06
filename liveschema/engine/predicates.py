"""Writers for the part of a generated predicate that checks one object."""

from __future__ import annotations

from liveschema.engine.cross_field_tests import CompactSize
from liveschema.engine.problems import Severity
from liveschema.engine.support import BYTES_PER_CHARACTER, characters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from liveschema.engine.constraint import Context
    from liveschema.engine.objects import Field, ObjectSpec
    from liveschema.engine.requirements import RequiredGroups
    from liveschema.engine.rule import CrossFieldRule
    from liveschema.engine.writer import FunctionWriter, ModuleWriter

UNTAGGED = "untagged"
"""The result of a predicate, instead of a tag, for a valid payload without the object that has a tag."""


class ObjectWriter:
    """The writer of the tests of an object into a predicate; the value is already known to be a dict.

    The predicate subtracts each known field from the number of keys; if the
    result is not 0 at the end, there is an unknown field. It looks for
    optional fields only if there are keys left after the required ones.

    Args:
        spec: The specification of the object.
        writer: The writer of the predicate.
        data: The name of the local variable that holds the dict.
        context: The mode and the tag that the predicate is for.
        prefix: The prefix of the names of local variables. If it is empty, the
            local variable ``rest`` already holds the number of keys.
    """

    def __init__(self, spec: ObjectSpec, writer: FunctionWriter, data: str, context: Context, prefix: str) -> None:
        self.spec = spec
        self.writer = writer
        self.data = data
        self.context = context
        self.prefix = prefix
        self._sort_fields()
        names = (*self.allowed, *spec.foreign)
        self.locals: dict[str, str] = {name: writer.fresh(f"{prefix}{name}") for name in names}
        self.rest: str = writer.fresh(f"{prefix}rest") if prefix else "rest"
        self.measured: tuple[str, ...] = ()
        self.size: str = ""
        if writer.module.warnings:
            self.measured = tuple(name for rule, _ in spec.active_rules(context.mode) for name in rule.test.measured)

    def _sort_fields(self) -> None:
        """Sort the fields: those that are always required, those in other requirements, and the rest."""
        required = [*self.spec.required(self.context.mode)]
        if self.writer.module.warnings:
            required += self.spec.advised(self.context.mode)
        tag = self.spec.tag_field
        self.allowed: dict[str, Field] = {
            name: field for name, field in self.spec.fields.items() if field.fits(self.context) and field is not tag
        }
        self.always: list[str] = [each.names[0] for each in required if each.single and each.names[0] in self.allowed]
        self.choices: list[RequiredGroups] = [each for each in required if not each.single]
        looked_at = {name for each in self.choices for name in each.names}
        self.sought: list[str] = [name for name in self.allowed if name in looked_at and name not in self.always]

    def local(self, name: str) -> str:
        """Return the local variable that holds the value of a field or None; ``"None"`` for a field never allowed."""
        return self.locals.get(name, "None")

    def write(self) -> None:
        """Write all tests of the object."""
        less = f" - {len(self.always)}" if self.always else ""
        if self.prefix:
            self.writer.line(f"{self.rest} = len({self.data}){less}")
        elif less:
            self.writer.line(f"{self.rest} -= {len(self.always)}")
        if self.measured:
            self.size = self.writer.fresh("size")
            names = "".join(f'"{name}":,' for name in self.measured)
            self.writer.line(f"{self.size} = {characters(len('{}') + len(names))}")
        for name in self.always:
            self.writer.line(f"{self.locals[name]} = {self.data}.get({name!r})")
            self.writer.may_be_missing(self.data)
            self._value(self.allowed[name])
        for name in self.sought:
            self._optional(self.allowed[name])
        self._choices()
        self._rules(among_others=False)
        with self.writer.block(f"if {self.rest}:"):
            for name, field in self.allowed.items():
                if name not in self.always and name not in self.sought:
                    self._optional(field)
            self._rules(among_others=True)
            self._others()

    def _optional(self, field: Field) -> None:
        """Write the tests of an optional field."""
        local = self.locals[field.name]
        # ``get`` is one look-up, ``in`` with a subscript are two. Look-ups are slow because keys that a JSON parser
        # made are not interned, so they are compared character by character.
        self.writer.line(f"{local} = {self.data}.get({field.name!r})")
        with self.writer.block(f"if {local} is not None:"):
            self.writer.line(f"{self.rest} -= 1")
            if field.beside is not None:
                self.writer.refuse(f"type_tag in {table_of_tags(field, self.writer.module)}")
            self._value(field)

    def _value(self, field: Field) -> None:
        """Write the tests of the value of a field, and count its characters if its size is measured."""
        outer = self.writer.size
        if self.measured:
            self.writer.size = self.size if field.name in self.measured else ""
        field.constraint.write_predicate(self.writer, self.locals[field.name], self.context)
        self.writer.size = outer

    def _others(self) -> None:
        """Write the tests of the keys that are left: fields of which a value is tolerated, and unknown fields."""
        if not self.spec.tolerated or not self.writer.module.tolerant:
            self.writer.refuse_object(self.rest, self.data)
            return
        with self.writer.block(f"if {self.rest}:"):
            for field in self.spec.tolerated.values():
                self._tolerated(field)
            self.writer.refuse_object(self.rest, self.data)

    def _tolerated(self, field: Field) -> None:
        """Write the tests of a field that is accepted with one value only."""
        if field.nullable:
            self.writer.line(f"if {self.data}.get({field.name!r}, False) is None: {self.rest} -= 1")
            return
        local, default = self.locals[field.name], field.tolerated
        self.writer.line(f"{local} = {self.data}.get({field.name!r})")
        with self.writer.block(f"if {local} is not None:"):
            self.writer.line(f"{self.rest} -= 1")
            self.writer.refuse_type(f"type({local}) is {type(default).__name__}", local)
            self.writer.refuse(f"{local} {'==' if isinstance(default, str) else 'is'} {default!r}")

    def _choices(self) -> None:
        """Write the tests of the requirements that have more than one way to meet them."""
        for each in self.choices:
            self.writer.refuse_object(each.missing_written(self.local), self.data)
            for first, *others in each.pairs:
                apart = [f"({self.local(first)} is None) != ({self.local(other)} is None)" for other in others]
                self.writer.refuse_object(" or ".join(apart), self.data)

    def _rules(self, *, among_others: bool) -> None:
        """Write the rules on several fields: those that depend on other optional fields, or all the others."""
        for rule, group in self.spec.active_rules(self.context.mode):
            if rule.severity is Severity.WARNING and not self.writer.module.warnings:
                continue
            looked_at, known = {*group, *rule.test.without}, {*self.always, *self.sought}
            if not self.allowed.keys() >= {*group}:
                continue
            if isinstance(rule.test, CompactSize):
                # Other optional fields are not looked for if there are no keys left, so it is written for both cases.
                if among_others or known.issuperset(looked_at):
                    self._size_rule(rule.test, group, self.allowed if among_others else known)
            elif among_others != known.issuperset(looked_at):
                self._rule(rule, group)

    def _rule(self, rule: CrossFieldRule, group: tuple[str, ...]) -> None:
        """Write one rule on several fields."""
        tests = [f"{self.local(name)} is None" for name in group if name not in self.always]
        tests += [f"{self.local(name)} is not None" for name in rule.test.without]
        test = rule.test.written(self.local)
        self.writer.refuse(" or ".join([*tests, test] if test else tests))

    def _size_rule(self, test: CompactSize, group: tuple[str, ...], known: Collection[str]) -> None:
        """Write a test of the size of several fields; others than the known ones have not been looked for."""
        tests = [f"{self.local(name)} is None" for name in group if name not in self.always]
        self.writer.support("total_size")
        size = test.written(lambda name: self.local(name) if name in known else "None")
        few = f"{self.size} <= {test.most // BYTES_PER_CHARACTER}"  # so few that the size need not be computed
        self.writer.refuse(" or ".join([*tests, few, size]))


def table_of_tags(field: Field, module: ModuleWriter) -> str:
    """Define the set of tags with which a field of a payload is allowed.

    Args:
        field: The field.
        module: The module to add the set to.

    Returns:
        The name of the set.
    """
    table = f"{field.name}_types"
    tags = ", ".join(map(repr, sorted(map(str, {*(field.beside or ()), UNTAGGED}))))
    module.define(table, f"{table} = frozenset({{{tags}}})")
    return table


def write_member(spec: ObjectSpec, caller: FunctionWriter, name: str, data: str, context: Context) -> str:
    """Write the predicate on a dict of a class; its caller has checked the tag.

    If the caller counts characters, the predicate returns the number of those
    of a valid object, instead of True.

    Args:
        spec: The specification of the class.
        caller: The writer of the predicate that calls it.
        name: The name of the predicate.
        data: The name of its first parameter, the dict. The second one is the
            number of keys without the tag.
        context: The mode and the tag that the predicate is for.

    Returns:
        The name of the predicate, which also says whether it counts.
    """
    name = caller.counting(name)

    def write(writer: FunctionWriter) -> None:
        with writer.head(name, data, "rest"):
            if caller.size:
                writer.size = writer.fresh("size")
                writer.line(f"{writer.size} = {characters(spec.fixed_size)}")
            ObjectWriter(spec, writer, data, context, "").write()
            writer.line(f"return {writer.size or True}")

    return caller.module.function(name, write)
