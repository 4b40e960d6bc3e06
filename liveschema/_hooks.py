"""The generated functions that turn sound plain data into models, and models into plain data.

Each is written from the declarations when it is first needed, as the
predicates are, and shows in tracebacks and debuggers as they do.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from liveschema.constraints import (
    Choice,
    Constraint,
    Entries,
    Family,
    FreeObject,
    Function,
    ListOf,
    Part,
    Source,
    States,
    Tag,
    deferred,
    plain,
    spec_of,
)
from liveschema.constraints._objects import EVERY_OPERATION
from liveschema.models import REQUESTS, Model

if TYPE_CHECKING:
    import cattrs


@functools.cache
def trusting_converter() -> cattrs.Converter:
    """Give the cattrs converter that turns sound plain data into models, and models into plain data.

    It makes a hook for a model class when that is first needed, and keeps it.
    Its structure hooks judge nothing: they are for data that a predicate has
    taken. `liveschema.register_hooks` teaches a converter those that judge.

    Returns:
        The converter, made on first use and shared; it is not for others to change.
    """
    import cattrs  # noqa: PLC0415 - slow to import, and not needed for a verdict

    converter = cattrs.Converter()
    converter.register_structure_hook_factory(_is_model, _structure_hook)
    converter.register_unstructure_hook_factory(_is_model, _unstructure_hook)
    return converter


def _is_model(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Model)


def structure_hook(cls: type[Any]) -> Function:
    """Give the function that turns sound plain data into a model.

    Args:
        cls: A model class.

    Returns:
        The function of a dict and, for a request, of the type of its state.
    """
    hook: Function = trusting_converter().get_structure_hook(cls)
    return hook


def unstructure_hook(cls: type[Any]) -> Function:
    """Give the function that turns a model into a dict of what was set.

    Args:
        cls: A model class.

    Returns:
        The function of a model.
    """
    hook: Function = trusting_converter().get_unstructure_hook(cls)
    return hook


def _build(constraint: Constraint, value: str, source: Source) -> str:
    """Write what turns a sound plain value into what a model holds."""
    if isinstance(constraint, Part):
        name = f"build_{constraint.cls.__name__}"
        source.bind(name, structure_hook(constraint.cls))
        return f"{name}({value}, None)"
    if isinstance(constraint, States):
        source.bind_deferred("build_state", _builders(constraint))
        return f"build_state[kind]({value}, None)"
    if isinstance(constraint, Family):
        table = f"build_{constraint.what}"
        source.bind_deferred(table, _builders(constraint))
        return f"{table}[{value}['type']]({value}, None)"
    if isinstance(constraint, Choice):
        table = f"{constraint.options.__name__}_values"
        source.bind(table, constraint.by_value)
        return f"{table}[{value}]"
    if isinstance(constraint, Tag):
        source.bind("TYPE", constraint.value)
        return "TYPE"
    if isinstance(constraint, ListOf):
        each = source.fresh(constraint.each)
        item = _build(constraint.item, each, source)
        return f"tuple({value})" if item == each else f"tuple([{item} for {each} in {value}])"
    if isinstance(constraint, Entries):
        return f"{value}.copy()"
    if isinstance(constraint, FreeObject):
        source.bind("plain", plain)
        return f"plain({value})"
    return value


def _builders(family: Family) -> dict[str, Callable[[], Function]]:
    return {tag: functools.partial(structure_hook, spec.cls) for tag, spec in family.specs.items()}


def _structure_hook(cls: type[Any]) -> Function:
    """Write the function that turns sound plain data into a model.

    The data has passed the predicate, so the validators need not run again:
    the instance is filled while it is of a twin class, which has the same
    slots and lets them be set, and is then made one of the model class.

    Args:
        cls: A model class.

    Returns:
        The function of a dict and of the type of a request's state, in the
        place where cattrs hands over the class.
    """
    source = Source(spotless=False)
    # Both, or the interpreter looks up by name which one is meant, each time.
    plainly = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    source.bind("twin", type(f"_{cls.__name__}", cls.__bases__, {"__slots__": cls.__slots__, **plainly}))
    source.bind("model", cls)
    source.bind("new", object.__new__)
    spec = spec_of(cls)
    always = [name for name, field in spec.fields.items() if field.required_on == EVERY_OPERATION]
    sought = {"type", *(name for need in spec.needs for name in need.names)}
    others = [name for name in spec.fields if name not in {*always, *sought}]

    def set_from(name: str, got: str, count: str = "") -> None:
        """Write the setting of a field, None where the data lacks it, and the counting of one that is there."""
        local = source.fresh(name)
        made = _build(spec.fields[name].constraint, local, source)
        if name in always:
            source.line(f"{local} = {got}")
            source.line(f"self.{name} = {made}")
        elif count:
            source.line(f"{local} = {got}")
            with source.block(f"if {local} is None:"):
                source.line(f"self.{name} = None")
            with source.block("else:"):
                source.line(count)
                source.line(f"self.{name} = {made}")
        elif made == local:
            source.line(f"self.{name} = {got}")
        else:
            source.line(f"{local} = {got}")
            source.line(f"self.{name} = None if {local} is None else {made}")

    with source.function(f"build_{cls.__name__}", "data", "kind"):
        source.line("self = new(twin)")
        source.line(f"{source.fresh('rest')} = len(data) - {len(always)}")
        for name in always:
            set_from(name, f"data[{name!r}]")
        for name in (each for each in spec.fields if each in sought):
            set_from(name, f"data.get({name!r})", "rest -= 1")
        if others:
            with source.block("if rest:"):
                for name in others:
                    set_from(name, f"data.get({name!r})")
            source.line(f"else: {' = '.join(f'self.{name}' for name in others)} = None")
        source.line("self.__class__ = model")
        source.line("return self")
    return source.compile()


def _dump(constraint: Constraint, value: str, source: Source) -> str:
    """Write what turns a held value into plain data."""
    if isinstance(constraint, Part):
        name = f"dump_{constraint.cls.__name__}"
        source.bind(name, unstructure_hook(constraint.cls))
        return f"{name}({value})"
    if isinstance(constraint, Family):
        table = f"dump_{constraint.what}"
        source.bind_deferred(table, {cls: functools.partial(unstructure_hook, cls) for cls in constraint.classes})
        return f"{table}[type({value})]({value})"
    if isinstance(constraint, Choice | Tag):
        return f"{value}._value_"
    if isinstance(constraint, ListOf):
        each = source.fresh(constraint.each)
        item = _dump(constraint.item, each, source)
        return f"list({value})" if item == each else f"[{item} for {each} in {value}]"
    if isinstance(constraint, Entries):
        return f"{value}.copy()"
    if isinstance(constraint, FreeObject):
        source.bind("plain", plain)
        return f"plain({value})"
    return value


def _unstructure_hook(cls: type[Any]) -> Function:
    """Write the function that turns a model into a dict of what was set.

    Args:
        cls: A model class.

    Returns:
        The function, made on first use.
    """
    source = Source(spotless=False)
    with source.function(f"dump_{cls.__name__}", "model"):
        source.line(f"{source.fresh('made')} = {{}}")
        for name, field in spec_of(cls).fields.items():
            local = source.fresh(name)
            made = _dump(field.constraint, local, source)
            source.line(f"{local} = model.{name}")
            source.line(f"if {local} is not None: made[{name!r}] = {made}")
        source.line("return made")
    return source.compile()


BUILDERS: Final = deferred(
    {str(operation): functools.partial(structure_hook, cls) for operation, cls in REQUESTS.items()}
)
"""By operation, what builds a request from sound plain data and the type of its state."""
