"""The state of an activity: one class per activity type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from liveschema.contract.base import SentModel
from liveschema.contract.parts import COLOR, NAMED, SENT_BY_SDK, SHOWN, Badge, Icon, Metric
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
from liveschema.contract.vocabulary import ActivityType, Color, Operation
from liveschema.engine.containers import ListOf, UnionOf
from liveschema.engine.declare import field, model, tag_field
from liveschema.engine.requirements import AlsoNeeds, RequiredGroups
from liveschema.engine.scalars import Boolean, Integer, Number, Text
from liveschema.engine.unions import InferredUnion, Nested

_START: Final = frozenset({Operation.START})
_STREAMED: Final = frozenset({Operation.STREAM, Operation.END_STREAM})
_DISMISSING: Final = _STREAMED | {Operation.END}

FRESH_START: Final = AlsoNeeds(Operation.STREAM, Operation.START, STREAM_CANNOT_START)
"""What a start needs, a stream needs too: the service may start a fresh activity under the same key at any time."""


@model(
    label="content_state",
    abstract=True,
    rules=(BOTH_AUTO_DISMISS, AUTO_DISMISS_ON_STREAM),
    also_needs=(FRESH_START,),
)
class State(SentModel):
    """What every activity type has; build one of its subclasses.

    Args:
        title: The first line of the card.
        subtitle: The second line.
        color: The accent colour.
        icon: A symbol beside the title.
        auto_dismiss_minutes: Minutes an ended card stays, 0 or more; on end,
            stream and end_stream. The service assumes 3.
        auto_dismiss_seconds: Seconds an ended card stays, 0 or more; on stream
            and end_stream. Seconds win over minutes.

    .. versionadded:: 0.1.0
    """

    title: str = field(SHOWN, doc="The first line of the card.", source="content_state.title")
    subtitle: str | None = field(
        Text(), default=None, doc="The second line of the card.", source="content_state.subtitle"
    )
    color: Color | str | None = field(COLOR, default=None, doc="The accent colour.", source="content_state.color")
    icon: Icon | None = field(Nested(Icon), default=None, doc="A symbol beside the title.", source="content_state.icon")
    auto_dismiss_minutes: int | None = field(
        Integer(minimum=0),
        default=None,
        allowed_in=_DISMISSING,
        service_default=3,
        doc="Minutes an ended card stays on the lock screen.",
        source="ContentStateEnd.auto_dismiss_minutes",
    )
    auto_dismiss_seconds: int | None = field(
        Integer(minimum=0),
        default=None,
        allowed_in=_STREAMED,
        doc="Seconds an ended card stays on the lock screen; they win over minutes.",
        source="StreamContentState.auto_dismiss_seconds",
    )


@model(abstract=True)
class ButtonedState(State):
    """A state whose card has room for a badge and a second button.

    Args:
        badge: A short word in a pill.

    .. versionadded:: 0.1.0
    """

    badge: Badge | None = field(
        Nested(Badge), default=None, doc="A short word in a pill.", source="content_state.badge"
    )


@model(
    rules=(
        STEP_PAST_END,
        STEP_COLORS_LENGTH,
    )
)
class SegmentedProgress(ButtonedState):
    """Work in whole steps: a bar of segments.

    Args:
        number_of_steps: How many segments, 1 or more; a start asks for it, and
            it may change at any time.
        current_step: How many are complete, 0 to ``number_of_steps``.
        step_color: The colour of the current step.
        step_colors: The colours of the completed steps.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` and `ButtonedState` take.

    Raises:
        InvalidPayload: With every problem of the state.

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
    step_color: Color | str | None = field(
        COLOR, default=None, doc="The colour of the current step.", source="content_state.step_color"
    )
    step_colors: Sequence[Color | str] | None = field(
        ListOf(COLOR, "colour"),
        default=None,
        doc="The colours of the completed steps.",
        source="content_state.step_colors",
    )
    type: ActivityType | None = tag_field(
        default=ActivityType.SEGMENTED_PROGRESS,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model(
    requirements=(RequiredGroups((("percentage",), ("value", "upper_limit"))),),
    rules=(
        PERCENTAGE_WINS,
        VALUE_PAST_LIMIT,
    ),
)
class Progress(ButtonedState):
    """Work by its share: a bar filled to a percentage, or to a value out of a limit.

    Args:
        percentage: 0 to 100; it wins over ``value``.
        value: How much is done; together with ``upper_limit``.
        upper_limit: How much there is to do, more than 0.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` and `ButtonedState` take. One of
    ``percentage``, or ``value`` with ``upper_limit``, is needed.

    Raises:
        InvalidPayload: With every problem of the state.

    .. versionadded:: 0.1.0
    """

    percentage: float | None = field(
        Number(minimum=0, maximum=100),
        default=None,
        doc="How far along, in per cent.",
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
    type: ActivityType | None = tag_field(
        default=ActivityType.PROGRESS,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


_METRICS: Final = ListOf(Nested(Metric), "metric", min_items=1, max_items=8)


@model(
    rules=(
        DUPLICATE_LABEL,
        TEXT_ON_BARS,
        METRICS_NOT_SHOWN,
    )
)
class Metrics(State):
    """Readings drawn as bars; the card shows two.

    Args:
        metrics: 1 to 8 metrics.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` takes.

    Raises:
        InvalidPayload: With every problem of the state.

    .. versionadded:: 0.1.0
    """

    metrics: Sequence[Metric] = field(_METRICS, doc="The readings.", source="content_state.metrics")
    type: ActivityType | None = tag_field(
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
    """Readings as figures, up to eight.

    Args:
        metrics: 1 to 8 metrics.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` takes.

    Raises:
        InvalidPayload: With every problem of the state.

    .. versionadded:: 0.1.0
    """

    metrics: Sequence[Metric] = field(_METRICS, doc="The readings.", source="content_state.metrics")
    type: ActivityType | None = tag_field(
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
        message: What it says; not empty.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` and `ButtonedState` take.

    Raises:
        InvalidPayload: With every problem of the state.

    .. versionadded:: 0.1.0
    """

    message: str = field(NAMED, doc="What the alert says.", source="content_state.message")
    type: ActivityType | None = tag_field(
        default=ActivityType.ALERT,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model(requirements=(RequiredGroups((("duration_seconds",),), unless=("counts_down", False), modes=_START),))
class Timer(State):
    """A clock that counts down, or up.

    Args:
        duration_seconds: How long it runs, more than 0. A start asks for it
            unless ``counts_down`` is False; later, leaving it out keeps the
            running window and sending it resets the window.
        counts_down: Whether it counts down; the service assumes True.
        is_running: Whether it runs; False pauses it, True resumes it.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` takes.

    Raises:
        InvalidPayload: With every problem of the state.

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
        tolerance=SENT_BY_SDK,
        doc="Whether the timer counts down rather than up.",
        source="content_state.counts_down",
    )
    is_running: bool | None = field(
        Boolean(),
        default=None,
        service_default=True,
        tolerance=SENT_BY_SDK,
        doc="Whether the timer runs rather than pauses.",
        source="content_state.is_running",
    )
    type: ActivityType | None = tag_field(
        default=ActivityType.TIMER,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


@model()
class Value(ButtonedState):
    """One prominent figure.

    Args:
        value: A number, or a string that keeps its formatting.
        type: The activity type; None leaves it to the activity there is.

    Also everything that `State` and `ButtonedState` take.

    Raises:
        InvalidPayload: With every problem of the state.

    .. versionadded:: 0.1.0
    """

    value: float | str = field(
        UnionOf((Number(), Text())), doc="The figure; a string keeps its formatting.", source="content_state.value"
    )
    type: ActivityType | None = tag_field(
        default=ActivityType.VALUE,
        label="activity",
        required_in=_START,
        doc="The activity type.",
        source="content_state.type",
    )


STATES: Final = InferredUnion(
    (SegmentedProgress, Progress, Metrics, Stats, Alert, Timer, Value),
    "activity",
    "activities",
    description="What the card shows, by activity type.",
)
BUTTONED: Final = frozenset(str(spec.tag) for spec in STATES.specs.values() if issubclass(spec.cls, ButtonedState))
"""The types whose card has room for a badge and a second button."""
