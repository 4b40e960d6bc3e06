"""Families of objects, told apart by their ``type``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

import attrs

from liveschema.constraints._base import Constraint, Context, Findings
from liveschema.constraints._describe import listed, subject
from liveschema.constraints._objects import Field, ObjectSpec, lower_model, spec_of
from liveschema.constraints._scalars import Tag
from liveschema.constraints._source import Function, Source
from liveschema.constraints._writing import write_judge
from liveschema.problems import Path
from liveschema.rules import MISSING_TYPE


@attrs.frozen(slots=False, eq=False, repr=False)
class Family(Constraint):
    """An object of one of several classes, as its ``type`` says.

    Args:
        classes: The model classes, each with a `Tag` on its ``type``.
        what: What a message calls a member.
    """

    kind: ClassVar[str] = "type({v}) is dict"
    classes: tuple[type, ...]
    what: str

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "an object"

    @cached_property
    def specs(self) -> dict[str, ObjectSpec]:
        """The specifications of the classes by their tags."""
        return {str(spec_of(cls).tag): spec_of(cls) for cls in self.classes}

    @cached_property
    def shared(self) -> ObjectSpec:
        """What all classes say alike: all that can be told of an object of no known type."""
        first, *others = self.specs.values()
        fields = {
            name: field
            for name, field in first.fields.items()
            if name != "type"
            and all(name in other.fields and other.fields[name].constraint == field.constraint for other in others)
        }
        return ObjectSpec(object, first.noun, fields)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all fields of all classes, as declared, each once."""
        return tuple(dict.fromkeys(name for spec in self.specs.values() for name in spec.fields))

    def select(self, value: dict[Any, object]) -> ObjectSpec | None:
        """Find the class that an object's own ``type`` names."""
        tag = value.get("type")
        return self.specs.get(tag) if isinstance(tag, str) else None

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write the choice of the class by its ``type``, and the call of its predicate."""
        Constraint.emit(self, source, value, context)
        tag = source.fresh(f"{value}_type")
        source.line(f"{tag} = {value}.get('type')")
        source.may_be_missing(value)
        source.refuse_type(f"type({tag}) is str", tag)
        self.emit_judging(source, value, tag, context)

    def emit_judging(self, source: Source, value: str, tag: str, context: Context) -> None:
        """Write the call of the predicate of a class.

        Args:
            source: The function being written.
            value: The name of the local variable that holds the dict.
            tag: The name of the one that holds its ``type``, a string.
            context: The operation it is written for.
        """
        judges = f"{self.what}_judges"
        source.bind_deferred(judges, self.judges(context, spotless=source.spotless))
        source.line(f"judge = {judges}.get({tag})")
        source.line("if judge is None: return False")
        source.require(f"judge({value}, len({value}) - 1)")

    def judges(self, context: Context, *, spotless: bool) -> dict[str, Callable[[], Function]]:
        """Give what makes the predicate of each class.

        Args:
            context: The operation they are written for.
            spotless: Whether they also say no to what earns a warning.

        Returns:
            From the tags of the classes to functions that make the predicates.
        """

        def making(tag: str, spec: ObjectSpec) -> Callable[[], Function]:
            return lambda: self.judge(tag, spec, context, spotless=spotless).compile()

        return {tag: making(tag, spec) for tag, spec in self.specs.items()}

    def judge(self, tag: str, spec: ObjectSpec, context: Context, *, spotless: bool) -> Source:
        """Write the predicate of a class."""
        return write_judge(spec, f"{context.operation}_{tag}", self.what, context, spotless=spotless)

    def report_inside(self, value: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report by the class that the object's ``type`` names, or what all classes say alike."""
        spec = self.select(value)
        if spec is not None:
            spec.report(value, path, out, context)
        else:
            self.report_untold(value, path, out, context)

    def report_untold(self, value: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report on an object whose class cannot be told from its ``type``."""
        if "type" in value:
            self.type_field.constraint.report(value["type"], (*path, "type"), out, context)
        else:
            message = f"{subject(path)} needs a type ({listed(self.specs, 'or')}), got none"
            out.add(MISSING_TYPE, path, message, f"say which {self.what} it is")
        told = {name: item for name, item in value.items() if name in self.shared.fields or name not in self.names}
        self.shared.report(told, path, out, context)

    @property
    def type_field(self) -> Field:
        """The ``type`` field of the first class, which knows the names of them all."""
        return next(iter(self.specs.values())).fields["type"]

    @staticmethod
    def convert(value: object) -> object:
        """Keep an instance as it is."""
        return value

    def lower(self, value: object) -> object:
        """Turn an instance back into a plain dict; anything else is none of ours."""
        return lower_model(value, self.classes)

    def accepts(self, value: object) -> bool:
        """Say whether a model may hold a value: an instance, which was validated when it was built."""
        return isinstance(value, self.classes)


__all__ = ["Family", "Tag"]
