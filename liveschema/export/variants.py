"""The variants of a state: one for each way to meet a requirement, so that types can say it without conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liveschema.engine.record import Record
from liveschema.engine.schema import headline

if TYPE_CHECKING:
    from liveschema.engine.constraint import Json
    from liveschema.engine.objects import ObjectSpec
    from liveschema.engine.requirements import RequiredGroups


class Variant(Record):
    """One of the forms of an object, of which each valid object has exactly one.

    Args:
        name: The name of the form.
        doc: Its description.
        required: The names of the fields that it requires, besides those of every form.
        without: The names of the fields that it does not have.
        fixed: The only value of some fields, by name.
    """

    name: str
    doc: str
    required: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    fixed: tuple[tuple[str, object], ...] = ()

    def shape(self, schema: Json, spec: ObjectSpec) -> Json:
        """Return the schema of the form.

        Args:
            schema: An ``object`` schema with the fields of all forms and without conditions.
            spec: The specification of its class.

        Returns:
            A new schema.
        """
        fixed = dict(self.fixed)
        properties = {
            # A field with one value has no default to tell of.
            name: each | ({"const": fixed[name], "description": spec.fields[name].doc} if name in fixed else {})
            for name, each in schema["properties"].items()
            if name not in self.without
        }
        required = [name for name in properties if name in schema.get("required", ()) or name in self.required]
        return schema | {"description": self.doc, "properties": properties, "required": required}


def variants(spec: ObjectSpec, mode: str) -> list[Variant]:
    """Return the variants of an object in a mode.

    Args:
        spec: The specification of its class.
        mode: The mode.

    Returns:
        One for each way to meet the requirement that has several, named in its
        declaration; a single one with the name of the class if there is none.
    """
    split = [each for each in spec.required(mode) if not each.single]
    if not split:
        return [Variant(spec.cls.__name__, headline(spec.cls))]
    (requirement,) = split
    return _lifted(requirement) if requirement.unless else _grouped(requirement)


def _grouped(requirement: RequiredGroups) -> list[Variant]:
    """Return a variant for each group of fields; it has none of the groups after it."""
    made = []
    for index, ((name, doc), group) in enumerate(zip(requirement.variants, requirement.groups, strict=True)):
        later = frozenset(name for each in requirement.groups[index + 1 :] for name in each)
        made.append(Variant(name, doc, group, later))
    return made


def _lifted(requirement: RequiredGroups) -> list[Variant]:
    """Return a variant for objects that must meet the requirement, and one for those that lift it."""
    ((group,), (field, value)) = (requirement.groups, requirement.unless or ("", None))
    met, lifted = requirement.variants
    return [
        Variant(*met, group, fixed=((field, not value),)),
        Variant(*lifted, (field,), fixed=((field, value),)),
    ]
