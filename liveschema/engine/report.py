"""Every problem of a payload: which tag's rules it goes by, and what breaks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import attrs

from liveschema.engine.constraint import Context
from liveschema.engine.contract import Contract
from liveschema.engine.objects import Field
from liveschema.engine.problems import Path, Problem, ProblemCollector, Severity, in_document_order
from liveschema.engine.rules import MISSING_FIELD, NO_MATCHING_TYPE, NULL_VALUE, TYPE_MISMATCH, WRONG_TYPE
from liveschema.engine.unions import InferredUnion
from liveschema.engine.wording import a, got, listed

Owners = Mapping[str, frozenset[str]]
"""By the fields that are there and tell of the tag, the tags that have them."""


def report(
    contract: Contract, payload: object, mode: str, known: str | None = None, enable: Collection[str] = ()
) -> list[Problem]:
    """Find every problem of a payload.

    Args:
        contract: The contract it is under.
        payload: The payload, plain.
        mode: What it is sent for.
        known: The tag that the caller says its inferred union has.
        enable: Ids of rules to apply although they are off by default.

    Returns:
        The problems in document order, each once.
    """
    if not isinstance(payload, dict):
        rule = NULL_VALUE if payload is None else WRONG_TYPE
        return [rule.at((), f"the {contract.label} must be an object, got {got(payload)}")]
    field, union = contract.inferred_fields.get(mode), contract.inferred_union(mode)
    context = Context(mode, known, known, contract)
    if field is None or union is None:
        problems = _read(payload, context, enable)
    else:
        problems = _Untold(contract, payload, mode, enable, field, union).report(known)
    return in_document_order(problems, payload)


def _read(payload: dict[Any, object], context: Context, enable: Collection[str]) -> list[Problem]:
    """Report by the tag that a context knows."""
    out = ProblemCollector()
    contract = context.contract
    assert contract is not None  # noqa: S101 - a payload is under a contract
    for each in contract.mode_rules:
        if context.mode in each.modes and (each.rule.default or each.rule.id in enable):
            problem = each.rule.told((), mode=context.mode)
            out.add(each.rule, (), problem.message, problem.hint)
    contract.root(context.mode).report(payload, (), out, context)
    return list(out.problems)


@attrs.define(eq=False)
class _Untold:
    """A payload with an object whose tag may be left out.

    Args:
        contract: The contract it is under.
        payload: The payload, plain.
        mode: What it is sent for.
        enable: Ids of rules to apply although they are off by default.
        field: The field of the object.
        union: What that object may be.
    """

    contract: Contract
    payload: dict[Any, object]
    mode: str
    enable: Collection[str]
    field: Field
    union: InferredUnion

    def report(self, known: str | None) -> list[Problem]:
        """Find the problems, in any order."""
        inner = self.payload.get(self.field.name)
        tag = known
        if tag is None and isinstance(inner, dict):
            name = self.union.tag_field.name
            selected = self.union.select(inner)
            if selected is not None:
                tag = str(selected.tag)
            elif name not in inner and self.mode not in self.union.tag_field.required_in:
                return self.report_untagged(inner)
            else:
                tag = _only(self.possible(self.owners(inner)))
        problems = self.read(tag, known)
        mismatch = [problem for problem in problems if problem.rule == TYPE_MISMATCH.id]
        if isinstance(inner, dict) and mismatch and len(errors_of(problems)) > 1:
            own = self.read(str(inner[self.union.tag_field.name]), None)
            if not errors_of(own):
                problems = [*own, *mismatch]  # right by its own tag: that is the one mistake
        return problems

    def read(self, tag: str | None, known: str | None = None) -> list[Problem]:
        """Report by a tag."""
        return _read(self.payload, Context(self.mode, tag, known, self.contract), self.enable)

    def owners(self, inner: dict[Any, object]) -> dict[str, frozenset[str]]:
        """Find the fields that tell of the tag, in the object and beside it."""
        found: dict[str, frozenset[str]] = {}
        for name, value in inner.items():
            owners = self.union.owners_of(name, value)
            if owners is not None:
                found[name] = owners
        for name, field in self.contract.root(self.mode).fields.items():
            if field.beside is not None and name in self.payload:
                found[name] = field.beside
        return found

    def possible(self, owners: Owners) -> list[str]:
        """Give the tags that have all fields which tell of the tag."""
        return [tag for tag in self.union.specs if all(tag in owning for owning in owners.values())]

    def report_untagged(self, inner: dict[Any, object]) -> list[Problem]:
        """Report where the tag is left to what exists already.

        The payload is valid where some tag takes it. Where none does, it goes
        by the one reading whose every error the other readings have too; where
        there is no such reading, it is told what stands in the way.
        """
        owners = self.owners(inner)
        possible = self.possible(owners)  # by any other tag, one of the fields is misplaced
        readings = {tag: self.read(tag) for tag in possible}
        errors = {tag: errors_of(reading) for tag, reading in readings.items()}
        valid = [readings[tag] for tag in possible if not errors[tag]]
        if valid:
            return shared_problems(valid)
        for tag in possible:
            if all(errors[tag] <= errors[other] for other in possible):
                return readings[tag]
        others = [self.read(tag) for tag in self.union.specs if tag not in readings]
        common = shared_problems([*readings.values(), *others])
        message, hint = self.no_tag_needs_less(inner, owners) if possible else self.no_tag_takes_all(owners)
        return [*common, NO_MATCHING_TYPE.at((self.field.name,), message, hint)]

    def no_tag_needs_less(self, inner: dict[Any, object], owners: Owners) -> tuple[str, str]:
        """Tell what each tag needs that could be meant."""
        label = f"{self.union.label} type"
        needs = [f"{tag} needs {self.union.specs[tag].lacking(self.mode, inner)}" for tag in self.possible(owners)]
        what = f"a type that takes {listed(owners)}" if owners else a(label)
        message = f"{self.field.name} must fit {what}, got what none needs: {'; '.join(needs)}"
        return message, "add what the type needs that is meant"

    def no_tag_takes_all(self, owners: Owners) -> tuple[str, str]:
        """Tell which tags the fields belong to that no tag has together."""
        told: dict[str, list[str]] = {}
        for name, owning in owners.items():
            told.setdefault(listed(tag for tag in self.union.specs if tag in owning), []).append(name)
        first, *rest = told.items()
        parts = [f"{listed(first[1])} {'is' if len(first[1]) == 1 else 'are'} for {first[0]}"]
        parts += [f"{listed(names)} for {tags}" for tags, names in rest]
        apart = "; " if any(" " in tags or len(names) > 1 for tags, names in told.items()) else ", "
        message = f"no {self.union.label} type takes these together: {apart.join(parts)}"
        return message, "keep the fields of one type"


def _only(tags: list[str]) -> str | None:
    return tags[0] if len(tags) == 1 else None


Key = tuple[str, Path, str]


def problem_key(problem: Problem) -> Key:
    """Tell what one reading of a payload holds against it, so that readings can be compared.

    Two readings report the same where rule and place are the same; what is
    missing is told apart by the message alone.
    """
    return problem.rule, problem.path, problem.message if problem.rule == MISSING_FIELD.id else ""


def errors_of(problems: Iterable[Problem]) -> set[Key]:
    """Give the keys of the errors among some problems."""
    return {problem_key(problem) for problem in problems if problem.severity is Severity.ERROR}


def shared_problems(readings: list[list[Problem]]) -> list[Problem]:
    """Keep of the first reading of a payload what every other one reports too.

    Args:
        readings: The problems of each reading; at least one.

    Returns:
        The problems, in the order of the first reading.
    """
    first, *others = readings
    kept = [set(map(problem_key, other)) for other in others]
    return [problem for problem in first if all(problem_key(problem) in other for other in kept)]
