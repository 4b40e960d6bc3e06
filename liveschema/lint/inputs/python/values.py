"""The values of expressions in Python source code, as far as they can be known without running it."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any, ClassVar, Final

from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.calls import Arguments
from liveschema.lint.inputs.literals import Literal, Member, Members, Range, add_members, add_unknown, either, opened
from liveschema.lint.inputs.python.changes import Changes
from liveschema.lint.inputs.python.models import object_of
from liveschema.lint.inputs.python.names import Reference, constant, reference
from liveschema.lint.inputs.python.scopes import Scope
from liveschema.lint.inputs.python.source import Module
from liveschema.lint.inputs.python.strings import STRING_METHODS, formatted, percent_formatted
from liveschema.lint.inputs.strings import LettersLeft, joined, pieces_of, summed

_DEEPEST: Final = 100
_MOST_VALUES: Final = 10_000
_LARGEST: Final = 10**15
_ARITHMETIC: Final[dict[type[ast.operator], Callable[[Any, Any], Any]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}
_STRING: Final = {"string"}
_ONLY_NUMBERS: Final = (ast.Sub, ast.Div, ast.FloorDiv)
"""The operators that have a number as result if one operand is a number."""
_RESULTS: Final = {
    **dict.fromkeys(("str", "repr", "ascii", "chr", "hex", "oct", "bin", "format", "input"), "string"),
    **dict.fromkeys(("int", "float", "len", "round", "ord", "hash", "id"), "number"),
    **dict.fromkeys(("bool", "isinstance", "any", "all", "callable", "hasattr"), "boolean"),
    **dict.fromkeys(("list", "sorted", "tuple"), "array"),
}
"""The JSON types of what built-in functions return."""
_RETURNING_STRING: Final = STRING_METHODS | {"strftime", "isoformat"}
_COPYING: Final = frozenset({"copy", "deepcopy"})


class Values:
    """The values of the expressions of a module.

    Args:
        module: The module.
        changes: The changes of its variables.

    Attributes:
        seen: The ids of the nodes of dicts and calls whose values were used.
    """

    def __init__(self, module: Module, changes: Changes) -> None:
        self.seen: list[int] = []
        self._module = module
        self._changes = changes
        self._depth = 0
        self._left = _MOST_VALUES + 2 * len(module.fragment.text)
        self._letters = LettersLeft(module.fragment.text)

    def of(self, node: ast.expr, scope: Scope) -> Literal:
        """Return what is known of the value of an expression.

        Args:
            node: The expression.
            scope: The scope in which it is evaluated.
        """
        self._left -= 1
        if self._depth >= _DEEPEST or self._left < 0:
            return self._unknown(node)
        self._depth += 1
        try:
            found = self._readers.get(type(node))
            return self._unknown(node) if found is None else found(self, node, scope)
        finally:
            self._depth -= 1

    def arguments(self, call: ast.Call, scope: Scope) -> Arguments:
        """Return the arguments of a call."""
        positional: list[Literal] = []
        for node in call.args:
            if isinstance(node, ast.Starred):
                # It may stand for any number of arguments; no call that matters takes more than these.
                positional += [self._unknown(node)] * 5
                break
            positional.append(self.of(node, scope))
        named: Members = {}
        for keyword in call.keywords:
            place = self._module.range(keyword)
            if keyword.arg is None:
                value = self.of(keyword.value, scope)
                # It has no name again that is given beside it.
                is_known = isinstance(value.value, dict)
                named.update(value.value if is_known else {MORE: Member(Literal(UNKNOWN, place))})
            else:
                key = Range(place.start, place.start + len(keyword.arg))
                named[keyword.arg] = Member(self.of(keyword.value, scope), key)
        return Arguments(positional, named, self._module.range(call))

    def _unknown(self, node: ast.expr, *types: str) -> Literal:
        return Literal.unknown(self._module.range(node), *types)

    def _constant(self, node: ast.Constant, scope: Scope) -> Literal:  # noqa: ARG002 - as all readers
        if node.value is None or isinstance(node.value, str | int | float):
            return Literal(node.value, self._module.range(node))
        return self._unknown(node)

    def _dict(self, node: ast.Dict, scope: Scope) -> Literal:
        self.seen.append(id(node))
        members: Members = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                self._add_all(members, value, scope)
                continue
            name = self.of(key, scope)
            literal = self.of(value, scope)
            if isinstance(name.value, str):
                members[name.value] = Member(literal, self._module.range(key))
            else:
                add_unknown(members, self._module.range(key))
        return Literal(members, self._module.range(node))

    def _add_all(self, members: Members, node: ast.expr, scope: Scope) -> None:
        """Add what stands behind two asterisks."""
        value = self.of(node, scope)
        if isinstance(value.value, dict):
            add_members(members, value.value)
        else:
            add_unknown(members, self._module.range(node))

    def _list(self, node: ast.List | ast.Tuple, scope: Scope) -> Literal:
        items: list[Literal] = []
        for each in node.elts:
            if isinstance(each, ast.Starred):
                value = self.of(each.value, scope)
                items += value.value if isinstance(value.value, list) else [Literal(MORE, self._module.range(each))]
            elif isinstance(each, ast.Constant) and each.value is ...:
                items.append(Literal(MORE, self._module.range(each)))
            else:
                items.append(self.of(each, scope))
        return Literal(items, self._module.range(node))

    def _f_string(self, node: ast.JoinedStr, scope: Scope) -> Literal:
        pieces: list[str | None] = []
        for each in node.values:
            if isinstance(each, ast.FormattedValue):
                is_plain = each.conversion == -1 and each.format_spec is None
                pieces += pieces_of(self.of(each.value, scope).value) if is_plain else [None]
            else:
                pieces += pieces_of(self.of(each, scope).value)
        return Literal(joined(pieces), self._module.range(node))

    def _name(self, node: ast.Name, scope: Scope) -> Literal:
        binding = scope.binding(node)
        if binding is not None and binding.value is not None:
            literal = self.of(binding.value, binding.scope)
            if not self._letters.allow(literal.value):
                return Literal.unknown(literal.place, *literal.types)
            return opened(literal, self._changes.of(scope, node.id))
        return self._constant_named(node, scope)

    def _constant_named(self, node: ast.Name | ast.Attribute, scope: Scope) -> Literal:
        value = constant(reference(node, scope))
        return self._unknown(node) if value is None else Literal(value, self._module.range(node))

    def _call(self, node: ast.Call, scope: Scope) -> Literal:
        function = reference(node.func, scope)
        if function.is_unbound and function.last in _RESULTS:
            return self._unknown(node, _RESULTS[function.last])
        if function.is_unbound and function.last == "dict":
            return self._new_dict(node, scope)
        if function.last == "dumps":
            return self._unknown(node, "string")
        if isinstance(node.func, ast.Attribute) and function.last in _RETURNING_STRING:
            return self._string_method(node, node.func, scope)
        if function.last in _COPYING:
            receiver = [node.func.value] if isinstance(node.func, ast.Attribute) and not node.args else node.args
            return self.of(receiver[0], scope) if len(receiver) == 1 else self._unknown(node)
        return self._object(node, function, scope)

    def _object(self, node: ast.Call, function: Reference, scope: Scope) -> Literal:
        if function.module is None and not function.is_from_sdk:
            return self._unknown(node)
        before = len(self.seen)
        made = object_of(function, self.arguments(node, scope))
        if made is None:
            del self.seen[before:]
            return self._unknown(node)
        self.seen.append(id(node))
        return made

    def _new_dict(self, node: ast.Call, scope: Scope) -> Literal:
        self.seen.append(id(node))
        arguments = self.arguments(node, scope)
        members: Members = {}
        for value in arguments.positional:
            if isinstance(value.value, dict):
                add_members(members, value.value)
            else:
                add_unknown(members, value.place)
        add_members(members, arguments.named)
        return Literal(members, arguments.place)

    def _string_method(self, node: ast.Call, function: ast.Attribute, scope: Scope) -> Literal:
        receiver = self.of(function.value, scope)
        if function.attr == "format" and isinstance(receiver.value, str):
            values = [self.of(each, scope).value for each in node.args]
            return Literal(formatted(receiver.value, values), self._module.range(node))
        is_string = function.attr not in STRING_METHODS or receiver.types == {"string"}
        return self._unknown(node, "string") if is_string else self._unknown(node)

    def _binary(self, node: ast.BinOp, scope: Scope) -> Literal:
        place = self._module.range(node)
        operands = [self.of(each, scope) for each in _operands(node)]
        if isinstance(node.op, ast.BitOr):
            return self._union(operands, place)
        if isinstance(node.op, ast.Mod):
            template = operands[0].value
            if isinstance(template, str):
                return Literal(percent_formatted(template), place)
            is_string = isinstance(template, PartialText)
            return Literal.unknown(place, "string") if is_string else Literal.unknown(place)
        result = operands[0]
        for index, operand in enumerate(operands[1:], start=1):
            if isinstance(node.op, ast.Add) and _STRING in (result.types, operand.types):
                return Literal(summed([result, *operands[index:]]), place)
            result = Literal(_calculated(node.op, result, operand), place)
        return result

    def _union(self, operands: list[Literal], place: Range) -> Literal:
        members: Members = {}
        if not any(isinstance(each.value, dict) for each in operands):
            return Literal.unknown(place)
        for each in operands:
            if isinstance(each.value, dict):
                add_members(members, each.value)
            else:
                add_unknown(members, each.place)
        return Literal(members, place)

    def _unary(self, node: ast.UnaryOp, scope: Scope) -> Literal:
        if isinstance(node.op, ast.Not):
            return self._unknown(node, "boolean")
        value = self.of(node.operand, scope)
        if _is_number(value.value) and isinstance(node.op, ast.USub | ast.UAdd):
            signed = -value.value if isinstance(node.op, ast.USub) else value.value
            return Literal(signed, self._module.range(node))
        return self._unknown(node, "number") if value.types == {"number"} else self._unknown(node)

    def _either(self, node: ast.IfExp, scope: Scope) -> Literal:
        before = len(self.seen)
        found = either(self.of(node.body, scope), self.of(node.orelse, scope), self._module.range(node))
        del self.seen[before:]  # what is in either of them is not a part of the value for sure
        return found

    def _comparison(self, node: ast.Compare, scope: Scope) -> Literal:  # noqa: ARG002 - as all readers
        return self._unknown(node, "boolean")

    def _list_comprehension(self, node: ast.ListComp, scope: Scope) -> Literal:  # noqa: ARG002 - as all readers
        return self._unknown(node, "array")

    def _dict_comprehension(self, node: ast.DictComp, scope: Scope) -> Literal:  # noqa: ARG002 - as all readers
        return self._unknown(node, "object")

    def _assigned(self, node: ast.NamedExpr, scope: Scope) -> Literal:
        return opened(self.of(node.value, scope), self._changes.of(scope, node.target.id))

    _readers: ClassVar[dict[type[ast.expr], Callable[[Values, Any, Scope], Literal]]] = {
        ast.Constant: _constant,
        ast.Dict: _dict,
        ast.List: _list,
        ast.Tuple: _list,
        ast.JoinedStr: _f_string,
        ast.Name: _name,
        ast.Attribute: _constant_named,
        ast.Call: _call,
        ast.BinOp: _binary,
        ast.UnaryOp: _unary,
        ast.IfExp: _either,
        ast.Compare: _comparison,
        ast.ListComp: _list_comprehension,
        ast.DictComp: _dict_comprehension,
        ast.NamedExpr: _assigned,
    }


def _operands(node: ast.BinOp) -> list[ast.expr]:
    """Return the operands of a chain of the same operator, which may be long."""
    found: list[ast.expr] = []
    left: ast.expr = node
    while isinstance(left, ast.BinOp) and type(left.op) is type(node.op):
        found.append(left.right)
        left = left.left
        if isinstance(node.op, ast.Mod):
            break
    return [left, *reversed(found)]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _calculated(op: ast.operator, left: Literal, right: Literal) -> object:
    """Return what is known of the result of an operator."""
    if _is_number(left.value) and _is_number(right.value) and type(op) in _ARITHMETIC:
        small = abs(left.value) < _LARGEST and abs(right.value) < _LARGEST
        if small and not (right.value == 0 and not isinstance(op, ast.Add | ast.Sub | ast.Mult)):
            return _ARITHMETIC[type(op)](left.value, right.value)
        return Unknown({"number"})
    numbers = [each.types == {"number"} for each in (left, right)]
    is_number = any(numbers) if isinstance(op, _ONLY_NUMBERS) else all(numbers) and type(op) in _ARITHMETIC
    return Unknown({"number"}) if is_number else UNKNOWN
