"""Tests on single values, as data: each can be evaluated, and written as a Python expression for predicates."""

from __future__ import annotations

import re
from functools import cached_property

from liveschema.engine.limits import SURROGATE, encodable
from liveschema.engine.record import Record
from liveschema.engine.spelling import Correction, correct
from liveschema.engine.wording import did_you_mean, got, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from liveschema.engine.writer import FunctionWriter

LARGEST = 1.7976931348623157e308
"""The largest finite double; larger numbers cannot be read in all languages."""


class TypeTest(Record):
    """The test that a plain value has a JSON type.

    Args:
        name: The name of the type in JSON Schema.
        types: The Python types that correspond to it.
    """

    name: str
    types: tuple[type, ...]

    def holds(self, value: object) -> bool:
        """Return whether a value has the type."""
        return type(value) in self.types

    def written(self, value: str) -> str:
        """Write the test of a local variable as a Python expression."""
        if self is NULL:
            return f"{value} is None"
        return " or ".join(f"type({value}) is {each.__name__}" for each in self.types)


STRING = TypeTest("string", (str,))
INTEGER = TypeTest("integer", (int,))
FLOAT = TypeTest("number", (float,))
NUMBER = TypeTest("number", (int, float))
BOOLEAN = TypeTest("boolean", (bool,))
OBJECT = TypeTest("object", (dict,))
ARRAY = TypeTest("array", (list,))
NULL = TypeTest("null", (type(None),))


class ValueTest(Record):
    """The base class of tests on values of the right type."""

    def holds(self, value: Any) -> bool:  # noqa: ANN401 - the type differs by test
        """Return whether a value passes the test."""
        raise NotImplementedError

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression.

        Args:
            writer: The writer of the predicate; functions and tables that the
                expression needs are added to its module.
            value: The name of the local variable that holds the value.

        Returns:
            The expression, which is true if the value passes the test.
        """
        raise NotImplementedError

    def hint(self, value: Any) -> str | None:  # noqa: ANN401 - as `holds`
        """Return a hint on what to change about a value that fails the test; None if there is none."""
        del value
        return None

    def correction(self, value: Any) -> Correction | None:  # noqa: ANN401 - as `holds`
        """Return the value that was meant by one that fails the test; None if it is not clear."""
        del value
        return None


class Length(ValueTest):
    """The test that a string, list or object has a number of characters, items or entries within bounds.

    Args:
        at_least: The minimum, inclusive.
        at_most: The maximum, inclusive; None for no limit.
    """

    at_least: int = 0
    at_most: int | None = None

    def holds(self, value: Any) -> bool:  # noqa: ANN401 - as the base
        """Return whether the length is within the bounds."""
        return self.at_least <= len(value) and (self.at_most is None or len(value) <= self.at_most)

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the comparison of the length with the bounds."""
        del writer
        if self.at_most is None:
            return value if self.at_least == 1 else f"len({value}) >= {self.at_least}"
        low = f"{self.at_least} <= " if self.at_least else ""
        return f"{low}len({value}) <= {self.at_most}"


class Encodable(ValueTest):
    """The test that a string can be encoded as UTF-8, that is, contains no lone surrogate."""

    def holds(self, value: str) -> bool:
        """Return whether the string can be encoded."""
        return encodable(value)

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write quick tests for ASCII and for printable characters, of which surrogates are none, then the search."""
        writer.module.pattern("surrogate_in", SURROGATE, method="search")
        return f"{value}.isascii() or {value}.isprintable() or not surrogate_in({value})"


class NotBlank(ValueTest):
    """The test that a string is not only white space.

    Args:
        or_empty: Whether an empty string passes, for strings that another test requires not to be empty.
    """

    or_empty: bool = False

    def holds(self, value: str) -> bool:
        """Return whether the string has a character other than white space."""
        return not value.isspace() and (self.or_empty or bool(value))

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test with ``str.isspace``."""
        del writer
        return f"not {value}.isspace()" if self.or_empty else f"{value} and not {value}.isspace()"


class Matches(ValueTest):
    """The test that a string matches a pattern from its beginning.

    Args:
        name: The name of the generated function that matches the pattern.
        pattern: The regular expression.
        only_if: A pattern for the strings to which the test applies; None for all strings.
        ignore_case: Whether the patterns ignore case.
        fix: The hint for strings that match ``fixable``.
        fixable: The pattern for strings to which the hint applies.
        shortest: The shortest strings that match, for a test that is applied to the beginning of a string: if a
            string can be continued so that it matches, it does when it is continued like one of these strings,
            or by nothing if it is longer. Empty if there is no such choice.
        unfit: A pattern for the characters that no matching string has; None if it is not known.
        corrections: What may make a string match: a pattern, what to write
            instead, and whether that certainly is what was meant.
    """

    name: str
    pattern: str
    only_if: str | None = None
    ignore_case: bool = False
    fix: str | None = None
    fixable: str | None = None
    shortest: tuple[str, ...] = ()
    unfit: str | None = None
    corrections: tuple[tuple[str, str, bool], ...] = ()

    def _compiled(self, pattern: str) -> Callable[[str], object]:
        return re.compile(pattern, re.IGNORECASE if self.ignore_case else 0).match

    @cached_property
    def _match(self) -> Callable[[str], object]:
        return self._compiled(self.pattern)

    @cached_property
    def _applies(self) -> Callable[[str], object]:
        return self._compiled(self.only_if or "")

    @cached_property
    def _can_be_fixed(self) -> Callable[[str], object]:
        return self._compiled(self.fixable or "(?!)")

    def holds(self, value: str) -> bool:
        """Return whether the string matches, or the test does not apply to it."""
        return not self._applies(value) or self._match(value) is not None

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the call of the function that matches the pattern."""
        flags = "re.IGNORECASE" if self.ignore_case else ""
        writer.module.pattern(self.name, self.pattern, flags=flags)
        if self.only_if is None:
            return f"{self.name}({value})"
        writer.module.pattern(f"{self.name}_applies", self.only_if, flags=flags)
        return f"not {self.name}_applies({value}) or {self.name}({value})"

    def may_begin(self, text: str) -> bool:
        """Return whether a string may match that begins with a text."""
        return not self.shortest or any(self._match(text + each[len(text) :]) for each in self.shortest)

    def may_contain(self, text: str) -> bool:
        """Return whether a string may match that contains a text."""
        return self.unfit is None or re.search(self.unfit, text) is None

    def hint(self, value: str) -> str | None:
        """Return the hint if it applies to the string."""
        return self.fix if self._can_be_fixed(value) else None

    def correction(self, value: str) -> Correction | None:
        """Return the string with the first of the corrections that makes it match."""
        for pattern, right, certain in self.corrections:
            corrected = re.sub(pattern, right, value)
            if self.holds(corrected):
                return Correction(corrected, certain)
        return None


class Between(ValueTest):
    """The test that a number is between two bounds.

    Args:
        low: The lower bound.
        high: The upper bound, inclusive.
        exclusive: Whether the lower bound is exclusive.
        as_type: The type of the numbers for which the test is written; bounds of the same type compare fastest.
    """

    low: float
    high: float
    exclusive: bool = False
    as_type: type = float

    def holds(self, value: float) -> bool:
        """Return whether the number is between the bounds."""
        return (self.low < value if self.exclusive else self.low <= value) and value <= self.high

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the comparison with the bounds."""
        low, high = (self._bound(writer, each) for each in (self.low, self.high))
        return f"{low} {'<' if self.exclusive else '<='} {value} <= {high}"

    def _bound(self, writer: FunctionWriter, value: float) -> str:
        if self.as_type is float:
            return repr(float(value))
        if abs(value) < LARGEST:
            return str(value)
        # An integer with 309 digits would be unreadable in the generated code.
        name = "LARGEST_WHOLE" if value > 0 else "LEAST_WHOLE"
        writer.module.define(name, f"{name} = {'' if value > 0 else '-'}int({LARGEST!r})")
        return name


class Whole(ValueTest):
    """The test that a number of type ``float`` has no fraction."""

    def holds(self, value: float) -> bool:
        """Return whether the number is whole; always true for ``int``."""
        return isinstance(value, int) or value.is_integer()

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test with ``float.is_integer``."""
        del writer
        return f"{value}.is_integer()"


class OneOf(ValueTest):
    """The test that a string is one of several names.

    Args:
        names: The names.
        table: The name of the set of them in generated code.
    """

    names: tuple[str, ...]
    table: str

    def holds(self, value: str) -> bool:
        """Return whether the string is one of the names."""
        return value in self.names

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up in a set of the names."""
        listed = ", ".join(map(repr, self.names))
        writer.module.define(self.table, f"{self.table} = frozenset({{{listed}}})")
        return f"{value} in {self.table}"

    def hint(self, value: str) -> str | None:
        """Suggest the most similar name, if there is one."""
        return did_you_mean(value, self.names)

    def correction(self, value: str) -> Correction | None:
        """Return the name that was meant, if it is clear."""
        return correct(value, self.names)


class Equals(ValueTest):
    """The test that a string equals a given text."""

    text: str

    def holds(self, value: str) -> bool:
        """Return whether the string equals the text."""
        return value == self.text

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the comparison with the text."""
        del writer
        return f"{value} == {self.text!r}"


class NotEqual(ValueTest):
    """The test that a string differs from a given text."""

    text: str

    def holds(self, value: str) -> bool:
        """Return whether the string differs from the text."""
        return value != self.text

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the comparison with the text."""
        del writer
        return f"{value} != {self.text!r}"


class Slots(dict[str, object]):
    """The values for the slots of a message about one value, which are computed when the template needs them.

    Args:
        name: What the message calls the value.
        value: The value.
        length: Its length as text, if it is not known exactly; None for the length of the value.
    """

    def __init__(self, name: str, value: object, length: str | None = None) -> None:
        super().__init__(name=name)
        self.value = value
        self._length = length

    def __missing__(self, slot: str) -> object:
        """Return the text for ``length``, ``quoted``, ``value`` or ``got``, a noun phrase for the value."""
        value: Any = self.value
        if slot == "length":
            return self._length or f"{len(value):,}"
        if slot == "quoted":
            return quoted(value)
        return value if slot == "value" else got(value)
