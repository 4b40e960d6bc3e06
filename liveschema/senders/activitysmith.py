"""A hook for the official SDK, the package ``activitysmith``.

The SDK drops fields that it does not know, so the arguments of a call are validated, and then what it makes of them.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

from liveschema.contract.endpoints import OPERATION_IDS
from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ENDPOINTS, Operation
from liveschema.engine.containers import JsonObject
from liveschema.engine.emit import specs_of
from liveschema.engine.wording import type_name
from liveschema.senders.guarding import Guard, OutgoingRequest, examined, examined_payload, is_guarded

if TYPE_CHECKING:
    from liveschema.senders.guarding import OnError

C = TypeVar("C")
VARIANTS: Final = ("", "_with_http_info", "_without_preload_content")
"""The endings of the methods that send the same request, and return something else."""
_FREE: Final = frozenset(
    field.name
    for spec in specs_of(CONTRACT)
    for field in spec.fields.values()
    if isinstance(field.constraint, JsonObject)
)
"""The fields with free content, which may have null."""


def guard(client: C, *, on_error: OnError | None = None) -> C:
    """Validate the Live Activity requests of the official SDK before they are sent.

    This is about all forms of a call: keyword arguments, helpers, dicts, models of the SDK, and older names of methods.
    Push notifications are left alone. Warnings go to the logger ``liveschema.senders``.

    Args:
        client: An ``ActivitySmith``; methods of its ``live_activities`` are replaced.
        on_error: Called with each request that has an error, which is then sent
            unless the function, or the SDK itself, raises an exception; None to raise `InvalidPayload`.

    Returns:
        The same client.

    .. versionadded:: 0.1.0
    """
    api: Any = getattr(getattr(client, "live_activities", None), "_api", None)  # the SDK has neither types nor hooks
    if api is None:
        msg = f"guard needs an ActivitySmith, got {type_name(client)}"
        raise TypeError(msg)
    settle = Guard(on_error).settle
    for operation, name in OPERATION_IDS.items():
        for method in (f"{name}{ending}" for ending in VARIANTS):
            setattr(api, method, watched(_method_of_class(api, method), operation, settle))
    sender = api.api_client.rest_client
    sender.request = _watched_at_last(sender.request, settle)
    return client


def _method_of_class(api: Any, name: str) -> Callable[..., Any]:  # noqa: ANN401 - of the SDK
    """Return a method that looks up that of the class when it is called, since a test may replace it for a while."""

    @wraps(getattr(type(api), name))
    def method(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - as it
        return getattr(type(api), name)(api, *values, **named)

    # Without `self`, which is bound.
    found = inspect.signature(method)
    method.__signature__ = found.replace(parameters=[*found.parameters.values()][1:])  # type: ignore[attr-defined] # what `inspect` reads
    return method


_settled: ContextVar[bool] = ContextVar("settled", default=False)
"""Whether the errors of the request that is being sent have been handed on already."""


def watched(
    method: Callable[..., Any], operation: Operation, settle: Callable[[OutgoingRequest], None]
) -> Callable[..., Any]:
    """Return a method of the SDK's generated part that calls a function with each request before it sends it.

    Args:
        method: The method, of an object or a class.
        operation: Its operation.
        settle: The function; it may raise an exception, so that nothing is sent.
    """
    signature = inspect.signature(method)
    (name,) = (each for each in signature.parameters if each.startswith("live_activity") and each.endswith("_request"))

    @wraps(method)
    def guarded(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - as the method
        given = signature.bind_partial(*values, **named).arguments
        verb, path = ENDPOINTS[operation]
        url = path.format(stream_key=given.get("stream_key", ""))
        request = examined_payload(verb, url, operation, given.get("stream_key"), as_sent(given.get(name)))
        settle(request)
        token = _settled.set(bool(request.errors))
        try:
            return method(*values, **named)
        finally:
            _settled.reset(token)

    return guarded


def _watched_at_last(send: Callable[..., Any], settle: Callable[[OutgoingRequest], None]) -> Callable[..., Any]:
    """Return the function that sends requests with a check of what the SDK has made of the arguments."""

    @wraps(send)
    def guarded(method: str, url: str, headers: Any = None, body: Any = None, **options: Any) -> Any:  # noqa: ANN401 - as it
        if is_guarded(method, url) and not _settled.get():
            request = examined(method, url, None if body is None else json.dumps(body))
            if request.errors:
                settle(request)
        return send(method, url, headers=headers, body=body, **options)

    return guarded


def as_sent(value: Any, *, free: bool = False) -> Any:  # noqa: ANN401 - any argument
    """Return an argument as the JSON value that the SDK sends for it: models as dicts, and only free content has null.

    Args:
        value: The argument, or a part of it.
        free: Whether it is free content.
    """
    if hasattr(value, "to_dict"):
        return as_sent(value.to_dict(), free=free)
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if free or item is not None}
        return {key: as_sent(item, free=free or key in _FREE) for key, item in kept.items()}
    if isinstance(value, list | tuple):
        return [as_sent(item, free=free) for item in value]
    return value
