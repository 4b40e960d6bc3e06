"""Models for the state of an activity: one class per activity type."""

from __future__ import annotations

from collections.abc import Sequence

from liveschema.contract.base import SentModel
from liveschema.contract.parts import (
    COLOR,
    DEFAULT_OF_PYTHON_SDK,
    NAMED,
    NULL_OF_GO_SDK,
    SHOWN,
    Badge,
    Icon,
    Metric,
)
from liveschema.contract.rules.auto_dismiss_on_stream import AUTO_DISMISS_ON_STREAM
from liveschema.contract.rules.both_auto_dismiss import BOTH_AUTO_DISMISS
from liveschema.contract.rules.color_on_stats import COLOR_ON_STATS
from liveschema.contract.rules.duplicate_label import DUPLICATE_LABEL
from liveschema.contract.rules.metrics_not_shown import METRICS_NOT_SHOWN
from liveschema.contract.rules.percentage_wins import PERCENTAGE_WINS
from liveschema.contract.rules.step_colors_length import STEP_COLORS_LENGTH
from liveschema.contract.rules.step_past_end import STEP_PAST_END
from liveschema.contract.rules.stream_cannot_start import STREAM_CANNOT_START
from liveschema.contract.rules.text_on_bars import TEXT_ON_BARS
from liveschema.contract.rules.value_past_limit import VALUE_PAST_LIMIT
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, ColorLike, Operation
from liveschema.engine.containers import ListOf, UnionOf
from liveschema.engine.declare import field, model, tag_field
from liveschema.engine.requirements import AlsoNeeds, RequiredGroups
from liveschema.engine.scalars import Boolean, Integer, Number, Text
from liveschema.engine.unions import InferredUnion, Nested

_START = frozenset({Operation.START})
_STREAMED = frozenset({Operation.STREAM, Operation.END_STREAM})
_DISMISSING = _STREAMED | {Operation.END}

FRESH_START = AlsoNeeds(Operation.STREAM, Operation.START, STREAM_CANNOT_START)
"""A stream should have everything that a start requires, since the service may start a new activity at any time."""


@model(
    label="content_state",
    abstract=True,
    rules=(BOTH_AUTO_DISMISS, AUTO_DISMISS_ON_STREAM),
    also_needs=(FRESH_START,),
)
class State(SentModel):
    """The base class of states. It is abstract; build the subclass of an activity type.

    Args:
        title: The first line of the card.
        subtitle: The second line of the card.
        color: The accent colour, a `Color` or its value.
        icon: A symbol next to the title.
        auto_dismiss_minutes: How long the card stays after the end, in whole
            minutes, at least 0. Allowed on end, stream and end_stream; on end,
            the service assumes 3 by default.
        auto_dismiss_seconds: How long the card stays after the end, in whole
            seconds, at least 0. Allowed on stream and end_stream; it takes
            precedence over ``auto_dismiss_minutes``.

    .. versionadded:: 0.1.0
    """

    title: str = field(SHOWN, doc="The first line of the card.", source="content_state.title")
    subtitle: str | None = field(
        Text(), default=None, doc="The second line of the card.", source="content_state.subtitle"
    )
    color: ColorLike | None = field(COLOR, default=None, doc="The accent colour.", source="content_state.color")
    icon: Icon | None = field(
        Nested(Icon),
        default=None,
        tolerance=NULL_OF_GO_SDK,
        doc="A symbol beside the title.",
        source="content_state.icon",
    )
    auto_dismiss_minutes: int | None = field(
        Integer(minimum=0),
        default=None,
        allowed_in=_DISMISSING,
        service_default=3,
        default_in=frozenset({Operation.END}),
        doc="Minutes an ended card stays on the lock screen.",
        source="ContentStateEnd.auto_dismiss_minutes",
    )
    auto_dismiss_seconds: int | None = field(
        Integer(minimum=0),
        default=None,
        allowed_in=_STREAMED,
        doc="Seconds an ended card stays on the lock screen; they take precedence over minutes.",
        source="StreamContentState.auto_dismiss_seconds",
    )


@model(abstract=True)
class ButtonedState(State):
    """The base class of states whose card has space for a badge and a second button.

    Args:
        badge: A short label in a rounded box.

    .. versionadded:: 0.1.0
    """

    badge: Badge | None = field(
        Nested(Badge),
        default=None,
        tolerance=NULL_OF_GO_SDK,
        doc="A short label in a rounded box.",
        source="content_state.badge",
    )


@model(
    rules=(
        STEP_PAST_END,
        STEP_COLORS_LENGTH,
    )
)
class SegmentedProgress(ButtonedState):
    """Progress in whole steps, shown as a bar of segments.

    Args:
        number_of_steps: The number of segments, at least 1. A start requires
            it; later requests may change it.
        current_step: The number of complete steps, from 0 to ``number_of_steps``.
        step_color: The colour of the current step, a `Color` or its value.
        step_colors: The colours of the completed steps, one for each.
        type: The activity type; None uses the type of the existing activity.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    number_of_steps: int | None = field(
        Integer(minimum=1),
        default=None,
        required_in=_START,
        doc="How many segments the bar has; it may change at any time.",
        source="content_state.number_of_steps",
    )
    current_step: int = field(
        Integer(minimum=0), doc="How many segments are complete.", source="content_state.current_step"
    )
    step_color: ColorLike | None = field(
        COLOR, default=None, doc="The colour of the current step.", source="content_state.step_color"
    )
    step_colors: Sequence[ColorLike] | None = field(
        ListOf(COLOR, "colour"),
        default=None,
        doc="The colours of the completed steps.",
        source="content_state.step_colors",
    )
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.SEGMENTED_PROGRESS,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model(
    requirements=(
        RequiredGroups(
            (("percentage",), ("value", "upper_limit")),
            variants=(
                ("PercentageProgress", "Progress as a percentage, shown as a bar."),
                ("ValueProgress", "Progress as a value out of a limit, shown as a bar."),
            ),
        ),
    ),
    rules=(
        PERCENTAGE_WINS,
        VALUE_PAST_LIMIT,
    ),
)
class Progress(ButtonedState):
    """Progress as a percentage, or as a value out of a limit, shown as a bar.

    Args:
        percentage: The percentage that is done, from 0 to 100; it takes
            precedence over ``value``.
        value: The amount that is done, in the unit of ``upper_limit``.
        upper_limit: The total amount, more than 0.
        type: The activity type; None uses the type of the existing activity.

    Either ``percentage``, or ``value`` together with ``upper_limit``, is
    required.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    percentage: float | None = field(
        Number(minimum=0, maximum=100),
        default=None,
        doc="The progress in per cent.",
        source="content_state.percentage",
    )
    value: float | None = field(
        Number(), default=None, doc="How much is done; together with upper_limit.", source="content_state.value"
    )
    upper_limit: float | None = field(
        Number(exclusive_minimum=0),
        default=None,
        doc="How much there is to do; together with value.",
        source="content_state.upper_limit",
    )
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.PROGRESS,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


_METRICS = ListOf(Nested(Metric), "metric", min_items=1, max_items=8)


@model(
    rules=(
        DUPLICATE_LABEL,
        TEXT_ON_BARS,
        METRICS_NOT_SHOWN,
    )
)
class Metrics(State):
    """Metrics shown as bars; the card shows two of them.

    Args:
        metrics: 1 to 8 metrics; their values should be numbers.
        type: The activity type; None uses the type of the existing activity.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    metrics: Sequence[Metric] = field(_METRICS, doc="The readings.", source="content_state.metrics")
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.METRICS,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model(
    rules=(
        DUPLICATE_LABEL,
        COLOR_ON_STATS,
    )
)
class Stats(State):
    """Metrics shown as numbers or text; the card shows up to eight.

    Args:
        metrics: 1 to 8 metrics.
        type: The activity type; None uses the type of the existing activity.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    metrics: Sequence[Metric] = field(_METRICS, doc="The readings.", source="content_state.metrics")
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.STATS,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model()
class Alert(ButtonedState):
    """A message on the lock screen.

    Args:
        message: The text of the message; not empty.
        type: The activity type; None uses the type of the existing activity.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    message: str = field(NAMED, doc="What the alert says.", source="content_state.message")
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.ALERT,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model(
    requirements=(
        RequiredGroups(
            (("duration_seconds",),),
            unless=("counts_down", False),
            modes=_START,
            variants=(
                ("CountdownTimer", "A timer that counts down from a duration."),
                ("StopwatchTimer", "A timer that counts up, with or without a duration."),
            ),
        ),
    )
)
class Timer(State):
    """A timer that counts down or up.

    Args:
        duration_seconds: The duration of the timer in seconds, more than 0. A
            start requires it unless ``counts_down`` is False. In later
            requests, leaving it out keeps the running time window, and sending
            it starts a new one.
        counts_down: Whether the timer counts down; the service assumes True
            by default.
        is_running: Whether the timer runs: False pauses it, True resumes it.
            The service assumes True by default.
        type: The activity type; None uses the type of the existing activity.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    duration_seconds: float | None = field(
        Number(exclusive_minimum=0),
        default=None,
        doc="How long the timer runs, in seconds; sending it resets the window.",
        source="content_state.duration_seconds",
    )
    counts_down: bool | None = field(
        Boolean(),
        default=None,
        service_default=True,
        tolerance=DEFAULT_OF_PYTHON_SDK,
        doc="Whether the timer counts down rather than up.",
        source="content_state.counts_down",
    )
    is_running: bool | None = field(
        Boolean(),
        default=None,
        service_default=True,
        tolerance=DEFAULT_OF_PYTHON_SDK,
        doc="Whether the timer runs rather than pauses.",
        source="content_state.is_running",
    )
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.TIMER,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model()
class Value(ButtonedState):
    """One large value.

    Args:
        value: A number, or a string that is shown unchanged.
        type: The activity type; None uses the type of the existing activity.

    Raises:
        InvalidPayload: If the state has an error. The exception lists all problems.

    .. versionadded:: 0.1.0
    """

    value: float | str = field(
        UnionOf((Number(), Text()), "DisplayedValue"),
        doc="The figure; a string keeps its formatting.",
        source="content_state.value",
    )
    type: ActivityTypeLike | None = tag_field(
        default=ActivityType.VALUE,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


STATES = InferredUnion(
    (SegmentedProgress, Progress, Metrics, Stats, Alert, Timer, Value),
    "activity",
    "activities",
    description="What the card shows, by activity type.",
)
BUTTONED = frozenset(str(spec.tag) for spec in STATES.specs.values() if issubclass(spec.cls, ButtonedState))
"""The activity types whose card has space for a badge and a second button."""
