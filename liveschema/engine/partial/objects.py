"""Reports on objects that are not fully known: of one class, or of one of several that a tag identifies."""

from __future__ import annotations

from typing import Any

from liveschema.engine.constraint import Context
from liveschema.engine.objects import ActiveRule, Field, ObjectSpec, report_breaches, report_pair, spec_of
from liveschema.engine.partial.placeholders import has_more, may_be_missing, may_equal
from liveschema.engine.partial.tests import Members, certain_breaches
from liveschema.engine.partial.values import PartialCollector, report_inside, report_value
from liveschema.engine.problems import Path, Severity
from liveschema.engine.report import errors_of, shared_problems
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.rules import NO_MATCHING_TYPE
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion, report_lacking
from liveschema.engine.unknown import More
from liveschema.engine.wording import listed, subject


def may_be_tolerated(field: Field, value: object) -> bool:
    """Return whether a value of a field may turn out to be the tolerated one, which counts as no value."""
    return field.tolerance is not None and may_equal(value, field.tolerated)


def report_object(
    spec: ObjectSpec, data: dict[Any, object], path: Path, out: PartialCollector, context: Context
) -> None:
    """Report the rules that an object certainly breaks.

    Args:
        spec: The specification of its class.
        data: The object, which may have placeholders in it.
        path: Its path.
        out: The collector for the problems.
        context: The mode, the tag and the contract.
    """
    required, fitting, rules = spec.plan(context)
    more = has_more(data)
    members = {name: value for name, value in data.items() if not isinstance(name, More)}
    tolerated = {name: field for name, field in spec.tolerated.items() if name in members}
    inert = [name for name, field in tolerated.items() if field.tolerates(members[name])]
    spec.report_inert(inert, path, out)
    members = {name: value for name, value in members.items() if name not in inert}
    unsure = frozenset(name for name, value in members.items() if _is_unsure(value, tolerated.get(name)))
    for each in required:
        _report_required(spec, each, Members(members, {}, unsure, more), path, out)
    sound = {}
    for name, value in members.items():
        before = out.findings
        if not isinstance(name, str):
            spec.report_key(name, path, out)
        elif name in fitting and value is not None and name not in unsure:
            report_value(spec.fields[name].constraint, value, (*path, name), out, context)
        elif name not in unsure:
            spec.report_field(name, value, path, out, context)
        if out.findings == before:
            sound[name] = value
    _report_rules(rules, Members(members, sound, unsure, more), path, out)


def _is_unsure(value: object, tolerated: Field | None) -> bool:
    return may_be_missing(value) or (tolerated is not None and may_be_tolerated(tolerated, value))


def _report_required(
    spec: ObjectSpec, required: RequiredGroups, members: Members, path: Path, out: PartialCollector
) -> None:
    """Report a requirement that the object certainly does not meet."""
    if certainly_missing(required, members):
        spec.report_missing(required, path, out)
    elif not _certainly_met(required, members):
        out.doubts += not members.more
    for group in required.pairs:
        present = [name for name in group if members.has(name)]
        absent = [name for name in group if members.lacks(name)]
        if present and absent:
            report_pair(group, present, absent, path, out)
        elif not members.more and not members.unsure.isdisjoint(group):
            out.doubts += 1


def certainly_missing(required: RequiredGroups, members: Members) -> bool:
    """Return whether an object certainly does not meet a requirement."""
    if members.more or (
        required.unless is not None and may_equal(members.present.get(required.unless[0]), required.unless[1])
    ):
        return False
    return members.present.keys().isdisjoint(name for group in required.groups for name in group)


def _certainly_met(required: RequiredGroups, members: Members) -> bool:
    if any(members.has(name) for group in required.groups for name in group):
        return True
    return required.unless is not None and members.present.get(required.unless[0]) is required.unless[1]


def _report_rules(rules: tuple[ActiveRule, ...], members: Members, path: Path, out: PartialCollector) -> None:
    """Report the rules on several fields that the object certainly breaks."""
    for rule, group in rules:
        breaches = list(certain_breaches(rule.test, group, members)) if members.meets(rule.test, group) else []
        report_breaches(rule, breaches, path, out)
        if rule.severity is Severity.ERROR and not breaches:
            out.doubts += members.may_decide(rule.test)


@report_inside.register
def _(constraint: Nested, value: dict[Any, object], path: Path, out: PartialCollector, context: Context) -> None:
    report_object(spec_of(constraint.cls), value, path, out, context)


def open_tags(union: TaggedUnion, value: dict[Any, object]) -> list[str]:
    """Return the tags that an object may turn out to have; none if its tag is known, or cannot be valid."""
    name = union.tag_field.name
    if name not in value:
        return list(union.specs) if has_more(value) else []
    tag = value[name]
    return [] if isinstance(tag, str) else [each for each in union.specs if may_equal(tag, each)]


@report_inside.register
def _(constraint: TaggedUnion, value: dict[Any, object], path: Path, out: PartialCollector, context: Context) -> None:
    spec = constraint.select(value)
    if spec is not None:
        report_object(spec, value, path, out, context)
    elif open_tags(constraint, value):
        _report_one_of(constraint, value, path, out, context)
    else:
        _report_untagged(constraint, value, path, out, context)


def _report_one_of(
    union: TaggedUnion, value: dict[Any, object], path: Path, out: PartialCollector, context: Context
) -> None:
    """Report what is wrong by each of the tags that an object may have, and without a tag if it may be missing."""
    tags = open_tags(union, value)
    collectors = [PartialCollector(out.enable) for _ in tags]
    for tag, collector in zip(tags, collectors, strict=True):
        report_object(union.specs[tag], value, path, collector, context)
    if may_be_missing(value.get(union.tag_field.name)):
        without = {name: item for name, item in value.items() if name != union.tag_field.name}
        collectors.append(PartialCollector(out.enable))
        _report_untagged(union, without, path, collectors[-1], context)
    out.doubts += any(any(each.findings) for each in collectors)
    readings = [each.problems for each in collectors]
    problems = shared_problems(readings)
    if all(map(errors_of, readings)) and not errors_of(problems):
        message = f"{subject(path)} must match a type ({listed(tags, 'or')}), got an object that matches none"
        problems.append(NO_MATCHING_TYPE.at(path, message))
    for problem in problems:
        out.take(problem)


def _report_untagged(
    union: TaggedUnion, value: dict[Any, object], path: Path, out: PartialCollector, context: Context
) -> None:
    """Report a missing or invalid tag, and the problems of the fields that all classes share."""
    tag = union.tag_field
    if tag.name not in value:
        union.report_missing_tag(value, path, out)
    else:
        report_value(tag.constraint, value[tag.name], (*path, tag.name), out, context)
    out.doubts += may_be_missing(value.get(tag.name))
    report_object(union.shared, union.shared_members(value), path, out, context)


@report_inside.register
def _(constraint: InferredUnion, value: dict[Any, object], path: Path, out: PartialCollector, context: Context) -> None:
    if context.tag is None:
        _report_untagged(constraint, value, path, out, context)
        return
    spec, name = constraint.specs[context.tag], constraint.tag_field.name
    members = Members(value, {}, frozenset(key for key in value if may_be_missing(value[key])), has_more(value))
    if spec.needs_tag(context.mode) and not members.has(name):
        if members.lacks(name):
            constraint.report_needed_tag(path, out, context)
        out.doubts += not members.more
    report_object(spec, value, path, out, context)
    for also in spec.also_needs:
        if also.mode == context.mode:
            lacking = [each.expected for each in spec.needed_for(also) if certainly_missing(each, members)]
            report_lacking(also, lacking, path, out)
