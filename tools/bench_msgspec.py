"""Structs of msgspec for the same requests, as one would write them by hand, for the benchmark.

They check what msgspec can declare: types, bounds, lengths, patterns, closed
objects, and the tag of the states. They do not check payloads without a type,
rules on several fields, the size of metadata in bytes, lone surrogates, the
depth of a body, non-finite numbers, and ``color`` or ``badge`` by operation.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

Name = Annotated[str, Meta(min_length=1)]
Positive = Annotated[float, Meta(gt=0)]
Count = Annotated[int, Meta(ge=0)]
Steps = Annotated[int, Meta(ge=1)]
Color = Literal["lime", "green", "cyan", "blue", "purple", "magenta", "red", "orange", "yellow", "gray"]
Slugs = Annotated[list[Name], Meta(min_length=1)]
TagText = Annotated[str, Meta(min_length=1, max_length=64)]
FewTags = Annotated[list[TagText], Meta(max_length=20)]
Metadata = Annotated[
    dict[
        Annotated[str, Meta(min_length=1, max_length=100)],
        Union[Annotated[str, Meta(max_length=4000)], float, bool],  # noqa: UP007 - the operator fails for Annotated
    ],
    Meta(max_length=50),
]


class Metric(Struct, forbid_unknown_fields=True):
    """A metric."""

    label: Name
    value: Annotated[float, Meta(ge=0)] | TagText
    unit: str | UnsetType = UNSET
    color: Color | UnsetType = UNSET


class Icon(Struct, forbid_unknown_fields=True):
    """An icon."""

    symbol: Name
    color: Color | UnsetType = UNSET


class Badge(Struct, forbid_unknown_fields=True):
    """A badge."""

    title: Name
    color: Color | UnsetType = UNSET


class OpenUrl(Struct, forbid_unknown_fields=True, tag_field="type", tag="open_url"):
    """A button that opens a URL."""

    title: str
    url: Annotated[str, Meta(pattern=r"^(?:[Hh][Tt][Tt][Pp][Ss]?://[^/?#:@\x00-\x20\x7f]|[Ss]hortcuts:)")]
    method: Literal["POST"] | UnsetType = UNSET


class Webhook(Struct, forbid_unknown_fields=True, tag_field="type", tag="webhook"):
    """A button that calls a webhook."""

    title: str
    url: Annotated[str, Meta(pattern=r"^[Hh][Tt][Tt][Pp][Ss]://[^/?#:@\x00-\x20\x7f]")]
    method: Literal["GET", "POST"] | UnsetType = UNSET
    body: dict[str, Any] | UnsetType = UNSET


class Alerting(Struct, forbid_unknown_fields=True):
    """A push alert."""

    title: str | UnsetType = UNSET
    body: str | UnsetType = UNSET


class Target(Struct, forbid_unknown_fields=True):
    """A target."""

    channels: Slugs


def _optional(kind: Any) -> Any:  # noqa: ANN401 - a type created at run time
    return kind | UnsetType


_SHARED: list[Any] = [
    ("title", str),
    *((name, _optional(kind), UNSET) for name, kind in (("subtitle", str), ("color", Color), ("icon", Icon))),
]
_INERT = {"counts_down": bool, "is_running": bool}
_OWN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "segmented_progress": (
        {"current_step": Count},
        {"number_of_steps": Steps, "step_color": Color, "step_colors": list[Color], "badge": Badge},
    ),
    "progress": (
        {},
        {
            "percentage": Annotated[float, Meta(ge=0, le=100)],
            "value": float,
            "upper_limit": Positive,
            "badge": Badge,
        },
    ),
    "metrics": ({"metrics": Annotated[list[Metric], Meta(min_length=1, max_length=8)]}, {}),
    "stats": ({"metrics": Annotated[list[Metric], Meta(min_length=1, max_length=8)]}, {}),
    "alert": ({"message": Name}, {"badge": Badge}),
    "timer": ({}, {"duration_seconds": Positive}),
    "value": ({"value": float | str}, {"badge": Badge}),
}


def _state(operation: str, name: str) -> type:
    required, optional = (dict(each) for each in _OWN[name])
    optional |= _INERT
    if operation == "start" and "number_of_steps" in optional:
        required["number_of_steps"] = optional.pop("number_of_steps")
    if operation in {"end", "stream", "end_stream"}:
        optional["auto_dismiss_minutes"] = Count
    if operation in {"stream", "end_stream"}:
        optional["auto_dismiss_seconds"] = Count
    first, *rest = _SHARED
    fields = [first, *required.items(), *rest, *((key, _optional(kind), UNSET) for key, kind in optional.items())]
    return msgspec.defstruct(f"{name}_{operation}", fields, tag_field="type", tag=name, forbid_unknown_fields=True)


_REQUESTS: dict[str, dict[str, Any]] = {
    "start": {"alert": Alerting, "target": Target, "tags": list[TagText]},
    "update": {"tags": FewTags},
    "end": {"tags": FewTags},
    "stream": {"alert": Alerting, "channels": Slugs, "target": Target, "tags": list[TagText]},
    "end_stream": {"alert": Alerting, "tags": list[TagText]},
}


def _request(operation: str) -> type:
    states: Any = Union[tuple(_state(operation, name) for name in _OWN)]  # noqa: UP007 - created at run time
    optional = {"action": OpenUrl | Webhook, "secondary_action": OpenUrl | Webhook, "metadata": Metadata}
    optional |= _REQUESTS[operation]
    required: dict[str, Any] = {"activity_id": Name} if operation in {"update", "end"} else {}
    (optional if operation == "end_stream" else required)["content_state"] = states
    fields: list[Any] = [*required.items(), *((name, _optional(kind), UNSET) for name, kind in optional.items())]
    return msgspec.defstruct(f"{operation}_request", fields, forbid_unknown_fields=True)


def types() -> dict[str, type]:
    """Return the struct of each operation."""
    return {operation: _request(operation) for operation in _REQUESTS}
