"""Conversion of payloads to models, and of models to payloads."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from liveschema._generated.build import BUILDERS
from liveschema._generated.dump import DUMPS
from liveschema._generated.requests import VALID
from liveschema._generated.text import TEXTS
from liveschema.contract.base import SentModel
from liveschema.contract.requests import REQUESTS
from liveschema.contract.vocabulary import ActivityTypeLike, Operation, OperationLike
from liveschema.engine.problems import InvalidPayload, Problem, in_document_order
from liveschema.engine.wording import type_name
from liveschema.models import AnyRequest, EndRequest, EndStreamRequest, StartRequest, StreamRequest, UpdateRequest
from liveschema.reports import require_known_names
from liveschema.verdicts import check, excused, find_problems, run_on_copy, type_named

if TYPE_CHECKING:
    import cattrs

_SOURCES: Final = (str, bytes, bytearray)
_BUILDERS: Final[dict[str, Callable[..., AnyRequest]]] = BUILDERS


@overload
def load(
    payload: object, operation: Literal[Operation.START, "start"], *, activity_type: ActivityTypeLike | None = None
) -> StartRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.UPDATE, "update"], *, activity_type: ActivityTypeLike | None = None
) -> UpdateRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.END, "end"], *, activity_type: ActivityTypeLike | None = None
) -> EndRequest: ...
@overload
def load(
    payload: object, operation: Literal[Operation.STREAM, "stream"], *, activity_type: ActivityTypeLike | None = None
) -> StreamRequest: ...
@overload
def load(
    payload: object,
    operation: Literal[Operation.END_STREAM, "end_stream"],
    *,
    activity_type: ActivityTypeLike | None = None,
) -> EndStreamRequest: ...
@overload
def load(payload: object, operation: OperationLike, *, activity_type: ActivityTypeLike | None = None) -> AnyRequest: ...


def load(payload: object, operation: OperationLike, *, activity_type: ActivityTypeLike | None = None) -> AnyRequest:
    """Validate a payload, and convert it to the model of its request.

    Args:
        payload: The payload: a Mapping that contains Mappings, Sequences,
            strings, numbers and booleans, or a model. It is not changed.
        operation: The operation of the payload, an `Operation` or its value.
        activity_type: The type of the existing activity, an `ActivityType` or
            its value; None if it is not known.

    Returns:
        An instance of the class of the operation, such as `StartRequest`. Its
        ``content_state`` is an instance of the class of the activity type. If
        neither the payload nor the argument names the type, it is the first
        type by whose rules the state is valid, with ``type=None``: for example
        `Metrics` for a list of metrics, which could also be `Stats`.

    Raises:
        InvalidPayload: If the payload has an error. The exception lists all problems.
        ValueError: If the operation or the activity type does not exist.

    .. versionadded:: 0.1.0
    """
    request = _built(payload, operation, activity_type, [])
    if request:
        return request
    if request is None:
        found, payload = run_on_copy(VALID, payload, operation, activity_type)
        if found:
            return _BUILDERS[Operation(operation)](payload, found, [])
    raise InvalidPayload(find_problems(payload, operation, activity_type))


def _built(
    payload: object, operation: OperationLike, known: ActivityTypeLike | None, sizes: list[int]
) -> AnyRequest | Literal[False] | None:
    """Build the model of a payload if it is valid.

    Args:
        payload: The payload.
        operation: Its operation.
        known: The type of the existing activity; None if it is not known.
        sizes: A list, to which the number of keys of each object is added.

    Returns:
        The model; False for an invalid payload; None if that cannot be decided before a conversion to plain values.
    """
    try:
        found = VALID[operation](payload, None if known is None else type_named(known))
        return _BUILDERS[operation](payload, found, sizes) if found else found
    except Exception as error:  # noqa: BLE001 - as in `ask`
        excused(error, payload, operation, known)
        return None


@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.START, "start"],
    *,
    activity_type: ActivityTypeLike | None = None,
) -> StartRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.UPDATE, "update"],
    *,
    activity_type: ActivityTypeLike | None = None,
) -> UpdateRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.END, "end"],
    *,
    activity_type: ActivityTypeLike | None = None,
) -> EndRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.STREAM, "stream"],
    *,
    activity_type: ActivityTypeLike | None = None,
) -> StreamRequest: ...
@overload
def loads(
    text: str | bytes | bytearray,
    operation: Literal[Operation.END_STREAM, "end_stream"],
    *,
    activity_type: ActivityTypeLike | None = None,
) -> EndStreamRequest: ...
@overload
def loads(
    text: str | bytes | bytearray, operation: OperationLike, *, activity_type: ActivityTypeLike | None = None
) -> AnyRequest: ...


def loads(
    text: str | bytes | bytearray, operation: OperationLike, *, activity_type: ActivityTypeLike | None = None
) -> AnyRequest:
    """Validate JSON text, and convert it to the model of its request.

    Args:
        text: The text, or its UTF-8 bytes. Duplicate keys, a byte order mark,
            NaN, Infinity and everything else that RFC 8259 does not allow are
            problems.
        operation: The operation of the payload, an `Operation` or its value.
        activity_type: The type of the existing activity, an `ActivityType` or
            its value; None if it is not known.

    Returns:
        An instance of the class of the operation, as for `load`.

    Raises:
        InvalidPayload: If the text or its payload has an error. The exception
            lists all problems; those of the text have a line and a column.
        TypeError: If the text is neither text nor bytes; `load` takes plain data.
        ValueError: If the operation or the activity type does not exist.

    .. versionadded:: 0.1.0
    """
    request = _load_quickly(text, operation, activity_type)
    if request is not None:
        return request
    from liveschema.text.read import read_json  # noqa: PLC0415 - most texts have no fault

    if not isinstance(text, _SOURCES):
        msg = f"loads needs JSON text as str, bytes or bytearray, got {type_name(text)}: use load for plain data"
        raise TypeError(msg)
    payload, problems = read_json(text)
    if not problems:
        return load(payload, operation, activity_type=activity_type)
    raise InvalidPayload(merged(payload, problems, operation, activity_type))


def _load_quickly(
    text: str | bytes | bytearray, operation: OperationLike, known: ActivityTypeLike | None
) -> AnyRequest | None:
    """Do as `loads` for a text that certainly has no fault and whose payload has no error; return None for any other.

    What the predicate has found need not be looked for again: for example, there is no lone surrogate in a string.
    """
    parsed, has_every_key = _parser()
    try:
        whole = text.decode() if type(text) is bytes else text
        if type(whole) is not str:
            return None
        payload = parsed(whole)
    except (ValueError, RecursionError):
        return None
    sizes: list[int] = []
    request = _built(payload, operation, known, sizes)
    return request if request and has_every_key(whole, payload, sum(sizes)) else None


@functools.cache
def _parser() -> tuple[Callable[[str], object], Callable[[str, object, int], bool]]:
    """Import the parser of JSON text on first use; only `loads` needs it."""
    from liveschema.text.strict import has_every_key, parsed  # noqa: PLC0415 - see above

    return parsed, has_every_key


def merged(
    payload: object, faults: list[Problem], operation: OperationLike, activity_type: ActivityTypeLike | None
) -> list[Problem]:
    """Check a payload, and merge its problems with the faults of its text.

    Args:
        payload: The value of the text, or `UNREADABLE`.
        faults: The faults of the text.
        operation: The operation of the payload.
        activity_type: The type of the existing activity; None if it is not known.

    Returns:
        The faults and problems in document order. A problem is left out if
        there is a fault for the same rule and path, since faults have a line.
    """
    from liveschema.text import UNREADABLE  # noqa: PLC0415 - as in `loads`

    if payload is UNREADABLE:
        require_known_names(operation, activity_type)
        return faults
    reported = {(fault.rule, fault.path) for fault in faults}
    others = [
        each
        for each in check(payload, operation, activity_type=activity_type)
        if (each.rule, each.path) not in reported
    ]
    return in_document_order([*faults, *others], payload)


def dump(request: SentModel) -> dict[str, Any]:
    """Convert a model to a payload.

    Args:
        request: A request, or any part of one.

    Returns:
        A new dict of plain values. Attributes that are None are left out.

    Raises:
        TypeError: If the argument is not a model of this library.

    .. versionadded:: 0.1.0
    """
    to_dict: Callable[[SentModel], dict[str, Any]] = _of_class(DUMPS, request)
    return to_dict(request)


def _of_class(functions: Mapping[type, Any], request: SentModel) -> Any:  # noqa: ANN401 - the type of the function
    """Return the function for the class of a model."""
    if not issubclass(type(request), SentModel):
        msg = f"dump needs a request or a part of one, got {type_name(request)}"
        raise TypeError(msg)
    return functions[type(request)]


def dumps(request: SentModel) -> str:
    """Convert a model to compact JSON text.

    Args:
        request: A request, or any part of one.

    Returns:
        The text, which can be encoded as UTF-8 and sent. Attributes that are
        None are left out.

    Raises:
        TypeError: If the argument is not a model of this library.

    .. versionadded:: 0.1.0
    """
    to_text: Callable[[SentModel], str] = _of_class(TEXTS, request)
    return to_text(request)


def register_hooks(converter: cattrs.Converter) -> cattrs.Converter:
    """Register hooks for the requests of this library with a cattrs converter.

    The converter then structures requests as `load` does, raising
    `InvalidPayload`, and unstructures them as `dump` does. There are no hooks
    for states and other parts outside of a request.

    Args:
        converter: The converter, for classes that contain requests.

    Returns:
        The same converter.

    .. versionadded:: 0.1.0
    """
    for operation, cls in REQUESTS.items():
        converter.register_structure_hook(cls, functools.partial(_structure_request, operation))
        converter.register_unstructure_hook(cls, dump)
    return converter


def _structure_request(operation: Operation, payload: object, _: object) -> AnyRequest:
    return load(payload, operation)
