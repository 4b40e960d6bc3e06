"""Constraints on lists, on either of two kinds, on maps and on free content."""

from __future__ import annotations

import functools
from functools import cached_property
from typing import Any, ClassVar

import attrs

from liveschema.constraints._base import Case, Constraint, Context, Facet, Findings, Ref, emit_cases
from liveschema.constraints._describe import Opaque, got, listed, quoted, subject
from liveschema.constraints._plain import MAX_DEPTH, deeper_than, plain
from liveschema.constraints._scalars import ENCODABLE, LARGEST, Boolean, Number, Text, encodable
from liveschema.constraints._source import Function, Source
from liveschema.problems import Path, Severity
from liveschema.rules import (
    EMPTY_LIST,
    METADATA_TOO_LARGE,
    NON_FINITE_NUMBER,
    NOT_JSON,
    TOO_MANY_ENTRIES,
    TOO_MANY_ITEMS,
    WRONG_TYPE,
    Rule,
)
from liveschema.rules import (
    TOO_DEEP as TOO_DEEP_RULE,
)


@attrs.frozen(slots=False, eq=False, repr=False)
class ListOf(Constraint):
    """A list whose items are all of one kind.

    Args:
        item: What each item may be.
        each: What to call an item.
        minimum: The fewest items, 0 or 1.
        maximum: The most items; None for no bound.
        advised: The most items that earn no warning; None for no bound.
        advice: The rule that more than the advised items break.
    """

    kind: ClassVar[str] = "type({v}) is list"
    item: Constraint
    each: str
    minimum: int = 0
    maximum: int | None = None
    advised: int | None = None
    advice: Rule | None = None

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return f"a list of {self.each}s"

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        found = []
        if self.minimum:
            found.append(
                Facet(
                    EMPTY_LIST, "{v}", lambda name, _: f"{name} must hold at least one {self.each}, got an empty list"
                )
            )
        for most, rule, verb in ((self.maximum, TOO_MANY_ITEMS, "holds"), (self.advised, self.advice, "should hold")):
            if most is not None and rule is not None:
                found.append(self._at_most(most, rule, verb))
        return tuple(found)

    def _at_most(self, most: int, rule: Rule, verb: str) -> Facet:
        return Facet(
            rule,
            f"len({{v}}) <= {most}",
            lambda name, v: f"{name} {verb} at most {most} {self.each}s, got {len(v)}",
        )

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write the tests of the list and of each item into a predicate."""
        Constraint.emit(self, source, value, context)
        item = source.fresh(self.each)
        with source.block(f"for {item} in {value}:"):
            self.item.emit(source, item, context)

    def report_inside(self, value: list[object], path: Path, out: Findings, context: Context) -> None:
        """Report on each item."""
        for index, item in enumerate(value):
            self.item.report(item, (*path, index), out, context)

    def convert(self, value: object) -> object:  # type: ignore[override] # called on instances, where both are alike
        """Turn the list into a tuple of converted items."""
        if isinstance(value, str) or not isinstance(value, list | tuple):
            value = plain(value)
        if not isinstance(value, list | tuple):
            return value
        return tuple(self.item.convert(item) for item in value)

    def lower(self, value: object) -> object:
        """Turn the tuple back into a list."""
        return [self.item.lower(item) for item in value] if isinstance(value, tuple) else value

    def accepts(self, value: object) -> bool:
        """Say whether a model may hold a value."""
        if not isinstance(value, tuple):
            return False
        fits = all(facet.holds(value) for facet in self.facets if facet.rule.severity is Severity.ERROR)
        return fits and all(self.item.accepts(item) for item in value)

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        bounds: dict[str, Any] = {"type": "array", "items": self.item.schema(ref)}
        if self.minimum:
            bounds["minItems"] = self.minimum
        if self.maximum is not None:
            bounds["maxItems"] = self.maximum
        return bounds


@attrs.frozen(slots=False, eq=False, repr=False)
class Either(Constraint):
    """A value of one of several plain types, each with its own bounds.

    Args:
        options: A constraint for each type.
    """

    options: tuple[Constraint, ...]

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        nouns = [option.noun for option in self.options]
        return ", ".join(nouns) if " or " in nouns[-1] else listed(nouns, "or")

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The plain types of all options, each with its tests."""
        return tuple(case for option in self.options for case in option.cases)

    def report(self, value: object, path: Path, out: Findings, context: Context) -> None:
        """Report by the option whose type the value has."""
        del context
        for option in self.options:
            if option.is_kind(value):
                option.report_facets(value, path, out)
                return
        self.report_kind(value, path, out)

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        return {"anyOf": [option.schema(ref) for option in self.options]}


def compact_size(value: object) -> int:
    """Count the bytes of a value as compact UTF-8 JSON.

    Args:
        value: A plain value.

    Returns:
        The count; a lone surrogate counts as the three bytes it would take.
    """
    import json  # noqa: PLC0415 - few maps come near the bound

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


@attrs.frozen(slots=False, eq=False, repr=False)
class Entries(Constraint):
    """An object with keys of the sender's own choosing and flat values.

    Args:
        key: What each key may be.
        value: What each value may be.
        maximum: The most entries.
        maximum_size: The most bytes it may take as compact UTF-8 JSON.
    """

    kind: ClassVar[str] = "type({v}) is dict"
    LENGTHS: ClassVar[dict[str, str]] = {
        "type({v}) is str": "len({v})",
        "type({v}) is int": "{v}.bit_length() // 3 + 2",
        "type({v}) is float": "25",
        "{v} is True or {v} is False": "5",
    }
    """By the type of a value, how many characters it takes at most."""
    PER_CHARACTER: ClassVar[int] = 6
    """How many bytes a character takes at most, as an escape."""
    PER_ENTRY: ClassVar[int] = 6
    """How many bytes an entry takes beside its key and its value: quotes, colon, comma."""

    key: Constraint
    value: Constraint
    maximum: int
    maximum_size: int

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "an object"

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The tests beyond the type, in the order they are reported."""
        return (
            Facet(
                TOO_MANY_ENTRIES,
                f"len({{v}}) <= {self.maximum}",
                lambda name, v: f"{name} holds at most {self.maximum} entries, got {len(v)}",
            ),
        )

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write the tests of the entries and of the size into a predicate."""
        Constraint.emit(self, source, value, context)
        key, item, size = source.fresh("key"), source.fresh("entry"), source.fresh("size")
        source.line(f"{size} = 0")
        with source.block(f"for {key}, {item} in {value}.items():"):
            self.key.emit(source, key, context)
            emit_cases(
                source,
                item,
                self.value.cases,
                lambda case: f"{size} += len({key}) + {self.LENGTHS[case.kind].format(v=item)}",
            )
        source.bind("compact_size", compact_size)
        sure = (self.maximum_size - self.PER_ENTRY * self.maximum - len("{}")) // self.PER_CHARACTER
        source.refuse(f"{size} <= {sure} or compact_size({value}) <= {self.maximum_size}")

    def report_inside(self, value: dict[object, object], path: Path, out: Findings, context: Context) -> None:
        """Report on each entry, then on the size of them all."""
        before = out.errors
        for key, item in value.items():
            if not isinstance(key, str):
                out.add(WRONG_TYPE, path, f"the keys of {subject(path)} must be strings, got {got(key)}")
                continue
            self.report_key(key, (*path, key), out)
            self.value.report(item, (*path, key), out, context)
        if out.errors == before and (size := compact_size(value)) > self.maximum_size:
            name = subject(path)
            message = f"{name} must take at most {self.maximum_size:,} bytes as compact UTF-8 JSON, got {size:,}"
            out.add(METADATA_TOO_LARGE, path, message)

    def report_key(self, key: str, path: Path, out: Findings) -> None:
        """Report on one key."""
        name = f"the key {quoted(key)} of {subject(path[:-1])}"
        for facet in self.key.facets:
            if not facet.holds(key):
                out.add(facet.rule, path, facet.message(name, key), facet.hint(key), at_key=True)
                return

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        names = {key: bound for key, bound in self.key.schema(ref).items() if key != "type"}
        return {
            "type": "object",
            "propertyNames": {"type": "string", **names},
            "additionalProperties": self.value.schema(ref),
            "maxProperties": self.maximum,
        }


@attrs.frozen(slots=False, eq=False, repr=False)
class FreeObject(Constraint):
    """An object of any content that JSON carries."""

    kind: ClassVar[str] = "type({v}) is dict"

    @property
    def noun(self) -> str:
        """What a value must be, as a message says it."""
        return "an object"

    def emit(self, source: Source, value: str, context: Context) -> None:
        """Write a call of the walk through the content into a predicate."""
        Constraint.emit(self, source, value, context)
        source.bind("carried", _carried())
        source.require(f"carried({value}, 1)")

    def report_inside(self, value: object, path: Path, out: Findings, context: Context) -> None:
        """Report on each value in the content, however deep."""
        del context
        if deeper_than(value, MAX_DEPTH):
            message = f"{subject(path)} must nest at most {MAX_DEPTH} levels, got more"
            out.add(TOO_DEEP_RULE, path, message)
            return
        self._report_at(value, path, out)

    def _report_at(self, value: object, path: Path, out: Findings) -> None:
        name = subject(path)
        if isinstance(value, dict | list):
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(key, Opaque):
                    out.add(NOT_JSON, path, f"the keys of {name} must be strings, got {got(key)}")
                    continue
                if isinstance(key, str) and not encodable(key):
                    _report_surrogate(f"the key {quoted(key)}", key, (*path, key), out, at_key=True)
                self._report_at(item, (*path, key), out)
        elif isinstance(value, str):
            if not encodable(value):
                _report_surrogate(name, value, path, out)
        elif isinstance(value, Opaque):
            out.add(NOT_JSON, path, f"{name} must be a value that JSON has, got {got(value)}")
        elif isinstance(value, int | float) and not -LARGEST <= value <= LARGEST:
            out.add(NON_FINITE_NUMBER, path, f"{name} must be a finite number, got {got(value)}")

    def schema(self, ref: Ref) -> dict[str, Any]:
        """Give the JSON Schema of the value."""
        del ref
        return {"type": "object"}


@attrs.frozen(eq=False, repr=False)
class _Nested(Case):
    """A dict or a list in free content."""

    def emit(self, source: Source, value: str) -> None:
        """Write the call of the walk through it."""
        source.require(f"carried_{self.kind.rpartition(' ')[2]}({value}, depth + 1)")


@functools.cache
def _carried() -> Function:
    """Make the walk through free content: a function of a dict and of how deep it stands.

    Its answers are those of a predicate. It calls itself, and its twin for lists.
    """
    nested = (_Nested("type({v}) is dict"), _Nested("type({v}) is list"))
    content = (*Text().cases, *Number().cases, *Boolean().cases, *nested, Case("{v} is None"))
    source = Source(spotless=False)
    for kind, each in (("list", "item in data"), ("dict", "key, item in data.items()")):
        with source.function(f"carried_{kind}", "data", "depth"):
            source.refuse(f"depth <= {MAX_DEPTH}")
            with source.block(f"for {each}:"):
                if kind == "dict":
                    emit_cases(source, "key", Text().cases)
                emit_cases(source, "item", content)
            source.line("return True")
    return source.compile()


def _report_surrogate(name: str, text: str, path: Path, out: Findings, *, at_key: bool = False) -> None:
    out.add(ENCODABLE.rule, path, ENCODABLE.message(name, text), ENCODABLE.hint(text), at_key=at_key)
