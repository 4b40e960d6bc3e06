"""A contract: the payloads of each mode, and what can be derived from all of them together."""

from __future__ import annotations

from functools import cached_property

from liveschema.engine.constraint import Context
from liveschema.engine.objects import Field, ObjectSpec, spec_of
from liveschema.engine.placements import InModes, InObject, Placement, WithTags
from liveschema.engine.predicates import UNTAGGED, ObjectWriter
from liveschema.engine.record import Record
from liveschema.engine.unions import InferredUnion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum
    from typing import Any

    from liveschema.engine.rule import ModeRule
    from liveschema.engine.writer import FunctionWriter, ModuleWriter

    Function = Callable[..., Any]
    FieldPredicates = Mapping[str, Mapping[str, Function]]
    """Predicates on single values, by class name and field name."""


def _no_predicates() -> FieldPredicates:
    return {}


class Contract(Record, eq=False, kw_only=True):
    """All payloads that a service accepts.

    Args:
        modes: The modes of payloads.
        payloads: The model class of the payloads of each mode.
        label: What messages call a payload.
        mode_rules: Rules that every payload of some modes breaks.
        load_field_predicates: Returns the generated predicates on single
            fields, with which a report skips valid fields. Without them, it
            checks every field.
    """

    modes: type[StrEnum]
    payloads: Mapping[Any, type]
    label: str
    mode_rules: tuple[ModeRule, ...] = ()
    load_field_predicates: Callable[[], FieldPredicates] = _no_predicates

    def root(self, mode: str | None) -> ObjectSpec:
        """Return the specification of the payloads of a mode."""
        return spec_of(self.payloads[mode or ""])

    @cached_property
    def inferred_fields(self) -> dict[str, Field]:
        """The field with an inferred union, by mode; only modes whose payloads have one."""
        return {
            str(mode): field
            for mode in self.modes
            for field in self.root(mode).fields.values()
            if isinstance(field.constraint, InferredUnion)
        }

    def inferred_union(self, mode: str | None) -> InferredUnion | None:
        """Return the inferred union in the payloads of a mode; None if they have none."""
        field = self.inferred_fields.get(mode or "")
        union = field.constraint if field else None
        assert union is None or isinstance(union, InferredUnion)  # noqa: S101 - as all of these fields
        return union

    def placement_of(self, field: Field, mode: str | None) -> Placement:
        """Return where a field belongs that its class has, but not in this mode or with this tag."""
        if not field.allows(mode):
            return InModes.of([each for each in self.modes if field.allows(each)], self.label)
        union = self.inferred_union(mode)
        tags = union.specs if union else ()
        return WithTags.of([tag for tag in tags if tag in (field.beside or ())], union.plural if union else "")

    def placement_in(self, cls: type, name: str) -> Placement | None:
        """Return where a field belongs that a class does not have; None if no part of the contract has it."""
        return self._placements.get(cls, {}).get(name)

    def is_default(self, name: str, value: object) -> bool:
        """Return whether a value of a field is null, or what the service assumes in some class that has the field."""
        return value is None or any(
            type(value) is type(each) and value == each for each in self._defaults.get(name, ())
        )

    @cached_property
    def _defaults(self) -> dict[str, list[object]]:
        found: dict[str, list[object]] = {}
        for mode in self.modes:
            union = self.inferred_union(mode)
            for spec in (self.root(mode), *(union.specs.values() if union else ())):
                for name, field in spec.fields.items():
                    if field.plain_default is not None:
                        found.setdefault(name, []).append(field.plain_default)
        return found

    @cached_property
    def _placements(self) -> dict[type, dict[str, Placement]]:
        roots = {str(mode): self.root(mode) for mode in self.modes}
        modes_of: dict[str, list[str]] = {}
        for mode, spec in roots.items():
            for name in spec.fields:
                modes_of.setdefault(name, []).append(mode)
        found: dict[type, dict[str, Placement]] = {}
        for mode, spec in roots.items():
            here = found[spec.cls] = {}
            field, union = self.inferred_fields.get(mode), self.inferred_union(mode)
            if field is not None and union is not None:
                here |= dict.fromkeys(union.names, InObject(field.name, (field.name,)))
                outside: dict[str, Placement] = {
                    name: InObject(spec.label, ()) for name in modes_of if name not in union.names
                }
                found |= dict.fromkeys([*union.members, union.shared.cls], outside)
            here |= {name: InModes.of(on, self.label) for name, on in modes_of.items() if name not in spec.fields}
        return found

    @cached_property
    def _field_predicates(self) -> FieldPredicates:
        return self.load_field_predicates()

    def predicates_on_fields(self, cls: type) -> Mapping[str, Function]:
        """Return the generated predicates on the fields of a class; each returns True for a value without problems."""
        return self._field_predicates.get(cls.__name__, {})

    def write_predicate(self, mode: str, module: ModuleWriter) -> None:
        """Write the predicate on the payloads of a mode, and the predicates that it calls.

        Its arguments are a payload and the tag of the inferred union, or None
        if the caller does not know it. It returns the tag by whose rules the
        payload is valid, `UNTAGGED` for a valid payload without that object,
        False for an invalid payload, and None if it cannot decide before the
        payload is converted to plain values.

        Args:
            mode: The mode of the payloads.
            module: The module to add the functions to.
        """
        spec, context = self.root(mode), Context(mode=mode, contract=self)
        inferred = self.inferred_fields.get(mode)

        def write(writer: FunctionWriter) -> None:
            with writer.head(mode, "request", "known"):
                writer.refuse_type("type(request) is dict", "request")
                for name in ("type_tag", "predicate", "answer"):
                    writer.fresh(name)  # reserved: constraints write code that uses these locals
                writer.line(f"{writer.fresh('rest')} = len(request)")
                if inferred is None or mode not in inferred.required_in:
                    writer.line(f"type_tag = known or {UNTAGGED!r}")
                ObjectWriter(spec, writer, "request", context, "").write()
                writer.line("return type_tag")

        module.function(mode, write)
