"""From plain data to models and back."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal, overload

from liveschema._check import check, report
from liveschema._compile import VALID, judged
from liveschema._hooks import BUILDERS, structure_hook, unstructure_hook
from liveschema.constraints import in_document_order
from liveschema.models import (
    REQUESTS,
    EndRequest,
    EndStreamRequest,
    Model,
    Request,
    StartRequest,
    StreamRequest,
    UpdateRequest,
)
from liveschema.problems import InvalidPayload, Problem
from liveschema.vocabulary import ActivityType, Operation

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
    kind, payload = judged(VALID, payload, operation, activity_type)
    if kind is False:
        raise InvalidPayload(report(payload, operation, activity_type))
    request: Request = BUILDERS[operation](payload, kind)
    return request


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
    from liveschema._text import read_json  # noqa: PLC0415 - whoever has no text to read need not wait for it

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
    from liveschema._text import UNREADABLE  # noqa: PLC0415 - as in `loads`

    if payload is UNREADABLE:
        return faults
    told = {(fault.rule, fault.path) for fault in faults}
    others = [
        each for each in check(payload, operation, activity_type=activity_type) if (each.rule, each.path) not in told
    ]
    return in_document_order([*faults, *others], payload)


def dump(request: Model) -> dict[str, Any]:
    """Turn a model into the payload it stands for.

    Args:
        request: A request, or any part of one.

    Returns:
        A new dict of plain values, only of what was set.

    .. versionadded:: 0.1.0
    """
    plain_data: dict[str, Any] = unstructure_hook(type(request))(request)
    return plain_data


def dumps(request: Model) -> str:
    """Turn a model into compact JSON text.

    Args:
        request: A request, or any part of one.

    Returns:
        The text, as it can be sent.

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


__all__ = ["dump", "dumps", "load", "loads", "merged", "register_hooks", "structure_hook"]
