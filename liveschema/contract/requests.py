"""Models for requests: one class per operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liveschema.contract.base import SentModel
from liveschema.contract.parts import ACTIONS, CHANNELS, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.contract.rules.activity_too_large import ACTIVITY_TOO_LARGE
from liveschema.contract.rules.blank_key import BLANK_KEY
from liveschema.contract.rules.channels_differ import CHANNELS_DIFFER
from liveschema.contract.rules.legacy_operation import LEGACY_OPERATION
from liveschema.contract.rules.lone_secondary_action import LONE_SECONDARY_ACTION
from liveschema.contract.rules.many_tags import MANY_TAGS, MOST_TAGS
from liveschema.contract.rules.metadata_too_large import METADATA_TOO_LARGE
from liveschema.contract.rules.proto_key import PROTO_KEY
from liveschema.contract.states import BUTTONED, STATES, State
from liveschema.contract.vocabulary import LEGACY, Operation
from liveschema.engine.containers import ListOf, MapOf, UnionOf
from liveschema.engine.contract import Contract
from liveschema.engine.declare import field, model
from liveschema.engine.objects import spec_of
from liveschema.engine.placements import InObject
from liveschema.engine.report import report
from liveschema.engine.rule import ModeRule
from liveschema.engine.scalars import Boolean, Number, Text
from liveschema.engine.unions import Nested

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from liveschema.engine.contract import FieldPredicates
    from liveschema.engine.problems import Problem

_TAG = Text(min_length=1, max_length=64)
_FEW_TAGS = ListOf(_TAG, "tag", max_items=MOST_TAGS)
_TAGS = ListOf(_TAG, "tag", rules=(MANY_TAGS,))
_METADATA = MapOf(
    key=Text(min_length=1, max_length=100, rules=(BLANK_KEY, PROTO_KEY)),
    value=UnionOf((Text(max_length=4000), Number(), Boolean()), "MetadataValue"),
    max_properties=50,
    max_bytes=16_384,
    size_rule=METADATA_TOO_LARGE,
)
_KEY_IN_URL = {"stream_key": InObject("the path of the URL")}


@model(label="the request", abstract=True, rules=(LONE_SECONDARY_ACTION, ACTIVITY_TOO_LARGE))
class Request(SentModel):
    """The base class of requests. It is abstract; build one of its subclasses.

    Args:
        action: The button on the card.
        secondary_action: A second button; only on alert, progress,
            segmented_progress and value activities.
        tags: Tags for filtering requests, of 1 to 64 characters each.
        metadata: A mapping with at most 50 entries and at most 16,384 bytes as
            compact UTF-8 JSON. The keys have 1 to 100 characters; the values
            are strings of at most 4,000 characters, finite numbers or
            booleans. An empty mapping clears the metadata of the activity.

    .. versionadded:: 0.1.0
    """

    if TYPE_CHECKING:
        operation: ClassVar[Operation]
        """The operation of the request."""

    action: OpenUrlAction | WebhookAction | None = field(
        ACTIONS, default=None, doc="The button of the card.", source="LiveActivityAction"
    )
    secondary_action: OpenUrlAction | WebhookAction | None = field(
        ACTIONS,
        default=None,
        beside=BUTTONED,
        doc="A second button, where the card has room for it.",
        source="LiveActivityAction",
    )
    tags: Sequence[str] | None = field(_TAGS, default=None, doc="Labels for the request.", source="tag")
    metadata: Mapping[str, str | float | bool] | None = field(
        _METADATA, default=None, doc="What the details in the app show; an empty object clears it.", source="metadata"
    )

    @property
    def _known_type(self) -> str | None:
        """The activity type of the class of the state; None if there is no state."""
        state = getattr(self, "content_state", None)
        return str(spec_of(type(state)).tag) if isinstance(state, State) else None

    def __is_sound__(self, data: dict[str, object]) -> bool:
        """Return whether the generated predicate of the operation accepts the data."""
        from liveschema._generated import requests  # noqa: PLC0415 - generated from this module

        return bool(requests.VALID[self.operation](data, self._known_type))

    def __problems__(self) -> tuple[Problem, ...]:
        """Find every problem of this request, as a report on its JSON would list them."""
        return tuple(report(CONTRACT, self.__plain__(), self.operation, self._known_type))


@model()
class StartRequest(Request):
    """Start an activity: ``POST /live-activity/start`` (legacy, still supported).

    Args:
        content_state: The content of the card; its type is required.
        alert: The push notification that is shown with the start.
        target: The recipients.

    Raises:
        InvalidPayload: If the request has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    operation = Operation.START
    content_state: State = field(STATES, doc="What the card shows.", source="ContentStateStart")
    alert: PushAlert | None = field(
        Nested(PushAlert), default=None, doc="The push notification to go with it.", source="AlertPayload"
    )
    target: Target | None = field(Nested(Target), default=None, doc="The recipients.", source="ChannelTarget")


@model(abstract=True)
class _Existing(Request):
    """The base class of requests on an existing activity, which have its id."""

    activity_id: str = field(Text(min_length=1), doc="The id in the response to the start.", source="activity_id")
    tags: Sequence[str] | None = field(
        _FEW_TAGS, default=None, doc="Labels; leave out to keep them, send an empty list to remove them.", source="tags"
    )


@model()
class UpdateRequest(_Existing):
    """Update an activity: ``POST /live-activity/update`` (legacy, still supported).

    Args:
        activity_id: The id from the response to the start; not empty.
        content_state: The new content of the card.
        tags: At most 20 tags of 1 to 64 characters. None keeps the tags of the
            activity, an empty list clears them.

    Raises:
        InvalidPayload: If the request has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    operation = Operation.UPDATE
    content_state: State = field(STATES, doc="What the card shows from now on.", source="ContentStateUpdate")


@model()
class EndRequest(_Existing):
    """End an activity: ``POST /live-activity/end`` (legacy, still supported).

    Args:
        activity_id: The id from the response to the start; not empty.
        content_state: The final content of the card.
        tags: At most 20 tags of 1 to 64 characters. None keeps the tags of the
            activity, an empty list clears them.

    Raises:
        InvalidPayload: If the request has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    operation = Operation.END
    content_state: State = field(STATES, doc="What the card shows last.", source="ContentStateEnd")


@model(rules=(CHANNELS_DIFFER,), placements=_KEY_IN_URL)
class StreamRequest(Request):
    """Start or update a managed stream: ``PUT /live-activity/stream/{stream_key}``.

    Args:
        content_state: The new content of the card. It should have a type,
            since the service may start a new activity at any time.
        alert: The push notification that is shown with the change.
        channels: The slugs of the channels that receive it; at least one.
        target: An older form of ``channels``; if both are given, they must
            name the same channels.

    Raises:
        InvalidPayload: If the request has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    operation = Operation.STREAM
    content_state: State = field(STATES, doc="What the card shows from now on.", source="StreamContentState")
    alert: PushAlert | None = field(
        Nested(PushAlert), default=None, doc="The push notification to go with the change.", source="AlertPayload"
    )
    channels: Sequence[str] | None = field(
        CHANNELS, default=None, doc="The slugs of the channels it is for.", source="LiveActivityStreamRequest.channels"
    )
    target: Target | None = field(
        Nested(Target), default=None, doc="The channels, under an older name.", source="ChannelTarget"
    )


@model(placements=_KEY_IN_URL)
class EndStreamRequest(Request):
    """End a managed stream: ``DELETE /live-activity/stream/{stream_key}``.

    Args:
        content_state: The final content of the card; None leaves it unchanged.
        alert: The push notification that is shown with the end.

    All arguments are optional.

    Raises:
        InvalidPayload: If the request has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    operation = Operation.END_STREAM
    content_state: State | None = field(
        STATES, default=None, doc="What the card shows last.", source="StreamContentState"
    )
    alert: PushAlert | None = field(
        Nested(PushAlert), default=None, doc="The push notification to go with the end.", source="AlertPayload"
    )


REQUESTS: dict[Operation, type[Request]] = {
    cls.operation: cls for cls in (StartRequest, UpdateRequest, EndRequest, StreamRequest, EndStreamRequest)
}


def _field_predicates() -> FieldPredicates:
    from liveschema._generated.fields import FIELD_PREDICATES  # noqa: PLC0415 - generated from this module

    return FIELD_PREDICATES


CONTRACT = Contract(
    modes=Operation,
    payloads=REQUESTS,
    label="request",
    mode_rules=(ModeRule(LEGACY_OPERATION, LEGACY),),
    load_field_predicates=_field_predicates,
)
"""The whole contract, from which the engine derives everything else."""
