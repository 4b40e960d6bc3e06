"""The request that the official node for n8n sends, as its versions make it of their parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from liveschema._generated.field_names import STATE, TAG
from liveschema.contract.vocabulary import LEGACY, MANAGED, ActionType, Operation, WebhookMethod
from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.lint.inputs.calls import Sent, document_of_request
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.literals import Literal, Member, Members
from liveschema.lint.inputs.n8n.forms import FORMS, Make, as_it_is, is_open, strings, trimmed, trimmed_text
from liveschema.lint.inputs.n8n.node import Node, json_of
from liveschema.lint.inputs.n8n.parameters import (
    ACTIVITY_ID,
    ACTIVITY_TYPE,
    BEGINS,
    CHANNELS,
    KNOWN,
    OPERATION,
    OPERATIONS,
    STREAM_KEY,
    Form,
    Steps,
    Version,
)

_ID_FIELD: Final = "activity_id"
_TARGET: Final = "target"
_CHANNELS_FIELD: Final = "channels"
_ACTION: Final = "action"
_TITLE: Final = "title"
_URL: Final = "url"
_METHOD: Final = "method"
_BODY: Final = "body"
_ALERT: Final = "alert"


def document_of_node(node: Node, version: Version, **about: Any) -> Document | None:  # noqa: ANN401 - the fields of a Document
    """Return the document of the request that a node of the service sends.

    Args:
        node: The node.
        version: The version of the node that the workflow was made with.
        about: Further fields of the `Document`.

    Returns:
        The document; None for a node that sends no Live Activity request, and for one whose operation is not known.
    """
    name = node.raw(OPERATION)
    operation = OPERATIONS.get(name) if isinstance(name, str) else None
    if operation is None:
        return None
    made = _Request(node, version, operation)
    key = made.given(STREAM_KEY) if operation in MANAGED else None
    sent = Sent(operation, made.body(), None if key is None else key.literal)
    more = {**about, "named_by": "the node", "faults": [*about.get("faults", ()), *made.faults]}
    return document_of_request(node.fragment, sent, more, node.heads())


@attrs.define(eq=False)
class _Request:
    """The request of a node, part by part.

    Args:
        node: The node.
        version: The version that reads it.
        operation: The operation.
        faults: The problems of JSON texts in parameters.
    """

    node: Node
    version: Version
    operation: Operation
    faults: list[Problem] = attrs.field(factory=list)

    def given(self, *steps: str, default: object = "", make: Make = as_it_is) -> Member | None:
        """Return what the node makes of a parameter, or of its default; None if it leaves it out."""
        found = self.node.member(*steps) or Member(Literal(default, self.node.place))
        made = make(found.literal)
        return None if made is None else Member(made, found.key)

    def body(self) -> Literal:
        """Return the payload."""
        if self.operation is Operation.END_STREAM and self.version.at_end:
            parts = {field: self._json(steps, (field,)) for field, steps in self.version.at_end.items()}
        else:
            parts = {STATE: Member(self._state()), **self._others()}
        return self._object(parts)

    def _object(self, parts: Mapping[str, Member | None], *, is_open: bool = False) -> Literal:
        """Return an object, which may have further fields if the node has a parameter that no version has."""
        members = _given(parts)
        if is_open or not self.node.raw().keys() <= KNOWN:
            members[MORE] = Member(Literal(UNKNOWN, self.node.place))
        return Literal(members, self.node.place)

    def _state(self) -> Literal:
        given = self.node.raw(ACTIVITY_TYPE.name)
        kind = ACTIVITY_TYPE.default if given is None else str(given)
        parts: dict[str, Member | None] = {}
        for parameter in self.version.state:
            suits = not parameter.types or kind in parameter.types
            if suits and self.operation in parameter.operations:
                default = self._no_metrics() if parameter.form is Form.METRICS else parameter.default
                parts[parameter.field] = self.given(parameter.name, default=default, make=FORMS[parameter.form])
        return self._object(parts, is_open=bool(self.version.types) and kind not in self.version.types)

    def _no_metrics(self) -> list[Literal]:
        """Return the metrics of a node without the parameter for them."""
        return [Literal({}, self.node.place)] if self.version.has_metric else []

    def _others(self) -> dict[str, Member | None]:
        """Return the fields beside the state."""
        others: dict[str, Member | None] = {}
        if self.operation in LEGACY - {Operation.START}:
            others[_ID_FIELD] = self.given(ACTIVITY_ID)
        if self.operation in BEGINS:
            others[_TARGET] = _target(self.given(CHANNELS, make=strings))
        if self.version.action:
            others[_ACTION] = self._action(self.version.action)
        if self.operation in BEGINS:
            others[_ALERT] = self._alert()
        return others

    def _action(self, steps: Mapping[str, Steps]) -> Member | None:
        kind = self.given(*steps[TAG], make=trimmed_text)
        if kind is None:
            return None
        place = kind.literal.place
        if not isinstance(kind.literal.value, str):
            return Member(Literal(Unknown({"object"}, may_be_missing=True), place), kind.key)
        parts = {field: self.given(*steps[field], make=trimmed) for field in (_TITLE, TAG, _URL)}
        if kind.literal.value == ActionType.WEBHOOK:
            default = Member(Literal(WebhookMethod.POST.value, place))
            parts[_METHOD] = self.given(*steps[_METHOD], make=trimmed_text) or default
            parts[_BODY] = self._json(steps[_BODY], (_ACTION, _BODY))
        return Member(Literal(_given(parts), place), kind.key)

    def _alert(self) -> Member | None:
        parts = {field: self.given(*steps, make=trimmed_text) for field, steps in self.version.alert.items()}
        members = _given(parts)
        first = next(iter(members.values()), None)
        return None if first is None else Member(Literal(members, first.literal.place))

    def _json(self, steps: Steps, path: Path) -> Member | None:
        """Return the object in a parameter with a JSON text, which is left out if it is empty."""
        found, written = self.node.member(*steps), self.node.text(*steps)
        if found is None or written is None:
            return found
        if not written.text.strip():
            return None
        literal, faults = json_of(written)
        self.faults += [evolve(fault, path=(*path, *fault.path)) for fault in faults]
        if literal is None:
            may_be_missing = is_open(found.literal.value)
            literal = Literal(Unknown({"object"}, may_be_missing), found.literal.place)
        return Member(literal, found.key)


def _given(parts: Mapping[str, Member | None]) -> Members:
    """Return the members of an object without those that are left out."""
    return {field: member for field, member in parts.items() if member is not None}


def _target(channels: Member | None) -> Member | None:
    """Return the target with the channels that the node sends."""
    if channels is None:
        return None
    literal, key = channels
    if isinstance(literal.value, Unknown):
        return Member(Literal(Unknown({"object"}, may_be_missing=True), literal.place), key)
    return Member(Literal({_CHANNELS_FIELD: channels}, literal.place), key)
