"""Whole lives of activities: sequences of requests that an activity can take."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from liveschema.lifecycle import Step
from liveschema.testing._payloads import valid_payloads
from liveschema.testing._values import Aim
from liveschema.vocabulary import ActivityType, Operation

_MOST = 2
"""Requests between the first and the last: few, so that many lives can be drawn."""
_DAY = 86_400


def lifecycles(
    type: ActivityType | str | None = None,  # noqa: A002 - as the field of the payload is called
    *,
    managed: bool | None = None,
) -> st.SearchStrategy[list[Step]]:
    """Make a strategy of the whole lives of activities, from the first request to the last.

    Args:
        type: The activity type; None for any.
        managed: Whether a stream runs it rather than start, update and end;
            None for either.

    Returns:
        A strategy of lists of `liveschema.lifecycle.Step`. Folded by
        `Lifecycle.apply` one after the other, no step has an error, and the
        activity has ended. Later payloads may leave out what the earlier ones
        said; times go up.

    Raises:
        ValueError: If there is no such activity type.

    .. versionadded:: 0.1.0
    """
    kinds = list(ActivityType) if type is None else [ActivityType(type)]
    return _lives(kinds, [False, True] if managed is None else [managed])


@st.composite
def _lives(draw: st.DrawFn, kinds: list[ActivityType], ways: list[bool]) -> list[Step]:
    kind, managed = draw(st.sampled_from(kinds)), draw(st.sampled_from(ways))
    first, more, last = (
        (Operation.STREAM, Operation.STREAM, Operation.END_STREAM)
        if managed
        else (Operation.START, Operation.UPDATE, Operation.END)
    )
    key = draw(st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True))
    operations = [first, *[more] * draw(st.integers(0, _MOST)), last]
    steps: list[Step] = []
    known: float | None = None
    at = 0
    for index, operation in enumerate(operations):
        # The first stream must hold all that a start needs, as spotless ones do.
        aim = Aim(operation, kind, spotless=managed and not index)
        payload: dict[str, Any] = draw(valid_payloads(aim))
        state = payload.get("content_state", {})
        known = state.get("number_of_steps", known)
        if known is not None and "current_step" in state:
            state["current_step"] = min(state["current_step"], known)
        if "activity_id" in payload:
            payload["activity_id"] = key
        answered = key if operation is Operation.START else None
        steps.append(Step(payload, operation, key if managed else None, answered, float(at)))
        at += draw(st.integers(0, _DAY))
    return steps
