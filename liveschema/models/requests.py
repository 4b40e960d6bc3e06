"""The requests: one class per operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from liveschema.constraints import (
    Boolean,
    Context,
    Cross,
    Either,
    Elsewhere,
    Entries,
    ListOf,
    Number,
    Part,
    Text,
    lower_model,
    report_request,
    spec_of,
)
from liveschema.constraints._describe import listed, some
from liveschema.models._declare import Model, field, model
from liveschema.models.parts import ACTIONS, CHANNELS, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.models.states import BUTTONED, STATES, State
from liveschema.problems import Problem
from liveschema.rules import CHANNELS_DIFFER, LONE_SECONDARY_ACTION, MANY_TAGS
from liveschema.vocabulary import Operation

_MOST_TAGS: Final = 20
_TAG: Final = Text(minimum=1, maximum=64)
_FEW_TAGS: Final = ListOf(_TAG, "tag", maximum=_MOST_TAGS)
_TAGS: Final = ListOf(_TAG, "tag", advised=_MOST_TAGS, advice=MANY_TAGS)
_METADATA: Final = Entries(
    key=Text(minimum=1, maximum=100),
    value=Either((Text(maximum=4000), Number(), Boolean())),
    maximum=50,
    maximum_size=16_384,
)
_SECOND_BUTTON: Final = Cross(
    LONE_SECONDARY_ACTION,
    ("secondary_action",),
    lambda _: "secondary_action should stand beside action, got it alone",
    without=("action",),
    hint="name it action",
)
_CHANNELS_AGREE: Final = Cross(
    CHANNELS_DIFFER,
    ("channels", "target"),
    lambda channels, target: (
        f"channels must name the same channels as target.channels ({some(target['channels'])}), got {some(channels)}"
    ),
    holds=lambda channels, target: set(channels) == set(target["channels"]),
    hint="leave target out",
)


@model(noun="the request", abstract=True, crosses=(_SECOND_BUTTON,))
class Request(Model):
    """What every request has; build one of its subclasses.

    Args:
        action: The button of the card.
        secondary_action: A second button, on alert, progress,
            segmented_progress and value activities.
        tags: Strings of 1 to 64 characters to file the request under.
        metadata: At most 50 entries of a key of 1 to 100 characters and a
            string of at most 4,000, a finite number or a boolean; at most
            16,384 bytes as compact UTF-8 JSON. An empty mapping clears it.

    .. versionadded:: 0.1.0
    """

    operation: ClassVar[Operation]
    """What the request does."""

    action: OpenUrlAction | WebhookAction | None = field(
        ACTIONS, default=None, doc="The button of the card.", source="LiveActivityAction"
    )
    secondary_action: OpenUrlAction | WebhookAction | None = field(
        ACTIONS,
        default=None,
        types=BUTTONED,
        doc="A second button, where the card has room for it.",
        source="LiveActivityAction",
    )
    tags: Sequence[str] | None = field(_TAGS, default=None, doc="What to file the request under.", source="tag")
    metadata: Mapping[str, str | float | bool] | None = field(
        _METADATA, default=None, doc="What the details in the app show; an empty object clears it.", source="metadata"
    )

    def __problems__(self) -> tuple[Problem, ...]:
        """Find every problem of this request, as a report on its JSON would."""
        state = getattr(self, "content_state", None)
        kind = spec_of(type(state)).tag if isinstance(state, State) else None
        context = Context(operation=self.operation, known=kind)
        return tuple(report_request(spec_of(type(self)), lower_model(self, (type(self),)), context))


@model()
class StartRequest(Request):
    """Start an activity: ``POST /live-activity/start`` (legacy, still supported).

    Args:
        content_state: What the card shows; with a type.
        alert: The push notification to go with it.
        target: Whom it is for.

    Also everything that `Request` takes.

    Raises:
        InvalidPayload: With every problem of the request.

    .. versionadded:: 0.1.0
    """

    operation = Operation.START
    content_state: State = field(STATES, doc="What the card shows.", source="ContentStateStart")
    alert: PushAlert | None = field(
        Part(PushAlert), default=None, doc="The push notification to go with it.", source="AlertPayload"
    )
    target: Target | None = field(Part(Target), default=None, doc="Whom it is for.", source="ChannelTarget")


@model(abstract=True)
class _Existing(Request):
    """A request on an activity whose id the caller has kept."""

    activity_id: str = field(Text(minimum=1), doc="The id that the start answered with.", source="activity_id")
    tags: Sequence[str] | None = field(
        _FEW_TAGS, default=None, doc="What to file it under; left out keeps, an empty list clears.", source="tags"
    )


@model()
class UpdateRequest(_Existing):
    """Update an activity: ``POST /live-activity/update`` (legacy, still supported).

    Args:
        activity_id: The id that the start answered with; not empty.
        content_state: What the card shows from now on.
        tags: At most 20; None keeps those there are, an empty list clears them.

    Also everything that `Request` takes.

    Raises:
        InvalidPayload: With every problem of the request.

    .. versionadded:: 0.1.0
    """

    operation = Operation.UPDATE
    content_state: State = field(STATES, doc="What the card shows from now on.", source="ContentStateUpdate")


@model()
class EndRequest(_Existing):
    """End an activity: ``POST /live-activity/end`` (legacy, still supported).

    Args:
        activity_id: The id that the start answered with; not empty.
        content_state: What the card shows last.
        tags: At most 20; None keeps those there are, an empty list clears them.

    Also everything that `Request` takes.

    Raises:
        InvalidPayload: With every problem of the request.

    .. versionadded:: 0.1.0
    """

    operation = Operation.END
    content_state: State = field(STATES, doc="What the card shows last.", source="ContentStateEnd")


@model(crosses=(_CHANNELS_AGREE,))
class StreamRequest(Request):
    """Bring a managed stream to a state: ``PUT /live-activity/stream/{stream_key}``.

    Args:
        content_state: What the card shows from now on; best with a type, since
            the service may start a fresh activity at any time.
        alert: The push notification to go with the change.
        channels: The slugs of the channels it is for; at least one.
        target: The same, in the older spelling.

    Also everything that `Request` takes.

    Raises:
        InvalidPayload: With every problem of the request.

    .. versionadded:: 0.1.0
    """

    operation = Operation.STREAM
    content_state: State = field(STATES, doc="What the card shows from now on.", source="StreamContentState")
    alert: PushAlert | None = field(
        Part(PushAlert), default=None, doc="The push notification to go with the change.", source="AlertPayload"
    )
    channels: Sequence[str] | None = field(
        CHANNELS, default=None, doc="The slugs of the channels it is for.", source="LiveActivityStreamRequest.channels"
    )
    target: Target | None = field(
        Part(Target), default=None, doc="The channels, in the older spelling.", source="ChannelTarget"
    )


@model()
class EndStreamRequest(Request):
    """End a managed stream: ``DELETE /live-activity/stream/{stream_key}``.

    Args:
        content_state: What the card shows last; None leaves it as it is.
        alert: The push notification to go with the end.

    Also everything that `Request` takes. A request without anything is fine.

    Raises:
        InvalidPayload: With every problem of the request.

    .. versionadded:: 0.1.0
    """

    operation = Operation.END_STREAM
    content_state: State | None = field(
        STATES, default=None, doc="What the card shows last.", source="StreamContentState"
    )
    alert: PushAlert | None = field(
        Part(PushAlert), default=None, doc="The push notification to go with the end.", source="AlertPayload"
    )


REQUESTS: Final[dict[Operation, type[Request]]] = {
    cls.operation: cls for cls in (StartRequest, UpdateRequest, EndRequest, StreamRequest, EndStreamRequest)
}


def _tell_where_fields_belong() -> None:
    specs = {operation: spec_of(cls) for operation, cls in REQUESTS.items()}
    having: dict[str, list[str]] = {}
    for operation, spec in specs.items():
        for name in spec.fields:
            having.setdefault(name, []).append(str(operation))
    for spec in specs.values():
        spec.belongs.update((name, Elsewhere("content_state", inside=True)) for name in STATES.names)
        spec.belongs.update(
            (name, Elsewhere(f"{listed(on)} requests")) for name, on in having.items() if name not in spec.fields
        )
    for spec in (*STATES.specs.values(), STATES.shared):
        spec.belongs.update(
            (name, Elsewhere("the request", inside=True)) for name in having if name not in STATES.names
        )

    for operation in (Operation.STREAM, Operation.END_STREAM):
        specs[operation].belongs["stream_key"] = Elsewhere("the path of the URL", inside=True)


_tell_where_fields_belong()

__all__ = [
    "REQUESTS",
    "EndRequest",
    "EndStreamRequest",
    "Request",
    "StartRequest",
    "StreamRequest",
    "UpdateRequest",
]
