"""What a constraint is: tests with a rule and a sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from liveschema.constraints._describe import Opaque, got, subject
from liveschema.constraints._plain import TOO_DEEP, plain
from liveschema.problems import InvalidPayload, Path, Problem, Severity
from liveschema.rules import NULL_VALUE, WRONG_TYPE
from liveschema.rules import TOO_DEEP as TOO_DEEP_RULE

if TYPE_CHECKING:
    from liveschema.constraints._source import Source
    from liveschema.rules import Rule
    from liveschema.vocabulary import ActivityType, Operation

Ref = Callable[[type], dict[str, Any]]
"""Gives the JSON Schema reference to a model class."""


@attrs.frozen(eq=False)
class Context:
    """What the report on one payload goes by.

    Args:
        operation: What the payload is sent for; None for a part on its own.
        kind: The activity type whose rules apply, where one is settled.
        known: The type the caller says the existing activity has.
        enable: Ids of rules to report although they are off by default.
    """

    operation: Operation | None = None
    kind: ActivityType | None = None
    known: ActivityType | None = None
    enable: frozenset[str] = frozenset()


@attrs.define(eq=False, repr=False)
class Findings:
    """The problems found so far, each once.

    Args:
        problems: The problems, in the order they were found.
        errors: How many of them are errors.
    """

    problems: dict[Problem, None] = attrs.field(factory=dict)
    errors: int = 0

    def add(self, rule: Rule, path: Path, message: str, hint: str | None = None, *, at_key: bool = False) -> None:
        """Record a breach of a rule."""
        problem = rule.at(path, message, hint, at_key=at_key)
        if problem not in self.problems:
            self.problems[problem] = None
            self.errors += rule.severity is Severity.ERROR


@attrs.frozen(slots=False, eq=False, repr=False)
class Facet:
    """One test of a constraint, with the rule it serves and its sentence.

    Args:
        rule: The rule that is broken where the test fails.
        test: A Python expression over ``{v}``; true where all is well. Both
            the compiled predicate and the report read it.
        message: From the subject and the value to the message.
        names: What the expression refers to, by name.
        hint: From the value to a hint.
        implied: Whether a later test fails as well wherever this one does, so
            that the predicate can leave it out; it exists for its sentence.
    """

    rule: Rule
    test: str
    message: Callable[[str, Any], str]
    names: Mapping[str, object] = attrs.field(factory=dict, eq=False)
    hint: Callable[[Any], str | None] = attrs.field(default=lambda _: None)
    implied: bool = False

    @cached_property
    def holds(self) -> Callable[[Any], bool]:
        """The test as a function of the value."""
        return test_of(self.test, self.names)


@attrs.frozen(eq=False, repr=False)
class Case:
    """One plain type that a value may have.

    Args:
        kind: A Python expression over ``{v}``: whether it has the type.
        facets: The tests that apply to it.
    """

    kind: str
    facets: tuple[Facet, ...] = ()

    def emit(self, source: Source, value: str) -> None:
        """Write the tests into a predicate."""
        tests = []
        for facet in self.facets:
            warns = facet.rule.severity is Severity.WARNING
            if not facet.implied and (source.spotless or not warns):
                tests.append(facet.test.format(v=value))
                for name, meant in facet.names.items():
                    source.bind(name, meant)
        source.refuse(*tests)


def emit_cases(source: Source, value: str, cases: Sequence[Case], then: Callable[[Case], str] | None = None) -> None:
    """Write the tests of a value into a predicate, in a branch for each type where there are several.

    Args:
        source: The function being written.
        value: The name of the local variable that holds the value.
        cases: The types it may have.
        then: Gives one more line for each type, for a value that passed.
    """
    if len(cases) == 1:
        (case,) = cases
        source.refuse_type(case.kind.format(v=value), value)
        case.emit(source, value)
        return
    word = "if"
    for case in cases:
        with source.block(f"{word} {case.kind.format(v=value)}:"):
            case.emit(source, value)
            if then is not None:
                source.line(then(case))
        word = "elif"
    source.line(f"else: {source.doubt(value)}")


def test_of(expression: str, names: Mapping[str, object]) -> Callable[[Any], bool]:
    """Make a function of a test's expression.

    Args:
        expression: A Python expression over ``{v}``.
        names: What else it refers to.

    Returns:
        The function of the value; it is true where the test holds.
    """
    text = f"lambda v: {expression.format(v='v')}"
    function: Callable[[Any], bool] = eval(text, dict(names))  # noqa: S307 - the text is our own declaration's
    return function


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_said, value))}]"
    return value.__name__ if isinstance(value, type) else repr(value)


@attrs.frozen(slots=False, eq=False, repr=False)
class Constraint:
    """What one value may be; the base of the vocabulary of fields.

    A constraint is the attrs validator of its field, writes its part of the
    compiled predicate, reports what it refuses and knows its JSON Schema.
    """

    kind: ClassVar[str] = "{v} is not None"
    """A Python expression: whether ``{v}`` has the plain type asked for."""
    alone: ClassVar[bool] = True
    """Whether the value can be judged by itself."""

    # What attrs would make anew for each class is here once, as in `Model`.
    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return attrs.astuple(self, recurse=False) == attrs.astuple(other, recurse=False)

    def __hash__(self) -> int:
        return hash((type(self), *attrs.astuple(self, recurse=False)))

    def __repr__(self) -> str:
        told = (
            f"{each.name}={_said(value)}"
            for each in attrs.fields(type(self))
            if (value := getattr(self, each.name)) != each.default
        )
        return f"{type(self).__name__}({', '.join(told)})"

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        raise NotImplementedError

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        return ()

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value.

        Args:
            ref: Gives the reference to the schema of a model class.

        Returns:
            A draft 2020-12 schema.
        """
        raise NotImplementedError

    @cached_property
    def is_kind(self) -> Callable[[Any], bool]:
        """Whether a plain value has the type asked for."""
        return test_of(self.kind, {})

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The plain types a value may have, each with the tests that apply to it."""
        return (Case(self.kind, self.facets),)

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write the tests of the value into a predicate.

        Args:
            source: The function being written.
            value: The name of the local variable that holds the value.
            context: The operation and activity type it is written for.
        """
        del context
        emit_cases(source, value, self.cases)

    def report(self, value: object, path: Path, out: Findings, context: Context) -> None:
        """Report every rule that the value breaks.

        Args:
            value: A plain value.
            path: Where it stands.
            out: Takes the problems.
            context: What the report goes by.
        """
        if not self.is_kind(value):
            self.report_kind(value, path, out)
            return
        self.report_facets(value, path, out)
        self.report_inside(value, path, out, context)

    def report_kind(self, value: object, path: Path, out: Findings) -> None:
        """Report a value of the wrong type."""
        name = subject(path)
        if value is None:
            out.add(NULL_VALUE, path, f"{name} must be {self.noun}, got null", f"leave {name} out")
        elif value is TOO_DEEP:
            out.add(TOO_DEEP_RULE, path, f"{name} must be {self.noun}, got {TOO_DEEP.said}")
        else:
            out.add(WRONG_TYPE, path, f"{name} must be {self.noun}, got {got(value)}", self.hint_at_kind(value))

    def hint_at_kind(self, value: object) -> str | None:
        """Say what to change about a value of the wrong type, where that is known."""
        del value
        return None

    def report_facets(self, value: object, path: Path, out: Findings) -> None:
        """Report the first error among the tests, or every warning."""
        for facet in self.facets:
            if facet.holds(value):
                continue
            out.add(facet.rule, path, facet.message(subject(path), value), facet.hint(value))
            if facet.rule.severity is Severity.ERROR:
                return

    def report_inside(self, value: Any, path: Path, out: Findings, context: Context) -> None:  # noqa: ANN401 - each constraint knows its own
        """Report on what the value holds; a scalar holds nothing."""

    @staticmethod
    def convert(value: object) -> object:
        """Make a value given in code plain and immutable, without judging it."""
        return None if value is None else plain(value)

    def lower(self, value: object) -> object:
        """Give what the report reads for a value that a model holds."""
        return value

    def accepts(self, value: object) -> bool:
        """Say whether a model may hold a value."""
        out = Findings()
        self.report(self.lower(value), (), out, Context())
        return not out.errors

    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: object) -> None:  # noqa: ANN401 - any model
        """Validate a field of a model built in code.

        Raises:
            InvalidPayload: With every problem of the instance, not this field's alone.
        """
        del attribute
        if value is not None and not self.accepts(value):
            raise InvalidPayload(instance.__problems__())


__all__ = ["Case", "Constraint", "Context", "Facet", "Findings", "Opaque", "Ref", "emit_cases"]
