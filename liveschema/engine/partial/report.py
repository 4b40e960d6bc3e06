"""The report on a payload that is not fully known."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any

from liveschema.engine.constraint import Context
from liveschema.engine.contract import Contract
from liveschema.engine.partial.objects import certainly_missing, may_be_tolerated, open_tags, report_object
from liveschema.engine.partial.placeholders import as_opaque, has_more, may_be_missing
from liveschema.engine.partial.tests import Members
from liveschema.engine.partial.values import PartialCollector
from liveschema.engine.problems import Problem, in_document_order
from liveschema.engine.report import (
    InferredPayload,
    Owners,
    errors_of,
    not_an_object,
    only,
    report_mode,
    shared_problems,
)
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.rules import TYPE_MISMATCH
from liveschema.engine.unknown import PartialText, Unknown
from liveschema.engine.value_tests import OBJECT


def report_partial(
    contract: Contract, payload: object, mode: str, known: str | None = None, enable: Collection[str] = ()
) -> list[Problem]:
    """Find every problem that a partial payload certainly has.

    Args:
        contract: The contract of the payload.
        payload: The payload, made of plain values and placeholders.
        mode: The mode of the payload.
        known: The tag of its inferred union, if the caller knows it.
        enable: Ids of rules to apply that are off by default.

    Returns:
        The problems in document order, without duplicates.
    """
    if isinstance(payload, Unknown) and (OBJECT.name in payload.types or payload.may_be_missing):
        return []
    if not isinstance(payload, dict):
        return [not_an_object(contract, as_opaque(payload) if isinstance(payload, Unknown | PartialText) else payload)]
    field, union = contract.inferred_fields.get(mode), contract.inferred_union(mode)
    if field is None or union is None:
        problems = _read(payload, Context(mode, known, known, contract), enable)
    else:
        problems = _PartialPayload(contract, payload, mode, enable, field, union).report(known)
    return in_document_order(problems, payload)


def _read(payload: dict[Any, object], context: Context, enable: Collection[str]) -> list[Problem]:
    """Find the problems of a payload by the rules of the tag in a context."""
    out = PartialCollector(enable)
    report_object(report_mode(out, context), payload, (), out, context)
    return out.problems


class _PartialPayload(InferredPayload):
    """A partial payload with a member whose tag may be left out, or may not be known."""

    @cached_property
    def tags(self) -> Collection[str]:
        """The tags that the member may have; `report` sets those that are left."""
        return self.union.specs.keys()

    def report(self, known: str | None) -> list[Problem]:
        """Find the problems, in any order; `known` is the tag, if the caller knows it."""
        inner = self.payload.get(self.field.name)
        if known is not None:
            return self.report_known(known)
        if not isinstance(inner, dict):
            return self.read(None)
        selected = self.union.select(inner)
        if selected is not None:
            return self.read(str(selected.tag))
        tag, tags = self.union.tag_field, open_tags(self.union, inner)
        if tags:
            self.tags = tags
        if len(tags) == 1:
            return self.read(tags[0])
        if tags or (tag.name not in inner and self.mode not in tag.required_in):
            return self.report_untagged(inner)
        possible = self.possible(self.owners(inner))
        if self.may_be_narrowed(inner):
            return shared_problems([self.read(None), *map(self.read, possible)])
        return self.read(only(possible))

    def report_known(self, known: str) -> list[Problem]:
        """Find the problems by the rules of a tag that the caller knows, which the tag of the member may contradict."""
        inner = self.payload.get(self.field.name)
        problems = self.read(known, known)
        mismatch = [problem for problem in problems if problem.rule == TYPE_MISMATCH.id]
        selected = self.union.select(inner) if isinstance(inner, dict) else None
        if mismatch and selected is not None:
            own = self.read(str(selected.tag))
            if not errors_of(own):
                # The whole payload may be valid by its own tag, and is then reported by that.
                return shared_problems([problems, [*own, *mismatch]])
        return problems

    def read(self, tag: str | None, known: str | None = None) -> list[Problem]:
        """Find the problems of the payload by the rules of a tag."""
        return _read(self.payload, Context(self.mode, tag, known, self.contract), self.enable)

    def owners(self, inner: dict[Any, object]) -> dict[str, frozenset[str]]:
        """Find the fields that only some tags have, and that are certainly there."""
        return InferredPayload.owners(
            self, {name: value for name, value in inner.items() if not self.is_unsure(name, value)}
        )

    def has(self, name: str) -> bool:
        """Return whether the payload certainly has a field."""
        return name in self.payload and not may_be_missing(self.payload[name])

    def is_unsure(self, name: object, value: object) -> bool:
        """Return whether a member, which only some tags have, may be missing or have a value that any tag accepts."""
        owners = self.union.owners.get(name, {}) if isinstance(name, str) else {}
        return may_be_missing(value) or any(may_be_tolerated(field, value) for field in owners.values())

    def may_be_narrowed(self, inner: dict[Any, object]) -> bool:
        """Return whether what is not known may restrict the tags further."""
        if has_more(inner) or has_more(self.payload):
            return True
        unsure = any(
            self.is_unsure(name, value) and self.union.owners_of(name, value) is not None
            for name, value in inner.items()
        )
        return unsure or any(map(may_be_missing, self.payload.values()))

    def possible(self, owners: Owners) -> list[str]:
        """Return the tags that the member may have and that have all of these fields."""
        return [tag for tag in InferredPayload.possible(self, owners) if tag in self.tags]

    def explain_conflict(self, owners: Owners) -> tuple[str, str]:
        """Write the message and the hint for fields, and known pieces of the tag, that no tag has together."""
        restricted = (
            {} if len(self.tags) == len(self.union.specs) else {self.union.tag_field.name: frozenset(self.tags)}
        )
        return InferredPayload.explain_conflict(self, {**owners, **restricted})

    def missing_from(self, inner: dict[Any, object]) -> Callable[[RequiredGroups], bool]:
        """Return a function that tells whether the member certainly lacks what is required."""
        members = Members(inner, {}, frozenset(), has_more(inner))
        return lambda required: certainly_missing(required, members)
