"""What a constraint is: tests of a value, each with its rule and its message."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from liveschema.engine.plain import TOO_DEEP, plain
from liveschema.engine.problems import Path, ProblemCollector, Severity
from liveschema.engine.rule import Rule, ValueRule
from liveschema.engine.rules import NULL_VALUE, WRONG_TYPE
from liveschema.engine.rules import TOO_DEEP as TOO_DEEP_RULE
from liveschema.engine.value_tests import Slots, TypeTest, ValueTest
from liveschema.engine.wording import got, subject
from liveschema.engine.writer import FunctionWriter

if TYPE_CHECKING:
    from liveschema.engine.contract import Contract
    from liveschema.engine.objects import ObjectSpec
    from liveschema.engine.schema import Definitions

Json = dict[str, Any]


@attrs.frozen(eq=False)
class Context:
    """What the verdict on one payload goes by.

    Args:
        mode: What the payload is sent for; None for an object on its own.
        tag: The tag of the object whose tag may be left out, once it is known.
        known: The tag that the caller says that object has.
        contract: The contract that the payload is under; None for an object on its own.
    """

    mode: str | None = None
    tag: str | None = None
    known: str | None = None
    contract: Contract | None = None


@attrs.frozen(eq=False, repr=False)
class Check:
    """One test of a constraint, with the rule it serves and its message.

    Args:
        rule: The rule that is broken where the test fails.
        test: The test; the predicate and the report both read it.
        message: The message, as a template with the slots of `Slots`.
        hint: What to change, as a template; None where the test knows, or nobody.
        implied: Whether a later test fails as well wherever this one does, so
            that the predicate can leave it out; it exists for its message.
    """

    rule: Rule
    test: ValueTest
    message: str
    hint: str | None = None
    implied: bool = False

    @classmethod
    def of(cls, rule: ValueRule) -> Check:
        """Make the check of a rule on single values."""
        return cls(rule, rule.test, rule.message, rule.hint)

    def report(self, name: str, value: object, path: Path, out: ProblemCollector, *, at_key: bool = False) -> None:
        """Report a value that does not pass.

        Args:
            name: What the message calls the value.
            value: The value.
            path: Where it stands.
            out: Takes the problem.
            at_key: Whether the value is a key.
        """
        slots = Slots(name, value)
        hint = self.hint.format_map(slots) if self.hint else self.test.hint(value)
        out.add(self.rule, path, self.message.format_map(slots), hint, at_key=at_key)


@attrs.frozen(eq=False, repr=False)
class TypeBranch:
    """One plain type that a value may have, and the tests that apply to it.

    Args:
        type_test: Whether a value has the type.
        checks: The tests.
        call: The function that walks through a value of this type; see `JsonObject`.
    """

    type_test: TypeTest
    checks: tuple[Check, ...] = ()
    call: str | None = None

    def write(self, writer: FunctionWriter, value: str) -> None:
        """Write the tests into a predicate."""
        writer.refuse(
            *(
                check.test.written(writer, value)
                for check in self.checks
                if not check.implied and (writer.module.warnings or check.rule.severity is Severity.ERROR)
            )
        )
        if self.call is not None:
            writer.require(self.call.format(value=value))


def write_branches(
    writer: FunctionWriter,
    value: str,
    branches: Sequence[TypeBranch],
    then: Callable[[TypeBranch], str] | None = None,
) -> None:
    """Write the tests of a value into a predicate, in a branch for each type where there are several.

    Args:
        writer: The function being written.
        value: The name of the local variable that holds the value.
        branches: The types it may have.
        then: Gives one more line for each type, for a value that passed.
    """
    if len(branches) == 1:
        (branch,) = branches
        writer.refuse_type(branch.type_test.written(value), value)
        branch.write(writer, value)
        return
    word = "if"
    for branch in branches:
        with writer.block(f"{word} {branch.type_test.written(value)}:"):
            branch.write(writer, value)
            if then is not None:
                writer.line(then(branch))
        word = "elif"
    writer.line(f"else: {writer.doubt(value)}")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return value.__name__ if isinstance(value, type) else repr(value)


@attrs.frozen(slots=False, eq=False, repr=False)
class Constraint:
    """What one value may be; the base of all constraints.

    A constraint is the attrs validator of its field. It writes its part of
    the predicate, the builder and the dump, reports what it refuses and knows
    its JSON Schema: a new one is one class.
    """

    type_test: ClassVar[TypeTest]
    """Whether a plain value has the type asked for."""
    alone: ClassVar[bool] = True
    """Whether the value can be judged by itself, without what stands around it."""

    # What attrs would make anew for each class is here once, as in `Model`.
    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return attrs.astuple(self, recurse=False) == attrs.astuple(other, recurse=False)

    def __hash__(self) -> int:
        return hash((type(self), *attrs.astuple(self, recurse=False)))

    def __repr__(self) -> str:
        arguments = (
            f"{each.name}={_shown(value)}"
            for each in attrs.fields(type(self))
            if (value := getattr(self, each.name)) != each.default
        )
        return f"{type(self).__name__}({', '.join(arguments)})"

    @property
    def expected(self) -> str:
        """What a value must be, as a message names it."""
        raise NotImplementedError

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The tests beyond the type, in the order they are reported."""
        return ()

    @cached_property
    def branches(self) -> tuple[TypeBranch, ...]:
        """The plain types a value may have, each with the tests that apply to it."""
        return (TypeBranch(self.type_test, self.checks),)

    @cached_property
    def specs(self) -> Mapping[str, ObjectSpec]:
        """The objects that a value may be or hold, by what tells them apart; none for a scalar."""
        return {}

    def schema(self, definitions: Definitions) -> Json:
        """Give the JSON Schema of the value.

        Args:
            definitions: Takes what the schema refers to.

        Returns:
            A draft 2020-12 schema.
        """
        raise NotImplementedError

    def has_type(self, value: object) -> bool:
        """Say whether a plain value has the type asked for."""
        return self.type_test.holds(value)

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the tests of the value into a predicate.

        Args:
            writer: The function being written.
            value: The name of the local variable that holds the value.
            context: The mode and tag it is written for.
        """
        del context
        write_branches(writer, value, self.branches)

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write what turns a sound plain value into what a model holds.

        Args:
            writer: The function being written.
            value: The name of the local variable that holds the value.

        Returns:
            An expression.
        """
        del writer
        return value

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write what turns a value that a model holds into a plain one; see `write_build`."""
        del writer
        return value

    def report(self, value: object, path: Path, out: ProblemCollector, context: Context) -> None:
        """Report every rule that the value breaks.

        Args:
            value: A plain value.
            path: Where it stands.
            out: Takes the problems.
            context: What the report goes by.
        """
        if not self.has_type(value):
            self.report_type(value, path, out)
            return
        self.report_checks(value, path, out)
        self.report_inside(value, path, out, context)

    def report_type(self, value: object, path: Path, out: ProblemCollector) -> None:
        """Report a value of the wrong type."""
        name = subject(path)
        if value is None:
            out.add(NULL_VALUE, path, f"{name} must be {self.expected}, got null", f"leave {name} out")
        elif value is TOO_DEEP:
            out.add(TOO_DEEP_RULE, path, f"{name} must be {self.expected}, got {TOO_DEEP.label}")
        else:
            hint = self.hint_at_type(value)
            out.add(WRONG_TYPE, path, f"{name} must be {self.expected}, got {got(value)}", hint)

    def hint_at_type(self, value: object) -> str | None:
        """Say what to change about a value of the wrong type, where that is known."""
        del value
        return None

    def report_checks(self, value: object, path: Path, out: ProblemCollector) -> None:
        """Report the first error among the tests, or every warning."""
        for check in self.checks:
            if check.test.holds(value):
                continue
            check.report(subject(path), value, path, out)
            if check.rule.severity is Severity.ERROR:
                return

    def report_inside(self, value: Any, path: Path, out: ProblemCollector, context: Context) -> None:  # noqa: ANN401 - each constraint knows its own
        """Report on what the value holds; a scalar holds nothing."""

    @staticmethod
    def convert(value: object) -> object:
        """Make a value given in code plain and immutable, without judging it."""
        return None if value is None else plain(value)

    def to_plain(self, value: object) -> object:
        """Give what the report reads for a value that a model holds."""
        return value
