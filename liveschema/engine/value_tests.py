"""Tests on a single value, as data: each holds or not, writes itself as Python, and fills the slots of a message."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, Final

import attrs

from liveschema.engine.plain import SURROGATE, encodable
from liveschema.engine.wording import did_you_mean, got, quoted
from liveschema.engine.writer import FunctionWriter

LARGEST: Final = 1.7976931348623157e308
"""The largest finite double: what a JSON number can be in every language."""


@attrs.frozen
class TypeTest:
    """Whether a plain value is of a type that JSON has.

    Args:
        name: What JSON Schema calls the type.
        types: The Python types that stand for it.
    """

    name: str
    types: tuple[type, ...]

    def holds(self, value: object) -> bool:
        """Say whether a value is of the type."""
        return type(value) in self.types

    def written(self, value: str) -> str:
        """Write the test as a Python expression over a local."""
        if self is NULL:
            return f"{value} is None"
        return " or ".join(f"type({value}) is {each.__name__}" for each in self.types)


STRING: Final = TypeTest("string", (str,))
INTEGER: Final = TypeTest("integer", (int,))
FLOAT: Final = TypeTest("number", (float,))
NUMBER: Final = TypeTest("number", (int, float))
BOOLEAN: Final = TypeTest("boolean", (bool,))
OBJECT: Final = TypeTest("object", (dict,))
ARRAY: Final = TypeTest("array", (list,))
NULL: Final = TypeTest("null", (type(None),))


class ValueTest:
    """The base of the tests: what a value of the right type must pass."""

    __slots__ = ()

    def holds(self, value: Any) -> bool:  # noqa: ANN401 - each test knows its own type
        """Say whether a value passes."""
        raise NotImplementedError

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression.

        Args:
            writer: The function being written; takes what the expression calls.
            value: The name of the local variable that holds the value.

        Returns:
            The expression; true where the value passes.
        """
        raise NotImplementedError

    def hint(self, value: Any) -> str | None:  # noqa: ANN401 - as `holds`
        """Say what to change about a value that does not pass, where the test knows."""
        del value
        return None


@attrs.frozen
class Length(ValueTest):
    """A text, list or object holds at least and at most so many characters, items or entries."""

    at_least: int = 0
    at_most: int | None = None

    def holds(self, value: Any) -> bool:  # noqa: ANN401 - as the base
        """Say whether the value is long enough and not too long."""
        return self.at_least <= len(value) and (self.at_most is None or len(value) <= self.at_most)

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        del writer
        if self.at_most is None:
            return value if self.at_least == 1 else f"len({value}) >= {self.at_least}"
        low = f"{self.at_least} <= " if self.at_least else ""
        return f"{low}len({value}) <= {self.at_most}"


@attrs.frozen
class Encodable(ValueTest):
    """A text can be sent as UTF-8: it holds no lone surrogate."""

    def holds(self, value: str) -> bool:
        """Say whether the text can be sent."""
        return encodable(value)

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        writer.module.pattern("surrogate_in", SURROGATE, method="search")
        return f"{value}.isascii() or not surrogate_in({value})"


@attrs.frozen
class NotBlank(ValueTest):
    """A text holds more than white space."""

    def holds(self, value: str) -> bool:
        """Say whether the text says something."""
        return bool(value) and not value.isspace()

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        del writer
        return f"{value} and not {value}.isspace()"


@attrs.frozen(slots=False)
class Matches(ValueTest):
    """A text matches a pattern, from its beginning.

    Args:
        name: What the function is called that matches it.
        pattern: The regular expression.
        only_if: A pattern that a text must match for the test to apply; None for every text.
        ignore_case: Whether the patterns match letters of either case.
        mend: What to do about a text that matches the pattern ``mendable``.
        mendable: See ``mend``.
    """

    name: str
    pattern: str
    only_if: str | None = None
    ignore_case: bool = False
    mend: str | None = None
    mendable: str | None = None

    def _compiled(self, pattern: str) -> Callable[[str], object]:
        return re.compile(pattern, re.IGNORECASE if self.ignore_case else 0).match

    @cached_property
    def _match(self) -> Callable[[str], object]:
        return self._compiled(self.pattern)

    @cached_property
    def _applies(self) -> Callable[[str], object]:
        return self._compiled(self.only_if or "")

    @cached_property
    def _can_be_mended(self) -> Callable[[str], object]:
        return self._compiled(self.mendable or "(?!)")

    def holds(self, value: str) -> bool:
        """Say whether the text matches, or the test does not apply to it."""
        return not self._applies(value) or self._match(value) is not None

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        flags = "re.IGNORECASE" if self.ignore_case else ""
        writer.module.pattern(self.name, self.pattern, flags=flags)
        if self.only_if is None:
            return f"{self.name}({value})"
        writer.module.pattern(f"{self.name}_applies", self.only_if, flags=flags)
        return f"not {self.name}_applies({value}) or {self.name}({value})"

    def hint(self, value: str) -> str | None:
        """Say how to mend the text, where that is known."""
        return self.mend if self._can_be_mended(value) else None


@attrs.frozen
class Between(ValueTest):
    """A number lies between two bounds.

    Args:
        low: The least it may be, or what it must be more than.
        high: The most it may be.
        exclusive: Whether it must be more than ``low``.
        as_type: The type of numbers that the test is written for: bounds of that type compare fastest.
    """

    low: float
    high: float
    exclusive: bool = False
    as_type: type = float

    def holds(self, value: float) -> bool:
        """Say whether the number lies between the bounds."""
        return (self.low < value if self.exclusive else self.low <= value) and value <= self.high

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        low, high = (self._bound(writer, each) for each in (self.low, self.high))
        return f"{low} {'<' if self.exclusive else '<='} {value} <= {high}"

    def _bound(self, writer: FunctionWriter, value: float) -> str:
        if self.as_type is float:
            return repr(float(value))
        if abs(value) < LARGEST:
            return str(value)
        # Whole ones of 309 digits would not read.
        name = "LARGEST_WHOLE" if value > 0 else "LEAST_WHOLE"
        writer.module.define(name, f"{name} = {'' if value > 0 else '-'}int({LARGEST!r})")
        return name


@attrs.frozen
class Whole(ValueTest):
    """A number of type ``float`` has no fraction."""

    def holds(self, value: float) -> bool:
        """Say whether the number is whole; one of type ``int`` is."""
        return isinstance(value, int) or value.is_integer()

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        del writer
        return f"{value}.is_integer()"


@attrs.frozen
class OneOf(ValueTest):
    """A text is one of some names.

    Args:
        names: The names.
        table: What the table of them is called.
    """

    names: tuple[str, ...]
    table: str

    def holds(self, value: str) -> bool:
        """Say whether the text is one of the names."""
        return value in self.names

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        listed = ", ".join(map(repr, self.names))
        writer.module.define(self.table, f"{self.table} = frozenset({{{listed}}})")
        return f"{value} in {self.table}"

    def hint(self, value: str) -> str | None:
        """Suggest the nearest name."""
        return did_you_mean(value, self.names)


@attrs.frozen
class Equals(ValueTest):
    """A text is a given one."""

    text: str

    def holds(self, value: str) -> bool:
        """Say whether it is."""
        return value == self.text

    def written(self, writer: FunctionWriter, value: str) -> str:
        """Write the test as a Python expression."""
        del writer
        return f"{value} == {self.text!r}"


class Slots(dict[str, object]):
    """What fills the slots of a message on one value: made only as far as the template asks.

    Args:
        name: What the message calls the value.
        value: The value.
    """

    def __init__(self, name: str, value: object) -> None:
        super().__init__(name=name)
        self._value = value

    def __missing__(self, slot: str) -> object:
        """Give ``got`` (a noun phrase), ``length``, ``quoted`` or ``value``."""
        value: Any = self._value
        if slot == "length":
            return f"{len(value):,}"
        if slot == "quoted":
            return quoted(value)
        return value if slot == "value" else got(value)
