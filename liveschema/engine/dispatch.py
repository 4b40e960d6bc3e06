"""The schema of a payload for validators: chosen by tag, so that one mistake gives one error at its place."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from liveschema.engine.constraint import Json
from liveschema.engine.contract import Contract
from liveschema.engine.objects import Field, ObjectSpec
from liveschema.engine.schema import Definitions, described, having, having_any, tagged
from liveschema.engine.unions import InferredUnion


def payload_schema(contract: Contract, mode: str, definitions: Definitions) -> Json:
    """Give the schema of the payloads of a mode, without its definitions.

    Args:
        contract: The contract they are under.
        mode: What they are sent for.
        definitions: Takes what the schema refers to.

    Returns:
        The schema.
    """
    spec, field, union = contract.root(mode), contract.inferred_fields.get(mode), contract.inferred_union(mode)
    if field is None or union is None:
        return definitions.object(spec)
    dispatch = _Dispatch(union, mode, definitions)
    inner = definitions.refer(union, union.shared.cls.__name__, dispatch.schema)
    schema = definitions.object(spec, {field.name: inner | described(field)})
    schema["allOf"] = [
        dispatch.restricted(each, field.name) for each in spec.fields.values() if each.beside is not None
    ]
    return schema


@attrs.frozen(eq=False)
class _Dispatch:
    """The schema of an inferred union in a mode.

    Args:
        union: The union.
        mode: What the payload is sent for.
        definitions: Takes what the schema refers to.
    """

    union: InferredUnion
    mode: str
    definitions: Definitions

    @property
    def tag(self) -> str:
        """The name of the field of the tag."""
        return self.union.tag_field.name

    @property
    def tag_needed(self) -> bool:
        """Whether the tag must be there."""
        return self.mode in self.union.tag_field.required_in

    def schema(self) -> Json:
        """Dispatch on the tag; without one, on the fields that only some members have."""
        schema: Json = {
            "description": self.union.description,
            "type": "object",
            "properties": {self.tag: {"type": "string", "enum": list(self.union.specs)}},
        }
        branches = [
            {"if": tagged(self.tag, value), "then": self.definitions.ref(spec)}
            for value, spec in self.union.specs.items()
        ]
        if self.tag_needed:
            schema["required"] = [self.tag]
        else:
            branches += [
                {"if": test, "then": self.definitions.ref(self.union.specs[value])} for value, test in self.untagged()
            ]
        return schema | {"allOf": branches}

    @property
    def owned(self) -> dict[str, dict[str, Field]]:
        """The tags that have a field, for each that not all members have and that the mode takes."""
        return {
            name: owners for name, owners in self.union.owners.items() if next(iter(owners.values())).allows(self.mode)
        }

    def needs_none_of(self, spec: ObjectSpec, names: set[str]) -> bool:
        """Say whether an object can do without some fields."""
        return all(any(not names.intersection(group) for group in each.groups) for each in spec.required(self.mode))

    def untagged(self) -> Iterator[tuple[str, Json]]:
        """Give, for objects without a tag, the tag that each field leads to, with the test for it.

        A field of one tag alone leads to that tag. Where there is none of these,
        a field that some of the remaining tags need leads to the first of them.
        Where there is none of those either, the object is of a tag that needs none.
        """
        owned, specs = self.owned, self.union.specs
        own = {name for name, owners in owned.items() if len(owners) == 1}
        untagged = {"not": having(self.tag)}
        for tag in specs:
            tests = [_meant(name, owners[tag]) for name, owners in owned.items() if list(owners) == [tag]]
            if tests:
                yield tag, {"type": "object", "allOf": [untagged], "anyOf": tests}
        without_own = [_meant(name, next(iter(owned[name].values()))) for name in owned if name in own]
        left = [tag for tag, spec in specs.items() if self.needs_none_of(spec, own)]
        told: list[str] = []
        for name, owners in owned.items():
            needing = [tag for tag in left if tag in owners and not self.needs_none_of(specs[tag], {name})]
            if needing:
                told.append(name)
                yield needing[0], {"allOf": [untagged, {"not": {"anyOf": without_own}}, having(name)]}
        bare = next(tag for tag in left if self.needs_none_of(specs[tag], set(told)))
        none = {"not": {"anyOf": [*without_own, *having_any(told)]}}
        yield bare, {"allOf": [untagged, none, {"type": "object"}]}

    def restricted(self, field: Field, inner: str) -> Json:
        """Restrict a field beside the object to some tags; the error stands at the tag.

        Without a tag, a field that only those tags have tells that it is one of them.

        Args:
            field: The field.
            inner: The field of the object.
        """
        tags = [tag for tag in self.union.specs if tag in (field.beside or ())]
        state: Json = {"type": "object", "properties": {self.tag: {"enum": tags}}}
        if not self.tag_needed:
            telling = [name for name, owners in self.owned.items() if set(owners) <= set(tags)]
            state |= {"if": {"not": {"anyOf": having_any([self.tag, *telling])}}, "then": having(self.tag)}
        return {"if": having(field.name), "then": {"type": "object", "properties": {inner: state}}}


def _meant(name: str, field: Field) -> Json:
    """Test that a field is there, and, where its default is tolerated anywhere, that it is not that."""
    if not field.tolerance:
        return having(name)
    value = {"not": {"const": field.plain_default}}
    return {"type": "object", "properties": {name: value}, "required": [name]}
