"""The requests that Python source code sends by the official SDK, or builds and checks by this library."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Final

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import UNKNOWN
from liveschema.lint.inputs.calls import Arguments, Method, Sent, is_receiver, is_request_of, method_named, request_of
from liveschema.lint.inputs.literals import Literal, add_unknown, without_nulls
from liveschema.lint.inputs.python.models import request_operation
from liveschema.lint.inputs.python.names import reference
from liveschema.lint.inputs.python.scopes import Scope, Use
from liveschema.lint.inputs.python.values import Values

_MOST_STEPS: Final = 10
_PASSING: Final = frozenset({"to_thread", "submit", "run_sync", "run_in_executor", "run_in_threadpool", "partial"})
"""The functions that call another one with the arguments after it."""
_CHECKING: Final = frozenset({"check", "check_partial", "is_valid", "load", "is_valid_partial"})
"""The functions of this library that take a payload and its operation."""
_PAYLOAD, _OPERATION = "payload", "operation"


class SdkCalls:
    """The calls of the SDK in a module.

    Args:
        uses: The nodes of the module.
        values: The values of its expressions.
        names_sdk: Whether the module names the SDK.
    """

    def __init__(self, uses: Iterable[Use], values: Values, *, names_sdk: bool) -> None:
        self._values = values
        self._names_sdk = names_sdk
        self._attributes: set[str] = set()
        for use in uses:
            if isinstance(use.node, ast.Assign | ast.AnnAssign) and use.node.value is not None:
                self._note_attributes(use.node, use.scope)

    def sent(self, call: ast.Call, scope: Scope) -> Sent | None:
        """Return the request that a call sends; None if it sends none."""
        found = self._method(call.func, scope)
        if found is not None:
            method, is_receiver_of = found
            arguments = self._values.arguments(call, scope)
            if is_request_of(method, arguments, is_receiver=is_receiver_of, names_sdk=self._names_sdk):
                return request_of(method.operation, arguments)
        return self._passed(call, scope)

    def _passed(self, call: ast.Call, scope: Scope) -> Sent | None:
        """Return the request that another function sends, to which a method of the SDK is passed."""
        name = reference(call.func, scope).last
        if name not in _PASSING:
            return None
        for index, node in enumerate(call.args[:2]):
            found = self._method(node, scope)
            if found is not None and found[1]:
                after = ast.Call(call.func, call.args[index + 1 :], call.keywords)
                arguments = self._values.arguments(ast.copy_location(after, call), scope)
                if name == "partial":
                    named = dict(arguments.named)
                    add_unknown(named, arguments.place)
                    arguments = arguments._replace(named=named)
                return request_of(found[0].operation, arguments)
        return None

    def _method(self, node: ast.expr, scope: Scope) -> tuple[Method, bool] | None:
        """Return the method of the SDK that an expression may be, and whether it certainly is."""
        if not isinstance(node, ast.Attribute):
            return None
        method = method_named(node.attr)
        if method is None:
            return None
        return method, self._is_receiver(node.value, scope)

    def _is_receiver(self, node: ast.expr, scope: Scope) -> bool:
        """Return whether an expression is the object of the SDK that sends requests."""
        for _ in range(_MOST_STEPS):
            if isinstance(node, ast.Call):
                node = node.func
            if isinstance(node, ast.Attribute):
                return is_receiver(node.attr) or node.attr in self._attributes
            if not isinstance(node, ast.Name):
                return False
            if is_receiver(node.id):
                return True
            binding = scope.binding(node)
            if binding is None or binding.value is None:
                return is_receiver(reference(node, scope).last)
            node, scope = binding.value, binding.scope
        return False

    def _note_attributes(self, node: ast.Assign | ast.AnnAssign, scope: Scope) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if isinstance(target, ast.Attribute) and node.value is not None and self._is_receiver(node.value, scope):
                self._attributes.add(target.attr)


def built(call: ast.Call, scope: Scope, values: Values) -> Sent | None:
    """Return the request that a class of the SDK or of this library stands for; None for any other call."""
    function = reference(call.func, scope)
    operation = request_operation(function)
    if operation is None:
        return None
    body = values.of(call, scope)
    return None if body.value == UNKNOWN else Sent(operation, body if function.is_from_us else without_nulls(body))


def checked(call: ast.Call, scope: Scope, values: Values) -> Sent | None:
    """Return the payload that a function of this library checks; None if it is not known, and for any other call."""
    function = reference(call.func, scope)
    if function.last not in _CHECKING or not function.is_from_us:
        return None
    arguments = values.arguments(call, scope)
    payload = next(_argument(arguments, 0, _PAYLOAD), None)
    if payload is None or not isinstance(payload.value, dict):
        return None
    operation = next(_argument(arguments, 1, _OPERATION), None)
    named = None if operation is None else operation.value
    return Sent(Operation(named) if isinstance(named, str) and named in set(Operation) else None, payload)


def _argument(arguments: Arguments, index: int, name: str) -> Iterator[Literal]:
    yield from arguments.positional[index : index + 1]
    if name in arguments.named:
        yield arguments.named[name].literal
