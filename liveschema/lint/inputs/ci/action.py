"""The request that a step of the service's GitHub Action sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from liveschema._generated.field_names import STATE
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.ci.action_checks import action_faults, inert, input_faults, is_missing
from liveschema.lint.inputs.ci.action_inputs import (
    ACTION,
    ACTIONS,
    ACTIVITY_ID,
    CHANNELS,
    INPUTS,
    PAYLOAD,
    PAYLOAD_FILE,
    PUSH,
    STREAM_KEY,
)
from liveschema.lint.inputs.ci.action_payload import read_payload
from liveschema.lint.inputs.ci.action_step import Step
from liveschema.lint.inputs.compose import Member, document_of, with_members
from liveschema.lint.inputs.document import NOTHING, BodyFile, Document
from liveschema.lint.inputs.holes import items_in
from liveschema.lint.inputs.secrets import is_api_key, literal_api_key
from liveschema.text.positions import Place

_NAMES_KEY: Final = re.compile(r"api.?key|token|secret")
_NAMED_BY: Final = "the action of the step"
_ID_FIELD: Final = "activity_id"
_TARGET: Final = "target"
_CHANNELS_FIELD: Final = "channels"
_FALSE_IN_JAVASCRIPT: Final = (None, False, 0, "")


def documents_of_step(step: Step, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Yield the document of the request that a step sends.

    Args:
        step: The step.
        about: Further fields of the `Document`.

    Yields:
        A document for a Live Activity request, or one without a value that has only problems.
    """
    action = step.inputs[ACTION].known if ACTION in step.inputs else ""
    keys, secrets = _api_key(step)
    about = {"reader": "workflow", "heads": step.heads(), "secrets": secrets, **about}
    operation = ACTIONS.get(action or "")
    if operation is None and action is not None:
        faults = keys if action == PUSH else [*action_faults(step, action), *keys]
        if faults:
            yield evolve(_empty(step, **about), faults=faults)
        return
    about |= {
        "operation": operation,
        "named_by": _NAMED_BY,
        "is_sent": True,
        "stream_key": _stream_key(step, operation),
    }
    document = _payload(step, operation, about)
    if operation is None and not (isinstance(document.value, dict) and STATE in document.value):
        return
    document = _with_inputs(step, operation, document)
    yield evolve(document, faults=[*document.faults, *input_faults(step, operation), *keys])


def _api_key(step: Step) -> tuple[list[Problem], list[tuple[int, int]]]:
    """Return the problems of API keys that stand in the step, also under a misspelt name, and their ranges."""
    problems, secrets = [], []
    for name, given in step.inputs.items():
        if _NAMES_KEY.search(name) and given.text is not None and given.known:
            problem, secret = literal_api_key(given.text, 0, len(given.known))
            secrets.append(secret)
            problems += [problem] if is_api_key(given.known) else []
    return problems, secrets


def _stream_key(step: Step, operation: Operation | None) -> object:
    """Return the stream key, or what is known of it; None for a step that needs none."""
    if operation not in INPUTS[STREAM_KEY].used_by:
        return None
    given = step.inputs.get(STREAM_KEY)
    return UNKNOWN if given is None or given.known == "" else given.what_is_known


def _empty(step: Step, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Return a document of the file without a value."""
    lines = step.fragment.lines
    return Document(lines.text, NOTHING, [], lambda _: {}, lines=lines, **about)


def _payload(step: Step, operation: Operation | None, about: dict[str, Any]) -> Document:
    """Return the document of the payload that the step gives, without what other inputs add to it."""
    given = step.inputs.get(PAYLOAD)
    if given is not None and given.text is not None and given.text.text:
        heads = [*about["heads"], step.fragment.at(given.key.start)[0]]
        return read_payload(given.text, **{**about, "heads": heads})
    whole = Place(step.fragment.span(step.about, step.about))
    file = step.inputs.get(PAYLOAD_FILE)
    if file is not None and file.known != "":
        base = _empty(step, **about, body_file=BodyFile(file.known) if file.known else None)
        return document_of(base, {MORE: UNKNOWN}, {(): step.place(file.span)})
    if operation is Operation.END_STREAM and is_missing(step, PAYLOAD):
        return document_of(_empty(step, **about), {}, {(): whole})
    return document_of(_empty(step, **about), UNKNOWN, {(): whole})


def _with_inputs(step: Step, operation: Operation | None, document: Document) -> Document:
    """Return a document with the activity and the channels that other inputs name."""
    if not isinstance(document.value, dict) or operation is None:
        return document
    members: dict[str, Member] = {}
    if operation in INPUTS[ACTIVITY_ID].used_by:
        given = step.inputs.get(ACTIVITY_ID)
        known = given is not None and given.known != ""
        value = given.what_is_known if given is not None and known else UNKNOWN
        place = step.place(given.span) if given is not None else Place(step.fragment.span(step.about, step.about))
        members[_ID_FIELD] = Member(value, place)
    channels = step.inputs.get(CHANNELS)
    if channels is None or channels.known == "" or operation not in INPUTS[CHANNELS].used_by:
        return with_members(document, members)
    beside = [name for name in (_TARGET, _CHANNELS_FIELD) if document.value.get(name) not in _FALSE_IN_JAVASCRIPT]
    if not beside and MORE not in document.value:
        members[_TARGET] = Member(_target(channels.what_is_known), step.place(channels.span))
    elif beside and not isinstance(document.value[beside[0]], Unknown | PartialText):
        document = evolve(
            document, faults=[*document.faults, inert(step, channels, f"beside {beside[0]} in the payload")]
        )
    return with_members(document, members)


def _target(channels: Any) -> Any:  # noqa: ANN401 - a text, or what is known of it
    """Return what the action makes of comma-separated channels."""
    if isinstance(channels, Unknown):
        return Unknown(may_be_missing=True)
    items = items_in(channels, ",")
    if not items:
        return Unknown(may_be_missing=True)
    return {_CHANNELS_FIELD: items} if set(items) - {MORE} else Unknown(may_be_missing=True)
