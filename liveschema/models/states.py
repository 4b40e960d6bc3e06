"""The state of an activity: one class per activity type."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from typing import Any, Final

from liveschema.constraints import (
    AnyOf,
    Boolean,
    Cross,
    Either,
    Elsewhere,
    Integer,
    ListOf,
    Number,
    Part,
    States,
    Text,
)
from liveschema.constraints._describe import listed, quoted
from liveschema.models._declare import Model, field, model, type_field
from liveschema.models.parts import COLOR, NAMED, SHOWN, Badge, Icon, Metric
from liveschema.problems import Path
from liveschema.rules import (
    AUTO_DISMISS_ON_STREAM,
    BOTH_AUTO_DISMISS,
    COLOR_ON_STATS,
    DUPLICATE_LABEL,
    METRICS_NOT_SHOWN,
    PERCENTAGE_WINS,
    STEP_COLORS_LENGTH,
    STEP_PAST_END,
    TEXT_ON_BARS,
    VALUE_PAST_LIMIT,
)
from liveschema.vocabulary import ActivityType, Color, Operation

_START: Final = (Operation.START,)
_STREAMED: Final = (Operation.STREAM, Operation.END_STREAM)
_DISMISSING: Final = (Operation.END, *_STREAMED)
_ON_STREAM: Final = frozenset({Operation.STREAM})
_BARS: Final = 2

_DISMISSAL: Final = (
    Cross(
        BOTH_AUTO_DISMISS,
        ("auto_dismiss_minutes", "auto_dismiss_seconds"),
        lambda *_: "auto_dismiss_minutes should stand alone, got auto_dismiss_seconds too, which wins",
        hint="leave one of them out",
    ),
    *(
        Cross(
            AUTO_DISMISS_ON_STREAM,
            (name,),
            lambda _, name=name: f"{name} should be sent when the stream ends, got it on stream",
            on=_ON_STREAM,
            hint=f"send {name} with end_stream",
        )
        for name in ("auto_dismiss_minutes", "auto_dismiss_seconds")
    ),
)


@model(noun="content_state", abstract=True, crosses=_DISMISSAL)
class State(Model):
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
    icon: Icon | None = field(Part(Icon), default=None, doc="A symbol beside the title.", source="content_state.icon")
    auto_dismiss_minutes: int | None = field(
        Integer(minimum=0),
        default=None,
        allowed_on=_DISMISSING,
        assumed=3,
        doc="Minutes an ended card stays on the lock screen.",
        source="ContentStateEnd.auto_dismiss_minutes",
    )
    auto_dismiss_seconds: int | None = field(
        Integer(minimum=0),
        default=None,
        allowed_on=_STREAMED,
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

    badge: Badge | None = field(Part(Badge), default=None, doc="A short word in a pill.", source="content_state.badge")


@model(
    crosses=(
        Cross(
            STEP_PAST_END,
            ("current_step", "number_of_steps"),
            lambda current, steps: f"current_step must be at most number_of_steps ({steps}), got {current}",
            holds=operator.le,
        ),
        Cross(
            STEP_COLORS_LENGTH,
            ("step_colors", "current_step"),
            lambda colors, current: (
                f"step_colors should hold one colour per completed step ({current}), got {len(colors)}"
            ),
            holds=lambda colors, current: len(colors) == current,
        ),
    ),
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
        required_on=_START,
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
    type: ActivityType | None = type_field(default=ActivityType.SEGMENTED_PROGRESS)


@model(
    needs=(AnyOf((("percentage",), ("value", "upper_limit"))),),
    crosses=(
        Cross(
            PERCENTAGE_WINS,
            ("percentage", "value"),
            lambda *_: "value should stand without percentage, got both; percentage wins",
            at="value",
            hint="leave value and upper_limit out, or percentage",
        ),
        Cross(
            VALUE_PAST_LIMIT,
            ("value", "upper_limit"),
            lambda value, limit: f"value should be at most upper_limit ({limit}), got {value}",
            holds=operator.le,
        ),
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
        Number(above=0),
        default=None,
        doc="How much there is to do; together with value.",
        source="content_state.upper_limit",
    )
    type: ActivityType | None = type_field(default=ActivityType.PROGRESS)


_METRICS: Final = ListOf(Part(Metric), "metric", minimum=1, maximum=8)


def _repeated(metrics: Sequence[Any]) -> Iterable[tuple[Path, tuple[Any, ...]]]:
    seen: set[str] = set()
    for index, metric in enumerate(metrics):
        label = metric["label"]
        if label in seen:
            yield (index, "label"), (label, index)
        seen.add(label)


def _worded(metrics: Sequence[Any]) -> Iterable[tuple[Path, tuple[Any, ...]]]:
    for index, metric in enumerate(metrics):
        if isinstance(metric["value"], str):
            yield (index, "value"), (metric["value"], index)


_LABELS: Final = Cross(
    DUPLICATE_LABEL,
    ("metrics",),
    lambda label, _: f"label should be unique among the metrics, got {quoted(label)} again",
    holds=lambda metrics: len({metric["label"] for metric in metrics}) == len(metrics),
    inside=_repeated,
)


@model(
    crosses=(
        _LABELS,
        Cross(
            TEXT_ON_BARS,
            ("metrics",),
            lambda value, _: f"value should be a number on a metrics activity, got the string {quoted(value)}",
            holds=lambda metrics: not any(isinstance(metric["value"], str) for metric in metrics),
            inside=_worded,
            hint="send a number, or use a stats activity",
        ),
        Cross(
            METRICS_NOT_SHOWN,
            ("metrics",),
            lambda metrics: f"metrics should hold at most {_BARS} on a metrics activity, got {len(metrics)}",
            holds=lambda metrics: len(metrics) <= _BARS,
            hint="use a stats activity",
        ),
    ),
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
    type: ActivityType | None = type_field(default=ActivityType.METRICS)


@model(
    crosses=(
        _LABELS,
        Cross(
            COLOR_ON_STATS,
            ("color",),
            lambda color: f"color should stand on each metric of a stats activity, got {color} for the whole",
            hint="give each metric a color",
        ),
    ),
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
    type: ActivityType | None = type_field(default=ActivityType.STATS)


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
    type: ActivityType | None = type_field(default=ActivityType.ALERT)


@model(
    needs=(AnyOf((("duration_seconds",),), unless=("counts_down", False), on=frozenset(_START)),),
)
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
        Number(above=0),
        default=None,
        doc="How long the timer runs, in seconds; sending it resets the window.",
        source="content_state.duration_seconds",
    )
    counts_down: bool | None = field(
        Boolean(),
        default=None,
        assumed=True,
        tolerated=True,
        doc="Whether the timer counts down rather than up.",
        source="content_state.counts_down",
    )
    is_running: bool | None = field(
        Boolean(),
        default=None,
        assumed=True,
        tolerated=True,
        doc="Whether the timer runs rather than pauses.",
        source="content_state.is_running",
    )
    type: ActivityType | None = type_field(default=ActivityType.TIMER)


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
        Either((Number(), Text())), doc="The figure; a string keeps its formatting.", source="content_state.value"
    )
    type: ActivityType | None = type_field(default=ActivityType.VALUE)


STATES: Final = States((SegmentedProgress, Progress, Metrics, Stats, Alert, Timer, Value), "activity")
BUTTONED: Final = frozenset(
    ActivityType(tag) for tag, spec in STATES.specs.items() if issubclass(spec.cls, ButtonedState)
)
"""The types whose card has room for a badge and a second button."""

for _spec in STATES.specs.values():
    for _name in (_each for _each in STATES.names if _each not in _spec.fields):
        _owning = [(_tag, _other.fields[_name]) for _tag, _other in STATES.specs.items() if _name in _other.fields]
        _spec.belongs[_name] = Elsewhere(f"{listed(_tag for _tag, _ in _owning)} activities")
        if _owning[0][1].tolerated:
            _spec.tolerated[_name] = _owning[0][1]
