"""The API keys that stand in Python source code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from liveschema.engine.problems import Problem
from liveschema.lint.inputs.literals import Literal, Range
from liveschema.lint.inputs.python.names import reference
from liveschema.lint.inputs.python.scopes import Scope, Use
from liveschema.lint.inputs.python.source import Module
from liveschema.lint.inputs.python.values import Values
from liveschema.lint.inputs.secrets import is_api_key, literal_api_key

_CLIENTS: Final = frozenset({"ActivitySmith", "Configuration"})
_PARAMETERS: Final = ("api_key", "access_token")
_HEADER: Final = "authorization"
_BEARER: Final = re.compile(r"Bearer\s+", re.IGNORECASE)
_READING: Final = frozenset({"get", "getenv"})
_QUOTES: Final = re.compile(r"[a-zA-Z]{0,2}(\"{3}|'{3}|\"|')")

Secret = tuple[Problem, tuple[int, int]]


def api_keys(uses: list[Use], module: Module, values: Values) -> list[Secret]:
    """Return the problems of the API keys in a module, each with the range of the file that is never shown."""
    found: dict[tuple[int, int], Secret] = {}
    for use in uses:
        for node in _places(use):
            for place in _literal_keys(node, use.scope, module, values):
                found.setdefault(place, literal_api_key(module.fragment, *place))
    return list(found.values())


def _places(use: Use) -> Iterator[ast.expr]:
    """Yield the expressions of API keys that a call or a dict has."""
    node = use.node
    if isinstance(node, ast.Call) and reference(node.func, use.scope).last in _CLIENTS:
        yield from node.args[:1]
        yield from (keyword.value for keyword in node.keywords if keyword.arg in _PARAMETERS)
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value.lower() == _HEADER:
                yield value
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
        index = node.targets[0].slice  # such as `headers["Authorization"] = …`
        if isinstance(index, ast.Constant) and isinstance(index.value, str) and index.value.lower() == _HEADER:
            yield node.value


def _literal_keys(node: ast.expr, scope: Scope, module: Module, values: Values) -> Iterator[Range]:
    """Yield the ranges of the API keys that an expression may be, without quotes and without what stands before."""
    if isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from _literal_keys(each, scope, module, values)
    elif isinstance(node, ast.Call) and reference(node.func, scope).last in _READING:
        for each in node.args[1:]:  # the default, if the environment has no key
            yield from _literal_keys(each, scope, module, values)
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
                yield from _literal_keys(part.value, scope, module, values)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _literal_keys(node.right, scope, module, values)
    else:
        place = _inside(values.of(node, scope), module)
        if place is not None:
            yield place


def _inside(literal: Literal, module: Module) -> Range | None:
    """Return the range of the key in a string literal; None if it is none."""
    if not isinstance(literal.value, str):
        return None
    start, end = literal.place
    quotes = _QUOTES.match(module.fragment.text, start, end)
    if quotes is None:
        return None
    start, end = quotes.end(), end - len(quotes[1])
    bearer = _BEARER.match(module.fragment.text, start, end)
    start = bearer.end() if bearer else start
    return Range(start, end) if is_api_key(module.fragment.text[start:end]) else None
