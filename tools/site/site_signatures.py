"""The signatures and docstrings of classes whose constructor is made when they are imported, as records and models."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import Final

import attrs

from liveschema.contract.base import SentModel
from liveschema.engine.declare import Model
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
    """Return the parameters of the constructor of a class; if it takes any, they are its fields."""
    signature = inspect.signature(cls).parameters.values()
    if not any(each.kind is inspect.Parameter.VAR_KEYWORD for each in signature):
        return list(signature)
    annotations = {name: each for base in reversed(cls.__mro__) for name, each in inspect.get_annotations(base).items()}
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY if field.kw_only else inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=inspect.Parameter.empty if field.default is attrs.NOTHING else field.default,
            annotation=annotations[field.name],
        )
        for field in sorted(attrs.fields(cls), key=lambda field: bool(field.kw_only))
    ]


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
