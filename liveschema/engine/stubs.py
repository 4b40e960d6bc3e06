"""Writers of a stub: the model classes as type checkers and editors see them.

It says more than the annotations in the sources can: what an attribute holds is narrower than what an argument may be,
and overloads of ``__new__`` say which arguments belong together. Type checkers take the classes for classes of attrs.

mypy ignores an overloaded ``__init__`` beside `attrs.frozen`, so a class with overloads has two classes in the stub: a
private one for attrs, and a subclass with the overloads.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from itertools import chain, combinations

from liveschema.engine.constraint import Constraint
from liveschema.engine.construct import field_names
from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.declare import Model
from liveschema.engine.emit import specs_of
from liveschema.engine.objects import REQUIRED, Field, ObjectSpec, spec_of
from liveschema.engine.record import Record
from liveschema.engine.scalars import Boolean, EnumOf, Integer, Number, Tag, Text, Url
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import Enum, StrEnum

    from liveschema.engine.contract import Contract

_LIST_OF_TEXT = '''class _ListOfText(Protocol):
    """A sequence of strings that is no string itself."""

    def __contains__(self, value: object, /) -> bool: ...
    def __getitem__(self, index: int, /) -> str: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
'''
_ABSTRACT = "    @abstractmethod\n"
_PLAIN = "    def __plain__(self) -> dict[str, object]: ...\n"


class Types(Record):
    """The types of a value, as source code.

    Args:
        held: What an attribute holds.
        taken: What an argument may be.
    """

    held: str
    taken: str

    @property
    def optional(self) -> Types:
        """The same types, or None."""
        return Types(f"{self.held} | None", f"{self.taken} | None")


class StubWriter:
    """The stub of the model classes of a contract.

    Args:
        contract: The contract.
        like: For each enumeration, the module and the name of the type of an argument that is a member or its value.
        unions: Names for the unions of classes: those of an inferred union, and the payloads.
        members: More members of classes, as source code.
    """

    def __init__(
        self,
        contract: Contract,
        *,
        like: Mapping[type[StrEnum], tuple[str, str]],
        unions: Mapping[tuple[type, ...], str],
        members: Mapping[type, Sequence[str]],
    ) -> None:
        self.contract: Contract = contract
        self.like: Mapping[type[StrEnum], tuple[str, str]] = like
        self.unions: Mapping[tuple[type, ...], str] = unions
        self.members: Mapping[type, Sequence[str]] = members
        self._imports: set[tuple[str, str]] = set()
        self._helpers: dict[str, None] = {}
        self._converters: dict[str, Types] = {}
        self._classes: dict[type, str] = {}
        self._completed = {spec.cls: spec for spec in specs_of(contract)}

    def use(self, module: str, name: str) -> str:
        """Add the import of a name from a module, and return the name."""
        self._imports.add((module, name))
        return name

    def list_of_text(self) -> str:
        """Return the name of the type of a sequence of strings."""
        self.use("typing", "Protocol")
        self.use("collections.abc", "Iterator")
        self._helpers[_LIST_OF_TEXT] = None
        return "_ListOfText"

    def member(self, member: Enum) -> str:
        """Return a member of an enumeration as source code."""
        cls = type(member)
        return f"{self.use(cls.__module__, cls.__name__)}.{member.name}"

    def text(self, summary: str) -> str:
        """Return the source code of the stub.

        Args:
            summary: The docstring of the module.
        """
        for spec in self._completed.values():
            self._write_class(spec.cls)
        unions = [
            f"{name}: TypeAlias = {' | '.join(each.__name__ for each in classes)}"
            for classes, name in self.unions.items()
        ]
        if unions:
            self.use("typing", "TypeAlias")
        converters = [
            f"def {name}(value: {types.taken}) -> {types.held}: ..." for name, types in self._converters.items()
        ]
        by_module: dict[str, list[str]] = {}
        for module, name in sorted(self._imports):
            by_module.setdefault(module, []).append(name)
        imports = [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]
        public = sorted(
            name for name in (*map(_name, self._classes), *self.unions.values()) if not name.startswith("_")
        )
        names = ["__all__ = [", *(f"    {name!r}," for name in public), "]"]
        head = [f'"""{summary}"""', "", *imports, "", "import attrs", "", *names, ""]
        parts = [*head, *self._helpers, *converters, "", *self._classes.values(), *unions, ""]
        return "\n".join(parts)

    def _write_class(self, cls: type) -> None:
        """Write a class after its base classes."""
        if cls in self._classes or not self._is_declared(cls):
            return
        for parent in cls.__bases__:
            self._write_class(parent)
        if cls.__abstract__:  # type: ignore[attr-defined] # it is a model
            for name in ("ABCMeta", "abstractmethod"):
                self.use("abc", name)
            self._classes[cls] = self._attrs_class(cls, cls.__name__, _ABSTRACT + _PLAIN, ", metaclass=ABCMeta")
            return
        spec = self._completed[cls]
        ways = list(overloads(spec))
        if len(ways) == 1:
            self._classes[cls] = self._attrs_class(cls, cls.__name__, _PLAIN)
            return
        self.use("typing", "overload")
        self.use("typing", "Self")
        base = f"_{cls.__name__}"
        made = [f"class {cls.__name__}({base}):", _docstring(cls)]
        made += [f"    @overload\n    def __new__{self._parameters(spec, each)} -> Self: ..." for each in ways]
        self._classes[cls] = self._attrs_class(cls, base, _PLAIN) + "\n" + "\n".join(made) + "\n"

    def _is_declared(self, cls: type) -> bool:
        """Return whether a class is declared by the contract, rather than a base of all models."""
        return issubclass(cls, Model) and "__spec__" in vars(cls)

    def _attrs_class(self, cls: type, name: str, plain: str, options: str = "") -> str:
        bases = [self._base(each) for each in cls.__bases__]
        spec = self._completed.get(cls) or spec_of(cls)
        own = inspect.get_annotations(cls)
        lines = ["@attrs.frozen(order=False)", f"class {name}({', '.join(bases)}{options}):"]
        lines += [_docstring(cls)] if name == cls.__name__ else []
        lines += [f"    {each}" for each in self.members.get(cls, ())]
        fields = [spec.fields[each] for each in field_names(spec) if each in own]
        lines += [f"    {field.name}: {self._attribute(spec, field)}" for field in fields]
        return "\n".join([*lines, "", plain])

    def _base(self, cls: type) -> str:
        if not self._is_declared(cls):
            self.use(cls.__module__, cls.__name__)
        return cls.__name__

    def types(self, spec: ObjectSpec, field: Field) -> Types:
        """Return the types of a field."""
        made = types_of(field.constraint, self)
        optional = field.default is None or (field is spec.tag_field and not spec.tag_needed)
        return made.optional if optional else made

    def _attribute(self, spec: ObjectSpec, field: Field) -> str:
        types = self.types(spec, field)
        options = [] if field.default is REQUIRED else [f"default={self._default(field)}"]
        options += ["kw_only=True"] if field.kw_only else []
        if types.held != types.taken:
            options.append(f"converter={self._converter(spec.cls, field.name, types)}")
        return f"{types.held} = attrs.field({', '.join(options)})" if options else types.held

    def _converter(self, cls: type, name: str, types: Types) -> str:
        """Return the name of the function that stands for the conversion of an argument."""
        made = f"_to_{name}"
        if self._converters.setdefault(made, types) != types:
            made = f"_to_{name}_of_{cls.__name__}"
            self._converters[made] = types
        return made

    def _default(self, field: Field) -> str:
        return "None" if field.default is None else self.member(field.default)  # type: ignore[arg-type] # a tag

    def _parameters(self, spec: ObjectSpec, overload: Mapping[str, str]) -> str:
        """Return the parameters of an overload: by position first, required ones before the others."""
        positional: list[str] = []
        required: list[str] = []
        optional: list[str] = []
        for field in map(spec.fields.__getitem__, field_names(spec)):
            types, default = self.types(spec, field), ""
            taken = overload.get(field.name, types.taken)
            if taken == "given":
                taken = types_of(field.constraint, self).taken
            elif field.default is not REQUIRED:
                default = f" = {self._default(field)}"
            text = f"{field.name}: {taken}{default}"
            (positional if not field.kw_only else optional if default else required).append(text)
        by_name = [*required, *optional]
        every = ["cls", *positional, *(["*"] if by_name else []), *by_name]
        return "\n".join(["(", *(f"        {each}," for each in every), "    )"])


def _name(cls: type) -> str:
    return cls.__name__


def _docstring(cls: type) -> str:
    first, *others = inspect.cleandoc(cls.__doc__ or "").splitlines()
    if not others:
        return f'    """{first}"""\n'
    return "\n".join([f'    """{first}', *(f"    {line}".rstrip() for line in others), '    """', ""])


def overloads(spec: ObjectSpec) -> Iterator[dict[str, str]]:
    """Return the ways to call a constructor: the types of arguments that are not those of their fields.

    ``given`` stands for the type of the field without None.
    """
    ways: list[dict[str, str]] = [{}]
    for required in spec.required(None):
        if not required.single and required.unless is None:
            ways = [{**way, **more} for way in ways for more in ways_to_give(required.groups)]
    beside = [field for field in spec.fields.values() if field.beside is not None]
    assert len(beside) <= 1, "the states of several such fields would have to be intersected"  # noqa: S101 - of a declaration
    for field in beside:
        ways = [{**way, **more} for way in ways for more in _ways_beside(spec, field)]
    yield from ways


def ways_to_give(groups: Sequence[tuple[str, ...]]) -> Iterator[dict[str, str]]:
    """Return the ways to give at least one of several groups of arguments, and none of them in part."""
    singles = [names[0] for names in groups if len(names) == 1]
    several = [names for names in groups if len(names) > 1]
    for chosen in chain.from_iterable(combinations(several, count) for count in range(len(several) + 1)):
        way = {name: "given" if names in chosen else "None" for names in several for name in names}
        if chosen:
            yield way
        for single in singles if not chosen else ():
            yield {**way, single: "given"}


def _ways_beside(spec: ObjectSpec, field: Field) -> Iterator[dict[str, str]]:
    """Return the ways to give an argument that only some classes of an inferred union allow."""
    assert field.beside is not None  # noqa: S101 - see the caller
    (union,) = [each for each in spec.fields.values() if isinstance(each.constraint, InferredUnion)]
    assert isinstance(union.constraint, InferredUnion)  # noqa: S101 - see above
    optional = " | None" if union.default is None else ""
    with_it = [each.cls.__name__ for tag, each in union.constraint.specs.items() if tag in field.beside]
    yield {union.name: " | ".join(with_it) + optional}
    yield {union.name: union.constraint.shared.cls.__name__ + optional, field.name: "None"}


@singledispatch
def types_of(constraint: Constraint, stub: StubWriter) -> Types:
    """Return the types of a value with a constraint.

    Args:
        constraint: The constraint.
        stub: The stub, for imports.
    """
    raise NotImplementedError(type(constraint))


@types_of.register(Text)
@types_of.register(Url)
def _(constraint: Constraint, stub: StubWriter) -> Types:
    del constraint, stub
    return Types("str", "str")


@types_of.register
def _(constraint: Number, stub: StubWriter) -> Types:
    del constraint, stub
    return Types("float", "float")


@types_of.register
def _(constraint: Integer, stub: StubWriter) -> Types:
    del constraint, stub
    return Types("int", "int")


@types_of.register
def _(constraint: Boolean, stub: StubWriter) -> Types:
    del constraint, stub
    return Types("bool", "bool")


@types_of.register
def _(constraint: EnumOf, stub: StubWriter) -> Types:
    options = constraint.options
    return Types(stub.use(options.__module__, options.__name__), stub.use(*stub.like[options]))


@types_of.register
def _(constraint: Tag, stub: StubWriter) -> Types:
    stub.use("typing", "Literal")
    member = stub.member(constraint.value)
    return Types(f"Literal[{member}]", f"Literal[{member}, {str(constraint.value)!r}]")


@types_of.register
def _(constraint: ListOf, stub: StubWriter) -> Types:
    item = types_of(constraint.item, stub)
    if item.taken == "str":
        return Types("tuple[str, ...]", stub.list_of_text())
    stub.use("collections.abc", "Sequence")
    return Types(f"tuple[{item.held}, ...]", f"Sequence[{item.taken}]")


@types_of.register
def _(constraint: UnionOf, stub: StubWriter) -> Types:
    options = [types_of(option, stub) for option in constraint.options]
    return Types(" | ".join(each.held for each in options), " | ".join(each.taken for each in options))


@types_of.register
def _(constraint: MapOf, stub: StubWriter) -> Types:
    value = types_of(constraint.value, stub)
    stub.use("collections.abc", "Mapping")
    return Types(f"Mapping[str, {value.held}]", f"Mapping[str, {value.taken}]")


@types_of.register
def _(constraint: JsonObject, stub: StubWriter) -> Types:
    del constraint
    name = f"{stub.use('collections.abc', 'Mapping')}[str, {stub.use('typing', 'Any')}]"
    return Types(name, name)


@types_of.register
def _(constraint: Nested, stub: StubWriter) -> Types:
    del stub
    return Types(constraint.cls.__name__, constraint.cls.__name__)


@types_of.register
def _(constraint: TaggedUnion, stub: StubWriter) -> Types:
    union = _union(constraint, stub)
    return Types(union, union)


def _union(constraint: TaggedUnion, stub: StubWriter) -> str:
    return stub.unions.get(constraint.members) or " | ".join(each.__name__ for each in constraint.members)


@types_of.register
def _(constraint: InferredUnion, stub: StubWriter) -> Types:
    return Types(_union(constraint, stub), constraint.shared.cls.__name__)
