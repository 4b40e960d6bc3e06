"""The signatures and docstrings of classes whose constructor is made when they are imported, as records and models."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import Final

import attrs

from liveschema.contract.base import SentModel
from liveschema.engine.declare import Model
from liveschema.engine.objects import REQUIRED, spec_of
from liveschema.engine.record import Record

_ADDED: Final = re.compile(r"\.\. versionadded:: (\S+)")


def made_class(path: str) -> type | None:
    """Return the class with a path, if its constructor is made when it is imported; else None."""
    module, _, name = path.rpartition(".")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        return None
    if not inspect.isclass(found) or found in {Model, Record, SentModel}:
        return None
    return found if issubclass(found, Model | Record) or attrs.has(found) else None


def parameters(cls: type) -> list[inspect.Parameter]:
    """Return the parameters of the constructor of a class; those of a record are its fields."""
    found = [each for each in inspect.signature(cls).parameters.values() if each.kind.name[:4] != "VAR_"]
    if found or not issubclass(cls, Model | Record):
        return found
    annotations = {name: each for base in reversed(cls.__mro__) for name, each in _annotations(base).items()}
    if issubclass(cls, Model):
        fields = spec_of(cls).fields
        return [_parameter(name, fields[name].default, annotations[name], kw_only=True) for name in fields]
    return [_parameter(name, _default(cls, name), annotation) for name, annotation in annotations.items()]


def _parameter(name: str, default: object, annotation: str, *, kw_only: bool = False) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY if kw_only else inspect.Parameter.POSITIONAL_OR_KEYWORD
    default = inspect.Parameter.empty if default is REQUIRED else default
    return inspect.Parameter(name, kind, default=default, annotation=annotation)


def _annotations(cls: type) -> dict[str, str]:
    return {name: annotation for name, annotation in inspect.get_annotations(cls).items() if not name.startswith("_")}


def _default(cls: type, name: str) -> object:
    """Return the default of a field; where the class has none, or a slot in its place, the field is required."""
    value = getattr(cls, name, REQUIRED)
    return REQUIRED if inspect.isdatadescriptor(value) else value


def shown_default(parameter: inspect.Parameter) -> str | None:
    """Return the default of a parameter as code; None if there is none."""
    value = parameter.default
    if value is inspect.Parameter.empty:
        return None
    return repr(str(value)) if isinstance(value, str) else repr(value)


def constant(module: str, name: str) -> str:
    """Return the value of a constant of a module as code."""
    return repr(getattr(import_module(module), name))


def documentation(text: str) -> str:
    """Return a docstring in which the version of a name is a sentence of Markdown."""
    return _ADDED.sub(r"*Added in version \1.*", text)
