"""The parts of a payload: metrics, icons, badges, buttons, the push alert, the target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from liveschema.constraints import Choice, Cross, Either, Elsewhere, Family, FreeObject, ListOf, Number, Tag, Text, Url
from liveschema.models._declare import Model, field, model
from liveschema.rules import GET_WITH_BODY, TYPE_MISMATCH, UNKNOWN_COLOR, UNKNOWN_METHOD, UNKNOWN_TYPE
from liveschema.vocabulary import ActionType, Color, WebhookMethod

COLOR: Final = Choice(Color, UNKNOWN_COLOR)
SHOWN: Final = Text(warn_blank=True)
NAMED: Final = Text(minimum=1, warn_blank=True)
CHANNELS: Final = ListOf(Text(minimum=1), "channel", minimum=1)
WEB_OR_SHORTCUT: Final = Url(
    ("https", "http", "shortcuts"), "an absolute http or https URL, or a shortcuts://run-shortcut URL"
)
HTTPS: Final = Url(("https",), "an absolute https URL")


@model(noun="the metric", kw_only=False)
class Metric(Model):
    """One labelled reading of a ``metrics`` or ``stats`` activity.

    Args:
        label: What is measured; not empty.
        value: A number, 0 or more, or a string of 1 to 64 characters that is
            shown as it stands.
        unit: What the value counts.
        color: The colour of this metric.

    Raises:
        InvalidPayload: With every problem of the metric.

    .. versionadded:: 0.1.0
    """

    label: str = field(NAMED, doc="What is measured.", source="ActivityMetric.label")
    value: float | str = field(
        Either((Number(minimum=0), Text(minimum=1, maximum=64))),
        doc="The reading: a number, or a string that keeps its formatting.",
        source="ActivityMetric.value",
    )
    unit: str | None = field(
        Text(), default=None, kw_only=True, doc="What the value counts.", source="ActivityMetric.unit"
    )
    color: Color | str | None = field(
        COLOR, default=None, kw_only=True, doc="The colour of this metric.", source="ActivityMetric.color"
    )


@model(noun="the icon", kw_only=False)
class Icon(Model):
    """A symbol beside the title.

    Args:
        symbol: The name of an Apple SF Symbol; not empty.
        color: The colour of the symbol.

    Raises:
        InvalidPayload: With every problem of the icon.

    .. versionadded:: 0.1.0
    """

    symbol: str = field(
        Text(minimum=1, symbol=True), doc="The name of an Apple SF Symbol.", source="LiveActivityAlertIcon.symbol"
    )
    color: Color | str | None = field(
        COLOR, default=None, kw_only=True, doc="The colour of the symbol.", source="LiveActivityAlertIcon.color"
    )


@model(noun="the badge", kw_only=False)
class Badge(Model):
    """A short word in a pill, such as ``NEW``.

    Args:
        title: The word; not empty.
        color: The colour of the pill.

    Raises:
        InvalidPayload: With every problem of the badge.

    .. versionadded:: 0.1.0
    """

    title: str = field(NAMED, doc="The word in the pill.", source="LiveActivityAlertBadge.title")
    color: Color | str | None = field(
        COLOR, default=None, kw_only=True, doc="The colour of the pill.", source="LiveActivityAlertBadge.color"
    )


@model(noun="the action", kw_only=False)
class OpenUrlAction(Model):
    """A button that opens a page or runs a shortcut on the phone.

    Args:
        title: What the button says.
        url: An absolute http or https URL, or
            ``shortcuts://run-shortcut?name=…``.

    Raises:
        InvalidPayload: With every problem of the action.

    .. versionadded:: 0.1.0
    """

    title: str = field(SHOWN, doc="What the button says.", source="LiveActivityAction.title")
    url: str = field(WEB_OR_SHORTCUT, doc="What a tap opens.", source="LiveActivityAction.url")
    type: ActionType = field(
        Tag(ActionType.OPEN_URL, UNKNOWN_TYPE, TYPE_MISMATCH),
        default=ActionType.OPEN_URL,
        kw_only=True,
        doc="What a tap does.",
        source="LiveActivityAction.type",
    )


@model(
    noun="the action",
    kw_only=False,
    crosses=(
        Cross(
            GET_WITH_BODY,
            ("method", "body"),
            lambda *_: "body should be left out of a GET webhook, got one",
            at="body",
            holds=lambda method, _: method != WebhookMethod.GET,
            hint="use POST, or leave body out",
        ),
    ),
)
class WebhookAction(Model):
    """A button that has the service call a webhook.

    Args:
        title: What the button says.
        url: An absolute https URL.
        method: ``GET`` or ``POST``; the service assumes ``POST``.
        body: What is sent: an object of any content that JSON carries.

    Raises:
        InvalidPayload: With every problem of the action.

    .. versionadded:: 0.1.0
    """

    title: str = field(SHOWN, doc="What the button says.", source="LiveActivityAction.title")
    url: str = field(HTTPS, doc="What the service calls.", source="LiveActivityAction.url")
    method: WebhookMethod | str | None = field(
        Choice(WebhookMethod, UNKNOWN_METHOD),
        default=None,
        kw_only=True,
        assumed=WebhookMethod.POST,
        tolerated=True,
        doc="How the webhook is called.",
        source="LiveActivityAction.method",
    )
    body: Mapping[str, Any] | None = field(
        FreeObject(), default=None, kw_only=True, doc="What is sent.", source="LiveActivityAction.body"
    )
    type: ActionType = field(
        Tag(ActionType.WEBHOOK, UNKNOWN_TYPE, TYPE_MISMATCH),
        default=ActionType.WEBHOOK,
        kw_only=True,
        doc="What a tap does.",
        source="LiveActivityAction.type",
    )


@model(noun="the alert")
class PushAlert(Model):
    """The push notification shown with a change; not the activity type ``alert``.

    Args:
        title: Its first line.
        body: Its text.

    Raises:
        InvalidPayload: With every problem of the alert.

    .. versionadded:: 0.1.0
    """

    title: str | None = field(SHOWN, default=None, doc="Its first line.", source="AlertPayload.title")
    body: str | None = field(Text(), default=None, doc="Its text.", source="AlertPayload.body")


@model(noun="the target", kw_only=False)
class Target(Model):
    """Whom a request is for.

    Args:
        channels: The slugs of the channels; at least one.

    Raises:
        InvalidPayload: With every problem of the target.

    .. versionadded:: 0.1.0
    """

    channels: Sequence[str] = field(CHANNELS, doc="The slugs of the channels.", source="ChannelTarget.channels")


ACTIONS: Final = Family((OpenUrlAction, WebhookAction), "action")

for _spec in ACTIONS.specs.values():
    for _other in ACTIONS.specs.values():
        for _name, _field in _other.fields.items():
            if _name not in _spec.fields:
                _spec.belongs[_name] = Elsewhere(f"{_other.tag} actions")
                if _field.tolerated:
                    _spec.tolerated[_name] = _field
