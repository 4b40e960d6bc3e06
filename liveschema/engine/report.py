"""The report: all problems of a payload. It first decides by the rules of which tag to check the payload."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain

from liveschema.engine.constraint import Context
from liveschema.engine.problems import Path, Problem, ProblemCollector, in_document_order
from liveschema.engine.record import evolve
from liveschema.engine.rules import MISSING_FIELD, NO_MATCHING_TYPE, NULL_VALUE, TYPE_MISMATCH, WRONG_TYPE
from liveschema.engine.support import Opaque
from liveschema.engine.wording import a, got, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from liveschema.engine.contract import Contract
    from liveschema.engine.fixes import Fix
    from liveschema.engine.objects import Field, ObjectSpec
    from liveschema.engine.requirements import RequiredGroups
    from liveschema.engine.unions import InferredUnion

Owners = Mapping[str, frozenset[str]]
"""For each field that is present and that only some tags have: these tags."""


def report(
    contract: Contract, payload: object, mode: str, known: str | None = None, enable: Collection[str] = ()
) -> list[Problem]:
    """Find every problem of a payload.

    Args:
        contract: The contract of the payload.
        payload: The payload, made of plain values.
        mode: The mode of the payload.
        known: The tag of its inferred union, if the caller knows it.
        enable: Ids of rules to apply that are off by default.

    Returns:
        The problems in document order, without duplicates.
    """
    if not isinstance(payload, dict):
        return [not_an_object(contract, payload)]
    field, union = contract.inferred_fields.get(mode), contract.inferred_union(mode)
    context = Context(mode, known, known, contract)
    if field is None or union is None:
        problems = _read(payload, context, enable)
    else:
        problems = InferredPayload(contract, payload, mode, enable, field, union).report(known)
    return in_document_order(problems, payload)


def not_an_object(contract: Contract, payload: object) -> Problem:
    """Return the problem of a payload that is no object."""
    rule = NULL_VALUE if payload is None else WRONG_TYPE
    hint = payload.hint if isinstance(payload, Opaque) else None
    return rule.at((), f"the {contract.label} must be an object, got {got(payload)}", hint)


def _read(payload: dict[Any, object], context: Context, enable: Collection[str]) -> list[Problem]:
    """Find the problems of a payload by the rules of the tag in a context."""
    out = ProblemCollector(enable)
    report_mode(out, context).report(payload, (), out, context)
    return out.problems


def report_mode(out: ProblemCollector, context: Context) -> ObjectSpec:
    """Report the rules that every payload of a mode breaks.

    Args:
        out: The collector for the problems.
        context: The mode and the contract.

    Returns:
        The specification of the payloads of the mode.
    """
    contract = context.contract
    assert contract is not None  # noqa: S101 - payloads always have a contract
    for each in contract.mode_rules:
        if context.mode in each.modes and out.reports(each.rule):
            problem = each.rule.problem((), mode=context.mode)
            out.add(each.rule, (), problem.message, problem.hint)
    return contract.root(context.mode)


class InferredPayload:
    """A payload with a member whose tag may be left out.

    Args:
        contract: The contract of the payload.
        payload: The payload, made of plain values.
        mode: The mode of the payload.
        enable: Ids of rules to apply that are off by default.
        field: The field of that member.
        union: The constraint of that field.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - see above
        self,
        contract: Contract,
        payload: dict[Any, object],
        mode: str,
        enable: Collection[str],
        field: Field,
        union: InferredUnion,
    ) -> None:
        self.contract = contract
        self.payload = payload
        self.mode = mode
        self.enable = enable
        self.field = field
        self.union = union

    def report(self, known: str | None) -> list[Problem]:
        """Find the problems, in any order; `known` is the tag, if the caller knows it."""
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
                tag = only(self.possible(self.owners(inner)))
        problems = self.read(tag, known)
        mismatch = [problem for problem in problems if problem.rule == TYPE_MISMATCH.id]
        if isinstance(inner, dict) and mismatch and len(errors_of(problems)) > 1:
            own = self.read(str(inner[self.union.tag_field.name]), None)
            if not errors_of(own):
                problems = [*own, *mismatch]  # valid by its own tag, so the mismatch is the only mistake
        return problems

    def read(self, tag: str | None, known: str | None = None) -> list[Problem]:
        """Find the problems of the payload by the rules of a tag."""
        return _read(self.payload, Context(self.mode, tag, known, self.contract), self.enable)

    def owners(self, inner: dict[Any, object]) -> dict[str, frozenset[str]]:
        """Find the fields that only some tags have, in the member itself and among the fields of the payload."""
        found: dict[str, frozenset[str]] = {}
        for name, value in inner.items():
            owners = self.union.owners_of(name, value)
            if owners is not None:
                found[name] = owners
        for name, field in self.contract.root(self.mode).fields.items():
            if field.beside is not None and self.has(name):
                found[name] = field.beside
        return found

    def has(self, name: str) -> bool:
        """Return whether the payload has a field."""
        return name in self.payload

    def possible(self, owners: Owners) -> list[str]:
        """Return the tags that have all of these fields."""
        return [tag for tag in self.union.specs if all(tag in owning for owning in owners.values())]

    def report_untagged(self, inner: dict[Any, object]) -> list[Problem]:
        """Find the problems of a payload that omits the tag, since the service already knows it.

        The payload is valid if it is valid by the rules of some tag. Otherwise
        it is reported by the rules of the tag whose errors all other possible
        tags report as well. If there is no such tag, the errors that all tags
        share are reported, and that no tag matches.
        """
        owners = self.owners(inner)
        possible = self.possible(owners)  # with any other tag, one of the fields would be misplaced
        readings = {tag: self.read(tag) for tag in possible}
        best = best_reading(readings)
        if best is not None:
            return best
        others = [self.read(tag) for tag in self.union.specs if tag not in readings]
        common = shared_problems([*readings.values(), *others])
        message, hint = self.explain_missing(inner, owners) if possible else self.explain_conflict(owners)
        return [*common, NO_MATCHING_TYPE.at((self.field.name,), message, hint)]

    def explain_missing(self, inner: dict[Any, object], owners: Owners) -> tuple[str, str]:
        """Write the message and the hint that list what each possible tag requires."""
        label = f"{self.union.label} type"
        missing = self.missing_from(inner)
        possible = {tag: self.union.specs[tag] for tag in self.possible(owners)}
        needs = [f"{tag} needs {spec.lacking(self.mode, missing)}" for tag, spec in possible.items()]
        what = f"a type that has {listed(owners)}" if owners else a(label)
        message = f"{self.field.name} must match {what}, got too few fields: {'; '.join(needs)}"
        return message, "add what the intended type needs"

    def missing_from(self, inner: dict[Any, object]) -> Callable[[RequiredGroups], bool]:
        """Return a function that tells whether the member lacks what is required."""
        return lambda required: required.missing(inner)

    def explain_conflict(self, owners: Owners) -> tuple[str, str]:
        """Write the message and the hint for fields that no tag has together."""
        tags_to_names: dict[str, list[str]] = {}
        for name, owning in owners.items():
            tags_to_names.setdefault(listed(tag for tag in self.union.specs if tag in owning), []).append(name)
        first, *rest = tags_to_names.items()
        parts = [f"{listed(first[1])} {'is' if len(first[1]) == 1 else 'are'} for {first[0]}"]
        parts += [f"{listed(names)} for {tags}" for tags, names in rest]
        apart = "; " if any(" " in tags or len(names) > 1 for tags, names in tags_to_names.items()) else ", "
        message = f"no {self.union.label} type has all these fields: {apart.join(parts)}"
        return message, "keep the fields of one type"


def only(tags: list[str]) -> str | None:
    """Return the only tag of a list; None if there are none or several."""
    return tags[0] if len(tags) == 1 else None


def best_reading(readings: Mapping[str, list[Problem]]) -> list[Problem] | None:
    """Choose what to report about an object that has been read by the rules of several tags.

    Args:
        readings: The problems of each reading, by tag.

    Returns:
        If the object is valid by some readings, the warnings that these share.
        Otherwise the reading whose errors all others report as well; None if there is none.
    """
    errors = {tag: errors_of(reading) for tag, reading in readings.items()}
    valid = [reading for tag, reading in readings.items() if not errors[tag]]
    if valid:
        return shared_problems(valid)
    least = (tag for tag in readings if all(errors[tag] <= other for other in errors.values()))
    best = readings.get(next(least, ""))
    return None if best is None else with_fixes(best, readings.values())


Key = tuple[str, Path, str]


def problem_key(problem: Problem) -> Key:
    """Return a key by which the problems of different readings of a payload are compared.

    Problems are the same if their rule and path are; missing fields of the
    same object differ only in the message, so it is part of their key.
    """
    return problem.rule, problem.path, problem.message if problem.rule == MISSING_FIELD.id else ""


def errors_of(problems: Iterable[Problem]) -> set[Key]:
    """Return the keys of the errors among some problems."""
    return {problem_key(problem) for problem in problems if problem.is_error}


def with_fixes(problems: list[Problem], readings: Iterable[list[Problem]]) -> list[Problem]:
    """Return problems with the fixes and hints that only another reading knows, if there is just one for a problem.

    Args:
        problems: The problems of one of the readings.
        readings: The problems of each reading.
    """
    fixes: dict[Key, dict[Fix, Problem]] = {}
    for each in chain.from_iterable(readings):
        if each.fix is not None:
            fixes.setdefault(problem_key(each), {})[each.fix] = each
    found = []
    for problem in problems:
        known = fixes.get(problem_key(problem), {})
        if problem.fix is None and len(known) == 1:
            ((fix, other),) = known.items()
            problem = evolve(problem, fix=fix, hint=other.hint)  # noqa: PLW2901 - the same problem with what to do
        found.append(problem)
    return found


def shared_problems(readings: list[list[Problem]]) -> list[Problem]:
    """Find the problems that all readings of a payload report.

    Args:
        readings: The problems of each reading; at least one reading.

    Returns:
        The problems, in the order of the first reading.
    """
    first, *others = readings
    kept = [set(map(problem_key, other)) for other in others]
    shared = [problem for problem in first if all(problem_key(problem) in other for other in kept)]
    return with_fixes(shared, readings)
