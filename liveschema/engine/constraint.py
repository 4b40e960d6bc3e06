"""The base class of constraints: the type of a value, and checks with a rule and a message each."""

from __future__ import annotations

from functools import cached_property

from liveschema.engine.fixes import RemoveMember, ReplaceValue
from liveschema.engine.plain import TOO_DEEP, plain
from liveschema.engine.problems import Path, ProblemCollector, Severity
from liveschema.engine.record import Record
from liveschema.engine.rules import NULL_VALUE, WRONG_TYPE
from liveschema.engine.rules import TOO_DEEP as TOO_DEEP_RULE
from liveschema.engine.support import Opaque
from liveschema.engine.value_tests import Slots, TypeTest, ValueTest
from liveschema.engine.wording import got, subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, ClassVar

    from liveschema.engine.contract import Contract
    from liveschema.engine.fixes import Fix
    from liveschema.engine.objects import ObjectSpec
    from liveschema.engine.rule import Rule, ValueRule
    from liveschema.engine.schema import Definitions
    from liveschema.engine.writer import FunctionWriter

    Json = dict[str, Any]


class Context(Record, eq=False):
    """What the check of a value depends on, besides the value itself.

    Args:
        mode: The mode of the payload; None for an object on its own.
        tag: The tag of the inferred union in the payload; None if it is not known yet.
        known: The same tag, if the caller passed it.
        contract: The contract of the payload; None for an object on its own.
    """

    mode: str | None = None
    tag: str | None = None
    known: str | None = None
    contract: Contract | None = None


class Check(Record, eq=False):
    """A test of a constraint, with the rule and the message for values that fail it.

    Args:
        rule: The rule that such a value breaks.
        test: The test, which predicates and reports use.
        message: The template of the message, with the slots of `Slots`.
        hint: The template of the hint; None to use the hint of the test, if any.
        implied: Whether every value that fails this test also fails a later
            one. Predicates then leave it out; it exists for its message.
    """

    rule: Rule
    test: ValueTest
    message: str
    hint: str | None = None
    implied: bool = False

    @classmethod
    def of(cls, rule: ValueRule) -> Check:
        """Create the check for a rule on single values."""
        return cls(rule, rule.test, rule.message, rule.hint)

    def report(self, name: str, value: object, path: Path, out: ProblemCollector, *, at_key: bool = False) -> None:
        """Report a value that fails the test.

        Args:
            name: What the message calls the value.
            value: The value.
            path: Its path.
            out: The collector for the problem.
            at_key: Whether the value is a key.
        """
        self.report_with(Slots(name, value), path, out, at_key=at_key)

    def report_with(
        self, slots: Slots, path: Path, out: ProblemCollector, *, at_key: bool = False, partial: bool = False
    ) -> None:
        """Report a value that fails the test, which is among the values for the slots of the message.

        Args:
            slots: The values for the slots.
            path: The path of the value.
            out: The collector for the problem.
            at_key: Whether the value is a key.
            partial: Whether the value is only what is known of it.
        """
        hint = self.hint.format_map(slots) if self.hint else self.test.hint(slots.value)
        fix = None if at_key or partial else self.fix(slots.value, path)
        out.add(self.rule, path, self.message.format_map(slots), hint, at_key=at_key, fix=fix)

    def fix(self, value: object, path: Path) -> Fix | None:
        """Return the fix of a value that fails the test; None if there is none."""
        right = self.test.correction(value)
        return None if right is None else ReplaceValue(path=path, safe=right.certain, value=right.text)


class TypeBranch(Record, eq=False):
    """A plain type that a value may have, and the checks for values of that type.

    Args:
        type_test: The test for the type.
        checks: The checks.
        call: A call of the predicate on the content of such a value, as a
            template with the slot ``{value}``. It takes and returns what the
            variable ``count`` holds, or another result; see `JsonObject`.
        count: A statement that adds the number of characters of such a value
            beyond `Constraint.fixed_size` to a variable, as a template with
            the slots ``{value}`` and ``{size}``.
    """

    type_test: TypeTest
    checks: tuple[Check, ...] = ()
    call: str | None = None
    count: str | None = None

    def write(self, writer: FunctionWriter, value: str) -> None:
        """Write the checks of a local variable, whose type has been tested, into a predicate."""
        writer.refuse(
            *(
                check.test.written(writer, value)
                for check in self.checks
                if not check.implied and (writer.module.warnings or check.rule.severity is Severity.ERROR)
            )
        )
        if self.call is not None:
            writer.line(f"count = {self.call.format(value=value)}")
            writer.line("if not count: return count")
        if self.count is not None and writer.size:
            writer.line(self.count.format(value=value, size=writer.size))


def write_branches(
    writer: FunctionWriter,
    value: str,
    branches: Sequence[TypeBranch],
) -> None:
    """Write the type tests and checks of a value into a predicate; several types become an if statement.

    Args:
        writer: The writer of the predicate.
        value: The name of the local variable that holds the value.
        branches: The types that the value may have.
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
        word = "elif"
    writer.line(f"else: {writer.doubt(value)}")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return value.__name__ if isinstance(value, type) else repr(value)


class Constraint(Record):
    """The base class of constraints on a value.

    A subclass does everything for its kind of value: it writes a part of the
    predicate, the builder and the dump, reports invalid values, converts
    values that are given in code, and returns the JSON Schema.
    """

    type_test: ClassVar[TypeTest]
    """The test for the required type of a plain value."""
    self_contained: ClassVar[bool] = True
    """Whether a value can be checked without knowing the rest of the payload."""

    def __repr__(self) -> str:
        nothing, defaults = object(), self.__defaults__
        arguments = (
            f"{name}={_shown(value)}"
            for name in self.__fields__
            if (value := getattr(self, name)) != defaults.get(name, nothing)
        )
        return f"{type(self).__name__}({', '.join(arguments)})"

    @property
    def expected(self) -> str:
        """The noun phrase for a valid value in messages, such as ``a string``."""
        raise NotImplementedError

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks that follow the type test, in the order in which they are reported."""
        return ()

    @cached_property
    def branches(self) -> tuple[TypeBranch, ...]:
        """The plain types that a value may have, each with its checks."""
        return (TypeBranch(self.type_test, self.checks),)

    @property
    def fixed_size(self) -> int:
        """The most bytes of a value as compact JSON, besides the characters that `TypeBranch.count` adds."""
        raise NotImplementedError

    @cached_property
    def specs(self) -> Mapping[str, ObjectSpec]:
        """The specifications of objects that a value is or contains, by tag or class name; empty for scalars."""
        return {}

    def schema(self, definitions: Definitions) -> Json:
        """Return the JSON Schema of the value.

        Args:
            definitions: The definitions of the document; schemas that this one
                refers to are added there.

        Returns:
            A draft 2020-12 schema.
        """
        raise NotImplementedError

    def has_type(self, value: object) -> bool:
        """Return whether a plain value has the required type."""
        return self.type_test.holds(value)

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the tests of a value into a predicate.

        Args:
            writer: The writer of the predicate.
            value: The name of the local variable that holds the value.
            context: The mode and the tag that the predicate is for.
        """
        del context
        write_branches(writer, value, self.branches)

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the conversion of a valid plain value to the value of a model attribute.

        The enclosing builder has the parameter ``sizes``, a list to which the
        number of keys of each object is added.

        Args:
            writer: The writer of the builder.
            value: The name of the local variable that holds the value.

        Returns:
            A Python expression.
        """
        del writer
        return value

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write the conversion of the value of a model attribute to a plain value; see `write_build`."""
        del writer
        return value

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the conversion of the value of a model attribute, which is JSON, to its text; see `write_build`.

        The expression has no apostrophes, since it becomes part of an f-string between them.
        """
        return f"{writer.json_text('encode')}({value})"

    def report(self, value: object, path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the rules that a value breaks.

        Args:
            value: The plain value.
            path: Its path.
            out: The collector for the problems.
            context: The mode, the tag and the contract.
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
            self.report_null(path, out, in_object=bool(path) and isinstance(path[-1], str))
        elif value is TOO_DEEP:
            out.add(TOO_DEEP_RULE, path, f"{name} must be {self.expected}, got {TOO_DEEP.label}")
        else:
            hint = value.hint if isinstance(value, Opaque) else self.hint_at_type(value)
            number = self.unquoted(value)
            right = None if number is None else ReplaceValue(path=path, safe=True, value=number)
            out.add(WRONG_TYPE, path, f"{name} must be {self.expected}, got {got(value)}", hint, fix=right)

    def report_null(self, path: Path, out: ProblemCollector, *, in_object: bool) -> None:
        """Report null instead of a value; `in_object` tells whether it can be left out of an object."""
        name = subject(path)
        fix = RemoveMember(path=path, safe=True) if in_object else None
        out.add(NULL_VALUE, path, f"{name} must be {self.expected}, got null", f"leave {name} out", fix=fix)

    def hint_at_type(self, value: object) -> str | None:
        """Return the hint for a value of the wrong type; None if there is none."""
        return None if self.unquoted(value) is None else f"write {value} without quotes"

    def unquoted(self, value: object) -> float | None:
        """Return the number that a string has if a number is allowed instead; else None."""
        del value
        return None

    def report_checks(self, value: object, path: Path, out: ProblemCollector) -> None:
        """Report the checks that a value of the right type fails: all warnings up to the first error."""
        for check in self.checks:
            if check.test.holds(value):
                continue
            check.report(subject(path), value, path, out)
            if check.rule.severity is Severity.ERROR:
                return

    def report_inside(self, value: Any, path: Path, out: ProblemCollector, context: Context) -> None:  # noqa: ANN401 - the type differs by constraint
        """Report the problems inside a value of the right type; scalars contain nothing."""

    @staticmethod
    def convert(value: object) -> object:
        """Convert a value given in code to a plain, immutable one, without validating it."""
        return None if value is None else plain(value)

    def to_plain(self, value: object) -> object:
        """Return the value of a model attribute as a plain value."""
        return value
