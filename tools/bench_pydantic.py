"""Models of pydantic for the same requests, as one would write them by hand, for the benchmark.

They check what pydantic can declare without validator functions in Python:
types, bounds, lengths, patterns, closed objects, and the discriminator of the
states. They do not check rules on several fields, the size of metadata in
bytes, lone surrogates and the depth of a body, and they reject 2.0 as a whole number.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, TypeAdapter
from pydantic_core import SchemaValidator

Name = Annotated[StrictStr, Field(min_length=1)]
Finite = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Positive = Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)]
Count = Annotated[StrictInt, Field(ge=0)]
Color = Literal["lime", "green", "cyan", "blue", "purple", "magenta", "red", "orange", "yellow", "gray"]
Slugs = Annotated[list[Name], Field(min_length=1)]
TagText = Annotated[StrictStr, Field(min_length=1, max_length=64)]
Tags = list[TagText]
FewTags = Annotated[list[TagText], Field(max_length=20)]
Metadata = Annotated[
    dict[
        Annotated[StrictStr, Field(min_length=1, max_length=100)],
        Annotated[StrictStr, Field(max_length=4000)] | Finite | StrictBool,
    ],
    Field(max_length=50),
]
LEFT_OUT: Any = Field(default=None)


class Closed(BaseModel):
    """A model that forbids unknown fields."""

    model_config = ConfigDict(extra="forbid")


class Metric(Closed):
    """A metric."""

    label: Name
    value: Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)] | TagText
    unit: StrictStr = LEFT_OUT
    color: Color = LEFT_OUT


class Icon(Closed):
    """An icon."""

    symbol: Name
    color: Color = LEFT_OUT


class Badge(Closed):
    """A badge."""

    title: Name
    color: Color = LEFT_OUT


class OpenUrl(Closed):
    """A button that opens a URL."""

    title: StrictStr
    type: Literal["open_url"]
    url: Annotated[StrictStr, Field(pattern=r"^(?:[Hh][Tt][Tt][Pp][Ss]?://[^/?#:@\x00-\x20\x7f]|[Ss]hortcuts:)")]
    method: Literal["POST"] = LEFT_OUT


class Webhook(Closed):
    """A button that calls a webhook."""

    title: StrictStr
    type: Literal["webhook"]
    url: Annotated[StrictStr, Field(pattern=r"^[Hh][Tt][Tt][Pp][Ss]://[^/?#:@\x00-\x20\x7f]")]
    method: Literal["GET", "POST"] = LEFT_OUT
    body: dict[str, Any] = LEFT_OUT


Action = Annotated[OpenUrl | Webhook, Field(discriminator="type")]
Metrics = Annotated[list[Metric], Field(min_length=1, max_length=8)]


class State(Closed):
    """The fields that all states have."""

    title: StrictStr
    subtitle: StrictStr = LEFT_OUT
    color: Color = LEFT_OUT
    icon: Icon = LEFT_OUT


class Inert(State):
    """A state that allows timer fields at the defaults that the official SDK sends."""

    counts_down: Literal[True] = LEFT_OUT
    is_running: Literal[True] = LEFT_OUT


class Buttoned(Inert):
    """A state with a badge."""

    badge: Badge = LEFT_OUT


class Segments(Buttoned):
    """The state of segmented progress."""

    number_of_steps: Annotated[StrictInt, Field(ge=1)] = LEFT_OUT
    current_step: Count
    step_color: Color = LEFT_OUT
    step_colors: list[Color] = LEFT_OUT


class Progress(Buttoned):
    """The state of progress."""

    percentage: Annotated[float, Field(strict=True, ge=0, le=100)] = LEFT_OUT
    value: Finite = LEFT_OUT
    upper_limit: Positive = LEFT_OUT


class Readings(Inert):
    """The state of metrics and of stats."""

    metrics: Metrics


class Alert(Buttoned):
    """The state of an alert."""

    message: Name


class Timer(State):
    """The state of a timer."""

    duration_seconds: Positive = LEFT_OUT
    counts_down: StrictBool = LEFT_OUT
    is_running: StrictBool = LEFT_OUT


class Value(Buttoned):
    """The state of a value."""

    value: Finite | StrictStr


STATES: dict[str, type[State]] = {
    "segmented_progress": Segments,
    "progress": Progress,
    "metrics": Readings,
    "stats": Readings,
    "alert": Alert,
    "timer": Timer,
    "value": Value,
}


@cache
def variant(operation: str, name: str, *, typed: bool) -> type[State]:
    """Return the state of an activity type in an operation, with the field ``type`` or without it."""
    own: dict[str, Any] = {}
    if operation in {"end", "stream", "end_stream"}:
        own["auto_dismiss_minutes"] = Count
    if operation in {"stream", "end_stream"}:
        own["auto_dismiss_seconds"] = Count
    fields: dict[str, Any] = dict.fromkeys(own, LEFT_OUT)
    if typed:
        own["type"] = Literal[name]
    if operation == "start" and name == "segmented_progress":
        own["number_of_steps"] = Annotated[StrictInt, Field(ge=1)]
    return type(
        f"{name}_{operation}_{typed}", (STATES[name],), {"__annotations__": own, "__module__": __name__, **fields}
    )


def _state(operation: str) -> Any:  # noqa: ANN401 - a type created at run time
    """Return the union of the states of an operation, selected by the type or, if it may be missing, tried in order."""
    typed = _union([variant(operation, name, typed=True) for name in STATES])
    union: Any = Annotated[typed, Field(discriminator="type")]
    if operation == "start":
        return union
    untyped = [variant(operation, name, typed=False) for name in STATES if name != "stats"]
    return Annotated[_union([union, *untyped]), Field(union_mode="left_to_right")]


def _union(members: list[Any]) -> Any:  # noqa: ANN401 - a type created at run time
    from typing import Union  # noqa: PLC0415 - the operator cannot join a list of types

    return Union[tuple(members)]  # noqa: UP007 - as above


class Alerting(Closed):
    """A push alert."""

    title: StrictStr = LEFT_OUT
    body: StrictStr = LEFT_OUT


class Target(Closed):
    """A target."""

    channels: Slugs


_COMMON: dict[str, Any] = {"action": Action, "secondary_action": Action, "metadata": Metadata}
_REQUESTS: dict[str, dict[str, Any]] = {
    "start": {"alert": Alerting, "target": Target, "tags": Tags},
    "update": {"tags": FewTags},
    "end": {"tags": FewTags},
    "stream": {"alert": Alerting, "channels": Slugs, "target": Target, "tags": Tags},
    "end_stream": {"alert": Alerting, "tags": Tags},
}


@cache
def request(operation: str) -> type[Closed]:
    """Return the model of the requests of an operation."""
    optional = _COMMON | _REQUESTS[operation]
    required: dict[str, Any] = {"activity_id": Name} if operation in {"update", "end"} else {}
    (optional if operation == "end_stream" else required)["content_state"] = _state(operation)
    members = {"__annotations__": required | optional, "__module__": __name__, **dict.fromkeys(optional, LEFT_OUT)}
    return type(f"{operation}_request", (Closed,), members)


def validators() -> dict[str, SchemaValidator]:
    """Return the validator of each operation, which converts plain data or JSON text to a model."""
    return {operation: cast("SchemaValidator", TypeAdapter(request(operation)).validator) for operation in _REQUESTS}
