"""The types of the contract in TypeScript, which the npm package publishes.

There are two forms: what to send, and what is accepted, which has also what an official SDK adds without effect.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import singledispatchmethod
from typing import Final

from npm_contract import NOTE, WIDTH, contract_module, enumerations_of

from liveschema.contract import vocabulary
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.example_payloads import Example
from liveschema.contract.requests import CONTRACT
from liveschema.contract.rules.invalid_stream_key import INVALID_STREAM_KEY
from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.modes import EVERY_MODE
from liveschema.engine.objects import Field, ObjectSpec, spec_of
from liveschema.engine.scalars import Boolean, EnumOf, Number, Tag, Text, Url
from liveschema.engine.schema import headline
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.export.types import pascal
from liveschema.export.variants import Variant, variants

INDENT: Final = "  "
_HELPERS: Final = """\
/** The fields that an object must not have, since they belong to others of its union. */
type Without<Names extends string> = { [Name in Names]?: undefined };
"""


def comment(text: str, indent: str = "") -> str:
    """Return a doc comment."""
    one = f"{indent}/** {text} */\n"
    if len(one) <= WIDTH:
        return one
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(f"{indent} * {line} {word}") > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return f"{indent}/**\n" + "".join(f"{indent} * {each}\n" for each in [*lines, line]) + f"{indent} */\n"


def union_of(names: list[str], start: str) -> str:
    """Return a union of types behind the start of its line: after a space, or on lines of its own."""
    line = " | ".join(names)
    if len(f"{start} {line};") <= WIDTH:
        return f" {line}"
    indent = " " * (len(start) - len(start.lstrip())) + INDENT
    return "".join(f"\n{indent}| {name}" for name in names)


def text_of(doc: str, default: object) -> str:
    """Return the doc comment of a field, with the default that the service assumes."""
    shown = str(default).lower() if isinstance(default, bool) else default
    return doc if default is None else f"{doc} The service assumes {shown} if it is left out."


class TypeWriter:
    """The writer of the types. Each interface is written before what uses it.

    Args:
        tolerant: Whether the types have what is only tolerated.
    """

    def __init__(self, *, tolerant: bool) -> None:
        self.tolerant = tolerant
        self.parts: dict[str, str] = {}
        self.imports: set[str] = set()

    def text(self) -> str:
        """Return the source code of the module."""
        for mode in CONTRACT.modes:
            self.operation(str(mode))
        requests = "".join(f"{INDENT}{mode}: {CONTRACT.root(mode).cls.__name__};\n" for mode in CONTRACT.modes)
        table = f"{comment('The payloads of each operation.')}export interface Requests {{\n{requests}}}\n"
        imports = f'import type {{ {", ".join(sorted(self.imports))} }} from "./vocabulary.js";\n'
        doc = "What is accepted: what to send, and what an official SDK adds to it without effect."
        head = NOTE + comment(doc if self.tolerant else "What to send.")
        return "\n".join([head, imports, _HELPERS, *self.parts.values(), table])

    def interface(self, name: str, doc: str, extends: list[str], fields: str) -> str:
        """Add an interface, and return its name."""
        start = f"export interface {name}"
        if extends:
            line = f"{start} extends {', '.join(extends)}"
            several = ",\n    ".join(extends)
            short = len(line) + len(" {") <= WIDTH and "\n" not in line
            start = line if short else f"{start}\n  extends {several}"
        body = f" {{\n{fields}}}\n" if fields else " {}\n"
        self.parts.setdefault(name, comment(doc) + start + body)
        return name

    def alias(self, name: str, doc: str, names: list[str], *, around: str = "") -> str:
        """Add a name for a union, and return it; `around` is intersected with it."""
        start = f"export type {name} ="
        union = union_of(names, start)
        if around:
            several = f" ({' | '.join(names)}) &"
            fits = len(f"{start}{several} {around};") <= WIDTH
            union = f"{several} {around}" if fits else f"{several}\n{INDENT}{around}"
        self.parts.setdefault(name, f"{comment(doc)}{start}{union};\n")
        return name

    def field(self, name: str, field: Field, mode: str | None, *, required: bool) -> str:
        """Return the line of a field in an interface, with its comment."""
        default = field.plain_default if field.default_in is EVERY_MODE else field.default_for(mode)
        text = comment(text_of(field.doc, default), INDENT)
        return text + self.member(name, self.type_of(field.constraint), field, required=required)

    def member(self, name: str, type_: str, field: Field, *, required: bool) -> str:
        """Return the line of a field of a type, without its comment; what is undefined counts as absent."""
        null = " | null" if self.tolerant and field.nullable else ""
        return f"{INDENT}{name}: {type_}{null};\n" if required else f"{INDENT}{name}?: {type_}{null} | undefined;\n"

    def foreign(self, spec: ObjectSpec) -> tuple[list[str], str]:
        """Return what a class has of the fields of others: a type that forbids them, and lines for tolerated ones."""
        tolerated = spec.foreign if self.tolerant else {}
        forbidden = [name for name in {**spec.placements, **spec.foreign} if name not in tolerated]
        lines = ""
        for name, field in tolerated.items():
            lines += comment(field.tolerance.doc if field.tolerance else "", INDENT)
            lines += f"{INDENT}{name}?: {json.dumps(field.tolerated)} | undefined;\n"
        return without(forbidden), lines

    def object(self, spec: ObjectSpec) -> str:
        """Add the interface of a class whose fields do not depend on the operation, and return its name."""
        extends, tolerated = self.foreign(spec)
        fields = "".join(
            self.field(name, field, None, required=field is spec.tag_field or field.required_in is EVERY_MODE)
            for name, field in spec.fields.items()
        )
        return self.interface(spec.cls.__name__, headline(spec.cls), extends, fields + tolerated)

    @singledispatchmethod
    def type_of(self, constraint: Constraint) -> str:
        """Return the type of a value."""
        msg = f"no type for {type(constraint).__name__}"
        raise NotImplementedError(msg)

    @type_of.register(Text)
    @type_of.register(Url)
    def _(self, constraint: Constraint) -> str:
        del constraint
        return "string"

    @type_of.register
    def _(self, constraint: Number) -> str:
        del constraint
        return "number"

    @type_of.register
    def _(self, constraint: Boolean) -> str:
        del constraint
        return "boolean"

    @type_of.register
    def _(self, constraint: EnumOf) -> str:
        self.imports.add(constraint.options.__name__)
        return constraint.options.__name__

    @type_of.register
    def _(self, constraint: Tag) -> str:
        return f'"{constraint.value}"'

    @type_of.register
    def _(self, constraint: UnionOf) -> str:
        return " | ".join(self.type_of(option) for option in constraint.options)

    @type_of.register
    def _(self, constraint: ListOf) -> str:
        item = self.type_of(constraint.item)
        return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"

    @type_of.register
    def _(self, constraint: MapOf) -> str:
        return f"Readonly<Record<string, {self.type_of(constraint.value)}>>"

    @type_of.register
    def _(self, constraint: JsonObject) -> str:
        del constraint
        return "Readonly<Record<string, unknown>>"

    @type_of.register
    def _(self, constraint: Nested) -> str:
        return self.object(spec_of(constraint.cls))

    @type_of.register
    def _(self, constraint: TaggedUnion) -> str:
        names = [self.object(spec) for spec in constraint.specs.values()]
        return self.alias(pascal(constraint.label), f"One of the {constraint.plural}, by its type.", names)

    def operation(self, mode: str) -> None:
        """Add the types of the requests of an operation."""
        spec, field, union = CONTRACT.root(mode), CONTRACT.inferred_fields[mode], CONTRACT.inferred_union(mode)
        assert union is not None  # noqa: S101 - each operation has a state
        states = StateWriter(self, mode, union)
        named = {tag: states.state(tag) for tag in union.specs}
        every_state = states.all_states(list(named.values()))
        name = spec.cls.__name__
        limited = {each.name: each for each in spec.fields.values() if each.beside is not None}
        common = "".join(
            self.field(each.name, each, mode, required=mode in each.required_in)
            for each in spec.fields.values()
            if each is not field and each.name not in limited
        )
        base = self.interface(f"{name}Fields", f"What every {mode} request has, whatever its card shows.", [], common)
        beside = _the_only({each.beside for each in limited.values()})
        buttons = " and ".join(limited)
        with_room = self.state_line(field, mode, [named[tag] for tag in named if tag in beside])
        with_room += "".join(self.field(each.name, each, mode, required=False) for each in limited.values())
        without_one = self.state_line(field, mode, [every_state])
        without_one += "".join(f"{INDENT}{each}?: undefined;\n" for each in limited)
        request = f"{article(mode).capitalize()} request"
        alternatives = [
            self.interface(f"{name}With{pascal(buttons)}", f"{request} with room for a {buttons}.", [base], with_room),
            self.interface(f"{name}Without{pascal(buttons)}", f"{request} without a {buttons}.", [base], without_one),
        ]
        self.alias(name, headline(spec.cls), alternatives)

    def state_line(self, field: Field, mode: str, states: list[str]) -> str:
        """Return the line of the state in a request, with its comment."""
        required = mode in field.required_in
        start = f"{INDENT}{field.name}{'' if required else '?'}:"
        return (
            f"{comment(field.doc, INDENT)}{start}{union_of(states if required else [*states, 'undefined'], start)};\n"
        )


class StateWriter:
    """The writer of the types of the states in the requests of an operation.

    Args:
        types: Where to add them.
        mode: The operation.
        union: All states.
    """

    def __init__(self, types: TypeWriter, mode: str, union: InferredUnion) -> None:
        self.types = types
        self.mode = mode
        self.union = union
        self.prefix = pascal(mode)
        self.tag = union.tag_field

    def all_states(self, names: list[str]) -> str:
        """Add the union of all states, and return its name."""
        doc = f"What a card may show: the state in {article(self.mode)} request, by activity type."
        return self.types.alias(f"{self.prefix}State", doc, names)

    def state(self, tag: str) -> str:
        """Add the type of the states of one activity type, and return its name."""
        spec = self.union.specs[tag]
        base = self.fields_of(spec.cls, self.types.foreign(spec))
        name, doc = f"{self.prefix}{base}", f"{headline(spec.cls).rstrip('.')}, in {article(self.mode)} request."
        own = f'{self.limited()}<"{tag}">'
        forms = variants(spec, self.mode)
        if len(forms) > 1:
            alternatives = [self.variant(base, spec, form) for form in forms]
            return self.types.alias(name, doc, alternatives, around=own)
        lines = "".join(
            self.types.field(each.name, each, self.mode, required=True)
            for each in spec.fields.values()
            if each is not spec.tag_field and each.required_in is not EVERY_MODE and self.mode in each.required_in
        )
        return self.types.interface(name, doc, [base, own], lines)

    def fields_of(self, cls: type, foreign: tuple[list[str], str] | None = None) -> str:
        """Add the interface of a class with what its states have on every operation, and return its name.

        Args:
            cls: The class.
            foreign: What it has of the fields of other classes; None if it is abstract.
        """
        parent = next((each for each in cls.__mro__[1:] if "__spec__" in vars(each) and spec_of(each).fields), None)
        inherited = spec_of(parent).fields.values() if parent else ()
        lines = "".join(
            self.types.field(name, field, None, required=field.required_in is EVERY_MODE)
            for name, field in spec_of(cls).fields.items()
            if field not in inherited and field.allowed_in is EVERY_MODE and not isinstance(field.constraint, Tag)
        )
        bases = [self.fields_of(parent)] if parent else []
        common = headline(cls).partition(". ")[0].partition(" of ")[2].rstrip(".")
        doc = headline(cls) if foreign else f"What {common} have in common."
        extends, tolerated = foreign or ([], "")
        return self.types.interface(cls.__name__, doc, [*bases, *extends], lines + tolerated)

    def limited(self) -> str:
        """Add the generic interface with what all states have on this operation only, and return its name."""
        self.types.imports.add("ActivityType")
        lines = comment(self.tag.doc, INDENT)
        lines += self.types.member(self.tag.name, "Type", self.tag, required=self.mode in self.tag.required_in)
        lines += "".join(
            self.types.field(name, field, self.mode, required=False)
            for name, field in self.union.shared.fields.items()
            if field.allowed_in is not EVERY_MODE and self.mode in field.allowed_in
        )
        name = f"{self.prefix}StateFields"
        doc = f"What every state in {article(self.mode)} request has, besides what it has in others."
        self.types.interface(f"{name}<Type extends ActivityType>", doc, [], lines)
        return name

    def variant(self, base: str, spec: ObjectSpec, form: Variant) -> str:
        """Add the interface of a variant, and return its name. It says what differs from all objects of the class."""
        fixed = {name: json.dumps(value) for name, value in form.fixed}
        lines, told = "", []
        for name, field in spec.fields.items():
            required = name in form.required
            if name in fixed:
                lines += comment(field.doc, INDENT) + self.types.member(name, fixed[name], field, required=required)
            elif required:
                lines += self.types.field(name, field, None, required=True)
            elif name in form.without:
                lines += f"{INDENT}{name}?: undefined;\n"
            if required:
                told.append(f"{name} as {fixed[name]}" if name in fixed else name)
        doc = f"{headline(spec.cls).rstrip('.')}, with {' and '.join(told)}."
        return self.types.interface(form.name, doc, [base], lines)


def without(fields: list[str]) -> list[str]:
    """Return the type that forbids some fields; none if there are none."""
    names = [f'"{name}"' for name in fields]
    if not names:
        return []
    line = f"Without<{' | '.join(names)}>"
    if len(line) + 2 * len(INDENT) + len(" {") <= WIDTH:
        return [line]
    lines = "".join(f"\n{INDENT * 3}| {name}" for name in names)
    return [f"Without<{lines}\n{INDENT * 2}>"]


def article(mode: str) -> str:
    """Return the name of an operation with its article."""
    return f"{'an' if re.match('[aeio]|up', mode) else 'a'} {mode}"


def _the_only(values: set[frozenset[str] | None]) -> frozenset[str]:
    (value,) = values
    return value or frozenset()


def vocabulary_module(enumerations: list[type[StrEnum]]) -> str:
    """Return the text of ``generated/vocabulary.ts``: the enumerations and the ids of rules."""
    return "\n".join(
        [
            f"{NOTE}/** The names that the service knows. */\n",
            *(_enumeration(each) for each in enumerations),
            _rule_ids(),
        ]
    )


def _enumeration(each: type[StrEnum]) -> str:
    members = "".join(f'{INDENT}{member.name}: "{member.value}",\n' for member in each)
    name, doc = each.__name__, comment(headline(each))
    return (
        f"{doc}export const {name} = {{\n{members}}} as const;\n\n"
        f"{doc}export type {name} = (typeof {name})[keyof typeof {name}];\n"
    )


def _rule_ids() -> str:
    """Return the ids of the rules on payloads, without those on text and on keys of streams, and their union."""
    beyond = {INVALID_STREAM_KEY.id} | {
        rule.id
        for rule in CATALOGUE.values()
        if isinstance(rule.bad, Example) and isinstance(rule.bad.payload, str | bytes)
    }
    names = "".join(f'{INDENT}"{name}",\n' for name in sorted(CATALOGUE) if name not in beyond)
    one = "The id of a rule. The documentation of the Python package explains each."
    return (
        f"{comment('The ids of the rules.')}export const RULE_IDS = [\n{names}] as const;\n\n"
        f"{comment(one)}export type RuleId = (typeof RULE_IDS)[number];\n"
    )


def modules() -> Mapping[str, str]:
    """Return the text of each generated module of the package, by name."""
    enumerations = enumerations_of(vocabulary)
    return {
        "accepted": TypeWriter(tolerant=True).text(),
        "contract": contract_module(),
        "types": TypeWriter(tolerant=False).text(),
        "vocabulary": vocabulary_module(enumerations),
    }
