"""The enumerations of the service, such as operations, activity types and colours.

`OperationLike` and the like are what arguments may be: a member, or its value.
"""

from __future__ import annotations

from enum import EnumType, StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from liveschema._generated.literals import (
        ActionTypeValue,
        ActivityTypeValue,
        ColorValue,
        OperationValue,
        WebhookMethodValue,
    )
else:
    # Importing `typing` would be slow; type checkers know each value.
    ActionTypeValue = ActivityTypeValue = ColorValue = OperationValue = WebhookMethodValue = str


class _ArgumentType(EnumType):
    """The class of the enumerations whose values are arguments of functions."""

    def _called(cls, value: Any, *names: Any, **options: Any) -> Any:  # noqa: ANN401 - as ``__call__`` of the base
        """Return the member with a value; a string is known by its text, whatever its class makes of comparisons."""
        kind: type = type(value)
        if kind is str and (member := cls._value2member_map_.get(value)) is not None:
            return member
        if kind is not cls:
            value = str.__str__(value) if issubclass(kind, str) else cls._missing_(value)  # type: ignore[attr-defined] # of each enumeration
        return super().__call__(value, *names, **options)

    if not TYPE_CHECKING:  # pragma: no branch - type checkers know what a call of an enumeration returns
        __call__ = _called


class _Argument(StrEnum, metaclass=_ArgumentType):
    """The base of the enumerations whose values are arguments of functions, which say what a wrong one should be."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        from liveschema.engine.plain import argument  # noqa: PLC0415 - arguments are rarely wrong
        from liveschema.engine.wording import did_you_mean, one_of  # noqa: PLC0415

        names = [each.value for each in cls]
        advice = (did_you_mean(value, names) if type(value) is str else None) or f"use {one_of(names)}"
        msg = f"{argument(value)} is not a valid {cls.__name__}: {advice}"
        raise ValueError(msg)


class Operation(_Argument):
    """The operation of a request. Each has its own HTTP endpoint and form of payload.

    ``start``, ``update`` and ``end`` are the manual lifecycle, in which the
    caller keeps the ``activity_id``. ``stream`` and ``end_stream`` are the
    managed lifecycle, in which the caller chooses a stream key and the service
    starts and updates the activity.

    .. versionadded:: 0.1.0
    """

    START = "start"
    UPDATE = "update"
    END = "end"
    STREAM = "stream"
    END_STREAM = "end_stream"


OperationLike = Operation | OperationValue
"""What an argument for an operation may be."""


LEGACY = frozenset({Operation.START, Operation.UPDATE, Operation.END})
"""The operations of the manual lifecycle, which the service calls legacy but still supports."""

MANAGED = frozenset(Operation) - LEGACY
"""The operations of the managed lifecycle, on streams that are identified by a key."""


class ActivityType(_Argument):
    """The type of an activity, which decides how its card looks and which fields its state has.

    .. versionadded:: 0.1.0
    """

    SEGMENTED_PROGRESS = "segmented_progress"
    PROGRESS = "progress"
    METRICS = "metrics"
    STATS = "stats"
    ALERT = "alert"
    TIMER = "timer"
    VALUE = "value"


ActivityTypeLike = ActivityType | ActivityTypeValue
"""What an argument for an activity type may be."""


ENDPOINTS = {
    Operation.START: ("POST", "/live-activity/start"),
    Operation.UPDATE: ("POST", "/live-activity/update"),
    Operation.END: ("POST", "/live-activity/end"),
    Operation.STREAM: ("PUT", "/live-activity/stream/{stream_key}"),
    Operation.END_STREAM: ("DELETE", "/live-activity/stream/{stream_key}"),
}
"""The HTTP method and the path of each operation."""


class Color(StrEnum):
    """The colours that the service supports.

    .. versionadded:: 0.1.0
    """

    LIME = "lime"
    GREEN = "green"
    CYAN = "cyan"
    BLUE = "blue"
    PURPLE = "purple"
    MAGENTA = "magenta"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GRAY = "gray"


ColorLike = Color | ColorValue
"""What an argument for a colour may be."""


class ActionType(StrEnum):
    """The type of an action, which decides what happens when its button is tapped.

    .. versionadded:: 0.1.0
    """

    OPEN_URL = "open_url"
    WEBHOOK = "webhook"


ActionTypeLike = ActionType | ActionTypeValue
"""What an argument for the type of an action may be."""


class WebhookMethod(StrEnum):
    """The HTTP method with which the service calls a webhook: POST by default.

    .. versionadded:: 0.1.0
    """

    GET = "GET"
    POST = "POST"


WebhookMethodLike = WebhookMethod | WebhookMethodValue
"""What an argument for the method of a webhook may be."""
