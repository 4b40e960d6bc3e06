"""Which activity type's rules a request goes by, and the report that follows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, cast

import attrs

from liveschema.constraints._base import Constraint, Context, Findings
from liveschema.constraints._describe import got, listed
from liveschema.constraints._families import Family
from liveschema.constraints._objects import ObjectSpec
from liveschema.constraints._settling import settling
from liveschema.constraints._source import Source
from liveschema.constraints._writing import WITHOUT_STATE, ObjectWriter, write_judge
from liveschema.problems import Path, Problem, Severity
from liveschema.rules import (
    LEGACY_OPERATION,
    MISSING_FIELD,
    MISSING_TYPE,
    NO_MATCHING_TYPE,
    NULL_VALUE,
    STREAM_CANNOT_START,
    TYPE_MISMATCH,
    WRONG_TYPE,
)
from liveschema.vocabulary import ActivityType, Operation

LEGACY = frozenset({Operation.START, Operation.UPDATE, Operation.END})
"""The manual lifecycle, which the service calls legacy and still supports."""


@attrs.frozen(slots=False, eq=False, repr=False)
class States(Family):
    """The state of an activity, whose type may be left to the activity there is."""

    alone: ClassVar[bool] = False

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write the settling of the type, and the call of its predicate, into that of a request.

        That is a function of ``request`` and of ``known``, the type that the
        caller says the activity has; ``kind`` holds the type settled on.
        """
        Constraint.emit(self, source, value, context)
        source.line(f"kind = {value}.get('type')")
        with source.block("if kind is None:"):
            if context.operation is None or self._asks_for_type(context.operation, spotless=source.spotless):
                source.line(f"return misfit({value})")
            else:
                judges = self.judges(context, spotless=source.spotless)
                source.bind_deferred(f"{self.what}_judges", judges)
                source.line(f"kind = settle({value}, {self.what}_judges, known, request)")
                source.line("if not kind: return kind")
        with source.block("else:"):
            source.refuse_type("type(kind) is str", "kind")
            source.refuse("known is None or kind == known")
            self.emit_judging(source, value, "kind", context)

    def judge(self, tag: str, spec: ObjectSpec, context: Context, *, spotless: bool) -> Source:
        """Write the predicate of the state of an activity type."""
        kind = ActivityType(tag)
        context = attrs.evolve(context, kind=kind, known=kind)
        return write_judge(spec, f"{context.operation}_{tag}", "state", context, spotless=spotless)

    def _asks_for_type(self, operation: Operation, *, spotless: bool) -> bool:
        """Say whether a state without a type is refused on an operation, or earns a warning there."""
        if operation in self.type_field.required_on:
            return True
        streamed = spotless and operation is Operation.STREAM
        return streamed and any(need.names == ("type",) for spec in self.specs.values() for need in spec.fresh_needs())

    def report_inside(self, value: dict[Any, object], path: Path, out: Findings, context: Context) -> None:
        """Report by the type that the context has settled, or what all types say alike."""
        if context.kind is None:
            self.report_untold(value, path, out, context)
            return
        spec = self.specs[context.kind]
        if "type" not in value and context.operation in spec.fields["type"].required_on:
            out.add(
                MISSING_TYPE,
                path,
                f"content_state needs a type on {context.operation}, got none",
                f'add "type": "{context.kind}"',
            )
        spec.report(value, path, out, context)
        if context.operation is Operation.STREAM:
            lacking = [need.said for need in spec.fresh_needs() if need.missing(value)]
            if lacking:
                message = f"content_state should hold what a fresh start needs, got no {listed(lacking)}"
                out.add(STREAM_CANNOT_START, path, message, "the service may start the stream afresh at any time")

    def owners(self, name: str, value: object) -> frozenset[ActivityType] | None:
        """Find the types that a field of a state narrows the choice to.

        Args:
            name: The field.
            value: Its value.

        Returns:
            The types; None where the field says nothing about the type.
        """
        for spec in self.specs.values():
            if name in spec.tolerated and value is spec.tolerated[name].default:
                return None
        return self.having.get(name)

    @cached_property
    def having(self) -> dict[str, frozenset[ActivityType]]:
        """The types that have a field, for each field that not all of them have."""
        having = {
            name: frozenset(ActivityType(tag) for tag, spec in self.specs.items() if name in spec.fields)
            for name in self.names
        }
        return {name: kinds for name, kinds in having.items() if len(kinds) < len(self.specs)}


def judge_request(spec: ObjectSpec, operation: Operation, *, spotless: bool) -> Source:
    """Write the predicate on a request.

    Args:
        spec: What the class of the request declares.
        operation: What it is sent for.
        spotless: Whether it also says no to what earns a warning.

    Returns:
        A function, not yet compiled, of a payload and of the type that the
        activity is known to have, or None. It gives the type by whose rules
        the payload is valid, or `WITHOUT_STATE`; False where there is none;
        None where the payload must be made plain before it can tell.
    """
    source = Source(spotless=spotless)
    states = cast("States", spec.fields["content_state"].constraint)
    source.bind("settle", settling(spec, states, operation))
    with source.function(str(operation), "request", "known"):
        source.refuse_type("type(request) is dict", "request")
        source.line(f"{source.fresh('rest')} = len(request)")
        if operation not in spec.fields["content_state"].required_on:
            source.line(f"kind = known or {WITHOUT_STATE!r}")
        ObjectWriter(spec, source, "request", Context(operation=operation), "").write()
        source.line("return kind")
    return source


def report_request(spec: ObjectSpec, request: object, context: Context) -> list[Problem]:
    """Find every problem of a request.

    Args:
        spec: What the class of the request declares.
        request: The payload, plain.
        context: The operation, the type known to the caller, rules to enable.

    Returns:
        The problems in document order, each once.
    """
    if not isinstance(request, dict):
        rule = NULL_VALUE if request is None else WRONG_TYPE
        return [rule.at((), f"the request must be an object, got {got(request)}")]
    states = cast("States", spec.fields["content_state"].constraint)
    state = request.get("content_state")
    settled = context.known
    if settled is None and isinstance(state, dict):
        if states.select(state) is not None:
            settled = ActivityType(cast("str", state["type"]))
        elif "type" not in state and context.operation is not Operation.START:
            owners = _owners(spec, states, request, state)
            return in_document_order(_report_untyped(spec, states, request, context, owners), request)
        else:
            settled = _only(_common_owners(_owners(spec, states, request, state)))
    problems = _read(spec, request, Context(context.operation, settled, context.known, context.enable))
    mismatch = [problem for problem in problems if problem.rule == TYPE_MISMATCH.id]
    if isinstance(state, dict) and mismatch and len(_errors(problems)) > 1:
        own = _read(spec, request, Context(context.operation, ActivityType(state["type"]), enable=context.enable))
        if not _errors(own):
            problems = [*own, *mismatch]  # right by its own type: its type is the one mistake
    return in_document_order(problems, request)


def _read(spec: ObjectSpec, request: dict[Any, object], context: Context) -> list[Problem]:
    out = Findings()
    if context.operation in LEGACY and LEGACY_OPERATION.id in context.enable:
        message = f"a managed stream should take the place of start, update and end, got {context.operation}"
        out.add(LEGACY_OPERATION, (), message, "send it to /live-activity/stream/{stream_key}")
    spec.report(request, (), out, context)
    return list(out.problems)


def _owners(
    spec: ObjectSpec, states: States, request: dict[Any, object], state: dict[Any, object]
) -> dict[str, frozenset[ActivityType]]:
    found: dict[str, frozenset[ActivityType]] = {}
    for name, value in state.items():
        owning = states.owners(name, value) if isinstance(name, str) else None
        if owning is not None:
            found[name] = owning
    for name, field in spec.fields.items():
        if field.types is not None and name in request:
            found[name] = field.types
    return found


def _common_owners(owners: Mapping[str, frozenset[ActivityType]]) -> list[ActivityType]:
    return [kind for kind in ActivityType if all(kind in owning for owning in owners.values())]


def _only(kinds: list[ActivityType]) -> ActivityType | None:
    return kinds[0] if len(kinds) == 1 else None


def _key(problem: Problem) -> tuple[str, Path, str]:
    """Tell what a reading holds against a payload; what is missing is said by the message alone."""
    return problem.rule, problem.path, problem.message if problem.rule == MISSING_FIELD.id else ""


def _errors(problems: list[Problem]) -> set[tuple[str, Path, str]]:
    return {_key(problem) for problem in problems if problem.severity is Severity.ERROR}


def _shared(readings: list[list[Problem]]) -> list[Problem]:
    """Keep of the first reading what every other one reports too."""
    first, *others = readings
    kept = [set(map(_key, other)) for other in others]
    return [problem for problem in first if all(_key(problem) in other for other in kept)]


def _report_untyped(
    spec: ObjectSpec,
    states: States,
    request: dict[Any, object],
    context: Context,
    owners: Mapping[str, frozenset[ActivityType]],
) -> list[Problem]:
    """Report on a request whose type is left to the activity there is.

    It is valid where some type takes it. Where none does, it goes by the one
    reading whose every error the other readings have too; where there is no
    such reading, it says what stands in the way.
    """
    possible = _common_owners(owners)  # by any other type, one of the fields is misplaced
    readings = {kind: _read(spec, request, attrs.evolve(context, kind=kind)) for kind in possible}
    errors = {kind: _errors(reading) for kind, reading in readings.items()}
    valid = [readings[kind] for kind in possible if not errors[kind]]
    if valid:
        return _shared(valid)
    for kind in possible:
        if all(errors[kind] <= errors[other] for other in possible):
            return readings[kind]
    others = [kind for kind in ActivityType if kind not in readings]
    common = _shared([*readings.values(), *(_read(spec, request, attrs.evolve(context, kind=kind)) for kind in others)])
    if possible:
        state = cast("dict[str, object]", request["content_state"])
        needs = [f"{kind} needs {states.specs[kind].needs_said(context.operation, state)}" for kind in possible]
        what = f"a type that takes {listed(owners)}" if owners else "an activity type"
        message = f"content_state must fit {what}, got what none needs: {'; '.join(needs)}"
        hint = "add what the type needs that is meant"
    else:
        said: dict[str, list[str]] = {}
        for name, owning in owners.items():
            said.setdefault(listed(str(kind) for kind in ActivityType if kind in owning), []).append(name)
        first, *rest = said.items()
        parts = [f"{listed(first[1])} {'is' if len(first[1]) == 1 else 'are'} for {first[0]}"]
        parts += [f"{listed(names)} for {kinds}" for kinds, names in rest]
        apart = "; " if any(" " in kinds or len(names) > 1 for kinds, names in said.items()) else ", "
        message = f"no activity type takes these together: {apart.join(parts)}"
        hint = "keep the fields of one type"
    return [*common, NO_MATCHING_TYPE.at(("content_state",), message, hint)]


def in_document_order(problems: list[Problem], payload: object) -> list[Problem]:
    """Sort problems by where they stand in a payload.

    Args:
        problems: The problems; two at the same place keep their order.
        payload: The payload, plain.

    Returns:
        A new list: an object's own problems come before those of its members.
    """
    if len(problems) < 2:  # noqa: PLR2004 - one problem is in order
        return problems
    ranks: dict[int, dict[object, int]] = {}

    def place(problem: Problem) -> tuple[int, ...]:
        at: object = payload
        found: list[int] = []
        for step in problem.path:
            if isinstance(at, dict):
                if id(at) not in ranks:
                    ranks[id(at)] = {key: index for index, key in enumerate(at)}
                # A fault of the text may point at a member that a later one of its name replaced.
                found.append(ranks[id(at)].get(step, len(at)))
                at = at.get(step)
            elif isinstance(at, list) and isinstance(step, int):
                found.append(step)
                at = at[step] if step < len(at) else None
        return tuple(found)

    return sorted(problems, key=place)


__all__ = ["LEGACY", "States", "in_document_order", "judge_request", "report_request"]
