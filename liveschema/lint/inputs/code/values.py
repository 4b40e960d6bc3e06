"""The values of expressions in source code, as far as they can be known without running it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, Final

from tree_sitter import Node

from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.lint.inputs.calls import Arguments
from liveschema.lint.inputs.changes import GIVEN
from liveschema.lint.inputs.code.changes import Changes
from liveschema.lint.inputs.code.language import Language
from liveschema.lint.inputs.code.origins import Origins
from liveschema.lint.inputs.code.scalars import with_pairs
from liveschema.lint.inputs.code.scopes import Scope
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import (
    Array,
    Attribute,
    Binary,
    Call,
    Choice,
    Constant,
    Entry,
    Missing,
    Name,
    Object,
    Opaque,
    Part,
    Spread,
    Text,
    View,
)
from liveschema.lint.inputs.literals import Literal, Member, Members, Range, add_members, add_unknown, either, opened
from liveschema.lint.inputs.strings import LettersLeft, joined, pieces_of, summed

OfCall = Callable[["Values", Call, Scope], Literal]
"""A function that returns what is known of the value of a call in a scope."""
_DEEPEST: Final = 100
_MOST_VALUES: Final = 10_000
_LARGEST: Final = 10**15
_ARITHMETIC: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "add": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_STRING: Final = {"string"}
_ONLY_NUMBERS: Final = frozenset({"add", "-", "*", "/", "%", "**"})
"""The operators that have a number as result if both operands are one."""


class Values:
    """The values of the expressions of source code.

    Args:
        language: The language.
        source: The source code.
        changes: The changes of its variables.
        origins: Where its names come from.
        of_call: Returns what is known of the value of a call.

    Attributes:
        seen: The ids of the nodes of objects and calls whose values were used.
        parts: Those of them that are put together with others, which may replace their members.
    """

    def __init__(self, language: Language, source: Source, changes: Changes, origins: Origins, of_call: OfCall) -> None:
        self.seen: list[int] = []
        self.parts: set[int] = set()
        self.language = language
        self.source = source
        self.changes = changes
        self.origins = origins
        self._of_call = of_call
        self._depth = 0
        self._left = _MOST_VALUES + 2 * len(source.fragment.text)
        self._letters = LettersLeft(source.fragment.text)

    def view(self, part: Part) -> View:
        """Return the form of an expression."""
        return self.language.view(part, self.source) if isinstance(part, Node) else part

    def of(self, part: Part, scope: Scope) -> Literal:
        """Return what is known of the value of an expression.

        Args:
            part: The expression.
            scope: The scope in which it is evaluated.
        """
        place = self.source.range(part) if isinstance(part, Node) else part.place
        self._left -= 1
        if self._depth >= _DEEPEST or self._left < 0:
            return Literal(UNKNOWN, place)
        view = self.view(part)
        read = self._readers.get(type(view))
        if isinstance(part, Node) and isinstance(view, Object | Call):
            self.seen.append(self.language.inner(part).id)
        if read is None:
            return Literal(UNKNOWN, place)
        self._depth += 1
        try:
            return read(self, view, part, scope)._replace(place=place)
        finally:
            self._depth -= 1

    def arguments(self, call: Call, scope: Scope) -> Arguments:
        """Return the arguments of a call in a scope."""
        positional: list[Literal] = []
        for each in call.positional:
            if isinstance(each, Spread):
                # It may stand for any number of arguments; no call that matters takes more than these.
                positional += [Literal(UNKNOWN, each.place)] * 5
                break
            positional.append(self.of(each, scope))
        return Arguments(positional, self.members(call.named, scope), call.place)

    def members(self, entries: Sequence[Entry | Spread], scope: Scope) -> Members:
        """Return the members that the entries of an object or the named arguments of a call make."""
        members: Members = {}
        for entry in entries:
            if isinstance(entry, Spread):
                self._add_all(members, entry, scope)
                continue
            key = entry.key if isinstance(entry.key, str) else self.of(entry.key, scope).value
            if not isinstance(key, str):
                add_unknown(members, entry.place)
            elif isinstance(entry.value, Node) and isinstance(self.view(entry.value), Missing):
                members.pop(key, None)
            else:
                members[key] = Member(self._member(entry.value, scope), entry.place)
        return members

    def _member(self, part: Part, scope: Scope) -> Literal:
        """Return what is known of a value that is left out of an object if there is none."""
        literal = self.of(part, scope)
        if literal.value == UNKNOWN and self.language.leaves_out_missing:
            return literal._replace(value=Unknown(may_be_missing=True))
        return literal

    def _add_all(self, members: Members, spread: Spread, scope: Scope) -> None:
        """Add the members of another object, which is no payload of its own."""
        before = len(self.seen)
        value = None if spread.node is None else self.of(spread.node, scope).value
        self.parts.update(self.seen[before:])
        if isinstance(value, dict):
            add_members(members, value)
        elif spread.node is None:
            members[MORE] = Member(Literal(UNKNOWN, spread.place))
        else:
            add_unknown(members, spread.place)

    def _constant(self, view: Constant, part: Node, scope: Scope) -> Literal:
        return Literal(view.value, self.source.range(part))

    def _text(self, view: Text, part: Node, scope: Scope) -> Literal:
        pieces: list[str | None] = []
        for content, _ in view.pieces:
            if isinstance(content, Node):
                pieces += pieces_of(self.of(content, scope).value)
            else:
                pieces.append(content)
        pieces = [None if piece is None else with_pairs(piece) for piece in _merged(pieces)]
        return Literal(joined(pieces), self.source.range(part))

    def _object(self, view: Object, part: Part, scope: Scope) -> Literal:
        return Literal(self.members(view.entries, scope), view.place)

    def _array(self, view: Array, part: Node, scope: Scope) -> Literal:
        items: list[Literal] = []
        for each in view.items:
            if isinstance(each, Spread):
                value = None if each.node is None else self.of(each.node, scope).value
                items += value if isinstance(value, list) else [Literal(MORE, each.place)]
            elif isinstance(each, Node) and isinstance(self.view(each), Missing):
                items.append(Literal(None, self.source.range(each)))
            else:
                items.append(self.of(each, scope))
        return Literal(items, self.source.range(part))

    def _name(self, view: Name, part: Node, scope: Scope) -> Literal:
        binding = scope.binding(view.name, part.start_byte)
        if binding is not None and binding.value is not None:
            literal = self.of(binding.value, binding.scope)
            if not self._letters.allow(literal.value):
                return Literal.unknown(literal.place, *literal.types)
            changes = self.changes.of(scope, view.name)
            if self.language.is_completed(view.name):
                literal = Literal(UNKNOWN, literal.place) if literal.value is None else literal
                changes = [*changes, GIVEN]
            return opened(literal, changes)
        return self._attribute(view, part, scope)

    def _attribute(self, view: Name | Attribute, part: Node, scope: Scope) -> Literal:
        value = self.origins.constant(part, scope)
        return Literal(UNKNOWN if value is None else value, self.source.range(part))

    def _call(self, view: Call, part: Node | Call, scope: Scope) -> Literal:
        return self._of_call(self, view, scope)

    def _binary(self, view: Binary, part: Node, scope: Scope) -> Literal:
        place = self.source.range(part)
        operands = [self.of(each, scope) for each in self._operands(view)]
        if view.operator == "add" and any(isinstance(each.value, dict) for each in operands):
            return united(operands[::-1], place)  # the first one that has a key decides
        result = operands[0]
        for index, operand in enumerate(operands[1:], start=1):
            if view.operator == "+" and _STRING in (result.types, operand.types):
                return Literal(summed([result, *operands[index:]]), place)
            result = Literal(_calculated(view.operator, result, operand), place)
        return result

    def _operands(self, view: Binary) -> list[Node]:
        """Return the operands of a chain of the same operator, which may be long."""
        found = [view.right]
        left = view.left
        while True:
            inner = self.view(left)
            if not isinstance(inner, Binary) or inner.operator != view.operator or len(found) > _MOST_VALUES:
                return [left, *reversed(found)]
            found.append(inner.right)
            left = inner.left

    def _choice(self, view: Choice, part: Node, scope: Scope) -> Literal:
        before = len(self.seen)
        found = either(self.of(view.first, scope), self.of(view.second, scope), self.source.range(part))
        del self.seen[before:]  # what is in either of them is not a part of the value for sure
        return found

    def _opaque(self, view: Opaque, part: Node, scope: Scope) -> Literal:
        return Literal.unknown(self.source.range(part), *view.types)

    _readers: ClassVar[dict[type, Callable[[Values, Any, Any, Scope], Literal]]] = {
        Constant: _constant,
        Text: _text,
        Object: _object,
        Array: _array,
        Name: _name,
        Attribute: _attribute,
        Call: _call,
        Binary: _binary,
        Choice: _choice,
        Opaque: _opaque,
    }


def united(objects: Sequence[Literal], place: Range) -> Literal:
    """Return what is known of an object with the members of several, of which the later ones replace the others."""
    members: Members = {}
    for each in objects:
        if isinstance(each.value, dict):
            add_members(members, each.value)
        else:
            add_unknown(members, place)
    return Literal(members, place)


def _merged(pieces: list[str | None]) -> Iterator[str | None]:
    """Yield the pieces of a string, with those that are known and side by side as one."""
    known: list[str] = []
    for piece in pieces:
        if piece is not None:
            known.append(piece)
            continue
        yield "".join(known)
        yield None
        known = []
    yield "".join(known)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _calculated(sign: str, left: Literal, right: Literal) -> object:
    """Return what is known of the result of an operator."""
    if _is_number(left.value) and _is_number(right.value) and sign in _ARITHMETIC:
        is_small = abs(left.value) < _LARGEST and abs(right.value) < _LARGEST
        return _ARITHMETIC[sign](left.value, right.value) if is_small else Unknown({"number"})
    are_numbers = left.types == right.types == {"number"}
    return Unknown({"number"}) if are_numbers and sign in _ONLY_NUMBERS | {"+"} else UNKNOWN
