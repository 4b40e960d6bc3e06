"""Constraints on strings, numbers and booleans."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar, Final

import attrs

from liveschema.constraints._base import Case, Constraint, Facet, Ref
from liveschema.constraints._describe import did_you_mean, got, number, one_of, quoted, subject
from liveschema.rules import (
    BLANK_TEXT,
    EMPTY_STRING,
    INVALID_URL,
    LONE_SURROGATE,
    NON_FINITE_NUMBER,
    NOT_AN_INTEGER,
    OUT_OF_RANGE,
    SHORTCUT_URL,
    SYMBOL_SHAPE,
    TOO_LONG,
    Rule,
)

LARGEST: Final = 1.7976931348623157e308
"""The largest finite double: what a JSON number can be in every language."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> bool:
    """Say whether a string can be sent as UTF-8, that is, holds no lone surrogate."""
    return _SURROGATE.search(text) is None


ENCODABLE = Facet(
    LONE_SURROGATE,
    "{v}.isascii() or not surrogate_in({v})",
    lambda name, v: f"{name} must be text that UTF-8 can carry, got a lone surrogate in {quoted(v)}",
    {"surrogate_in": _SURROGATE.search},
    hint=lambda _: "write the character itself, or both halves of its surrogate pair",
)


@attrs.frozen(slots=False, eq=False, repr=False)
class Text(Constraint):
    """A string.

    Args:
        minimum: The fewest characters (code points) it may hold, 0 or 1.
        maximum: The most characters it may hold; None for no bound.
        warn_blank: Whether a string of nothing but white space earns a warning.
        symbol: Whether it should be shaped like the name of an SF Symbol.
    """

    kind: ClassVar[str] = "type({v}) is str"
    minimum: int = 0
    maximum: int | None = None
    warn_blank: bool = False
    symbol: bool = False

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "a string"

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        found = []
        if self.minimum:
            found.append(
                Facet(
                    EMPTY_STRING,
                    "{v}",
                    lambda name, _: f"{name} must not be empty, got an empty string",
                    implied=self.maximum is not None,
                )
            )
        if self.maximum is not None:
            bounds = f"{self.minimum} to {self.maximum:,}" if self.minimum else f"at most {self.maximum:,}"
            found.append(
                Facet(
                    TOO_LONG,
                    f"{self.minimum} <= len({{v}}) <= {self.maximum}"
                    if self.minimum
                    else f"len({{v}}) <= {self.maximum}",
                    lambda name, v: f"{name} must hold {bounds} characters, got {len(v):,}",
                )
            )
        found.append(ENCODABLE)
        if self.warn_blank:
            found.append(
                Facet(
                    BLANK_TEXT,
                    "{v} and not {v}.isspace()",
                    lambda name, v: f"{name} should say something, got {got(v)}",
                )
            )
        if self.symbol:
            found.append(
                Facet(
                    SYMBOL_SHAPE,
                    "symbol_shaped({v})",
                    lambda name, v: f"{name} should be the name of an SF Symbol, got {got(v)}",
                    {"symbol_shaped": re.compile(r"[a-z0-9]++(?:\.[a-z0-9]++)*+").fullmatch},
                    hint=lambda _: "symbol names are lower case, with dots between their parts: bolt.fill",
                )
            )
        return tuple(found)

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        bounds: dict[str, Any] = {"type": "string"}
        if self.minimum:
            bounds["minLength"] = self.minimum
        if self.maximum is not None:
            bounds["maxLength"] = self.maximum
        return bounds


_WRITTEN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,15})?").fullmatch


@attrs.frozen(slots=False, eq=False, repr=False)
class Number(Constraint):
    """A finite number; a boolean is none.

    Args:
        minimum: The least it may be, itself included.
        above: What it must be more than.
        maximum: The most it may be, itself included.
    """

    kind: ClassVar[str] = "type({v}) is int or type({v}) is float"
    minimum: float | None = None
    above: float | None = None
    maximum: float | None = None

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "a number"

    def hint_at_kind(self, value: object) -> str | None:
        """Say how a number is written that came as a string."""
        return f"write {value} without quotes" if isinstance(value, str) and _WRITTEN_NUMBER(value) else None

    @property
    def bounds(self) -> str:
        """The range, as a message says it."""
        if self.above is not None:
            return f"more than {self.above}"
        return f"{self.minimum} or more" if self.maximum is None else f"from {self.minimum} to {self.maximum}"

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        return self.tests("float")

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The plain types a number may have, each with bounds of that type, which compare fastest."""
        return tuple(Case(f"type({{v}}) is {kind}", self.tests(kind)) for kind in ("int", "float"))

    def tests(self, kind: str) -> tuple[Facet, ...]:
        """Give the tests with bounds written as one of the types of numbers.

        Args:
            kind: ``int`` or ``float``.

        Returns:
            The tests; they hold for numbers of either type alike.
        """

        def bound(value: float) -> str:
            return str(value) if kind == "int" else repr(float(value))

        bounded = self.minimum is not None or self.above is not None
        # The whole ones have names: their 309 digits would not read, nor be negated while compiling.
        least, largest = ("LEAST_WHOLE", "LARGEST_WHOLE") if kind == "int" else (repr(-LARGEST), repr(LARGEST))
        names = {"LEAST_WHOLE": -int(LARGEST), "LARGEST_WHOLE": int(LARGEST)} if kind == "int" else {}
        finite = Facet(
            NON_FINITE_NUMBER,
            f"{least} <= {{v}} <= {largest}",
            lambda name, v: f"{name} must be a finite number, got {number(v)}",
            names,
            implied=bounded,
        )
        if not bounded:
            return (finite,)
        low = f"{bound(self.above)} < " if self.above is not None else f"{bound(self.minimum or 0)} <= "
        in_range = Facet(
            OUT_OF_RANGE,
            f"{low}{{v}} <= {largest if self.maximum is None else bound(self.maximum)}",
            lambda name, v: f"{name} must be {self.bounds}, got {number(v)}",
            names,
        )
        return finite, in_range

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        keywords = {"minimum": self.minimum, "exclusiveMinimum": self.above, "maximum": self.maximum}
        return {"type": "number"} | {key: bound for key, bound in keywords.items() if bound is not None}


@attrs.frozen(slots=False, eq=False, repr=False)
class Integer(Number):
    """A whole number; ``2.0`` is one, as in JSON Schema."""

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "a whole number"

    def tests(self, kind: str) -> tuple[Facet, ...]:
        """Give the tests with bounds written as one of the types of numbers."""
        finite, *bounds = Number.tests(self, kind)
        if kind == "int":
            return finite, *bounds
        whole = Facet(
            NOT_AN_INTEGER,
            "float({v}).is_integer()",
            lambda name, v: f"{name} must be a whole number, got {number(v)}",
        )
        return finite, whole, *bounds

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        return Number.schema(self, ref) | {"type": "integer"}


@attrs.frozen(slots=False, eq=False, repr=False)
class Boolean(Constraint):
    """``true`` or ``false``."""

    kind: ClassVar[str] = "{v} is True or {v} is False"

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "true or false"

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        return {"type": "boolean"}


@attrs.frozen(slots=False, eq=False, repr=False)
class Choice(Constraint):
    """One of the members of an enumeration, written as its value.

    Args:
        options: The enumeration.
        rule: The rule that a value outside of it breaks.
    """

    kind: ClassVar[str] = "type({v}) is str"
    options: type[StrEnum]
    rule: Rule

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return one_of(self.options)

    @cached_property
    def by_value(self) -> dict[str, StrEnum]:
        """The members by their values."""
        return {str(member.value): member for member in self.options}

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        table = f"{self.options.__name__}_values"
        return (
            Facet(
                self.rule,
                f"{{v}} in {table}",
                lambda name, v: f"{name} must be {self.noun}, got {got(v)}",
                {table: self.by_value},
                hint=lambda v: did_you_mean(v, self.by_value),
            ),
        )

    def convert(self, value: object) -> object:  # type: ignore[override] # called on instances, where both are alike
        """Turn the value of a member into the member."""
        value = Constraint.convert(value)
        return self.by_value.get(value, value) if isinstance(value, str) else value

    def lower(self, value: object) -> object:
        """Give the value of a member."""
        return Constraint.convert(value)

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        return {"type": "string", "enum": [str(member) for member in self.options]}


@attrs.frozen(slots=False, eq=False, repr=False)
class Url(Constraint):
    """An absolute URL of one of the schemes given.

    Args:
        schemes: The schemes, in lower case; those of the web need a host.
        said: What it must be, as a message says it.
    """

    kind: ClassVar[str] = "type({v}) is str"
    UNFIT: ClassVar[str] = "[\\x00-\\x20\\x7f]"
    """Characters no URL holds unescaped, for Python and ECMA-262 alike."""
    FIT: ClassVar[str] = "[\\x21-\\x7e\\x80-\\U0010ffff]"
    """All others, for Python: it finds members of a set faster than what is not in one."""

    schemes: tuple[str, ...]
    said: str

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return self.said

    @property
    def pattern(self) -> str:
        """How the URL begins, as a regular expression of Python and ECMA-262 alike."""
        starts = []
        for scheme in self.schemes:
            folded = "".join(f"[{letter.upper()}{letter}]" for letter in scheme)
            starts.append(folded + ("://[^/?#:@\\x00-\\x20\\x7f]" if scheme != "shortcuts" else ":"))
        return f"^(?:{'|'.join(starts)})"

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        begins = re.compile(self.pattern).match
        # One pass: how it begins, then nothing unfit to the end; possessive, so that it never goes back.
        whole = re.compile(f"{self.pattern}{self.FIT}*+\\Z").match
        name_of_test = f"is_{'_'.join(self.schemes)}_url"
        found = [
            Facet(
                INVALID_URL,
                f"{name_of_test}({{v}})",
                lambda name, v: f"{name} must be {self.said}, got {got(v)}",
                {name_of_test: whole},
                hint=lambda v: "write a space as %20" if begins(v) and " " in v.strip() else None,
            ),
            ENCODABLE,
        ]
        if "shortcuts" in self.schemes:
            found.append(
                Facet(
                    SHORTCUT_URL,
                    "not begins_shortcuts({v}) or runs_shortcut({v})",
                    lambda name, v: f"{name} should be shortcuts://run-shortcut?name=… with a name, got {got(v)}",
                    {
                        "begins_shortcuts": re.compile("shortcuts:", re.IGNORECASE).match,
                        "runs_shortcut": re.compile(
                            r"shortcuts://run-shortcut/?\?(?:[^#]*&)?name=[^&#]", re.IGNORECASE
                        ).match,
                    },
                )
            )
        return tuple(found)

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        return {"type": "string", "pattern": self.pattern, "not": {"type": "string", "pattern": self.UNFIT}}


@attrs.frozen(slots=False, eq=False, repr=False)
class Tag(Constraint):
    """The name that tells the members of a family apart.

    Args:
        value: The name of this member.
        options: The names of all members.
        rule: The rule that a name outside of the family breaks.
        mismatch: The rule that the name of another member breaks.
    """

    kind: ClassVar[str] = "type({v}) is str"
    value: StrEnum
    rule: Rule
    mismatch: Rule

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return one_of(type(self.value))

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        names = {str(member.value): member for member in type(self.value)}
        table = f"{type(self.value).__name__}_values"
        return (
            Facet(
                self.rule,
                f"{{v}} in {table}",
                lambda name, v: f"{name} must be {self.noun}, got {got(v)}",
                {table: names},
                hint=lambda v: did_you_mean(v, names),
                implied=True,
            ),
            Facet(
                self.mismatch,
                f"{{v}} == {str(self.value)!r}",
                lambda name, v: f"{name} must be {self.value}, the type the activity has, got {v}",
            ),
        )

    def report_kind(self, value: object, path: tuple[str | int, ...], out: Any) -> None:  # noqa: ANN401 - as the base
        """Report a name that is no string as an unknown one."""
        if value is None or isinstance(value, str):
            Constraint.report_kind(self, value, path, out)
        else:
            out.add(self.rule, path, f"{subject(path)} must be {self.noun}, got {got(value)}")

    def convert(self, value: object) -> object:  # type: ignore[override] # called on instances, where both are alike
        """Turn the name of a member into the member."""
        value = Constraint.convert(value)
        names = {str(member.value): member for member in type(self.value)}
        return names.get(value, value) if isinstance(value, str) else value

    lower = Choice.lower

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        return {"type": "string", "const": str(self.value)}
