"""From plain data to models and back."""

from __future__ import annotations

import functools
import json
import operator
from collections.abc import Callable
from typing import Any, Final, Literal, overload

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn_from_attrs, override

from liveschema._compile import VALID, judged
from liveschema._text import UNREADABLE, read_json
from liveschema.check import check, report
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
    in_document_order,
    plain,
    spec_of,
)
from liveschema.constraints._objects import EVERY_OPERATION
from liveschema.models import (
    REQUESTS,
    EndRequest,
    EndStreamRequest,
    Model,
    Request,
    StartRequest,
    StreamRequest,
    UpdateRequest,
)
from liveschema.problems import InvalidPayload, Problem
from liveschema.vocabulary import ActivityType, Operation

Hook = Callable[[Any], Any]


def _made_once(make: Callable[[type[Any]], Callable[..., Any]]) -> Callable[[type[Any]], Callable[..., Any]]:
    made: dict[type[Any], Callable[..., Any]] = {}

    @functools.wraps(make)
    def give(cls: type[Any]) -> Callable[..., Any]:
        return made.get(cls) or made.setdefault(cls, make(cls))

    return give


def _identity(value: object) -> object:
    return value


def _unstructure_hook(constraint: Constraint) -> Hook:
    """Give what turns a held value into plain data."""
    if isinstance(constraint, Part):
        return unstructure_hook(constraint.cls)
    if isinstance(constraint, Family):
        hooks = {cls: unstructure_hook(cls) for cls in constraint.classes}
        return lambda value: hooks[type(value)](value)
    if isinstance(constraint, Choice | Tag):
        return operator.attrgetter("value")
    if isinstance(constraint, ListOf):
        item = _unstructure_hook(constraint.item)
        return list if item is _identity else lambda value: [item(each) for each in value]
    if isinstance(constraint, Entries):
        return dict
    return plain if isinstance(constraint, FreeObject) else _identity


@_made_once
def unstructure_hook(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """Give the cattrs function that turns a model into a dict of what was set.

    Args:
        cls: A model class.

    Returns:
        The function, made on first use.
    """
    # None is what "not set" looks like; the type of a state is set unless it says None.
    attributes = [getattr(attrs.fields(cls), name).evolve(default=None, converter=None) for name in spec_of(cls).fields]
    hooks = {name: _unstructure_hook(field.constraint) for name, field in spec_of(cls).fields.items()}
    # cattrs writes no call where the hook is its own identity.
    overrides: dict[str, Any] = {
        name: override(unstruct_hook=cattrs.fns.identity if hook is _identity else hook) for name, hook in hooks.items()
    }
    return make_dict_unstructure_fn_from_attrs(
        attributes, cls, cattrs.Converter(), _cattrs_omit_if_default=True, **overrides
    )


def _expression(constraint: Constraint, value: str, source: Source) -> str:
    """Write what turns a sound plain value into what a model holds."""
    if isinstance(constraint, Part):
        name = f"build_{constraint.cls.__name__}"
        source.bind(name, structure_hook(constraint.cls))
        return f"{name}({value})"
    if isinstance(constraint, States):
        source.bind_deferred("build_state", _builders(constraint))
        return f"build_state[kind]({value})"
    if isinstance(constraint, Family):
        table = f"build_{constraint.what}"
        source.bind_deferred(table, _builders(constraint))
        return f"{table}[{value}['type']]({value})"
    if isinstance(constraint, Choice):
        table = f"{constraint.options.__name__}_values"
        source.bind(table, constraint.by_value)
        return f"{table}[{value}]"
    if isinstance(constraint, Tag):
        source.bind("TYPE", constraint.value)
        return "TYPE"
    if isinstance(constraint, ListOf):
        each = source.fresh(constraint.each)
        item = _expression(constraint.item, each, source)
        return f"tuple({value})" if item == each else f"tuple([{item} for {each} in {value}])"
    if isinstance(constraint, Entries):
        return f"{value}.copy()"
    if isinstance(constraint, FreeObject):
        source.bind("plain", plain)
        return f"plain({value})"
    return value


def _builders(family: Family) -> dict[str, Callable[[], Function]]:
    return {tag: functools.partial(structure_hook, spec.cls) for tag, spec in family.specs.items()}


@_made_once
def structure_hook(cls: type[Any]) -> Callable[..., Any]:
    """Give the function that turns sound plain data into a model.

    The data has passed the predicate, so the validators need not run again:
    the instance is filled while it is of a twin class, which has the same
    slots and lets them be set, and is then made one of the model class.

    Args:
        cls: A model class.

    Returns:
        The function of a dict; for a request also of the type of its state.
    """
    source = Source(spotless=False)
    # Both, or the interpreter looks up by name which one is meant, each time.
    plainly = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    source.bind("twin", type(f"_{cls.__name__}", cls.__bases__, {"__slots__": cls.__slots__, **plainly}))
    source.bind("model", cls)
    source.bind("new", object.__new__)
    spec = spec_of(cls)
    parameters = ("data", "kind") if issubclass(cls, Request) else ("data",)
    always = [name for name, field in spec.fields.items() if field.required_on == EVERY_OPERATION]
    sought = {"type", *(name for need in spec.needs for name in need.names)}
    others = [name for name in spec.fields if name not in {*always, *sought}]

    def set_from(name: str, got: str, count: str = "") -> None:
        """Write the setting of a field, None where the data lacks it, and the counting of one that is there."""
        local = source.fresh(name)
        made = _expression(spec.fields[name].constraint, local, source)
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

    with source.function(f"build_{cls.__name__}", *parameters):
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


_BUILDERS: Final = deferred(
    {str(operation): functools.partial(structure_hook, cls) for operation, cls in REQUESTS.items()}
)


@overload
def load(
    payload: object, operation: Literal[Operation.START, "start"], *, activity_type: ActivityType | str | None = None
) -> StartRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.UPDATE, "update"], *, activity_type: ActivityType | str | None = None
) -> UpdateRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.END, "end"], *, activity_type: ActivityType | str | None = None
) -> EndRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.STREAM, "stream"], *, activity_type: ActivityType | str | None = None
) -> StreamRequest: ...
@overload
def load(
    payload: object,
    operation: Literal[Operation.END_STREAM, "end_stream"],
    *,
    activity_type: ActivityType | str | None = None,
) -> EndStreamRequest: ...
@overload
def load(
    payload: object, operation: Operation | str, *, activity_type: ActivityType | str | None = None
) -> Request: ...


def load(payload: object, operation: Operation | str, *, activity_type: ActivityType | str | None = None) -> Request:
    """Turn a payload into the model of its request.

    Args:
        payload: What would be sent: any Mapping, of Mappings, Sequences,
            strings, numbers and booleans. It is never changed.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.

    Returns:
        An instance of the operation's class. Its ``content_state`` is of the
        class of its type. Without a type in the payload that is the first
        type that takes it, with ``type=None``: `Metrics` for a list of
        metrics, which `Stats` would take as well.

    Raises:
        InvalidPayload: With every problem of the payload, if it has an error.
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    kind, payload = judged(VALID, payload, operation, activity_type)
    if kind is False:
        raise InvalidPayload(report(payload, operation, activity_type))
    request: Request = _BUILDERS[operation](payload, kind)
    return request


@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.START, "start"],
    *,
    activity_type: ActivityType | str | None = None,
) -> StartRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.UPDATE, "update"],
    *,
    activity_type: ActivityType | str | None = None,
) -> UpdateRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.END, "end"],
    *,
    activity_type: ActivityType | str | None = None,
) -> EndRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.STREAM, "stream"],
    *,
    activity_type: ActivityType | str | None = None,
) -> StreamRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.END_STREAM, "end_stream"],
    *,
    activity_type: ActivityType | str | None = None,
) -> EndStreamRequest: ...
@overload
def loads(
    text: str | bytes | bytearray, operation: Operation | str, *, activity_type: ActivityType | str | None = None
) -> Request: ...


def loads(
    text: str | bytes | bytearray, operation: Operation | str, *, activity_type: ActivityType | str | None = None
) -> Request:
    """Turn JSON text into the model of its request.

    Args:
        text: The text, or its UTF-8 bytes. Duplicate keys, NaN, Infinity, a
            byte order mark and whatever else RFC 8259 has not are problems.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.

    Returns:
        As for `load`.

    Raises:
        InvalidPayload: With every problem of the text and of what it holds;
            those of the text have a line and a column.
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    payload, problems = read_json(text)
    if not problems:
        return load(payload, operation, activity_type=activity_type)
    raise InvalidPayload(merged(payload, problems, operation, activity_type))


def merged(
    payload: object, faults: list[Problem], operation: Operation | str, activity_type: ActivityType | str | None
) -> list[Problem]:
    """Put the faults of a text and the problems of its payload into one list.

    Args:
        payload: What the text holds, or `UNREADABLE`.
        faults: The faults of the text.
        operation: What the payload is sent for.
        activity_type: The type that the existing activity is known to have.

    Returns:
        The problems in document order; where a fault and a problem say the
        same, the fault, which knows its line.
    """
    if payload is UNREADABLE:
        return faults
    told = {(fault.rule, fault.path) for fault in faults}
    others = [
        each for each in check(payload, operation, activity_type=activity_type) if (each.rule, each.path) not in told
    ]
    return in_document_order([*faults, *others], payload)


def dump(request: Model) -> dict[str, Any]:
    """Turn a model into the payload it stands for.

    Args:
        request: A request, or any part of one.

    Returns:
        A new dict of plain values, only of what was set.

    .. versionadded:: 0.1.0
    """
    plain_data: dict[str, Any] = unstructure_hook(type(request))(request)
    return plain_data


def dumps(request: Model) -> str:
    """Turn a model into compact JSON text.

    Args:
        request: A request, or any part of one.

    Returns:
        The text, as it can be sent.

    .. versionadded:: 0.1.0
    """
    return json.dumps(dump(request), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def register_hooks(converter: cattrs.Converter) -> cattrs.Converter:
    """Teach a cattrs converter the models of this library.

    Args:
        converter: A converter of the caller's own, whose classes hold models.

    Returns:
        The same converter. It structures requests and states by `load`'s
        rules, raising `InvalidPayload`, and unstructures them as `dump` does.

    .. versionadded:: 0.1.0
    """
    for operation, cls in REQUESTS.items():
        converter.register_structure_hook(cls, functools.partial(_structure_request, operation))
        converter.register_unstructure_hook(cls, dump)
    return converter


def _structure_request(operation: Operation, payload: object, _: object) -> Request:
    return load(payload, operation)
