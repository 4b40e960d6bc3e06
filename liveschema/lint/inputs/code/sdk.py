"""The requests that source code sends by the official SDK."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from tree_sitter import Node

from liveschema.engine.unknown import UNKNOWN
from liveschema.lint.inputs.calls import Sent, is_receiver, is_request_of, method_named, request_of
from liveschema.lint.inputs.changes import Change
from liveschema.lint.inputs.code.objects import object_of
from liveschema.lint.inputs.code.scopes import Names, Scope
from liveschema.lint.inputs.code.values import Values
from liveschema.lint.inputs.code.views import Attribute, Call, Name
from liveschema.lint.inputs.helpers import request_class
from liveschema.lint.inputs.literals import opened
from liveschema.lint.inputs.shapes import opened_request

_MOST_STEPS: Final = 10


class SdkCalls:
    """The calls of the SDK in source code.

    Args:
        names: The names that it binds.
        values: The values of its expressions.
        names_sdk: Whether it names the SDK.
    """

    def __init__(self, names: Names, values: Values, *, names_sdk: bool) -> None:
        self._values = values
        self._names_sdk = names_sdk
        self._attributes: set[str] = set()
        self._variables: set[str] = set()  # those of a class, which may be assigned in several functions
        for definition, scope in names.assignments:
            target = values.view(definition.target)
            is_ours = is_receiver(definition.origin) or self._is_receiver(definition.value, scope)
            if isinstance(target, Attribute) and is_ours:
                self._attributes.add(target.name)
            elif isinstance(target, Name) and definition.in_class and is_ours:
                self._variables.add(target.name)

    def sent(self, call: Call, scope: Scope) -> Sent | None:
        """Return the request that a call sends; None if it sends none."""
        method = method_named(call.name)
        if method is None or call.receiver is None or call.is_class:
            return None
        arguments = self._values.arguments(call, scope)
        if is_request_of(
            method, arguments, is_receiver=self._is_receiver(call.receiver, scope), names_sdk=self._names_sdk
        ):
            language = self._values.language
            sent = request_of(method.operation, arguments, drops_null=language.drops_null)
            return sent._replace(body=language.request(method.operation, sent.body))
        return None

    def built(self, call: Call, scope: Scope, changes: Collection[Change]) -> Sent | None:
        """Return the request that a class of the SDK stands for; None for any other call.

        Args:
            call: The call.
            scope: The scope in which it is evaluated.
            changes: What is changed of the request afterwards.
        """
        operation = request_class(call.name) if call.is_class else None
        if operation is None:
            return None
        body = object_of(self._values, call, scope)
        if body is None or body.value == UNKNOWN:
            return None
        body = self._values.language.request(operation, opened(body, changes))
        return Sent(operation, opened_request(body))  # it may be completed before it is sent

    def _is_receiver(self, node: Node | None, scope: Scope) -> bool:
        """Return whether an expression is the object of the SDK that sends requests."""
        for _ in range(_MOST_STEPS):
            if node is None:
                return False
            view = self._values.view(node)
            if isinstance(view, Attribute):
                return is_receiver(view.name) or view.name in self._attributes
            if isinstance(view, Call):
                return is_receiver(view.name)
            if not isinstance(view, Name):
                return False
            if is_receiver(view.name) or view.name in self._variables:
                return True
            binding = scope.binding(view.name, node.start_byte)
            if binding is None:
                return False
            if is_receiver(binding.origin):
                return True
            node, scope = binding.value, binding.scope
        return False
