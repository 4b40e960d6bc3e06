"""Writers for the generated constructors of models, which convert and judge what is given in code in one pass.

An argument is taken as it is, or converted, if that certainly makes a valid
attribute. A model among the arguments is valid by its class, so only what
depends on the mode of the payload is tested. For anything else,
`liveschema.engine.declare.Model.__build__` converts the arguments, and reports
their problems.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import sys
from collections.abc import Iterable
from enum import Enum
from functools import singledispatch

from liveschema.engine.build import define_twin
from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.containers import JsonObject, ListOf, MapOf
from liveschema.engine.modes import EVERY_MODE
from liveschema.engine.objects import REQUIRED, ActiveRule, Field, ObjectSpec, spec_of
from liveschema.engine.predicates import UNTAGGED, table_of_tags
from liveschema.engine.problems import Severity
from liveschema.engine.record import evolve
from liveschema.engine.scalars import EnumOf, Tag
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.engine.writer import FunctionWriter, ModuleWriter


def write_constructor(module: ModuleWriter, spec: ObjectSpec, context: Context) -> str:
    """Write the constructor of a class.

    Args:
        module: The module to add the function to.
        spec: The specification of the class.
        context: The contract, and the mode for a class of payloads.

    Returns:
        The name of the function.
    """
    cls, names = spec.cls, field_names(spec)
    accept, twin = _write_accept(module, spec, context), define_twin(module, cls)
    module.annotated = True
    module.use("liveschema.engine.record", "set_attribute")

    def write(writer: FunctionWriter) -> None:
        given = ", ".join(f"{name!r}: {name}" for name in names)
        with writer.block(f"def init_{cls.__name__}({', '.join(_parameters(module, spec))}) -> None:"):
            writer.line(f"accepted = {accept}({', '.join(names)})")
            with writer.block(f"if accepted and self.__class__ is {cls.__name__}:"):
                writer.line(f"set_attribute(self, '__class__', {twin})")
                writer.line(f"{_joined(f'self.{name}' for name in names)} = accepted")
                writer.line(f"self.__class__ = {cls.__name__}")
            with writer.block("else:"):
                writer.line(f"self.__build__({{{given}}})")

    return module.function(f"init_{cls.__name__}", write)


def field_names(spec: ObjectSpec) -> tuple[str, ...]:
    """Return the names of the fields of a class in the order of declaration, which is that of its constructor."""
    names: tuple[str, ...] = spec.cls.__fields__  # type: ignore[attr-defined] # it is a model
    return names


def _joined(targets: Iterable[str]) -> str:
    """Return the source code of a tuple, without parentheses."""
    first, *others = targets
    return ", ".join([first, *others]) if others else f"{first},"


def _parameters(module: ModuleWriter, spec: ObjectSpec) -> list[str]:
    """Return the parameters of a constructor, with their annotations and defaults."""
    positional: list[str] = []
    by_name: list[str] = []
    for name in field_names(spec):
        field = spec.fields[name]
        default = "" if field.default is REQUIRED else f" = {_written(module, field.default)}"
        (by_name if field.kw_only else positional).append(f"{name}: {_hint(module, spec.cls, name)}{default}")
    return ["self", *positional, *(["*", *by_name] if by_name else [])]


def _hint(module: ModuleWriter, cls: type, name: str) -> str:
    """Return the annotation of a field, and import the names in it from the module of the class that declares it."""
    owner = next(each for each in cls.__mro__ if name in inspect.get_annotations(each))
    hint: str = inspect.get_annotations(owner)[name]
    known = vars(sys.modules[owner.__module__])
    for node in ast.walk(ast.parse(hint)):
        if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
            named = known[node.id]
            is_from_there = getattr(named, "__name__", "") == node.id
            module.use(named.__module__ if is_from_there else owner.__module__, node.id)
    return hint


def _written(module: ModuleWriter, default: object) -> str:
    """Return a default as source code; a tag is a member of its enumeration."""
    if not isinstance(default, Enum):
        return repr(default)
    module.use(type(default).__module__, type(default).__name__)
    return f"{type(default).__name__}.{default.name}"


def _write_accept(module: ModuleWriter, spec: ObjectSpec, context: Context) -> str:
    """Write the function that returns the attributes for some arguments; None or False if they need a closer look."""

    def write(writer: FunctionWriter) -> None:
        with writer.head(f"accept_{spec.cls.__name__}", *field_names(spec)) as parameters:
            local = dict(zip(field_names(spec), parameters, strict=True))
            # The inferred union comes first, since other fields depend on its tag.
            for field in sorted(spec.fields.values(), key=lambda each: not isinstance(each.constraint, InferredUnion)):
                _write_field(writer, field, local[field.name], context)
            for required in spec.required(context.mode):
                if not required.single or spec.fields[required.names[0]].default is not REQUIRED:
                    writer.line(f"if {required.missing_written(local.__getitem__)}: return False")
                for first, *others in required.pairs:
                    writer.refuse(*(f"({local[first]} is None) == ({local[other]} is None)" for other in others))
            _write_rules(writer, spec, spec.active_rules(context.mode), local)
            writer.line(f"return {_joined(parameters)}")

    return module.function(f"accept_{spec.cls.__name__}", write)


def _write_field(writer: FunctionWriter, field: Field, local: str, context: Context) -> None:
    """Write the tests and the conversion of one argument."""
    if field.default is REQUIRED:
        write_given(field.constraint, writer, local, context)
        return
    if isinstance(field.constraint, InferredUnion):
        writer.line(f"type_tag = {UNTAGGED!r}")
    with writer.block(f"if {local} is not None:"):
        if field.beside is not None:
            writer.refuse(f"type_tag in {table_of_tags(field, writer.module)}")
        write_given(field.constraint, writer, local, context)


def _write_rules(writer: FunctionWriter, spec: ObjectSpec, rules: Iterable[ActiveRule], local: dict[str, str]) -> None:
    """Write the rules on several fields; values for which a rule would look into models need a closer look."""
    for rule, group in rules:
        if rule.severity is Severity.ERROR:
            tests = [f"{local[name]} is None" for name in group if spec.fields[name].default is not REQUIRED]
            tests += [f"{local[name]} is not None" for name in rule.test.without]
            if not any(spec.fields[name].constraint.specs for name in group):
                tests += filter(None, [rule.test.written(local.__getitem__)])
            writer.refuse(" or ".join(tests))


@singledispatch
def write_given(constraint: Constraint, writer: FunctionWriter, value: str, context: Context) -> None:
    """Write the tests and the conversion of a value that is given in code.

    Args:
        constraint: The constraint on the value.
        writer: The writer of a function that returns False or None if the value needs a closer look.
        value: The name of the local variable that holds the value, and then that of the attribute.
        context: The contract, the mode, and the tag of an inferred union.
    """
    assert constraint.write_build(writer, value) == value, "a constraint that converts values needs its own function"  # noqa: S101
    constraint.write_predicate(writer, value, context)


@write_given.register
def _(constraint: MapOf | JsonObject, writer: FunctionWriter, value: str, context: Context) -> None:
    for name in ("FrozenDict", "thawed"):
        writer.module.use("liveschema.engine.frozen", name)
    writer.line(f"if type({value}) is FrozenDict: {value} = thawed({value})")
    constraint.write_predicate(writer, value, context)
    writer.line("sizes = []")
    writer.line(f"{value} = {constraint.write_build(writer, value)}")


@write_given.register
def _(constraint: EnumOf, writer: FunctionWriter, value: str, context: Context) -> None:
    del context
    members = constraint.define_members(writer.module)
    with writer.block(f"if type({value}) is not {constraint.options.__name__}:"):
        writer.line(f"{value} = {members}.get({value}) if type({value}) is str else None")
        writer.line(f"if {value} is None: return None")


@write_given.register
def _(constraint: Tag, writer: FunctionWriter, value: str, context: Context) -> None:
    del context
    tag = constraint.define_tag(writer.module)
    with writer.block(f"if {value} is not {tag}:"):
        writer.line(f"if type({value}) is not str or {value} != {str(constraint.value)!r}: return None")
        writer.line(f"{value} = {tag}")


@write_given.register
def _(constraint: ListOf, writer: FunctionWriter, value: str, context: Context) -> None:
    writer.line(f"if type({value}) is not list and type({value}) is not tuple: return None")
    for branch in constraint.branches:
        branch.write(writer, value)
    made, item = writer.fresh(f"{value}_made"), writer.fresh(constraint.item_label)
    writer.line(f"{made} = []")
    with writer.block(f"for {item} in {value}:"):
        write_given(constraint.item, writer, item, context)
        writer.line(f"{made}.append({item})")
    writer.line(f"{value} = tuple({made})")


@write_given.register
def _(constraint: Nested, writer: FunctionWriter, value: str, context: Context) -> None:
    writer.module.use(constraint.cls.__module__, constraint.cls.__name__)
    writer.line(f"if type({value}) is not {constraint.cls.__name__}: return None")
    spec = spec_of(constraint.cls)
    if not is_same_in_every_mode(spec):
        writer.refuse(f"{write_fits(writer.module, spec, context)}({value})")


@write_given.register
def _(constraint: TaggedUnion, writer: FunctionWriter, value: str, context: Context) -> None:
    _write_look_up(constraint, writer, value, context)
    writer.line(f"if fits is None or not fits({value}): return None")


@write_given.register
def _(constraint: InferredUnion, writer: FunctionWriter, value: str, context: Context) -> None:
    _write_look_up(constraint, writer, value, context)
    writer.line(f"type_tag = None if fits is None else fits({value})")
    writer.line("if not type_tag: return None")


def _write_look_up(union: TaggedUnion, writer: FunctionWriter, value: str, context: Context) -> None:
    """Write the look-up of the function that tells whether a model of a union is valid in a mode."""
    fits = {}
    for tag, spec in union.specs.items():
        writer.module.use(spec.cls.__module__, spec.cls.__name__)
        inner = evolve(context, tag=tag, known=tag) if isinstance(union, InferredUnion) else context
        fits[spec.cls.__name__] = write_fits(writer.module, spec, inner)
    table = f"{union.label}_fits"
    if not all(map(is_same_in_every_mode, union.specs.values())):
        table += f"_{context.mode}"
    writer.module.table(table, fits)
    writer.line(f"fits = {table}.get(type({value}))")


def is_same_in_every_mode(spec: ObjectSpec) -> bool:
    """Return whether a class has the same fields, requirements and rules in every mode."""
    of_fields = [modes for field in spec.fields.values() for modes in (field.allowed_in, field.required_in)]
    of_others = [*(each.modes for each in spec.requirements), *(each.modes for each in spec.rules)]
    return all(modes is EVERY_MODE or modes == frozenset() for modes in (*of_fields, *of_others))


def write_fits(module: ModuleWriter, spec: ObjectSpec, context: Context) -> str:
    """Write the function that tells whether a model, which is valid by its class, is valid in a payload.

    Args:
        module: The module to add the function to.
        spec: The specification of its class, completed by its union if it has one.
        context: The contract, the mode, and the tag of an inferred union.

    Returns:
        The name of the function. It returns the tag of the model if it has
        one, otherwise True; False or None if the model needs a closer look.
    """
    name = f"{spec.cls.__name__}_fits" + ("" if is_same_in_every_mode(spec) else f"_{context.mode}")

    def write(writer: FunctionWriter) -> None:
        with writer.head(name, "model"):
            local = {each: f"model.{each}" for each in spec.fields}
            if spec.tag_field is not None and spec.needs_tag(context.mode):
                writer.refuse(f"{local[spec.tag_field.name]} is not None")
            for field in spec.fields.values():
                if not field.fits(context):
                    writer.refuse(f"{local[field.name]} is None")
            for required in spec.required(context.mode):
                if required not in spec.required(None):
                    writer.line(f"if {required.missing_written(local.__getitem__)}: return False")
            of_mode = [each for each in spec.active_rules(context.mode) if each not in spec.active_rules(None)]
            _write_rules(writer, spec, of_mode, local)
            writer.line(f"return {str(spec.tag)!r}" if spec.tag_field else "return True")

    return module.function(name, write)
