"""A contract as a whole: what is sent in which mode, and what follows from all of it together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, cast

import attrs

from liveschema.engine.constraint import Context
from liveschema.engine.objects import Field, ObjectSpec, spec_of
from liveschema.engine.placements import InModes, InObject, Placement, WithTags
from liveschema.engine.predicates import UNTAGGED, ObjectWriter
from liveschema.engine.rule import ModeRule
from liveschema.engine.unions import InferredUnion
from liveschema.engine.writer import FunctionWriter, ModuleWriter

Function = Callable[..., Any]
FieldPredicates = Mapping[str, Mapping[str, Function]]
"""By class and field, predicates on a single value."""


def _no_predicates() -> FieldPredicates:
    return {}


@attrs.frozen(eq=False, slots=False, kw_only=True)
class Contract:
    """All that a sender and a service agree on.

    Args:
        modes: What a payload can be sent for.
        payloads: By mode, the model class of the payloads.
        label: What a message calls a payload.
        mode_rules: Rules that some modes break as such.
        load_field_predicates: Gives the emitted predicates on single fields,
            which let a report pass over what is sound; where there are none,
            it looks at every field.
    """

    modes: type[StrEnum]
    payloads: Mapping[Any, type]
    label: str
    mode_rules: tuple[ModeRule, ...] = ()
    load_field_predicates: Callable[[], FieldPredicates] = _no_predicates

    def root(self, mode: str | None) -> ObjectSpec:
        """Give what the class of the payloads of a mode declares."""
        return spec_of(self.payloads[mode or ""])

    @cached_property
    def inferred_fields(self) -> dict[str, Field]:
        """By mode, the field that holds the object whose tag may be left out, where payloads have one."""
        return {
            str(mode): field
            for mode in self.modes
            for field in self.root(mode).fields.values()
            if isinstance(field.constraint, InferredUnion)
        }

    def inferred_union(self, mode: str | None) -> InferredUnion | None:
        """Give the union whose tag may be left out, where the payloads of a mode have one."""
        field = self.inferred_fields.get(mode or "")
        return None if field is None else cast("InferredUnion", field.constraint)

    def placement_of(self, field: Field, mode: str | None) -> Placement:
        """Tell where a field belongs that its class has, but not in this mode or beside this tag."""
        if not field.allows(mode):
            return InModes.of([each for each in self.modes if field.allows(each)], self.label)
        union = self.inferred_union(mode)
        tags = union.specs if union else ()
        return WithTags.of([tag for tag in tags if tag in (field.beside or ())], union.plural if union else "")

    def placement_in(self, cls: type, name: str) -> Placement | None:
        """Tell where a field belongs that a class does not have, as the whole contract knows."""
        return self._placements.get(cls, {}).get(name)

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
                here |= dict.fromkeys(union.names, InObject(field.name))
                outside: dict[str, Placement] = {
                    name: InObject(spec.label) for name in modes_of if name not in union.names
                }
                found |= dict.fromkeys([*union.members, union.shared.cls], outside)
            here |= {name: InModes.of(on, self.label) for name, on in modes_of.items() if name not in spec.fields}
        return found

    @cached_property
    def _field_predicates(self) -> FieldPredicates:
        return self.load_field_predicates()

    def predicates_on_fields(self, cls: type) -> Mapping[str, Function]:
        """Give the emitted predicates on the fields of a class; each is true of what has no problem."""
        return self._field_predicates.get(cls.__name__, {})

    def write_predicate(self, mode: str, module: ModuleWriter) -> None:
        """Write the predicate on the payloads of a mode, and those that it calls.

        It is a function of a payload and of the tag that the caller says its
        inferred union has, or None. It gives the tag by whose rules the payload
        is valid, or `UNTAGGED`; False where there is none; None where the
        payload must be made plain before it can tell.

        Args:
            mode: What the payloads are sent for.
            module: Takes the functions.
        """
        spec, context = self.root(mode), Context(mode=mode, contract=self)
        inferred = self.inferred_fields.get(mode)

        def write(writer: FunctionWriter) -> None:
            with writer.head(mode, "request", "known"):
                writer.refuse_type("type(request) is dict", "request")
                for name in ("type_tag", "predicate", "answer"):
                    writer.fresh(name)  # what constraints write by these names, so that no field takes them
                writer.line(f"{writer.fresh('rest')} = len(request)")
                if inferred is None or mode not in inferred.required_in:
                    writer.line(f"type_tag = known or {UNTAGGED!r}")
                ObjectWriter(spec, writer, "request", context, "").write()
                writer.line("return type_tag")

        module.function(mode, write)
