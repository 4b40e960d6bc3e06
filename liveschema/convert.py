"""From plain data to models and back."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, overload

from liveschema._generated.build import BUILDERS
from liveschema._generated.dump import DUMPS
from liveschema._generated.requests import VALID
from liveschema.contract.base import SentModel
from liveschema.contract.requests import (
    REQUESTS,
    EndRequest,
    EndStreamRequest,
    Request,
    StartRequest,
    StreamRequest,
    UpdateRequest,
)
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.objects import spec_of
from liveschema.engine.problems import InvalidPayload, Problem, in_document_order
from liveschema.engine.wording import type_name
from liveschema.reports import report
from liveschema.verdicts import check, run_predicate

if TYPE_CHECKING:
    import cattrs


@overload
def load(
    payload: object, operation: Literal[Operation.START, "start"], *, activity_type: ActivityType | str | None = None
) -> StartRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.UPDATE, "update"], *, activity_type: ActivityType | str | None = None
) -> UpdateRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.END, "end"], *, activity_type: ActivityType | str | None = None
) -> EndRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.STREAM, "stream"], *, activity_type: ActivityType | str | None = None
) -> StreamRequest: ...
@overload
def load(
    payload: object,
    operation: Literal[Operation.END_STREAM, "end_stream"],
    *,
    activity_type: ActivityType | str | None = None,
) -> EndStreamRequest: ...
@overload
def load(
    payload: object, operation: Operation | str, *, activity_type: ActivityType | str | None = None
) -> Request: ...


def load(payload: object, operation: Operation | str, *, activity_type: ActivityType | str | None = None) -> Request:
    """Turn a payload into the model of its request.

    Args:
        payload: What would be sent: any Mapping, of Mappings, Sequences,
            strings, numbers and booleans. It is never changed.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.

    Returns:
        An instance of the operation's class. Its ``content_state`` is of the
        class of its type. Without a type in the payload that is the first
        type that takes it, with ``type=None``: `Metrics` for a list of
        metrics, which `Stats` would take as well.

    Raises:
        InvalidPayload: With every problem of the payload, if it has an error.
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    found, payload = run_predicate(VALID, payload, operation, activity_type)
    if found is False:
        raise InvalidPayload(report(payload, operation, activity_type))
    build: Callable[..., Request] = BUILDERS[operation]
    return build(payload, found)


@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.START, "start"],
    *,
    activity_type: ActivityType | str | None = None,
) -> StartRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.UPDATE, "update"],
    *,
    activity_type: ActivityType | str | None = None,
) -> UpdateRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.END, "end"],
    *,
    activity_type: ActivityType | str | None = None,
) -> EndRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.STREAM, "stream"],
    *,
    activity_type: ActivityType | str | None = None,
) -> StreamRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.END_STREAM, "end_stream"],
    *,
    activity_type: ActivityType | str | None = None,
) -> EndStreamRequest: ...
@overload
def loads(
    text: str | bytes | bytearray, operation: Operation | str, *, activity_type: ActivityType | str | None = None
) -> Request: ...


def loads(
    text: str | bytes | bytearray, operation: Operation | str, *, activity_type: ActivityType | str | None = None
) -> Request:
    """Turn JSON text into the model of its request.

    Args:
        text: The text, or its UTF-8 bytes. Duplicate keys, NaN, Infinity, a
            byte order mark and whatever else RFC 8259 has not are problems.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.

    Returns:
        As for `load`.

    Raises:
        InvalidPayload: With every problem of the text and of what it holds;
            those of the text have a line and a column.
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    from liveschema.text.read import read_json  # noqa: PLC0415 - whoever has no text to read need not wait for it

    payload, problems = read_json(text)
    if not problems:
        return load(payload, operation, activity_type=activity_type)
    raise InvalidPayload(merged(payload, problems, operation, activity_type))


def merged(
    payload: object, faults: list[Problem], operation: Operation | str, activity_type: ActivityType | str | None
) -> list[Problem]:
    """Put the faults of a text and the problems of its payload into one list.

    Args:
        payload: What the text holds, or `UNREADABLE`.
        faults: The faults of the text.
        operation: What the payload is sent for.
        activity_type: The type that the existing activity is known to have.

    Returns:
        The problems in document order; where a fault and a problem say the
        same, the fault, which knows its line.
    """
    from liveschema.text.read import UNREADABLE  # noqa: PLC0415 - as in `loads`

    if payload is UNREADABLE:
        return faults
    told = {(fault.rule, fault.path) for fault in faults}
    others = [
        each for each in check(payload, operation, activity_type=activity_type) if (each.rule, each.path) not in told
    ]
    return in_document_order([*faults, *others], payload)


def dump(request: SentModel) -> dict[str, Any]:
    """Turn a model into the payload it stands for.

    Args:
        request: A request, or any part of one.

    Returns:
        A new dict of plain values, only of what was set.

    Raises:
        TypeError: If it is no model of this library.

    .. versionadded:: 0.1.0
    """
    if not isinstance(request, SentModel):
        msg = f"dump takes a request or a part of one, got {type_name(request)}"
        raise TypeError(msg)
    to_dict: Callable[[SentModel], dict[str, Any]] = DUMPS[spec_of(type(request)).cls]
    return to_dict(request)


def dumps(request: SentModel) -> str:
    """Turn a model into compact JSON text.

    Args:
        request: A request, or any part of one.

    Returns:
        The text, as it can be sent.

    Raises:
        TypeError: If it is no model of this library.

    .. versionadded:: 0.1.0
    """
    import json  # noqa: PLC0415 - as in `loads`

    return json.dumps(dump(request), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def register_hooks(converter: cattrs.Converter) -> cattrs.Converter:
    """Teach a cattrs converter the models of this library.

    Args:
        converter: A converter of the caller's own, whose classes hold models.

    Returns:
        The same converter. It structures requests and states by `load`'s
        rules, raising `InvalidPayload`, and unstructures them as `dump` does.

    .. versionadded:: 0.1.0
    """
    for operation, cls in REQUESTS.items():
        converter.register_structure_hook(cls, functools.partial(_structure_request, operation))
        converter.register_unstructure_hook(cls, dump)
    return converter


def _structure_request(operation: Operation, payload: object, _: object) -> Request:
    return load(payload, operation)
