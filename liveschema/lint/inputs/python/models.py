"""The objects that the functions and classes of the SDK and of this library create from their arguments."""

from __future__ import annotations

import re
from typing import Final

import attrs

from liveschema._generated.field_names import TAG
from liveschema._generated.names import MODULES
from liveschema.contract.vocabulary import Operation
from liveschema.engine.objects import spec_of
from liveschema.lint.inputs.calls import Arguments
from liveschema.lint.inputs.helpers import HELPERS, request_class
from liveschema.lint.inputs.literals import Literal, Member, Members, add_unknown, without_null
from liveschema.lint.inputs.python.names import Reference

_MODEL: Final = re.compile(r"(?:LiveActivity|StreamContentState|ContentState)\w*\Z")
"""The names of the classes of the SDK that tell what they are without an import."""
_READING: Final = frozenset({"from_dict", "model_validate", "model_construct", "parse_obj"})
"""The methods of the classes of the SDK that take a dict."""
_REQUESTS: Final = {
    "".join(part.title() for part in operation.split("_")) + "Request": operation for operation in Operation
}
"""The classes of this library by operation, whose names follow from it."""


def object_of(function: Reference, arguments: Arguments) -> Literal | None:
    """Return the object that a call creates.

    Args:
        function: What is called.
        arguments: The arguments.

    Returns:
        The object; None if the call is none of a function or class of the SDK or of this library.
    """
    name = function.last
    if name in HELPERS and function.is_from_sdk:
        return _made(arguments, HELPERS[name])
    if name in MODULES and (function.is_ours or function.is_from_us):
        return _of_our_model(name, arguments)
    if name in _READING and len(function.names) > 1 and _is_sdk_model(function, function.names[-2]):
        return arguments.positional[0] if arguments.positional else None
    if _is_sdk_model(function, name):
        if len(arguments.positional) == 1 and not arguments.named:
            return arguments.positional[0]  # such as `ActivityMetricValue(9)`
        return _made(arguments, ())
    return None


def request_operation(function: Reference) -> Operation | None:
    """Return the operation of the request that a class of the SDK or of this library stands for."""
    name = function.last
    if name in _REQUESTS and (function.is_ours or function.is_from_us):
        return _REQUESTS[name]
    return request_class(name) if function.is_from_sdk else None


def _is_sdk_model(function: Reference, name: str) -> bool:
    if not name[:1].isupper():
        return False
    return function.is_imported_from_sdk or (function.module == "" and _MODEL.match(name) is not None)


def _made(arguments: Arguments, positional: tuple[str, ...]) -> Literal:
    """Return an object with the arguments as members, without those that are null."""
    members: Members = {}
    for name, value in zip(positional, arguments.positional, strict=False):
        members[name] = Member(value)
    if len(arguments.positional) > len(positional):
        add_unknown(members, arguments.place)
    members.update(arguments.named)
    return Literal(without_null(members), arguments.place)


def _of_our_model(name: str, arguments: Arguments) -> Literal | None:
    """Return what a model of this library sends; None if the name is none of a model."""
    from importlib import import_module  # noqa: PLC0415 - the models are needed only if a file builds one

    cls = getattr(import_module(MODULES[name]), name)
    if not (isinstance(cls, type) and attrs.has(cls)):
        return None
    spec = spec_of(cls)
    made = _made(arguments, tuple(each.name for each in attrs.fields(cls) if each.init and not each.kw_only))
    if spec.tag is not None and TAG not in arguments.named:
        tag = Literal(str(spec.tag), arguments.place)
        return Literal({**made.value, TAG: Member(tag)}, made.place)
    return made
