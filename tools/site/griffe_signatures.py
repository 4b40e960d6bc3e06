"""What griffe, the reader of docstrings, is told about classes whose constructor is made when they are imported."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import griffe

sys.path.insert(0, str(Path(__file__).parent))
import site_signatures


class Signatures(griffe.Extension):
    """The extension that mkdocs.yml names."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:  # noqa: ANN401 - of the base
        """Complete a docstring."""
        if obj.docstring is not None:
            obj.docstring.value = site_signatures.documentation(obj.docstring.value)

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:  # noqa: ANN401 - of the base
        """Show the value of a default that stands in a private constant."""
        for parameter in func.parameters:
            if str(parameter.default).startswith("_"):
                parameter.default = site_signatures.constant(func.module.path, str(parameter.default))

    def on_class(self, *, cls: griffe.Class, **_: Any) -> None:  # noqa: ANN401 - of the base
        """Give a class the constructor and the docstring that it has when it is imported."""
        made = site_signatures.made_class(cls.path)
        if made is None:
            return
        parameters = [
            griffe.Parameter(
                each.name,
                kind=griffe.ParameterKind[each.kind.name.lower()],
                annotation=str(each.annotation),
                default=site_signatures.shown_default(each),
            )
            for each in site_signatures.parameters(made)
        ]
        first = griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)
        cls.overloads.pop("__init__", None)
        cls.set_member("__init__", griffe.Function("__init__", parameters=griffe.Parameters(first, *parameters)))
        text = site_signatures.documentation(inspect.getdoc(made) or "")
        cls.docstring = griffe.Docstring(text, parent=cls)
