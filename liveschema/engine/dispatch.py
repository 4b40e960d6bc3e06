"""JSON Schemas for validators, which choose a subschema by tag, so that one mistake gives one error at its place."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.engine.schema import Definitions, having, having_any, tagged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from liveschema.engine.constraint import Json
    from liveschema.engine.contract import Contract
    from liveschema.engine.objects import Field, ObjectSpec
    from liveschema.engine.unions import InferredUnion


def payload_schema(contract: Contract, mode: str, definitions: Definitions) -> Json:
    """Return the JSON Schema of the payloads of a mode, without its definitions.

    Args:
        contract: The contract of the payloads.
        mode: The mode of the payloads.
        definitions: The definitions of the document; schemas that this one
            refers to are added there.

    Returns:
        The schema.
    """
    spec, field, union = contract.root(mode), contract.inferred_fields.get(mode), contract.inferred_union(mode)
    if field is None or union is None:
        return definitions.object(spec)
    dispatch = _Dispatch(union, mode, definitions)
    inner = definitions.refer(union, union.shared.cls.__name__, dispatch.schema)
    schema = definitions.object(spec, {field.name: definitions.annotated(inner, definitions.described(field))})
    schema["allOf"] = [
        dispatch.restricted(each, field.name) for each in spec.fields.values() if each.beside is not None
    ]
    return schema


class _Dispatch(Record, eq=False):
    """The JSON Schema of an inferred union in a mode.

    Args:
        union: The union.
        mode: The mode of the payload.
        definitions: The definitions of the document.
    """

    union: InferredUnion
    mode: str
    definitions: Definitions

    @property
    def tag(self) -> str:
        """The name of the tag field."""
        return self.union.tag_field.name

    @property
    def tag_needed(self) -> bool:
        """Whether the tag is required in the mode."""
        return self.mode in self.union.tag_field.required_in

    def schema(self) -> Json:
        """Return a schema that dispatches on the tag or, without one, on fields that only some classes have."""
        schema: Json = {
            "description": self.union.description,
            "type": "object",
            "properties": {self.tag: self.definitions.tags(self.union)},
        }
        branches = [
            {"if": tagged(self.tag, value), "then": self.definitions.ref(spec)}
            for value, spec in self.union.specs.items()
        ]
        if self.tag_needed:
            schema["required"] = [self.tag]
        else:
            branches += [{"if": test, "then": self.inferred(*tags)} for tags, test in self.untagged()]
        return schema | {"allOf": branches}

    @property
    def owned(self) -> dict[str, dict[str, Field]]:
        """For each field that only some classes have and that the mode allows: their tags, with the field of each."""
        return {
            name: owners for name, owners in self.union.owners.items() if next(iter(owners.values())).allows(self.mode)
        }

    def needs_none_of(self, spec: ObjectSpec, names: set[str]) -> bool:
        """Return whether an object can meet its requirements without some fields."""
        return all(any(not names.intersection(group) for group in each.groups) for each in spec.required(self.mode))

    def inferred(self, tag: str, *others: str) -> Json:
        """Return the schema of objects without a tag that are checked by the rules of one, and may get another."""
        return self.definitions.inferred(self.union.specs[tag], [self.union.specs[each] for each in others])

    def untagged(self) -> Iterator[tuple[list[str], Json]]:
        """Yield pairs of tags and the schema for objects without a tag that are checked by the rules of the first tag.

        A field that only one tag has selects that tag. Without such a field, a
        field that some of the remaining tags require selects the first of
        them. Without any of these fields, the first tag that requires none of
        them is selected. The tags after the first are those that more fields
        may still select.
        """
        owned, specs = self.owned, self.union.specs
        own = {name for name, owners in owned.items() if len(owners) == 1}
        untagged = {"not": having(self.tag)}
        for tag in specs:
            tests = [_meant(name, owners[tag]) for name, owners in owned.items() if list(owners) == [tag]]
            if tests:
                yield [tag], {"type": "object", "allOf": [untagged], "anyOf": tests}
        without_own = [_meant(name, next(iter(owned[name].values()))) for name in owned if name in own]
        left = [tag for tag, spec in specs.items() if self.needs_none_of(spec, own)]
        needed: list[str] = []
        for name, owners in owned.items():
            needing = [tag for tag in left if tag in owners and not self.needs_none_of(specs[tag], {name})]
            if needing:
                needed.append(name)
                tags = [needing[0], *(tag for tag in owners if tag != needing[0])]
                yield tags, {"allOf": [untagged, {"not": {"anyOf": without_own}}, having(name)]}
        bare = next(tag for tag in left if self.needs_none_of(specs[tag], set(needed)))
        none = {"not": {"anyOf": [*without_own, *having_any(needed)]}}
        tags = [bare, *(tag for tag in specs if tag != bare)]
        yield tags, {"allOf": [untagged, none, {"type": "object"}]}

    def restricted(self, field: Field, inner: str) -> Json:
        """Return a schema that restricts a field of the payload to some tags; the error is reported at the tag.

        An object without a tag must have a field that only those tags have.

        Args:
            field: The field of the payload.
            inner: The name of the field that holds the inferred union.
        """
        tags = [tag for tag in self.union.specs if tag in (field.beside or ())]
        state: Json = {"type": "object", "properties": {self.tag: {"enum": tags}}}
        if not self.tag_needed:
            owned = {name: owners for name, owners in self.owned.items() if set(owners) <= set(tags)}
            identifying = [_meant(name, next(iter(owners.values()))) for name, owners in owned.items()]
            state |= {"if": {"not": {"anyOf": [having(self.tag), *identifying]}}, "then": having(self.tag)}
        return {"if": having(field.name), "then": {"type": "object", "properties": {inner: state}}}


def _meant(name: str, field: Field) -> Json:
    """Return a schema that requires a field, with another value than the one that other classes tolerate."""
    if field.tolerance is None:
        return having(name)
    value = {"not": {"const": field.tolerated}}
    return {"type": "object", "properties": {name: value}, "required": [name]}
