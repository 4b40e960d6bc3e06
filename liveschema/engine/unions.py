"""Constraints on objects: of one class, or of one of several classes that a tag identifies."""

from __future__ import annotations

from functools import cached_property
from itertools import starmap

from liveschema.engine.build import write_builder, write_dumper, write_writer
from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.fixes import AddMember
from liveschema.engine.objects import Field, ObjectSpec, spec_of, to_plain
from liveschema.engine.placements import WithTags
from liveschema.engine.predicates import ObjectWriter, table_of_tags, write_member
from liveschema.engine.record import evolve
from liveschema.engine.rules import MISSING_TYPE
from liveschema.engine.value_tests import OBJECT, TypeTest
from liveschema.engine.wording import a, listed, subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar

    from liveschema.engine.constraint import Json
    from liveschema.engine.fixes import Fix
    from liveschema.engine.problems import Path, ProblemCollector
    from liveschema.engine.requirements import AlsoNeeds
    from liveschema.engine.schema import Definitions
    from liveschema.engine.writer import FunctionWriter, ModuleWriter


class _ObjectConstraint(Constraint):
    """The base of constraints on objects that have a model class."""

    type_test: ClassVar[TypeTest] = OBJECT

    @property
    def expected(self) -> str:
        """``an object``."""
        return "an object"

    @property
    def classes(self) -> tuple[type, ...]:
        """The model classes that the object may have."""
        raise NotImplementedError

    @staticmethod
    def convert(value: object) -> object:
        """Return the value unchanged: models are immutable, and anything else is reported later."""
        return value

    def to_plain(self, value: object) -> object:
        """Convert an instance of a model class to a plain dict, and anything else to an `Opaque`."""
        return to_plain(value, self.classes)


class Nested(_ObjectConstraint):
    """An object of one class.

    Args:
        cls: The model class.
    """

    cls: type

    @property
    def classes(self) -> tuple[type, ...]:
        """The model class."""
        return (self.cls,)

    @cached_property
    def specs(self) -> Mapping[str, ObjectSpec]:
        """The specification of the class, by its name."""
        return {self.cls.__name__: spec_of(self.cls)}

    @property
    def fixed_size(self) -> int:
        """The fixed size of the class."""
        return spec_of(self.cls).fixed_size

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the tests of the object into a predicate."""
        Constraint.write_predicate(self, writer, value, context)
        ObjectWriter(spec_of(self.cls), writer, value, context, f"{value}_").write()

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the call of the builder of the class."""
        return f"{write_builder(writer.module, self.cls)}({value}, None, sizes)"

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write the call of the dumper of the class."""
        return f"{write_dumper(writer.module, self.cls)}({value})"

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the call of the writer of the class."""
        return f"{write_writer(writer.module, self.cls)}({value})"

    def report_inside(self, value: dict[Any, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the rules that the object breaks."""
        spec_of(self.cls).report(value, path, out, context)

    def schema(self, definitions: Definitions) -> Json:
        """Return a reference to the schema of the class."""
        return definitions.ref(spec_of(self.cls))


class TaggedUnion(_ObjectConstraint):
    """An object of one of several classes, which its tag identifies.

    Args:
        members: The model classes, each with a field that holds a `Tag`.
        label: What messages call such an object.
        plural: The plural of the label.
        description: The description of such an object in its schema.
    """

    members: tuple[type, ...]
    label: str
    plural: str
    description: str = ""

    @property
    def classes(self) -> tuple[type, ...]:
        """The model classes."""
        return self.members

    @property
    def tag_needed(self) -> bool:
        """True: every object must have its tag."""
        return True

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the fields of all classes, in the order of declaration, without duplicates."""
        return tuple(dict.fromkeys(name for cls in self.members for name in spec_of(cls).fields))

    @cached_property
    def owners(self) -> dict[str, dict[str, Field]]:
        """For each field that only some classes have: the tags of these classes, with the field of each."""
        owners = {
            name: {str(spec.tag): spec.fields[name] for spec in map(spec_of, self.members) if name in spec.fields}
            for name in self.names
        }
        return {name: fields for name, fields in owners.items() if len(fields) < len(self.members)}

    @cached_property
    def specs(self) -> Mapping[str, ObjectSpec]:
        """The specifications of the classes by tag, completed with what depends on the other classes."""
        return {str(spec_of(cls).tag): self._member(spec_of(cls)) for cls in self.members}

    def _member(self, spec: ObjectSpec) -> ObjectSpec:
        strange = {name: owners for name, owners in self.owners.items() if name not in spec.fields}
        declared = {name: next(iter(owners.values())) for name, owners in strange.items()}
        placements = {name: WithTags.of(owners, self.plural) for name, owners in strange.items()}
        return evolve(
            spec,
            placements={**spec.placements, **placements},
            foreign={name: field for name, field in declared.items() if field.tolerance},
            tag_needed=self.tag_needed,
        )

    @cached_property
    def shared(self) -> ObjectSpec:
        """The fields that all classes have with the same constraint: what can be checked if the tag is unknown."""
        first, *others = self.specs.values()
        fields = {
            name: field
            for name, field in first.fields.items()
            if field is not first.tag_field
            and all(name in other.fields and other.fields[name].constraint == field.constraint for other in others)
        }
        base = next(cls for cls in first.cls.__mro__[1:] if all(issubclass(other, cls) for other in self.members))
        return ObjectSpec(base, first.label, fields, likely=self.names)

    @cached_property
    def tag_field(self) -> Field:
        """The tag field of the first class; its constraint accepts the tags of all classes."""
        field = next(iter(self.specs.values())).tag_field
        assert field is not None, f"{self.members[0].__name__} has no tag"  # noqa: S101 - an error in a declaration
        return field

    def select(self, value: dict[Any, object]) -> ObjectSpec | None:
        """Return the specification of the class that the tag of an object identifies; None if there is none."""
        tag = value.get(self.tag_field.name)
        return self.specs.get(tag) if isinstance(tag, str) else None

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the look-up of the predicate by tag, and its call."""
        Constraint.write_predicate(self, writer, value, context)
        tag = writer.fresh(f"{value}_type")
        writer.line(f"{tag} = {value}.get({self.tag_field.name!r})")
        writer.may_be_missing(value)
        writer.refuse_type(f"type({tag}) is str", tag)
        self.write_choice(writer, value, tag, context)

    def write_choice(self, writer: FunctionWriter, value: str, tag: str, context: Context) -> None:
        """Write the look-up of the predicate of a class by a tag, and its call.

        Args:
            writer: The writer of the predicate.
            value: The name of the local variable that holds the dict.
            tag: The name of the local variable that holds its tag, a string.
            context: The mode that the predicate is for.
        """
        writer.line(f"predicate = {self.write_members(writer, context)}.get({tag})")
        writer.line("if predicate is None: return False")
        writer.require(f"predicate({value}, len({value}) - 1)")

    def write_members(self, writer: FunctionWriter, context: Context) -> str:
        """Write the predicates of all classes, and a table of them by tag.

        Args:
            writer: The writer of the predicate that calls them.
            context: The mode that they are for.

        Returns:
            The name of the table.
        """
        table = writer.counting(f"{self.label}_predicates")
        names = {tag: self.write_member(tag, writer, context) for tag in self.specs}
        writer.module.table(table, {repr(tag): name for tag, name in names.items()})
        return table

    def write_member(self, tag: str, writer: FunctionWriter, context: Context) -> str:
        """Write the predicate of the class with a tag, and return its name."""
        return write_member(self.specs[tag], writer, f"{self.label}_{tag}", self.label, context)

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up of the builder by tag, and its call."""
        return f"{self._table_of_builders(writer.module)}[{value}[{self.tag_field.name!r}]]({value}, None, sizes)"

    def _table_of_builders(self, module: ModuleWriter) -> str:
        table = f"{self.label}_builders"
        module.table(table, {repr(tag): write_builder(module, spec.cls) for tag, spec in self.specs.items()})
        return table

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up of the dumper by class, and its call."""
        table = f"{self.label}_dumps"
        writer.module.table_by_class(table, {cls.__name__: write_dumper(writer.module, cls) for cls in self.members})
        return f"{table}[type({value})]({value})"

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up of the writer by class, and its call."""
        table = f"{self.label}_texts"
        writer.module.table_by_class(table, {cls.__name__: write_writer(writer.module, cls) for cls in self.members})
        return f"{table}[type({value})]({value})"

    def report_inside(self, value: dict[Any, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report by the rules of the class that the tag identifies; without one, check the shared fields."""
        spec = self.select(value)
        if spec is not None:
            spec.report(value, path, out, context)
        else:
            self.report_untagged(value, path, out, context)

    def report_untagged(self, value: dict[Any, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report a missing or invalid tag, and the problems of the fields that all classes share."""
        tag = self.tag_field
        if tag.name in value:
            tag.constraint.report(value[tag.name], (*path, tag.name), out, context)
        else:
            self.report_missing_tag(value, path, out)
        self.shared.report(self.shared_members(value), path, out, context)

    def report_missing_tag(self, value: dict[Any, object], path: Path, out: ProblemCollector) -> None:
        """Report that an object lacks its tag, which its fields may tell."""
        message = f"{subject(path)} needs {a(self.tag_field.name)} ({listed(self.specs, 'or')}), got none"
        tags = [tag for tag, spec in self.specs.items() if all(starmap(spec.accepts, value.items()))]
        fix = self.fix_of_tag(path, tags[0]) if len(tags) == 1 else None
        out.add(MISSING_TYPE, path, message, f"add the type of the {self.label}", fix=fix)

    def fix_of_tag(self, path: Path, tag: str) -> Fix:
        """Return the fix that adds the tag to an object, the fields of which leave no other one."""
        return AddMember(path=(*path, self.tag_field.name), safe=True, value=tag)

    def shared_members(self, value: dict[Any, object]) -> dict[Any, object]:
        """Return the members of an object that can be checked without its tag."""
        return {name: item for name, item in value.items() if name in self.shared.fields or name not in self.names}

    def schema(self, definitions: Definitions) -> Json:
        """Return a reference to the schema of the union."""
        return definitions.tagged_union(self)


class InferredUnion(TaggedUnion):
    """A tagged union whose tag may be left out if the service already knows it.

    An object without a tag is valid if it is valid by the rules of at least
    one class. The tag is required in the modes that require the tag field.
    """

    self_contained: ClassVar[bool] = False

    @property
    def tag_needed(self) -> bool:
        """False: the mode decides whether the tag is required."""
        return False

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the search for the tag and the call of its predicate.

        The enclosing predicate is that of a payload, with the parameters
        ``request`` and ``known``, the tag if the caller knows it. The tag
        that is found is assigned to ``type_tag``.
        """
        Constraint.write_predicate(self, writer, value, context)
        writer.line(f"type_tag = {value}.get({self.tag_field.name!r})")
        with writer.block("if type_tag is None:"):
            if self._requires_tag(context.mode, warnings=writer.module.warnings):
                writer.line(f"return {writer.support('misfit')}({value})")
            else:
                self._write_inference(writer, value, context)
        with writer.block("else:"):
            writer.refuse_type("type(type_tag) is str", "type_tag")
            writer.refuse("known is None or type_tag == known")
            self.write_choice(writer, value, "type_tag", context)

    def _write_inference(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the search for the tag of an object without one."""
        table = self.write_members(writer, context)
        self._write_hints(writer.module, context)
        writer.support("type_inference")
        hints = "TYPES_BY_FIELD, TYPES_WITHOUT_FIELDS, TYPES_BESIDE"
        sized = ", sized=True" if writer.size else ""
        infer = writer.counting("infer_type")
        writer.module.define_last(infer, f"type_inference({table}, {hints}{sized})")
        writer.line(f"type_tag = {infer}({value}, known, request)")
        writer.line("if not type_tag: return type_tag")
        if writer.size:
            writer.line("type_tag, answer = type_tag")
            writer.count("answer")

    def write_member(self, tag: str, writer: FunctionWriter, context: Context) -> str:
        """Write the predicate of the class with a tag, in the context of that tag, and return its name."""
        return TaggedUnion.write_member(self, tag, writer, evolve(context, tag=tag, known=tag))

    def _write_hints(self, module: ModuleWriter, context: Context) -> None:
        """Write the tables that `type_inference` needs."""
        identifying = self.identifying_fields
        without = [
            tag
            for tag, spec in self.specs.items()
            if not any(each.unless is None and identifying.keys() & each.names for each in spec.required(context.mode))
        ]
        by_field = "".join(f"    {name!r}: {tags!r},\n" for name, tags in identifying.items())
        module.define("TYPES_BY_FIELD", f"TYPES_BY_FIELD = {{\n{by_field}}}")
        module.define("TYPES_WITHOUT_FIELDS", f"TYPES_WITHOUT_FIELDS = {tuple(without)!r}")
        fields = context.contract.root(context.mode).fields.values() if context.contract else ()
        tables = {each.name: table_of_tags(each, module) for each in fields if each.beside is not None}
        beside = ", ".join(f"{name!r}: {table}" for name, table in tables.items())
        module.define("TYPES_BESIDE", f"TYPES_BESIDE = {{{beside}}}")

    @cached_property
    def identifying_fields(self) -> dict[str, tuple[str, ...]]:
        """For each field that is valid only with some tags, whatever its value: these tags."""
        tolerated = {name for spec in self.specs.values() for name in spec.tolerated}
        return {name: tuple(owners) for name, owners in self.owners.items() if name not in tolerated}

    def owners_of(self, name: object, value: object) -> frozenset[str] | None:
        """Find the tags that an object with a certain field may have.

        Args:
            name: The name of the field.
            value: Its value.

        Returns:
            The tags; None if the field does not restrict the tag.
        """
        owners = self.owners.get(name) if isinstance(name, str) else None
        if owners is None or any(field.tolerates(value) for field in owners.values()):
            return None
        return frozenset(owners)

    def _requires_tag(self, mode: str | None, *, warnings: bool) -> bool:
        """Return whether a missing tag is an error in a mode or, with `warnings`, at least a warning."""
        if mode in self.tag_field.required_in or mode is None:
            return True
        name = (self.tag_field.name,)
        return warnings and any(each.names == name for spec in self.specs.values() for each in spec.advised(mode))

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up of the builder by the tag that the predicate found, and its call."""
        return f"{self._table_of_builders(writer.module)}[type_tag]({value}, None, sizes)"

    def report_inside(self, value: dict[Any, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report by the rules of the tag in the context; without one, check the shared fields."""
        if context.tag is None:
            self.report_untagged(value, path, out, context)
            return
        spec, tag = self.specs[context.tag], self.tag_field
        if tag.name not in value and spec.needs_tag(context.mode):
            self.report_needed_tag(path, out, context)
        spec.report(value, path, out, context)
        for also in spec.also_needs:
            if also.mode == context.mode:
                lacking = [each.expected for each in spec.needed_for(also) if each.missing(value)]
                report_lacking(also, lacking, path, out)

    def report_needed_tag(self, path: Path, out: ProblemCollector, context: Context) -> None:
        """Report that an object lacks its tag in a mode that requires it; the tag in the context is the right one."""
        name = self.tag_field.name
        message = f"{subject(path)} needs {a(name)} on {context.mode}, got none"
        fix = self.fix_of_tag(path, str(context.tag))
        out.add(MISSING_TYPE, path, message, f'add "{name}": "{context.tag}"', fix=fix)


def report_lacking(also: AlsoNeeds, lacking: list[str], path: Path, out: ProblemCollector) -> None:
    """Report what an object lacks of the things that it should also have, if there are any."""
    if lacking:
        problem = also.rule.problem(path, name=subject(path), lacking=listed(lacking))
        out.add(also.rule, path, problem.message, problem.hint)
