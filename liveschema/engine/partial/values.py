"""Reports on values that are not fully known, by their constraint."""

from __future__ import annotations

from collections.abc import Collection
from functools import singledispatch
from typing import Any, cast

from liveschema.engine.constraint import Constraint, Context
from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.partial.placeholders import (
    as_opaque,
    at_least,
    has_more,
    least,
    length_text,
    may_be_missing,
    outline,
    shown,
)
from liveschema.engine.partial.tests import verdict
from liveschema.engine.problems import Path, Problem, ProblemCollector, Severity
from liveschema.engine.support import compact_size
from liveschema.engine.unknown import More, PartialText, Unknown, has_unknown
from liveschema.engine.value_tests import NUMBER, Slots
from liveschema.engine.wording import subject


class PartialCollector(ProblemCollector):
    """A collector of the problems of a partial payload.

    Attributes:
        doubts: The number of errors that depend on what is not known, but would
            be reported at a place that is. A value with a doubt is not sound,
            so that rules over several fields do not build on it.
    """

    __slots__ = ("doubts",)
    errors: int

    def __init__(self, enable: Collection[str] = ()) -> None:
        super().__init__(enable)
        self.doubts: int = 0

    @property
    def findings(self) -> tuple[int, int]:
        """The numbers of errors and of doubts, which tell whether a value has any."""
        return self.errors, self.doubts

    def take(self, problem: Problem) -> None:
        """Add a problem that another collector has."""
        key = (problem.rule, problem.path, problem.message, problem.hint, problem.at_key)
        if key not in self._found:
            self._found[key] = problem
            self.errors += problem.is_error


def report_value(constraint: Constraint, value: object, path: Path, out: PartialCollector, context: Context) -> None:
    """Report the rules that a value certainly breaks.

    Args:
        constraint: The constraint on the value.
        value: The value, which may have placeholders in it or be one.
        path: Its path.
        out: The collector for the problems.
        context: The mode, the tag and the contract.
    """
    if isinstance(value, Unknown | More):
        if isinstance(value, Unknown) and not value.may_be_missing and value.types.isdisjoint(accepted(constraint)):
            constraint.report_type(as_opaque(value), path, out)
        return
    typed = shown(value) if isinstance(value, PartialText) else value
    options = constraint.options if isinstance(constraint, UnionOf) else (constraint,)
    chosen = next((option for option in options if option.has_type(typed)), None)
    if chosen is None:
        constraint.report_type(as_opaque(value) if isinstance(value, PartialText) else value, path, out)
        return
    report_checks(chosen, value, path, out)
    if chosen is constraint:
        report_inside(constraint, value, path, out, context)


def accepted(constraint: Constraint) -> frozenset[str]:
    """Return the JSON types that a constraint accepts, by their names in JSON Schema."""
    accepts = (branch.type_test for branch in constraint.branches)
    return frozenset(NUMBER.name if set(test.types) <= set(NUMBER.types) else test.name for test in accepts)


def report_checks(constraint: Constraint, value: object, path: Path, out: PartialCollector) -> None:
    """Report the checks that a value of the right type certainly fails, up to the first error."""
    for check in constraint.checks:
        holds = verdict(check.test, value)
        if holds is None and check.rule.severity is Severity.ERROR:
            # A partial text, or a container with `MORE`, is itself a place that is not known.
            out.doubts += isinstance(value, dict | list) and not has_more(value)
        if holds is not False:
            continue
        text = shown(value) if isinstance(value, PartialText) else value
        length = length_text(value) if isinstance(value, PartialText | dict | list) else None
        check.report_with(Slots(subject(path), text, length), path, out, partial=isinstance(value, PartialText))
        if check.rule.severity is Severity.ERROR:
            return


@singledispatch
def report_inside(constraint: Constraint, value: Any, path: Path, out: PartialCollector, context: Context) -> None:  # noqa: ANN401 - of the constraint's type
    """Report the problems that are certain inside a value of the right type; scalars contain nothing."""


@report_inside.register
def _(constraint: ListOf, value: list[object], path: Path, out: PartialCollector, context: Context) -> None:
    for index, item in enumerate(value):
        report_value(constraint.item, item, (*path, index), out, context)


@report_inside.register
def _(constraint: MapOf, value: dict[object, object], path: Path, out: PartialCollector, context: Context) -> None:
    before = out.errors
    for key, item in value.items():
        if isinstance(key, More) or may_be_missing(item) or not constraint.report_key(key, path, out):
            continue
        if item is None:
            constraint.report_null_entry((*path, str(key)), out)
        else:
            report_value(constraint.value, item, (*path, str(key)), out, context)
    if out.errors > before:
        return
    size, exact = compact_size(least(value)), not has_unknown(value)
    if size > constraint.max_bytes:
        constraint.report_size(at_least(size, exact=exact), path, out)
    else:
        out.doubts += not exact


@report_inside.register
def _(constraint: JsonObject, value: dict[object, object], path: Path, out: PartialCollector, context: Context) -> None:
    constraint.report_inside(cast("dict[object, object]", outline(value)), path, out, context)
