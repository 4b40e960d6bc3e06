"""The parameters of the official node for n8n in each of its versions, as its source has them.

All versions say that they are the first one, so which one a workflow was made with shows only in its parameters. Where
none tells it, the workflow is read as the newest one reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from typing import Final, NamedTuple

import attrs

from liveschema.contract.vocabulary import ActivityType, Color, Operation

OPERATION: Final = "operation"
OPERATIONS: Final = {
    "startLiveActivity": Operation.START,
    "updateLiveActivity": Operation.UPDATE,
    "endLiveActivity": Operation.END,
    "streamLiveActivity": Operation.STREAM,
    "endLiveActivityStream": Operation.END_STREAM,
}
"""The operations by the values of the parameter ``operation`` that send a Live Activity request."""
ACTIVITY_ID: Final = "activityId"
STREAM_KEY: Final = "streamKey"
CHANNELS: Final = "channels"
_OF_PUSH: Final = frozenset({"message", "media", "redirection", "pushActions", "pushOptions"})
"""The parameters of push notifications, which have no effect on a Live Activity."""


class Form(Enum):
    """What the node makes of a parameter."""

    AS_IT_IS = auto()
    TEXT = auto()
    """A text, which is left out if it is empty."""
    INTEGER = auto()
    """An integer that may be written as a text, and is left out if that is empty."""
    NUMBER = auto()
    """A number that may be written as a text, and is left out if that is empty."""
    LIST = auto()
    """A list of texts that is written with commas or on several lines, and is left out if it is empty."""
    METRICS = auto()
    """A list of metrics, which is left out if it is empty."""


class Parameter(NamedTuple):
    """A parameter that becomes a field of the state.

    Args:
        name: The name of the parameter.
        field: The field.
        form: What the node makes of the value.
        default: The value of a parameter that is not in the file.
        operations: The operations for which the parameter is used.
        types: The types of activities for which it is used; none for all.
    """

    name: str
    field: str
    form: Form = Form.TEXT
    default: object = ""
    operations: AbstractSet[Operation] = frozenset(Operation)
    types: AbstractSet[str] = frozenset()


Steps = tuple[str, ...]
"""The name of a parameter, and the names of the values in it."""


@attrs.frozen(eq=False)
class Version:
    """The parameters of versions of the node that read a workflow in the same way.

    Args:
        state: Those that become fields of the state.
        has_metric: Whether a node without the parameter for metrics has an empty metric.
        action: Those that become fields of the action.
        alert: Those that become fields of the push alert, on operations that may begin an activity.
        at_end: Those that are fields of the request that ends a stream, in place of all others.
    """

    state: tuple[Parameter, ...]
    has_metric: bool = False
    action: Mapping[str, Steps] = attrs.field(factory=dict)
    alert: Mapping[str, Steps] = attrs.field(factory=dict)
    at_end: Mapping[str, Steps] = attrs.field(factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The names of the parameters that not all versions have."""
        others = (*self.action.values(), *self.alert.values(), *self.at_end.values())
        return frozenset([*(each.name for each in self.state), *(steps[0] for steps in others)])

    @property
    def types(self) -> frozenset[str]:
        """The types of activities that have parameters of their own; none if the type makes no difference."""
        return frozenset().union(*(each.types for each in self.state))


BEGINS: Final = frozenset({Operation.START, Operation.STREAM})
"""The operations that may begin an activity."""
_ENDS: Final = frozenset({Operation.END, Operation.END_STREAM})
_SEGMENTED: Final = frozenset({ActivityType.SEGMENTED_PROGRESS})
_PROGRESS: Final = frozenset({ActivityType.PROGRESS})
_METRICS: Final = frozenset({ActivityType.METRICS})

ACTIVITY_TYPE: Final = Parameter("activityType", "type", Form.AS_IT_IS, ActivityType.SEGMENTED_PROGRESS.value)
_TITLE: Final = Parameter("title", "title", Form.AS_IT_IS)
_SUBTITLE: Final = Parameter("subtitle", "subtitle")
_COLOR: Final = Parameter("accentColor", "color")
_STEP: Final = Parameter("currentStep", "current_step", Form.AS_IT_IS, 1)
_STEPS: Final = Parameter("numberOfSteps", "number_of_steps", Form.AS_IT_IS, 3, types=_SEGMENTED)
_STEP_COLOR: Final = Parameter("stepColor", "step_color")
_METRIC_LIST: Final = Parameter("metrics", "metrics", Form.METRICS, types=_METRICS)
_DISMISSAL: Final = Parameter("autoDismissMinutes", "auto_dismiss_minutes", Form.INTEGER, operations=_ENDS)
_SHARED: Final = (
    _TITLE,
    ACTIVITY_TYPE,
    _SUBTITLE,
    _STEP._replace(types=_SEGMENTED),
    _STEP_COLOR._replace(types=_SEGMENTED),
    Parameter("percentage", "percentage", Form.NUMBER, types=_PROGRESS),
    Parameter("progressValue", "value", Form.NUMBER, types=_PROGRESS),
    Parameter("upperLimit", "upper_limit", Form.NUMBER, types=_PROGRESS),
)

NEWEST: Final = Version(
    state=(
        *_SHARED,
        _COLOR._replace(default=Color.BLUE.value, types=_SEGMENTED | _PROGRESS),
        _STEPS,
        _METRIC_LIST,
        _DISMISSAL,
    ),
    has_metric=True,
    action={
        "title": ("liveActionTitle",),
        "type": ("liveActionType",),
        "url": ("liveActionUrl",),
        "method": ("liveActionMethod",),
        "body": ("liveActionBodyJson",),
    },
)
"""Version 1.0.1 and later ones."""

_SECOND: Final = Version(
    state=(
        *_SHARED,
        _COLOR,
        _STEPS._replace(form=Form.INTEGER, default=""),
        Parameter("completedStepAccents", "step_colors", Form.LIST, types=_SEGMENTED),
        _METRIC_LIST,
        _DISMISSAL,
    ),
    action={
        "title": ("liveAction", "title"),
        "type": ("liveAction", "type"),
        "url": ("liveAction", "url"),
        "method": ("liveAction", "method"),
        "body": ("liveAction", "bodyJson"),
    },
    alert={"title": ("liveAlert", "title"), "body": ("liveAlert", "body")},
    at_end={
        "content_state": ("finalContentStateJson",),
        "action": ("finalActionJson",),
        "alert": ("finalAlertJson",),
    },
)
"""Version 1.0.0."""

_START: Final = frozenset({Operation.START})
_LATER: Final = frozenset({Operation.UPDATE, Operation.END})
_FIRST: Final = Version(
    state=(
        _TITLE,
        ACTIVITY_TYPE._replace(operations=_START),
        _SUBTITLE,
        _STEP,
        Parameter("numberOfSteps", "number_of_steps", Form.AS_IT_IS, 1, operations=_START),
        Parameter("numberOfStepsOptional", "number_of_steps", Form.INTEGER, operations=_LATER),
        Parameter("color", "color"),
        _STEP_COLOR,
        _DISMISSAL,
    ),
)
"""The versions before 1.0.0."""

_OLDER: Final = (_FIRST, _SECOND)
KNOWN: Final[frozenset[str]] = frozenset[str]().union(
    {OPERATION, ACTIVITY_ID, STREAM_KEY, CHANNELS}, _OF_PUSH, *(each.names for each in (NEWEST, *_OLDER))
)
"""The names of the parameters of all versions."""


def version_of(names: Iterable[str]) -> Version:
    """Return the version of the node that a workflow was made with.

    Args:
        names: The names of the parameters of all its nodes of this type.
    """
    given = frozenset(names)
    if not given.isdisjoint(NEWEST.names.difference(*(each.names for each in _OLDER))):
        return NEWEST
    return next((each for each in _OLDER if not given.isdisjoint(each.names - NEWEST.names)), NEWEST)
