"""Rules on a sequence of requests: which of them an activity can take, and how often."""

from __future__ import annotations

from typing import Final

import attrs

from liveschema.problems import Severity
from liveschema.rules._examples import PROGRESS, TIMER, end, start, stream, update
from liveschema.rules._rule import Example, Rule
from liveschema.rules._shape import API, OURS
from liveschema.vocabulary import Operation

_UPDATE: Final = update(PROGRESS)
_END: Final = end(PROGRESS)
_END_STREAM: Final = Example(Operation.END_STREAM, {})
_MINUTE: Final = 60.0


def _after(last: Example, *before: Example) -> Example:
    return attrs.evolve(last, before=before)


def _started(state: dict[str, object]) -> Example:
    return attrs.evolve(start(state), activity_id="act_7")


def _streams(count: int, *, every: float) -> Example:
    steps = [attrs.evolve(stream(PROGRESS), at=index * every) for index in range(count)]
    return _after(steps[-1], *steps[:-1])


def _opened(count: int) -> Example:
    steps = [attrs.evolve(stream(PROGRESS), stream_key=f"host-{index}") for index in range(count)]
    return _after(steps[-1], *steps[:-1])


UNKNOWN_ACTIVITY: Final = Rule(
    "unknown-activity",
    Severity.ERROR,
    "Only an activity that was started is updated or ended",
    "The service knows no activity by that id, or no running stream of that key, and refuses the request.",
    f"{API}; for the end of a stream it is {OURS}",
    bad=_UPDATE,
    good=_after(_UPDATE, _started(PROGRESS)),
)
ENDED_ACTIVITY: Final = Rule(
    "ended-activity",
    Severity.ERROR,
    "An activity that was ended is neither updated nor ended again",
    "The card is gone from the lock screen; only another start brings one back.",
    f"{API}; for the end of a stream it is {OURS}",
    bad=_after(_UPDATE, _started(PROGRESS), _END),
    good=_after(_END, _started(PROGRESS), _UPDATE),
)
ALREADY_STARTED: Final = Rule(
    "already-started",
    Severity.ERROR,
    "An activity is started once",
    "Another start makes another activity, with an id of its own, beside the one that runs.",
    OURS,
    bad=_after(_started(PROGRESS), _started(PROGRESS)),
    good=_after(attrs.evolve(_started(PROGRESS), activity_id="act_8"), _started(PROGRESS)),
)
MIXED_LIFECYCLE: Final = Rule(
    "mixed-lifecycle",
    Severity.ERROR,
    "An activity is run by start, update and end, or by a stream",
    "The id of a managed activity is the service's own affair and changes whenever it starts the activity afresh.",
    OURS,
    bad=_after(_UPDATE, attrs.evolve(stream(PROGRESS), activity_id="act_7")),
    good=_after(stream(PROGRESS), attrs.evolve(stream(PROGRESS), activity_id="act_7")),
)
FIRST_STREAM: Final = Rule(
    "first-stream",
    Severity.ERROR,
    "The first stream of a key holds all that a start needs",
    "There is no activity yet whose type and length it could go by; after an end_stream the next one is a first again.",
    API,
    bad=stream({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=_after(stream({"title": "Nightly backup", "type": "progress", "percentage": 57}), stream(PROGRESS)),
)
TIMER_NOT_PAUSED: Final = Rule(
    "timer-not-paused",
    Severity.WARNING,
    "Only a timer that was paused is resumed",
    "is_running: true on a timer that runs changes nothing; likely the pause before it was lost.",
    OURS,
    bad=_after(
        update({"title": "Benchmark", "type": "timer", "is_running": True}, "/content_state/is_running"),
        _started(TIMER),
    ),
    good=_after(
        update({"title": "Benchmark", "type": "timer", "is_running": True}),
        _started(TIMER),
        update({"title": "Benchmark", "type": "timer", "is_running": False}),
    ),
)
TOO_MANY_ACTIVITIES: Final = Rule(
    "too-many-activities",
    Severity.WARNING,
    "At most four activities run at once",
    "The service keeps four for an account; a fifth has to wait or is refused.",
    API,
    bad=_opened(5),
    good=_opened(4),
)
TOO_MANY_REQUESTS: Final = Rule(
    "too-many-requests",
    Severity.WARNING,
    "Streams take at most 60 requests in a minute",
    "The limit is over the whole account; past it the service answers 429.",
    API,
    bad=_streams(61, every=0.5),
    good=_streams(61, every=1.0),
)
UPDATED_TOO_OFTEN: Final = Rule(
    "updated-too-often",
    Severity.WARNING,
    "An activity is not updated oftener than every two minutes for long",
    "iOS throttles it: updates come late or not at all. Half an hour without a gap of two minutes counts as long.",
    f"{API}; that half an hour is long is {OURS}",
    bad=_streams(32, every=_MINUTE),
    good=_streams(32, every=2 * _MINUTE),
)
NEVER_ENDED: Final = Rule(
    "never-ended",
    Severity.WARNING,
    "Every activity that is started is ended",
    "A card that nobody ends stays on the lock screen, out of date, until iOS removes it hours later.",
    OURS,
    bad=stream(PROGRESS),
    good=_after(_END_STREAM, stream(PROGRESS)),
)

LIFECYCLES: Final[dict[str, Rule]] = {
    rule.id: rule
    for rule in (
        UNKNOWN_ACTIVITY,
        ENDED_ACTIVITY,
        ALREADY_STARTED,
        MIXED_LIFECYCLE,
        FIRST_STREAM,
        TIMER_NOT_PAUSED,
        TOO_MANY_ACTIVITIES,
        TOO_MANY_REQUESTS,
        UPDATED_TOO_OFTEN,
        NEVER_ENDED,
    )
}
"""Every rule on a sequence of requests by its id; those on single requests apply to each of them too."""
