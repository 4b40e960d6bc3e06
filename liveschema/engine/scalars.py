"""Constraints on strings, numbers and booleans."""

from __future__ import annotations

import re
from functools import cached_property

from liveschema.engine.constraint import Check, Constraint, TypeBranch
from liveschema.engine.rules import (
    EMPTY_STRING,
    INVALID_URL,
    LONE_SURROGATE,
    NON_FINITE_NUMBER,
    NOT_AN_INTEGER,
    OUT_OF_RANGE,
    TOO_LONG,
    TYPE_MISMATCH,
    UNKNOWN_TYPE,
)
from liveschema.engine.support import Opaque, characters
from liveschema.engine.value_tests import (
    BOOLEAN,
    FLOAT,
    INTEGER,
    LARGEST,
    NUMBER,
    STRING,
    Between,
    Encodable,
    Equals,
    Length,
    Matches,
    OneOf,
    TypeTest,
    Whole,
)
from liveschema.engine.wording import got, one_of, subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import StrEnum
    from typing import Any, ClassVar, Literal

    from liveschema.engine.constraint import Json
    from liveschema.engine.problems import Path, ProblemCollector
    from liveschema.engine.rule import Rule, ValueRule
    from liveschema.engine.schema import Definitions
    from liveschema.engine.writer import FunctionWriter, ModuleWriter

ENCODABLE = Check(
    LONE_SURROGATE,
    Encodable(),
    "{name} must be text that UTF-8 can encode, got a lone surrogate in {quoted}",
    hint="write the character itself, or both halves of its surrogate pair",
)
_QUOTES = len('""')
_SHORT = 2**53
"""The largest absolute value of a number that is certainly not written with more characters than a float."""
_LONG = f"{{size}} += {characters(len(str(-int(LARGEST))))}"
_UNKNOWN_NAME = "{{name}} must be {expected}, got {{got}}"


class _AnyText(Constraint):
    """The base of constraints on strings that are not values of an enumeration."""

    type_test: ClassVar[TypeTest] = STRING

    @cached_property
    def branches(self) -> tuple[TypeBranch, ...]:
        """The branch for strings, whose characters count."""
        return (TypeBranch(STRING, self.checks, count="{size} += len({value})"),)

    @property
    def fixed_size(self) -> int:
        """The quotes."""
        return _QUOTES

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the string in quotes."""
        return f"{writer.json_text('quote')}({value})"


class Text(_AnyText):
    """A string.

    Args:
        min_length: The minimum number of characters (code points), 0 or 1.
        max_length: The maximum number of characters; None for no limit.
        rules: Additional rules on the string.
    """

    min_length: Literal[0, 1] = 0
    max_length: int | None = None
    rules: tuple[ValueRule, ...] = ()

    @property
    def expected(self) -> str:
        """``a string``."""
        return "a string"

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks of the length and the encoding, and those of the additional rules."""
        found = []
        low, high = self.min_length, self.max_length
        if low:
            message = "{name} must not be empty, got an empty string"
            found.append(Check(EMPTY_STRING, Length(low), message, implied=high is not None))
        if high is not None:
            bounds = f"{low} to {high:,}" if low else f"at most {high:,}"
            message = f"{{name}} must have {bounds} characters, got {{length}}"
            found.append(Check(TOO_LONG, Length(low, high), message))
        return (*found, ENCODABLE, *map(Check.of, self.rules))

    def schema(self, definitions: Definitions) -> Json:
        """Return a ``string`` schema with the bounds of the length."""
        bounds: dict[str, Any] = {"type": "string"}
        if self.min_length:
            bounds["minLength"] = self.min_length
        return bounds if self.max_length is None else bounds | definitions.at_most(self.max_length)


_WRITTEN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,15})?").fullmatch


class Number(Constraint):
    """A finite number. A boolean is not a number.

    Args:
        minimum: The lower bound, inclusive; None for no bound.
        exclusive_minimum: The lower bound, exclusive; None for no bound.
        maximum: The upper bound, inclusive; None for no bound.
    """

    type_test: ClassVar[TypeTest] = NUMBER
    minimum: float | None = None
    exclusive_minimum: float | None = None
    maximum: float | None = None

    @property
    def expected(self) -> str:
        """``a number``."""
        return "a number"

    def unquoted(self, value: object) -> float | None:
        """Return the number if the value is a string with one."""
        if not isinstance(value, str) or not _WRITTEN_NUMBER(value):
            return None
        return float(value) if "." in value else int(value)

    @property
    def bounds(self) -> str:
        """The range of the number for messages, such as ``from 0 to 100``."""
        low, high = self.minimum, self.maximum
        if self.exclusive_minimum is not None:
            above = f"more than {self.exclusive_minimum}"
            return above if high is None else f"{above} and at most {high}"
        if low is None:
            return f"at most {high}"
        return f"{low} or more" if high is None else f"from {low} to {high}"

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks of the range, with bounds of type ``float``."""
        return self.checks_on(float)

    @cached_property
    def branches(self) -> tuple[TypeBranch, ...]:
        """The branches for ``int`` and ``float``, each with bounds of that type, since those compare fastest."""
        low = self.minimum if self.exclusive_minimum is None else self.exclusive_minimum
        long = [f"{{value}} < -{_SHORT}"] if low is None or low < -_SHORT else []
        long += [f"{{value}} > {_SHORT}"] if self.maximum is None or self.maximum > _SHORT else []
        count = f"if {' or '.join(long)}: {_LONG}" if long else None
        return (TypeBranch(INTEGER, self.checks_on(int), count=count), TypeBranch(FLOAT, self.checks_on(float)))

    @property
    def fixed_size(self) -> int:
        """The size of a float; an integer that is longer has characters that count."""
        return len(str(-LARGEST))

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the number as Python does, which is also valid JSON."""
        del writer
        return f"repr({value})"

    def checks_on(self, as_type: type) -> tuple[Check, ...]:
        """Return the checks of the range, with bounds of one type.

        Args:
            as_type: The type of the bounds, ``int`` or ``float``.

        Returns:
            The checks; the result is the same for numbers of both types.
        """
        most = LARGEST if as_type is float else int(LARGEST)
        low, exclusive = self.minimum, self.exclusive_minimum is not None
        if exclusive:
            low = self.exclusive_minimum
        bounded = low is not None or self.maximum is not None
        finite = Check(
            NON_FINITE_NUMBER,
            Between(-most, most, as_type=as_type),
            "{name} must be a finite number, got {got}",
            implied=bounded,
        )
        if not bounded:
            return (finite,)
        high = most if self.maximum is None else self.maximum
        test = Between(-most if low is None else low, high, exclusive, as_type)
        return finite, Check(OUT_OF_RANGE, test, f"{{name}} must be {self.bounds}, got {{got}}")

    def schema(self, definitions: Definitions) -> Json:
        """Return a ``number`` schema with the bounds."""
        del definitions
        keywords = {
            "minimum": self.minimum,
            "exclusiveMinimum": self.exclusive_minimum,
            "maximum": self.maximum,
        }
        return {"type": "number"} | {key: bound for key, bound in keywords.items() if bound is not None}


class Integer(Number):
    """A whole number. As in JSON Schema, ``2.0`` is a whole number."""

    @property
    def expected(self) -> str:
        """``a whole number``."""
        return "a whole number"

    def checks_on(self, as_type: type) -> tuple[Check, ...]:
        """Return the checks of a number, and for ``float`` the check that it has no fraction."""
        finite, *bounds = Number.checks_on(self, as_type)
        if as_type is int:
            return finite, *bounds
        return finite, Check(NOT_AN_INTEGER, Whole(), "{name} must be a whole number, got {got}"), *bounds

    def schema(self, definitions: Definitions) -> Json:
        """Return an ``integer`` schema with the bounds."""
        return definitions.whole(Number.schema(self, definitions))


class Boolean(Constraint):
    """``true`` or ``false``."""

    type_test: ClassVar[TypeTest] = BOOLEAN

    @property
    def expected(self) -> str:
        """``true or false``."""
        return "true or false"

    @property
    def fixed_size(self) -> int:
        """The size of ``false``."""
        return len("false")

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up of the word."""
        return f"{writer.json_text('BOOLEANS')}[{value}]"

    def schema(self, definitions: Definitions) -> Json:
        """Return a ``boolean`` schema."""
        del definitions
        return {"type": "boolean"}


class _Named(Constraint):
    """The base of constraints on strings that are values of an enumeration; models hold the members."""

    @property
    def by_value(self) -> dict[str, StrEnum]:
        """The members of the enumeration, by value."""
        raise NotImplementedError

    @property
    def fixed_size(self) -> int:
        """The size of the longest value with its quotes."""
        return max(map(len, self.by_value)) + _QUOTES

    def convert(self, value: object) -> object:  # type: ignore[override] # both are called on instances only
        """Convert the value of a member to the member."""
        value = Constraint.convert(value)
        return self.by_value.get(value, value) if isinstance(value, str) else value

    def to_plain(self, value: object) -> object:
        """Return the value of a member."""
        return Constraint.convert(value)

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write the access to the value of a member."""
        del writer
        return f"{value}._value_"

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the value of a member in quotes."""
        return f"{writer.json_text('quote')}({self.write_dump(writer, value)})"


class EnumOf(_Named):
    """A value of an enumeration.

    Args:
        options: The enumeration.
        rule: The rule that any other string breaks.
    """

    type_test: ClassVar[TypeTest] = STRING
    options: type[StrEnum]
    rule: Rule

    @property
    def expected(self) -> str:
        """The values of the enumeration, such as ``one of a, b or c``."""
        return one_of(self.options)

    @cached_property
    def by_value(self) -> dict[str, StrEnum]:
        """The members of the enumeration, by value."""
        return {str(member.value): member for member in self.options}

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The check that the string is a value of the enumeration."""
        test = OneOf(tuple(self.by_value), f"{self.options.__name__}_values")
        return (Check(self.rule, test, _UNKNOWN_NAME.format(expected=self.expected)),)

    def define_members(self, module: ModuleWriter) -> str:
        """Define the members by value in a generated module, and return the name of the dict."""
        table = f"{self.options.__name__}_members"
        module.use(self.options.__module__, self.options.__name__)
        module.define(table, f"{table} = {{each.value: each for each in {self.options.__name__}}}")
        return table

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the look-up of the member by its value."""
        return f"{self.define_members(writer.module)}[{value}]"

    def schema(self, definitions: Definitions) -> Json:
        """Return the schema of the enumeration."""
        return definitions.enumeration(self.options)


class Url(_AnyText):
    """An absolute URL with one of several schemes.

    Args:
        schemes: The allowed schemes that need a host, in lower case.
        label: The noun phrase for a valid URL in messages.
        opaque_schemes: The allowed schemes that need no host, in lower case.
        rules: Additional rules on the URL.
    """

    UNFIT: ClassVar[str] = "[\\x00-\\x20\\x7f]"
    """A pattern for the characters that must be escaped in a URL, for Python and ECMA-262."""
    FIT: ClassVar[str] = "[\\x21-\\x7e\\x80-\\U0010ffff]"
    """A pattern for all other characters, for Python, which matches a set faster than its complement."""

    schemes: tuple[str, ...]
    label: str
    opaque_schemes: tuple[str, ...] = ()
    rules: tuple[ValueRule, ...] = ()

    @property
    def expected(self) -> str:
        """The label."""
        return self.label

    @property
    def pattern(self) -> str:
        """A pattern for the beginning of the URL, for Python and ECMA-262."""
        host = "[^/?#:@\\x00-\\x20\\x7f]"
        starts = [
            "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in start) + needed
            for starts, needed in ((self._with_host, host), (self._without_host, ""))
            for start in starts
        ]
        return f"^(?:{'|'.join(starts)})"

    @property
    def _with_host(self) -> list[str]:
        """The beginnings that a host follows."""
        return [f"{scheme}://" for scheme in self.schemes]

    @property
    def _with_https(self) -> list[tuple[str, str, bool]]:
        """The correction of a URL with http if only https is allowed; the server may not know it."""
        return [("(?i)\\Ahttp(?=://)", "https", False)] if self.schemes == ("https",) else []

    @property
    def _without_host(self) -> list[str]:
        """The beginnings that anything may follow."""
        return [f"{scheme}:" for scheme in self.opaque_schemes]

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks of the whole URL and its encoding, and those of the additional rules."""
        whole = Matches(
            f"is_{'_'.join((*self.schemes, *self.opaque_schemes))}_url".replace("-", "_"),
            # The possessive quantifier prevents backtracking, so that matching takes linear time.
            f"{self.pattern}{self.FIT}*+\\Z",
            fix="write a space as %20",
            fixable=f"{self.pattern}[^ ]*+ \\s*+\\S",
            corrections=((" ", "%20", True), *self._with_https),
            shortest=(*(f"{start}x" for start in self._with_host), *self._without_host),
            unfit=self.UNFIT,
        )
        found = Check(INVALID_URL, whole, f"{{name}} must be {self.label}, got {{got}}")
        return (found, ENCODABLE, *map(Check.of, self.rules))

    def schema(self, definitions: Definitions) -> Json:
        """Return a ``string`` schema with patterns for the beginning and for characters that are not allowed."""
        return definitions.text(pattern=self.pattern, unfit=self.UNFIT, label=self.label)


class Tag(_Named):
    """The value of the tag field in one class of a tagged union.

    Args:
        value: The tag of this class, a member of the enumeration of all tags.
        label: What messages call the object that has the tag.
    """

    type_test: ClassVar[TypeTest] = STRING
    value: StrEnum
    label: str

    @property
    def expected(self) -> str:
        """The values of all tags, such as ``one of a, b or c``."""
        return one_of(type(self.value))

    @cached_property
    def by_value(self) -> dict[str, StrEnum]:
        """The members of the enumeration of all tags, by value."""
        return {str(member.value): member for member in type(self.value)}

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The check that the string is a tag, and the check that it is this one."""
        known = OneOf(tuple(self.by_value), f"{type(self.value).__name__}_values")
        mismatch = f"{{name}} must be {self.value}, the type of the {self.label}, got {{value}}"
        return (
            Check(UNKNOWN_TYPE, known, _UNKNOWN_NAME.format(expected=self.expected), implied=True),
            Check(TYPE_MISMATCH, Equals(str(self.value)), mismatch),
        )

    def report_type(self, value: object, path: Path, out: ProblemCollector) -> None:
        """Report a value that is not a string as an unknown tag; report null as such."""
        if value is None or isinstance(value, str):
            Constraint.report_type(self, value, path, out)
        else:
            hint = value.hint if isinstance(value, Opaque) else None
            out.add(UNKNOWN_TYPE, path, f"{subject(path)} must be {self.expected}, got {got(value)}", hint)

    def define_tag(self, module: ModuleWriter) -> str:
        """Define the constant for the tag of this class in a generated module, and return its name."""
        enumeration = type(self.value)
        module.use(enumeration.__module__, enumeration.__name__)
        name = f"{self.value.name}_{self.label}".upper()
        module.define(name, f"{name} = {enumeration.__name__}.{self.value.name}")
        return name

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the constant for the tag of this class."""
        del value
        return self.define_tag(writer.module)

    def schema(self, definitions: Definitions) -> Json:
        """Return a ``string`` schema with the tag as ``const``."""
        return definitions.tag(self.value)
