"""Models for the parts of a payload: metrics, icons, badges, buttons, the push alert and the target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liveschema.contract.base import SentModel
from liveschema.contract.rules.blank_text import BLANK_TEXT
from liveschema.contract.rules.get_with_body import GET_WITH_BODY
from liveschema.contract.rules.shortcut_url import SHORTCUT_URL
from liveschema.contract.rules.symbol_shape import SYMBOL_SHAPE
from liveschema.contract.rules.unknown_color import UNKNOWN_COLOR
from liveschema.contract.rules.unknown_method import UNKNOWN_METHOD
from liveschema.contract.vocabulary import (
    ActionType,
    ActionTypeLike,
    Color,
    ColorLike,
    WebhookMethod,
    WebhookMethodLike,
)
from liveschema.engine.containers import JsonObject, ListOf, UnionOf
from liveschema.engine.declare import field, model, tag_field
from liveschema.engine.objects import Tolerance
from liveschema.engine.scalars import EnumOf, Number, Text, Url
from liveschema.engine.unions import TaggedUnion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
else:
    Any = object  # for those who evaluate the annotations; importing `typing` would be slow

COLOR = EnumOf(Color, UNKNOWN_COLOR)
SHOWN = Text(rules=(BLANK_TEXT,))
NAMED = Text(min_length=1, rules=(BLANK_TEXT,))
CHANNELS = ListOf(Text(min_length=1), "channel", min_items=1)
WEB_OR_SHORTCUT = Url(
    ("https", "http", "x-safari-https"),
    "an absolute http, https or x-safari-https URL, or a shortcuts://run-shortcut URL",
    opaque_schemes=("shortcuts",),
    rules=(SHORTCUT_URL,),
)
HTTPS = Url(("https",), "an absolute https URL")
DEFAULT_OF_PYTHON_SDK = Tolerance("Accepted at its default, which the official Python SDK adds; without effect here.")
"""The tolerance for a default that the SDK adds to every type, although only some types have the field."""
NULL_OF_GO_SDK = Tolerance("Accepted as null, which the official Go SDK sends for unset fields.", null=True)
"""The tolerance for null, which the SDK adds to every type, whether or not the type has the field."""


@model(label="the metric", kw_only=False)
class Metric(SentModel):
    """One labelled value of a ``metrics`` or ``stats`` activity.

    Args:
        label: The name of the quantity, such as ``CPU``; not empty.
        value: A number of at least 0, or a string of 1 to 64 characters that
            is shown unchanged.
        unit: The unit of the value, such as ``%``.
        color: The colour of this metric, a `Color` or its value.

    Raises:
        InvalidPayload: If the metric has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    label: str = field(NAMED, doc="What is measured.", source="ActivityMetric.label")
    value: float | str = field(
        UnionOf((Number(minimum=0), Text(min_length=1, max_length=64)), "MetricValue"),
        doc="The reading: a number, or a string that keeps its formatting.",
        source="ActivityMetric.value",
    )
    unit: str | None = field(
        Text(), default=None, kw_only=True, doc="What the value counts.", source="ActivityMetric.unit"
    )
    color: ColorLike | None = field(
        COLOR, default=None, kw_only=True, doc="The colour of this metric.", source="ActivityMetric.color"
    )


@model(label="the icon", kw_only=False)
class Icon(SentModel):
    """A symbol next to the title.

    Args:
        symbol: The name of an Apple SF Symbol, such as ``bolt.fill``; not empty.
        color: The colour of the symbol, a `Color` or its value.

    Raises:
        InvalidPayload: If the icon has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    symbol: str = field(
        Text(min_length=1, rules=(SYMBOL_SHAPE,)),
        doc="The name of an Apple SF Symbol.",
        source="LiveActivityAlertIcon.symbol",
    )
    color: ColorLike | None = field(
        COLOR, default=None, kw_only=True, doc="The colour of the symbol.", source="LiveActivityAlertIcon.color"
    )


@model(label="the badge", kw_only=False)
class Badge(SentModel):
    """A short label in a rounded box, such as ``NEW``.

    Args:
        title: The text of the badge; not empty.
        color: The colour of the box, a `Color` or its value.

    Raises:
        InvalidPayload: If the badge has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    title: str = field(NAMED, doc="The text in the box.", source="LiveActivityAlertBadge.title")
    color: ColorLike | None = field(
        COLOR, default=None, kw_only=True, doc="The colour of the box.", source="LiveActivityAlertBadge.color"
    )


@model(label="the action", kw_only=False)
class OpenUrlAction(SentModel):
    """A button that opens a web page or runs a shortcut on the phone.

    Args:
        title: The text of the button.
        url: An absolute http, https or x-safari-https URL, or
            ``shortcuts://run-shortcut?name=…``.
        type: Always ``open_url``.

    Raises:
        InvalidPayload: If the action has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    title: str = field(SHOWN, doc="What the button says.", source="LiveActivityAction.title")
    url: str = field(WEB_OR_SHORTCUT, doc="What a tap opens.", source="LiveActivityAction.url")
    type: ActionTypeLike = tag_field(
        default=ActionType.OPEN_URL,
        label="action",
        kw_only=True,
        doc="What a tap does.",
        source="LiveActivityAction.type",
    )


@model(
    label="the action",
    kw_only=False,
    rules=(GET_WITH_BODY,),
)
class WebhookAction(SentModel):
    """A button that makes the service call a webhook.

    Args:
        title: The text of the button.
        url: An absolute https URL.
        method: ``GET`` or ``POST``; the service assumes ``POST`` by default.
        body: The body of the call: an object with any JSON content, at most
            200 levels deep.
        type: Always ``webhook``.

    Raises:
        InvalidPayload: If the action has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    title: str = field(SHOWN, doc="What the button says.", source="LiveActivityAction.title")
    url: str = field(HTTPS, doc="What the service calls.", source="LiveActivityAction.url")
    method: WebhookMethodLike | None = field(
        EnumOf(WebhookMethod, UNKNOWN_METHOD),
        default=None,
        kw_only=True,
        service_default=WebhookMethod.POST,
        tolerance=DEFAULT_OF_PYTHON_SDK,
        doc="How the webhook is called.",
        source="LiveActivityAction.method",
    )
    body: Mapping[str, Any] | None = field(
        JsonObject(), default=None, kw_only=True, doc="What is sent.", source="LiveActivityAction.body"
    )
    type: ActionTypeLike = tag_field(
        default=ActionType.WEBHOOK,
        label="action",
        kw_only=True,
        doc="What a tap does.",
        source="LiveActivityAction.type",
    )


@model(label="the alert")
class PushAlert(SentModel):
    """The push notification that is shown with a change; not the activity type ``alert``.

    Args:
        title: The first line of the notification.
        body: The text of the notification.

    Raises:
        InvalidPayload: If the alert has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    title: str | None = field(SHOWN, default=None, doc="Its first line.", source="AlertPayload.title")
    body: str | None = field(Text(), default=None, doc="Its text.", source="AlertPayload.body")


@model(label="the target", kw_only=False)
class Target(SentModel):
    """The recipients of a request.

    Args:
        channels: The slugs of the channels; at least one, none of them empty.

    Raises:
        InvalidPayload: If the target has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    channels: Sequence[str] = field(CHANNELS, doc="The slugs of the channels.", source="ChannelTarget.channels")


ACTIONS = TaggedUnion(
    (OpenUrlAction, WebhookAction), "action", "actions", description="A button, and what a tap on it does."
)
