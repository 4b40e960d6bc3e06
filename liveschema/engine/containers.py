"""Constraints on lists, maps, free JSON content, and values of one of several types."""

from __future__ import annotations

from functools import cached_property, partial

from liveschema.engine.constraint import Check, Constraint, Context, TypeBranch, write_branches
from liveschema.engine.frozen import frozen, thawed
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.plain import MAX_VALUES, excess, plain_list
from liveschema.engine.rules import (
    EMPTY_LIST,
    NON_FINITE_NUMBER,
    NOT_JSON,
    TOO_DEEP,
    TOO_MANY_ENTRIES,
    TOO_MANY_ITEMS,
    WRONG_TYPE,
)
from liveschema.engine.scalars import ENCODABLE, Boolean, Number, Text
from liveschema.engine.support import BYTES_PER_CHARACTER, Opaque, characters, compact_size
from liveschema.engine.value_tests import (
    ARRAY,
    LARGEST,
    NULL,
    OBJECT,
    Length,
    TypeTest,
)
from liveschema.engine.wording import got, listed, quoted, subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Literal

    from liveschema.engine.constraint import Json
    from liveschema.engine.objects import ObjectSpec
    from liveschema.engine.problems import Path, ProblemCollector
    from liveschema.engine.rule import Rule, ValueRule
    from liveschema.engine.schema import Definitions
    from liveschema.engine.writer import FunctionWriter


class ListOf(Constraint):
    """A list whose items all have the same constraint.

    Args:
        item: The constraint on each item.
        item_label: What messages call an item; the plural adds an ``s``.
        min_items: The minimum number of items, 0 or 1.
        max_items: The maximum number of items; None for no limit.
        rules: Additional rules on the list as a whole.
    """

    type_test: ClassVar[TypeTest] = ARRAY
    item: Constraint
    item_label: str
    min_items: Literal[0, 1] = 0
    max_items: int | None = None
    rules: tuple[ValueRule, ...] = ()

    @property
    def expected(self) -> str:
        """``a list of`` with the plural of the item label."""
        return f"a list of {self.item_label}s"

    @cached_property
    def specs(self) -> Mapping[str, ObjectSpec]:
        """The specifications of objects that an item is or contains."""
        return self.item.specs

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks of the number of items, and those of the additional rules."""
        found = []
        if self.min_items:
            message = f"{{name}} must have at least one {self.item_label}, got an empty list"
            found.append(Check(EMPTY_LIST, Length(self.min_items), message))
        if self.max_items is not None:
            message = f"{{name}} must have at most {self.max_items} {self.item_label}s, got {{length}}"
            found.append(Check(TOO_MANY_ITEMS, Length(at_most=self.max_items), message))
        return (*found, *map(Check.of, self.rules))

    @property
    def fixed_size(self) -> int:
        """The brackets; the fixed size of the items is counted in characters."""
        return len("[]")

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the tests of the list and of each item into a predicate."""
        Constraint.write_predicate(self, writer, value, context)
        if writer.size:
            writer.count(f"len({value}) * {characters(self.item.fixed_size + len(','))}")
        item = writer.fresh(self.item_label)
        with writer.block(f"for {item} in {value}:"):
            self.item.write_predicate(writer, item, context)

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write the conversion to a tuple of built items."""
        each = writer.fresh(self.item_label)
        item = self.item.write_build(writer, each)
        return f"tuple({value})" if item == each else f"tuple([{item} for {each} in {value}])"

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write the conversion to a list of dumped items."""
        each = writer.fresh(self.item_label)
        item = self.item.write_dump(writer, each)
        return f"list({value})" if item == each else f"[{item} for {each} in {value}]"

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the texts of the items between brackets."""
        each = writer.fresh(self.item_label)
        item = self.item.write_text(writer, each)
        return f'"[" + ",".join([{item} for {each} in {value}]) + "]"'

    def report_inside(self, value: list[object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the problems of each item."""
        for index, item in enumerate(value):
            self.item.report(item, (*path, index), out, context)

    def convert(self, value: object) -> object:  # type: ignore[override] # both are called on instances only
        """Convert a list, a tuple or another Sequence to a tuple of converted items."""
        if not isinstance(value, list | tuple):
            value = plain_list(value)
        if not isinstance(value, list | tuple):
            return value
        return tuple(self.item.convert(item) for item in value)

    def to_plain(self, value: object) -> object:
        """Convert a tuple to a list of plain items."""
        return [self.item.to_plain(item) for item in value] if isinstance(value, tuple) else value

    def schema(self, definitions: Definitions) -> Json:
        """Return an ``array`` schema."""
        bounds: dict[str, Any] = {"type": "array", "items": self.item.schema(definitions)}
        if self.min_items:
            bounds["minItems"] = self.min_items
        if self.max_items is not None:
            bounds["maxItems"] = self.max_items
        return bounds


class UnionOf(Constraint):
    """A value of one of several plain types, with its own constraint for each type.

    Args:
        options: The constraints, one for each type.
        name: The name of such a value in schemas for code generators.
    """

    options: tuple[Constraint, ...]
    name: str

    @property
    def expected(self) -> str:
        """The noun phrases of the options, joined with ``or``."""
        names = [option.expected for option in self.options]
        return ", ".join(names) if " or " in names[-1] else listed(names, "or")

    @cached_property
    def branches(self) -> tuple[TypeBranch, ...]:
        """The plain types of all options, each with its checks."""
        return tuple(branch for option in self.options for branch in option.branches)

    @property
    def fixed_size(self) -> int:
        """The greatest fixed size of the options."""
        return max(option.fixed_size for option in self.options)

    def has_type(self, value: object) -> bool:
        """Return whether a plain value has the type of one of the options."""
        return any(option.has_type(value) for option in self.options)

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the choice of an option by the type of the value."""
        first, *others = self.options
        made = first.write_text(writer, value)
        for other in others:
            made = f"{other.write_text(writer, value)} if {other.type_test.written(value)} else {made}"
        return made

    def report(self, value: object, path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the checks of the option whose type the value has."""
        del context
        for option in self.options:
            if option.has_type(value):
                option.report_checks(value, path, out)
                return
        self.report_type(value, path, out)

    def schema(self, definitions: Definitions) -> Json:
        """Return an ``anyOf`` of the schemas of the options."""
        return definitions.choice(self.name, [option.schema(definitions) for option in self.options], self.expected)


class MapOf(Constraint):
    """An object with arbitrary keys, whose values are scalars.

    Args:
        key: The constraint on each key.
        value: The constraint on each value.
        max_properties: The maximum number of entries.
        max_bytes: The maximum size in bytes, as compact UTF-8 JSON.
        size_rule: The rule that a larger object breaks.
    """

    type_test: ClassVar[TypeTest] = OBJECT
    key: Constraint
    value: Constraint
    max_properties: int
    max_bytes: int
    size_rule: Rule

    @property
    def expected(self) -> str:
        """``an object``."""
        return "an object"

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The check of the number of entries."""
        message = f"{{name}} must have at most {self.max_properties} entries, got {{length}}"
        return (Check(TOO_MANY_ENTRIES, Length(at_most=self.max_properties), message),)

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the tests of the entries and of the size into a predicate."""
        Constraint.write_predicate(self, writer, value, context)
        key, item, size = writer.fresh("key"), writer.fresh("entry"), writer.fresh(f"{value}_size")
        outer, writer.size = writer.size, size
        fixed = len('"":,') + self.value.fixed_size
        writer.line(f"{size} = {characters(len('{}'))} + len({value}) * {characters(fixed)}")
        with writer.block(f"for {key}, {item} in {value}.items():"):
            self.key.write_predicate(writer, key, context)
            self.value.write_predicate(writer, item, context)
        writer.size = outer
        # An object with few characters cannot exceed the limit, so its exact size is not computed.
        few = self.max_bytes // BYTES_PER_CHARACTER
        writer.refuse(f"{size} <= {few} or {writer.support('compact_size')}({value}) <= {self.max_bytes}")

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write a shallow copy that cannot be changed, which is enough since the values are scalars."""
        writer.module.use("liveschema.engine.frozen", "frozen_entries")
        return f"frozen_entries({value}, sizes)"

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write a shallow copy of the dict, as for the builder."""
        del writer
        return f"{value}.copy()"

    def write_text(self, writer: FunctionWriter, value: str) -> str:
        """Write the texts of the entries."""
        return f"{writer.json_text('entries')}({value})"

    def convert(self, value: object) -> object:  # type: ignore[override] # both are called on instances only
        """Convert a Mapping to a dict that cannot be changed."""
        return frozen(Constraint.convert(value), [])

    def to_plain(self, value: object) -> object:
        """Convert it to a dict that can be changed."""
        return thawed(value)

    def report_inside(self, value: dict[object, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report the problems of each entry; if there are none, the size of the object."""
        before = out.errors
        for key, item in value.items():
            if not self.report_key(key, path, out):
                continue
            if item is None:
                self.report_null_entry((*path, str(key)), out)
            else:
                self.value.report(item, (*path, str(key)), out, context)
        if out.errors == before and (size := compact_size(value)) > self.max_bytes:
            self.report_size(f"{size:,}", path, out)

    def report_null_entry(self, path: Path, out: ProblemCollector) -> None:
        """Report null as the value of an entry, without a fix: without any entry, a map may mean something else."""
        self.value.report_null(path, out, in_object=False)

    def report_size(self, size: str, path: Path, out: ProblemCollector) -> None:
        """Report that the object has too many bytes; `size` says how many."""
        most = f"{self.max_bytes:,} bytes as compact UTF-8 JSON"
        out.add(self.size_rule, path, f"{subject(path)} must be at most {most}, got {size}")

    def report_key(self, key: object, path: Path, out: ProblemCollector) -> bool:
        """Report the first check that a key fails.

        Args:
            key: The key.
            path: The path of the object.
            out: The collector for the problem.

        Returns:
            Whether it is a string, so that its entry has a path.
        """
        if not isinstance(key, str):
            out.add(WRONG_TYPE, path, f"the keys of {subject(path)} must be strings, got {got(key)}")
            return False
        name = f"the key {quoted(key)} of {subject(path)}"
        failed = next((check for check in self.key.checks if not check.test.holds(key)), None)
        if failed is not None:
            failed.report(name, key, (*path, key), out, at_key=True)
        return True

    def schema(self, definitions: Definitions) -> Json:
        """Return an ``object`` schema for keys, values and the number of entries; JSON Schema cannot limit bytes."""
        names = {key: bound for key, bound in self.key.schema(definitions).items() if key != "type"}
        return {
            "type": "object",
            "propertyNames": {"type": "string", **names},
            "additionalProperties": self.value.schema(definitions),
            "maxProperties": self.max_properties,
        }


class JsonObject(Constraint):
    """An object with any content that is valid JSON."""

    type_test: ClassVar[TypeTest] = OBJECT

    @property
    def expected(self) -> str:
        """``an object``."""
        return "an object"

    @property
    def fixed_size(self) -> int:
        """Nothing: the whole content is counted in characters."""
        return 0

    def write_predicate(self, writer: FunctionWriter, value: str, context: Context) -> None:
        """Write the call of a recursive predicate on the content."""
        Constraint.write_predicate(self, writer, value, context)
        of_list, of_object = map(writer.counting, ("is_json_list", "is_json_object"))
        calls = (
            TypeBranch(OBJECT, call=f"{of_object}({{value}}, depth + 1, count)"),
            TypeBranch(ARRAY, call=f"{of_list}({{value}}, depth + 1, count)"),
        )
        for name, keyed in ((of_list, False), (of_object, True)):
            write = partial(_write_walk, name=name, calls=calls, keyed=keyed, sized=bool(writer.size))
            writer.module.function(name, write)
        writer.line(f"answer = {of_object}({value}, 1, {0 if writer.size else 1})")
        writer.line("if not answer: return answer")
        writer.count("answer")

    def write_build(self, writer: FunctionWriter, value: str) -> str:
        """Write a deep copy of the content that cannot be changed."""
        writer.module.use("liveschema.engine.frozen", "frozen")
        return f"frozen({value}, sizes)"

    def write_dump(self, writer: FunctionWriter, value: str) -> str:
        """Write a deep copy of the content that can be changed."""
        writer.module.use("liveschema.engine.frozen", "thawed")
        return f"thawed({value})"

    def convert(self, value: object) -> object:  # type: ignore[override] # both are called on instances only
        """Convert a Mapping to a dict that cannot be changed, on all levels."""
        return frozen(Constraint.convert(value), [])

    def to_plain(self, value: object) -> object:
        """Convert it to a dict that can be changed, on all levels."""
        return thawed(value)

    def report_inside(self, value: dict[object, object], path: Path, out: ProblemCollector, context: Context) -> None:
        """Report each invalid value in the content, on all levels."""
        del context
        too_much = excess(value)
        if too_much is None:
            self._report_at(value, path, out)
        elif too_much == "values":
            out.add(NOT_JSON, path, f"{subject(path)} must have at most {MAX_VALUES:,} values, got more")
        else:
            out.add(TOO_DEEP, path, f"{subject(path)} must be at most {MAX_DEPTH} levels deep, got more")

    def _report_at(self, value: object, path: Path, out: ProblemCollector) -> None:
        if isinstance(value, dict | list):
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(key, Opaque):
                    out.add(NOT_JSON, path, f"the keys of {subject(path)} must be strings, got {got(key)}")
                    continue
                if isinstance(key, str) and not ENCODABLE.test.holds(key):
                    ENCODABLE.report(f"the key {quoted(key)}", key, (*path, key), out, at_key=True)
                self._report_at(item, (*path, key), out)
        elif isinstance(value, str):
            if not ENCODABLE.test.holds(value):
                ENCODABLE.report(subject(path), value, path, out)
        elif isinstance(value, Opaque):
            out.add(NOT_JSON, path, f"{subject(path)} must be a JSON value, got {got(value)}", value.hint)
        elif isinstance(value, int | float) and not -LARGEST <= value <= LARGEST:
            out.add(NON_FINITE_NUMBER, path, f"{subject(path)} must be a finite number, got {got(value)}")

    def schema(self, definitions: Definitions) -> Json:
        """Return a schema that allows any object."""
        del definitions
        return {"type": "object"}


def _write_walk(writer: FunctionWriter, name: str, calls: tuple[TypeBranch, ...], *, keyed: bool, sized: bool) -> None:
    """Write the recursive predicate on free content in a dict (`keyed`) or a list.

    Its arguments are the dict or list, its depth, and the number of values
    that were read before. It calls itself for nested values of the same type,
    and its counterpart for the other type. It returns the number of values
    with those of this one, since content that contains a list several times
    may have more of them than fit in memory. If it is `sized`, characters are
    counted instead of values; content with so many is reported in any case.
    """
    content = (*Text().branches, *Number().branches, *Boolean().branches, *calls, TypeBranch(NULL))
    with writer.head(name, "data", "depth", "count"):
        added = "len(data)"
        if sized:
            writer.size = "count"
            longest = max(constraint.fixed_size for constraint in (Text(), Number(), Boolean()))
            each = characters(len('"":,' if keyed else ",") + longest)
            added = f"{characters(len('{}'))} + len(data) * {each}"
        writer.line(f"count += {added}")
        writer.refuse(f"depth <= {MAX_DEPTH} and count <= {MAX_VALUES}")
        with writer.block(f"for {'key, item in data.items()' if keyed else 'item in data'}:"):
            if keyed:
                write_branches(writer, "key", Text().branches)
            write_branches(writer, "item", content)
        writer.line("return count")
