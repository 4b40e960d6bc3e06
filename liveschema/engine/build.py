"""Writers for the generated functions that convert valid plain data to models, and models to plain data or text."""

from __future__ import annotations

from itertools import takewhile

from liveschema.engine.modes import EVERY_MODE
from liveschema.engine.objects import Field, ObjectSpec, spec_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from liveschema.engine.writer import FunctionWriter, ModuleWriter


def twin_of(cls: type) -> type[Any]:
    """Create a mutable class with the same slots as a model class.

    Builders get data that has passed the predicate, so they need not validate
    it again. They set the attributes of an instance of the twin, and then
    change its ``__class__`` to the model class.

    Args:
        cls: The model class.

    Returns:
        The twin.
    """
    # With only one of the two methods, CPython would look up ``__setattr__`` by name on each assignment.
    namespace = {
        "__slots__": cls.__slots__,  # type: ignore[attr-defined] # models are slotted
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type(f"_{cls.__name__}", cls.__bases__, namespace)


def define_twin(module: ModuleWriter, cls: type) -> str:
    """Define the twin of a model class in a module, and return its name."""
    twin = f"{cls.__name__}_twin"
    module.use("liveschema.engine.build", "twin_of")
    module.use(cls.__module__, cls.__name__)
    module.define(twin, f"{twin} = twin_of({cls.__name__})")
    return twin


def write_builder(module: ModuleWriter, cls: type) -> str:
    """Write the function that converts valid plain data to a model.

    Args:
        module: The module to add the function to.
        cls: The model class.

    Returns:
        The name of the function. Its arguments are a dict; for a payload the
        tag that its predicate found, otherwise None; and a list, to which the
        number of keys of each object is added.
    """
    name = f"build_{cls.__name__}"
    return module.function(name, lambda writer: _write_builder(writer, name, cls))


def _write_builder(writer: FunctionWriter, name: str, cls: type) -> None:
    twin, spec = define_twin(writer.module, cls), spec_of(cls)
    writer.module.define("new", "new = object.__new__")
    always = [each for each, field in spec.fields.items() if field.required_in is EVERY_MODE]
    sought = [each for each in spec.fields if each in _looked_at(spec) and each not in always]
    others = [each for each in spec.fields if each not in {*always, *sought}]
    with writer.head(name, "data", "type_tag", "sizes"):
        size = writer.fresh("size")
        writer.line(f"{size} = len(data)")
        writer.line(f"sizes.append({size})")
        writer.line(f"self = new({twin})")
        writer.line(f"{writer.fresh('rest')} = {size} - {len(always)}")
        for each in always:
            _set_always(writer, spec.fields[each])
        for each in sought:
            _set_counted(writer, spec.fields[each])
        if others:
            with writer.block("if rest:"):
                for each in others:
                    _set_optional(writer, spec.fields[each])
            writer.line(f"else: {' = '.join(f'self.{each}' for each in others)} = None")
        writer.line(f"self.__class__ = {cls.__name__}")
        writer.line("return self")


def _looked_at(spec: ObjectSpec) -> set[str]:
    """Return the optional fields that are usually present: the tag, and the fields in requirements."""
    tag = [spec.tag_field.name] if spec.tag_field else []
    return {*tag, *(name for each in spec.requirements for name in each.names)}


def _set_always(writer: FunctionWriter, field: Field) -> None:
    local = writer.fresh(field.name)
    writer.line(f"{local} = data[{field.name!r}]")
    writer.line(f"self.{field.name} = {field.constraint.write_build(writer, local)}")


def _set_counted(writer: FunctionWriter, field: Field) -> None:
    """Write code that sets an optional field, and subtracts it from the number of remaining keys if it is present."""
    local = writer.fresh(field.name)
    made = field.constraint.write_build(writer, local)
    writer.line(f"{local} = data.get({field.name!r})")
    with writer.block(f"if {local} is None:"):
        writer.line(f"self.{field.name} = None")
    with writer.block("else:"):
        writer.line("rest -= 1")
        writer.line(f"self.{field.name} = {made}")


def _set_optional(writer: FunctionWriter, field: Field) -> None:
    local = writer.fresh(field.name)
    made = field.constraint.write_build(writer, local)
    if made == local:
        writer.line(f"self.{field.name} = data.get({field.name!r})")
        return
    writer.line(f"{local} = data.get({field.name!r})")
    writer.line(f"self.{field.name} = None if {local} is None else {made}")


def write_dumper(module: ModuleWriter, cls: type) -> str:
    """Write the function that converts a model to a dict of the attributes that are not None.

    Args:
        module: The module to add the function to.
        cls: The model class.

    Returns:
        The name of the function.
    """
    name = f"dump_{cls.__name__}"
    return module.function(name, lambda writer: _write_dumper(writer, name, cls))


def _write_dumper(writer: FunctionWriter, name: str, cls: type) -> None:
    with writer.head(name, "model"):
        writer.line(f"{writer.fresh('made')} = {{}}")
        for field in spec_of(cls).fields.values():
            local = writer.fresh(field.name)
            made = field.constraint.write_dump(writer, local)
            writer.line(f"{local} = model.{field.name}")
            writer.line(f"if {local} is not None: made[{field.name!r}] = {made}")
        writer.line("return made")


def write_writer(module: ModuleWriter, cls: type) -> str:
    """Write the function that converts a model to the JSON text of the attributes that are not None.

    Args:
        module: The module to add the function to.
        cls: The model class.

    Returns:
        The name of the function.
    """
    name = f"text_{cls.__name__}"
    return module.function(name, lambda writer: _write_writer(writer, name, cls))


def _write_writer(writer: FunctionWriter, name: str, cls: type) -> None:
    fields = list(spec_of(cls).fields.values())
    always = list(takewhile(lambda field: field.required_in is EVERY_MODE, fields))
    with writer.head(name, "model"):
        text = writer.fresh("text")
        # The first member has no comma before it. Where it may be missing, that comma is removed at the end.
        first = ",".join([_write_member(writer, each, _write_read(writer, each)) for each in always])
        writer.line(f"{text} = f'{{{{{first}'" if always else f"{text} = ''")
        for each in fields[len(always) :]:
            local = _write_read(writer, each)
            writer.line(f"if {local} is not None: {text} += f',{_write_member(writer, each, local)}'")
        writer.line(f"return {text} + '}}'" if always else f"return '{{' + {text}[1:] + '}}'")


def _write_read(writer: FunctionWriter, field: Field) -> str:
    """Write the assignment of an attribute of the model to a local variable, and return its name."""
    local = writer.fresh(field.name)
    writer.line(f"{local} = model.{field.name}")
    return local


def _write_member(writer: FunctionWriter, field: Field, local: str) -> str:
    """Return the member of a JSON object as a part of an f-string."""
    return f'"{field.name}":{{{field.constraint.write_text(writer, local)}}}'
